// What the calculation of one case answers, before it is written as JSON.
import type { LocalDate } from '../../calendar.ts';
import type { ExplainedLine } from '../explained-line.ts';
import type { Flag } from '../flags.ts';
import type { LawReader } from '../read-law.ts';
import type { Fields } from './fields.ts';

export type Figure =
  | string
  | number
  | bigint
  | boolean
  | null
  | readonly Figure[]
  | { readonly [name: string]: Figure };

/** Named as in `expected` of the worked examples (domain-rules §9.1). */
export type Figures = Readonly<Record<string, Figure>>;

/** Stands apart from the cash lines, because it is paid year by year (B-04). */
export type ScholarshipResult = {
  readonly lines: readonly ExplainedLine[];
  readonly figures: Figures;
};

export type CaseOutcome = {
  readonly lines: readonly ExplainedLine[];
  readonly flags: readonly Flag[];
  readonly figures: Figures;
  readonly scholarship: ScholarshipResult | null;
  /** The event that selects the law. */
  readonly eventDate: LocalDate;
};

/** Reads its fields, then calculates; null when a field was refused. */
export type CaseKind = (
  fields: Fields,
  law: LawReader,
  isRefused: () => boolean,
) => CaseOutcome | null;

export const caseKind =
  <Facts>(
    read: (fields: Fields, law: LawReader) => Facts,
    calculate: (facts: Facts, law: LawReader) => CaseOutcome,
  ): CaseKind =>
  (fields, law, isRefused) => {
    const facts = read(fields, law);
    return isRefused() ? null : calculate(facts, law);
  };

export const outcome = (
  eventDate: LocalDate,
  parts: Partial<Omit<CaseOutcome, 'eventDate'>>,
): CaseOutcome => ({
  lines: [],
  flags: [],
  figures: {},
  scholarship: null,
  ...parts,
  eventDate,
});
