// Everything `claim show` tells of one claim, folded from its stream; personal fields stay sealed.
import type { ActedBy } from '../../domain/actor.ts';
import type { AdjustmentEvent } from '../../domain/claim/adjustment/adjustment-state.ts';
import type {
  ClaimSettled,
  DeadlinePassed,
} from '../../domain/claim/adjustment/settlement-events.ts';
import type {
  BenefitsDetermined,
  CheckResult,
  CoverFacts,
  HeirsDetermined,
} from '../../domain/claim/assessment/assessment-events.ts';
import { isClockNote } from '../../domain/claim/clock/clock-notes.ts';
import type { BenefitConverted } from '../../domain/claim/death/death-events.ts';
import type {
  ClaimMandate,
  DeterminationReported,
} from '../../domain/claim/decision/decision-events.ts';
import type {
  ClaimEscalated,
  DecisionObjected,
  ObjectionAnswered,
} from '../../domain/claim/decision/objection-events.ts';
import type { RejectionCode } from '../../domain/claim/decision/rejection-codes.ts';
import { isClaimLook } from '../../domain/claim/desk/look-events.ts';
import type { DocumentReceived } from '../../domain/claim/documents/document-events.ts';
import { type Evidence, evidenceOf, withEvidence } from '../../domain/claim/documents/evidence.ts';
import type { ClaimEvent } from '../../domain/claim/events.ts';
import type { FieldVisitDone } from '../../domain/claim/field/field-events.ts';
import type { ClaimRouted, IncidentReport } from '../../domain/claim/incident/incident-events.ts';
import type { DeathDateCorrected } from '../../domain/claim/intake/correction-events.ts';
import type { DeathReport } from '../../domain/claim/intake/report-events.ts';
import type {
  ClaimPaidBefore,
  ClaimTakenOver,
} from '../../domain/claim/take-over/take-over-events.ts';
import { assertNever } from '../../domain/decider.ts';
import type { RecordedIn } from '../recorded-event.ts';

export type ClaimRecorded = RecordedIn<'claim'>;

/** Who did it, in which role, and where it stands in the log. */
export type ActNote = {
  readonly type: ClaimRecorded['type'];
  readonly by: ActedBy;
  readonly at: string;
  readonly reason: string | null;
  readonly historic: boolean;
  readonly version: number;
  readonly position: string;
};

type Without<T> = Omit<T, 'claimId'>;

export type FileReport = Without<DeathReport> & {
  readonly receivedAt: string;
  readonly deathDateDiffers: boolean;
};

export type FileIncidentReport = Without<IncidentReport> & {
  readonly receivedAt: string;
  readonly kindDiffers: boolean;
};

export type FileDocument = Without<Omit<DocumentReceived['data'], 'sha256' | 'form'>> & {
  /** Null for a paper of the old file that nobody scanned here. */
  readonly sha256: string | null;
  readonly form: DocumentReceived['data']['form'] | null;
  readonly state: 'RECEIVED' | 'RETURNED';
  readonly receivedAt: string;
  readonly returnedAt: string | null;
  readonly returnReason: string | null;
  /** When a verifier took it as proof. */
  readonly acceptedAt: string | null;
};

export type FileEvidence = Omit<FileDocument, keyof Evidence | 'file' | 'seen'> &
  Evidence & {
    /** The act it came with. */
    readonly cameWith: ClaimRecorded['type'];
  };

/** One decision number: what was recommended, and the word that followed. */
export type FileDecision = {
  readonly decision: number;
  readonly totalIdr: string;
  readonly mandate: ClaimMandate;
  /** TRACKS: *verifikasi awal*, never called a determination. */
  readonly precheck: boolean;
  readonly recommendedBy: readonly string[];
  readonly recommendedAt: string;
  readonly reason: string | null;
  readonly outcome: 'APPROVED' | 'DETERMINED_BY_BRANCH' | 'RETURNED' | null;
  readonly outcomeAt: string | null;
  readonly outcomeBy: readonly string[];
  readonly returnReason: string | null;
  readonly determination: Pick<
    DeterminationReported['data'],
    'determinedIdr' | 'computedIdr' | 'differs' | 'reference' | 'determinedOn'
  > | null;
};

