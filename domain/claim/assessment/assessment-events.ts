// What is recorded while a claim is assessed: checks, heirs, the benefit line by line.
import type { LocalDate, Month } from '../../calendar.ts';
import type { RupiahText } from '../../money.ts';
import type { Sealed } from '../../sealed.ts';

export const DEATH_CHECK_CODES = [
  'WORKER_ENROLLED',
  'COVER_ACTIVE_AT_DEATH',
  'NOT_A_WORK_ACCIDENT',
  'DEATH_NOT_IN_FUTURE',
  'DOCUMENTS_COMPLETE',
  'NO_OTHER_CLAIM_FOR_DEATH',
] as const;

export type IncidentCheckCode =
  | 'WORKER_ENROLLED'
  | 'COVER_ACTIVE_AT_EVENT'
  | 'EVENT_IS_WORK_ACCIDENT'
  | 'REPORTED_IN_TIME'
  | 'CLAIMED_IN_TIME'
  | 'DOCUMENTS_COMPLETE'
  | 'NO_OTHER_CLAIM_FOR_EVENT'
  | 'DISABILITY_OF_LIVING'
  | 'SOMETHING_CLAIMED';

/** Of a death from work, beside those that it shares with the others. */
export type DeathFromWorkCheckCode = 'DEATH_FROM_WORK' | 'NO_DISABILITY_PAID';

export type CheckCode =
  | (typeof DEATH_CHECK_CODES)[number]
  /** Only where the desk found that the names differ. */
  | 'ACCOUNT_NAME'
  /** Only where somebody went, or is to go, and see. */
  | 'FIELD_VERIFIED'
  | IncidentCheckCode
  | DeathFromWorkCheckCode;

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
  /** Outside the list of the law: only by a court's determination (H-01). */
  | 'COURT_NAMED'
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
    /** The account is written in another name than the heir's; said by the desk that opened both. */
    readonly nameDiffers?: boolean;
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
    readonly benefit: 'JKM' | 'JKK';
    readonly lawVersion: string;
    readonly rulesetId: string;
    readonly lines: readonly BenefitLine[];
    readonly totalIdr: RupiahText;
    readonly flags: readonly string[];
    readonly paymentBlocked: boolean;
  };
};
