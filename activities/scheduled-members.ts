// What a scheduled run takes: payables that were due, and let go, before the cut-off.
import type { Flow } from '../domain/programme/events.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import type { Ports } from './ports.ts';
import { type Standing, standingOf } from './run-standing.ts';

export type DueUntil = {
  /** In the order in which they fall due, at most as many as were asked for. */
  readonly picked: readonly string[];
  /** Due as well: since the cut-off, beyond that number, or owed by an entered past. */
  readonly left: number;
};

/** Streams read at once: thousands may be due. */
const CHUNK_STREAMS = 1_000;

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
    if (picked.length >= wish.max) {
      left += named.length - from;
      break;
    }
    const chunk = named.slice(from, from + CHUNK_STREAMS);
    const histories = await ports.store.loadStreams(chunk);
    const historyOf = (payableId: string) => histories.get(payableId) ?? [];
    const standing = (wanted: Standing) =>
      chunk.filter((payableId) => standingOf(historyOf(payableId)) === wanted);
    const due = standing('DUE');
    const within = due.filter((payableId) => dueSince(historyOf(payableId)) <= wish.until);
    const taken = within.slice(0, wish.max - picked.length);
    const entered = standing('PAST');
    picked.push(...taken);
    left += due.length - taken.length + entered.length;
  }
  return { picked, left };
};
