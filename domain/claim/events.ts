// Stream `claim-…`: one death, from the first report to the last rupiah.
import type { ActedBy } from '../actor.ts';
import type { LocalDate, Month } from '../calendar.ts';
import type { RupiahText } from '../money.ts';
import type { MandateMode } from '../programme/events.ts';
import type { Sealed } from '../sealed.ts';

export const REPORT_CHANNELS = ['KELURAHAN', 'HEIR', 'HOSPITAL', 'GROUP', 'OUTREACH'] as const;
export type ReportChannel = (typeof REPORT_CHANNELS)[number];

export type ReporterRelation =
  | 'OFFICER'
  | 'SPOUSE'
  | 'CHILD'
  | 'PARENT'
  | 'NEIGHBOUR'
  | 'FACILITY'
  | 'OTHER';

export type DeathReport = {
  readonly claimId: string;
  readonly workerId: string;
  readonly reportId: string;
  readonly deathDate: LocalDate;
  readonly channel: ReportChannel;
  readonly relation: ReporterRelation;
  readonly reporterName: Sealed;
  readonly reporterContact: Sealed;
  /** Health data: what happened, in the reporter's words. */
  readonly circumstances: Sealed;
  /** A suspected work accident belongs to JKK and is not decided as JKM (M-16). */
  readonly workAccidentSuspected: boolean;
};

export type DeathReported = { readonly type: 'DeathReported'; readonly data: DeathReport };

/** A further report of the same death: kept whole, linked to the one claim. */
export type DeathReportLinked = {
  readonly type: 'DeathReportLinked';
  readonly data: DeathReport & { readonly deathDateDiffers: boolean };
};

export const DOCUMENT_KINDS = [
  'CLAIM_FORM',
  'MEMBER_CARD',
  'WORKER_ID_CARD',
  'HEIR_ID_CARD',
  'FAMILY_CARD',
  'DEATH_CERTIFICATE',
  'HEIR_STATEMENT',
  'MARRIAGE_BOOK',
  'BANK_BOOK',
  'POWER_OF_ATTORNEY',
] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

export type DocumentReceived = {
  readonly type: 'DocumentReceived';
  readonly data: {
    readonly claimId: string;
    readonly documentId: string;
    readonly kind: DocumentKind;
    readonly sha256: string;
    readonly form: 'COPY' | 'LEGALISED' | 'ORIGINAL_SEEN';
  };
};

export type DocumentReturned = {
  readonly type: 'DocumentReturned';
  readonly data: {
    readonly claimId: string;
    readonly documentId: string;
    readonly kind: DocumentKind;
    readonly reason: string;
  };
};

/** The checklist is full: the clock of T-07 starts at this event's effectiveAt. */
export type DocumentsCompleted = {
  readonly type: 'DocumentsCompleted';
  readonly data: { readonly claimId: string; readonly kinds: readonly DocumentKind[] };
};

export const CHECK_CODES = [
  'WORKER_ENROLLED',
  'COVER_ACTIVE_AT_DEATH',
  'NOT_A_WORK_ACCIDENT',
  'DEATH_NOT_IN_FUTURE',
  'DOCUMENTS_COMPLETE',
  'NO_OTHER_CLAIM_FOR_DEATH',
] as const;
export type CheckCode = (typeof CHECK_CODES)[number];

export type CheckResult = {
  readonly code: CheckCode;
  readonly verdict: 'HOLDS' | 'FAILS' | 'REVIEW';
  readonly legalBasis: string;
  readonly facts: Readonly<Record<string, string | number | boolean>>;
};

export type CoverageState = 'NOT_STARTED' | 'ACTIVE' | 'GRACE' | 'LAPSED';

/** Facts of other streams, collected inside the command at one safe position. */
export type CoverFacts = {
  readonly enrolled: boolean;
  readonly membershipStart: LocalDate | null;
  /** Last month confirmed paid, or null when none was. */
  readonly paidThrough: Month | null;
  readonly unpaidMonths: number;
  readonly contributionMonths: number;
  readonly monthlyContributionIdr: RupiahText;
  readonly state: CoverageState;
  /** Safe position at which the facts were read. */
  readonly position: string;
  /** Streams and versions the facts rest on; a later event there is a late fact. */
  readonly sources: readonly { readonly streamId: string; readonly version: number }[];
};

