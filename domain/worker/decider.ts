// Stream `worker-…`: nominated, named by decree, enrolled or refused, carded, and the end of cover.
import {
  accept,
  assertNever,
  type Context,
  type Decider,
  type Decision,
  refuse,
} from '../decider.ts';
import type { WorkerCommand, WorkerEvent } from './events.ts';
import {
  decideOnKnownDeath,
  isKnownDeathCommand,
  isKnownDeathEvent,
  type KnownDeathRefusal,
  onKnownDeath,
  standingDeath,
} from './known-death.ts';
import { noteWorkerLook } from './look.ts';
import { type WorkerState, workerStage } from './stage.ts';
import { takeOverWorker } from './take-over.ts';

export type WorkerRefusal =
  | 'WorkerNotNominated'
  | 'AlreadyNominated'
  | 'AlreadyNamedInDecree'
  | 'WorkerNotNamedInDecree'
  | 'AlreadyEnrolled'
  | 'RegistrationAlreadyRefused'
  | 'ReasonMissing'
  | 'WorkerNotEnrolled'
  | 'CardAlreadyIssued'
  | 'CardNotIssued'
  | 'CardOfSomeoneElse'
  | 'WorkerReportedDead'
  | 'WorkerEnded'
  | 'DeathAlreadyReported'
  | 'DeathNotReported'
  | 'OutcomeAlreadyKnown'
  | 'LookOnlyNow'
  | KnownDeathRefusal;

type WorkerDecision = Decision<WorkerEvent, WorkerRefusal>;
type DataOf<T extends WorkerCommand['type']> = Extract<WorkerCommand, { type: T }>['data'];

const initial: WorkerState = {
  workerId: null,
  nomination: null,
  decree: null,
  enrolment: null,
  refusal: null,
  card: null,
  death: null,
  incidents: [],
  outcome: null,
  known: null,
  doubts: new Map(),
};

const nominate = (data: DataOf<'NominateWorker'>, state: WorkerState): WorkerDecision => {
  const stage = workerStage(state);
  const known = state.nomination;
  if (known?.rosterId === data.rosterId && known.rosterRow === data.rosterRow) return accept();
  // Refused by the branch, a person may be put forward again by a later list.
  const isFree = stage === 'UNKNOWN' || stage === 'REGISTRATION_REFUSED';
  if (isFree) return accept({ type: 'WorkerNominated', data });
  return refuse('AlreadyNominated', { stage });
};

const nameInDecree = (data: DataOf<'NameWorkerInDecree'>, state: WorkerState): WorkerDecision => {
  const { workerId, decree } = state;
  if (workerId === null) return refuse('WorkerNotNominated');
  if (decree !== null) {
    const same = decree.number === data.decreeNumber && decree.date === data.decreeDate;
    return same ? accept() : refuse('AlreadyNamedInDecree', { decreeNumber: decree.number });
  }
  const stage = workerStage(state);
  if (stage === 'REPORTED_DEAD') return refuse('WorkerReportedDead');
  if (stage === 'ENDED') return refuse('WorkerEnded');
  return accept({ type: 'WorkerNamedInDecree', data: { ...data, workerId } });
};

/**
 * The branch's answer is a fact about the past: it is recorded for a worker who died meanwhile too,
 * because the claim asks whether cover had begun.
 */
const enrol = (data: DataOf<'EnrolWorker'>, state: WorkerState): WorkerDecision => {
  const { workerId, enrolment } = state;
  if (workerId === null) return refuse('WorkerNotNominated');
  if (enrolment !== null) {
    const same =
      enrolment.kpjCommitment === data.kpj.commitment && enrolment.coverStart === data.coverStart;
    return same ? accept() : refuse('AlreadyEnrolled', { coverStart: enrolment.coverStart });
  }
  if (state.decree === null) return refuse('WorkerNotNamedInDecree');
  if (state.outcome !== null) return refuse('WorkerEnded');
  return accept({ type: 'WorkerEnrolled', data: { ...data, workerId } });
};

