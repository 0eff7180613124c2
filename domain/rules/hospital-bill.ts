// A hospital's bill line by line: what the law pays of it, by tariff, limit and day (K-10 … K-14, K-23 … K-28).
import type { LocalDate } from '../calendar.ts';
import { parseRupiah, type RupiahText, rupiah, rupiahText } from '../money.ts';
import { RULE_BOOK } from './book/rule-book.ts';
import { type LawReader, readLaw } from './read-law.ts';
import { type Bill, type BillCode, CEILING_RULES, ceilingOf } from './reimbursement.ts';

/** Kinds of items as hospitals bill them, and the benefit under which the law pays each. */
export const HOSPITAL_ITEMS = {
  ROOM: 'JKK.MEDICAL',
  DOCTOR: 'JKK.MEDICAL',
  EMERGENCY: 'JKK.MEDICAL',
  PROCEDURE: 'JKK.MEDICAL',
  SURGERY: 'JKK.MEDICAL',
  MEDICINE: 'JKK.MEDICAL',
  LABORATORY: 'JKK.MEDICAL',
  RADIOLOGY: 'JKK.MEDICAL',
  EXAMINATION: 'JKK.DIAGNOSTIC',
  AMBULANCE_LAND: 'JKK.TRANSPORT_LAND',
  AMBULANCE_SEA: 'JKK.TRANSPORT_SEA',
  AMBULANCE_AIR: 'JKK.TRANSPORT_AIR',
  REHABILITATION: 'JKK.REHABILITATION',
  PROSTHESIS: 'JKK.REHABILITATION',
  HEARING_AID: 'JKK.HEARING_AID',
  GLASSES: 'JKK.GLASSES',
  DENTURES: 'JKK.DENTURES',
  HOME_CARE: 'JKK.HOME_CARE',
} as const satisfies Readonly<Record<string, BillCode>>;
export type HospitalItem = keyof typeof HOSPITAL_ITEMS;

export type BilledLine = {
  readonly line: number;
  readonly item: HospitalItem;
  readonly servedOn: LocalDate;
  readonly amountIdr: RupiahText;
  /** Of the agreement with the hospital; null where it names none for the item. */
  readonly tariffIdr: RupiahText | null;
  /** Of the government hospital, for orthosis and prosthesis (K-23). */
  readonly referencePriceIdr: RupiahText | null;
};

/** Why less is accepted than was billed: by rule, or by the word of whoever verifies. */
export const RULED_GROUNDS = [
  'BEFORE_EVENT',
  'AFTER_CARE',
  'BILLED_TWICE',
  'ABOVE_TARIFF',
  'OVER_LIMIT',
  'NOT_KNOWN_TO_LAW',
] as const;
export const PERSONS_GROUNDS = ['NOT_FROM_ACCIDENT', 'NO_EVIDENCE', 'NOT_NEEDED'] as const;
export type PersonsGround = (typeof PERSONS_GROUNDS)[number];
export type DisputeGround = (typeof RULED_GROUNDS)[number] | PersonsGround;

export type VerifiedLine = {
  readonly line: number;
  readonly item: HospitalItem;
  readonly billedIdr: RupiahText;
  readonly acceptedIdr: RupiahText;
  /** Null where all of it is accepted. */
  readonly ground: DisputeGround | null;
  readonly reason: string | null;
  readonly ruleId: string;
  readonly article: string;
};

/** What was accepted before, on another bill of the same case. */
export type AcceptedBefore = Pick<BilledLine, 'item' | 'servedOn' | 'amountIdr'> & {
  readonly acceptedIdr: RupiahText;
};

export type Treatment = {
  readonly eventDate: LocalDate;
  /** After this day nothing more is treated: healed, or led to JKN. */
  readonly careEnds: LocalDate | null;
  readonly before: readonly AcceptedBefore[];
  /** What the worker asks back themselves: one ceiling for both. */
  readonly claimed: readonly Pick<Bill, 'code' | 'amountIdr'>[];
};

