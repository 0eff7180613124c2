// One line of a benefit that explains itself: amount, the numbers put in, rule, article, facts.
import { type Rupiah, rupiah } from '../money.ts';
import type { Confidence, LawVersionCode } from './law-versions.ts';
import type { Citation } from './read-law.ts';

/** Which sentence tells the formula; its words are in `apps/copy`. */
export const FORMULA_CODES = [
  'BILL_IN_FULL',
  'BILL_UP_TO_CEILING',
  'CLAIMS_TIMES_AMOUNT',
  'CONTRIBUTION_FLAT',
  'CONTRIBUTION_OF_BAND',
  'DISABILITY_OF_WAGE',
  'DISABILITY_TOTAL',
  'FIXED_AMOUNT',
  'FUNERAL_ONLY',
  'LATE_DAYS',
  'MONTHS_AT_ONCE',
  'SCHOLARSHIP_ONCE',
  'SCHOLARSHIP_YEAR',
  'STMB_DAYS',
  'WAGE_TIMES',
  'WORKERS_TIMES_CONTRIBUTION',
] as const;
export type FormulaCode = (typeof FORMULA_CODES)[number];

export type FactValue = string | number | bigint;
export type LineFacts = Readonly<Record<string, FactValue>>;

export type ExplainedLine = {
  readonly code: string;
  readonly amountIdr: Rupiah;
  readonly payee: string | null;
  readonly child: string | null;
  /** Figures only, the same in every language: `48 × Rp1.000.000 = Rp48.000.000`. */
  readonly formula: string;
  readonly because: FormulaCode;
  readonly facts: LineFacts;
  readonly ruleId: string;
  readonly article: string;
  readonly lawVersion: LawVersionCode | null;
  readonly confidence: Confidence;
};

type LineDraft = {
  readonly code: string;
  readonly amountIdr: bigint;
  readonly formula: string;
  readonly because: FormulaCode;
  readonly facts: LineFacts;
  readonly payee?: string | null;
  readonly child?: string;
};

export const explain = (source: Citation<unknown>, draft: LineDraft): ExplainedLine => ({
  code: draft.code,
  amountIdr: rupiah(draft.amountIdr),
  payee: draft.payee ?? null,
  child: draft.child ?? null,
  formula: draft.formula,
  because: draft.because,
  facts: draft.facts,
  ruleId: source.ruleId,
  article: source.article,
  lawVersion: source.law,
  confidence: source.confidence,
});

/** The same line for many: so many claims, or so many workers. */
export const multiplied = (
  line: ExplainedLine,
  count: number,
  because: FormulaCode,
): ExplainedLine => {
  const amountIdr = rupiah(line.amountIdr * BigInt(count));
  return {
    ...line,
    amountIdr,
    formula: `${count} × ${rp(line.amountIdr)} = ${rp(amountIdr)}`,
    because,
    facts: { count, eachIdr: line.amountIdr },
  };
};

/** `Rp1.000.000`, as every voucher writes it. */
export const rp = (amount: bigint): string =>
  `Rp${amount.toString().replace(/\B(?=(\d{3})+(?!\d))/g, '.')}`;

/** Basis points as a percentage with a decimal comma: 450 → `4,5 %`. */
export const percentText = (hundredths: bigint): string => {
  const whole = hundredths / 100n;
  const rest = (hundredths % 100n).toString().padStart(2, '0').replace(/0+$/, '');
  return `${whole}${rest === '' ? '' : `,${rest}`} %`;
};

/** Rounded once, at the line, half up. */
export const halfUp = (numerator: bigint, denominator: bigint): bigint =>
  (numerator * 2n + denominator) / (denominator * 2n);

export const totalOf = (lines: readonly ExplainedLine[]): bigint =>
  lines.reduce((total, line) => total + line.amountIdr, 0n);