const refuseRegistration = (
  { reason }: DataOf<'RefuseRegistration'>,
  state: WorkerState,
): WorkerDecision => {
  const { workerId, enrolment, refusal } = state;
  if (workerId === null) return refuse('WorkerNotNominated');
  if (enrolment !== null) return refuse('AlreadyEnrolled', { coverStart: enrolment.coverStart });
  if (refusal !== null) return refusal === reason ? accept() : refuse('RegistrationAlreadyRefused');
  if (state.decree === null) return refuse('WorkerNotNamedInDecree');
  if (reason.trim() === '') return refuse('ReasonMissing');
  return accept({ type: 'WorkerRegistrationRefused', data: { workerId, reason } });
};

const issueCard = (data: DataOf<'IssueCard'>, state: WorkerState): WorkerDecision => {
  const { workerId, card } = state;
  if (workerId === null) return refuse('WorkerNotNominated');
  if (card !== null) return card.cardId === data.cardId ? accept() : refuse('CardAlreadyIssued');
  const stage = workerStage(state);
  if (stage === 'REPORTED_DEAD') return refuse('WorkerReportedDead');
  if (stage === 'ENDED') return refuse('WorkerEnded');
  if (stage !== 'ENROLLED') return refuse('WorkerNotEnrolled', { stage });
  return accept({ type: 'CardIssued', data: { ...data, workerId } });
};

const handOverCard = (data: DataOf<'HandOverCard'>, state: WorkerState): WorkerDecision => {
  const { workerId, card } = state;
  if (workerId === null) return refuse('WorkerNotNominated');
  if (card === null) return refuse('CardNotIssued');
  if (card.cardId !== data.cardId) return refuse('CardOfSomeoneElse');
  if (card.isHandedOver) return accept();
  // A family may still receive the card of the deceased: it tells them that they are insured.
  if (state.outcome !== null) return refuse('WorkerEnded');
  const isDead = state.death !== null || standingDeath(state) !== null;
  if (isDead && data.receivedBy === 'WORKER') return refuse('WorkerReportedDead');
  return accept({ type: 'CardHandedOver', data: { ...data, workerId } });
};

const noteDeathReport = (data: DataOf<'NoteDeathReport'>, state: WorkerState): WorkerDecision => {
  const { workerId, death } = state;
  if (workerId === null) return refuse('WorkerNotNominated');
  if (death === null) return accept({ type: 'WorkerReportedDead', data: { ...data, workerId } });
  if (death.claimId !== data.claimId)
    return refuse('DeathAlreadyReported', { claimId: death.claimId });
  return death.date === data.deathDate
    ? accept()
    : accept({ type: 'WorkerDeathDateCorrected', data: { ...data, workerId } });
};

const noteIncident = (
  data: DataOf<'NoteIncidentReport'>,
  { workerId, incidents }: WorkerState,
): WorkerDecision => {
  if (workerId === null) return refuse('WorkerNotNominated');
  return incidents.some(({ claimId }) => claimId === data.claimId)
    ? accept()
    : accept({ type: 'WorkerIncidentReported', data: { ...data, workerId } });
};

const withdrawDeathReport = (
  data: DataOf<'WithdrawDeathReport'>,
  { workerId, death, outcome }: WorkerState,
): WorkerDecision => {
  if (workerId === null) return refuse('WorkerNotNominated');
  if (death === null) return accept();
  if (death.claimId !== data.claimId) return refuse('DeathNotReported');
  // A rejected claim can be reopened and withdrawn; what was paid says that the death was real,
  // unless the person stands there alive.
  const isReal = outcome !== null && outcome !== 'REJECTED' && data.ground !== 'PERSON_ALIVE';
  if (isReal) return refuse('OutcomeAlreadyKnown', { outcome });
  return accept({ type: 'DeathReportWithdrawn', data: { ...data, workerId } });
};

