// What one answer of the bank means for one attempt: an end, nothing new, or a dispute.
import type { LocalDate } from '../calendar.ts';
import { accept, assertNever, refuse } from '../decider.ts';
import type { PayableDecision, PayableWish } from './payable-refusals.ts';
import {
  type Attempt,
  answerKey,
  findAttempt,
  openBookings,
  type PayableState,
} from './payable-state.ts';
import type { DisputeReason } from './payment-events.ts';

type Answer = PayableWish<'RecordBankAnswer'>;
type Payable = NonNullable<PayableState['created']>;

const isUnderway = ({ status }: Attempt): boolean =>
  status === 'SENT' || status === 'ACCEPTED' || status === 'ANSWER_UNKNOWN';

/**
 * Not every bank gives a booking a reference. Then its day stands in for it, under the word that
 * ISO 20022 has for this, or a booking of another day would pass for the first one said again.
 */
const referenced = (answer: Answer): Answer => {
  const { bankReference, bookedOn } = answer;
  if (bankReference !== '' || bookedOn === null) return answer;
  return { ...answer, bankReference: `NOTPROVIDED ${bookedOn}` };
};

/** The bank's own day of a booking: the books follow it, not the day on which we read of it. */
const bankDay = ({ bookedOn }: Answer): { readonly bookedOn?: LocalDate } =>
  bookedOn === null ? {} : { bookedOn };

/** Said of this attempt before, in a file or by persons: saying it again changes nothing. */
export const isHeard = (answer: Answer, { answers }: Attempt): boolean =>
  answers.includes(answerKey(referenced(answer)));

const dispute = (payable: Payable, answer: Answer, reason: DisputeReason): PayableDecision => {
  const { payableId } = payable;
  const { endToEndId, kind, amountIdr, bankReference } = answer;
  return accept({
    type: 'PaymentDisputed',
    data: {
      ...{ payableId, endToEndId, reason, answer: kind, amountIdr, bankReference },
      ...bankDay(answer),
    },
  });
};

const accepted = (payable: Payable, answer: Answer, attempt: Attempt): PayableDecision => {
  const { endToEndId, bankReference } = answer;
  if (attempt.status === 'REJECTED' || attempt.status === 'VOIDED')
    return dispute(payable, answer, 'CONTRADICTS_EARLIER_ANSWER');
  // An acceptance that comes after the booking says nothing new.
  if (!isUnderway(attempt)) return accept();
  const { payableId } = payable;
  return accept({ type: 'PaymentAccepted', data: { payableId, endToEndId, bankReference } });
};

const rejected = (payable: Payable, answer: Answer, attempt: Attempt): PayableDecision => {
  if (!isUnderway(attempt)) return dispute(payable, answer, 'CONTRADICTS_EARLIER_ANSWER');
  const { payableId } = payable;
  const { endToEndId } = answer;
  const reasonCode = answer.reasonCode ?? 'NOT_GIVEN';
  return accept({ type: 'PaymentRejected', data: { payableId, endToEndId, reasonCode } });
};

const settled = (payable: Payable, answer: Answer, attempt: Attempt): PayableDecision => {
  const { endToEndId, amountIdr, bankReference, bookedOn } = answer;
  if (attempt.status === 'SETTLED') return dispute(payable, answer, 'SECOND_BOOKING');
  if (!isUnderway(attempt)) return dispute(payable, answer, 'CONTRADICTS_EARLIER_ANSWER');
  if (amountIdr !== payable.amountIdr) return dispute(payable, answer, 'OTHER_AMOUNT');
  if (bookedOn === null) return refuse('BookingDateMissing');
  const { payableId } = payable;
  return accept({
    type: 'PaymentSettled',
    data: { payableId, endToEndId, amountIdr, bankReference, bookedOn },
  });
};

/** Money also comes back after it was booked: a return out of SETTLED is an ordinary fact. */
const returned = (
  payable: Payable,
  answer: Answer,
  { attempt, booked }: { readonly attempt: Attempt; readonly booked: number },
): PayableDecision => {
  const { endToEndId, amountIdr, bankReference } = answer;
  const canReturn = isUnderway(attempt) || attempt.status === 'SETTLED';
  if (!canReturn) return dispute(payable, answer, 'CONTRADICTS_EARLIER_ANSWER');
  if (amountIdr !== payable.amountIdr) return dispute(payable, answer, 'OTHER_AMOUNT');
  // Booked more than once: what came back may be the surplus, and must not make it owed again.
  if (booked > 1) return dispute(payable, answer, 'ANSWER_AFTER_DISPUTE');
  const { payableId } = payable;
  const reasonCode = answer.reasonCode ?? 'NOT_GIVEN';
  return accept({
    type: 'PaymentReturned',
    data: { payableId, endToEndId, amountIdr, bankReference, reasonCode, ...bankDay(answer) },
  });
};

export const recordBankAnswer = (said: Answer, state: PayableState): PayableDecision => {
  const answer = referenced(said);
  const payable = state.created;
  if (payable === null) return refuse('PayableUnknown');
  const attempt = findAttempt(state, answer.endToEndId);
  if (attempt === undefined) return refuse('EndToEndIdUnknown');
  if (isHeard(answer, attempt)) return accept();
  if (attempt.status === 'INTENDED') return refuse('PaymentNotSent');
  if (state.disputed) return dispute(payable, answer, 'ANSWER_AFTER_DISPUTE');
  switch (answer.kind) {
    case 'accepted':
      return accepted(payable, answer, attempt);
    case 'rejected':
      return rejected(payable, answer, attempt);
    case 'settled':
      return settled(payable, answer, attempt);
    case 'returned':
      return returned(payable, answer, { attempt, booked: openBookings(state) });
    default:
      return assertNever(answer.kind, 'bank answer');
  }
};
