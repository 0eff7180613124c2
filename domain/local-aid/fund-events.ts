// Stream `aid_fund-…`: a sponsor's own aid to heirs: its dated terms, yearly budgets, reservations, decrees.
import type { LocalDate } from '../calendar.ts';
import type { RupiahText } from '../money.ts';
import type { MandateMode } from '../programme/events.ts';

/** Papers that a Perwali may ask for; which of them, its terms say. */
export const AID_PAPERS = [
  'DEATH_CERTIFICATE',
  'DECEASED_ID',
  'HEIR_ID',
  'FAMILY_CARD',
  'HEIR_STATEMENT',
  'POVERTY_STATEMENT',
  'ACCOUNT_BOOK',
  'APPLICATION_LETTER',
] as const;
export type AidPaper = (typeof AID_PAPERS)[number];

export type Perwali = { readonly number: string; readonly on: LocalDate };

/** What one regulation grants to the heir of a death from a day on. */
export type AidTerms = {
  readonly termsId: string;
  /** For deaths from this day on, until newer terms begin. */
  readonly from: LocalDate;
  readonly amountIdr: RupiahText;
  /** Days after the death within which the request must have come in. */
  readonly filingDays: number;
  readonly poorOnly: boolean;
  readonly residentsOnly: boolean;
  readonly papers: readonly AidPaper[];
  readonly perwali: Perwali;
};

export type AidTermsProposed = {
  readonly type: 'AidTermsProposed';
  readonly data: AidTerms & {
    readonly fundId: string;
    readonly programmeId: string;
    readonly payerId: string;
    readonly proposedBy: readonly string[];
  };
};

/** The second person's word; only now the terms hold. */
export type AidTermsConfirmed = {
  readonly type: 'AidTermsConfirmed';
  readonly data: { readonly termsId: string; readonly confirmedBy: readonly string[] };
};

/** Said again for the same year, the newest sum counts (APBD-Perubahan). */
export type AidBudgetSet = {
  readonly type: 'AidBudgetSet';
  readonly data: {
    readonly year: number;
    readonly amountIdr: RupiahText;
    /** Number of the DPA. */
    readonly document: string;
  };
};

/** A part of the year's budget is set aside for one request. */
export type AidReserved = {
  readonly type: 'AidReserved';
  readonly data: {
    readonly requestId: string;
    readonly year: number;
    readonly amountIdr: RupiahText;
    readonly receivedAt: string;
    readonly verifiedBy: readonly string[];
  };
};

/** The budget is exhausted: it waits, in the order in which requests were received. */
export type AidQueued = {
  readonly type: 'AidQueued';
  readonly data: Omit<AidReserved['data'], 'year'>;
};

/** Withdrawn before the decree: what was set aside is free for the next. */
export type AidFreed = {
  readonly type: 'AidFreed';
  readonly data: { readonly requestId: string; readonly reason: string };
};

/** One name of a decree; then the decree with count, sum and hash on the whole. */
export type AidNamedInDecree = {
  readonly type: 'AidNamedInDecree';
  readonly data: {
    readonly requestId: string;
    readonly payableId: string;
    readonly amountIdr: RupiahText;
    readonly decreeNumber: string;
  };
};

export type AidDecreeSigned = {
  readonly type: 'AidDecreeSigned';
  readonly data: {
    readonly decreeNumber: string;
    readonly decreeDate: LocalDate;
    readonly year: number;
    readonly count: number;
    readonly sumIdr: RupiahText;
    readonly namesSha256: string;
    readonly signedBy: readonly string[];
  };
};

export type AidFundEvent =
  | AidTermsProposed
  | AidTermsConfirmed
  | AidBudgetSet
  | AidReserved
  | AidQueued
  | AidFreed
  | AidNamedInDecree
  | AidDecreeSigned;

export type AidFundCommand =
  | {
      readonly type: 'ProposeAidTerms';
      readonly data: Omit<AidTermsProposed['data'], 'proposedBy'>;
    }
  | { readonly type: 'ConfirmAidTerms'; readonly data: { readonly termsId: string } }
  | { readonly type: 'SetAidBudget'; readonly data: AidBudgetSet['data'] }
  | { readonly type: 'ReserveAid'; readonly data: AidQueued['data'] }
  | { readonly type: 'FreeAid'; readonly data: AidFreed['data'] }
  | {
      readonly type: 'SignAidDecree';
      readonly data: {
        readonly decreeNumber: string;
        readonly decreeDate: LocalDate;
        /** Whom the decree names; empty: everybody for whom money is set aside. */
        readonly requests: readonly string[];
        /** Collected: the payable of each, and who pays this flow today. */
        readonly named?: readonly { readonly requestId: string; readonly payableId: string }[];
        readonly mode?: MandateMode | null;
        readonly namesSha256?: string;
      };
    };

export type AidFundStage = 'UNKNOWN' | 'AID_TERMS_PROPOSED' | 'AID_OPEN';
