// Streams `payable-…` and `payout_run-…`: what is owed to one payee, and the run that sends it once.
import type { LocalDate } from '../calendar.ts';
import type { Payee } from '../claim/events.ts';
import type { Origin } from '../envelope.ts';
import type { RupiahText } from '../money.ts';
import type { Flow, MandateMode } from '../programme/events.ts';
import type { PaymentResolved, PaymentVoided, ResolvePayment } from './resolution.ts';

export type PayableCreated = {
  readonly type: 'PayableCreated';
  readonly data: {
    readonly payableId: string;
    readonly claimId: string;
    readonly workerId: string;
    readonly decision: number;
    readonly lineCodes: readonly string[];
    readonly amountIdr: RupiahText;
    readonly payerId: string;
    readonly mandateId: string;
    readonly mode: MandateMode;
    readonly flow: Flow;
    /** Null when the line is retained by the fund and never transferred. */
    readonly payee: Payee | null;
    readonly dueOn: LocalDate;
    readonly recommendedBy: readonly string[];
    readonly approvedBy: readonly string[];
  };
};

export type PayableHeld = {
  readonly type: 'PayableHeld';
  readonly data: { readonly payableId: string; readonly reason: string };
};
export type PayableReleased = {
  readonly type: 'PayableReleased';
  readonly data: { readonly payableId: string; readonly reason: string };
};

/** Frozen into one run; no other run can take it. */
export type PayableSelected = {
  readonly type: 'PayableSelected';
  readonly data: { readonly payableId: string; readonly runId: string; readonly attempt: number };
};
/** The run was cancelled before release: free again. */
export type PayableDeselected = {
  readonly type: 'PayableDeselected';
  readonly data: { readonly payableId: string; readonly runId: string };
};

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
  { readonly amountIdr: RupiahText; readonly bankReference: string; readonly reasonCode: string }
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

export type PayableEvent =
  | PayableCreated
  | PayableHeld
  | PayableReleased
  | PayableSelected
  | PayableDeselected
  | PaymentIntended
  | PaymentSent
  | PaymentAccepted
  | PaymentUnknown
  | PaymentRejected
  | PaymentSettled
  | PaymentReturned
  | PaymentDisputed
  | PaymentVoided
  | PaymentResolved
  | PaymentReported
  | ReceiptConfirmed;

export type PayableCommand =
  | { readonly type: 'CreatePayable'; readonly data: PayableCreated['data'] }
  | { readonly type: 'HoldPayable'; readonly data: { readonly reason: string } }
  | { readonly type: 'ReleasePayable'; readonly data: { readonly reason: string } }
  | ResolvePayment
  | {
      readonly type: 'SelectPayable';
      /** `owedIn` is collected: was the payable owed now, or by a past that was entered? */
      readonly data: { readonly runId: string; readonly owedIn?: Origin };
    }
  | { readonly type: 'DeselectPayable'; readonly data: { readonly runId: string } }
  | {
      readonly type: 'IntendPayment';
      readonly data: { readonly runId: string; readonly endToEndId: string };
    }
  | {
      readonly type: 'RecordSent';
      readonly data: { readonly endToEndId: string; readonly fileSha256: string };
    }
  | {
      readonly type: 'RecordUnknown';
      readonly data: { readonly endToEndId: string; readonly reason: string };
    }
  | {
      readonly type: 'RecordBankAnswer';
      readonly data: {
        readonly endToEndId: string;
        readonly kind: BankAnswerKind;
        readonly amountIdr: RupiahText;
        readonly bankReference: string;
        readonly reasonCode: string | null;
        readonly bookedOn: LocalDate | null;
      };
    }
  | {
      readonly type: 'ReportPayment';
      readonly data: Omit<PaymentReported['data'], 'payableId' | 'differs'>;
    }
  | { readonly type: 'ConfirmReceipt'; readonly data: { readonly confirmedOn: LocalDate } };

export type PayableStage =
  | 'UNKNOWN'
  | 'DUE'
  | 'HELD'
  | 'SELECTED'
  | 'INTENDED'
  | 'SENT'
  | 'ANSWER_UNKNOWN'
  | 'DISPUTED'
  | 'SETTLED'
  | 'RETURNED'
  | 'RETAINED'
  | 'TRACKED'
  | 'REPORTED_PAID'
  | 'RECEIPT_CONFIRMED';