export type FileRejection = {
  readonly reason: string;
  readonly article: string;
  readonly cure: string;
  readonly code: RejectionCode | null;
  readonly rejectedBy: readonly string[];
  readonly at: string;
};

type Dated<T> = T & { readonly at: string };

export type ClaimContents = {
  readonly reports: readonly FileReport[];
  /** Reports of an accident or an illness; then there is none of a death. */
  readonly incidents: readonly FileIncidentReport[];
  readonly routing: Dated<Without<ClaimRouted['data']>> | null;
  /** The day of death as it was put right, the last one counts. */
  readonly corrections: readonly Dated<Omit<DeathDateCorrected['data'], 'claimId' | 'workerId'>>[];
  readonly documents: readonly FileDocument[];
  /** Proofs that came with an act of the case. */
  readonly evidence: readonly FileEvidence[];
  readonly documentsCompleteAt: string | null;
  readonly checks: Dated<{
    readonly results: readonly CheckResult[];
    readonly cover: CoverFacts;
  }> | null;
  readonly heirs: Dated<Without<HeirsDetermined['data']>> | null;
  readonly benefits: Dated<Without<BenefitsDetermined['data']>> | null;
  readonly decisions: readonly FileDecision[];
  readonly rejection: FileRejection | null;
  readonly withdrawal: Dated<{ readonly reason: string }> | null;
  readonly reopenings: readonly Dated<{ readonly reason: string }>[];
  readonly objections: readonly Dated<
    Without<DecisionObjected['data']> & {
      /** Null while it is open, or where the next decision is its answer. */
      readonly answer: Dated<Without<ObjectionAnswered['data']>> | null;
    }
  >[];
  /** Minutes of visits: what was seen, and who signed. */
  readonly visits: readonly Dated<Without<FieldVisitDone['data']>>[];
  readonly escalation: Dated<Without<ClaimEscalated['data']>> | null;
  /** What was proposed, dropped and decided beside the decisions, in order. */
  readonly adjustments: readonly Dated<Adjusting>[];
  readonly deadlinesPassed: readonly Dated<Without<DeadlinePassed['data']>>[];
  readonly settlement: Dated<Without<ClaimSettled['data']>> | null;
  readonly takenOver: Dated<Without<ClaimTakenOver['data']>> | null;
  /** Paid by other means before the claim was ours: no payable stands behind it. */
  readonly paidBefore: Dated<Without<ClaimPaidBefore['data']>> | null;
  readonly acts: readonly ActNote[];
};

export const emptyFile: ClaimContents = {
  reports: [],
  incidents: [],
  routing: null,
  corrections: [],
  documents: [],
  evidence: [],
  documentsCompleteAt: null,
  checks: null,
  heirs: null,
  benefits: null,
  decisions: [],
  rejection: null,
  withdrawal: null,
  reopenings: [],
  objections: [],
  visits: [],
  escalation: null,
  adjustments: [],
  deadlinesPassed: [],
  settlement: null,
  takenOver: null,
  paidBefore: null,
  acts: [],
};

type Of<T extends ClaimRecorded['type']> = Extract<ClaimRecorded, { type: T }>;

const actOf = ({ type, meta, effectiveAt, version, position }: ClaimRecorded): ActNote => ({
  type,
  by: meta.actor,
  at: effectiveAt,
  reason: meta.reason ?? null,
  historic: meta.origin === 'historic',
  version,
  position,
});

const onReport = (
  file: ClaimContents,
  event: Of<'DeathReported' | 'DeathReportLinked'>,
): Partial<ClaimContents> => {
  const { claimId: _, ...report } = event.data;
  const deathDateDiffers = event.type === 'DeathReportLinked' && event.data.deathDateDiffers;
  return {
    reports: [...file.reports, { ...report, deathDateDiffers, receivedAt: event.effectiveAt }],
  };
};

