// One row per payable with the days on which its money moved; each keeps its purse and its mode.
import { type LocalDate, officeDay } from '../../domain/calendar.ts';
import { assertNever } from '../../domain/decider.ts';
import type { Flow, MandateMode } from '../../domain/programme/events.ts';
import type { KeyedTable } from '../keyed-table.ts';
import { orphaned, type RecordedIn } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

/**
 * `SETTLED`: ours, seen on a statement. `REPORTED_PAID`: another house is said to have paid.
 * `CANCELLED`: the decision fell before it was paid; no figure counts it.
 */
export type MoneyStanding = 'OPEN' | 'SETTLED' | 'REPORTED_PAID' | 'RETAINED' | 'CANCELLED';

export type MoneyStep = {
  readonly on: LocalDate;
  readonly standing: MoneyStanding;
  readonly amountIdr: string;
};

export type MoneyRow = {
  readonly payableId: string;
  readonly claimId: string;
  readonly workerId: string;
  readonly payerId: string;
  readonly flow: Flow;
  readonly mode: MandateMode;
  readonly owedIdr: string;
  readonly steps: readonly MoneyStep[];
  readonly position: string;
};

export const moneyTable: KeyedTable<MoneyRow> = {
  name: 'rm.programme_summary_v1_payables',
  key: 'payableId',
  columns: {
    payableId: 'text not null',
    claimId: 'text not null',
    workerId: 'text not null',
    payerId: 'text not null',
    flow: 'text not null',
    mode: 'text not null',
    owedIdr: 'bigint not null',
    steps: 'jsonb not null',
    position: 'bigint not null',
  },
  indexes: [],
};

type PayableRecorded = RecordedIn<'payable'>;
type Later = Exclude<PayableRecorded, { type: 'PayableCreated' }>;

const stepAfter = (row: MoneyRow, event: Later): Omit<MoneyStep, 'on'> | null => {
  switch (event.type) {
    case 'PaymentSettled':
      return { standing: 'SETTLED', amountIdr: event.data.amountIdr };
    case 'PaymentReported':
      return { standing: 'REPORTED_PAID', amountIdr: event.data.amountIdr };
    case 'PaymentReturned':
    case 'PaymentRejected':
      return { standing: 'OPEN', amountIdr: row.owedIdr };
    case 'PaymentResolved': {
      const standing = event.data.outcome === 'PAID' ? 'SETTLED' : 'OPEN';
      return { standing, amountIdr: row.owedIdr };
    }
    case 'PayableCancelled':
      return { standing: 'CANCELLED', amountIdr: row.owedIdr };
    case 'PayableHeld':
    case 'PayableReleased':
    case 'PayeeCorrectionProposed':
    case 'PayeeAccountCorrected':
    case 'PayableSelected':
    case 'PayableDeselected':
    case 'PaymentIntended':
    case 'PaymentSent':
    case 'PaymentAccepted':
    case 'PaymentUnknown':
    case 'PaymentDisputed':
    case 'PaymentVoided':
    case 'StatementLineRead':
    case 'StatementLineConfirmed':
    case 'ReceiptConfirmed':
      return null;
    default:
      return assertNever(event, 'payable event');
  }
};

const created = (event: Extract<PayableRecorded, { type: 'PayableCreated' }>): MoneyRow => {
  const { payableId, claimId, workerId, payerId, flow, mode, amountIdr, payee } = event.data;
  const standing = payee === null ? 'RETAINED' : 'OPEN';
  const first: MoneyStep = { on: officeDay(event.effectiveAt), standing, amountIdr };
  const { position } = event;
  const purse = { payerId, flow, mode, owedIdr: amountIdr };
  return { payableId, claimId, workerId, ...purse, steps: [first], position };
};

/** Paid before the take-over: money of that day, and nothing that could be paid again. */
const paidBefore = ({
  data,
  effectiveAt,
  position,
}: Extract<RecordedIn<'claim'>, { type: 'ClaimPaidBefore' }>): MoneyRow => {
  const { paymentId: payableId, claimId, workerId, mandate, paidIdr, outcome } = data;
  const { payerId, mode } = mandate;
  const steps: readonly MoneyStep[] = [
    { on: officeDay(effectiveAt), standing: outcome, amountIdr: paidIdr },
  ];
  const purse = { payerId, flow: 'BENEFIT', mode, owedIdr: paidIdr } as const;
  return { payableId, claimId, workerId, ...purse, steps, position };
};

export const moneyFold: RowFold<MoneyRow> = {
  table: moneyTable,
  keysOf(event) {
    if (event.type === 'ClaimPaidBefore') return [event.data.paymentId];
    return event.category === 'payable' ? [event.data.payableId] : [];
  },
  fold(row, event) {
    if (event.type === 'ClaimPaidBefore') return paidBefore(event);
    if (event.category !== 'payable') return row;
    if (event.type === 'PayableCreated') return created(event);
    if (row === undefined) return orphaned(event);
    const step = stepAfter(row, event);
    const last = row.steps.at(-1);
    if (step === null || (last?.standing === step.standing && last.amountIdr === step.amountIdr))
      return row;
    return { ...row, steps: [...row.steps, { on: officeDay(event.effectiveAt), ...step }] };
  },
};