/** Selection frozen: one `RunMemberAdded` per payable, then count, sum and hash on the whole. */
export type RunMemberAdded = {
  readonly type: 'RunMemberAdded';
  readonly data: {
    readonly runId: string;
    readonly payableId: string;
    readonly claimId: string;
    readonly amountIdr: RupiahText;
  };
};
export type RunAssembled = {
  readonly type: 'RunAssembled';
  readonly data: {
    readonly runId: string;
    readonly payerId: string;
    readonly flow: Flow;
    readonly count: number;
    readonly sumIdr: RupiahText;
    /** Hex SHA-256 over the members in order. */
    readonly membersSha256: string;
    readonly assembledBy: readonly string[];
    /** Everyone who recommended or approved a member: none of them may assemble or release. */
    readonly decidedBy: readonly string[];
  };
};
export type RunReleased = {
  readonly type: 'RunReleased';
  readonly data: {
    readonly runId: string;
    readonly sumIdr: RupiahText;
    readonly releasedBy: readonly string[];
  };
};
export type RunCancelled = {
  readonly type: 'RunCancelled';
  readonly data: { readonly runId: string; readonly reason: string };
};
/** Rendered once; the bytes are kept under the hash and never rendered again. */
export type PaymentFilePrepared = {
  readonly type: 'PaymentFilePrepared';
  readonly data: {
    readonly runId: string;
    readonly name: string;
    readonly sha256: string;
    readonly messageId: string;
    readonly createdAt: string;
  };
};
export type PaymentFileDropped = {
  readonly type: 'PaymentFileDropped';
  readonly data: { readonly runId: string; readonly sha256: string };
};
export type BankAnswerIngested = {
  readonly type: 'BankAnswerIngested';
  readonly data: {
    readonly runId: string;
    readonly fileSha256: string;
    readonly lines: number;
    readonly problems: number;
  };
};
export type RunReconciled = {
  readonly type: 'RunReconciled';
  readonly data: {
    readonly runId: string;
    readonly settled: number;
    readonly settledIdr: RupiahText;
    readonly returned: number;
    readonly returnedIdr: RupiahText;
    readonly unknown: number;
    readonly unknownIdr: RupiahText;
  };
};

export type PayoutRunEvent =
  | RunMemberAdded
  | RunAssembled
  | RunReleased
  | RunCancelled
  | PaymentFilePrepared
  | PaymentFileDropped
  | BankAnswerIngested
  | RunReconciled;

export type RunMember = {
  readonly payableId: string;
  readonly claimId: string;
  readonly amountIdr: RupiahText;
  readonly mode: MandateMode;
  readonly payerId: string;
  readonly decidedBy: readonly string[];
};

export type PayoutRunCommand =
  | {
      readonly type: 'AssembleRun';
      readonly data: {
        readonly runId: string;
        readonly payerId: string;
        readonly flow: Flow;
        readonly mode: MandateMode;
        readonly members: readonly RunMember[];
        readonly membersSha256: string;
      };
    }
  | {
      readonly type: 'ReleaseRun';
      readonly data: {
        readonly sumIdr: RupiahText;
        /** Collected, never believed: members that this run no longer holds. */
        readonly membersLost?: readonly string[];
        readonly assembledIn?: Origin;
      };
    }
  | { readonly type: 'CancelRun'; readonly data: { readonly reason: string } }
  | { readonly type: 'PrepareFile'; readonly data: Omit<PaymentFilePrepared['data'], 'runId'> }
  | { readonly type: 'DropFile'; readonly data: { readonly sha256: string } }
  | { readonly type: 'IngestAnswer'; readonly data: Omit<BankAnswerIngested['data'], 'runId'> }
  | { readonly type: 'ReconcileRun'; readonly data: Omit<RunReconciled['data'], 'runId'> };

export type PayoutRunStage =
  | 'UNKNOWN'
  | 'ASSEMBLED'
  | 'CANCELLED'
  | 'RELEASED'
  | 'FILE_PREPARED'
  | 'FILE_DROPPED'
  | 'RECONCILED';
