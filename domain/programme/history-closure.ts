// The past of a tranche is closed by two different persons; what is still being entered stops them.
import { personsBehind, sharesPerson } from '../actor.ts';
import { type Month, monthOf, officeDay } from '../calendar.ts';
import { accept, type Context, type Decision, refuse } from '../decider.ts';
import type { HistoryClosureWish, TrancheEvent } from './events.ts';
import type { TrancheState } from './tranche-state.ts';

export type HistoryClosureRefusal =
  | 'HistoryClosureNotFinished'
  | 'HistoryClosureNotProposed'
  | 'HistoryIsClosed'
  | 'HistoryStillOpen'
  | 'SamePersonProposedClosure'
  | 'TrancheUnknown';

type ClosureDecision = Decision<TrancheEvent, HistoryClosureRefusal>;

/** What stops both persons alike. Null: the history may be closed through the month. */
const obstacle = (
  { throughMonth, unfinishedLists = 0 }: HistoryClosureWish,
  { tranche, closedThrough }: TrancheState,
  now: string,
): ClosureDecision | null => {
  if (tranche === null) return refuse('TrancheUnknown');
  if (closedThrough !== null && throughMonth < closedThrough)
    return refuse('HistoryIsClosed', { throughMonth: closedThrough });
  if (throughMonth >= monthOf(officeDay(now)))
    return refuse('HistoryClosureNotFinished', { throughMonth });
  return unfinishedLists > 0 ? refuse('HistoryStillOpen', { lists: unfinishedLists }) : null;
};

const isClosed = ({ closedThrough }: TrancheState, throughMonth: Month): boolean =>
  closedThrough === throughMonth;

export const proposeHistoryClosure = (
  wish: HistoryClosureWish,
  state: TrancheState,
  { by, now }: Context,
): ClosureDecision => {
  const { throughMonth } = wish;
  if (isClosed(state, throughMonth)) return accept();
  const refusal = obstacle(wish, state, now);
  if (refusal !== null || state.tranche === null) return refusal ?? refuse('TrancheUnknown');
  const known = state.closureProposed;
  const isKnown = known?.throughMonth === throughMonth && sharesPerson(by, known.by);
  if (isKnown) return accept();
  const { trancheId } = state.tranche;
  return accept({
    type: 'HistoryClosureProposed',
    data: { trancheId, throughMonth, proposedBy: personsBehind(by) },
  });
};

export const confirmHistoryClosure = (
  wish: HistoryClosureWish,
  state: TrancheState,
  { by, now }: Context,
): ClosureDecision => {
  const { throughMonth } = wish;
  if (isClosed(state, throughMonth)) return accept();
  const refusal = obstacle(wish, state, now);
  if (refusal !== null || state.tranche === null) return refusal ?? refuse('TrancheUnknown');
  const proposed = state.closureProposed;
  if (proposed?.throughMonth !== throughMonth)
    return refuse('HistoryClosureNotProposed', { throughMonth });
  if (sharesPerson(by, proposed.by)) return refuse('SamePersonProposedClosure');
  const { trancheId } = state.tranche;
  return accept({
    type: 'HistoryClosed',
    data: { trancheId, throughMonth, proposedBy: proposed.by, closedBy: personsBehind(by) },
  });
};
