// What happens to a bill between its receipt and its confirmation: match, vouchers, proof, minutes.
import type { Office } from '../actor.ts';
import type { LocalDate } from '../calendar.ts';
import type { RupiahText } from '../money.ts';
import type { BillDifference, BillMatch, DifferenceKind } from './bill-match.ts';
import type { TreasurySigner, TreasuryStep } from './treasury-steps.ts';

/** One event per difference, then the counts of the whole. */
export type BillDifferenceFound = {
  readonly type: 'BillDifferenceFound';
  readonly data: BillDifference & {
    readonly billId: string;
    /** Counts the matches of this bill; a newer one takes the place of an older. */
    readonly match: number;
  };
};

export type BillMatched = {
  readonly type: 'BillMatched';
  readonly data: {
    readonly billId: string;
    readonly match: number;
    /** Hex SHA-256 of the branch's list as it came. */
    readonly fileSha256: string;
    readonly rows: number;
    readonly matched: number;
    readonly active: number;
    readonly decreed: number;
    readonly differences: number;
    readonly differencesSha256: string;
    /** How far the roll of the tranche had come when it was compared. */
    readonly rollPosition: string;
  };
};

/** DEDUCT: not paid. DISPUTE: paid now, claimed back. ACCEPT: it is right after all. */
export const DIFFERENCE_OUTCOMES = ['DEDUCT', 'DISPUTE', 'ACCEPT'] as const;
export type DifferenceOutcome = (typeof DIFFERENCE_OUTCOMES)[number];

export type BillDifferencesDecided = {
  readonly type: 'BillDifferencesDecided';
  readonly data: {
    readonly billId: string;
    readonly match: number;
    readonly differences: readonly number[];
    readonly outcome: DifferenceOutcome;
    readonly reason: string;
    /** All deductions of this match after it, and what is left to pay. */
    readonly deductedIdr: RupiahText;
    readonly payableIdr: RupiahText;
    /** All that is disputed of this match after it; absent before refunds were followed. */
    readonly disputedIdr?: RupiahText;
    readonly decidedBy: readonly string[];
  };
};

/** SPP, SPM or SP2D: the treasury's own paper, as it stands in its register. */
export type TreasuryVoucherRecorded = {
  readonly type: 'TreasuryVoucherRecorded';
  readonly data: {
    readonly billId: string;
    readonly step: TreasuryStep;
    readonly number: string;
    readonly on: LocalDate;
    /** The office that signs, never the name of a person. */
    readonly signer: TreasurySigner;
    readonly accountCode: string;
    readonly budgetDocument: string;
    readonly fundSource: string;
    readonly amountIdr: RupiahText;
  };
};

/** The bank says that the money left the account of the sponsor. */
export type ContributionPaymentProved = {
  readonly type: 'ContributionPaymentProved';
  readonly data: {
    readonly billId: string;
    readonly amountIdr: RupiahText;
    readonly paidOn: LocalDate;
    readonly reference: string;
    /** Hex SHA-256 of the kept paper. */
    readonly evidenceSha256: string;
  };
};

/** The treasury's order came back unpaid (retur): another one must be written. */
export type TreasuryPaymentReturned = {
  readonly type: 'TreasuryPaymentReturned';
  readonly data: {
    readonly billId: string;
    /** Of the order that came back. */
    readonly number: string;
    readonly returnedOn: LocalDate;
    readonly amountIdr: RupiahText;
    readonly reason: string;
    /** Hex SHA-256 of the note, or of the list that says so. */
    readonly evidenceSha256: string;
  };
};

/** Money that was paid for a disputed difference came back. */
export type ContributionRefunded = {
  readonly type: 'ContributionRefunded';
  readonly data: {
    readonly billId: string;
    readonly amountIdr: RupiahText;
    readonly receivedOn: LocalDate;
    readonly reference: string;
    /** Hex SHA-256 of the kept paper. */
    readonly evidenceSha256: string;
  };
};

/** What both houses signed; the sums are those of the log at that moment. */
export type ReconciliationSigned = {
  readonly type: 'ReconciliationSigned';
  readonly data: {
    readonly billId: string;
    readonly match: number;
    readonly number: string;
    readonly on: LocalDate;
    readonly offices: readonly Office[];
    readonly billedIdr: RupiahText;
    readonly deductedIdr: RupiahText;
    readonly disputedIdr: RupiahText;
    readonly payableIdr: RupiahText;
    readonly differences: number;
    readonly evidenceSha256: string;
  };
};

export type BillPaymentEvent =
  | BillDifferenceFound
  | BillMatched
  | BillDifferencesDecided
  | TreasuryVoucherRecorded
  | ContributionPaymentProved
  | TreasuryPaymentReturned
  | ContributionRefunded
  | ReconciliationSigned;

export type BillListReading = BillMatch & {
  readonly rows: number;
  readonly sumIdr: RupiahText;
  readonly differencesSha256: string;
  readonly rollPosition: string;
};

export type BillPaymentCommand =
  | {
      readonly type: 'MatchBill';
      /** `reading`: collected from the kept list and the roll of the tranche, never believed. */
      readonly data: { readonly fileSha256: string; readonly reading?: BillListReading };
    }
  | {
      readonly type: 'DecideDifferences';
      readonly data: {
        readonly differences: readonly number[];
        readonly kinds: readonly DifferenceKind[];
        readonly outcome: DifferenceOutcome;
        readonly reason: string;
      };
    }
  | {
      readonly type: 'RecordVoucher';
      /** `gateClosed`, `budgetDocuments`: collected from the tranche. */
      readonly data: Omit<TreasuryVoucherRecorded['data'], 'billId'> & {
        readonly gateClosed?: boolean;
        readonly budgetDocuments?: readonly string[];
      };
    }
  | {
      readonly type: 'ProvePayment';
      readonly data: Omit<ContributionPaymentProved['data'], 'billId'>;
    }
  | {
      readonly type: 'ReturnTreasuryPayment';
      readonly data: Omit<TreasuryPaymentReturned['data'], 'billId'>;
    }
  | {
      readonly type: 'RecordRefund';
      readonly data: Omit<ContributionRefunded['data'], 'billId'>;
    }
  | {
      readonly type: 'SignReconciliation';
      readonly data: Pick<
        ReconciliationSigned['data'],
        'number' | 'on' | 'offices' | 'evidenceSha256'
      >;
    };
