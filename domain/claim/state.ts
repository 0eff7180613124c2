// What a claim's decisions need to know of its past, folded from its events in position order.
import type { LocalDate } from '../calendar.ts';
import { assertNever } from '../decider.ts';
import type { RupiahText } from '../money.ts';
import { deadlineKey } from '../rules/due-dates.ts';
import {
  type AdjustmentEvent,
  type AdjustmentState,
  adjustmentAfter,
  byPayee,
  grantedBy,
  initialAdjustment,
  NOTHING_GRANTED,
  type Recommendation,
} from './adjustment-state.ts';
import type {
  BenefitsDetermined,
  CheckResult,
  ChecksRecorded,
  CoverFacts,
  HeirsDetermined,
} from './assessment-events.ts';
import type { NoDeathGround } from './correction-events.ts';
import type { ClaimRecommended } from './decision-events.ts';
import {
  type DisputeState,
  disputeAfter,
  disputeDecided,
  initialDispute,
  openedAgain,
} from './dispute-state.ts';
import type { DocumentKind, DocumentReceived } from './document-events.ts';
import type { ClaimEvent } from './events.ts';
import { type Evidence, evidenceOf, withEvidence } from './evidence.ts';
import type { FollowUpStep } from './follow-up-events.ts';
import type { IncidentEvent } from './incident-events.ts';
import {
  evolveIncident,
  type IncidentState,
  isIncidentEvent,
  reopenIncident,
} from './incident-state.ts';
import type { LateFactFound } from './late-fact-events.ts';
import type { DeathReport } from './report-events.ts';
import type { RuleTreatment, RuleVersionApplied } from './rule-version-events.ts';
import { sameFacts } from './same-facts.ts';
import type { ClaimSettled } from './settlement-events.ts';
import type { ClaimPaidBefore, ClaimTakenOver } from './take-over-events.ts';

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
};

export type Verdict = {
  readonly kind: 'APPROVED' | 'DETERMINED_BY_BRANCH';
  readonly by: readonly string[];
  readonly totalIdr: RupiahText;
  /** Under TRACKS: the branch's reference. */
  readonly reference: string | null;
};

