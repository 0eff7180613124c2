// Streams `programme-…`, `tranche-…`, `contribution_bill-…`: who pays what for whom, since when.
import type { LocalDate, Month } from '../calendar.ts';
import type { RupiahText } from '../money.ts';
import type { Sealed } from '../sealed.ts';
import type { BillPaymentCommand, BillPaymentEvent } from './bill-events.ts';
import type { GateCommand, GateEvent, GateRule } from './gate-events.ts';

/** Three flows that never meet in one run, file, book or total (architecture: who pays whom). */
export const FLOWS = ['CONTRIBUTION', 'BENEFIT', 'LOCAL_AID'] as const;
export type Flow = (typeof FLOWS)[number];

/** DISBURSES: this installation sends the money. TRACKS: it follows what another house pays. */
export type MandateMode = 'DISBURSES' | 'TRACKS';

export type ProgrammeCreated = {
  readonly type: 'ProgrammeCreated';
  readonly data: {
    readonly programmeId: string;
    readonly name: string;
    readonly sponsor: string;
    /** Kemendagri code of the regency or city, e.g. `64.74`. */
    readonly region: string;
    readonly legalBasis: string;
    readonly ageFrom: number;
    readonly ageTo: number;
  };
};

export type PayerRegistered = {
  readonly type: 'PayerRegistered';
  readonly data: {
    readonly payerId: string;
    readonly legalEntity: string;
    /** The purse, e.g. `DJS JKM` or `APBD Kota Bontang`. */
    readonly fund: string;
    readonly legalBasis: string;
    readonly fundingAccount: Sealed;
    readonly bank: string;
    readonly from: LocalDate;
    readonly to: LocalDate | null;
  };
};

export type MandateProposed = {
  readonly type: 'MandateProposed';
  readonly data: {
    readonly mandateId: string;
    readonly payerId: string;
    readonly flow: Flow;
    readonly mode: MandateMode;
    readonly from: LocalDate;
    readonly proposedBy: readonly string[];
  };
};

/** The second person's word; only now the mandate holds. */
export type MandateConfirmed = {
  readonly type: 'MandateConfirmed';
  readonly data: { readonly mandateId: string; readonly confirmedBy: readonly string[] };
};

export type ProgrammeEvent =
  | ProgrammeCreated
  | PayerRegistered
  | MandateProposed
  | MandateConfirmed;

export type ProgrammeCommand =
  | { readonly type: 'CreateProgramme'; readonly data: ProgrammeCreated['data'] }
  | { readonly type: 'RegisterPayer'; readonly data: PayerRegistered['data'] }
  | { readonly type: 'ProposeMandate'; readonly data: Omit<MandateProposed['data'], 'proposedBy'> }
  | { readonly type: 'ConfirmMandate'; readonly data: { readonly mandateId: string } };

export type TrancheOpened = {
  readonly type: 'TrancheOpened';
  readonly data: {
    readonly trancheId: string;
    readonly programmeId: string;
    readonly name: string;
    readonly coverFrom: LocalDate;
    readonly quota: number;
    /** Contribution per worker and month (C-03). */
    readonly monthlyContributionIdr: RupiahText;
  };
};

/** Seats set aside for one list; said again for the same list, the newest number counts. */
export type SeatsReserved = {
  readonly type: 'SeatsReserved';
  readonly data: {
    readonly trancheId: string;
    readonly rosterId: string;
    readonly workers: number;
  };
};

/** One person says that the past of the tranche is entered through this month. */
export type HistoryClosureProposed = {
  readonly type: 'HistoryClosureProposed';
  readonly data: {
    readonly trancheId: string;
    readonly throughMonth: Month;
    readonly proposedBy: readonly string[];
  };
};

/** The second person's word: nothing of these months is entered as history any more. */
export type HistoryClosed = {
  readonly type: 'HistoryClosed';
  readonly data: {
    readonly trancheId: string;
    readonly throughMonth: Month;
    readonly proposedBy: readonly string[];
    readonly closedBy: readonly string[];
  };
};

export type TrancheEvent =
  | TrancheOpened
  | SeatsReserved
  | HistoryClosureProposed
  | HistoryClosed
  | GateEvent;
export type TrancheCommand =
  | {
      readonly type: 'OpenTranche';
      /** `gate`: the premium gate set together with the opening. */
      readonly data: TrancheOpened['data'] & { readonly gate?: GateRule };
    }
  | {
      readonly type: 'ReserveSeats';
      readonly data: Omit<SeatsReserved['data'], 'trancheId'> & {
        /** Of a take-over list: its day, and how far the history was closed when it was read. */
        readonly takeOver?: { readonly asOf: LocalDate; readonly closedThrough: Month | null };
      };
    }
  | { readonly type: 'ProposeHistoryClosure'; readonly data: HistoryClosureWish }
  | { readonly type: 'ConfirmHistoryClosure'; readonly data: HistoryClosureWish }
  | GateCommand;

export type HistoryClosureWish = {
  readonly throughMonth: Month;
  /** Collected: take-over lists of the tranche whose people are not all entered yet. */
  readonly unfinishedLists?: number;
};

export type BillPayer = {
  readonly payerId: string;
  readonly mandateId: string;
  readonly mode: MandateMode;
};

export type ContributionBilled = {
  readonly type: 'ContributionBilled';
  readonly data: {
    readonly billId: string;
    readonly trancheId: string;
    readonly month: Month;
    readonly workers: number;
    readonly amountIdr: RupiahText;
    readonly paymentCode: string;
    /** Last day on which the bank takes the payment code; absent where the letter names none. */
    readonly codeExpiresOn?: LocalDate;
    /** Whose money pays it, by the mandate of that day; absent where nobody was named. */
    readonly payer?: BillPayer;
  };
};

/** Money seen at BPJS: only this moves the paid-through month of the tranche. */
export type ContributionConfirmed = {
  readonly type: 'ContributionConfirmed';
  readonly data: {
    readonly billId: string;
    readonly trancheId: string;
    readonly month: Month;
    readonly amountIdr: RupiahText;
    readonly paidOn: LocalDate;
    readonly reference: string;
  };
};

export type ContributionBillEvent = ContributionBilled | ContributionConfirmed | BillPaymentEvent;
export type ContributionBillCommand =
  | BillPaymentCommand
  | {
      readonly type: 'ReceiveBill';
      /** `monthlyContributionIdr`, `payer`: collected inside the command from the tranche. */
      readonly data: ContributionBilled['data'] & { readonly monthlyContributionIdr: RupiahText };
    }
  | {
      readonly type: 'ConfirmContribution';
      readonly data: {
        readonly amountIdr: RupiahText;
        readonly paidOn: LocalDate;
        readonly reference: string;
      };
    };

export type ProgrammeStage = 'UNKNOWN' | 'CREATED';
export type TrancheStage = 'UNKNOWN' | 'OPEN';
export type ContributionBillStage =
  | 'UNKNOWN'
  | 'BILLED'
  | 'DIFFERS'
  | 'MATCHED'
  | 'ORDERED'
  | 'PAID'
  | 'CONFIRMED';
