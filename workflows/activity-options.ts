// How long and how often activities are tried, by what hangs on them.
import type { ActivityOptions, LocalActivityOptions } from '@temporalio/workflow';

/**
 * Decisions that create no payable and release no money, and looks at streams: fast, and lost only
 * if Temporal itself dies before the task completes (then the obligations consumer tells us).
 * They end after 5 s: a longer back-off would become a timer, and the caller would wait for nothing.
 */
export const quick: LocalActivityOptions = {
  scheduleToCloseTimeout: '5 seconds',
  startToCloseTimeout: '5 seconds',
  retry: { maximumAttempts: 3, initialInterval: '100ms', maximumInterval: '1 second' },
};

/** Decisions under a person's eyes that create payables or release money: durable before they run. */
export const durable: ActivityOptions = {
  startToCloseTimeout: '20 seconds',
  scheduleToCloseTimeout: '60 seconds',
  retry: { initialInterval: '200ms', maximumInterval: '5 seconds' },
};

/** Steps that follow by themselves: tried until the infrastructure is back. */
export const patient: ActivityOptions = {
  startToCloseTimeout: '2 minutes',
  retry: { initialInterval: '500ms', maximumInterval: '1 minute' },
};

/** Bounded chunks of a batch, with heartbeats. */
export const chunky: ActivityOptions = {
  startToCloseTimeout: '5 minutes',
  heartbeatTimeout: '30 seconds',
  retry: { initialInterval: '500ms', maximumInterval: '1 minute' },
};
