// The lapse clock of a tranche: warned on day 30 and 60, escalated on day 80, then cover ends (C-23).
import {
  addDays,
  daysBetween,
  type LocalDate,
  type Month,
  monthOf,
  monthsBetween,
} from '../calendar.ts';
import {
  COVER_RULES,
  type CoverHistory,
  type CoverRules,
  firstDayOf,
  firstUnpaidMonth,
  lapseDayOf,
} from '../rules/cover.ts';
import { LAPSE_MILESTONES, type LapseMilestone } from './paid-month.ts';

/** The first day of the first unpaid month is day 1. */
const DAY_OF: Readonly<Record<Exclude<LapseMilestone, 'LAPSE'>, number>> = {
  WARNING_30: 30,
  WARNING_60: 60,
  ESCALATION_80: 80,
};

export type LapseClock = {
  /** Begins the run of unpaid months; a month still to come when everything is paid. */
  readonly firstUnpaid: Month;
  readonly unpaidMonths: number;
  /** Day of the clock: 1 on the first day of the first unpaid month; below 1 before it. */
  readonly day: number;
  readonly lapsesOn: LocalDate;
  readonly daysToLapse: number;
  readonly hasLapsed: boolean;
  readonly milestones: readonly {
    readonly code: LapseMilestone;
    readonly dueOn: LocalDate;
    /** 0 on the day itself, less after it. */
    readonly daysLeft: number;
  }[];
};

export type PaidHistory = CoverHistory & { readonly coverStart: LocalDate };

const milestoneDay = (
  code: LapseMilestone,
  firstUnpaid: Month,
  rules: CoverRules = COVER_RULES,
): LocalDate =>
  code === 'LAPSE'
    ? lapseDayOf(firstUnpaid, rules)
    : addDays(firstDayOf(firstUnpaid), DAY_OF[code] - 1);

export const lapseClock = (
  history: PaidHistory,
  today: LocalDate,
  rules: CoverRules = COVER_RULES,
): LapseClock => {
  const firstUnpaid = firstUnpaidMonth(history, today, rules);
  const lapsesOn = lapseDayOf(firstUnpaid, rules);
  return {
    firstUnpaid,
    unpaidMonths: Math.max(0, monthsBetween(firstUnpaid, monthOf(today)) + 1),
    day: daysBetween(firstDayOf(firstUnpaid), today) + 1,
    lapsesOn,
    daysToLapse: daysBetween(today, lapsesOn),
    hasLapsed: today >= lapsesOn,
    milestones: LAPSE_MILESTONES.map((code) => {
      const dueOn = milestoneDay(code, firstUnpaid, rules);
      return { code, dueOn, daysLeft: daysBetween(today, dueOn) };
    }),
  };
};
