// Brings Temporal's Schedules to what the log says, as often as anybody asks.
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import { stateOf } from '../../activities/deciders.ts';
import { payoutScheduleDecider } from '../../domain/payout/schedule-decider.ts';
import type { PayoutScheduleSet } from '../../domain/payout/schedule-events.ts';
import type { PayoutScheduleState } from '../../domain/payout/schedule-state.ts';
import type { EventStore } from '../../infra/event-store/event-store.ts';
import {
  deleteSchedule,
  putSchedule,
  type SeenSchedule,
  schedulesOn,
  seeSchedule,
  type WantedSchedule,
} from '../../infra/temporal/schedules.ts';
import { WORKFLOW_TASK_TIMEOUT } from '../../infra/temporal/worker-options.ts';
import { temporalAway } from './update-workflow.ts';
import type { WorkflowPlace } from './workflow-starts.ts';

type Streams = Pick<EventStore, 'loadStream'>;

const WORKFLOW = 'scheduledPayout';
/** Every month has these days: the server can name them itself. */
const DAYS_OF_EVERY_MONTH = 28;

const loaded = async (store: Streams, scheduleId: string) => {
  const history = await store.loadStream(scheduleId);
  const version = history.at(-1)?.version ?? 0;
  return { version, state: stateOf(payoutScheduleDecider, history) };
};

/** A superset of the run times: the server asks, and the log knows holidays and short months. */
const wantedBy = (
  { scheduleId, calendar }: PayoutScheduleSet['data'],
  taskQueue: string,
  paused: boolean,
): WantedSchedule => {
  const { daysOfMonth, weekdays, time, nonWorkingDays } = calendar;
  const isPlain =
    nonWorkingDays !== 'NEXT' && daysOfMonth.every((day) => day <= DAYS_OF_EVERY_MONTH);
  const [hour, minute] = time.split(':').map(Number);
  return {
    ...{ id: scheduleId, taskQueue, paused, hour: hour ?? 0, minute: minute ?? 0 },
    days: isPlain ? { ofMonth: daysOfMonth, iso: weekdays } : null,
  };
};

/** A trigger is one workflow for ever: asked for again, it is the same. */
const startTriggers = async (
  { client, taskQueue }: WorkflowPlace,
  scheduleId: string,
  { triggers }: PayoutScheduleState,
): Promise<void> => {
  for (const { triggerId } of triggers) {
    const workflowId = `scheduled-payout/${scheduleId}/${triggerId}`;
    try {
      await client.workflow.start(WORKFLOW, {
        ...{ workflowId, taskQueue, args: [{ scheduleId, triggerId }] },
        workflowIdReusePolicy: 'ALLOW_DUPLICATE_FAILED_ONLY',
        workflowTaskTimeout: WORKFLOW_TASK_TIMEOUT,
      });
    } catch (error) {
      if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
    }
  }
};

/** The Schedule and the triggers of one stream; reads again when the stream moved meanwhile. */
export const syncSchedule = async (
  place: WorkflowPlace,
  store: Streams,
  scheduleId: string,
): Promise<void> => {
  for (let done = -1; ; ) {
    const { version, state } = await loaded(store, scheduleId);
    if (version === done) return;
    done = version;
    const { set, stage } = state;
    if (set === null || stage === 'REMOVED') await deleteSchedule(place.client, scheduleId);
    else
      await putSchedule(place.client, wantedBy(set, place.taskQueue, stage === 'PAUSED'), {
        workflowType: WORKFLOW,
        workflowId: `scheduled-payout/${scheduleId}`,
        input: { scheduleId, triggerId: null },
      });
    await startTriggers(place, scheduleId, state);
  }
};

/** All Schedules from the events alone; those that the log does not know are deleted. */
export const repairSchedules = async (
  place: WorkflowPlace,
  store: Streams,
  scheduleIds: ReadonlySet<string>,
): Promise<number> => {
  try {
    for (const id of scheduleIds) await syncSchedule(place, store, id);
    for (const id of await schedulesOn(place.client, place.taskQueue))
      if (!scheduleIds.has(id)) await deleteSchedule(place.client, id);
    return scheduleIds.size;
  } catch (error) {
    throw temporalAway(error);
  }
};

/** What Temporal holds; `AWAY` when nobody can say. */
export const scheduleInTemporal = async (
  { client }: WorkflowPlace,
  scheduleId: string,
): Promise<SeenSchedule | 'AWAY' | undefined> => {
  try {
    return await client.withDeadline(Date.now() + LOOK_LIMIT_MS, () =>
      seeSchedule(client, scheduleId),
    );
  } catch {
    return 'AWAY';
  }
};

/** A person looks: the log's part of the answer is there at once. */
const LOOK_LIMIT_MS = 5_000;
