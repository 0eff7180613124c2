// Starting, following and steering batches: rosters and hand-over lists.
import { WorkflowNotFoundError } from '@temporalio/client';
import type { BatchStepCode, HandOverBatch } from '../../activities/activities.ts';
import { type Authorised, authoriseAct, isRefusedAuthority } from '../../activities/authority.ts';
import type { Ports } from '../../activities/ports.ts';
import { allOf, lastOf } from '../../activities/stored-events.ts';
import { WORKFLOW_TASK_TIMEOUT } from '../../infra/temporal/worker-options.ts';
import {
  type BatchProgress,
  cancelBatch,
  pause,
  progress,
  resume,
} from '../../workflows/messages.ts';
import type { BatchStarted, BatchSteering, Refused } from './gateway-contract.ts';
import { temporalAway } from './update-workflow.ts';
import type { WorkflowPlace } from './workflow-starts.ts';

const ASK_LIMIT_MS = 10_000;

const signals = { pause, resume, cancel: cancelBatch } as const;

/** After the workflow has ended, its steps are still told by the list's own events. */
const completedStep = async (
  ports: Ports,
  rosterId: string,
  asked: BatchStepCode | undefined,
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
  asked: {
    readonly kind: BatchSteering['kind'];
    readonly id: string;
    readonly step: BatchStepCode | undefined;
  },
): Promise<BatchProgress | undefined> => {
  const { kind, id, step } = asked;
  try {
    const handle = place.client.workflow.getHandle(`${kind}/${id}`);
    const seen = await place.client.withDeadline(Date.now() + ASK_LIMIT_MS, () =>
      handle.query(progress, step),
    );
    // A workflow that was started again finds a step done long ago and never begins it.
    const isUnbegun = kind === 'roster' && seen.state === 'RUNNING' && seen.total === 0;
    return (isUnbegun ? await completedStep(ports, id, step) : undefined) ?? seen;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError)
      return kind === 'roster' ? completedStep(ports, id, step) : undefined;
    throw temporalAway(error);
  }
};

const rosterRegion = async (ports: Ports, rosterId: string): Promise<string | null> => {
  const received = lastOf(await ports.store.loadStream(rosterId), 'RosterReceived')?.data;
  if (received === undefined) return null;
  const programme = await ports.store.loadStream(received.programmeId);
  return lastOf(programme, 'ProgrammeCreated')?.data.region ?? null;
};

/** Whoever may begin a batch may steer it. A list of cards lies in no one area: any will do. */
const mayHold = async (ports: Ports, { kind, id, actorId }: BatchSteering): Promise<Authorised> =>
  kind === 'roster'
    ? authoriseAct(ports, actorId, { act: 'import-roster', area: await rosterRegion(ports, id) })
    : authoriseAct(ports, actorId, { act: 'hand-over-card', area: null });

export const controlBatch = async (
  place: WorkflowPlace,
  ports: Ports,
  steering: BatchSteering,
): Promise<Refused | undefined> => {
  const authority = await mayHold(ports, steering);
  if (isRefusedAuthority(authority)) return authority;
  const handle = place.client.workflow.getHandle(`${steering.kind}/${steering.id}`);
  try {
    await handle.signal(signals[steering.act]);
  } catch (error) {
    // A batch that has ended can neither be paused nor cancelled: nothing is left of it.
    if (!(error instanceof WorkflowNotFoundError)) throw temporalAway(error);
  }
  return undefined;
};

export const startHandOver = async (
  place: WorkflowPlace,
  ports: Ports,
  request: Omit<HandOverBatch, 'batchId'>,
): Promise<BatchStarted | Refused> => {
  const { actorId, place: area, fileSha256 } = request;
  const authority = await authoriseAct(ports, actorId, { act: 'hand-over-card', area });
  if (isRefusedAuthority(authority)) return authority;
  const bytes = await ports.documents.get(fileSha256);
  if (bytes === undefined) return { status: 'refused', code: 'DocumentUnknown', facts: {} };
  await ports.lists.handOver(bytes);
  // Another place or another person is another batch: nobody's word stands for somebody else's.
  const batchId = ports.ids.derived(fileSha256, `hand-over|${area}|${actorId}`);
  const batch: HandOverBatch = { ...request, batchId };
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
  return { status: 'started', batchId };
};
