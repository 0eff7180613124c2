// Bills of an accident: transport by mode, aids, home care, treatment; each up to its ceiling
// (K-10 … K-14, K-23 … K-28).
import type { LocalDate } from '../calendar.ts';
import type { Rule } from './book/rule.ts';
import { type ExplainedLine, explain, halfUp, rp } from './explained-line.ts';
import { cappedFlag, type Flag } from './flags.ts';
import type { Citation, LawReader } from './read-law.ts';

export const CEILING_RULES = {
  'JKK.TRANSPORT_LAND': 'K-11',
  'JKK.TRANSPORT_SEA': 'K-12',
  'JKK.TRANSPORT_AIR': 'K-13',
  'JKK.HOME_CARE': 'K-27',
  'JKK.HEARING_AID': 'K-25',
  'JKK.GLASSES': 'K-26',
  'JKK.DENTURES': 'K-24',
  'JKK.MEDICAL': 'K-10',
  'JKK.DIAGNOSTIC': 'K-28',
  'JKK.REHABILITATION': 'K-23',
} as const;

export type BillCode = keyof typeof CEILING_RULES;
export const BILL_CODES = [
  'JKK.TRANSPORT_LAND',
  'JKK.TRANSPORT_SEA',
  'JKK.TRANSPORT_AIR',
  'JKK.HOME_CARE',
  'JKK.HEARING_AID',
  'JKK.GLASSES',
  'JKK.DENTURES',
  'JKK.MEDICAL',
  'JKK.DIAGNOSTIC',
  'JKK.REHABILITATION',
] as const satisfies readonly BillCode[];

export type Bill = {
  readonly code: BillCode;
  readonly amountIdr: bigint;
  /** Reference price of the government hospital, for orthosis and prosthesis (K-23). */
  readonly referencePriceIdr: bigint | null;
  /** Paid to a hospital already: it takes of the ceiling, and is not paid again. */
  readonly isTaken?: boolean;
};

export type Reimbursement = {
  readonly lines: readonly ExplainedLine[];
  readonly flags: readonly Flag[];
};

type Ceiling = { readonly source: Citation<unknown>; readonly maxIdr: bigint | null };

const fromRule = (
  rule: Rule<{ readonly maxIdr: bigint | null }>,
  date: LocalDate,
  law: LawReader,
): Ceiling | null => {
  const source = law.find(rule, date);
  return source === null ? null : { source, maxIdr: source.value.maxIdr };
};

/** The ceiling on the day; null where that law did not know the benefit. */
export const ceilingOf = (
  bills: readonly Bill[],
  date: LocalDate,
  law: LawReader,
): Ceiling | null => {
  const code = bills[0]?.code;
  if (code === undefined) return null;
  if (code !== 'JKK.REHABILITATION') {
    const rule: Rule<{ readonly maxIdr: bigint | null }> = law.book[CEILING_RULES[code]];
    return fromRule(rule, date, law);
  }
  const source = law.must(law.book['K-23'], date);
  const prices = bills.map((bill) => bill.referencePriceIdr);
  // Medical rehabilitation has no reference price, and no ceiling.
  if (prices.some((price) => price === null)) return { source, maxIdr: null };
  const reference = prices.reduce<bigint>((sum, price) => sum + (price ?? 0n), 0n);
  return { source, maxIdr: halfUp(reference * (100n + source.value.percentAbove), 100n) };
};

const sumOf = (bills: readonly Bill[]): bigint =>
  bills.reduce((sum, bill) => sum + bill.amountIdr, 0n);

/** What is left of a ceiling; the price of a piece is nobody else's. */
const leftOf = ({ source, maxIdr }: Ceiling, code: BillCode, taken: bigint): Ceiling => {
  if (maxIdr === null || code === 'JKK.REHABILITATION') return { source, maxIdr };
  return { source, maxIdr: maxIdr > taken ? maxIdr - taken : 0n };
};

const lineOf = (code: BillCode, billed: bigint, ceiling: Ceiling): ExplainedLine => {
  const { source, maxIdr } = ceiling;
  const isCapped = maxIdr !== null && billed > maxIdr;
  return explain(source, {
    code,
    amountIdr: isCapped ? maxIdr : billed,
    formula: maxIdr === null ? rp(billed) : `min(${rp(billed)}; ${rp(maxIdr)})`,
    because: maxIdr === null ? 'BILL_IN_FULL' : 'BILL_UP_TO_CEILING',
    facts: { billedIdr: billed, ...(maxIdr !== null && { maxIdr }) },
  });
};

/** Several bills of one kind share its ceiling; different modes are added up (K-14). */
export const reimbursementOf = (
  bills: readonly Bill[],
  eventDate: LocalDate,
  law: LawReader,
): Reimbursement => {
  const asked = bills.filter(({ isTaken }) => isTaken !== true);
  const codes = [...new Set(asked.map((bill) => bill.code))];
  const lines: ExplainedLine[] = [];
  const flags: Flag[] = [];
  for (const code of codes) {
    const own = asked.filter((bill) => bill.code === code);
    const billed = sumOf(own);
    const taken = sumOf(bills.filter((bill) => bill.isTaken === true && bill.code === code));
    const whole = ceilingOf(own, eventDate, law);
    const ceiling = whole && leftOf(whole, code, taken);
    if (ceiling === null) {
      law.review('NOT_KNOWN_TO_THAT_LAW', CEILING_RULES[code]);
      continue;
    }
    if (billed === 0n) continue;
    lines.push(lineOf(code, billed, ceiling));
    if (ceiling.maxIdr !== null && billed > ceiling.maxIdr) flags.push(cappedFlag(code));
  }
  return { lines, flags };
};
