// What a scheduled run takes: payables that were due, and let go, before the cut-off.
import { payableDecider } from '../domain/payout/payable-decider.ts';
import { payableStage } from '../domain/payout/payable-state.ts';
import type { Flow } from '../domain/programme/events.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import { stateOf } from './deciders.ts';
import type { Ports } from './ports.ts';
import { lastOf } from './stored-events.ts';

export type DueUntil = {
  /** In the order in which they fall due. */
  readonly within: readonly string[];
  /** Due as well, but only since the cut-off. */
  readonly later: number;
};

/** By its own stream, whatever the read model believed; an entered past is no live money. */
const isDue = (history: readonly StoredEvent[]): boolean => {
  const state = stateOf(payableDecider, history);
  return (
    payableStage(state) === 'DUE' &&
    state.created?.mode === 'DISBURSES' &&
    history[0]?.meta.origin !== 'historic'
  );
};

/** When it became due, or a person let it go last. */
const dueSince = (history: readonly StoredEvent[]): string => {
  const word = lastOf(history, 'PayableReleased') ?? lastOf(history, 'PayableCreated');
  return word?.stored.effectiveAt ?? '';
};

export const dueUntil = async (
  ports: Pick<Ports, 'duePayables' | 'store'>,
  of: { readonly payerId: string; readonly flow: Flow },
  until: string,
): Promise<DueUntil> => {
  const { payerId, flow } = of;
  const named = await ports.duePayables({ payerId, flow });
  const histories = await ports.store.loadStreams(named);
  const due = named.filter((payableId) => isDue(histories.get(payableId) ?? []));
  const within = due.filter((payableId) => dueSince(histories.get(payableId) ?? []) <= until);
  return { within, later: due.length - within.length };
};
