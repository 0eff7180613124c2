// Sends one command to the workflow that waits for it, and tries again by command id while it may help.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  isGrpcServiceError,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Answer, CommandEnvelope } from '../../domain/command.ts';
import { type Failure, failure } from '../../infra/failure.ts';
import type { claimCommand, Reply } from '../../workflows/messages.ts';
import { startOperation, type WorkflowKind, type WorkflowPlace } from './workflow-starts.ts';

export type Update = typeof claimCommand;
export type Destination = {
  readonly kind: WorkflowKind;
  readonly id: string;
  readonly update: Update;
};

/** A person waits: past this the command is undecided, and may be sent again with its id. */
const ANSWER_LIMIT_MS = 30_000;
const PAUSE_MS = 500;
/** Status codes of gRPC. */
const GRPC_INVALID_ARGUMENT = 3;
const GRPC_RESOURCE_EXHAUSTED = 8;

export const temporalAway = (cause?: unknown): Failure =>
  failure({
    code: 'Infra.TemporalAway',
    retryable: true,
    sentence: {
      id: 'Alur kerja tidak menjawab. Periksa dengan "lindung status"; kirim lagi perintah yang sama dengan --command-id yang sama.',
      en: 'The workflow service does not answer. Look with "lindung status"; send the same command again with the same --command-id.',
    },
    cause,
  });

const failedNow = (code: string, cause: unknown): Failure =>
  failure({
    code,
    retryable: true,
    sentence: {
      id: 'Perintah belum dapat dicatat sekarang. Kirim lagi perintah yang sama dengan --command-id yang sama.',
      en: 'The command could not be recorded now. Send the same command again with the same --command-id.',
    },
    cause,
  });

type Tried =
  | { readonly answer: Answer }
  /** `afresh`: this outcome is stored under the update id, so the next try needs another. */
  | { readonly failure: Failure; readonly afresh: boolean };

const codeOf = (error: unknown): string | undefined => {
  if (!(error instanceof WorkflowUpdateFailedError)) return undefined;
  const { cause } = error;
  return cause instanceof ApplicationFailure ? (cause.type ?? 'Unknown') : 'Unknown';
};

const tooLarge = (cause: unknown): Failure =>
  failure({
    code: 'Infra.CommandTooLarge',
    retryable: false,
    sentence: {
      id: 'Perintah ini terlalu besar atau bentuknya tidak diterima alur kerja; mengirim ulang tidak menolong. Bagi masukannya menjadi beberapa bagian.',
      en: 'The workflow service refuses this command for its size or form; sending it again does not help. Split its input.',
    },
    cause,
  });

/** What no repetition mends. A full queue also says RESOURCE_EXHAUSTED, and passes. */
const isUnfit = (error: unknown): boolean =>
  isGrpcServiceError(error) &&
  (error.code === GRPC_INVALID_ARGUMENT ||
    (error.code === GRPC_RESOURCE_EXHAUSTED && /larger than max|exceeds/i.test(error.message)));

const isAway = (error: unknown): boolean =>
  isGrpcServiceError(error) ||
  error instanceof WorkflowUpdateRPCTimeoutOrCancelledError ||
  error instanceof WorkflowNotFoundError ||
  (error instanceof Error && ['ServiceError', 'AggregateError'].includes(error.name));

const judge = (error: unknown): Tried => {
  const code = codeOf(error);
  if (code === 'Command.Malformed')
    return { answer: { status: 'refused', code: 'CommandMalformed', facts: {} } };
  // The workflow ended while it held the command: the next try starts it again and is answered.
  if (code === 'AcceptedUpdateCompletedWorkflow')
    return { failure: failedNow('Infra.WorkflowEnded', error), afresh: true };
  if (code?.startsWith('Infra.')) return { failure: failedNow(code, error), afresh: true };
  if (isUnfit(error)) throw tooLarge(error);
  if (code !== undefined || !isAway(error)) throw error;
  return { failure: temporalAway(error), afresh: false };
};

const tryOnce = async (
  place: WorkflowPlace,
  { kind, id, update }: Destination,
  request: {
    readonly envelope: CommandEnvelope;
    readonly attempt: string;
    readonly updateId: string;
    readonly untilMs: number;
  },
): Promise<Tried> => {
  const { envelope, attempt, updateId, untilMs } = request;
  try {
    const reply: Reply = await place.client.withDeadline(untilMs, () =>
      place.client.workflow.executeUpdateWithStart(update, {
        updateId,
        args: [envelope, attempt],
        startWorkflowOperation: startOperation(place, kind, id),
      }),
    );
    if (reply.attempt === attempt) return { answer: reply.answer };
    // The outcome of an earlier try, perhaps of other content or of facts that have changed since:
    // only the log knows whether this command was recorded, so it is asked under a new update id.
    return { failure: failedNow('Infra.AskAgain', undefined), afresh: true };
  } catch (error) {
    return judge(error);
  }
};

/** The recorded answer or a refusal; throws a failure with a code when nobody could decide. */
export const askWorkflow = async (
  place: WorkflowPlace,
  to: Destination,
  envelope: CommandEnvelope,
): Promise<Answer> => {
  const untilMs = Date.now() + ANSWER_LIMIT_MS;
  const attempt = randomUUID();
  for (let updateId = envelope.commandId; ; ) {
    const tried = await tryOnce(place, to, { envelope, attempt, updateId, untilMs });
    if ('answer' in tried) return tried.answer;
    if (Date.now() + PAUSE_MS >= untilMs) throw tried.failure;
    if (tried.afresh) updateId = `${envelope.commandId}/${randomUUID()}`;
    if (tried.failure.code !== 'Infra.AskAgain') await sleep(PAUSE_MS);
  }
};