const noteClaimOutcome = (data: DataOf<'NoteClaimOutcome'>, state: WorkerState): WorkerDecision => {
  const { workerId, death, outcome } = state;
  if (workerId === null) return refuse('WorkerNotNominated');
  if (death?.claimId !== data.claimId) return refuse('DeathNotReported');
  if (outcome === data.outcome) return accept();
  // A rejected claim can be reopened and come to another end; what was paid stays paid.
  if (outcome !== null && outcome !== 'REJECTED') return refuse('OutcomeAlreadyKnown', { outcome });
  return accept({ type: 'WorkerClaimSettled', data: { ...data, workerId } });
};

const decide = (command: WorkerCommand, state: WorkerState, context: Context): WorkerDecision => {
  if (isKnownDeathCommand(command)) return decideOnKnownDeath(command, state, context);
  switch (command.type) {
    case 'NominateWorker':
      return nominate(command.data, state);
    case 'NameWorkerInDecree':
      return nameInDecree(command.data, state);
    case 'EnrolWorker':
      return enrol(command.data, state);
    case 'RefuseRegistration':
      return refuseRegistration(command.data, state);
    case 'IssueCard':
      return issueCard(command.data, state);
    case 'HandOverCard':
      return handOverCard(command.data, state);
    case 'NoteDeathReport':
      return noteDeathReport(command.data, state);
    case 'NoteIncidentReport':
      return noteIncident(command.data, state);
    case 'WithdrawDeathReport':
      return withdrawDeathReport(command.data, state);
    case 'NoteClaimOutcome':
      return noteClaimOutcome(command.data, state);
    case 'TakeOverWorker':
      return takeOverWorker(command.data, state);
    case 'NoteWorkerFound':
    case 'NoteWorkerRevealed':
      return noteWorkerLook(command, state, context);
    default:
      return assertNever(command, 'worker command');
  }
};

const evolve = (state: WorkerState, event: WorkerEvent): WorkerState => {
  if (isKnownDeathEvent(event)) return onKnownDeath(state, event);
  switch (event.type) {
    case 'WorkerNominated': {
      const { workerId, rosterId, rosterRow } = event.data;
      return {
        ...state,
        workerId,
        nomination: { rosterId, rosterRow },
        decree: null,
        refusal: null,
      };
    }
    case 'WorkerNamedInDecree': {
      const { decreeNumber, decreeDate } = event.data;
      return { ...state, decree: { number: decreeNumber, date: decreeDate } };
    }
    case 'WorkerEnrolled': {
      const { kpj, coverStart } = event.data;
      return { ...state, enrolment: { kpjCommitment: kpj.commitment, coverStart } };
    }
    case 'WorkerRegistrationRefused':
      return { ...state, refusal: event.data.reason };
    case 'CardIssued':
      return { ...state, card: { cardId: event.data.cardId, isHandedOver: false } };
    case 'CardHandedOver':
      return { ...state, card: { cardId: event.data.cardId, isHandedOver: true } };
    case 'PaidThroughReported': // Cover is counted by the claim; no decision here needs it.
    case 'WorkerFound':
    case 'WorkerFieldsRevealed':
      return state;
    case 'WorkerReportedDead':
    case 'WorkerDeathDateCorrected': {
      const { claimId, deathDate } = event.data;
      return { ...state, death: { claimId, date: deathDate } };
    }
    case 'WorkerIncidentReported': {
      const { claimId, eventDate } = event.data;
      return { ...state, incidents: [...state.incidents, { claimId, eventDate }] };
    }
    case 'DeathReportWithdrawn':
      // Whoever looked into it found no death: no list of before says otherwise.
      return { ...state, death: null, outcome: null, known: null };
    case 'WorkerClaimSettled':
      return { ...state, outcome: event.data.outcome };
    default:
      return assertNever(event, 'worker event');
  }
};

export const workerDecider: Decider<WorkerState, WorkerCommand, WorkerEvent, WorkerRefusal> = {
  initial,
  decide,
  evolve,
};
