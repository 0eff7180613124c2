// What a schedule does when its time comes: asks the log, and assembles the run in its setter's name.
import { personsBehind } from '../domain/actor.ts';
import type { Answer, CommandEnvelope } from '../domain/command.ts';
import { payoutRunDecider } from '../domain/payout/run-decider.ts';
import { payoutRunStage } from '../domain/payout/run-state.ts';
import { isRunTime, START_WITHIN_MS } from '../domain/payout/schedule-calendar.ts';
import { payoutScheduleDecider } from '../domain/payout/schedule-decider.ts';
import type { LeftOut, RunSlot, ScheduledOutcome } from '../domain/payout/schedule-events.ts';
import {
  countedAt,
  outcomeOf,
  type PayoutScheduleState,
  unaccounted,
} from '../domain/payout/schedule-state.ts';
import { NATIONAL_HOLIDAYS } from '../domain/rules/holidays.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import type { Activities, ScheduledRunWish } from './activities.ts';
import { assembleRun, RUN_MEMBERS_MAX } from './assemble-run.ts';
import { authoriseAct, isRefusedAuthority } from './authority.ts';
import { stateOf } from './deciders.ts';
import { fitForRun, leftOutOf } from './fit-for-run.ts';
import { mustFollow } from './follow-up.ts';
import type { Ports } from './ports.ts';
import { dueUntil } from './scheduled-members.ts';
import { lastOf } from './stored-events.ts';

type Refused = Extract<Answer, { status: 'refused' }>;

type Schedule = {
  readonly state: PayoutScheduleState;
  readonly set: NonNullable<PayoutScheduleState['set']>;
  /** What its runs follow from. */
  readonly cause: StoredEvent;
};

const loadSchedule = async (ports: Ports, scheduleId: string): Promise<Schedule | undefined> => {
  const history = await ports.store.loadStream(scheduleId);
  const state = stateOf(payoutScheduleDecider, history);
  const cause = lastOf(history, 'PayoutScheduleSet')?.stored;
  return state.set === null || cause === undefined ? undefined : { state, set: state.set, cause };
};

const record = (ports: Ports, { set, cause }: Schedule, outcome: ScheduledOutcome) => {
  const { scheduleId } = set;
  const { slot } = outcome.data;
  return mustFollow(
    ports,
    {
      category: 'payout_schedule',
      streamId: scheduleId,
      command: { type: 'RecordScheduledRun', data: { outcome } },
      commandId: ports.ids.command('scheduled-outcome', scheduleId, slot),
    },
    { cause },
  );
};

/** The run of this slot as it was assembled, by this try or by one before. */
const assembledFor = async (
  ports: Ports,
  over: { readonly runId: string; readonly of: RunSlot & { readonly scheduleId: string } },
  rest: { readonly left: number; readonly leftOut?: LeftOut } = { left: 0 },
): Promise<ScheduledOutcome | undefined> => {
  const { runId, of } = over;
  const run = lastOf(await ports.store.loadStream(runId), 'RunAssembled');
  if (run === null) return undefined;
  const { count, sumIdr } = run.data;
  return { type: 'ScheduledRunAssembled', data: { ...of, runId, count, sumIdr, ...rest } };
};

/** A run of this schedule that nobody released or cancelled yet. */
const waitingRun = async (ports: Ports, { state }: Schedule): Promise<string | null> => {
  const runIds = state.outcomes.flatMap((outcome) =>
    outcome.type === 'ScheduledRunAssembled' ? [outcome.data.runId] : [],
  );
  const histories = await ports.store.loadStreams(runIds);
  const waits = (runId: string): boolean =>
    payoutRunStage(stateOf(payoutRunDecider, histories.get(runId) ?? [])) === 'ASSEMBLED';
  return runIds.find(waits) ?? null;
};