const onIncident = (
  file: ClaimContents,
  event: Of<'IncidentReported' | 'IncidentReportLinked' | 'ClaimRouted'>,
): Partial<ClaimContents> => {
  const at = event.effectiveAt;
  if (event.type === 'ClaimRouted') {
    const { claimId: _, ...routing } = event.data;
    return { routing: { ...routing, at } };
  }
  const { claimId: _, ...report } = event.data;
  const kindDiffers = event.type === 'IncidentReportLinked' && event.data.kindDiffers;
  return { incidents: [...file.incidents, { ...report, kindDiffers, receivedAt: at }] };
};

const NOT_LOOKED_AT = { returnedAt: null, returnReason: null, acceptedAt: null } as const;

const onReceived = (file: ClaimContents, event: Of<'DocumentReceived'>): Partial<ClaimContents> => {
  const { claimId: _, ...document } = event.data;
  const others = file.documents.filter((known) => known.documentId !== document.documentId);
  const state = { state: 'RECEIVED', ...NOT_LOOKED_AT } as const;
  return { documents: [...others, { ...document, ...state, receivedAt: event.effectiveAt }] };
};

const onAccepted = (
  { documents }: ClaimContents,
  { data, effectiveAt: acceptedAt }: Of<'DocumentAccepted'>,
): Partial<ClaimContents> => ({
  documents: documents.map((document) =>
    document.documentId === data.documentId ? { ...document, acceptedAt } : document,
  ),
});

const onReturnedDocument = (
  file: ClaimContents,
  { data, effectiveAt }: Of<'DocumentReturned'>,
): Partial<ClaimContents> => {
  const documents = file.documents.map((document) =>
    document.documentId === data.documentId
      ? ({
          ...document,
          state: 'RETURNED',
          returnedAt: effectiveAt,
          returnReason: data.reason,
          acceptedAt: null,
        } as const)
      : document,
  );
  const stillThere = documents.some(
    ({ kind, state }) => kind === data.kind && state === 'RECEIVED',
  );
  return { documents, documentsCompleteAt: stillThere ? file.documentsCompleteAt : null };
};

const onRecommended = (
  file: ClaimContents,
  { data, effectiveAt, meta }: Of<'ClaimRecommended'>,
): Partial<ClaimContents> => {
  const { decision, totalIdr, mandate, precheck, recommendedBy } = data;
  const open = {
    reason: data.reason ?? meta.reason ?? null,
    outcome: null,
    outcomeAt: null,
    outcomeBy: [],
    returnReason: null,
    determination: null,
  };
  const recommended = { totalIdr, mandate, precheck, recommendedBy, recommendedAt: effectiveAt };
  return { decisions: [...file.decisions, { decision, ...recommended, ...open }] };
};

const onVerdict = (
  file: ClaimContents,
  event: Of<'ClaimApproved' | 'DeterminationReported' | 'ClaimReturned'>,
): Partial<ClaimContents> => {
  const outcome = verdictOf(event);
  const last = file.decisions.length - 1;
  return {
    decisions: file.decisions.map((decision, index) =>
      index === last ? { ...decision, ...outcome, outcomeAt: event.effectiveAt } : decision,
    ),
  };
};

const verdictOf = (
  event: Of<'ClaimApproved' | 'DeterminationReported' | 'ClaimReturned'>,
): Partial<FileDecision> => {
  switch (event.type) {
    case 'ClaimApproved':
      return { outcome: 'APPROVED', outcomeBy: event.data.approvedBy };
    case 'DeterminationReported': {
      const { determinedIdr, computedIdr, differs, reference, determinedOn } = event.data;
      return {
        outcome: 'DETERMINED_BY_BRANCH',
        outcomeBy: event.data.approvedBy,
        determination: { determinedIdr, computedIdr, differs, reference, determinedOn },
      };
    }
    case 'ClaimReturned':
      return { outcome: 'RETURNED', returnReason: event.data.reason };
    default:
      return assertNever(event, 'verdict');
  }
};

