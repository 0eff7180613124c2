// The form of a NIK and of a KPJ: what is refused for good, what is only worth a second look.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../domain/calendar.ts';
import {
  birthDateFitsNik,
  formatNik,
  type NikParts,
  readKpj,
  readNik,
} from '../../domain/identity.ts';
import { PROVINCE_CODES } from '../../domain/region.ts';

const twoDigits = fc.integer({ min: 1, max: 99 }).map((n) => String(n).padStart(2, '0'));

const partsOfSomebody: fc.Arbitrary<NikParts> = fc.record({
  province: fc.constantFrom(...PROVINCE_CODES),
  regency: twoDigits,
  district: twoDigits,
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  yearOfCentury: fc.integer({ min: 0, max: 99 }),
  female: fc.boolean(),
  sequence: fc.integer({ min: 1, max: 9_999 }),
});

const partsOf = (text: string): NikParts => {
  const reading = readNik(text);
  if (reading.status !== 'plausible') throw new Error(reading.problem);
  return reading.parts;
};

test('a NIK read and written again is the same NIK, for women and men', () => {
  fc.assert(
    fc.property(partsOfSomebody, (parts) => {
      expect(partsOf(formatNik(parts))).toEqual(parts);
    }),
  );
});

test('no text of other than sixteen digits is ever plausible', () => {
  fc.assert(
    fc.property(
      fc.string().filter((text) => !/^\d{16}$/.test(text)),
      (text) => {
        expect(readNik(text).status).toBe('implausible');
      },
    ),
  );
});

test('a woman’s day of birth is written with forty added', () => {
  const woman = partsOf('6474024107850001');
  expect(woman).toMatchObject({ female: true, day: 1, month: 7, yearOfCentury: 85 });
  expect(birthDateFitsNik(woman, localDate('1985-07-01'))).toBe(true);
  expect(birthDateFitsNik(woman, localDate('1985-07-02'))).toBe(false);
});

describe('a NIK is refused', () => {
  test.each([
    ['647402010785000', 'NIK_LENGTH'],
    ['64740201078500011', 'NIK_LENGTH'],
    ['', 'NIK_LENGTH'],
    ['6474O20107850001', 'NIK_NOT_DIGITS'],
    ['6.47402010785E+15', 'NIK_NOT_DIGITS'],
    ['6474020107850 01', 'NIK_NOT_DIGITS'],
    ['9974020107850001', 'NIK_PROVINCE_UNKNOWN'],
    ['0074020107850001', 'NIK_PROVINCE_UNKNOWN'],
    ['6474020013850001', 'NIK_DATE'],
    ['6474023202850001', 'NIK_DATE'],
    ['6474023002850001', 'NIK_DATE'],
    ['6474022902850001', 'NIK_DATE'],
    ['6474024001850001', 'NIK_DATE'],
    ['6474027201850001', 'NIK_DATE'],
    ['6474020100850001', 'NIK_DATE'],
  ])('%s: %s', (text, problem) => {
    expect(readNik(text)).toEqual({ status: 'implausible', problem });
  });
});

test('29 February is possible where some century has it', () => {
  expect(readNik('6474022902840001').status).toBe('plausible');
  expect(readNik('6474022902000001').status).toBe('plausible');
});

test('the sequence 0000 is odd, yet plausible', () => {
  expect(readNik('6474020107850000')).toMatchObject({ status: 'plausible', sequenceIsZero: true });
});

test('a KPJ has eleven digits and keeps its leading zeros', () => {
  expect(readKpj('01234567890')).toBe('01234567890');
  expect(readKpj('1234567890')).toBeNull();
  expect(readKpj('123456789012')).toBeNull();
  expect(readKpj('0123456789x')).toBeNull();
});
