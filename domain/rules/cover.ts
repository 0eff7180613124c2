// Cover at a date, computed from payments and the start of membership, never stored (C-08 … C-23).
import type { LocalDate, Month } from '../calendar.ts';
import { addMonthsTo, monthOf, monthsBetween } from '../calendar.ts';
import type { CoverageState } from '../claim/assessment/assessment-events.ts';
import type { PaidMonth } from '../programme/paid-month.ts';

/** C-09, C-23: cover ends when MORE than three consecutive months are unpaid. */
export const GRACE_MONTHS = 3;

/** C-23, open: whether the first or the last day of the fourth unpaid month ends cover. */
export type LapseDay = 'FIRST_DAY_OF_FOURTH_MONTH' | 'LAST_DAY_OF_FOURTH_MONTH';
export type CoverRules = {
  readonly lapseDay: LapseDay;
  /** C-09: months that a person keeps cover in arrears, as the rule book of the day says. */
  readonly graceMonths?: number;
};
/** The default until a lawyer says otherwise; results that hang on it carry a review flag. */
export const COVER_RULES: CoverRules = { lapseDay: 'FIRST_DAY_OF_FOURTH_MONTH' };

/** Unpaid months through which cover is still held (in arrears). */
const monthsHeld = ({ lapseDay, graceMonths = GRACE_MONTHS }: CoverRules): number =>
  lapseDay === 'FIRST_DAY_OF_FOURTH_MONTH' ? graceMonths : graceMonths + 1;

export const firstDayOf = (month: Month): LocalDate => `${month}-01` as LocalDate;

/** First day without cover if nothing is paid from this month on. */
export const lapseDayOf = (firstUnpaid: Month, rules: CoverRules = COVER_RULES): LocalDate =>
  firstDayOf(addMonthsTo(firstUnpaid, monthsHeld(rules)));

export type CoverInputs = {
  /**
   * Start of the membership that holds on the day: after a lapse that is the new start, because
   * the three-month clock of M-12 is taken to restart (M-15).
   */
  readonly membershipStart: LocalDate | null;
  readonly paidThrough: Month | null;
  readonly on: LocalDate;
};

export type Cover = { readonly state: CoverageState; readonly unpaidMonths: number };

const stateAfter = (unpaidMonths: number, rules: CoverRules): CoverageState => {
  if (unpaidMonths === 0) return 'ACTIVE';
  return unpaidMonths <= monthsHeld(rules) ? 'GRACE' : 'LAPSED';
};

/** Unpaid months run from the month after `paidThrough` up to and including the month of `on`. */
export const coverOn = (
  { membershipStart, paidThrough, on }: CoverInputs,
  rules: CoverRules = COVER_RULES,
): Cover => {
  // C-20: accepted, but no month was ever paid.
  if (membershipStart === null || paidThrough === null || on < membershipStart) {
    return { state: 'NOT_STARTED', unpaidMonths: 0 };
  }
  const unpaidMonths = Math.max(0, monthsBetween(paidThrough, monthOf(on)));
  return { state: stateAfter(unpaidMonths, rules), unpaidMonths };
};

/** Everything that the cover of one person rests on. */
export type CoverHistory = {
  /** C-11: first day of cover; null for somebody who was never accepted. */
  readonly coverStart: LocalDate | null;
  readonly paid: readonly PaidMonth[];
  /** C-10: months of arrears that the branch accepted although cover had ended. */
  readonly acceptedArrears?: readonly Month[];
  /** Taken over: paid in time up to this month, as the former books say. */
  readonly declaredThrough?: Month | null;
};

/** Codes of results that a person should look at before relying on them. */
export type CoverFlag =
  | 'REVIEW_COVER_NOT_STARTED'
  | 'REVIEW_LAPSE_DAY'
  | 'REVIEW_ARREARS_AFTER_LAPSE';

export type CoverAt = Cover & {
  readonly membershipStart: LocalDate | null;
  /** Last month up to the day that is paid; null when none is. */
  readonly paidThrough: Month | null;
  readonly contributionMonths: number;
  readonly flags: readonly CoverFlag[];
};

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** The order in which money came counts, not the order in which we heard of it. */
const inOrderOfPayment = (paid: readonly PaidMonth[]): readonly PaidMonth[] =>
  paid.toSorted((a, b) => byText(a.paidOn, b.paidOn) || byText(a.month, b.month));