const onEnd = (
  file: ClaimContents,
  event: Of<'ClaimRejected' | 'ClaimWithdrawn' | 'ClaimReopened' | 'ClaimSettled'>,
): Partial<ClaimContents> => {
  const at = event.effectiveAt;
  switch (event.type) {
    case 'ClaimRejected': {
      const { reason, article, cure, rejectedBy, code = null } = event.data;
      return { rejection: { reason, article, cure, code, rejectedBy, at } };
    }
    case 'ClaimWithdrawn':
      return { withdrawal: { reason: event.data.reason, at } };
    case 'ClaimReopened': {
      const reopenings = [...file.reopenings, { reason: event.data.reason, at }];
      return { routing: null, rejection: null, withdrawal: null, reopenings };
    }
    case 'ClaimSettled': {
      const { claimId: _, ...settlement } = event.data;
      return { settlement: { ...settlement, at } };
    }
    default:
      return assertNever(event, 'end of a claim');
  }
};

const onDispute = (
  file: ClaimContents,
  { type, data, effectiveAt: at }: Of<'DecisionObjected' | 'ObjectionAnswered' | 'ClaimEscalated'>,
): Partial<ClaimContents> => {
  if (type === 'ClaimEscalated') {
    const { claimId: _, ...escalation } = data;
    return { escalation: { ...escalation, at } };
  }
  if (type === 'ObjectionAnswered') {
    const { claimId: _, ...answer } = data;
    return {
      objections: file.objections.map((objection) =>
        objection.objectionId === data.objectionId
          ? { ...objection, answer: { ...answer, at } }
          : objection,
      ),
      ...(data.decisionFell && { benefits: null }),
    };
  }
  const { claimId: _, ...said } = data;
  const objections = [...file.objections, { ...said, at, answer: null }];
  return data.against === 'GRANTED'
    ? { objections }
    : { rejection: null, routing: null, objections };
};

const onAssessment = (
  file: ClaimContents,
  event: Of<'ChecksRecorded' | 'HeirsDetermined' | 'BenefitsDetermined' | 'DeadlinePassed'>,
): Partial<ClaimContents> => {
  const at = event.effectiveAt;
  switch (event.type) {
    case 'ChecksRecorded': {
      const { checks: results, cover } = event.data;
      return { checks: { results, cover, at } };
    }
    case 'HeirsDetermined': {
      const { claimId: _, ...heirs } = event.data;
      return { heirs: { ...heirs, at } };
    }
    case 'BenefitsDetermined': {
      const { claimId: _, ...benefits } = event.data;
      return { benefits: { ...benefits, at } };
    }
    case 'DeadlinePassed': {
      const { claimId: _, ...deadline } = event.data;
      return { deadlinesPassed: [...file.deadlinesPassed, { ...deadline, at }] };
    }
    default:
      return assertNever(event, 'assessment');
  }
};

const onTakeOver = (
  file: ClaimContents,
  event: Of<'ClaimTakenOver' | 'ClaimPaidBefore'>,
): Partial<ClaimContents> => {
  const at = event.effectiveAt;
  if (event.type === 'ClaimPaidBefore') {
    const { claimId: _, ...paidBefore } = event.data;
    return { paidBefore: { ...paidBefore, at } };
  }
  const { claimId: _, ...takenOver } = event.data;
  const held = takenOver.papers.map(
    (paper): FileDocument => ({
      ...paper,
      ...{ sha256: null, form: null, state: 'RECEIVED', receivedAt: at },
      ...NOT_LOOKED_AT,
    }),
  );
  return { takenOver: { ...takenOver, at }, documents: [...file.documents, ...held] };
};

const onCorrected = (
  file: ClaimContents,
  { data, effectiveAt: at }: Of<'DeathDateCorrected'>,
): Partial<ClaimContents> => {
  const { claimId: _, workerId: _worker, ...correction } = data;
  return { corrections: [...file.corrections, { ...correction, at }] };
};

type Adjusting = AdjustmentEvent | BenefitConverted;

const onAdjustment = (
  file: ClaimContents,
  { type, data, effectiveAt: at }: Of<Adjusting['type']>,
): Partial<ClaimContents> => ({
  adjustments: [...file.adjustments, { type, data, at } as Dated<Adjusting>],
});

