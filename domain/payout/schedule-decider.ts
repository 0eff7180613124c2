// The payout schedule's decider: set by one person, in whose name its runs are assembled.
import { personsBehind } from '../actor.ts';
import { sameFacts } from '../claim/assessment/same-facts.ts';
import {
  accept,
  assertNever,
  type Context,
  type Decider,
  type Decision,
  refuse,
} from '../decider.ts';
import type { PayoutCalendar } from './schedule-calendar.ts';
import type { PayoutScheduleCommand, PayoutScheduleEvent } from './schedule-events.ts';
import {
  evolvePayoutSchedule,
  initialPayoutSchedule,
  outcomeOf,
  type PayoutScheduleState,
} from './schedule-state.ts';

export const PAYOUT_SCHEDULE_REFUSALS = [
  'CutOffInvalid',
  'PayerNotOurs',
  'PayerUnknown',
  'ReasonMissing',
  'ScheduleDaysInvalid',
  'ScheduleFlowNotBenefit',
  'ScheduleIsPaused',
  'ScheduleOfAnotherPerson',
  'ScheduleOnlyForward',
  'ScheduleTimeInvalid',
  'ScheduleUnknown',
] as const;
export type PayoutScheduleRefusal = (typeof PAYOUT_SCHEDULE_REFUSALS)[number];

type ScheduleDecision = Decision<PayoutScheduleEvent, PayoutScheduleRefusal>;
type Wish<T extends PayoutScheduleCommand['type']> = Extract<
  PayoutScheduleCommand,
  { type: T }
>['data'];

const CUT_OFF_HOURS_MAX = 7 * 24;

const isWholeWithin = (value: number, from: number, to: number): boolean =>
  Number.isInteger(value) && from <= value && value <= to;

const areDays = (days: readonly number[], last: number): boolean =>
  days.every((day) => isWholeWithin(day, 1, last)) && new Set(days).size === days.length;

const calendarFault = (calendar: PayoutCalendar): PayoutScheduleRefusal | null => {
  const { daysOfMonth, weekdays, time } = calendar;
  const isEmpty = daysOfMonth.length === 0 && weekdays.length === 0;
  if (isEmpty || !areDays(daysOfMonth, 31) || !areDays(weekdays, 7)) return 'ScheduleDaysInvalid';
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(time) ? null : 'ScheduleTimeInvalid';
};

const wishFault = (wish: Wish<'SetPayoutSchedule'>): PayoutScheduleRefusal | null => {
  if (wish.flow === 'CONTRIBUTION') return 'ScheduleFlowNotBenefit';
  if (wish.payer?.known !== true) return 'PayerUnknown';
  if (wish.payer.mode !== 'DISBURSES') return 'PayerNotOurs';
  if (!isWholeWithin(wish.cutOffHours, 0, CUT_OFF_HOURS_MAX)) return 'CutOffInvalid';
  return calendarFault(wish.calendar);
};

const setSchedule = (
  wish: Wish<'SetPayoutSchedule'>,
  state: PayoutScheduleState,
  { by, now }: Context,
): ScheduleDecision => {
  const fault = wishFault(wish);
  if (fault !== null) return refuse(fault);
  const { payer: _payer, ...facts } = wish;
  const wanted = { ...facts, actorId: by.id, setBy: personsBehind(by) };
  if (state.set !== null && state.stage !== 'REMOVED') {
    const { at: _at, ...known } = state.set;
    if (sameFacts(known, wanted)) return accept();
  }
  return accept({ type: 'PayoutScheduleSet', data: { ...wanted, at: now } });
};

/** A schedule that is there: set, and not removed since. */
const standing = ({ set, stage }: PayoutScheduleState) => (stage === 'REMOVED' ? null : set);

type Steering = 'PausePayoutSchedule' | 'ResumePayoutSchedule' | 'RemovePayoutSchedule';

const steer = (
  { type, data: { reason } }: Extract<PayoutScheduleCommand, { type: Steering }>,
  state: PayoutScheduleState,
  { now }: Context,
): ScheduleDecision => {
  if (state.set === null) return refuse('ScheduleUnknown');
  if (type === 'RemovePayoutSchedule' && state.stage === 'REMOVED') return accept();
  const known = standing(state);
  if (known === null) return refuse('ScheduleUnknown');
  if (reason.trim() === '') return refuse('ReasonMissing');
  const data = { scheduleId: known.scheduleId, reason, at: now };
  switch (type) {
    case 'PausePayoutSchedule':
      return state.stage === 'PAUSED' ? accept() : accept({ type: 'PayoutSchedulePaused', data });
    case 'ResumePayoutSchedule':
      return state.stage === 'ACTIVE' ? accept() : accept({ type: 'PayoutScheduleResumed', data });
    case 'RemovePayoutSchedule':
      return accept({ type: 'PayoutScheduleRemoved', data });
    default:
      return assertNever(type, 'steering of a payout schedule');
  }
};

/** Nobody's name is used by another hand: whoever wants a run now in their own, makes it by hand. */
const trigger = (
  { triggerId }: Wish<'TriggerPayoutSchedule'>,
  state: PayoutScheduleState,
  { by, now }: Context,
): ScheduleDecision => {
  const known = standing(state);
  if (known === null) return refuse('ScheduleUnknown');
  const isKnown = state.triggers.some((one) => one.triggerId === triggerId);
  if (isKnown || outcomeOf(state, triggerId) !== undefined) return accept();
  if (by.id !== known.actorId) return refuse('ScheduleOfAnotherPerson', { setBy: known.actorId });
  if (state.stage === 'PAUSED') return refuse('ScheduleIsPaused');
  const { scheduleId } = known;
  return accept({ type: 'PayoutScheduleTriggered', data: { scheduleId, triggerId, at: now } });
};

/** Whatever happened since, what came of a run time is said once. */
const recordOutcome = (
  { outcome }: Wish<'RecordScheduledRun'>,
  state: PayoutScheduleState,
): ScheduleDecision => {
  if (state.set === null) return refuse('ScheduleUnknown');
  return outcomeOf(state, outcome.data.slot) === undefined ? accept(outcome) : accept();
};

const decide = (
  command: PayoutScheduleCommand,
  state: PayoutScheduleState,
  context: Context,
): ScheduleDecision => {
  // An entered past has no run times to come.
  if (context.origin === 'historic') return refuse('ScheduleOnlyForward');
  switch (command.type) {
    case 'SetPayoutSchedule':
      return setSchedule(command.data, state, context);
    case 'PausePayoutSchedule':
    case 'ResumePayoutSchedule':
    case 'RemovePayoutSchedule':
      return steer(command, state, context);
    case 'TriggerPayoutSchedule':
      return trigger(command.data, state, context);
    case 'RecordScheduledRun':
      return recordOutcome(command.data, state);
    default:
      return assertNever(command, 'payout schedule command');
  }
};

export const payoutScheduleDecider: Decider<
  PayoutScheduleState,
  PayoutScheduleCommand,
  PayoutScheduleEvent,
  PayoutScheduleRefusal
> = { initial: initialPayoutSchedule, decide, evolve: evolvePayoutSchedule };
