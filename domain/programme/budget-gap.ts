// C-24: months of the next fiscal year that no budget pays, who stands behind them, and who must hear of it.
import { type LocalDate, localDate, type Month, monthOf, monthsBetween } from '../calendar.ts';
import { parseRupiah, type RupiahText } from '../money.ts';
import type { TrancheOpened } from './events.ts';
import type { TrancheMembers } from './gate-events.ts';
import { type GateFacts, monthsWithoutBudget } from './gate-state.ts';

export const BUDGET_MILESTONES = ['BUDGET_OCTOBER', 'BUDGET_NOVEMBER', 'BUDGET_DECEMBER'] as const;
export type BudgetMilestone = (typeof BUDGET_MILESTONES)[number];

export const BUDGET_HEARERS = ['TREASURER', 'HEAD_OF_OFFICE', 'REGIONAL_SECRETARY'] as const;
export type BudgetHearer = (typeof BUDGET_HEARERS)[number];

type Milestone = { readonly day: string; readonly to: BudgetHearer };

/**
 * Days of the office (confidence K): while the APBD is drafted, before it is agreed, and while the DPA
 * is written. After New Year a month without a budget is arrears.
 */
const MILESTONES: Readonly<Record<BudgetMilestone, Milestone>> = {
  BUDGET_OCTOBER: { day: '10-01', to: 'TREASURER' },
  BUDGET_NOVEMBER: { day: '11-01', to: 'HEAD_OF_OFFICE' },
  BUDGET_DECEMBER: { day: '12-15', to: 'REGIONAL_SECRETARY' },
};

/** Where a tranche is too young to know its own: 107 deaths among 34,782 in nine months (P). */
const REFERENCE = { deaths: 107n, personMonths: 34_782n * 9n };
/** Fewer months or deaths say nothing of a tranche. */
const OWN_MONTHS_MIN = 6;
const OWN_DEATHS_MIN = 5;

export type BudgetGap = {
  readonly fiscalYear: number;
  readonly months: readonly Month[];
  readonly persons: number;
  readonly amountIdr: RupiahText;
  /** Deaths that these months would bring, in tenths: 13 is 1.3. */
  readonly deathsInTenths: number;
  /** By the deaths of this tranche, or of a region that published its own. */
  readonly deathsBy: 'OWN' | 'REFERENCE';
};

type Known = {
  readonly tranche: TrancheOpened['data'];
  readonly gate: Pick<GateFacts, 'budgets'>;
  readonly members: Pick<TrancheMembers, 'registered' | 'alive'>;
};

const deathsIn = ({ tranche, members }: Known, months: number, today: LocalDate) => {
  const { registered, alive } = members;
  const lived = Math.max(0, monthsBetween(monthOf(tranche.coverFrom), monthOf(today)));
  const isOwn = lived >= OWN_MONTHS_MIN && registered - alive >= OWN_DEATHS_MIN;
  const deaths = isOwn ? BigInt(registered - alive) : REFERENCE.deaths;
  const personMonths = isOwn ? BigInt(registered) * BigInt(lived) : REFERENCE.personMonths;
  const exposed = BigInt(alive) * BigInt(months);
  // Half up, in whole numbers: the same on every machine.
  const tenths = (20n * deaths * exposed + personMonths) / (2n * personMonths);
  return { deathsInTenths: Number(tenths), deathsBy: isOwn ? 'OWN' : 'REFERENCE' } as const;
};

/** Of the fiscal year after the day; null where every month of it has its document. */
export const budgetGap = (known: Known, today: LocalDate): BudgetGap | null => {
  const fiscalYear = Number(today.slice(0, 4)) + 1;
  const first = monthOf(localDate(`${fiscalYear}-01-01`));
  const last = monthOf(localDate(`${fiscalYear}-12-01`));
  const from = [first, monthOf(known.tranche.coverFrom)].toSorted().at(-1) ?? first;
  const months = monthsWithoutBudget(known.gate, from, last);
  if (months.length === 0) return null;
  const persons = known.members.alive;
  const monthly = parseRupiah(known.tranche.monthlyContributionIdr);
  const amount = monthly * BigInt(persons) * BigInt(months.length);
  return {
    ...{ fiscalYear, months, persons, amountIdr: amount.toString() as RupiahText },
    ...deathsIn(known, months.length, today),
  };
};

export const budgetKey = (fiscalYear: number, milestone: BudgetMilestone): string =>
  `${fiscalYear}/${milestone}`;

export type BudgetDay = {
  readonly milestone: BudgetMilestone;
  readonly to: BudgetHearer;
  readonly dueOn: LocalDate;
};

const dayOf = (milestone: BudgetMilestone, year: string): BudgetDay => {
  const { day, to } = MILESTONES[milestone];
  return { milestone, to, dueOn: localDate(`${year}-${day}`) };
};

/** The latest day of this year that has come; an earlier one that nobody saw is past. */
export const budgetDayOn = (today: LocalDate): BudgetDay | undefined =>
  BUDGET_MILESTONES.map((code) => dayOf(code, today.slice(0, 4))).findLast(
    ({ dueOn }) => dueOn <= today,
  );

/** The next day on which a gap goes up, this year or the next. */
export const nextBudgetDay = (today: LocalDate): BudgetDay => {
  const year = today.slice(0, 4);
  const coming = BUDGET_MILESTONES.map((code) => dayOf(code, year));
  const next = coming.find(({ dueOn }) => dueOn > today);
  return next ?? dayOf('BUDGET_OCTOBER', String(Number(year) + 1));
};
