// What a claim's decisions need to know of its past.
import type { LocalDate } from '../calendar.ts';
import type { RupiahText } from '../money.ts';
import {
  type AdjustmentState,
  initialAdjustment,
  type Recommendation,
} from './adjustment/adjustment-state.ts';
import type { FollowUpStep } from './adjustment/follow-up-events.ts';
import type { ClaimSettled } from './adjustment/settlement-events.ts';
import type {
  BenefitsDetermined,
  CheckResult,
  CoverFacts,
  HeirsDetermined,
} from './assessment/assessment-events.ts';
import type { RuleTreatment, RuleVersionApplied } from './assessment/rule-version-events.ts';
import { type ClockFacts, initialClocks } from './clock/clock-state.ts';
import { type DeathOrigin, unknownOrigin } from './death/death-state.ts';
import type { MissingDetermined, MissingReport, PersonFound } from './death/missing-events.ts';
import { type DisputeState, initialDispute } from './decision/dispute-state.ts';
import type { CourtAwaited } from './documents/court-events.ts';
import type { DocumentKind } from './documents/document-events.ts';
import type { Evidence } from './documents/evidence.ts';
import type { FieldVisit } from './field/field-events.ts';
import { type HospitalState, noHospital } from './hospital/hospital-events.ts';
import type { IncidentState } from './incident/incident-state.ts';
import type { LinkedCase } from './intake/case-link-events.ts';
import type { NoDeathGround } from './intake/correction-events.ts';
import type { ClaimPaidBefore, ClaimTakenOver } from './take-over/take-over-events.ts';

export type ReportNote = {
  readonly reportId: string;
  readonly deathDate: LocalDate;
  readonly workAccidentSuspected: boolean;
};

export type DocumentNote = {
  readonly documentId: string;
  readonly kind: DocumentKind;
  /** Null for a paper that lies in the old file: nobody scanned it here. */
  readonly sha256: string | null;
  readonly returned: boolean;
  /** A verifier takes it as proof. */
  readonly accepted: boolean;
};

export type Verdict = {
  readonly kind: 'APPROVED' | 'DETERMINED_BY_BRANCH';
  readonly by: readonly string[];
  readonly totalIdr: RupiahText;
  /** Under TRACKS: the branch's reference. */
  readonly reference: string | null;
};

export type ClaimState = DisputeState &
  AdjustmentState &
  ClockFacts & {
    readonly claimId: string;
    readonly workerId: string;
    readonly deathDate: LocalDate | null;
    readonly reports: readonly ReportNote[];
    /** Other claims of the same person. */
    readonly links: readonly LinkedCase[];
    /** Somebody who did not come back; null where the death was known from the start. */
    readonly missing: {
      /** The first one of this time: its day counts. */
      readonly report: MissingReport;
      readonly told: readonly { readonly reportId: string; readonly missingSince: LocalDate }[];
      readonly determined: MissingDetermined['data'] | null;
    } | null;
    readonly found: PersonFound['data'] | null;
    /** Where the death comes from, as far as anybody said. */
    readonly origin: DeathOrigin;
    /** Null for a claim that began with a death. */
    readonly incident: IncidentState | null;
    /** Hospitals that treat on our guarantee, and their bills. */
    readonly hospital: HospitalState;
    readonly documents: readonly DocumentNote[];
    /** Proofs that came with an act: of an objection, a determination, a conclusion, a correction. */
    readonly evidence: readonly Evidence[];
    readonly documentsComplete: boolean;
    /** The court whose word the file waits for; null where none is awaited. */
    readonly court: Omit<CourtAwaited['data'], 'claimId'> | null;
    /** Who went to see for themselves, or is to go. */
    readonly visits: readonly FieldVisit[];
    /** The checklist that was full; another paper sent back does not stop the clock. */
    readonly neededKinds: readonly DocumentKind[];
    readonly checks: readonly CheckResult[] | null;
    /** False when the claim's own facts moved on after the checks. */
    readonly checksCurrent: boolean;
    readonly cover: CoverFacts | null;
    readonly heirs: HeirsDetermined['data'] | null;
    readonly benefits: BenefitsDetermined['data'] | null;
    readonly recommendation: Recommendation | null;
    /** Everyone behind a recommendation of this case, or behind the sum that it rests on. */
    readonly recommenders: readonly string[];
    /** Everyone who ever decided on this case: none of them recommends on it. */
    readonly everDecided: readonly string[];
    readonly decisions: number;
    readonly verdict: Verdict | null;
    readonly closed: 'REJECTED' | 'WITHDRAWN' | ClaimSettled['data']['outcome'] | null;
    /** Withdrawn because there was no death: the worker's stream must hear of it. */
    readonly noDeath: NoDeathGround | null;
    /** The last step back that nothing has followed yet: the same wish again changes nothing. */
    readonly steppedBack: 'RETURNED' | 'REOPENED' | null;
    /** The verifier whose case it is; null while it lies in the open queue. */
    readonly assignee: string | null;
    readonly deadlinesPassed: readonly string[];
    /** Steps that another stream refused, with its code: a person must look. */
    readonly refusedSteps: Readonly<Partial<Record<FollowUpStep, string>>>;
    /** How each version of the rule book that was activated meanwhile met this claim. */
    readonly ruleTreatments: Readonly<Record<string, RuleTreatment>>;
    /** The version under which a person must choose the rules of this claim. */
    readonly rulesReview: RuleVersionApplied['data'] | null;
    /** The report by which a running claim was taken over; null for a claim of our own. */
    readonly takenOver: string | null;
    /** What the row said by which it was taken over: the same row again changes nothing. */
    readonly takenOverAs: ClaimTakenOver['data'] | null;
    /** The payment that closed it before it was ours. */
    readonly paidBefore: ClaimPaidBefore['data'] | null;
  };

export const initialClaim: ClaimState = {
  ...initialDispute,
  ...initialAdjustment,
  ...initialClocks,
  claimId: '',
  workerId: '',
  deathDate: null,
  reports: [],
  links: [],
  missing: null,
  found: null,
  origin: unknownOrigin,
  incident: null,
  hospital: noHospital,
  documents: [],
  evidence: [],
  documentsComplete: false,
  court: null,
  visits: [],
  neededKinds: [],
  checks: null,
  checksCurrent: false,
  cover: null,
  heirs: null,
  benefits: null,
  recommendation: null,
  recommenders: [],
  everDecided: [],
  decisions: 0,
  verdict: null,
  closed: null,
  noDeath: null,
  steppedBack: null,
  assignee: null,
  deadlinesPassed: [],
  refusedSteps: {},
  ruleTreatments: {},
  rulesReview: null,
  takenOver: null,
  takenOverAs: null,
  paidBefore: null,
};