export type ChecksRecorded = {
  readonly type: 'ChecksRecorded';
  readonly data: {
    readonly claimId: string;
    readonly checks: readonly CheckResult[];
    readonly cover: CoverFacts;
  };
};

export type HeirRelation =
  | 'SPOUSE'
  | 'CHILD'
  | 'PARENT'
  | 'GRANDPARENT'
  | 'GRANDCHILD'
  | 'SIBLING'
  | 'PARENT_IN_LAW'
  | 'WILL'
  | 'FUNERAL_ORGANISER';

export type Heir = {
  readonly ref: string;
  readonly relation: HeirRelation;
  readonly name: Sealed;
  readonly minor: boolean;
  /** Ref of the guardian's row when the heir is a minor (H-03). */
  readonly guardianName?: Sealed;
};

export type Payee = {
  readonly ref: string;
  readonly name: Sealed;
  readonly account: Sealed;
  /** Hex HMAC of bank and account number: equality without the value. */
  readonly accountIndex: string;
  readonly bic: string;
};

export type HeirsDetermined = {
  readonly type: 'HeirsDetermined';
  readonly data: {
    readonly claimId: string;
    readonly heirs: readonly Heir[];
    /** Rank of PP 44/2015 art. 37(5) that holds: 1, 2.1 … 2.5. */
    readonly rank: '1' | '2.1' | '2.2' | '2.3' | '2.4' | '2.5';
    readonly payee: Payee;
  };
};

/** One explained line: the numbers put in, the rule, the article. */
export type BenefitLine = {
  readonly code: string;
  readonly amountIdr: RupiahText;
  /** `payee` ref, or `DJS` for a retained line that is never transferred (§4.1, 2.5). */
  readonly payee: string;
  readonly formula: string;
  readonly ruleId: string;
  readonly article: string;
};

export type BenefitsDetermined = {
  readonly type: 'BenefitsDetermined';
  readonly data: {
    readonly claimId: string;
    readonly benefit: 'JKM';
    readonly lawVersion: string;
    readonly rulesetId: string;
    readonly lines: readonly BenefitLine[];
    readonly totalIdr: RupiahText;
    readonly flags: readonly string[];
    readonly paymentBlocked: boolean;
  };
};

/** The purse this claim is paid from, and whether we pay it or follow it. */
export type ClaimMandate = {
  readonly payerId: string;
  readonly mandateId: string;
  readonly mode: MandateMode;
  readonly programmeId: string;
};

export type ClaimRecommended = {
  readonly type: 'ClaimRecommended';
  readonly data: {
    readonly claimId: string;
    readonly decision: number;
    readonly totalIdr: RupiahText;
    readonly mandate: ClaimMandate;
    /** Under TRACKS this act is a precheck (*verifikasi awal*), not a determination. */
    readonly precheck: boolean;
    readonly recommendedBy: readonly string[];
    /** Why a check that asked for a person's eye may pass. */
    readonly reason?: string;
  };
};

export type ClaimApproved = {
  readonly type: 'ClaimApproved';
  readonly data: {
    readonly claimId: string;
    readonly decision: number;
    readonly totalIdr: RupiahText;
    /** Everyone who ever recommended on this case, returned recommendations included. */
    readonly recommendedBy: readonly string[];
    readonly approvedBy: readonly string[];
  };
};

/** TRACKS: the branch's verdict as reported to us. A sum unlike ours opens an exception. */
export type DeterminationReported = {
  readonly type: 'DeterminationReported';
  readonly data: {
    readonly claimId: string;
    readonly decision: number;
    readonly determinedIdr: RupiahText;
    readonly computedIdr: RupiahText;
    readonly differs: boolean;
    readonly reference: string;
    readonly determinedOn: LocalDate;
    readonly recommendedBy: readonly string[];
    readonly approvedBy: readonly string[];
  };
};

export type ClaimReturned = {
  readonly type: 'ClaimReturned';
  readonly data: { readonly claimId: string; readonly reason: string };
};

