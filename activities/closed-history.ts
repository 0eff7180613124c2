// Whether the past that somebody wants to enter belongs to a tranche whose history is closed.
import { type Month, monthOf, officeDay } from '../domain/calendar.ts';
import type { Answer } from '../domain/command.ts';
import { trancheDecider } from '../domain/programme/tranche-decider.ts';
import type { TrancheState } from '../domain/programme/tranche-state.ts';
import { rosterDecider } from '../domain/roster/decider.ts';
import { rosterStage } from '../domain/roster/state.ts';
import type { EventStore } from '../infra/event-store/event-store.ts';
import { refused, type Wish } from './append-decision.ts';
import { stateOf } from './deciders.ts';
import { lastOf } from './stored-events.ts';

type Streams = Pick<EventStore, 'loadStream' | 'loadStreams'>;

const ofWorker = async (store: Streams, workerId: string | undefined): Promise<string | null> =>
  workerId === undefined
    ? null
    : (lastOf(await store.loadStream(workerId), 'WorkerNominated')?.data.trancheId ?? null);

const ofPayable = async (store: Streams, payableId: string | undefined): Promise<string | null> => {
  if (payableId === undefined) return null;
  const created = lastOf(await store.loadStream(payableId), 'PayableCreated');
  return ofWorker(store, created?.data.workerId);
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
  if (command.type === 'ReportDeath') return ofWorker(store, command.data.workerId);
  if (command.type === 'TakeOverClaim') return ofWorker(store, command.data.report.workerId);
  const reported = lastOf(await store.loadStream(streamId), 'DeathReported');
  return ofWorker(store, reported?.data.workerId);
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
    // A list of cards belongs to many: each person's own hand-over is asked about.
    case 'hand_over':
    case 'payout_schedule':
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

/** The earliest month of which the wish says something. */
const monthOfWish = ({ command }: Wish, effectiveAt: string): Month =>
  monthOf(command.type === 'TakeOverClaim' ? command.data.reportedOn : officeDay(effectiveAt));

/** A refusal when the tranche's past is closed through that month. */
export const closedHistory = async (
  store: Streams,
  wish: Wish,
  { effectiveAt, member }: { readonly effectiveAt: string; readonly member?: string | undefined },
): Promise<Extract<Answer, { status: 'refused' }> | undefined> => {
  const trancheId = await trancheOf(store, wish, member);
  if (trancheId === null) return undefined;
  const { closedThrough } = stateOf(trancheDecider, await store.loadStream(trancheId));
  if (closedThrough === null || monthOfWish(wish, effectiveAt) > closedThrough) return undefined;
  return refused('HistoryIsClosed', { tranche: trancheId, throughMonth: closedThrough });
};

/** Take-over lists of the tranche whose people are not all entered yet. */
export const unfinishedLists = async (store: Streams, { seats }: TrancheState): Promise<number> => {
  const lists = await store.loadStreams(Object.keys(seats));
  const stages = [...lists.values()].map((history) => stateOf(rosterDecider, history));
  return stages.filter((state) => state.takenOver !== null && rosterStage(state) !== 'TAKEN_OVER')
    .length;
};
