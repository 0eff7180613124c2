// What a payable's decisions need to know of its past: its attempts, holds, disputes and reports.
import type { Payee } from '../claim/assessment/assessment-events.ts';
import { assertNever } from '../decider.ts';
import type { RupiahText } from '../money.ts';
import type { PayableEvent, PayableStage } from './events.ts';
import type { PayableCreated } from './payable-events.ts';
import type { PayeeCorrectionProposed } from './payee-correction.ts';
import type { BankAnswerKind, PaymentReported, ReceiptConfirmed } from './payment-events.ts';
import type { PaymentResolved } from './resolution.ts';
import type { LineRead } from './statement-line-events.ts';

/** Where one attempt stands; its ends are doubted by a dispute only, VOIDED never left the house. */
export type AttemptStatus =
  | 'INTENDED'
  | 'SENT'
  | 'ACCEPTED'
  | 'ANSWER_UNKNOWN'
  | 'SETTLED'
  | 'RETURNED'
  | 'REJECTED'
  | 'VOIDED';

export type Attempt = {
  readonly attempt: number;
  readonly runId: string;
  readonly endToEndId: string;
  readonly status: AttemptStatus;
  readonly fileSha256: string | null;
  /** Bank answers already recorded, so that the same answer twice is one answer. */
  readonly answers: readonly string[];
};

export type PayableState = {
  readonly created: PayableCreated['data'] | null;
  /** Who is paid into which account, as last confirmed. */
  readonly payee: Payee | null;
  /** Proposed and not confirmed yet: until then nothing may be sent. */
  readonly correction: PayeeCorrectionProposed['data'] | null;
  readonly corrected: boolean;
  /** Everyone who ever said where this money goes: none of them sends it. */
  readonly correctedBy: readonly string[];
  readonly cancelled: boolean;
  readonly held: boolean;
  readonly disputed: boolean;
  /** A person let a payment that came back be sent again. */
  readonly sendAgain: boolean;
  readonly selectedBy: string | null;
  readonly attempts: readonly Attempt[];
  /** Read in a statement by one person; the second one confirms it. */
  readonly line: LineRead | null;
  readonly report: PaymentReported['data'] | null;
  readonly receipt: ReceiptConfirmed['data'] | null;
};

export const initialPayable: PayableState = {
  created: null,
  payee: null,
  correction: null,
  corrected: false,
  correctedBy: [],
  cancelled: false,
  held: false,
  disputed: false,
  sendAgain: false,
  selectedBy: null,
  attempts: [],
  line: null,
  report: null,
  receipt: null,
};

type AnswerFacts = {
  readonly kind: BankAnswerKind;
  readonly bankReference: string;
  readonly amountIdr: RupiahText;
};

/** What makes two bank answers the same; only bookings (settled, returned) have a sum that counts. */
export const answerKey = ({ kind, bankReference, amountIdr }: AnswerFacts): string => {
  switch (kind) {
    case 'accepted':
    case 'rejected':
      return kind;
    case 'settled':
    case 'returned':
      return `${kind} ${bankReference} ${amountIdr}`;
    default:
      return assertNever(kind, 'bank answer');
  }
};

/** Bookings of the bank that were not booked back, whatever they were for. */
export const openBookings = ({ attempts }: PayableState): number =>
  attempts.reduce((sum, { answers }) => {
    const count = (kind: BankAnswerKind) =>
      answers.filter((answer) => answer.startsWith(`${kind} `)).length;
    return sum + Math.max(count('settled') - count('returned'), 0);
  }, 0);

export const findAttempt = (state: PayableState, endToEndId: string): Attempt | undefined =>
  state.attempts.find((attempt) => attempt.endToEndId === endToEndId);

type Step = {
  readonly endToEndId: string;
  readonly status?: AttemptStatus;
  readonly fileSha256?: string;
  readonly answer?: string;
};

const step = (state: PayableState, { endToEndId, answer, ...change }: Step): PayableState => ({
  ...state,
  attempts: state.attempts.map((attempt) =>
    attempt.endToEndId === endToEndId
      ? {
          ...attempt,
          ...change,
          answers: answer === undefined ? attempt.answers : [...attempt.answers, answer],
        }
      : attempt,
  ),
});

type PaymentEvent = Extract<
  PayableEvent,
  {
    type:
      | 'PaymentSent'
      | 'PaymentAccepted'
      | 'PaymentUnknown'
      | 'PaymentRejected'
      | 'PaymentSettled'
      | 'PaymentReturned'
      | 'PaymentDisputed';
  }
>;

/** What came back rests until a person says that it may be sent again. */
const back = (state: PayableState): PayableState => ({ ...state, sendAgain: false });

/** Where money may be, as far as we know; the resolution says where it is. */
const isInDoubt = ({ status }: Attempt): boolean =>
  ['SENT', 'ACCEPTED', 'ANSWER_UNKNOWN', 'SETTLED'].includes(status);

const onResolved = (
  state: PayableState,
  { endToEndId }: PaymentResolved['data'],
): PayableState => ({
  ...back(withoutLine(state)),
  disputed: false,
  held: state.held && endToEndId === null,
  correction: endToEndId === null ? state.correction : null,
  attempts: state.attempts.map((attempt) => {
    if (attempt.endToEndId === endToEndId) return { ...attempt, status: 'SETTLED' };
    return isInDoubt(attempt) ? { ...attempt, status: 'RETURNED' } : attempt;
  }),
});

/** The bank's word is there: what somebody read of it has done its work. */
const withoutLine = (state: PayableState): PayableState =>
  state.line == null ? state : { ...state, line: null };

