// One row per payable: what is owed, where the money is, and every attempt with its bank's words.
import type { Payee } from '../../domain/claim/assessment/assessment-events.ts';
import { assertNever } from '../../domain/decider.ts';
import type { PayableStage } from '../../domain/payout/events.ts';
import {
  evolvePayable,
  initialPayable,
  type PayableState,
  payableStage,
} from '../../domain/payout/payable-state.ts';
import type { Flow, MandateMode } from '../../domain/programme/events.ts';
import type { KeyedTable } from '../keyed-table.ts';
import { orphaned, type RecordedIn } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

export type AttemptState =
  | 'SELECTED'
  | 'DESELECTED'
  | 'INTENDED'
  | 'SENT'
  | 'ACCEPTED'
  | 'UNKNOWN'
  | 'REJECTED'
  | 'SETTLED'
  | 'RETURNED'
  | 'DISPUTED'
  | 'VOIDED';

/** One try to pay, from its selection into a run to the bank's last word. */
export type Attempt = {
  readonly attempt: number;
  readonly runId: string;
  readonly state: AttemptState;
  readonly endToEndId: string | null;
  /** The attempt before, which came back. */
  readonly replaces: string | null;
  readonly fileSha256: string | null;
  readonly bankReference: string | null;
  /** The bank's code, or our words for an answer that was lost or does not fit. */
  readonly reason: string | null;
  readonly amountIdr: string | null;
  readonly sentAt: string | null;
  readonly changedAt: string;
  readonly bookedOn: string | null;
};

/** What another house is said to have paid; never called settled. */
export type ReportedPayment = {
  readonly reporter: string;
  readonly amountIdr: string;
  readonly paidOn: string;
  readonly reference: string;
  readonly evidenceSha256: string | null;
  readonly differs: boolean;
  readonly reportedAt: string;
  readonly receiptConfirmedOn: string | null;
};

export type PayableRow = {
  readonly payableId: string;
  readonly claimId: string;
  readonly workerId: string;
  readonly decision: number;
  readonly lineCodes: readonly string[];
  readonly amountIdr: string;
  readonly payerId: string;
  readonly mandateId: string;
  readonly mode: MandateMode;
  readonly flow: Flow;
  readonly payee: Payee | null;
  readonly dueOn: string;
  readonly stage: PayableStage;
  readonly holdReason: string | null;
  readonly runId: string | null;
  readonly attempts: readonly Attempt[];
  /** Every end-to-end id ever used, so that a bank's line finds its payable. */
  readonly endToEndIds: readonly string[];
  readonly settledIdr: string | null;
  readonly settledAt: string | null;
  readonly reported: ReportedPayment | null;
  readonly recommendedBy: readonly string[];
  readonly approvedBy: readonly string[];
  readonly createdAt: string;
  /** The domain's own fold: no screen names another stage than the decider. */
  readonly facts: PayableState;
  readonly version: number;
  readonly position: string;
};

export const payableTable: KeyedTable<PayableRow> = {
  name: 'rm.payout_ledger_v4_payables',
  key: 'payableId',
  columns: {
    payableId: 'text not null',
    claimId: 'text not null',
    workerId: 'text not null',
    decision: 'integer not null',
    lineCodes: 'text[] not null',
    amountIdr: 'bigint not null',
    payerId: 'text not null',
    mandateId: 'text not null',
    mode: 'text not null',
    flow: 'text not null',
    payee: 'jsonb',
    dueOn: 'date not null',
    stage: 'text not null',
    holdReason: 'text',
    runId: 'text',
    attempts: 'jsonb not null',
    endToEndIds: 'text[] not null',
    settledIdr: 'bigint',
    settledAt: 'timestamptz',
    reported: 'jsonb',
    recommendedBy: 'text[] not null',
    approvedBy: 'text[] not null',
    createdAt: 'timestamptz not null',
    facts: 'jsonb not null',
    version: 'integer not null',
    position: 'bigint not null',
  },
  indexes: ['(stage, due_on, payable_id)', '(claim_id)', '(run_id)', 'using gin (end_to_end_ids)'],
};

