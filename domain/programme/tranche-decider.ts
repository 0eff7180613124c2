// Stream `tranche-…`: one wave of cover with its quota, and the seats its lists have taken.
import { monthOf } from '../calendar.ts';
import {
  accept,
  assertNever,
  type Context,
  type Decider,
  type Decision,
  refuse,
} from '../decider.ts';
import { parseRupiah } from '../money.ts';
import type { TrancheCommand, TrancheEvent, TrancheOpened, TrancheStage } from './events.ts';
import {
  acceptArrears,
  assessGate,
  assessLapse,
  budgetMonths,
  type GateRefusal,
  overrideGate,
  receiveCards,
  setGate,
} from './gate-decisions.ts';
import type { GateCommand } from './gate-events.ts';
import { evolveGate, noGate } from './gate-state.ts';
import {
  confirmHistoryClosure,
  type HistoryClosureRefusal,
  proposeHistoryClosure,
} from './history-closure.ts';
import type { TrancheState } from './tranche-state.ts';

export type TrancheRefusal =
  | GateRefusal
  | 'TrancheAlreadyOpen'
  | 'NameMissing'
  | 'QuotaInvalid'
  | 'QuotaExhausted'
  | 'ContributionInvalid'
  | 'SeatsInvalid'
  | HistoryClosureRefusal;

type TrancheDecision = Decision<TrancheEvent, TrancheRefusal>;
type DataOf<T extends TrancheCommand['type']> = Extract<TrancheCommand, { type: T }>['data'];

const initial: TrancheState = {
  tranche: null,
  seats: {},
  gate: noGate,
  closureProposed: null,
  closedThrough: null,
};

const isSameTranche = (a: TrancheOpened['data'], b: TrancheOpened['data']): boolean =>
  a.programmeId === b.programmeId &&
  a.name === b.name &&
  a.coverFrom === b.coverFrom &&
  a.quota === b.quota &&
  a.monthlyContributionIdr === b.monthlyContributionIdr;

const openTranche = (
  { gate: rule, ...data }: DataOf<'OpenTranche'>,
  { tranche, gate }: TrancheState,
): TrancheDecision => {
  if (tranche !== null)
    return isSameTranche(tranche, data) ? accept() : refuse('TrancheAlreadyOpen');
  if (data.name.trim() === '') return refuse('NameMissing');
  if (!Number.isSafeInteger(data.quota) || data.quota < 1)
    return refuse('QuotaInvalid', { quota: data.quota });
  if (parseRupiah(data.monthlyContributionIdr) <= 0n) return refuse('ContributionInvalid');
  const opened: TrancheEvent = { type: 'TrancheOpened', data };
  if (rule === undefined) return accept(opened);
  const set = setGate(rule, { tranche: data, gate });
  return 'refused' in set ? set : accept<TrancheEvent>(opened, ...set.accepted);
};

/** Seats taken by every list together. */
export const seatsTaken = ({ seats }: TrancheState): number =>
  Object.values(seats).reduce((sum, workers) => sum + workers, 0);

/** Here a take-over list and the closing of the history meet: one of them is first. */
const isClosedFor = (
  takeOver: DataOf<'ReserveSeats'>['takeOver'],
  { closedThrough }: TrancheState,
): boolean =>
  takeOver !== undefined &&
  closedThrough !== null &&
  (takeOver.closedThrough !== closedThrough || monthOf(takeOver.asOf) <= closedThrough);

const reserveSeats = (
  { rosterId, workers, takeOver }: DataOf<'ReserveSeats'>,
  state: TrancheState,
): TrancheDecision => {
  const { tranche } = state;
  if (tranche === null) return refuse('TrancheUnknown');
  if (!Number.isSafeInteger(workers) || workers < 0) return refuse('SeatsInvalid', { workers });
  const before = state.seats[rosterId] ?? 0;
  if (workers === before) return accept();
  if (isClosedFor(takeOver, state))
    return refuse('HistoryIsClosed', { throughMonth: state.closedThrough ?? '' });
  const others = seatsTaken(state) - before;
  if (workers > before && others + workers > tranche.quota)
    return refuse('QuotaExhausted', { quota: tranche.quota, taken: others, wanted: workers });
  return accept({
    type: 'SeatsReserved',
    data: { trancheId: tranche.trancheId, rosterId, workers },
  });
};

/** Gate, clock and late months of a tranche that is open. */
const decideGate = (
  command: GateCommand,
  { tranche, gate }: TrancheState,
  context: Context,
): TrancheDecision => {
  if (tranche === null) return refuse('TrancheUnknown');
  const open = { tranche, gate };
  switch (command.type) {
    case 'SetGate':
      return setGate(command.data, open);
    case 'ReceiveCards':
      return receiveCards(command.data, open, context);
    case 'OverrideGate':
      return overrideGate(command.data, open, context);
    case 'AcceptArrears':
      return acceptArrears(command.data, open, context);
    case 'BudgetMonths':
      return budgetMonths(command.data, open);
    case 'AssessGate':
      return assessGate(command.data, open);
    case 'AssessLapse':
      return assessLapse(command.data, open, context);
    default:
      return assertNever(command, 'gate command');
  }
};

const decide = (
  command: TrancheCommand,
  state: TrancheState,
  context: Context,
): TrancheDecision => {
  switch (command.type) {
    case 'OpenTranche':
      return openTranche(command.data, state);
    case 'ReserveSeats':
      return reserveSeats(command.data, state);
    case 'ProposeHistoryClosure':
      return proposeHistoryClosure(command.data, state, context);
    case 'ConfirmHistoryClosure':
      return confirmHistoryClosure(command.data, state, context);
    default:
      return decideGate(command, state, context);
  }
};

const evolve = (state: TrancheState, event: TrancheEvent): TrancheState => {
  switch (event.type) {
    case 'TrancheOpened':
      return { ...state, tranche: event.data };
    case 'SeatsReserved': {
      const { rosterId, workers } = event.data;
      return { ...state, seats: { ...state.seats, [rosterId]: workers } };
    }
    case 'HistoryClosureProposed': {
      const { throughMonth, proposedBy: by } = event.data;
      return { ...state, closureProposed: { throughMonth, by } };
    }
    case 'HistoryClosed':
      return { ...state, closureProposed: null, closedThrough: event.data.throughMonth };
    default:
      // Whoever names another kind of stream by mistake finds no tranche in it, not a broken fold.
      if (state.tranche === null) return state;
      return { ...state, gate: evolveGate(state.gate, event) };
  }
};

export const trancheDecider: Decider<TrancheState, TrancheCommand, TrancheEvent, TrancheRefusal> = {
  initial,
  decide,
  evolve,
};

export const trancheStage = ({ tranche }: TrancheState): TrancheStage =>
  tranche === null ? 'UNKNOWN' : 'OPEN';
