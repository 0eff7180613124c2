// One row per payout run and one per member: what was frozen, who let it go, how it ended.
import { assertNever } from '../../domain/decider.ts';
import type { PayoutRunStage, RunReconciled } from '../../domain/payout/run-events.ts';
import type { Flow } from '../../domain/programme/events.ts';
import type { KeyedTable } from '../keyed-table.ts';
import { orphaned, type RecordedIn } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

export type PaymentFile = {
  readonly name: string;
  readonly sha256: string;
  readonly messageId: string;
  readonly createdAt: string;
  readonly droppedAt: string | null;
};

export type BankAnswer = {
  readonly fileSha256: string;
  readonly lines: number;
  readonly problems: number;
  readonly ingestedAt: string;
};

export type RunRow = {
  readonly runId: string;
  /** `GATHERING` while the members are still being written, one event each. */
  readonly stage: Exclude<PayoutRunStage, 'UNKNOWN'> | 'GATHERING';
  readonly payerId: string | null;
  readonly flow: Flow | null;
  readonly count: number;
  readonly sumIdr: string;
  readonly membersSha256: string | null;
  readonly assembledBy: readonly string[];
  readonly decidedBy: readonly string[];
  readonly releasedBy: readonly string[];
  readonly assembledAt: string | null;
  readonly releasedAt: string | null;
  readonly cancelReason: string | null;
  readonly file: PaymentFile | null;
  readonly answers: readonly BankAnswer[];
  readonly reconciliation:
    | (Omit<RunReconciled['data'], 'runId'> & { readonly reconciledAt: string })
    | null;
  readonly version: number;
  readonly position: string;
};

export const runTable: KeyedTable<RunRow> = {
  name: 'rm.payout_ledger_v4_runs',
  key: 'runId',
  columns: {
    runId: 'text not null',
    stage: 'text not null',
    payerId: 'text',
    flow: 'text',
    count: 'integer not null',
    sumIdr: 'bigint not null',
    membersSha256: 'text',
    assembledBy: 'text[] not null',
    decidedBy: 'text[] not null',
    releasedBy: 'text[] not null',
    assembledAt: 'timestamptz',
    releasedAt: 'timestamptz',
    cancelReason: 'text',
    file: 'jsonb',
    answers: 'jsonb not null',
    reconciliation: 'jsonb',
    version: 'integer not null',
    position: 'bigint not null',
  },
  indexes: ['(stage, assembled_at)', '(payer_id)'],
};

const gathering = (runId: string): RunRow => ({
  runId,
  stage: 'GATHERING',
  payerId: null,
  flow: null,
  count: 0,
  sumIdr: '0',
  membersSha256: null,
  assembledBy: [],
  decidedBy: [],
  releasedBy: [],
  assembledAt: null,
  releasedAt: null,
  cancelReason: null,
  file: null,
  answers: [],
  reconciliation: null,
  version: 0,
  position: '0',
});

type RunRecorded = RecordedIn<'payout_run'>;

const plus = (sum: string, amount: string): string => (BigInt(sum) + BigInt(amount)).toString();

const changes = (row: RunRow, event: RunRecorded): Partial<RunRow> => {
  const { type, data, effectiveAt } = event;
  switch (type) {
    case 'RunMemberAdded':
      if (row.stage !== 'GATHERING') return {}; // count and sum of the whole stand already
      return { count: row.count + 1, sumIdr: plus(row.sumIdr, data.amountIdr) };
    case 'RunAssembled':
      return { ...data, stage: 'ASSEMBLED', assembledAt: effectiveAt };
    case 'RunNamesOpened':
      return {};
    case 'RunReleased':
      return { stage: 'RELEASED', releasedBy: data.releasedBy, releasedAt: effectiveAt };
    case 'RunCancelled':
      return { stage: 'CANCELLED', cancelReason: data.reason };
    case 'PaymentFilePrepared': {
      const { runId: _, ...file } = data;
      return { stage: 'FILE_PREPARED', file: { ...file, droppedAt: null } };
    }
    case 'PaymentFileDropped': {
      if (row.file === null) return orphaned(event);
      return { stage: 'FILE_DROPPED', file: { ...row.file, droppedAt: effectiveAt } };
    }
    case 'BankAnswerIngested': {
      const { runId: _, ...answer } = data;
      return { answers: [...row.answers, { ...answer, ingestedAt: effectiveAt }] };
    }
    case 'RunReconciled': {
      const { runId: _, ...sums } = data;
      return { stage: 'RECONCILED', reconciliation: { ...sums, reconciledAt: effectiveAt } };
    }
    default:
      return assertNever(type, 'payout run event');
  }
};

export const runFold: RowFold<RunRow> = {
  table: runTable,
  keysOf: (event) => (event.category === 'payout_run' ? [event.data.runId] : []),
  fold(row, event) {
    if (event.category !== 'payout_run') return row;
    const known = row ?? gathering(event.data.runId);
    return { ...known, ...changes(known, event), version: event.version };
  },
};

export type RunMemberRow = {
  readonly memberId: string;
  readonly runId: string;
  readonly payableId: string;
  readonly claimId: string;
  readonly amountIdr: string;
  /** Place in the frozen order: the version of its event in the run's stream. */
  readonly place: number;
  readonly position: string;
};

export const runMemberTable: KeyedTable<RunMemberRow> = {
  name: 'rm.payout_ledger_v4_members',
  key: 'memberId',
  columns: {
    memberId: 'text not null',
    runId: 'text not null',
    payableId: 'text not null',
    claimId: 'text not null',
    amountIdr: 'bigint not null',
    place: 'integer not null',
    position: 'bigint not null',
  },
  indexes: ['(run_id, place)', '(payable_id)'],
};

export const runMemberFold: RowFold<RunMemberRow> = {
  table: runMemberTable,
  keysOf: (event) =>
    event.type === 'RunMemberAdded' ? [`${event.data.runId}/${event.data.payableId}`] : [],
  fold(row, event, key) {
    if (event.type !== 'RunMemberAdded') return row;
    return { ...event.data, memberId: key, place: event.version, position: event.position };
  },
};
