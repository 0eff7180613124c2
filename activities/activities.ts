// What workflows may ask of the world: small codes, ids and counts in, small codes and counts out.

import type { BatchControl, BatchPlace } from '../domain/batch.ts';
import type { ClaimStage } from '../domain/claim/events.ts';
import type { Answer, CommandEnvelope } from '../domain/command.ts';

export type WorkerFacts = {
  readonly exists: boolean;
  readonly version: number;
  readonly stage: string;
  readonly card: 'NONE' | 'ISSUED' | 'HANDED_OVER';
  /** The claim of this worker's death, once one was reported. */
  readonly claimId: string | null;
  readonly claimStage: string | null;
  /** Benefit settled, or refused for good, or cover ended with no claim open. */
  readonly ended: boolean;
};

/** Steps that follow from what a claim's stream says, and were not taken yet. */
export type ClaimFollowUp =
  | 'NOTE_DEATH'
  | 'NOTE_NO_DEATH'
  | 'LINK_CASES'
  | 'CREATE_PAYABLES'
  | 'SETTLE'
  | 'NOTE_OUTCOME';

export type Deadline = {
  readonly code: string;
  /** From the look at the stream to the due instant; the timer proves nothing by itself. */
  readonly waitMs: number;
  /** Of the calendar that the due instant was counted with. */
  readonly calendarVersion?: string;
};

export type ClaimFacts = {
  readonly exists: boolean;
  readonly workerId: string;
  readonly version: number;
  readonly stage: ClaimStage;
  readonly follows: readonly ClaimFollowUp[];
  readonly deadline: Deadline | null;
  /** Nothing follows any more: settled, rejected or withdrawn, and the worker's stream knows. */
  readonly ended: boolean;
};

export type BatchStepCode =
  | 'NOMINATION'
  | 'DECREE'
  | 'REGISTRATION'
  | 'CARDS'
  | 'TAKE_OVER'
  | 'HAND_OVER';

export type RosterFacts = {
  readonly exists: boolean;
  readonly version: number;
  readonly stage: string;
  /** The step whose turn it is; null while a person or the branch must act first. */
  readonly next: BatchStepCode | null;
  /** What a person or the branch must do when there is no next step. */
  readonly waitingFor: string;
  readonly control: BatchControl;
  readonly total: number;
  readonly ended: boolean;
};

export type Chunk = {
  readonly batchId: string;
  readonly step: BatchStepCode;
  /** Index of the first member of the chunk, counted over the members of the step. */
  readonly from: number;
  readonly count: number;
};
export type ChunkDone = {
  readonly done: number;
  readonly skipped: number;
  /** Of the skipped: outside the area of whoever vouches for the list. */
  readonly notInArea?: number;
};

export type StepDone = {
  readonly rosterId: string;
  readonly step: BatchStepCode;
  readonly done: number;
  readonly skipped: number;
};

export type HandOverFacts = {
  readonly exists: boolean;
  readonly version: number;
  readonly stage: string;
  readonly control: BatchControl;
  readonly total: number;
  /** Every card of the list was noted or skipped. */
  readonly ended: boolean;
};

export type HandOverDone = {
  readonly handOverId: string;
  readonly done: number;
  readonly skipped: number;
  readonly notInArea: number;
};

export type TrancheLook = {
  readonly exists: boolean;
  readonly version: number;
  readonly stage: string;
  readonly waitingFor: 'CARDS' | 'CONTRIBUTION' | 'HISTORY' | 'NOTHING';
  /** Names the payments that cover rests on; another text: claims must be looked at again. */
  readonly payments: string;
  readonly next: Deadline | null;
};

export type RuleBookLook = { readonly version: number; readonly stage: string };

export type RunFacts = {
  readonly exists: boolean;
  readonly version: number;
  readonly stage: string;
  readonly released: boolean;
  readonly ended: boolean;
};

export type RunLook = {
  /** Payments without an end: neither settled, returned nor unknown. */
  readonly open: number;
  /** The bank's answer is late: what is still open must be called unknown. */
  readonly overdue: boolean;
  readonly waitMs: number;
};

