// Stream `hand_over-…`: a list is received whole, steered by people, and completed card by card.
import { type BatchControl, NOT_BEGUN, type SteerBatch, steer } from '../batch.ts';
import {
  accept,
  assertNever,
  type Context,
  type Decider,
  type Decision,
  refuse,
} from '../decider.ts';
import type {
  HandOverCommand,
  HandOverCompleted,
  HandOverEvent,
  HandOverReceived,
  HandOverStage,
} from './events.ts';

export type HandOverState = {
  readonly received: HandOverReceived['data'] | null;
  readonly control: BatchControl;
  readonly completed: HandOverCompleted['data'] | null;
};

export type HandOverRefusal =
  | 'HandOverUnknown'
  | 'HandOverOnlyForward'
  | 'HandOverEmpty'
  | 'HandOverTooLarge'
  | 'HandOverCountsDiffer'
  | 'BatchEnded'
  | 'BatchIsCancelled'
  | 'ReasonMissing';

type HandOverDecision = Decision<HandOverEvent, HandOverRefusal>;
type DataOf<T extends HandOverCommand['type']> = Extract<HandOverCommand, { type: T }>['data'];

/** A list larger than this comes in several files. */
export const HAND_OVER_CARDS_MAX = 200_000;
/** A thousand ids stay below the 64 kB that one event may hold. */
export const CARDS_PER_EVENT_MAX = 1_000;

const initial: HandOverState = { received: null, control: 'RUNNING', completed: null };

const listed = (handOverId: string, cardIds: readonly string[]): readonly HandOverEvent[] =>
  Array.from({ length: Math.ceil(cardIds.length / CARDS_PER_EVENT_MAX) }, (_, index) => ({
    type: 'HandOverListed',
    data: {
      handOverId,
      cardIds: cardIds.slice(index * CARDS_PER_EVENT_MAX, (index + 1) * CARDS_PER_EVENT_MAX),
    },
  }));

/** Received again after its end, a list goes on with what it did not reach or had to skip. */
const receivedAgain = ({ received, control, completed }: HandOverState): HandOverDecision => {
  if (received === null) return refuse('HandOverUnknown');
  const hasRest = control === 'CANCELLED' || (completed !== null && completed.skipped > 0);
  if (!hasRest) return accept();
  return accept({ type: 'HandOverReopened', data: { handOverId: received.handOverId } });
};

const receive = (
  { handOverId, fileSha256, place, cardIds, cardsSha256 }: DataOf<'ReceiveHandOver'>,
  state: HandOverState,
): HandOverDecision => {
  if (state.received !== null) return receivedAgain(state);
  const cards = cardIds.length;
  if (cards < 1) return refuse('HandOverEmpty');
  if (cards > HAND_OVER_CARDS_MAX)
    return refuse('HandOverTooLarge', { cards, cardsMax: HAND_OVER_CARDS_MAX });
  return accept<HandOverEvent>(...listed(handOverId, cardIds), {
    type: 'HandOverReceived',
    data: { handOverId, fileSha256, place, cards, cardsSha256 },
  });
};

const complete = (
  data: DataOf<'CompleteHandOver'>,
  { received, control, completed }: HandOverState,
): HandOverDecision => {
  if (received === null) return refuse('HandOverUnknown');
  // A person was faster: what was noted stays, and the list is not called complete.
  if (completed !== null || control === 'CANCELLED') return accept();
  if (data.done + data.skipped !== received.cards)
    return refuse('HandOverCountsDiffer', { cards: received.cards, ...data });
  return accept({ type: 'HandOverCompleted', data: { ...data, handOverId: received.handOverId } });
};

const steered = (
  wish: SteerBatch,
  { received, control, completed }: HandOverState,
): HandOverDecision => {
  if (received === null) return refuse('HandOverUnknown');
  const { reason, at = { ...NOT_BEGUN, left: received.cards } } = wish.data;
  const next = steer(wish, control, completed !== null);
  const data = { handOverId: received.handOverId, reason, ...at };
  switch (next) {
    case 'NOTHING':
      return accept();
    case 'PAUSED':
      return accept({ type: 'HandOverPaused', data });
    case 'RUNNING':
      return accept({ type: 'HandOverResumed', data });
    case 'CANCELLED':
      return accept({ type: 'HandOverCancelled', data });
    default:
      return refuse(next);
  }
};

const decide = (
  command: HandOverCommand,
  state: HandOverState,
  { origin }: Context,
): HandOverDecision => {
  // Its cards would be noted on the day of the list's work: a past is entered by a take-over list.
  if (origin === 'historic' && command.type !== 'CompleteHandOver')
    return refuse('HandOverOnlyForward');
  switch (command.type) {
    case 'ReceiveHandOver':
      return receive(command.data, state);
    case 'CompleteHandOver':
      return complete(command.data, state);
    case 'PauseBatch':
    case 'ResumeBatch':
    case 'CancelBatch':
      return steered(command, state);
    default:
      return assertNever(command, 'hand-over command');
  }
};

const evolve = (state: HandOverState, event: HandOverEvent): HandOverState => {
  switch (event.type) {
    case 'HandOverListed':
      return state; // The cards are read when they are noted; count and hash are in the whole.
    case 'HandOverReceived':
      return { ...state, received: event.data };
    case 'HandOverPaused':
      return { ...state, control: 'PAUSED' };
    case 'HandOverResumed':
      return { ...state, control: 'RUNNING' };
    case 'HandOverCancelled':
      return { ...state, control: 'CANCELLED' };
    case 'HandOverReopened':
      return { ...state, control: 'RUNNING', completed: null };
    case 'HandOverCompleted':
      return { ...state, completed: event.data };
    default:
      return assertNever(event, 'hand-over event');
  }
};

export const handOverDecider: Decider<
  HandOverState,
  HandOverCommand,
  HandOverEvent,
  HandOverRefusal
> = { initial, decide, evolve };

export const handOverStage = ({ received, control, completed }: HandOverState): HandOverStage => {
  if (received === null) return 'UNKNOWN';
  return completed === null ? control : 'COMPLETED';
};
