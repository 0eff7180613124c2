// The messages of the workflows: one typed name for clients and handlers alike.
import { ApplicationFailure, defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { BatchStepCode } from '../activities/activities.ts';
import type { Answer, Category, CommandEnvelope } from '../domain/command.ts';

/**
 * The answer, and which attempt it was decided for. Temporal gives a repeated update id the old
 * outcome; the caller sees by the attempt that a refusal is an old one and asks anew.
 */
export type Reply = { readonly answer: Answer; readonly attempt: string };

/** `null` after a restore: what was known before counts no more, whatever its version. */
export type FactsChanged = { readonly streamId: string; readonly version: number | null };

/** Commands to a lifecycle: hand-over of the card, report of the death. */
export const workerCommand = defineUpdate<Reply, [CommandEnvelope, string]>('workerCommand');
export const claimCommand = defineUpdate<Reply, [CommandEnvelope, string]>('claimCommand');
export const rosterCommand = defineUpdate<Reply, [CommandEnvelope, string]>('rosterCommand');
export const handOverCommand = defineUpdate<Reply, [CommandEnvelope, string]>('handOverCommand');
export const trancheCommand = defineUpdate<Reply, [CommandEnvelope, string]>('trancheCommand');
export const runCommand = defineUpdate<Reply, [CommandEnvelope, string]>('runCommand');

/** A stream moved on by another hand: whoever knows the version already ignores it. */
export const factsChanged = defineSignal<[FactsChanged]>('factsChanged');
/** From a claim to the lifecycle of its worker. */
export const claimMoved =
  defineSignal<[{ readonly claimId: string; readonly stage: string }]>('claimMoved');

/** What people say to a batch, besides receiving its list. */
export const STEERING: readonly string[] = ['PauseBatch', 'ResumeBatch', 'CancelBatch'];

export type Waiting = { readonly stage: string; readonly waitingFor: string };
export const waiting = defineQuery<Waiting>('waiting');

export type BatchProgress = {
  readonly step: BatchStepCode;
  readonly total: number;
  readonly done: number;
  readonly skipped: number;
  /** Of the skipped: outside the area of whoever vouches for the list. */
  readonly notInArea?: number;
  readonly state: 'RUNNING' | 'PAUSED' | 'COMPLETED' | 'CANCELLED' | 'FAILED';
};
/** Of the step asked for, or of the one that runs. */
export const progress = defineQuery<BatchProgress, [BatchStepCode | undefined]>('progress');

/** Searchable on the server in plaintext: a phase code, never a person. */
export const phaseAttribute = { name: 'LindungPhase', type: 'KEYWORD' } as const;

/**
 * Returns `undefined`, not `void`: a function type with `void` would let an async validator pass,
 * and the SDK never awaits it, so that it could never refuse.
 */
export type SyncValidator = (envelope: CommandEnvelope, attempt: string) => undefined;

/** Forms only: what is right is decided over facts, not here. A rejection leaves no history. */
export const malformed = (what: string): ApplicationFailure =>
  ApplicationFailure.create({
    type: 'Command.Malformed',
    message: what,
    nonRetryable: true,
    category: 'BENIGN',
  });

const isText = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** Accepts only well-formed envelopes of the listed commands; `belongs` ties them to the workflow. */
export const validatorFor = (
  commands: Partial<Record<Category, readonly string[]>>,
  belongs: (envelope: CommandEnvelope) => boolean,
): SyncValidator => {
  return (envelope) => {
    const { commandId, category, streamId, command, actorId, correlationId } = envelope;
    if (![commandId, streamId, actorId, correlationId].every(isText))
      throw malformed('an envelope lacks an id');
    if (commands[category]?.includes(command?.type) !== true)
      throw malformed(`${category}/${command?.type} is not a command of this workflow`);
    if (!belongs(envelope)) throw malformed('the command belongs to another workflow');
    return undefined;
  };
};