const onPayment = (state: PayableState, { type, data }: PaymentEvent): PayableState => {
  const { endToEndId } = data;
  switch (type) {
    case 'PaymentSent':
      return step(state, { endToEndId, status: 'SENT', fileSha256: data.fileSha256 });
    case 'PaymentAccepted':
      return step(state, { endToEndId, status: 'ACCEPTED', answer: 'accepted' });
    case 'PaymentUnknown':
      return step(state, { endToEndId, status: 'ANSWER_UNKNOWN' });
    case 'PaymentRejected':
      return back(step(state, { endToEndId, status: 'REJECTED', answer: 'rejected' }));
    case 'PaymentSettled':
      return step(state, {
        endToEndId,
        status: 'SETTLED',
        answer: answerKey({ kind: 'settled', ...data }),
      });
    case 'PaymentReturned':
      return back(
        step(state, {
          endToEndId,
          status: 'RETURNED',
          answer: answerKey({ kind: 'returned', ...data }),
        }),
      );
    case 'PaymentDisputed': {
      const answer = answerKey({ kind: data.answer, ...data });
      return { ...step(state, { endToEndId, answer }), disputed: true };
    }
    default:
      return assertNever(type, 'payment event');
  }
};

/** Two persons' word on the right account is also their word that it may be sent there. */
const onCorrection = (
  state: PayableState,
  { type, data }: Extract<PayableEvent, { type: `Payee${string}` }>,
): PayableState => {
  if (type === 'PayeeCorrectionProposed') return { ...state, correction: data };
  const { account, accountIndex, bic, proposedBy, confirmedBy } = data;
  return {
    ...state,
    payee: state.payee === null ? null : { ...state.payee, account, accountIndex, bic },
    correction: null,
    corrected: true,
    correctedBy: [...new Set([...state.correctedBy, ...proposedBy, ...confirmedBy])],
    sendAgain: true,
  };
};

export const evolvePayable = (state: PayableState, event: PayableEvent): PayableState => {
  switch (event.type) {
    case 'PayableCreated':
      return {
        ...{ ...state, created: event.data, payee: event.data.payee },
        correctedBy: event.data.correctedBy ?? [],
      };
    case 'PayableHeld':
      return { ...state, held: true };
    case 'PayableCancelled':
      return { ...state, cancelled: true };
    case 'PayableReleased':
      return { ...state, held: false, correction: null, sendAgain: true };
    case 'PayeeCorrectionProposed':
    case 'PayeeAccountCorrected':
      return onCorrection(state, event);
    case 'PayableSelected':
      return { ...state, selectedBy: event.data.runId };
    case 'PayableDeselected':
      return { ...state, selectedBy: null };
    case 'PaymentIntended': {
      const { attempt, runId, endToEndId } = event.data;
      const status = 'INTENDED';
      const begun: Attempt = { attempt, runId, endToEndId, status, fileSha256: null, answers: [] };
      return { ...state, selectedBy: null, attempts: [...state.attempts, begun] };
    }
    case 'PaymentVoided':
      return step(state, { endToEndId: event.data.endToEndId, status: 'VOIDED' });
    case 'PaymentResolved':
      return onResolved(state, event.data);
    case 'PaymentReported':
      return { ...state, report: event.data };
    case 'ReceiptConfirmed':
      return { ...state, receipt: event.data };
    case 'PaymentSent':
    case 'PaymentAccepted':
    case 'PaymentUnknown':
    case 'PaymentRejected':
    case 'PaymentSettled':
    case 'PaymentReturned':
    case 'PaymentDisputed':
      return onPayment(withoutLine(state), event);
    case 'StatementLineRead':
      return { ...state, line: { ...event.data, confirmed: false } };
    case 'StatementLineConfirmed':
      return { ...state, line: state.line && { ...state.line, confirmed: true } };
    default:
      return assertNever(event, 'payable event');
  }
};

const STAGE_OF: Readonly<Record<Exclude<AttemptStatus, 'VOIDED'>, PayableStage>> = {
  INTENDED: 'INTENDED',
  SENT: 'SENT',
  ACCEPTED: 'SENT',
  ANSWER_UNKNOWN: 'ANSWER_UNKNOWN',
  SETTLED: 'SETTLED',
  RETURNED: 'RETURNED',
  REJECTED: 'RETURNED',
};

/** Money with the payee counts whichever attempt brought it; a voided attempt never was. */
const attemptStage = ({ attempts, sendAgain }: PayableState): PayableStage => {
  if (attempts.some(({ status }) => status === 'SETTLED')) return 'SETTLED';
  const stages = attempts.flatMap(({ status }) => (status === 'VOIDED' ? [] : [STAGE_OF[status]]));
  const last = stages.at(-1) ?? 'DUE';
  return last === 'RETURNED' && sendAgain ? 'DUE' : last;
};

const trackedStage = (state: PayableState): PayableStage => {
  if (state.receipt !== null) return 'RECEIPT_CONFIRMED';
  return state.report === null ? 'TRACKED' : 'REPORTED_PAID';
};

/** Where a payable stands, as one code; its texts live in the copy catalogues. */
export const payableStage = (state: PayableState): PayableStage => {
  if (state.created === null) return 'UNKNOWN';
  if (state.cancelled) return 'CANCELLED';
  if (state.created.payee === null) return 'RETAINED';
  if (state.created.mode === 'TRACKS') return trackedStage(state);
  if (state.disputed) return 'DISPUTED';
  if (state.held || state.correction !== null) return 'HELD';
  if (state.selectedBy !== null) return 'SELECTED';
  return attemptStage(state);
};
