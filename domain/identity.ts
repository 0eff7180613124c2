// The two numbers of a person: NIK (civil registry) and KPJ (BPJS); their form, no register.
import type { LocalDate } from './calendar.ts';
import { isKnownProvince } from './region.ts';

export type Nik = string & { readonly __brand: 'Nik' };
export type Kpj = string & { readonly __brand: 'Kpj' };

/**
 * `PP KK CC DDMMYY SSSS` (domain-rules §6.1). The region is the place of first registration, never
 * today's domicile; the century of the year is not in the number; there is no check digit.
 */
export type NikParts = {
  readonly province: string;
  readonly regency: string;
  readonly district: string;
  readonly day: number;
  readonly month: number;
  readonly yearOfCentury: number;
  readonly female: boolean;
  readonly sequence: number;
};

export type NikProblem = 'NIK_LENGTH' | 'NIK_NOT_DIGITS' | 'NIK_DATE' | 'NIK_PROVINCE_UNKNOWN';

export type NikReading =
  | {
      readonly status: 'plausible';
      readonly nik: Nik;
      readonly parts: NikParts;
      /** The registry counts from 0001; 0000 is odd, yet no reason to turn a person away. */
      readonly sequenceIsZero: boolean;
    }
  | { readonly status: 'implausible'; readonly problem: NikProblem };

const FEMALE_DAY_OFFSET = 40;
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

const splitNik = (digits: string): NikParts => {
  const codedDay = Number(digits.slice(6, 8));
  const female = codedDay > FEMALE_DAY_OFFSET;
  return {
    province: digits.slice(0, 2),
    regency: digits.slice(2, 4),
    district: digits.slice(4, 6),
    day: female ? codedDay - FEMALE_DAY_OFFSET : codedDay,
    month: Number(digits.slice(8, 10)),
    yearOfCentury: Number(digits.slice(10, 12)),
    female,
    sequence: Number(digits.slice(12, 16)),
  };
};

/** A day is possible when it exists in 19YY or in 20YY: the number does not tell the century. */
const isPossibleDay = ({ day, month, yearOfCentury }: NikParts): boolean => {
  const days = DAYS_IN_MONTH[month - 1];
  if (days === undefined || day < 1 || day > days) return false;
  return !(month === 2 && day === 29 && yearOfCentury % 4 !== 0);
};

/** Hard checks only: length, digits, a possible day, a known province (domain-rules §6.1). */
export const readNik = (text: string): NikReading => {
  if (/[^0-9]/.test(text)) return { status: 'implausible', problem: 'NIK_NOT_DIGITS' };
  if (text.length !== 16) return { status: 'implausible', problem: 'NIK_LENGTH' };
  const parts = splitNik(text);
  if (!isKnownProvince(parts.province))
    return { status: 'implausible', problem: 'NIK_PROVINCE_UNKNOWN' };
  if (!isPossibleDay(parts)) return { status: 'implausible', problem: 'NIK_DATE' };
  return {
    status: 'plausible',
    nik: text as Nik,
    parts,
    sequenceIsZero: parts.sequence === 0,
  };
};

const two = (value: number): string => String(value).padStart(2, '0');

/** The number as the registry would write it from its parts. */
export const formatNik = (parts: NikParts): Nik =>
  [
    parts.province,
    parts.regency,
    parts.district,
    two(parts.day + (parts.female ? FEMALE_DAY_OFFSET : 0)),
    two(parts.month),
    two(parts.yearOfCentury),
    String(parts.sequence).padStart(4, '0'),
  ].join('') as Nik;

/** False when the birth date beside the NIK is not the one inside it: a warning, not a no. */
export const birthDateFitsNik = (parts: NikParts, birth: LocalDate): boolean =>
  Number(birth.slice(2, 4)) === parts.yearOfCentury &&
  Number(birth.slice(5, 7)) === parts.month &&
  Number(birth.slice(8, 10)) === parts.day;

/** KPJ: eleven digits, kept as text because of leading zeros. */
export const readKpj = (text: string): Kpj | null => (/^\d{11}$/.test(text) ? (text as Kpj) : null);
