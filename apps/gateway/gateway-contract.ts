// What a program (command line, later the API) may ask of the engine: commands in, answers out.
import type { BatchStepCode } from '../../activities/activities.ts';
import type { HeardAnswer } from '../../activities/bank-lines.ts';
import type { PreviewRequest, RunPreview } from '../../activities/preview-run.ts';
import type { Answer, CommandEnvelope } from '../../domain/command.ts';
import type { Flow } from '../../domain/programme/events.ts';
import type { SeenSchedule } from '../../infra/temporal/schedules.ts';
import type { BatchProgress } from '../../workflows/messages.ts';
import type { FreeTextGuard } from './free-text-guard.ts';

export type Refused = Extract<Answer, { status: 'refused' }>;

/** The list is recorded whole; each hand-over is recorded on its worker's own stream. */
export type BatchStarted = { readonly status: 'started'; readonly batchId: string };

export type BatchSteering = {
  readonly kind: 'roster' | 'cards';
  readonly id: string;
  readonly act: 'pause' | 'resume' | 'cancel';
  readonly actorId: string;
  readonly reason: string;
  readonly commandId: string;
  readonly agenda?: string;
};

/** Said beside any act: why, and under which number the matter came in. */
export type SaidBeside = Pick<CommandEnvelope, 'reason' | 'agenda'>;

export type HandOverRequest = SaidBeside & {
  readonly fileSha256: string;
  readonly place: string;
  readonly actorId: string;
  /** Names the command: repeated, it gets its first answer. */
  readonly correlationId: string;
};

/** What a batch has not reached yet, named as its list names it. */
export type BatchRest = {
  readonly unit: 'CARD' | 'ROW' | 'ANSWER_LINE';
  readonly items: readonly string[];
};

export type IngestMisfit = {
  readonly file: string;
  readonly code: string;
  readonly endToEndId: string;
  readonly facts: Refused['facts'];
};

export type IngestReport = {
  readonly files: number;
  readonly lines: number;
  /** Codes with the file and the id that the bank named; never a person. */
  readonly problems: readonly string[];
  /** The same, in parts: a program puts each into words. */
  readonly misfits: readonly IngestMisfit[];
  /** What the bank said of each run's payments. */
  readonly heard: readonly HeardAnswer[];
};

export type Gateway = {
  /** For a command that is sent for the first time; with an id of one's own it may be a repetition. */
  newCommandId(): string;
  /** For what is kept beside the log (the reason of a destroyed key); `send` looks by itself. */
  readonly personIn: FreeTextGuard;
  /** Routes one command to the workflow that waits for it, or decides it at once. */
  send(envelope: CommandEnvelope): Promise<Answer>;
  /** Records the roster (ReceiveRoster) and starts its enrolment workflow. */
  startRoster(envelope: CommandEnvelope<'roster'>): Promise<Answer>;
  /** Renders the registration file of an approved roster and records SubmitRoster with its hash. */
  exportRegistration(
    envelope: CommandEnvelope<'roster'>,
  ): Promise<{ readonly answer: Answer; readonly bytes: Uint8Array; readonly workers: number }>;
  /** `fileSha256` names the stored answer file; counts are taken from it. Continues the workflow. */
  answerRegistration(envelope: CommandEnvelope<'roster'>): Promise<Answer>;
  /**
   * Starts a bulk hand-over of cards (list file stored in the documents). The same list, place and
   * person are the same batch.
   */
  handOverCards(request: HandOverRequest): Promise<BatchStarted | Refused>;
  /** Of the step asked for, else of the one that runs; undefined when no such batch is known. */
  batchProgress(
    kind: 'roster' | 'cards',
    id: string,
    step?: BatchStepCode,
  ): Promise<BatchProgress | undefined>;
  controlBatch(steering: BatchSteering): Promise<Answer>;
  /** The members from a place in the list on, of the step that was at work. */
  batchRest(
    kind: BatchSteering['kind'],
    id: string,
    at: { readonly step: string; readonly from: number },
  ): Promise<BatchRest>;
  /** Has the tranche's workflow look at its gate and clock now. */
  lookAtTranche(trancheId: string): Promise<void>;
  /** Selects the payables that are named, or every due one of the payer and flow, freezes the run, starts its workflow. */
  assembleRun(
    request: SaidBeside & {
      readonly commandId: string;
      readonly runId: string;
      readonly payerId: string;
      readonly flow: Flow;
      readonly payables?: readonly string[];
      readonly actorId: string;
      readonly correlationId: string;
    },
  ): Promise<Answer>;
  /** What a run would hold if it were assembled now; records nothing. */
  previewRun(request: PreviewRequest): Promise<RunPreview | Refused>;
  /** What Temporal holds of a payout schedule; undefined when nothing. */
  payoutScheduleInTemporal(scheduleId: string): Promise<SeenSchedule | 'AWAY' | undefined>;
  /** One named file, or every unread answer in the inbox. */
  ingestAnswers(request: {
    readonly actorId: string;
    readonly file?: { readonly name: string; readonly bytes: Uint8Array };
  }): Promise<IngestReport>;
  close(): Promise<void>;
};