export type ClaimRejected = {
  readonly type: 'ClaimRejected';
  readonly data: {
    readonly claimId: string;
    readonly reason: string;
    readonly article: string;
    /** What the family can still do. */
    readonly cure: string;
    readonly recommendedBy: readonly string[];
    readonly rejectedBy: readonly string[];
  };
};

export type ClaimWithdrawn = {
  readonly type: 'ClaimWithdrawn';
  readonly data: { readonly claimId: string; readonly reason: string };
};

export type ClaimReopened = {
  readonly type: 'ClaimReopened';
  readonly data: { readonly claimId: string; readonly reason: string };
};

/** A due day of the law ran out while the claim still waited. */
export type DeadlinePassed = {
  readonly type: 'DeadlinePassed';
  readonly data: {
    readonly claimId: string;
    readonly code: 'PAY_WITHIN_3_WORKING_DAYS';
    readonly dueOn: LocalDate;
    readonly calendarVersion: string;
    readonly ruleId: string;
  };
};

/** Every payable of the decision has come to its end. */
export type ClaimSettled = {
  readonly type: 'ClaimSettled';
  readonly data: {
    readonly claimId: string;
    readonly decision: number;
    readonly paidIdr: RupiahText;
    readonly retainedIdr: RupiahText;
    readonly outcome: 'SETTLED' | 'REPORTED_PAID';
  };
};

/** Where the office says that the claim stands; `PAID`: by other means, before we knew of it. */
export const TAKEN_OVER_STAGES = [
  'REPORTED',
  'DOCUMENTS_COMPLETE',
  'CHECKED',
  'READY_TO_RECOMMEND',
  'RECOMMENDED',
  'DECIDED',
  'REJECTED',
  'WITHDRAWN',
  'PAID',
] as const;
export type TakenOverStage = (typeof TAKEN_OVER_STAGES)[number];

/** The file as the office holds it: its own number, its papers, and where it says to stand. */
export type ClaimTakenOver = {
  readonly type: 'ClaimTakenOver';
  readonly data: {
    readonly claimId: string;
    readonly agendaNumber: string | null;
    readonly stage: TakenOverStage;
    readonly papers: readonly { readonly documentId: string; readonly kind: DocumentKind }[];
    readonly completeOn: LocalDate | null;
  };
};

/** A benefit that was paid before the claim was ours: it owes nothing, now and for ever. */
export type ClaimPaidBefore = {
  readonly type: 'ClaimPaidBefore';
  readonly data: {
    readonly claimId: string;
    readonly workerId: string;
    /** Names the payment in the figures; no payable exists under it. */
    readonly paymentId: string;
    readonly decidedIdr: RupiahText;
    readonly decidedOn: LocalDate | null;
    readonly decisionReference: string | null;
    readonly paidIdr: RupiahText;
    readonly paidOn: LocalDate;
    readonly paymentReference: string;
    readonly mandate: ClaimMandate;
    readonly outcome: 'SETTLED' | 'REPORTED_PAID';
  };
};

export type ClaimEvent =
  | DeathReported
  | DeathReportLinked
  | DocumentReceived
  | DocumentReturned
  | DocumentsCompleted
  | ChecksRecorded
  | HeirsDetermined
  | BenefitsDetermined
  | ClaimRecommended
  | ClaimApproved
  | DeterminationReported
  | ClaimReturned
  | ClaimRejected
  | ClaimWithdrawn
  | ClaimReopened
  | DeadlinePassed
  | ClaimSettled
  | ClaimTakenOver
  | ClaimPaidBefore;

export type TakeOverPayment = {
  readonly paymentId: string;
  readonly paidIdr: RupiahText;
  readonly paidOn: LocalDate;
  readonly reference: string;
};

