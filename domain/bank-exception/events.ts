// Stream `bank_exception-…`: one thing of the bank that does not fit the log, with its owner, to its end.
import type { LocalDate } from '../calendar.ts';
import type { RupiahText } from '../money.ts';
import type { PayableStage } from '../payout/events.ts';

export const EXCEPTION_KINDS = [
  'OTHER_AMOUNT',
  'DUPLICATE_LINE',
  'SECOND_BOOKING',
  'UNKNOWN_REFERENCE',
  'MISSING_LINE',
  'CONTRADICTION',
  'UNCLEAR_LINE',
] as const;
export type ExceptionKind = (typeof EXCEPTION_KINDS)[number];

/** Opened once for one fact: read again, the same line opens nothing new. */
export type BankExceptionOpened = {
  readonly type: 'BankExceptionOpened';
  readonly data: {
    readonly exceptionId: string;
    readonly kind: ExceptionKind;
    /** What the reader called the line, e.g. `RepeatedInFile`. */
    readonly code: string;
    /** Null where the line names no payment of ours. */
    readonly payableId: string | null;
    readonly payerId: string | null;
    readonly runId: string | null;
    /** As the bank wrote it, or its hash where the text could name a person. */
    readonly lineReference: string;
    readonly bankReference: string;
    readonly amountIdr: RupiahText | null;
    readonly expectedIdr: RupiahText | null;
    readonly bookedOn: LocalDate | null;
    /** The kept file that says so; null where the very line is missing. */
    readonly fileSha256: string | null;
    /** Whoever read the file, or assembled the run that waits: nothing is opened without an owner. */
    readonly ownerId: string;
  };
};

export type BankExceptionAssigned = {
  readonly type: 'BankExceptionAssigned';
  readonly data: {
    readonly exceptionId: string;
    readonly from: string;
    readonly assignee: string;
    readonly reason: string;
  };
};

export const EXCEPTION_RESULTS = [
  'PAYMENT_CLEARED',
  'LINE_CAME',
  'BANK_CORRECTED',
  'MONEY_BACK',
  'NOT_OURS',
] as const;
/**
 * `PAYMENT_CLEARED`: the payment behind it has its end. `LINE_CAME`: the missing line was read.
 * `BANK_CORRECTED`, `MONEY_BACK`: as the bank wrote. `NOT_OURS`: no payment of this house.
 */
export type ExceptionResult = (typeof EXCEPTION_RESULTS)[number];

export type BankExceptionResolved = {
  readonly type: 'BankExceptionResolved';
  readonly data: {
    readonly exceptionId: string;
    readonly result: ExceptionResult;
    readonly reason: string;
    readonly resolvedBy: readonly string[];
  };
};

export type BankExceptionEvent =
  | BankExceptionOpened
  | BankExceptionAssigned
  | BankExceptionResolved;

export type BankExceptionCommand =
  | { readonly type: 'OpenBankException'; readonly data: BankExceptionOpened['data'] }
  | {
      readonly type: 'AssignBankException';
      readonly data: {
        readonly assignee: string;
        readonly reason: string;
        /** Collected, never believed: may that person clear it here? */
        readonly mayClear?: boolean;
      };
    }
  | {
      readonly type: 'ResolveBankException';
      readonly data: {
        readonly result: ExceptionResult;
        readonly reason: string;
        /** Collected, never believed: where the payment behind it stands. */
        readonly paymentStage?: PayableStage | null;
      };
    };

export type BankExceptionStage = 'UNKNOWN' | 'EXCEPTION_OPEN' | 'EXCEPTION_RESOLVED';
