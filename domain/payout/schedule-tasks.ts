// What a payout schedule asks of a person: run times without their run, until money was looked after.
import type { HolidayCalendar } from '../calendar.ts';
import type { ScheduledOutcome } from './schedule-events.ts';
import { type PayoutScheduleState, unaccounted } from './schedule-state.ts';

const isWithoutRun = ({ type }: ScheduledOutcome): boolean =>
  type === 'ScheduledRunMissed' || type === 'ScheduledRunRefused';

/** A run was made, but some payments fit none in this name: a person must see to them. */
const hasLeftOut = (outcome: ScheduledOutcome): boolean =>
  outcome.type === 'ScheduledRunAssembled' && outcome.data.leftOut !== undefined;

/** The run times that nothing has recorded an outcome for, said as what they are. */
const neverStarted = (
  state: PayoutScheduleState,
  now: string,
  holidays: HolidayCalendar,
): readonly ScheduledOutcome[] => {
  const { set } = state;
  if (set === null) return [];
  return unaccounted(state, now, holidays).map((scheduledAt) => ({
    type: 'ScheduledRunMissed',
    data: {
      ...{ scheduleId: set.scheduleId, cause: 'CALENDAR', slot: scheduledAt, scheduledAt },
      ...{ why: 'NOT_STARTED', runId: null },
    },
  }));
};

/**
 * Missed and refused runs, the oldest first. One is dealt with when later run times had their run or
 * nothing due, or when somebody assembled a run of this payer by hand since. Payments that a run left
 * out stay a task until a later run time leaves none.
 */
export const scheduleTasks = (
  state: PayoutScheduleState,
  known: {
    readonly now: string;
    readonly holidays: HolidayCalendar;
    /** When the newest run of this payer and flow was assembled. */
    readonly lastRunAt: string | null;
  },
): readonly ScheduledOutcome[] => {
  const { now, holidays, lastRunAt } = known;
  const lastRun = state.outcomes.findLastIndex((outcome) => !isWithoutRun(outcome));
  const leftOut = state.outcomes.slice(Math.max(lastRun, 0), lastRun + 1).filter(hasLeftOut);
  const open = [...state.outcomes.slice(lastRun + 1), ...neverStarted(state, now, holidays)];
  const isOpen = ({ data }: ScheduledOutcome) => lastRunAt === null || data.scheduledAt > lastRunAt;
  return [...leftOut, ...open.filter(isOpen)];
};
