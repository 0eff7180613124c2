// Starting, following and steering batches: rosters and hand-over lists.
import { WorkflowNotFoundError } from '@temporalio/client';
import type { HandOverBatch } from '../../activities/activities.ts';
import { authoriseAct, isRefusedAuthority } from '../../activities/authority.ts';
import type { Ports } from '../../activities/ports.ts';
import { allOf } from '../../activities/stored-events.ts';
import type { Answer } from '../../domain/command.ts';
import { WORKFLOW_TASK_TIMEOUT } from '../../infra/temporal/worker-options.ts';
import { cancelBatch, pause, progress, resume } from '../../workflows/messages.ts';
import type { BatchProgress, BatchStep } from './gateway-contract.ts';
import { temporalAway } from './update-workflow.ts';
import type { WorkflowPlace } from './workflow-starts.ts';

export type BatchKind = 'roster' | 'cards';

const ASK_LIMIT_MS = 10_000;

const signals = { pause, resume, cancel: cancelBatch } as const;

/** After the workflow has ended, its steps are still told by the list's own events. */
const completedStep = async (
  ports: Ports,
  rosterId: string,
  asked: BatchStep | undefined,
): Promise<BatchProgress | undefined> => {
  const completed = allOf(await ports.store.loadStream(rosterId), 'RosterStepCompleted');
  const last = completed.findLast(({ step }) => asked === undefined || step === asked);
  if (last === undefined) return undefined;
  const { step, done, skipped } = last;
  return { step, total: done + skipped, done, skipped, state: 'COMPLETED' };
};

export const batchProgress = async (
  place: WorkflowPlace,
  ports: Ports,
  asked: { readonly kind: BatchKind; readonly id: string; readonly step: BatchStep | undefined },
): Promise<BatchProgress | undefined> => {
  const { kind, id, step } = asked;
  try {
    const handle = place.client.workflow.getHandle(`${kind}/${id}`);
    return await place.client.withDeadline(Date.now() + ASK_LIMIT_MS, () =>
      handle.query(progress, step),
    );
  } catch (error) {
    if (error instanceof WorkflowNotFoundError)
      return kind === 'roster' ? completedStep(ports, id, step) : undefined;
    throw temporalAway(error);
  }
};

export const controlBatch = async (
  place: WorkflowPlace,
  batch: { readonly kind: BatchKind; readonly id: string },
  act: keyof typeof signals,
): Promise<void> => {
  const handle = place.client.workflow.getHandle(`${batch.kind}/${batch.id}`);
  try {
    await handle.signal(signals[act]);
  } catch (error) {
    // A batch that has ended can neither be paused nor cancelled: nothing is left of it.
    if (!(error instanceof WorkflowNotFoundError)) throw temporalAway(error);
  }
};

export const startHandOver = async (
  place: WorkflowPlace,
  ports: Ports,
  batch: HandOverBatch,
): Promise<Answer> => {
  const { actorId, place: area, batchId, fileSha256 } = batch;
  const authority = await authoriseAct(ports, actorId, { act: 'hand-over-card', area });
  if (isRefusedAuthority(authority)) return authority;
  const bytes = await ports.documents.get(fileSha256);
  if (bytes === undefined) return { status: 'refused', code: 'DocumentUnknown', facts: {} };
  await ports.lists.handOver(bytes);
  try {
    await place.client.workflow.start('cardDistribution', {
      workflowId: `cards/${batchId}`,
      taskQueue: place.taskQueue,
      args: [{ batch }],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowTaskTimeout: WORKFLOW_TASK_TIMEOUT,
    });
  } catch (error) {
    throw temporalAway(error);
  }
  const known = { status: 'recorded', streamId: batchId, stage: 'STARTED' } as const;
  return { ...known, version: 0, position: '0', repeated: false };
};
