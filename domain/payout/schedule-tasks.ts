// What a payout schedule asks of a person: run times without their run, until money was looked after.
import type { HolidayCalendar } from '../calendar.ts';
import type { ScheduledOutcome } from './schedule-events.ts';
import { type PayoutScheduleState, unaccounted } from './schedule-state.ts';

const isTask = (outcome: ScheduledOutcome): boolean =>
  outcome.type === 'ScheduledRunMissed' || outcome.type === 'ScheduledRunRefused';

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
 * nothing due, or when somebody assembled a run of this payer by hand since.
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
  const lastGood = state.outcomes.findLastIndex((outcome) => !isTask(outcome));
  const open = [...state.outcomes.slice(lastGood + 1), ...neverStarted(state, now, holidays)];
  return open.filter(({ data }) => lastRunAt === null || data.scheduledAt > lastRunAt);
};
