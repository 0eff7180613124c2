// The relay: one leader carries every event of the log into the stream, once and in order.
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore } from '../../infra/event-store/event-store.ts';
import { hasCode } from '../../infra/nats/bus-failure.ts';
import { isDue } from '../../infra/nats/due-events.ts';
import { type EventBus, HINT } from '../../infra/nats/event-bus.ts';
import { pump } from './pump.ts';
import { type Leadership, takeLead } from './relay-ledger.ts';
import { type RebuildReason, type Resynced, rebuildStream, resync } from './resync.ts';

export type RelayNews =
  | { readonly kind: 'leading' }
  | { readonly kind: 'synced'; readonly position: string; readonly tail: number }
  | { readonly kind: 'rebuilt'; readonly position: string; readonly reason: RebuildReason }
  | { readonly kind: 'interrupted'; readonly by: 'fenced' | 'disconnected' }
  | { readonly kind: 'refused'; readonly error: unknown }
  | { readonly kind: 'failed'; readonly error: unknown };

export type RelayDeps = {
  readonly store: Pick<EventStore, 'readAfter' | 'readCanonical' | 'safePosition' | 'epoch'>;
  readonly bus: EventBus;
  /** A connection of its own carries the lock: never through a pool. */
  readonly databaseUrl: string;
  report(news: RelayNews): void;
};

const RETRY_FIRST_MS = 100;
const RETRY_MAX_MS = 2_000;
/** A foreign epoch needs a person; until then only look again now and then, and lead nobody. */
const REFUSED_WAIT_MS = 5_000;
const RESIGNED_WAIT_MS = 2_000;

const pause = async (ms: number, signal: AbortSignal): Promise<void> => {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
};

const tell = (deps: RelayDeps, { state, tail, rebuilt }: Resynced): void => {
  const { position } = state;
  if (rebuilt === undefined) deps.report({ kind: 'synced', position, tail });
  else deps.report({ kind: 'rebuilt', position, reason: rebuilt });
};

/** Resync, carry, and again after every interruption; a failure of the broker keeps the lead. */
const lead = async (deps: RelayDeps, { ledger }: Leadership, stop: AbortSignal): Promise<void> => {
  const { store, bus } = deps;
  let delayMs = RETRY_FIRST_MS;
  while (!stop.aborted) {
    try {
      const synced = await resync(deps, ledger);
      tell(deps, synced);
      delayMs = RETRY_FIRST_MS;
      const ended = await pump({ store, bus, ledger, isDue }, synced.state, stop);
      if (ended !== 'stopped') deps.report({ kind: 'interrupted', by: ended });
    } catch (error) {
      if (stop.aborted || hasCode(error, 'Infra.ForeignEpoch')) throw error;
      deps.report({ kind: 'failed', error });
      await pause(delayMs, stop);
      delayMs = Math.min(delayMs * 2, RETRY_MAX_MS);
    }
  }
};

/** Asks every relay to step aside for a moment, so that an operator's repair can lead. */
const RESIGN = 'relay.resign';

/** Leads until stopped or the lock is lost. Answers how long to stay away from it. */
const term = async (deps: RelayDeps, signal: AbortSignal): Promise<number> => {
  const leadership = await takeLead(deps.databaseUrl, signal);
  if (leadership === undefined) return 0;
  deps.report({ kind: 'leading' });
  const stop = AbortSignal.any([signal, leadership.lost]);
  try {
    await lead(deps, leadership, stop);
    return 0;
  } catch (error) {
    if (stop.aborted) return 0;
    deps.report({ kind: 'refused', error });
    return REFUSED_WAIT_MS;
  } finally {
    await leadership.release();
  }
};

export const runRelay = async (deps: RelayDeps, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted) {
    const resigned = new AbortController();
    const forget = deps.bus.onHint(RESIGN, () => resigned.abort());
    const waitMs = await term(deps, AbortSignal.any([signal, resigned.signal])).catch(
      (error: unknown) => {
        deps.report({ kind: 'failed', error });
        return RETRY_MAX_MS;
      },
    );
    forget();
    await pause(resigned.signal.aborted ? RESIGNED_WAIT_MS : waitMs, signal);
  }
};

const REPAIR_LIMIT_MS = 15_000;

/**
 * `lindung repair relay` and `lindung restore`: makes the stream again for this log, whatever epoch
 * the old one had. Safe beside a running relay, which steps aside.
 */
export const repairRelay = async (
  deps: Pick<RelayDeps, 'bus' | 'store' | 'databaseUrl'>,
): Promise<Resynced> => {
  deps.bus.hint(RESIGN);
  const leadership = await takeLead(deps.databaseUrl, AbortSignal.timeout(REPAIR_LIMIT_MS));
  if (leadership === undefined) throw new Error('another relay leads and does not step aside');
  try {
    return await rebuildStream(deps, leadership.ledger, 'asked by an operator');
  } finally {
    await leadership.release();
    deps.bus.hint(HINT.appended);
  }
};
