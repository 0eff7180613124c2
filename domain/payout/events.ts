// Stream `payable-…`: what is owed to one payee; every event and command.
import type { LocalDate } from '../calendar.ts';
import type { Origin } from '../envelope.ts';
import type { RupiahText } from '../money.ts';
import type {
  PayableCancelled,
  PayableCreated,
  PayableDeselected,
  PayableHeld,
  PayableReleased,
  PayableSelected,
} from './payable-events.ts';
import type {
  ConfirmPayeeCorrection,
  FollowPayeeCorrection,
  PayeeAccountCorrected,
  PayeeCorrectionProposed,
  ProposePayeeCorrection,
} from './payee-correction.ts';
import type {
  BankAnswerKind,
  PaymentAccepted,
  PaymentDisputed,
  PaymentIntended,
  PaymentRejected,
  PaymentReported,
  PaymentReturned,
  PaymentSent,
  PaymentSettled,
  PaymentUnknown,
  ReceiptConfirmed,
} from './payment-events.ts';
import type { PaymentResolved, PaymentVoided, ResolvePayment } from './resolution.ts';
import type {
  StatementLineCommand,
  StatementLineConfirmed,
  StatementLineRead,
} from './statement-line-events.ts';

export type PayableEvent =
  | PayableCreated
  | PayableHeld
  | PayableCancelled
  | PayableReleased
  | PayableSelected
  | PayableDeselected
  | PayeeCorrectionProposed
  | PayeeAccountCorrected
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
  | StatementLineRead
  | StatementLineConfirmed
  | PaymentReported
  | ReceiptConfirmed;

export type PayableCommand =
  | { readonly type: 'CreatePayable'; readonly data: PayableCreated['data'] }
  | { readonly type: 'CancelPayable'; readonly data: { readonly reason: string } }
  | { readonly type: 'HoldPayable'; readonly data: { readonly reason: string } }
  | { readonly type: 'ReleasePayable'; readonly data: { readonly reason: string } }
  | ResolvePayment
  | StatementLineCommand
  | ProposePayeeCorrection
  | ConfirmPayeeCorrection
  | FollowPayeeCorrection
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
  | 'CANCELLED'
  | 'TRACKED'
  | 'REPORTED_PAID'
  | 'RECEIPT_CONFIRMED';