type Found = { readonly acceptedIdr: bigint; readonly ground: VerifiedLine['ground'] };

const least = (one: bigint, other: bigint): bigint => (one < other ? one : other);

const byDay = ({ servedOn, item, amountIdr }: BilledLine, of: Treatment): Found['ground'] => {
  if (servedOn < of.eventDate) return 'BEFORE_EVENT';
  const isCare = HOSPITAL_ITEMS[item] === 'JKK.MEDICAL';
  if (isCare && of.careEnds !== null && servedOn > of.careEnds) return 'AFTER_CARE';
  const isTwice = of.before.some(
    (known) =>
      known.item === item &&
      known.servedOn === servedOn &&
      known.amountIdr === amountIdr &&
      parseRupiah(known.acceptedIdr) > 0n,
  );
  return isTwice ? 'BILLED_TWICE' : null;
};

const byTariff = ({ amountIdr, tariffIdr }: BilledLine): Found => {
  const billed = parseRupiah(amountIdr);
  const tariff = tariffIdr === null ? billed : parseRupiah(tariffIdr);
  return { acceptedIdr: least(billed, tariff), ground: billed > tariff ? 'ABOVE_TARIFF' : null };
};

/** What is left of a ceiling after other bills, the worker's own, and the lines above. */
const takenOf = (
  code: BillCode,
  { before, claimed }: Treatment,
  above: readonly VerifiedLine[],
): bigint =>
  [...before, ...above]
    .filter(({ item }) => HOSPITAL_ITEMS[item] === code)
    .reduce((sum, { acceptedIdr }) => sum + parseRupiah(acceptedIdr), 0n) +
  claimed.filter((bill) => bill.code === code).reduce((sum, { amountIdr }) => sum + amountIdr, 0n);

const lineOf = (
  billed: BilledLine,
  of: Treatment & { readonly above: readonly VerifiedLine[] },
  law: LawReader,
): VerifiedLine => {
  const { line, item, amountIdr, referencePriceIdr } = billed;
  const code = HOSPITAL_ITEMS[item];
  const price = referencePriceIdr === null ? null : parseRupiah(referencePriceIdr);
  const bill = { code, amountIdr: parseRupiah(amountIdr), referencePriceIdr: price };
  const ceiling = ceilingOf([bill], of.eventDate, law);
  const ruleId = ceiling?.source.ruleId ?? CEILING_RULES[code];
  const article = ceiling?.source.article ?? '';
  const found = (acceptedIdr: bigint, ground: VerifiedLine['ground']): VerifiedLine => ({
    ...{ line, item, billedIdr: amountIdr, acceptedIdr: rupiahText(rupiah(acceptedIdr)) },
    ...{ ground, reason: null, ruleId, article },
  });
  if (ceiling === null) return found(0n, 'NOT_KNOWN_TO_LAW');
  const day = byDay(billed, of);
  if (day !== null) return found(0n, day);
  const { acceptedIdr, ground } = byTariff(billed);
  if (ceiling.maxIdr === null) return found(acceptedIdr, ground);
  // The price of the government hospital is a ceiling of the piece, every other one of the case.
  const taken = code === 'JKK.REHABILITATION' ? 0n : takenOf(code, of, of.above);
  const left = ceiling.maxIdr > taken ? ceiling.maxIdr - taken : 0n;
  return acceptedIdr > left ? found(left, 'OVER_LIMIT') : found(acceptedIdr, ground);
};

/** In the order of the bill: a line above takes from the ceiling of one below. */
export const verifyLines = (
  lines: readonly BilledLine[],
  of: Treatment,
  law: LawReader = readLaw(RULE_BOOK),
): readonly VerifiedLine[] => {
  const above: VerifiedLine[] = [];
  for (const line of lines) above.push(lineOf(line, { ...of, above }, law));
  return above;
};
