// Whether the past that somebody wants to enter belongs to a tranche whose history is closed.
import { type Month, monthOf, officeDay } from '../domain/calendar.ts';
import type { Answer } from '../domain/command.ts';
import { trancheDecider } from '../domain/programme/tranche-decider.ts';
import type { TrancheState } from '../domain/programme/tranche-state.ts';
import { rosterDecider } from '../domain/roster/decider.ts';
import { rosterStage } from '../domain/roster/state.ts';
import type { EventStore, StoredEvent } from '../infra/event-store/event-store.ts';
import { refused, type Wish } from './append-decision.ts';
import { stateOf } from './deciders.ts';
import { lastOf, workerOfClaim } from './stored-events.ts';

type Streams = Pick<EventStore, 'loadStream' | 'loadStreams'>;

const ofWorker = async (store: Streams, workerId: string | undefined): Promise<string | null> =>
  workerId === undefined
    ? null
    : (lastOf(await store.loadStream(workerId), 'WorkerNominated')?.data.trancheId ?? null);

const ofPayable = async (store: Streams, payableId: string | undefined): Promise<string | null> => {
  if (payableId === undefined) return null;
  const created = lastOf(await store.loadStream(payableId), 'PayableCreated');
  return created?.data.flow === 'LOCAL_AID' ? null : ofWorker(store, created?.data.workerId);
};

const ofRoster = async (
  store: Streams,
  { command, streamId }: Extract<Wish, { category: 'roster' }>,
): Promise<string | null> => {
  if (command.type === 'ReceiveRoster' || command.type === 'TakeOverRoster')
    return command.data.trancheId;
  return lastOf(await store.loadStream(streamId), 'RosterReceived')?.data.trancheId ?? null;
};

const ofBill = async (
  store: Streams,
  { command, streamId }: Extract<Wish, { category: 'contribution_bill' }>,
): Promise<string | null> => {
  if (command.type === 'ReceiveBill') return command.data.trancheId;
  return lastOf(await store.loadStream(streamId), 'ContributionBilled')?.data.trancheId ?? null;
};

const ofClaim = async (
  store: Streams,
  { command, streamId }: Extract<Wish, { category: 'claim' }>,
): Promise<string | null> => {
  if (
    command.type === 'ReportDeath' ||
    command.type === 'ReportIncident' ||
    command.type === 'ReportMissing'
  )
    return ofWorker(store, command.data.workerId);
  if (command.type === 'TakeOverClaim') return ofWorker(store, command.data.report.workerId);
  return ofWorker(store, workerOfClaim(await store.loadStream(streamId)) ?? undefined);
};

const ofRun = async (store: Streams, runId: string, member?: string): Promise<string | null> => {
  const first = lastOf(await store.loadStream(runId), 'RunMemberAdded')?.data.payableId;
  return ofPayable(store, member ?? first);
};

/** The tranche whose people a wish speaks of; null for what belongs to no tranche. */
const trancheOf = async (store: Streams, wish: Wish, member?: string): Promise<string | null> => {
  switch (wish.category) {
    case 'actor':
    case 'programme':
    // Never entered as history: their deciders refuse it.
    case 'hand_over':
    case 'payout_schedule':
    case 'rule_book':
    case 'letterhead':
    case 'letter_series':
    // Of the sponsor's own purse: no tranche of BPJS closes it.
    case 'aid_fund':
    case 'aid_request':
    // A list names people of any tranche; what it says is recorded with each of them.
    case 'death_list':
    // The engine opens them, of today.
    case 'bank_exception':
    case 'examination':
      return null;
    case 'tranche':
      return wish.streamId;
    case 'contribution_bill':
      return ofBill(store, wish);
    case 'roster':
      return ofRoster(store, wish);
    case 'worker':
      return ofWorker(store, wish.streamId);
    case 'claim':
      return ofClaim(store, wish);
    case 'payable':
      return ofPayable(store, wish.streamId);
    case 'payout_run':
      return ofRun(store, wish.streamId, member);
  }
};

/** The month in which the wish takes effect, or the earlier one that its own data speak of. */
const monthOfWish = ({ command }: Wish, effectiveAt: string): Month => {
  if (command.type === 'TakeOverClaim') return monthOf(command.data.reportedOn);
  const acted = monthOf(officeDay(effectiveAt));
  return command.type === 'ReceiveBill' && command.data.month < acted ? command.data.month : acted;
};

/** A cancelled list goes on with what it was read for: not when the history was closed since. */
const isClosedSinceReceived = async (
  store: Streams,
  { command, streamId }: Wish,
  tranche: readonly StoredEvent[],
): Promise<boolean> => {
  if (command.type !== 'TakeOverRoster') return false;
  const roster = await store.loadStream(streamId);
  const received = lastOf(roster, 'RosterReceived')?.stored.position;
  const closed = lastOf(tranche, 'HistoryClosed')?.stored.position;
  if (received === undefined || closed === undefined) return false;
  return (
    stateOf(rosterDecider, roster).control === 'CANCELLED' && BigInt(closed) > BigInt(received)
  );
};

/** A refusal when the tranche's past is closed through that month. */
export const closedHistory = async (
  store: Streams,
  wish: Wish,
  { effectiveAt, member }: { readonly effectiveAt: string; readonly member?: string | undefined },
): Promise<Extract<Answer, { status: 'refused' }> | undefined> => {
  const trancheId = await trancheOf(store, wish, member);
  if (trancheId === null) return undefined;
  const tranche = await store.loadStream(trancheId);
  const { closedThrough } = stateOf(trancheDecider, tranche);
  if (closedThrough === null) return undefined;
  const isOpen = monthOfWish(wish, effectiveAt) > closedThrough;
  if (isOpen && !(await isClosedSinceReceived(store, wish, tranche))) return undefined;
  return refused('HistoryIsClosed', { tranche: trancheId, throughMonth: closedThrough });
};

/** Its people enter the log, or will: what was cancelled enters nobody any more. */
const isUnfinished = (roster: readonly StoredEvent[]): boolean => {
  const state = stateOf(rosterDecider, roster);
  if (state.takenOver === null || state.control === 'CANCELLED') return false;
  return rosterStage(state) !== 'TAKEN_OVER';
};

/**
 * Take-over lists of the tranche whose people are not all entered yet. A list that holds seats and
 * no event is being received at this moment: nobody knows yet what it will say.
 */
export const unfinishedLists = async (store: Streams, { seats }: TrancheState): Promise<number> => {
  const lists = await store.loadStreams(Object.keys(seats));
  return Object.entries(seats).filter(([rosterId, workers]) => {
    const roster = lists.get(rosterId) ?? [];
    return roster.length === 0 ? workers > 0 : isUnfinished(roster);
  }).length;
};
