// A claim's state after one more event: each room folds its own.
import type { LocalDate } from '../calendar.ts';
import { assertNever } from '../decider.ts';
import { deadlineKey } from '../rules/due-dates.ts';
import {
  type AdjustmentEvent,
  adjustmentAfter,
  NOTHING_GRANTED,
} from './adjustment/adjustment-state.ts';
import { onChecks, onLateFact, onRules } from './assessment/assessment-state.ts';
import { clocksAfter } from './clock/clock-state.ts';
import { isClockOpen } from './clock/office-clock.ts';
import type { DeathOriginEvent } from './death/death-events.ts';
import { onConverted, onDeathConcluded, onSuspected } from './death/death-fold.ts';
import { isMissingEvent, onMissing } from './death/missing-state.ts';
import { onDispute, onOutcome, united } from './decision/decision-state.ts';
import { disputeDecided } from './decision/dispute-state.ts';
import { isCourtEvent, onCourt } from './documents/court.ts';
import { onTakenOver, papersAfter } from './documents/document-state.ts';
import { evidenceOf, withEvidence } from './documents/evidence.ts';
import type { ClaimEvent } from './events.ts';
import { isFieldEvent, onField } from './field/field-state.ts';
import { isHospitalEvent, onHospital } from './hospital/hospital-state.ts';
import type { IncidentEvent } from './incident/incident-events.ts';
import { evolveIncident, isIncidentEvent } from './incident/incident-state.ts';
import { onLinked } from './intake/link-cases.ts';
import type { DeathReport } from './intake/report-events.ts';
import type { ClaimState, ReportNote } from './state.ts';

const noteOf = (report: DeathReport): ReportNote => ({
  reportId: report.reportId,
  deathDate: report.deathDate,
  workAccidentSuspected: report.workAccidentSuspected,
});

const onReport = (state: ClaimState, report: DeathReport): ClaimState => {
  const news = state.reports.some(
    (earlier) =>
      earlier.deathDate !== report.deathDate ||
      earlier.workAccidentSuspected !== report.workAccidentSuspected,
  );
  return {
    ...(report.workAccidentSuspected ? onSuspected(state) : state),
    reports: [...state.reports, noteOf(report)],
    checksCurrent: state.checksCurrent && !news,
    // Found alive after a payment, and now reported dead: the day is put right from here.
    noDeath: state.settledOnce ? null : state.noDeath,
  };
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
  if (state.incident === null && event.type === 'CareGuaranteed') {
    const suspected = onSuspected(state);
    return { ...suspected, origin: { ...suspected.origin, guarantee: event.data } };
  }
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
      return {
        ...adjusted,
        recommenders: united(state.recommenders, event.data.recordedBy),
        court: event.data.authority === 'COURT' ? null : state.court,
      };
    case 'TopUpProposed':
      return event.data.cause.kind === 'LATE_PAYMENT'
        ? { ...adjusted, compensationProposed: true }
        : adjusted;
    case 'RecoveryDecided':
      return { ...adjusted, everDecided: united(state.everDecided, event.data.decidedBy) };
    default:
      return adjusted;
  }
};

type DeathEvent = Extract<
  ClaimEvent,
  {
    type:
      | 'DeathReported'
      | 'DeathReportLinked'
      | 'DeathDateCorrected'
      | 'DeathDisproved'
      | DeathOriginEvent['type'];
  }
>;

const onDeath = (state: ClaimState, event: DeathEvent): ClaimState => {
  switch (event.type) {
    case 'DeathReported': {
      const { claimId, workerId, deathDate, workAccidentSuspected: suspected } = event.data;
      const origin = { ...state.origin, suspected };
      return { ...state, claimId, workerId, deathDate, origin, reports: [noteOf(event.data)] };
    }
    case 'DeathReportLinked':
      return onReport(state, event.data);
    case 'DeathDateCorrected':
      return onCorrected(state, event.data.deathDate);
    case 'DeathDisproved':
      return { ...state, noDeath: event.data.ground };
    case 'DeathConcluded':
      return onDeathConcluded(state, event.data);
    case 'BenefitConverted':
      return onConverted(state, event.data);
    default:
      return assertNever(event, 'death event');
  }
};

/** A full file starts the payment's clock; a paper that comes or goes beside it does not. */
const paymentClock = ({ type, data }: ClaimEvent): Partial<ClaimState> =>
  type === 'DocumentsCompleted' ? { paymentDue: data.due ?? null } : {};

/** The proof is kept beside what the event says. */
export const evolveClaim = (state: ClaimState, event: ClaimEvent): ClaimState => {
  const after = evolved(state, event);
  return {
    ...after,
    ...(after.escalations.length > 0 && {
      escalations: after.escalations.filter(({ code }) => isClockOpen(code, after)),
    }),
    evidence: withEvidence(state.evidence, evidenceOf(event)),
  };
};

const refusedAfter = (
  { refusedSteps }: ClaimState,
  { type, data }: Extract<ClaimEvent, { type: `FollowUp${string}` }>,
): ClaimState['refusedSteps'] => {
  if (type === 'FollowUpRefused') return { ...refusedSteps, [data.step]: data.code };
  const { [data.step]: _taken, ...left } = refusedSteps;
  return left;
};

const evolved = (state: ClaimState, event: ClaimEvent): ClaimState => {
  if (isIncidentEvent(event)) return onIncident(state, event);
  if (isMissingEvent(event)) return onMissing(state, event);
  if (isFieldEvent(event)) return onField(state, event);
  if (isCourtEvent(event)) return onCourt(state, event);
  if (isHospitalEvent(event)) return onHospital(state, event);
  switch (event.type) {
    case 'DeathReported':
    case 'DeathReportLinked':
    case 'DeathDateCorrected':
    case 'DeathDisproved':
    case 'DeathConcluded':
    case 'BenefitConverted':
      return onDeath(state, event);
    case 'CasesLinked':
      return onLinked(state, event.data.cases);
    case 'DocumentReceived':
    case 'DocumentAccepted':
    case 'DocumentReturned':
    case 'DocumentsCompleted':
      return { ...papersAfter(state, event), ...paymentClock(event) };
    case 'ChecksRecorded':
      return onChecks(state, event.data);
    case 'HeirsDetermined':
      return { ...state, heirs: event.data };
    case 'BenefitsDetermined':
      // Recorded only when it says something new: nobody recommended that yet.
      return { ...state, benefits: event.data, recommendation: null };
    case 'DeadlinePassed':
      return { ...state, deadlinesPassed: [...state.deadlinesPassed, deadlineKey(event.data)] };
    case 'DeadlineEscalated':
    case 'EscalationAnswered':
    case 'LateCompensationFound':
      return { ...state, ...clocksAfter(state, event) };
    case 'FollowUpRefused':
    case 'FollowUpTaken':
      return { ...state, refusedSteps: refusedAfter(state, event) };
    case 'LateFactFound':
      return onLateFact(state, event.data);
    case 'RuleVersionApplied':
      return onRules(state, event.data);
    case 'DecisionObjected':
    case 'ObjectionAnswered':
    case 'ClaimEscalated':
      return onDispute(state, event);
    case 'TopUpProposed':
    case 'RecoveryProposed':
    case 'AdjustmentDropped':
    case 'RecoveryDecided':
    case 'RecoveryRepaid':
    case 'BindingDeterminationRecorded':
      return onAdjustment(state, event);
    case 'ClaimTakenOver':
      return onTakenOver(state, event.data);
    case 'ClaimAssigned':
    case 'ClaimReleased':
      return { ...state, assignee: event.type === 'ClaimAssigned' ? event.data.assignee : null };
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
