// Stream `roster-…`: a list is received with its verdicts, named by decree, submitted and answered.
import { officeDay } from '../calendar.ts';
import {
  accept,
  assertNever,
  type Context,
  type Decider,
  type Decision,
  refuse,
} from '../decider.ts';
import type {
  RegistrationAnswered,
  RosterApproved,
  RosterCommand,
  RosterEvent,
  RosterReceived,
  RosterStage,
  RosterStepCompleted,
  RosterSubmitted,
  RosterTakenOver,
  RowVerdict,
} from './events.ts';

type Step = RosterStepCompleted['data']['step'];

export type RosterState = {
  readonly received: RosterReceived['data'] | null;
  readonly takenOver: RosterTakenOver['data'] | null;
  readonly approved: RosterApproved['data'] | null;
  readonly submitted: RosterSubmitted['data'] | null;
  /** The branch may answer in several files. */
  readonly answers: readonly RegistrationAnswered['data'][];
  readonly steps: readonly RosterStepCompleted['data'][];
  /** Steps with something new to work on since they were last completed. */
  readonly due: readonly Step[];
};

export type RosterRefusal =
  | 'RosterUnknown'
  | 'RosterAlreadyReceived'
  | 'RosterIsTakenOver'
  | 'RosterEmpty'
  | 'RosterTooLarge'
  | 'RosterCountsDiffer'
  | 'NothingAccepted'
  | 'DecreeNumberMissing'
  | 'DecreeInFuture'
  | 'RosterAlreadyApproved'
  | 'RosterNotApproved'
  | 'RosterAlreadySubmitted'
  | 'NothingToSubmit'
  | 'MoreWorkersThanAccepted'
  | 'RosterNotSubmitted'
  | 'AnswerEmpty'
  | 'MoreAnswersThanSubmitted'
  | 'StepNotDue'
  | 'StepAlreadyCompleted';

type RosterDecision = Decision<RosterEvent, RosterRefusal>;
type DataOf<T extends RosterCommand['type']> = Extract<RosterCommand, { type: T }>['data'];

/** A list larger than this comes in several files. */
export const ROSTER_ROWS_MAX = 200_000;
/** 500 verdicts stay below the 64 kB that one event may hold. */
export const VERDICTS_PER_EVENT_MAX = 500;

const initial: RosterState = {
  received: null,
  takenOver: null,
  approved: null,
  submitted: null,
  answers: [],
  steps: [],
  due: [],
};

const chunks = (verdicts: readonly RowVerdict[]): readonly (readonly RowVerdict[])[] =>
  Array.from({ length: Math.ceil(verdicts.length / VERDICTS_PER_EVENT_MAX) }, (_, index) =>
    verdicts.slice(index * VERDICTS_PER_EVENT_MAX, (index + 1) * VERDICTS_PER_EVENT_MAX),
  );

const refusedRows = (verdicts: readonly RowVerdict[]): number =>
  new Set(verdicts.filter((v) => v.severity === 'refused').map((v) => v.row)).size;

type Received = DataOf<'ReceiveRoster'>;

const countsAgree = (data: Received): boolean =>
  data.accepted >= 0 &&
  data.rows === data.accepted + data.refused &&
  data.refused === refusedRows(data.verdicts);

/** The same bytes for the same tranche, and in the same sense: nominated or taken over. */
const isSameList = (
  { fileSha256, trancheId }: Received,
  { received, takenOver }: RosterState,
  isTakeOver: boolean,
): boolean =>
  received?.fileSha256 === fileSha256 &&
  received.trancheId === trancheId &&
  (takenOver !== null) === isTakeOver;

