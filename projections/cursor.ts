// A projection's place in the log and its way forward: commits, what was put off, catching up.
import type { EventStore, Position, StoredEvent } from '../infra/event-store/event-store.ts';
import type { EventFeed } from '../infra/nats/event-feed.ts';
import { commitBatch, isOwnershipLost } from './apply-batch.ts';
import { type Checkpoint, isBefore, type Progress } from './checkpoint.ts';
import { poison } from './poison.ts';
import { doesHandle, type Projection, type ProjectionDb, viewsOf } from './projection.ts';
import { readLog } from './read-log.ts';

export type CursorDeps = {
  readonly db: ProjectionDb;
  readonly store: Pick<EventStore, 'readAfter'>;
  readonly feed: Pick<EventFeed, 'changed'>;
  /** Broken infrastructure that may mend by itself, as opposed to an event that cannot be folded. */
  isTransient(error: unknown): boolean;
  readonly beforeCommit?: () => void;
};

export type Cursor = {
  /** The last position seen; the stored one may lie before it where nothing was to be folded. */
  seen(): Position;
  commit(events: readonly StoredEvent[], to: Progress): Promise<void>;
  /** Nothing to fold up to here: stored with the next commit, or by `storeSkipped`. */
  skip(to: Progress): void;
  /** `ifDue`: only when it has been put off long enough. */
  storeSkipped(when: 'now' | 'ifDue'): Promise<void>;
  /** From PostgreSQL, to its safe end or at least to `upTo`. */
  catchUp(upTo?: Position): Promise<void>;
};

/** One transaction of each: whoever is far behind pays for few of them. */
const LOG_BATCH = 2_000;
/** What only moves the checkpoint waits this long for something worth a transaction. */
export const SKIP_STORED_AFTER_MS = 150;

export const foreignEpoch = (what: string): Error =>
  Object.assign(new Error(`${what}: another incarnation of the log`), {
    code: 'Infra.ForeignEpoch',
  });

type Place = { at: Checkpoint; skipped: Progress | undefined; skippedAt: number };

/** Finds the one event that cannot be folded; those before it are kept. */
const commitSingly = async (
  deps: CursorDeps,
  target: { readonly projection: Projection; readonly place: Place },
  events: readonly StoredEvent[],
): Promise<void> => {
  const { projection, place } = target;
  for (const event of events) {
    const to = { position: event.position, hint: place.at.hint };
    const batch = { events: [event], to };
    place.at = await commitBatch({ ...deps, projection }, place.at, batch).catch((error) => {
      if (isOwnershipLost(error) || deps.isTransient(error)) throw error;
      throw poison(projection.name, event, error);
    });
  }
};

export const createCursor = (
  deps: CursorDeps,
  projection: Projection,
  checkpoint: Checkpoint,
): Cursor => {
  const place: Place = { at: checkpoint, skipped: undefined, skippedAt: 0 };
  const target = { ...deps, projection };
  const seen = (): Position => place.skipped?.position ?? place.at.position;

  const commit: Cursor['commit'] = async (events, to) => {
    place.skipped = undefined;
    try {
      place.at = await commitBatch(target, place.at, { events, to });
    } catch (error) {
      if (isOwnershipLost(error) || deps.isTransient(error)) throw error;
      await commitSingly(deps, { projection, place }, events);
      place.at = await commitBatch(target, place.at, { events: [], to });
    }
    if (events.some((event) => doesHandle(projection, event.type))) {
      for (const view of viewsOf(projection)) deps.feed.changed(view, to.position);
    }
  };
  return {
    seen,
    commit,
    skip: (to) => {
      if (place.skipped === undefined) place.skippedAt = performance.now();
      place.skipped = to;
    },
    storeSkipped: async (when) => {
      const { skipped, skippedAt } = place;
      const isDue = when === 'now' || SKIP_STORED_AFTER_MS <= performance.now() - skippedAt;
      if (skipped !== undefined && isDue) await commit([], skipped);
    },
    catchUp: async (upTo) => {
      for await (const events of readLog(deps.store, seen(), LOG_BATCH)) {
        const last = events.at(-1);
        if (last !== undefined)
          await commit(events, { position: last.position, hint: place.at.hint });
        if (upTo !== undefined && !isBefore(seen(), upTo)) return;
      }
      if (upTo !== undefined && isBefore(seen(), upTo)) {
        throw foreignEpoch(`the stream knows position ${upTo}, the log does not`);
      }
    },
  };
};
