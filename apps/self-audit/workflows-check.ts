// Temporal's open workflows against the log: what has to wait, waits.
import { WorkflowNotFoundError } from '@temporalio/client';
import type { Divergence } from '../../domain/examination/events.ts';
import type { EventStore } from '../../infra/event-store/event-store.ts';
import { neededWorkflows } from '../gateway/repair-workflows.ts';
import { type WorkflowPlace, workflowIdOf } from '../gateway/workflow-starts.ts';

/** What was recorded just now may still be on its way to its workflow. */
const SETTLED_MS = 60_000;

const isRunning = async ({ client }: WorkflowPlace, workflowId: string): Promise<boolean> => {
  try {
    const { status } = await client.workflow.getHandle(workflowId).describe();
    return status.name === 'RUNNING';
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
};

export const checkWorkflows = async (
  place: WorkflowPlace,
  store: EventStore,
  now: string,
): Promise<{ readonly checked: number; readonly divergences: readonly Divergence[] }> => {
  const needed = await neededWorkflows(store);
  const divergences: Divergence[] = [];
  for (const { kind, id } of needed) {
    const workflowId = workflowIdOf(kind, id);
    if (await isRunning(place, workflowId)) continue;
    const history = await store.loadStream(id);
    const last = history.at(-1);
    const isFresh =
      last !== undefined && Date.parse(now) - Date.parse(last.recordedAt) < SETTLED_MS;
    if (isFresh) continue;
    divergences.push({
      ...{ kind: 'WORKFLOW', name: workflowId, key: id, part: '' },
      firstPosition: last?.position ?? null,
    });
  }
  return { checked: needed.length, divergences };
};