const receiveRoster = (
  data: Received,
  state: RosterState,
  takenOver: readonly RosterTakenOver[] = [],
): RosterDecision => {
  const { rosterId, trancheId, programmeId, fileSha256, rows, accepted, refused } = data;
  if (state.received !== null)
    return isSameList(data, state, takenOver.length > 0)
      ? accept()
      : refuse('RosterAlreadyReceived');
  if (rows < 1) return refuse('RosterEmpty');
  if (rows > ROSTER_ROWS_MAX) return refuse('RosterTooLarge', { rows, rowsMax: ROSTER_ROWS_MAX });
  if (!countsAgree(data)) return refuse('RosterCountsDiffer', { rows, accepted, refused });
  return accept<RosterEvent>(
    {
      type: 'RosterReceived',
      data: { rosterId, trancheId, programmeId, fileSha256, rows, accepted, refused },
    },
    ...takenOver,
    ...chunks(data.verdicts).map(
      (verdicts): RosterEvent => ({ type: 'RosterRowsRefused', data: { rosterId, verdicts } }),
    ),
  );
};

const takeOverRoster = (
  { asOf, decreeNumber, decreeDate, ...data }: DataOf<'TakeOverRoster'>,
  state: RosterState,
): RosterDecision => {
  if (decreeDate !== null && decreeDate > asOf) return refuse('DecreeInFuture', { decreeDate });
  if ((decreeNumber === null) !== (decreeDate === null) || decreeNumber?.trim() === '')
    return refuse('DecreeNumberMissing');
  const { rosterId } = data;
  return receiveRoster(data, state, [
    { type: 'RosterTakenOver', data: { rosterId, asOf, decreeNumber, decreeDate } },
  ]);
};

const approveRoster = (
  { decreeNumber, decreeDate }: DataOf<'ApproveRoster'>,
  { received, takenOver, approved }: RosterState,
  context: Context,
): RosterDecision => {
  if (received === null) return refuse('RosterUnknown');
  if (takenOver !== null) return refuse('RosterIsTakenOver');
  if (approved !== null) {
    const same = approved.decreeNumber === decreeNumber && approved.decreeDate === decreeDate;
    return same
      ? accept()
      : refuse('RosterAlreadyApproved', { decreeNumber: approved.decreeNumber });
  }
  if (received.accepted === 0) return refuse('NothingAccepted', { rows: received.rows });
  if (decreeNumber.trim() === '') return refuse('DecreeNumberMissing');
  if (decreeDate > officeDay(context.now)) return refuse('DecreeInFuture', { decreeDate });
  const { rosterId, accepted: workers } = received;
  return accept({ type: 'RosterApproved', data: { rosterId, decreeNumber, decreeDate, workers } });
};

const submitRoster = (
  { workers, fileSha256 }: DataOf<'SubmitRoster'>,
  { received, approved, submitted }: RosterState,
): RosterDecision => {
  if (received === null) return refuse('RosterUnknown');
  if (approved === null) return refuse('RosterNotApproved');
  if (submitted !== null) {
    const same = submitted.fileSha256 === fileSha256 && submitted.workers === workers;
    return same ? accept() : refuse('RosterAlreadySubmitted', { workers: submitted.workers });
  }
  if (workers < 1) return refuse('NothingToSubmit');
  if (workers > approved.workers)
    return refuse('MoreWorkersThanAccepted', { workers, accepted: approved.workers });
  const { rosterId } = received;
  return accept({ type: 'RosterSubmitted', data: { rosterId, workers, fileSha256 } });
};

/** Lines of every answer of the branch so far. */
export const answeredLines = ({ answers }: RosterState): number =>
  answers.reduce((sum, { accepted, refused }) => sum + accepted + refused, 0);

const answerRegistration = (
  { fileSha256, accepted, refused }: DataOf<'AnswerRegistration'>,
  state: RosterState,
): RosterDecision => {
  const { received, submitted, answers } = state;
  if (received === null) return refuse('RosterUnknown');
  if (submitted === null) return refuse('RosterNotSubmitted');
  if (answers.some((known) => known.fileSha256 === fileSha256)) return accept();
  if (accepted < 0 || refused < 0 || accepted + refused < 1) return refuse('AnswerEmpty');
  const open = submitted.workers - answeredLines(state);
  if (accepted + refused > open)
    return refuse('MoreAnswersThanSubmitted', { answers: accepted + refused, open });
  const { rosterId } = received;
  return accept({
    type: 'RegistrationAnswered',
    data: { rosterId, fileSha256, accepted, refused },
  });
};

