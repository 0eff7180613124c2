// The baselines of Temporal work: one append by either kind of activity, and a life that only begins.
import {
  condition,
  defineUpdate,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import type { BareActivities, Life, Paper } from './bare-worker.ts';

// The same time-outs and retries as the product's decisions.
const local = proxyLocalActivities<BareActivities>({
  scheduleToCloseTimeout: '5 seconds',
  startToCloseTimeout: '5 seconds',
  retry: { maximumAttempts: 3, initialInterval: '100ms', maximumInterval: '1 second' },
});
const normal = proxyActivities<BareActivities>({
  startToCloseTimeout: '20 seconds',
  scheduleToCloseTimeout: '60 seconds',
  retry: { initialInterval: '200ms', maximumInterval: '5 seconds' },
});

export const byLocalActivity = defineUpdate<string, [Paper]>('byLocalActivity');
export const byActivity = defineUpdate<string, [Paper]>('byActivity');

export const bareCase = async (): Promise<void> => {
  setHandler(byLocalActivity, (paper) => local.appendPaper(paper));
  setHandler(byActivity, (paper) => normal.appendPaper(paper));
  await condition(() => false);
};

export const byTouch = defineUpdate<string, [Paper]>('byTouch');

/** As a lifecycle: the handler waits for what the first activity read. */
export const bareLife = async ({ streamId }: Life): Promise<void> => {
  let isKnown = false;
  setHandler(byTouch, async (paper) => {
    await condition(() => isKnown);
    return local.appendPaper(paper);
  });
  await local.carry({ streamId });
  isKnown = true;
  await condition(() => false);
};
