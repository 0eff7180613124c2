// What is recorded about one attempt to pay, and about what another house paid.
import type { LocalDate } from '../calendar.ts';
import type { RupiahText } from '../money.ts';

/** The intent, recorded before anything leaves the house. */
export type PaymentIntended = {
  readonly type: 'PaymentIntended';
  readonly data: {
    readonly payableId: string;
    readonly runId: string;
    readonly attempt: number;
    /** f(payable, attempt); ≤ 35 characters, no personal data. */
    readonly endToEndId: string;
    readonly amountIdr: RupiahText;
    /** The attempt before, which came back; absent for a first one. */
    readonly replaces?: string;
  };
};

type PaymentStep<Type extends string, Extra = object> = {
  readonly type: Type;
  readonly data: { readonly payableId: string; readonly endToEndId: string } & Extra;
};

/** The file that carries it was handed to the bank. */
export type PaymentSent = PaymentStep<'PaymentSent', { readonly fileSha256: string }>;

export type PaymentAccepted = PaymentStep<'PaymentAccepted', { readonly bankReference: string }>;

/** The answer was lost: only an enquiry or a person moves it on, never a second send. */
export type PaymentUnknown = PaymentStep<'PaymentUnknown', { readonly reason: string }>;

export type PaymentRejected = PaymentStep<'PaymentRejected', { readonly reasonCode: string }>;

export type PaymentSettled = PaymentStep<
  'PaymentSettled',
  { readonly amountIdr: RupiahText; readonly bankReference: string; readonly bookedOn: LocalDate }
>;

export type PaymentReturned = PaymentStep<
  'PaymentReturned',
  {
    readonly amountIdr: RupiahText;
    readonly bankReference: string;
    readonly reasonCode: string;
    /** The bank's day; absent before it was kept. */
    readonly bookedOn?: LocalDate;
  }
>;

/** What the bank says about one payment. */
export type BankAnswerKind = 'accepted' | 'rejected' | 'settled' | 'returned';

export type DisputeReason =
  | 'OTHER_AMOUNT'
  | 'SECOND_BOOKING'
  | 'CONTRADICTS_EARLIER_ANSWER'
  | 'ANSWER_AFTER_DISPUTE';

/** An answer that does not fit (other sum, second booking): a person must look. */
export type PaymentDisputed = PaymentStep<
  'PaymentDisputed',
  {
    readonly reason: DisputeReason;
    readonly answer: BankAnswerKind;
    readonly amountIdr: RupiahText;
    readonly bankReference: string;
    /** The bank's day of a booking; absent where nothing was booked, and before it was kept. */
    readonly bookedOn?: LocalDate;
  }
>;

/** TRACKS: what somebody tells us was paid; never called settled. */
export type PaymentReported = {
  readonly type: 'PaymentReported';
  readonly data: {
    readonly payableId: string;
    readonly reporter: string;
    readonly amountIdr: RupiahText;
    readonly paidOn: LocalDate;
    readonly reference: string;
    readonly evidenceSha256: string | null;
    readonly differs: boolean;
  };
};

export type ReceiptConfirmed = {
  readonly type: 'ReceiptConfirmed';
  readonly data: { readonly payableId: string; readonly confirmedOn: LocalDate };
};
