// One run time of a payout schedule, or one trigger: hands its instant to the log, which decides.
import { proxyActivities, workflowInfo } from '@temporalio/workflow';
import type { Activities } from '../activities/activities.ts';
import { chunky } from './activity-options.ts';

const long = proxyActivities<Activities>(chunky);

export type ScheduledPayoutInput = {
  readonly scheduleId: string;
  /** Null: the calendar started this, at the instant that the server noted. */
  readonly triggerId: string | null;
};

/** Set by the server on everything that a Schedule starts. */
const scheduledStartTime = { name: 'TemporalScheduledStartTime', type: 'DATETIME' } as const;

/** The time by the calendar, which a late start does not move. */
const scheduledStart = (): string => {
  const { startTime, typedSearchAttributes } = workflowInfo();
  return (typedSearchAttributes.get(scheduledStartTime) ?? startTime).toISOString();
};

/** Answers with the outcome, for whoever looks at the server; the log holds it. */
export const scheduledPayout = ({ scheduleId, triggerId }: ScheduledPayoutInput): Promise<string> =>
  long.runScheduled({ scheduleId, triggerId, firedAt: scheduledStart() });