export type TakeOverClaim = {
  readonly type: 'TakeOverClaim';
  readonly data: {
    readonly report: DeathReport;
    readonly agendaNumber: string | null;
    readonly stage: TakenOverStage;
    readonly papers: ClaimTakenOver['data']['papers'];
    readonly reportedOn: LocalDate;
    readonly receivedOn: LocalDate | null;
    readonly completeOn: LocalDate | null;
    readonly checkedOn: LocalDate | null;
    readonly heirs: { readonly heirs: readonly Heir[]; readonly payee: Payee } | null;
    readonly recommendedOn: LocalDate | null;
    /** Account name of whoever recommended, and of whoever decided. */
    readonly recommendedBy: string | null;
    readonly decidedOn: LocalDate | null;
    readonly decidedBy: string | null;
    readonly decidedIdr: RupiahText | null;
    readonly decisionReference: string | null;
    /** Why it was rejected or withdrawn, or why a doubtful check may pass. */
    readonly reason: string | null;
    readonly article: string | null;
    readonly cure: string | null;
    readonly payment: TakeOverPayment | null;
    /** Collected. */
    readonly facts?: TakeOverFacts;
  };
};

/** Facts of other streams, collected inside the command at one safe position. */
export type TakeOverFacts = {
  readonly workerKnown: boolean;
  readonly cover: CoverFacts | null;
  /** In force on the day of the payment, or of the recommendation. */
  readonly mandate: ClaimMandate | null;
  /** Null when the person held no such act on that day. */
  readonly recommender: ActedBy | null;
  readonly decider: ActedBy | null;
};

/**
 * Fields marked "collected" are put in by the activity from other streams; whatever the caller sent
 * there is ignored.
 */
export type ClaimCommand =
  | TakeOverClaim
  | { readonly type: 'ReportDeath'; readonly data: DeathReport }
  | { readonly type: 'ReceiveDocument'; readonly data: Omit<DocumentReceived['data'], 'claimId'> }
  | {
      readonly type: 'ReturnDocument';
      readonly data: { readonly documentId: string; readonly reason: string };
    }
  | {
      readonly type: 'CheckClaim';
      /** Collected. */
      readonly data: { readonly cover: CoverFacts | null };
    }
  | {
      readonly type: 'DetermineHeirs';
      readonly data: Omit<HeirsDetermined['data'], 'claimId' | 'rank'>;
    }
  | {
      readonly type: 'RecommendClaim';
      readonly data: {
        /** Collected: the mandate in force for the benefit flow on the day of the act. */
        readonly mandate: ClaimMandate | null;
        /** Needed when a check says REVIEW. */
        readonly reason?: string;
      };
    }
  | {
      readonly type: 'ApproveClaim';
      readonly data: {
        /** The sum the approver saw: another one in the file refuses the approval. */
        readonly totalIdr: RupiahText;
        /** Needed under TRACKS: the branch's verdict. */
        readonly determination?: {
          readonly determinedIdr: RupiahText;
          readonly reference: string;
          readonly determinedOn: LocalDate;
        };
        /** Collected: cover as it stands now; a late fact stops the approval. */
        readonly cover: CoverFacts | null;
      };
    }
  | { readonly type: 'ReturnClaim'; readonly data: { readonly reason: string } }
  | {
      readonly type: 'RejectClaim';
      readonly data: { readonly reason: string; readonly article: string; readonly cure: string };
    }
  | { readonly type: 'WithdrawClaim'; readonly data: { readonly reason: string } }
  | { readonly type: 'ReopenClaim'; readonly data: { readonly reason: string } }
  | {
      readonly type: 'PassDeadline';
      readonly data: Omit<DeadlinePassed['data'], 'claimId'>;
    }
  | {
      readonly type: 'SettleClaim';
      /** Collected: the end of each payable of the decision. */
      readonly data: {
        readonly payables: readonly {
          readonly payableId: string;
          readonly amountIdr: RupiahText;
          readonly end: 'SETTLED' | 'RETAINED' | 'REPORTED_PAID' | 'OPEN';
        }[];
      };
    };

/** Stage codes of a claim; texts live in the copy catalogues. */
export type ClaimStage =
  | 'UNKNOWN'
  | 'REPORTED'
  | 'DOCUMENTS_COMPLETE'
  | 'CHECKED'
  | 'READY_TO_RECOMMEND'
  | 'RECOMMENDED'
  | 'APPROVED'
  | 'DETERMINED_BY_BRANCH'
  | 'REJECTED'
  | 'WITHDRAWN'
  | 'SETTLED'
  /** TRACKS: another house is said to have paid; never called settled. */
  | 'REPORTED_PAID';
