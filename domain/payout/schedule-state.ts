// What a payout schedule's decisions need of its past, and which run times nobody has accounted for.
import type { HolidayCalendar } from '../calendar.ts';
import { assertNever } from '../decider.ts';
import { type PayoutCalendar, runTimesBetween, START_WITHIN_MS } from './schedule-calendar.ts';
import type {
  PayoutScheduleEvent,
  PayoutScheduleSet,
  PayoutScheduleStage,
  PayoutScheduleTriggered,
  ScheduledOutcome,
} from './schedule-events.ts';

/** A time in which the calendar counted: set or resumed, until paused, changed or removed. */
export type Period = {
  readonly from: string;
  readonly to: string | null;
  readonly calendar: PayoutCalendar;
};

export type PayoutScheduleState = {
  /** As it was set last, also when it was removed since. */
  readonly set: PayoutScheduleSet['data'] | null;
  readonly stage: PayoutScheduleStage;
  readonly pausedFor: string | null;
  readonly periods: readonly Period[];
  /** Every run time up to this one has its outcome. */
  readonly accountedUntil: string;
  /** Triggers without an outcome. */
  readonly triggers: readonly PayoutScheduleTriggered['data'][];
  /** The newest last. */
  readonly outcomes: readonly ScheduledOutcome[];
};

/** Older ones are in the log; what is asked again is never older. */
const OUTCOMES_KEPT = 100;

export const initialPayoutSchedule: PayoutScheduleState = {
  set: null,
  stage: 'UNKNOWN',
  pausedFor: null,
  periods: [],
  accountedUntil: '',
  triggers: [],
  outcomes: [],
};

/** Of two instants. */
const later = (one: string, other: string): string => [one, other].toSorted()[1] ?? one;

const closed = (periods: readonly Period[], at: string): readonly Period[] =>
  periods.map((period) => (period.to === null ? { ...period, to: at } : period));

const opened = (state: PayoutScheduleState, at: string, calendar: PayoutCalendar) => [
  ...closed(state.periods, at),
  { from: at, to: null, calendar },
];

const set = (state: PayoutScheduleState, data: PayoutScheduleSet['data']): PayoutScheduleState => {
  // Set anew while it rests, it goes on resting: whoever paused it had a reason.
  if (state.stage === 'PAUSED') return { ...state, set: data };
  const periods = opened(state, data.at, data.calendar);
  return { ...state, set: data, stage: 'ACTIVE', pausedFor: null, periods };
};

const hasOutcome = (state: PayoutScheduleState, outcome: ScheduledOutcome): PayoutScheduleState => {
  const { cause, slot, scheduledAt } = outcome.data;
  const outcomes = [...state.outcomes, outcome].slice(-OUTCOMES_KEPT);
  if (cause === 'TRIGGER') {
    const triggers = state.triggers.filter(({ triggerId }) => triggerId !== slot);
    return { ...state, outcomes, triggers };
  }
  const accountedUntil = later(scheduledAt, state.accountedUntil);
  const periods = state.periods.filter(({ to }) => to === null || to > accountedUntil);
  return { ...state, outcomes, accountedUntil, periods };
};

export const evolvePayoutSchedule = (
  state: PayoutScheduleState,
  event: PayoutScheduleEvent,
): PayoutScheduleState => {
  switch (event.type) {
    case 'PayoutScheduleSet':
      return set(state, event.data);
    case 'PayoutSchedulePaused': {
      const { at, reason } = event.data;
      const periods = closed(state.periods, at);
      return { ...state, stage: 'PAUSED', pausedFor: reason, periods };
    }
    case 'PayoutScheduleResumed': {
      if (state.set === null) return state;
      const periods = opened(state, event.data.at, state.set.calendar);
      return { ...state, stage: 'ACTIVE', pausedFor: null, periods };
    }
    case 'PayoutScheduleRemoved': {
      const periods = closed(state.periods, event.data.at);
      return { ...state, stage: 'REMOVED', pausedFor: null, periods };
    }
    case 'PayoutScheduleTriggered':
      return { ...state, triggers: [...state.triggers, event.data] };
    case 'ScheduledRunAssembled':
    case 'ScheduledRunEmpty':
    case 'ScheduledRunRefused':
    case 'ScheduledRunMissed':
      return hasOutcome(state, event);
    default:
      return assertNever(event, 'payout schedule event');
  }
};

export const payoutScheduleStage = ({ stage }: PayoutScheduleState): PayoutScheduleStage => stage;

export const outcomeOf = (state: PayoutScheduleState, slot: string): ScheduledOutcome | undefined =>
  state.outcomes.find(({ data }) => data.slot === slot);

/** Whether the calendar counted at this instant; a pause in the same instant comes after it. */
export const countedAt = ({ periods }: PayoutScheduleState, instant: string): Period | undefined =>
  periods.find(({ from, to }) => from < instant && (to === null || instant <= to));

/** Run times that are over and have no outcome: nothing started them. The oldest first. */
export const unaccounted = (
  state: PayoutScheduleState,
  now: string,
  holidays: HolidayCalendar,
): readonly string[] => {
  const over = new Date(Date.parse(now) - START_WITHIN_MS).toISOString();
  return state.periods.flatMap(({ from, to, calendar }) => {
    const after = later(from, state.accountedUntil);
    const until = to !== null && to < over ? to : over;
    return until <= after ? [] : runTimesBetween(calendar, { after, until }, holidays);
  });
};