type PayableRecorded = RecordedIn<'payable'>;
type Created = Extract<PayableRecorded, { type: 'PayableCreated' }>;
type Later = Exclude<PayableRecorded, { type: 'PayableCreated' }>;

const readings = (facts: PayableState) => ({ facts, stage: payableStage(facts) });

const created = ({ type, data, effectiveAt, version, position }: Created): PayableRow => ({
  ...data,
  ...readings(evolvePayable(initialPayable, { type, data })),
  holdReason: null,
  runId: null,
  attempts: [],
  endToEndIds: [],
  settledIdr: null,
  settledAt: null,
  reported: null,
  createdAt: effectiveAt,
  version,
  position,
});

const selected = (
  row: PayableRow,
  event: Extract<Later, { type: 'PayableSelected' }>,
): Attempt[] => [
  ...row.attempts,
  {
    attempt: event.data.attempt,
    runId: event.data.runId,
    state: 'SELECTED',
    endToEndId: null,
    replaces: null,
    fileSha256: null,
    bankReference: null,
    reason: null,
    amountIdr: null,
    sentAt: null,
    changedAt: event.effectiveAt,
    bookedOn: null,
  },
];

/** An answer belongs to the attempt whose id it names; a selection to the last one. */
const withAttempt = (
  row: PayableRow,
  event: Later,
  change: Partial<Attempt>,
): { readonly attempts: readonly Attempt[] } => {
  const named = 'endToEndId' in event.data ? event.data.endToEndId : null;
  const found = row.attempts.findLastIndex((attempt) => attempt.endToEndId === named);
  const at = found === -1 ? row.attempts.length - 1 : found;
  return {
    attempts: row.attempts.map((attempt, index) =>
      index === at ? { ...attempt, ...change, changedAt: event.effectiveAt } : attempt,
    ),
  };
};

type AnswerType =
  | 'PaymentAccepted'
  | 'PaymentUnknown'
  | 'PaymentRejected'
  | 'PaymentSettled'
  | 'PaymentReturned'
  | 'PaymentDisputed';

const afterAnswer = (
  row: PayableRow,
  event: Extract<Later, { type: AnswerType }>,
): Partial<PayableRow> => {
  const { type, data, effectiveAt } = event;
  switch (type) {
    case 'PaymentAccepted': {
      const { bankReference } = data;
      return { ...withAttempt(row, event, { state: 'ACCEPTED', bankReference }) };
    }
    case 'PaymentUnknown': {
      const change = { state: 'UNKNOWN', reason: data.reason } as const;
      return { ...withAttempt(row, event, change) };
    }
    case 'PaymentRejected': {
      const change = { state: 'REJECTED', reason: data.reasonCode } as const;
      return { runId: null, ...withAttempt(row, event, change) };
    }
    case 'PaymentSettled': {
      const { bankReference, bookedOn, amountIdr } = data;
      const change = { state: 'SETTLED', bankReference, bookedOn, reason: null } as const;
      const settled = { settledIdr: amountIdr, settledAt: effectiveAt };
      return { ...settled, ...withAttempt(row, event, change) };
    }
    case 'PaymentReturned': {
      const { bankReference, reasonCode } = data;
      const change = { state: 'RETURNED', bankReference, reason: reasonCode } as const;
      const unpaid = { settledIdr: null, settledAt: null, runId: null };
      return { ...unpaid, ...withAttempt(row, event, change) };
    }
    case 'PaymentDisputed': {
      const change = { state: 'DISPUTED', reason: data.reason } as const;
      return { ...withAttempt(row, event, change) };
    }
    default:
      return assertNever(type, 'answer of the bank');
  }
};

const IN_DOUBT: readonly AttemptState[] = ['SENT', 'ACCEPTED', 'UNKNOWN', 'SETTLED', 'DISPUTED'];