const declaredMonths = (first: Month, through: Month | null): readonly PaidMonth[] =>
  Array.from(
    { length: through === null ? 0 : Math.max(0, monthsBetween(first, through) + 1) },
    (_, index) => {
      const month = addMonthsTo(first, index);
      return { month, paidOn: firstDayOf(month) };
    },
  );

type Within = { readonly first: Month; readonly until: Month };

/** The run of unpaid months around `month`, no further than `until`. */
const unpaidRun = (
  counted: ReadonlyMap<Month, LocalDate>,
  month: Month,
  { first, until }: Within,
): readonly Month[] => {
  const run: Month[] = counted.has(month) ? [] : [month];
  if (run.length === 0) return run;
  for (let m = month; m > first && !counted.has(addMonthsTo(m, -1)); ) {
    m = addMonthsTo(m, -1);
    run.unshift(m);
  }
  for (let m = month; m < until && !counted.has(addMonthsTo(m, 1)); ) {
    m = addMonthsTo(m, 1);
    run.push(m);
  }
  return run;
};

type Counted = {
  readonly months: ReadonlyMap<Month, LocalDate>;
  /** Paid after cover had ended, and not accepted by the branch: they bring nothing back. */
  readonly tooLate: readonly Month[];
  /** Months paid when cover had ended: unless the gap before them was closed, it began anew. */
  readonly restarts: ReadonlySet<Month>;
};

type Counting = {
  readonly first: Month;
  readonly rules: CoverRules;
  readonly accepted: ReadonlySet<Month>;
  readonly months: Map<Month, LocalDate>;
  /** Months of runs that had ended cover when a later payment came. */
  readonly lost: Set<Month>;
  readonly restarts: Set<Month>;
  readonly tooLate: Month[];
};

const hasEnded = (run: readonly Month[], rules: CoverRules): boolean =>
  run.length > monthsHeld(rules);

/** What a payment of this day finds: cover that ended takes its unpaid months with it. */
const loseMonths = ({ months, lost, first, rules }: Counting, until: Month): boolean => {
  const running = until < first ? [] : unpaidRun(months, until, { first, until });
  if (!hasEnded(running, rules)) return false;
  for (const gone of running.slice(0, -1)) lost.add(gone);
  return true;
};

const isGone = (counting: Counting, month: Month, until: Month): boolean => {
  const { months, lost, accepted, first, rules } = counting;
  if (month >= until || accepted.has(month)) return false;
  return lost.has(month) || hasEnded(unpaidRun(months, month, { first, until }), rules);
};

const countPayment = (counting: Counting, { month, paidOn }: PaidMonth): void => {
  const { first, months } = counting;
  if (month < first || months.has(month)) return;
  const until = monthOf(paidOn);
  const endedBefore = loseMonths(counting, until);
  if (isGone(counting, month, until)) {
    counting.tooLate.push(month);
    return;
  }
  if (endedBefore && month >= until) counting.restarts.add(month);
  months.set(month, paidOn);
};

/** C-08, C-10: which payments count for their month, in the order in which they were made. */
const countedMonths = (first: Month, history: CoverHistory, rules: CoverRules): Counted => {
  const declared = declaredMonths(first, history.declaredThrough ?? null);
  const counting: Counting = {
    first,
    rules,
    accepted: new Set(history.acceptedArrears ?? []),
    months: new Map(declared.map(({ month, paidOn }) => [month, paidOn])),
    lost: new Set(),
    restarts: new Set(),
    tooLate: [],
  };
  for (const payment of inOrderOfPayment(history.paid)) countPayment(counting, payment);
  return counting;
};

type Membership = { readonly start: LocalDate; readonly months: readonly Month[] };

