// Starting, following and steering batches: rosters and hand-over lists.
import { WorkflowNotFoundError } from '@temporalio/client';
import type { BatchStepCode } from '../../activities/activities.ts';
import type { Ports } from '../../activities/ports.ts';
import { allOf, lastOf } from '../../activities/stored-events.ts';
import type { Answer, CommandEnvelope } from '../../domain/command.ts';
import { type BatchProgress, progress } from '../../workflows/messages.ts';
import type { BatchStarted, BatchSteering, HandOverRequest, Refused } from './gateway-contract.ts';
import { temporalAway } from './update-workflow.ts';
import type { WorkflowPlace } from './workflow-starts.ts';

const ASK_LIMIT_MS = 10_000;

type Send = (envelope: CommandEnvelope) => Promise<Answer>;

/** After the workflow has ended, its steps are still told by the list's own events. */
const completedStep = async (
  ports: Ports,
  id: string,
  asked: BatchStepCode | undefined,
): Promise<BatchProgress | undefined> => {
  const history = await ports.store.loadStream(id);
  const handOver = lastOf(history, 'HandOverCompleted')?.data;
  const steps: readonly Omit<BatchProgress, 'total' | 'state'>[] = [
    ...allOf(history, 'RosterStepCompleted').map(({ step, done, skipped }) => ({
      ...{ step, done, skipped },
    })),
    ...(handOver === undefined
      ? []
      : [
          {
            ...({ step: 'HAND_OVER', done: handOver.done, skipped: handOver.skipped } as const),
            ...(handOver.notInArea > 0 && { notInArea: handOver.notInArea }),
          },
        ]),
  ];
  const last = steps.findLast(({ step }) => asked === undefined || step === asked);
  return last && { ...last, total: last.done + last.skipped, state: 'COMPLETED' };
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
    const isUnbegun = seen.state === 'RUNNING' && seen.total === 0;
    return (isUnbegun ? await completedStep(ports, id, step) : undefined) ?? seen;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return completedStep(ports, id, step);
    throw temporalAway(error);
  }
};

const COMMANDS = { pause: 'PauseBatch', resume: 'ResumeBatch', cancel: 'CancelBatch' } as const;

/** Whoever may begin a batch may steer it; recorded with the reason on the batch's own stream. */
export const controlBatch = (send: Send, steering: BatchSteering): Promise<Answer> => {
  const { kind, id: streamId, act, actorId, reason, commandId, agenda } = steering;
  const command = { type: COMMANDS[act], data: { reason } };
  const envelope = {
    ...{ commandId, streamId, command, actorId, correlationId: commandId },
    ...(agenda !== undefined && { agenda }),
  };
  return send(
    kind === 'roster'
      ? { ...envelope, category: 'roster' }
      : { ...envelope, category: 'hand_over' },
  );
};

export const startHandOver = async (
  send: Send,
  ports: Ports,
  { fileSha256, place, actorId, correlationId, reason, agenda }: HandOverRequest,
): Promise<BatchStarted | Refused> => {
  const bytes = await ports.documents.get(fileSha256);
  if (bytes === undefined) return { status: 'refused', code: 'DocumentUnknown', facts: {} };
  // A list that nobody can read fails here, in words, and not in a workflow.
  await ports.lists.handOver(bytes);
  // Another place or another person is another batch: nobody's word stands for somebody else's.
  const handOverId = ports.ids.derived(fileSha256, `hand-over|${place}|${actorId}`);
  const answer = await send({
    ...{ commandId: correlationId, category: 'hand_over', streamId: handOverId },
    command: {
      type: 'ReceiveHandOver',
      // The cards are read where the command is decided: 150,000 fit in no message.
      data: { handOverId, fileSha256, place, cardIds: [], cardsSha256: '' },
    },
    ...{ actorId, correlationId },
    ...(reason !== undefined && { reason }),
    ...(agenda !== undefined && { agenda }),
  });
  return answer.status === 'refused' ? answer : { status: 'started', batchId: handOverId };
};