/** A run time of the calendar at `firedAt`, or one trigger. */
export type ScheduledRunWish = {
  readonly scheduleId: string;
  readonly triggerId: string | null;
  readonly firedAt: string;
};
/**
 * An answer, and where its stream stands after it: the workflow need not look again before the
 * answer may leave. Null when nothing was recorded, or when the look failed.
 */
export type Decided<Facts> = { readonly answer: Answer; readonly facts: Facts | null };

export type Activities = {
  /** Authority, facts, decision, append: once per command id. */
  recordDecision(envelope: CommandEnvelope): Promise<Answer>;

  decideWorker(envelope: CommandEnvelope): Promise<Decided<WorkerFacts>>;
  /** The same for a lifecycle that has read nothing yet: says first that it carries the worker. */
  beginWorker(envelope: CommandEnvelope): Promise<Decided<WorkerFacts>>;
  hydrateWorker(workerId: string): Promise<WorkerFacts>;
  /** Told by the workflow that closes: batches need not signal this stream any more. */
  leaveStream(streamId: string): Promise<void>;

  decideClaim(envelope: CommandEnvelope): Promise<Decided<ClaimFacts>>;
  hydrateClaim(claimId: string): Promise<ClaimFacts>;
  noteDeath(claimId: string): Promise<void>;
  /** The membership is what it was before the report. */
  noteNoDeath(claimId: string): Promise<void>;
  /** Claims of one person are told of each other. */
  linkCases(claimId: string): Promise<void>;
  /** The claim, and the payables of the decision that falls, in one transaction. */
  correctDeathDate(envelope: CommandEnvelope): Promise<Answer>;
  /** As `correctDeathDate`: the conclusion, and the payables of the decision that falls with it. */
  concludeDeath(envelope: CommandEnvelope): Promise<Answer>;
  /** As `correctDeathDate`: the person lives. */
  recordFoundAlive(envelope: CommandEnvelope): Promise<Answer>;
  answerObjection(envelope: CommandEnvelope): Promise<Answer>;
  createPayables(claimId: string): Promise<void>;
  settleClaim(claimId: string): Promise<void>;
  noteOutcome(claimId: string): Promise<void>;
  /** Asks the decider what holds now that the due instant has come, or says nothing. */
  passDeadline(claimId: string): Promise<void>;

  decideRoster(envelope: CommandEnvelope): Promise<Decided<RosterFacts>>;
  hydrateRoster(rosterId: string): Promise<RosterFacts>;
  runRosterChunk(chunk: Chunk): Promise<ChunkDone>;
  completeStep(done: StepDone): Promise<void>;
  hydrateHandOver(handOverId: string): Promise<HandOverFacts>;
  runHandOverChunk(handOverId: string, from: number, count: number): Promise<ChunkDone>;
  completeHandOver(done: HandOverDone): Promise<void>;
  /** A person's pause, resumption or cancellation, with the place that the batch had reached. */
  steerBatch(envelope: CommandEnvelope, at: BatchPlace): Promise<Answer>;

  /** Reads the tranche and its bills, asks the decider what holds now, and records it. */
  lookAtTranche(trancheId: string): Promise<TrancheLook>;
  /** Tells every claim of the tranche that was judged on other cover. */
  recheckCover(trancheId: string): Promise<void>;

  /** Gives every open claim that an activated version concerns its own fact, once. */
  meetOpenClaims(bookId: string): Promise<RuleBookLook>;

  assembleRun(envelope: CommandEnvelope): Promise<Answer>;
  cancelRun(envelope: CommandEnvelope): Promise<Answer>;
  hydrateRun(runId: string): Promise<RunFacts>;
  intendPayments(runId: string): Promise<void>;
  prepareFile(runId: string): Promise<void>;
  dropFile(runId: string): Promise<void>;
  recordSent(runId: string): Promise<void>;
  followRun(runId: string): Promise<RunLook>;
  recordUnknown(runId: string): Promise<void>;
  reconcileRun(runId: string): Promise<void>;

  /** Looks whether the house is what its log says; answers with how many cases it found. */
  auditSelf(): Promise<number>;

  /** Makes the run of a schedule, or records why there is none; answers with the outcome's type. */
  runScheduled(wish: ScheduledRunWish): Promise<string>;
};