/** Why this run must not be made any more, if so. */
const missed = async (
  ports: Ports,
  schedule: Schedule,
  slot: RunSlot,
): Promise<ScheduledOutcome | undefined> => {
  const of = { scheduleId: schedule.set.scheduleId, ...slot };
  const lateMs = Date.parse(ports.clock()) - Date.parse(slot.scheduledAt);
  if (lateMs > START_WITHIN_MS)
    return { type: 'ScheduledRunMissed', data: { ...of, why: 'LATE', runId: null } };
  // Whoever asks for a run now knows of the one that waits: only the calendar stands back.
  const runId = slot.cause === 'TRIGGER' ? null : await waitingRun(ports, schedule);
  if (runId === null) return undefined;
  return { type: 'ScheduledRunMissed', data: { ...of, why: 'EARLIER_RUN_WAITS', runId } };
};

const refusedOutcome = (
  of: RunSlot & { readonly scheduleId: string },
  { code, facts }: Refused,
  rest: { readonly leftOut?: LeftOut } = {},
): ScheduledOutcome => ({ type: 'ScheduledRunRefused', data: { ...of, code, facts, ...rest } });

/** As the person who set the schedule, with the authority they hold at this time and no other. */
const assemble = async (
  ports: Ports,
  { set, cause }: Schedule,
  over: { readonly slot: RunSlot; readonly runId: string; readonly picked: readonly string[] },
): Promise<Answer> => {
  const { scheduleId, payerId, flow, actorId } = set;
  const { slot, runId, picked } = over;
  const envelope: CommandEnvelope<'payout_run'> = {
    commandId: ports.ids.command('scheduled-run', scheduleId, slot.slot),
    ...{ category: 'payout_run', streamId: runId, actorId },
    correlationId: cause.meta.correlationId,
    causationId: cause.eventId,
    command: {
      type: 'AssembleRun',
      data: { runId, payerId, flow, mode: 'DISBURSES', members: [], membersSha256: '' },
    },
  };
  return assembleRun(ports, envelope, picked);
};

const scheduleArea = async (ports: Ports, programmeId: string): Promise<string | null> =>
  lastOf(await ports.store.loadStream(programmeId), 'ProgrammeCreated')?.data.region ?? null;

/**
 * Who stands behind a run in the setter's name now, or why none may be made. Asked even when nothing
 * is due: a role that is gone must be seen before money waits for it.
 */
const personsNow = async (
  ports: Ports,
  { programmeId, actorId, setBy }: Schedule['set'],
): Promise<readonly string[] | Refused> => {
  const area = await scheduleArea(ports, programmeId);
  const authority = await authoriseAct(ports, actorId, { act: 'assemble-run', area });
  if (isRefusedAuthority(authority)) return authority;
  const persons = personsBehind(authority.acting.by);
  // Everybody behind the setting must stand behind the run: else one of them could release it.
  const lost = setBy.find((person) => !persons.includes(person));
  return lost === undefined
    ? persons
    : { status: 'refused', code: 'ScheduleDelegationEnded', facts: { setFor: lost } };
};

const makeRun = async (
  ports: Ports,
  schedule: Schedule,
  slot: RunSlot,
): Promise<ScheduledOutcome> => {
  const { set } = schedule;
  const of = { scheduleId: set.scheduleId, ...slot };
  const runId = ports.ids.payoutRun(set.payerId, slot.slot);
  const known = await assembledFor(ports, { runId, of });
  if (known !== undefined) return known;
  const tooLate = await missed(ports, schedule, slot);
  if (tooLate !== undefined) return tooLate;
  const persons = await personsNow(ports, set);
  if ('status' in persons) return refusedOutcome(of, persons);
  const cutOffHours = slot.cause === 'TRIGGER' ? 0 : set.cutOffHours;
  const until = new Date(Date.parse(slot.scheduledAt) - cutOffHours * 3_600_000).toISOString();
  const { picked, left } = await dueUntil(ports, set, { until, max: RUN_MEMBERS_MAX });
  if (picked.length === 0) return { type: 'ScheduledRunEmpty', data: { ...of, left } };
  const { fit, unfit } = await fitForRun(ports, { runId, persons, now: ports.clock() }, picked);
  const [first] = unfit;
  const rest = first === undefined ? {} : { leftOut: leftOutOf(unfit) };
  // Nobody left: the run is refused for what stands against the first.
  if (first !== undefined && fit.length === 0) return refusedOutcome(of, first.why, rest);
  const answer = await assemble(ports, schedule, { slot, runId, picked: fit });
  // Another try of this very run may have been faster, with what was due a moment before.
  const made = await assembledFor(ports, { runId, of }, { left, ...rest });
  if (made !== undefined) return made;
  if (answer.status === 'refused') return refusedOutcome(of, answer);
  throw new Error(`run ${runId} was recorded and is not there`);
};