/** A person's word ends every attempt: one paid, or none did. */
const afterResolution = (
  row: PayableRow,
  { data, effectiveAt }: Extract<Later, { type: 'PaymentResolved' }>,
): Partial<PayableRow> => {
  const stateOf = ({ endToEndId, state }: Attempt): AttemptState => {
    if (endToEndId !== null && endToEndId === data.endToEndId) return 'SETTLED';
    return IN_DOUBT.includes(state) ? 'RETURNED' : state;
  };
  const attempts = row.attempts.map((attempt) => {
    const state = stateOf(attempt);
    return state === attempt.state
      ? attempt
      : { ...attempt, state, reason: data.reason, changedAt: effectiveAt };
  });
  return data.outcome === 'PAID'
    ? { attempts, settledIdr: row.amountIdr, settledAt: effectiveAt }
    : { attempts, settledIdr: null, settledAt: null, runId: null };
};

const afterReport = (
  row: PayableRow,
  event: Extract<Later, { type: 'PaymentReported' | 'ReceiptConfirmed' }>,
): Partial<PayableRow> => {
  if (event.type === 'PaymentReported') {
    const { payableId: _, ...report } = event.data;
    const reported = { ...report, reportedAt: event.effectiveAt, receiptConfirmedOn: null };
    return { reported };
  }
  if (row.reported === null) return orphaned(event);
  const { confirmedOn } = event.data;
  return {
    reported: { ...row.reported, receiptConfirmedOn: confirmedOn },
  };
};

const changes = (row: PayableRow, event: Later): Partial<PayableRow> => {
  switch (event.type) {
    case 'PayableHeld':
      return { holdReason: event.data.reason };
    case 'PayableCancelled':
      return { holdReason: event.data.reason, runId: null };
    case 'PayableReleased':
      return { holdReason: null };
    case 'PayeeCorrectionProposed':
      return row.facts.held ? {} : { holdReason: event.data.reason };
    case 'PayeeAccountCorrected': {
      const { account, accountIndex, bic } = event.data;
      const payee = row.payee && { ...row.payee, account, accountIndex, bic };
      return { payee, ...(row.facts.held ? {} : { holdReason: null }) };
    }
    case 'PayableSelected':
      return { runId: event.data.runId, attempts: selected(row, event) };
    case 'PayableDeselected':
      return {
        runId: null,
        ...withAttempt(row, event, { state: 'DESELECTED' }),
      };
    case 'PaymentIntended': {
      const { endToEndId, amountIdr, replaces = null } = event.data;
      return {
        endToEndIds: [...row.endToEndIds, endToEndId],
        ...withAttempt(row, event, { state: 'INTENDED', endToEndId, amountIdr, replaces }),
      };
    }
    case 'PaymentSent': {
      const sent = { fileSha256: event.data.fileSha256, sentAt: event.effectiveAt };
      return { ...withAttempt(row, event, { state: 'SENT', ...sent }) };
    }
    case 'PaymentAccepted':
    case 'PaymentUnknown':
    case 'PaymentRejected':
    case 'PaymentSettled':
    case 'PaymentReturned':
    case 'PaymentDisputed':
      return afterAnswer(row, event);
    case 'PaymentVoided':
      return { runId: null, ...withAttempt(row, event, { state: 'VOIDED' }) };
    case 'PaymentResolved':
      return afterResolution(row, event);
    // Read by persons: the row shows what follows from it.
    case 'StatementLineRead':
    case 'StatementLineConfirmed':
      return {};
    case 'PaymentReported':
    case 'ReceiptConfirmed':
      return afterReport(row, event);
    default:
      return assertNever(event, 'payable event');
  }
};

/** The same fold fills the tables of any projection that shows payables, each with its own name. */
export const payableFoldInto = (table: KeyedTable<PayableRow>): RowFold<PayableRow> => ({
  table,
  keysOf: (event) => (event.category === 'payable' ? [event.data.payableId] : []),
  fold(row, event) {
    if (event.category !== 'payable') return row;
    if (event.type === 'PayableCreated') return created(event);
    if (row === undefined) return orphaned(event);
    const facts = evolvePayable(row.facts, event);
    return { ...row, ...changes(row, event), ...readings(facts), version: event.version };
  },
});
