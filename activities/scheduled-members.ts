// What a scheduled run takes: payables that were due, and let go, before the cut-off.
import { payableDecider } from '../domain/payout/payable-decider.ts';
import { payableStage } from '../domain/payout/payable-state.ts';
import type { Flow } from '../domain/programme/events.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import { stateOf } from './deciders.ts';
import type { Ports } from './ports.ts';

export type DueUntil = {
  /** In the order in which they fall due, at most as many as were asked for. */
  readonly picked: readonly string[];
  /** Due as well, but only since the cut-off or beyond that number. */
  readonly left: number;
};

/** Streams read at once: thousands may be due. */
const CHUNK_STREAMS = 1_000;

/** By its own stream, whatever the read model believed; an entered past is no live money. */
const isDue = (history: readonly StoredEvent[]): boolean => {
  const state = stateOf(payableDecider, history);
  return (
    payableStage(state) === 'DUE' &&
    state.created?.mode === 'DISBURSES' &&
    history[0]?.meta.origin !== 'historic'
  );
};

/**
 * What makes a payment due, or due again: two persons' word on the right account lets it go as well.
 * A run that was cancelled does not: what it gives back was due before it, and is so still.
 */
const LETS_GO: readonly string[] = ['PayableCreated', 'PayableReleased', 'PayeeAccountCorrected'];

/** When it became due, or people let it go last. */
const dueSince = (history: readonly StoredEvent[]): string =>
  history.findLast(({ type }) => LETS_GO.includes(type))?.effectiveAt ?? '';

export const dueUntil = async (
  ports: Pick<Ports, 'duePayables' | 'heartbeat' | 'store'>,
  of: { readonly payerId: string; readonly flow: Flow },
  wish: { readonly until: string; readonly max: number },
): Promise<DueUntil> => {
  const { payerId, flow } = of;
  const named = await ports.duePayables({ payerId, flow });
  const picked: string[] = [];
  let left = 0;
  for (let from = 0; from < named.length; from += CHUNK_STREAMS) {
    ports.heartbeat();
    // What a full run leaves behind is counted by the read model: the next run asks again.
    if (picked.length >= wish.max) return { picked, left: left + named.length - from };
    const chunk = named.slice(from, from + CHUNK_STREAMS);
    const histories = await ports.store.loadStreams(chunk);
    const due = chunk.filter((payableId) => isDue(histories.get(payableId) ?? []));
    const within = due.filter(
      (payableId) => dueSince(histories.get(payableId) ?? []) <= wish.until,
    );
    const taken = within.slice(0, wish.max - picked.length);
    picked.push(...taken);
    left += due.length - taken.length;
  }
  return { picked, left };
};