/** Run times before this one that nothing started: each becomes a task of its own. */
const accountForEarlier = async (ports: Ports, schedule: Schedule, before: string) => {
  const { set, state } = schedule;
  for (const scheduledAt of unaccounted(state, ports.clock(), NATIONAL_HOLIDAYS)) {
    if (scheduledAt >= before) return;
    const slot = { cause: 'CALENDAR', slot: scheduledAt, scheduledAt } as const;
    const of = { scheduleId: set.scheduleId, ...slot };
    const runId = ports.ids.payoutRun(set.payerId, scheduledAt);
    const made = await assembledFor(ports, { runId, of });
    const none: ScheduledOutcome = {
      type: 'ScheduledRunMissed',
      data: { ...of, why: 'NOT_STARTED', runId: null },
    };
    await record(ports, schedule, made ?? none);
  }
};

/** The slot that a start stands for; undefined when the log knows of none. */
const slotOf = (
  { state }: Schedule,
  { triggerId, firedAt }: ScheduledRunWish,
): RunSlot | undefined => {
  if (triggerId !== null) {
    const trigger = state.triggers.find((one) => one.triggerId === triggerId);
    return trigger && { cause: 'TRIGGER', slot: triggerId, scheduledAt: trigger.at };
  }
  // Temporal counts in whole seconds, and may not have heard yet that the calendar changed.
  const scheduledAt = new Date(Math.floor(Date.parse(firedAt) / 1_000) * 1_000).toISOString();
  const period = countedAt(state, scheduledAt);
  const isOurs = period !== undefined && isRunTime(period.calendar, scheduledAt, NATIONAL_HOLIDAYS);
  return isOurs ? { cause: 'CALENDAR', slot: scheduledAt, scheduledAt } : undefined;
};

/** Paused or removed after the run time and before its start: the pause wins, and it is said. */
const stopped = ({ state, set }: Schedule, slot: RunSlot): ScheduledOutcome | undefined =>
  state.stage === 'ACTIVE'
    ? undefined
    : refusedOutcome(
        { scheduleId: set.scheduleId, ...slot },
        {
          status: 'refused',
          code: state.stage === 'PAUSED' ? 'ScheduleIsPaused' : 'ScheduleUnknown',
          facts: {},
        },
      );

const runScheduled = async (ports: Ports, wish: ScheduledRunWish): Promise<string> => {
  const schedule = await loadSchedule(ports, wish.scheduleId);
  const slot = schedule && slotOf(schedule, wish);
  if (schedule === undefined || slot === undefined) return 'NO_RUN_TIME';
  const earlier = outcomeOf(schedule.state, slot.slot);
  if (earlier !== undefined) return earlier.type;
  await accountForEarlier(ports, schedule, slot.scheduledAt);
  const outcome = stopped(schedule, slot) ?? (await makeRun(ports, schedule, slot));
  await record(ports, schedule, outcome);
  return outcome.type;
};

export const createPayoutSchedule = (ports: Ports): Pick<Activities, 'runScheduled'> => ({
  runScheduled: (wish) => runScheduled(ports, wish),
});
