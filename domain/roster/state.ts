// What a list's decisions need to know of its past, and where it stands.
import type { BatchControl } from '../batch.ts';
import { assertNever } from '../decider.ts';
import type {
  RegistrationAnswered,
  RosterApproved,
  RosterEvent,
  RosterReceived,
  RosterStage,
  RosterStepCompleted,
  RosterSubmitted,
  RosterTakenOver,
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
  readonly control: BatchControl;
};

export const initialRoster: RosterState = {
  received: null,
  takenOver: null,
  approved: null,
  submitted: null,
  answers: [],
  steps: [],
  due: [],
  control: 'RUNNING',
};

/** Lines of every answer of the branch so far. */
export const answeredLines = ({ answers }: RosterState): number =>
  answers.reduce((sum, { accepted, refused }) => sum + accepted + refused, 0);

/** The order in which steps are taken when several are due. */
export const STEPS = ['TAKE_OVER', 'NOMINATION', 'DECREE', 'REGISTRATION', 'CARDS'] as const;

const withDue = (due: readonly Step[], step: Step): readonly Step[] =>
  due.includes(step) ? due : [...due, step];

const dueAfterStep = (due: readonly Step[], step: Step): readonly Step[] => {
  const rest = due.filter((other) => other !== step);
  return step === 'REGISTRATION' ? withDue(rest, 'CARDS') : rest;
};

export const evolveRoster = (state: RosterState, event: RosterEvent): RosterState => {
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
    case 'RosterPaused':
      return { ...state, control: 'PAUSED' };
    case 'RosterResumed':
    case 'RosterReopened':
      return { ...state, control: 'RUNNING' };
    case 'RosterCancelled':
      return { ...state, control: 'CANCELLED' };
    default:
      return assertNever(event, 'roster event');
  }
};

export const rosterStage = (state: RosterState): RosterStage => {
  if (state.received === null) return 'UNKNOWN';
  if (state.takenOver !== null) return state.due.length === 0 ? 'TAKEN_OVER' : 'RECEIVED';
  if (state.approved === null) return 'RECEIVED';
  if (state.submitted === null) return 'APPROVED';
  return answeredLines(state) < state.submitted.workers ? 'SUBMITTED' : 'ANSWERED';
};