/** M-15: after a gap that ended cover the next month paid begins a membership of its own. */
const memberships = (
  coverStart: LocalDate,
  { months, restarts }: Counted,
  rules: CoverRules,
): readonly Membership[] => {
  const all: { start: LocalDate; months: Month[] }[] = [{ start: coverStart, months: [] }];
  let last = addMonthsTo(monthOf(coverStart), -1);
  for (const [month, paidOn] of [...months].toSorted(([a], [b]) => byText(a, b))) {
    const gap = monthsBetween(last, month) - 1;
    if (gap > monthsHeld(rules) || (gap > 0 && restarts.has(month))) {
      // Nobody is insured backwards: a new membership begins with the day of its payment.
      const start = monthOf(paidOn) === month ? paidOn : firstDayOf(month);
      all.push({ start, months: [] });
    }
    all.at(-1)?.months.push(month);
    last = month;
  }
  return all;
};

const unpaidIn = ({ start, months }: Membership, on: LocalDate): number => {
  const before = addMonthsTo(monthOf(start), -1);
  const lastPaid = months.findLast((month) => month <= monthOf(on)) ?? before;
  return Math.max(0, monthsBetween(lastPaid, monthOf(on)));
};

const NEVER: Pick<CoverAt, 'paidThrough' | 'contributionMonths'> = {
  paidThrough: null,
  contributionMonths: 0,
};

/** What a person should look at before relying on this cover. */
export const coverFlags = ({ state, unpaidMonths }: Cover): readonly CoverFlag[] => [
  ...(state === 'NOT_STARTED' ? (['REVIEW_COVER_NOT_STARTED'] as const) : []),
  ...(unpaidMonths === GRACE_MONTHS + 1 ? (['REVIEW_LAPSE_DAY'] as const) : []),
];

const flagsOf = (cover: Cover, tooLate: readonly Month[], on: LocalDate): readonly CoverFlag[] => [
  ...coverFlags(cover),
  ...(cover.state !== 'ACTIVE' && tooLate.some((month) => month <= monthOf(on))
    ? (['REVIEW_ARREARS_AFTER_LAPSE'] as const)
    : []),
];

/** Cover of one person on a day; what was known when is said by which payments are handed in. */
export const coverAt = (
  history: CoverHistory,
  on: LocalDate,
  rules: CoverRules = COVER_RULES,
): CoverAt => {
  const { coverStart } = history;
  const none: Cover = { state: 'NOT_STARTED', unpaidMonths: 0 };
  if (coverStart === null) return { ...none, ...NEVER, membershipStart: null, flags: [] };
  const counted = countedMonths(monthOf(coverStart), history, rules);
  const paid = [...counted.months.keys()].filter((month) => month <= monthOf(on)).sort(byText);
  const known = { paidThrough: paid.at(-1) ?? null, contributionMonths: paid.length };
  const holding = memberships(coverStart, counted, rules).findLast(({ start }) => start <= on);
  if (holding === undefined) return { ...none, ...known, membershipStart: coverStart, flags: [] };
  const unpaidMonths = unpaidIn(holding, on);
  // C-20: accepted, but no month was ever paid.
  const cover =
    holding.months.length === 0 ? none : { state: stateAfter(unpaidMonths, rules), unpaidMonths };
  const flags = flagsOf(cover, counted.tooLate, on);
  return { ...cover, ...known, membershipStart: holding.start, flags };
};

/**
 * The run of unpaid months on a day, or the one that would begin next; it runs from the first month
 * of cover on, whether or not anything was ever paid (C-23).
 */
export const firstUnpaidMonth = (
  history: CoverHistory & { readonly coverStart: LocalDate },
  on: LocalDate,
  rules: CoverRules = COVER_RULES,
): Month => {
  const first = monthOf(history.coverStart);
  const { months } = countedMonths(first, history, rules);
  let month = on < history.coverStart ? first : monthOf(on);
  if (months.has(month)) {
    while (months.has(month)) month = addMonthsTo(month, 1);
    return month;
  }
  while (month > first && !months.has(addMonthsTo(month, -1))) month = addMonthsTo(month, -1);
  return month;
};

/** C-08: at most three months can be paid after the fact. */
export const arrearsOwed = (unpaidMonths: number, monthlyContributionIdr: bigint): bigint =>
  BigInt(Math.min(Math.max(unpaidMonths, 0), GRACE_MONTHS)) * monthlyContributionIdr;
