// One hand-over list, `cards/<id>`: each card noted as handed over, in bounded chunks.
import { continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow';
import type { Activities, HandOverBatch } from '../activities/activities.ts';
import { chunky, patient } from './activity-options.ts';
import { type BatchState, createBatchControl } from './batch-control.ts';
import { waiting } from './messages.ts';

const { countHandOvers } = proxyActivities<Activities>(patient);
const { runHandOverChunk } = proxyActivities<Activities>(chunky);

export type DistributionInput = {
  readonly batch: HandOverBatch;
  readonly rowsPerChunk?: number;
  readonly cursor?: { readonly next: number; readonly done: number; readonly skipped: number };
  readonly state?: BatchState;
  readonly historyEventsMax?: number;
};

const ROWS_PER_CHUNK = 500;
const HISTORY_EVENTS_MAX = 900;

export const cardDistribution = async (input: DistributionInput): Promise<void> => {
  const { batch, rowsPerChunk = ROWS_PER_CHUNK } = input;
  const { historyEventsMax = HISTORY_EVENTS_MAX } = input;
  const control = createBatchControl('HAND_OVER', input.state);
  setHandler(waiting, () => ({ stage: 'HAND_OVER', waitingFor: 'NOTHING' }));
  const from = input.cursor ?? { next: 0, done: 0, skipped: 0 };
  const total = await countHandOvers(batch);
  control.begin('HAND_OVER', total, from.done, from.skipped);
  for (let next = from.next; next < total; next += rowsPerChunk) {
    if (!(await control.mayGoOn())) return;
    if (workflowInfo().historyLength > historyEventsMax)
      return continueAsNew<typeof cardDistribution>({
        ...input,
        cursor: { next, ...control.done() },
        state: control.carry(),
      });
    const chunk = await runHandOverChunk(batch, next, Math.min(rowsPerChunk, total - next));
    control.add(chunk.done, chunk.skipped, chunk.notInArea);
  }
  control.finish();
};
