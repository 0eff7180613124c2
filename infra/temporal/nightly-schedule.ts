// A Schedule of the house itself, once a night: put again at every start of a worker, so it is never lost.
import { type Client, ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';

/** IANA name of the office's time zone (WITA). */
const OFFICE_TIME_ZONE = 'Asia/Makassar';

export type NightlyWish = {
  readonly id: string;
  readonly workflowType: string;
  readonly taskQueue: string;
  readonly hour: number;
  readonly minute: number;
};

/** A night that the house slept through is made up for in the morning. */
const CATCH_UP = '12 hours';

export const putNightly = async (client: Client, wish: NightlyWish): Promise<void> => {
  const { id: scheduleId, workflowType, taskQueue, hour, minute } = wish;
  const options = {
    spec: { calendars: [{ hour, minute, second: 0 }], timezone: OFFICE_TIME_ZONE },
    action: {
      type: 'startWorkflow' as const,
      ...{ workflowType, taskQueue, workflowId: scheduleId, args: [] },
    },
    policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: CATCH_UP },
  };
  await client.schedule.create({ scheduleId, ...options }).catch(async (error: unknown) => {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
    await client.schedule
      .getHandle(scheduleId)
      .update(({ state }) => ({ ...options, state: { paused: state.paused } }));
  });
};
