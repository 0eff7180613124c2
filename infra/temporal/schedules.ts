// Temporal Schedules of payout runs: put, looked at and deleted, each as the log wants it.
import {
  type CalendarSpec,
  type Client,
  isGrpcServiceError,
  ScheduleAlreadyRunning,
  type ScheduleDescription,
  ScheduleNotFoundError,
  type ScheduleOptions,
  ScheduleOverlapPolicy,
} from '@temporalio/client';

const PREFIX = 'payout-schedule/';

/** IANA name of the office's time zone (WITA). */
const OFFICE_TIME_ZONE = 'Asia/Makassar';

/** The least that the server keeps: what was missed for longer is no run any more. */
const CATCH_UP = '10 seconds';

export type WantedSchedule = {
  readonly id: string;
  readonly taskQueue: string;
  readonly hour: number;
  readonly minute: number;
  /** Null: every day, because the log alone can say which days count. */
  readonly days: { readonly ofMonth: readonly number[]; readonly iso: readonly number[] } | null;
  readonly paused: boolean;
};

/** The calendar starts nothing but this workflow, one at a time. */
type Action = {
  readonly workflowType: string;
  readonly workflowId: string;
  readonly input: object;
};

export type SeenSchedule = {
  readonly paused: boolean;
  /** Instants at which the server will ask the log, the nearest first. */
  readonly next: readonly string[];
  readonly missed: number;
  readonly skipped: number;
};

const WEEKDAYS = [
  'MONDAY',
  'TUESDAY',
  'WEDNESDAY',
  'THURSDAY',
  'FRIDAY',
  'SATURDAY',
  'SUNDAY',
] as const;

const calendarsOf = ({ hour, minute, days }: WantedSchedule): CalendarSpec[] => {
  const at = { hour, minute, second: 0 };
  if (days === null) return [at];
  const ofMonth = days.ofMonth.length === 0 ? [] : [{ ...at, dayOfMonth: [...days.ofMonth] }];
  const names = days.iso.flatMap((day) => WEEKDAYS[day - 1] ?? []);
  return [...ofMonth, ...(names.length === 0 ? [] : [{ ...at, dayOfWeek: names }])];
};

const optionsFor = (wanted: WantedSchedule, action: Action) => ({
  spec: { calendars: calendarsOf(wanted), timezone: OFFICE_TIME_ZONE },
  action: {
    type: 'startWorkflow' as const,
    workflowType: action.workflowType,
    workflowId: action.workflowId,
    taskQueue: wanted.taskQueue,
    args: [action.input],
  },
  policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: CATCH_UP },
  state: { paused: wanted.paused },
});

const idOf = (id: string): string => `${PREFIX}${id}`;

/** Created, or brought to what is wanted now. */
export const putSchedule = async (
  client: Client,
  wanted: WantedSchedule,
  action: Action,
): Promise<void> => {
  const options = optionsFor(wanted, action);
  try {
    await client.schedule.getHandle(idOf(wanted.id)).update(() => options);
  } catch (error) {
    if (!(error instanceof ScheduleNotFoundError)) throw error;
    const created: ScheduleOptions = { scheduleId: idOf(wanted.id), ...options };
    await client.schedule.create(created).catch(async (problem: unknown) => {
      // Another process of the house was faster, perhaps with an older wish.
      if (!(problem instanceof ScheduleAlreadyRunning)) throw problem;
      await client.schedule.getHandle(idOf(wanted.id)).update(() => options);
    });
  }
};

/** True when there was one. */
export const deleteSchedule = async (client: Client, id: string): Promise<boolean> => {
  try {
    await client.schedule.getHandle(idOf(id)).delete();
    return true;
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return false;
    throw error;
  }
};

const describe = async (client: Client, id: string): Promise<ScheduleDescription | undefined> => {
  try {
    return await client.schedule.getHandle(idOf(id)).describe();
  } catch (error) {
    if (error instanceof ScheduleNotFoundError) return undefined;
    throw error;
  }
};

/** What the server holds under this id; undefined when it holds nothing. */
export const seeSchedule = async (
  client: Client,
  id: string,
): Promise<SeenSchedule | undefined> => {
  const found = await describe(client, id);
  return (
    found && {
      paused: found.state.paused,
      next: found.info.nextActionTimes.map((time) => time.toISOString()),
      missed: found.info.numActionsMissedCatchupWindow,
      skipped: found.info.numActionsSkippedOverlap,
    }
  );
};

/** `NOT_FOUND` of gRPC: deleted since it was listed. */
const NOT_FOUND = 5;

/** Asked raw: what another installation's schedule carries is sealed by another key. */
const taskQueueOf = async (client: Client, scheduleId: string): Promise<string | undefined> => {
  const { namespace } = client.options;
  try {
    const { schedule } = await client.workflowService.describeSchedule({ namespace, scheduleId });
    return schedule?.action?.startWorkflow?.taskQueue?.name ?? undefined;
  } catch (error) {
    if (isGrpcServiceError(error) && error.code === NOT_FOUND) return undefined;
    throw error;
  }
};

/** Ids of the schedules that start workflows on this task queue: those of this installation. */
export const schedulesOn = async (
  client: Client,
  taskQueue: string,
): Promise<readonly string[]> => {
  const ids: string[] = [];
  for await (const { scheduleId } of client.schedule.list()) {
    if (!scheduleId.startsWith(PREFIX)) continue;
    if ((await taskQueueOf(client, scheduleId)) !== taskQueue) continue;
    ids.push(scheduleId.slice(PREFIX.length));
  }
  return ids;
};
