// Brings the relay's record and the stream to one truth, or makes the stream again from the log.
import type { EventStore, Position } from '../../infra/event-store/event-store.ts';
import { busFailure } from '../../infra/nats/bus-failure.ts';
import { dueEvents } from '../../infra/nats/due-events.ts';
import type { EventBus, StreamFacts } from '../../infra/nats/event-bus.ts';
import { EVENT_HEADER, markOf } from '../../infra/nats/event-message.ts';
import { eventAt } from '../../infra/nats/obligation-ledger.ts';
import type { RelayLedger, RelayState } from './relay-ledger.ts';

export type ResyncDeps = {
  readonly store: Pick<EventStore, 'safePosition' | 'readAfter'>;
  readonly bus: Pick<EventBus, 'streamFacts' | 'recreateStream' | 'messageAt'>;
};

export type RebuildReason =
  | 'there is no stream'
  | 'there is no record of it'
  | 'it is another incarnation'
  | 'it lost its tail'
  | 'its tail does not fit the record'
  | 'other events oblige now'
  | 'asked by an operator';

export type Resynced = {
  readonly state: RelayState;
  /** Messages whose acknowledgement was lost, counted from the stream itself. */
  readonly tail: number;
  readonly rebuilt: RebuildReason | undefined;
};

/** More than any number of windows in flight together: such a tail is not one of ours. */
const TAIL_MAX = 8_192;
const TAIL_CHUNK = 64;
/** New incarnations begin this far above the old, out of reach of everything still in flight. */
const SEQUENCE_LEAP = 1_000_000;

const foreign = (what: string): Error => busFailure('Infra.ForeignEpoch', what);

const isFurther = (left: Position, right: Position): boolean => BigInt(right) < BigInt(left);

/** The tail continues the record: same epoch, each message naming the position before it. */
const followTail = async (
  bus: ResyncDeps['bus'],
  state: RelayState,
  lastSequence: number,
): Promise<RelayState | undefined> => {
  let reached = state;
  while (reached.lastSequence < lastSequence) {
    const from = reached.lastSequence + 1;
    const count = Math.min(TAIL_CHUNK, lastSequence - reached.lastSequence);
    const messages = await Promise.all(
      Array.from({ length: count }, (_, index) => bus.messageAt(from + index)),
    );
    for (const message of messages) {
      if (message === undefined) return undefined;
      const mark = markOf(message);
      const fits = mark.epoch === state.epoch && mark.previousPosition === reached.position;
      if (!fits) return undefined;
      reached = { ...reached, lastSequence: message.sequence, position: mark.position };
    }
  }
  return reached;
};

/**
 * After a restore without a new epoch the log may have grown past the stream again, with other events
 * at the same positions: then only the ids tell.
 */
const isInLog = async (
  { bus, store }: ResyncDeps,
  { lastSequence }: RelayState,
): Promise<boolean> => {
  const message = await bus.messageAt(lastSequence);
  if (message === undefined) return true; // fresh, or emptied by its age
  const event = await eventAt(store, markOf(message).position);
  return event?.eventId === message.headers[EVENT_HEADER.id];
};

const disagreement = (
  state: RelayState | undefined,
  facts: StreamFacts | undefined,
): RebuildReason | undefined => {
  if (facts === undefined) return 'there is no stream';
  if (state === undefined) return 'there is no record of it';
  if (facts.incarnation !== state.incarnation) return 'it is another incarnation';
  if (facts.lastSequence < state.lastSequence) return 'it lost its tail';
  if (TAIL_MAX < facts.lastSequence - state.lastSequence) return 'its tail does not fit the record';
  return facts.due === dueEvents ? undefined : 'other events oblige now';
};

const firstSequenceAbove = (highest: number): number =>
  highest === 0 ? 1 : (Math.floor(highest / SEQUENCE_LEAP) + 1) * SEQUENCE_LEAP + 1;

/** Drops the stream and begins a new one behind the slowest live reader. */
export const rebuildStream = async (
  deps: ResyncDeps,
  ledger: RelayLedger,
  reason: RebuildReason,
): Promise<Resynced> => {
  const epoch = await ledger.epoch();
  const [state, facts] = [await ledger.load(), await deps.bus.streamFacts()];
  const position = await ledger.lowestLiveCheckpoint(epoch);
  const highest = Math.max(state?.lastSequence ?? 0, facts?.lastSequence ?? 0);
  const wish = { firstSequence: firstSequenceAbove(highest), due: dueEvents };
  const fresh = await deps.bus.recreateStream(epoch, wish);
  const { incarnation, lastSequence } = fresh;
  const begun = { incarnation, epoch, lastSequence, position };
  if (!(await ledger.record(begun))) throw foreign('the log got a new epoch meanwhile');
  return { state: begun, tail: 0, rebuilt: reason };
};

const refuseForeign = (
  epoch: string,
  state: RelayState | undefined,
  facts: StreamFacts | undefined,
): void => {
  if (state !== undefined && state.epoch !== epoch) {
    throw foreign('the record of the relay is from before a restore');
  }
  if (facts !== undefined && facts.epoch !== epoch) {
    throw foreign('the stream was written by another log');
  }
};

/** The record in PostgreSQL counts only where the stream agrees; nothing else is believed. */
export const resync = async (deps: ResyncDeps, ledger: RelayLedger): Promise<Resynced> => {
  const epoch = await ledger.epoch();
  const state = await ledger.load();
  const facts = await deps.bus.streamFacts();
  refuseForeign(epoch, state, facts);
  const reason = disagreement(state, facts);
  if (reason !== undefined) return rebuildStream(deps, ledger, reason);
  if (state === undefined || facts === undefined) throw new Error('agreement without two parties');
  const reached = await followTail(deps.bus, state, facts.lastSequence);
  if (reached === undefined) {
    return rebuildStream(deps, ledger, 'its tail does not fit the record');
  }
  // A log that went back without a new epoch would publish other events under the same positions.
  if (isFurther(reached.position, await deps.store.safePosition())) {
    throw foreign('the stream is ahead of the log');
  }
  if (!(await isInLog(deps, reached))) {
    throw foreign('the stream holds an event that the log does not have');
  }
  const tail = reached.lastSequence - state.lastSequence;
  if (0 < tail && !(await ledger.record(reached)))
    throw foreign('the log got a new epoch meanwhile');
  return { state: reached, tail, rebuilt: undefined };
};
