// One row per claim with the days on which its standing changed: figures of any day read the last one.
import { type LocalDate, officeDay } from '../../domain/calendar.ts';
import { isClaimLook } from '../../domain/claim/desk/look-events.ts';
import { isFieldEvent } from '../../domain/claim/field/field-state.ts';
import { isHospitalEvent } from '../../domain/claim/hospital/hospital-state.ts';
import { assertNever } from '../../domain/decider.ts';
import type { KeyedTable } from '../keyed-table.ts';
import { orphaned, type RecordedIn } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

export type ClaimStanding =
  | 'IN_VERIFICATION'
  | 'DECIDED'
  | 'REJECTED'
  | 'WITHDRAWN'
  | 'PAID'
  | 'REPORTED_PAID';

export type ClaimStep = {
  readonly on: LocalDate;
  readonly standing: ClaimStanding;
  /** Computed by our rules; null before. */
  readonly amountIdr: string | null;
};

export type ClaimStandingRow = {
  readonly claimId: string;
  readonly workerId: string;
  readonly steps: readonly ClaimStep[];
  readonly position: string;
};

export const claimStandingTable: KeyedTable<ClaimStandingRow> = {
  name: 'rm.programme_summary_v1_claims',
  key: 'claimId',
  columns: {
    claimId: 'text not null',
    workerId: 'text not null',
    steps: 'jsonb not null',
    position: 'bigint not null',
  },
  indexes: [],
};

type ClaimRecorded = RecordedIn<'claim'>;

/** Visits and hospitals move no standing. */
const isBeside = <E extends { readonly type: string }>(event: E) =>
  isFieldEvent(event) || isHospitalEvent(event);

/** Notes at the side of the case. */
const NOTES = {
  ClaimFieldsRevealed: true,
  DocumentRead: true,
  FollowUpRefused: true,
  FollowUpTaken: true,
  RuleVersionApplied: true,
  DeadlinePassed: true,
  LateCompensationFound: true,
  DeadlineEscalated: true,
  EscalationAnswered: true,
  ClaimAssigned: true,
  ClaimReleased: true,
  LatenessExplained: true,
} as const satisfies Partial<Readonly<Record<ClaimRecorded['type'], true>>>;
type Note = Extract<ClaimRecorded, { type: keyof typeof NOTES }>;
const isNote = (event: ClaimRecorded): event is Note => Object.hasOwn(NOTES, event.type);

/** What was granted stands beside an objection to it, until the decision falls. */
const isJudgedAnew = (
  event: Extract<ClaimRecorded, { type: 'DecisionObjected' | 'ObjectionAnswered' }>,
): boolean =>
  event.type === 'DecisionObjected' ? event.data.against !== 'GRANTED' : event.data.decisionFell;

const unlessPaid = (now: ClaimStanding, next: ClaimStanding): ClaimStanding =>
  now === 'PAID' || now === 'REPORTED_PAID' ? now : next;

const standingAfter = (now: ClaimStanding, event: ClaimRecorded): ClaimStanding => {
  if (isBeside(event) || isNote(event)) return now;
  switch (event.type) {
    case 'DeathReported':
    case 'ClaimReopened':
    case 'ClaimReturned':
      return 'IN_VERIFICATION';
    case 'DecisionObjected':
    case 'ObjectionAnswered':
      return isJudgedAnew(event) ? 'IN_VERIFICATION' : now;
    case 'DeathDateCorrected':
    case 'DeathConcluded':
      return unlessPaid(now, 'IN_VERIFICATION');
    // A top-up is decided beside what was paid: the claim stays paid.
    case 'ClaimApproved':
    case 'DeterminationReported':
      return unlessPaid(now, 'DECIDED');
    case 'ClaimRejected':
      return 'REJECTED';
    case 'ClaimWithdrawn':
      return 'WITHDRAWN';
    case 'ClaimSettled':
    case 'ClaimPaidBefore':
      return event.data.outcome === 'SETTLED' ? 'PAID' : 'REPORTED_PAID';
    case 'LateFactFound':
      return event.data.effect === 'REOPENED' ? 'IN_VERIFICATION' : now;
    case 'DeathReportLinked':
    case 'DeathDisproved':
    case 'BenefitConverted':
    case 'CasesLinked':
    case 'PersonMissing':
    case 'MissingDetermined':
    case 'PersonFound':
    case 'CourtAwaited':
    case 'CourtWaitEnded':
    case 'DocumentReceived':
    case 'DocumentAccepted':
    case 'DocumentReturned':
    case 'DocumentsCompleted':
    case 'ChecksRecorded':
    case 'HeirsDetermined':
    case 'BenefitsDetermined':
    case 'ClaimRecommended':
    case 'ClaimTakenOver':
    case 'ClaimEscalated':
    case 'TopUpProposed':
    case 'RecoveryProposed':
    case 'AdjustmentDropped':
    case 'RecoveryDecided':
    case 'RecoveryRepaid':
    case 'BindingDeterminationRecorded':
    // Figures count deaths: a claim that began with an incident has no step here.
    case 'IncidentReported':
    case 'IncidentReportLinked':
    case 'ClaimRouted':
    case 'CareGuaranteed':
    case 'IncidentConcluded':
    case 'SecondStageReported':
    case 'MedicalStatementRecorded':
    case 'CostsClaimed':
    case 'PayeeDetermined':
      return now;
    default:
      return assertNever(event, 'claim event');
  }
};

const amountAfter = (last: ClaimStep | undefined, event: ClaimRecorded): string | null => {
  if (event.type === 'BenefitsDetermined') return event.data.totalIdr;
  if (event.type === 'TopUpProposed' || event.type === 'RecoveryProposed')
    return event.data.entitledIdr;
  return event.type === 'ClaimPaidBefore' ? event.data.decidedIdr : (last?.amountIdr ?? null);
};

const stepAfter = (last: ClaimStep | undefined, event: ClaimRecorded): ClaimStep => ({
  on: officeDay(event.effectiveAt),
  standing: standingAfter(last?.standing ?? 'IN_VERIFICATION', event),
  amountIdr: amountAfter(last, event),
});

/** Kept without a step: figures of deaths never count it, and its later events are no orphans. */
const incidentRow = ({
  data: { claimId, workerId },
  position,
}: Extract<ClaimRecorded, { type: 'IncidentReported' | 'PersonMissing' }>): ClaimStandingRow => ({
  ...{ claimId, workerId, steps: [], position },
});

export const claimStandingFold: RowFold<ClaimStandingRow> = {
  table: claimStandingTable,
  keysOf: (event) => (event.category === 'claim' ? [event.data.claimId] : []),
  fold(row, event) {
    if (event.category !== 'claim' || isClaimLook(event)) return row;
    if (event.type === 'IncidentReported') return incidentRow(event);
    if (event.type === 'PersonMissing') return row ?? incidentRow(event);
    // Missing, then determined to be dead: from here on it is a death like any other.
    if (row?.steps.length === 0 && event.type !== 'DeathReported') return row;
    const last = row?.steps.at(-1);
    const step = stepAfter(last, event);
    if (event.type === 'DeathReported') {
      const { claimId, workerId } = event.data;
      return { claimId, workerId, steps: [step], position: event.position };
    }
    if (row === undefined) return orphaned(event);
    const same = last?.standing === step.standing && last.amountIdr === step.amountIdr;
    return same ? row : { ...row, steps: [...row.steps, step] };
  },
};