/** Told by the domain's own fold, and by the acts. */
const QUIET = {
  DeathDisproved: true,
  DeathConcluded: true,
  CasesLinked: true,
  PersonMissing: true,
  MissingDetermined: true,
  PersonFound: true,
  HospitalGuaranteed: true,
  HospitalBillReceived: true,
  HospitalBillVerified: true,
  HospitalBillReturned: true,
  HospitalBillApproved: true,
  CourtAwaited: true,
  CourtWaitEnded: true,
  FieldVisitOpened: true,
  FieldVisitAssigned: true,
  FieldVisitWaived: true,
  LatenessExplained: true,
} as const satisfies Partial<Readonly<Record<ClaimRecorded['type'], true>>>;
type Quiet = Extract<ClaimRecorded, { type: keyof typeof QUIET }>;

const isQuiet = (event: ClaimRecorded): event is Quiet => Object.hasOwn(QUIET, event.type);

const changes = (file: ClaimContents, event: ClaimRecorded): Partial<ClaimContents> => {
  if (isClaimLook(event) || isClockNote(event) || isQuiet(event)) return {};
  switch (event.type) {
    case 'DeathReported':
    case 'DeathReportLinked':
      return onReport(file, event);
    case 'IncidentReported':
    case 'IncidentReportLinked':
    case 'ClaimRouted':
      return onIncident(file, event);
    case 'CareGuaranteed':
    case 'IncidentConcluded':
    case 'SecondStageReported':
    case 'MedicalStatementRecorded':
    case 'CostsClaimed':
    case 'PayeeDetermined':
      return {}; // told by the domain's own fold
    case 'DocumentReceived':
      return onReceived(file, event);
    case 'DocumentAccepted':
      return onAccepted(file, event);
    case 'DocumentReturned':
      return onReturnedDocument(file, event);
    case 'FieldVisitDone': {
      const { claimId: _, ...visit } = event.data;
      return { visits: [...file.visits, { ...visit, at: event.effectiveAt }] };
    }
    case 'DocumentsCompleted':
      return { documentsCompleteAt: event.effectiveAt };
    case 'ChecksRecorded':
    case 'HeirsDetermined':
    case 'BenefitsDetermined':
    case 'DeadlinePassed':
      return onAssessment(file, event);
    case 'DeathDateCorrected':
      return onCorrected(file, event);
    case 'DecisionObjected':
    case 'ObjectionAnswered':
    case 'ClaimEscalated':
      return onDispute(file, event);
    case 'TopUpProposed':
    case 'RecoveryProposed':
    case 'AdjustmentDropped':
    case 'RecoveryDecided':
    case 'RecoveryRepaid':
    case 'BenefitConverted':
    case 'BindingDeterminationRecorded':
      return onAdjustment(file, event);
    case 'FollowUpRefused':
    case 'FollowUpTaken':
    case 'RuleVersionApplied':
    case 'ClaimAssigned':
    case 'ClaimReleased':
      return {}; // told by the acts
    case 'ClaimRecommended':
      return onRecommended(file, event);
    case 'ClaimApproved':
    case 'DeterminationReported':
    case 'ClaimReturned':
      return onVerdict(file, event);
    case 'LateFactFound':
      return event.data.effect === 'REOPENED' ? { rejection: null } : {};
    case 'ClaimRejected':
    case 'ClaimWithdrawn':
    case 'ClaimReopened':
    case 'ClaimSettled':
      return onEnd(file, event);
    case 'ClaimTakenOver':
    case 'ClaimPaidBefore':
      return onTakeOver(file, event);
    default:
      return assertNever(event, 'claim event');
  }
};

const evidenceIn = (event: ClaimRecorded): FileEvidence | null => {
  const { type, data, effectiveAt: receivedAt } = event;
  const found = evidenceOf({ type, data } as ClaimEvent);
  return found === null
    ? null
    : {
        ...{ ...found, form: null, state: 'RECEIVED', receivedAt, cameWith: type },
        ...NOT_LOOKED_AT,
      };
};

export const fileAfter = (file: ClaimContents, event: ClaimRecorded): ClaimContents => ({
  ...file,
  ...changes(file, event),
  evidence: withEvidence(file.evidence, evidenceIn(event)),
  acts: [...file.acts, actOf(event)],
});