/** What must have happened before a step over all rows can be done. */
const isDue = (step: Step, state: RosterState): boolean => {
  switch (step) {
    case 'NOMINATION':
      return state.received !== null && state.takenOver === null;
    case 'TAKE_OVER':
      return state.takenOver !== null;
    case 'DECREE':
      return state.approved !== null;
    case 'REGISTRATION':
    case 'CARDS':
      return state.answers.length > 0;
    default:
      return assertNever(step, 'roster step');
  }
};

const completeStep = (
  { step, done, skipped }: DataOf<'CompleteStep'>,
  state: RosterState,
): RosterDecision => {
  const { received, steps } = state;
  if (received === null) return refuse('RosterUnknown');
  if (!isDue(step, state)) return refuse('StepNotDue', { step });
  const known = steps.findLast((completed) => completed.step === step);
  const isSame = known?.done === done && known.skipped === skipped;
  if (isSame && !state.due.includes(step)) return accept();
  // A later answer file of the branch goes on with a step; it never takes anything back. It may
  // add nothing (every line a refusal): the step is completed again, or it would stay due for ever.
  if (known !== undefined && !isSame && done + skipped <= known.done + known.skipped)
    return refuse('StepAlreadyCompleted', { step, done: known.done, skipped: known.skipped });
  const { rosterId } = received;
  return accept({ type: 'RosterStepCompleted', data: { rosterId, step, done, skipped } });
};

const decide = (command: RosterCommand, state: RosterState, context: Context): RosterDecision => {
  switch (command.type) {
    case 'ReceiveRoster':
      return receiveRoster(command.data, state);
    case 'TakeOverRoster':
      return takeOverRoster(command.data, state);
    case 'ApproveRoster':
      return approveRoster(command.data, state, context);
    case 'SubmitRoster':
      return submitRoster(command.data, state);
    case 'AnswerRegistration':
      return answerRegistration(command.data, state);
    case 'CompleteStep':
      return completeStep(command.data, state);
    default:
      return assertNever(command, 'roster command');
  }
};

/** The order in which steps are taken when several are due. */
export const STEPS = ['TAKE_OVER', 'NOMINATION', 'DECREE', 'REGISTRATION', 'CARDS'] as const;

const withDue = (due: readonly Step[], step: Step): readonly Step[] =>
  due.includes(step) ? due : [...due, step];

const dueAfterStep = (due: readonly Step[], step: Step): readonly Step[] => {
  const rest = due.filter((other) => other !== step);
  return step === 'REGISTRATION' ? withDue(rest, 'CARDS') : rest;
};

const evolve = (state: RosterState, event: RosterEvent): RosterState => {
  const { due } = state;
  switch (event.type) {
    case 'RosterReceived':
      return { ...state, received: event.data, due: withDue(due, 'NOMINATION') };
    case 'RosterRowsRefused':
      return state; // People see the verdicts; no later decision needs them.
    case 'RosterTakenOver':
      return { ...state, takenOver: event.data, due: ['TAKE_OVER'] };
    case 'RosterApproved':
      return { ...state, approved: event.data, due: withDue(due, 'DECREE') };
    case 'RosterSubmitted':
      return { ...state, submitted: event.data };
    case 'RegistrationAnswered':
      return {
        ...state,
        answers: [...state.answers, event.data],
        due: withDue(due, 'REGISTRATION'),
      };
    case 'RosterStepCompleted':
      return {
        ...state,
        steps: [...state.steps, event.data],
        due: dueAfterStep(due, event.data.step),
      };
    default:
      return assertNever(event, 'roster event');
  }
};

export const rosterDecider: Decider<RosterState, RosterCommand, RosterEvent, RosterRefusal> = {
  initial,
  decide,
  evolve,
};

export const rosterStage = (state: RosterState): RosterStage => {
  if (state.received === null) return 'UNKNOWN';
  if (state.takenOver !== null) return state.due.length === 0 ? 'TAKEN_OVER' : 'RECEIVED';
  if (state.approved === null) return 'RECEIVED';
  if (state.submitted === null) return 'APPROVED';
  return answeredLines(state) < state.submitted.workers ? 'SUBMITTED' : 'ANSWERED';
};
