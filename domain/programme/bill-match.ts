// C-21: three-way match of a bill by person, decree list = billed list = active list; pure.
import { ageOn, endOfMonth, type LocalDate, localDate, type Month, monthOf } from '../calendar.ts';
import { parseRupiah, type RupiahText, rupiah, rupiahText } from '../money.ts';
import { isWithin } from '../region.ts';

export const DIFFERENCE_KINDS = [
  'DOUBLE',
  'NOT_REGISTERED',
  'OTHER_TRANCHE',
  'DEAD',
  'WAGE_EARNER',
  'OVER_AGE',
  'MOVED',
  'NOT_ON_DECREE',
  'NOT_COVERED_YET',
  'OTHER_AMOUNT',
  'MISSING_ON_BILL',
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** One line of the branch's list, without a number that names a person. */
export type BilledRow = {
  /** Counts from 1 at the first line after the header. */
  readonly row: number;
  /** Whose KPJ it is; null when nobody here has it. */
  readonly workerId: string | null;
  /** The same KPJ stood on an earlier line. */
  readonly again: boolean;
  readonly amountIdr: RupiahText;
  /** The three below only where the branch's file has such a column. */
  readonly wageEarner: boolean;
  readonly birthDate: LocalDate | null;
  readonly area: string | null;
};

/** Whoever was accepted by BPJS for this tranche. */
export type RollMember = {
  readonly workerId: string;
  readonly decreed: boolean;
  readonly coverStart: LocalDate;
  readonly deathDate: LocalDate | null;
};

export type MatchTerms = {
  readonly month: Month;
  readonly monthlyContributionIdr: RupiahText;
  readonly region: string;
  readonly ageTo: number;
};

export type BillDifference = {
  /** Counts from 1 within its match. */
  readonly difference: number;
  readonly kind: DifferenceKind;
  readonly workerId: string | null;
  /** Null for a person who is missing on the bill. */
  readonly row: number | null;
  /** What is billed too much by it: the whole line, or what exceeds the rate. */
  readonly amountIdr: RupiahText;
};

export type BillMatch = {
  readonly matched: number;
  readonly active: number;
  readonly decreed: number;
  readonly differences: readonly BillDifference[];
};

/** The month of death is still owed; later months are not. */
const isDeadBefore = ({ deathDate }: RollMember, month: Month): boolean =>
  deathDate !== null && monthOf(deathDate) < month;

const startsAfter = ({ coverStart }: RollMember, month: Month): boolean =>
  coverStart > endOfMonth(month);

const isOwed = (member: RollMember, month: Month): boolean =>
  member.decreed && !isDeadBefore(member, month) && !startsAfter(member, month);

const isOverAge = ({ birthDate }: BilledRow, { month, ageTo }: MatchTerms): boolean =>
  birthDate !== null && ageOn(birthDate, localDate(`${month}-01`)) > ageTo;

const isElsewhere = ({ area }: BilledRow, { region }: MatchTerms): boolean =>
  area !== null && !isWithin(area, region);

/** The first that applies: a person has one reason not to be billed, the plainest one. */
const kindOf = (
  row: BilledRow,
  member: RollMember | undefined,
  terms: MatchTerms,
): DifferenceKind | null => {
  if (row.again) return 'DOUBLE';
  if (row.workerId === null) return 'NOT_REGISTERED';
  if (member === undefined) return 'OTHER_TRANCHE';
  if (isDeadBefore(member, terms.month)) return 'DEAD';
  if (row.wageEarner) return 'WAGE_EARNER';
  if (isOverAge(row, terms)) return 'OVER_AGE';
  if (isElsewhere(row, terms)) return 'MOVED';
  if (!member.decreed) return 'NOT_ON_DECREE';
  if (startsAfter(member, terms.month)) return 'NOT_COVERED_YET';
  return row.amountIdr === terms.monthlyContributionIdr ? null : 'OTHER_AMOUNT';
};

const tooMuch = (kind: DifferenceKind, row: BilledRow, terms: MatchTerms): RupiahText => {
  if (kind !== 'OTHER_AMOUNT') return row.amountIdr;
  const excess = parseRupiah(row.amountIdr) - parseRupiah(terms.monthlyContributionIdr);
  return rupiahText(rupiah(excess > 0n ? excess : 0n));
};

export const matchBill = (
  rows: readonly BilledRow[],
  roll: readonly RollMember[],
  terms: MatchTerms,
): BillMatch => {
  const members = new Map(roll.map((member) => [member.workerId, member]));
  const onBill = rows.flatMap((row) => {
    const member = row.workerId === null ? undefined : members.get(row.workerId);
    const kind = kindOf(row, member, terms);
    if (kind === null) return [];
    const { workerId, row: line } = row;
    return [{ kind, workerId, row: line, amountIdr: tooMuch(kind, row, terms) }];
  });
  const billed = new Set(rows.map(({ workerId }) => workerId));
  const owed = roll.filter((member) => isOwed(member, terms.month));
  const missing = owed
    .filter(({ workerId }) => !billed.has(workerId))
    .map(({ workerId }) => ({
      ...{ kind: 'MISSING_ON_BILL' as const, workerId, row: null },
      amountIdr: rupiahText(rupiah(0n)),
    }));
  return {
    matched: rows.length - onBill.length,
    active: owed.length,
    decreed: roll.filter(({ decreed }) => decreed).length,
    differences: [...onBill, ...missing].map((one, index) => ({ difference: index + 1, ...one })),
  };
};