export type ClaimState = DisputeState &
  AdjustmentState & {
    readonly claimId: string;
    readonly workerId: string;
    readonly deathDate: LocalDate | null;
    readonly reports: readonly ReportNote[];
    /** Null for a claim that began with a death. */
    readonly incident: IncidentState | null;
    readonly documents: readonly DocumentNote[];
    /** Proofs that came with an act: of an objection, a determination, a conclusion, a correction. */
    readonly evidence: readonly Evidence[];
    readonly documentsComplete: boolean;
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
    /** The last step back that nothing has followed yet: the same wish again changes nothing. */
    /** Withdrawn because there was no death: the worker's stream must hear of it. */
    readonly noDeath: NoDeathGround | null;
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
  claimId: '',
  workerId: '',
  deathDate: null,
  reports: [],
  incident: null,
  documents: [],
  evidence: [],
  documentsComplete: false,
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

const noteOf = (report: DeathReport): ReportNote => ({
  reportId: report.reportId,
  deathDate: report.deathDate,
  workAccidentSuspected: report.workAccidentSuspected,
});

/** The part of the cover facts on which the benefit rests; positions and versions are not in it. */
export const materialCover = (cover: CoverFacts) => ({
  enrolled: cover.enrolled,
  membershipStart: cover.membershipStart,
  state: cover.state,
  unpaidMonths: cover.unpaidMonths,
  arrearsPerMonthIdr: cover.unpaidMonths === 0 ? null : cover.monthlyContributionIdr,
});

export const verdictsOf = (checks: readonly CheckResult[]): readonly string[] =>
  checks.map((check) => `${check.code} ${check.verdict}`);

const onReport = (state: ClaimState, report: DeathReport): ClaimState => {
  const news = state.reports.some(
    (earlier) =>
      earlier.deathDate !== report.deathDate ||
      earlier.workAccidentSuspected !== report.workAccidentSuspected,
  );
  return {
    ...state,
    reports: [...state.reports, noteOf(report)],
    checksCurrent: state.checksCurrent && !news,
  };
};

const onReceived = (state: ClaimState, data: DocumentReceived['data']): ClaimState => {
  const { documentId, kind, sha256 } = data;
  const others = state.documents.filter((document) => document.documentId !== documentId);
  return { ...state, documents: [...others, { documentId, kind, sha256, returned: false }] };
};

/** The papers that the office held when the claim was taken over. */
const onTakenOver = (state: ClaimState, data: ClaimTakenOver['data']): ClaimState => {
  const held = data.papers.map(
    (paper): DocumentNote => ({ ...paper, sha256: null, returned: false }),
  );
  return {
    ...state,
    documents: [...state.documents, ...held],
    takenOver: state.reports[0]?.reportId ?? null,
    takenOverAs: data,
  };
};

/** The list is full exactly from `DocumentsCompleted` until a needed paper goes back. */
const onReturned = (state: ClaimState, documentId: string, kind: DocumentKind): ClaimState => {
  const documents = state.documents.map((document) =>
    document.documentId === documentId ? { ...document, returned: true } : document,
  );
  const stillThere =
    !state.neededKinds.includes(kind) ||
    documents.some((document) => document.kind === kind && !document.returned);
  return {
    ...state,
    documents,
    documentsComplete: state.documentsComplete && stillThere,
    checksCurrent: state.checksCurrent && stillThere,
  };
};

const isBound = ({ binding }: ClaimState): boolean => binding !== null;

const isMember = ({ enrolled, membershipStart }: CoverFacts): boolean =>
  enrolled && membershipStart !== null;

/** Checks that say something else than those recommended upon take the recommendation away. */
const onChecks = (state: ClaimState, { checks, cover }: ChecksRecorded['data']): ClaimState => {
  // What was decided stands; a difference is proposed, decided and paid beside it.
  if (state.verdict !== null || state.settledOnce)
    return { ...state, checks, cover, checksCurrent: true };
  const same =
    state.checks !== null &&
    state.cover !== null &&
    sameFacts(verdictsOf(state.checks), verdictsOf(checks)) &&
    sameFacts(materialCover(state.cover), materialCover(cover));
  return {
    ...state,
    checks,
    cover,
    checksCurrent: true,
    // Without an enrolled member there is no benefit to speak of, but what an authority said.
    benefits: isBound(state) || isMember(cover) ? state.benefits : null,
    recommendation: same ? state.recommendation : null,
  };
};

const united = (some: readonly string[], others: readonly string[] = []): readonly string[] => [
  ...new Set([...some, ...others]),
];

const onRecommended = (state: ClaimState, data: ClaimRecommended['data']): ClaimState => {
  const { decision, totalIdr, mandate, recommendedBy } = data;
  const recommendation = { decision, totalIdr, mandate, by: recommendedBy };
  const { topUp } = state;
  return {
    ...state,
    ...(data.topUp === undefined || topUp === null
      ? { recommendation }
      : { topUp: { ...topUp, recommended: recommendation, returned: false } }),
    recommenders: united(state.recommenders, recommendedBy),
    decisions: decision,
    steppedBack: null,
  };
};

/** By other rules everything is checked anew; one that keeps its rules goes on as it stands. */
const onRules = (state: ClaimState, data: RuleVersionApplied['data']): ClaimState => {
  const { [data.to]: _, ...earlier } = state.ruleTreatments;
  const ruleTreatments = { ...earlier, [data.to]: data.treatment };
  switch (data.treatment) {
    case 'REVIEW':
      return { ...state, ruleTreatments, rulesReview: data };
    case 'PINNED': {
      // Pinned by another version, what waits for a choice goes on waiting.
      const isChosen = state.rulesReview?.to === data.to;
      return { ...state, ruleTreatments, rulesReview: isChosen ? null : state.rulesReview };
    }
    case 'MIGRATED':
      return {
        ...state,
        ...{ ruleTreatments, rulesReview: null },
        ...{ checksCurrent: false, recommendation: null },
      };
    default:
      return assertNever(data.treatment, 'treatment');
  }
};

/** Open again, to be judged anew. */
const opened = (state: ClaimState): ClaimState => ({
  ...state,
  ...openedAgain(state, state.closed === 'REJECTED' || state.incident?.routed != null),
  incident: reopenIncident(state.incident),
  closed: null,
  noDeath: null,
  recommendation: null,
  checksCurrent: false,
  steppedBack: 'REOPENED',
});

const onLateFact = (state: ClaimState, { effect }: LateFactFound['data']): ClaimState => {
  const { closed, steppedBack } = state;
  const isReopened = effect === 'REOPENED';
  return {
    ...state,
    closed: isReopened ? null : closed,
    steppedBack: isReopened ? 'REOPENED' : steppedBack,
    checksCurrent: false,
    recommendation: null,
  };
};

/** What an approval adds to what was granted; a top-up opens the paid claim until it is paid. */
const granting = (state: ClaimState, determinedIdr?: RupiahText): ClaimState => {
  const { topUp, benefits } = state;
  const isTopUp = topUp !== null && topUp.recommended !== null;
  if (!isTopUp) return { ...state, granted: grantedBy(benefits?.lines ?? [], determinedIdr) };
  return {
    ...state,
    closed: null,
    recommendation: topUp.recommended,
    granted: byPayee([...state.granted, ...grantedBy(topUp.shares, determinedIdr)]),
    topUp: null,
  };
};

const returned = (state: ClaimState): ClaimState =>
  state.topUp?.recommended == null
    ? { ...state, recommendation: null, steppedBack: 'RETURNED' }
    : { ...state, topUp: { ...state.topUp, recommended: null, returned: true } };

type OutcomeEvent = Extract<
  ClaimEvent,
  {
    type:
      | 'ClaimRecommended'
      | 'ClaimApproved'
      | 'DeterminationReported'
      | 'ClaimReturned'
      | 'ClaimRejected'
      | 'ClaimWithdrawn'
      | 'ClaimReopened'
      | 'ClaimSettled'
      | 'ClaimPaidBefore';
  }
>;

const onOutcome = (state: ClaimState, event: OutcomeEvent): ClaimState => {
  switch (event.type) {
    case 'ClaimRecommended':
      return onRecommended(state, event.data);
    case 'ClaimApproved': {
      const { approvedBy: by, totalIdr } = event.data;
      const verdict = { kind: 'APPROVED', by, totalIdr, reference: null } as const;
      const everDecided = united(state.everDecided, by);
      const decided = disputeDecided(by, event.data.decidedOn);
      return { ...granting(state), ...decided, verdict, everDecided };
    }
    case 'DeterminationReported': {
      const { approvedBy: by, determinedIdr: totalIdr, reference } = event.data;
      const verdict = { kind: 'DETERMINED_BY_BRANCH', by, totalIdr, reference } as const;
      const everDecided = united(state.everDecided, by);
      return { ...granting(state, totalIdr), ...disputeDecided(by), verdict, everDecided };
    }
    case 'ClaimReturned':
      return returned(state);
    case 'ClaimRejected':
      return {
        ...{ ...state, ...disputeDecided(event.data.rejectedBy, event.data.decidedOn) },
        ...{ closed: 'REJECTED', steppedBack: null },
        everDecided: united(state.everDecided, event.data.rejectedBy),
      };
    case 'ClaimWithdrawn':
      return { ...state, closed: 'WITHDRAWN', steppedBack: null, answerDueOn: null };
    case 'ClaimReopened':
      return opened(state);
    case 'ClaimSettled':
      return { ...state, closed: event.data.outcome, settledOnce: true };
    case 'ClaimPaidBefore':
      return { ...state, closed: event.data.outcome, paidBefore: event.data };
    default:
      return assertNever(event, 'claim outcome');
  }
};

/** The checks rested on it. */
const RESTED_ON: readonly IncidentEvent['type'][] = [
  'IncidentReportLinked',
  'SecondStageReported',
  'MedicalStatementRecorded',
  'CostsClaimed',
];

const onCorrected = (state: ClaimState, deathDate: LocalDate): ClaimState =>
  // Paid already: what differs is proposed beside it.
  state.settledOnce
    ? { ...state, deathDate }
    : {
        ...state,
        deathDate,
        // What was checked, computed and decided rested on another day.
        ...{ checksCurrent: false, benefits: null, recommendation: null, verdict: null },
        ...NOTHING_GRANTED,
      };

const onIncident = (state: ClaimState, event: IncidentEvent): ClaimState => {
  const known = { ...state, incident: evolveIncident(state.incident, event) };
  if (RESTED_ON.includes(event.type)) return { ...known, checksCurrent: false };
  if (event.type === 'IncidentConcluded') {
    const { concludedBy = [], concludedOn = null } = event.data;
    const { escalatedBy } = state;
    return { ...known, ...disputeDecided(concludedBy, concludedOn), escalatedBy };
  }
  if (event.type !== 'IncidentReported') return known;
  const { claimId, workerId } = event.data;
  return { ...known, claimId, workerId };
};

const onAdjustment = (state: ClaimState, event: AdjustmentEvent): ClaimState => {
  const adjusted = { ...state, ...adjustmentAfter(state, event) };
  switch (event.type) {
    case 'BindingDeterminationRecorded':
      return { ...adjusted, recommenders: united(state.recommenders, event.data.recordedBy) };
    case 'RecoveryDecided':
      return { ...adjusted, everDecided: united(state.everDecided, event.data.decidedBy) };
    default:
      return adjusted;
  }
};

/** The proof is kept beside what the event says. */
export const evolveClaim = (state: ClaimState, event: ClaimEvent): ClaimState => ({
  ...evolved(state, event),
  evidence: withEvidence(state.evidence, evidenceOf(event)),
});

const evolved = (state: ClaimState, event: ClaimEvent): ClaimState => {
  if (isIncidentEvent(event)) return onIncident(state, event);
  switch (event.type) {
    case 'DeathReported': {
      const { claimId, workerId, deathDate } = event.data;
      return { ...state, claimId, workerId, deathDate, reports: [noteOf(event.data)] };
    }
    case 'DeathReportLinked':
      return onReport(state, event.data);
    case 'DeathDateCorrected':
      return onCorrected(state, event.data.deathDate);
    case 'DeathDisproved':
      return { ...state, noDeath: event.data.ground };
    case 'DocumentReceived':
      return onReceived(state, event.data);
    case 'DocumentReturned':
      return onReturned(state, event.data.documentId, event.data.kind);
    case 'DocumentsCompleted':
      return {
        ...state,
        documentsComplete: true,
        neededKinds: event.data.kinds,
        checksCurrent: false,
      };
    case 'ChecksRecorded':
      return onChecks(state, event.data);
    case 'HeirsDetermined':
      return { ...state, heirs: event.data };
    case 'BenefitsDetermined':
      // Recorded only when it says something new: nobody recommended that yet.
      return { ...state, benefits: event.data, recommendation: null };
    case 'DeadlinePassed':
      return { ...state, deadlinesPassed: [...state.deadlinesPassed, deadlineKey(event.data)] };
    case 'FollowUpRefused': {
      const { step, code } = event.data;
      return { ...state, refusedSteps: { ...state.refusedSteps, [step]: code } };
    }
    case 'FollowUpTaken': {
      const { [event.data.step]: _taken, ...refusedSteps } = state.refusedSteps;
      return { ...state, refusedSteps };
    }
    case 'LateFactFound':
      return onLateFact(state, event.data);
    case 'RuleVersionApplied':
      return onRules(state, event.data);
    case 'DecisionObjected':
      return { ...opened(state), ...disputeAfter(state, event) };
    case 'ClaimEscalated':
      return { ...state, ...disputeAfter(state, event) };
    case 'TopUpProposed':
    case 'RecoveryProposed':
    case 'AdjustmentDropped':
    case 'RecoveryDecided':
    case 'BindingDeterminationRecorded':
      return onAdjustment(state, event);
    case 'ClaimTakenOver':
      return onTakenOver(state, event.data);
    case 'ClaimAssigned':
      return { ...state, assignee: event.data.assignee };
    case 'ClaimReleased':
      return { ...state, assignee: null };
    case 'ClaimFieldsRevealed':
    case 'DocumentRead':
      return state;
    case 'ClaimRecommended':
    case 'ClaimApproved':
    case 'DeterminationReported':
    case 'ClaimReturned':
    case 'ClaimRejected':
    case 'ClaimWithdrawn':
    case 'ClaimReopened':
    case 'ClaimSettled':
    case 'ClaimPaidBefore':
      return onOutcome(state, event);
    default:
      return assertNever(event, 'claim event');
  }
};
