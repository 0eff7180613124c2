// Tells open pages that a list has changed: one question to the database for all who listen.
import type { ProjectionDb } from '../../projections/projection.ts';
import { shownPositions } from '../../projections/wait-for-position.ts';

const EVERY_MS = 500;
const LISTENERS_MAX = 500;

export type Live = {
  /** Undefined when too many listen already; else how to stop. */
  listen(hear: (state: string) => void): (() => void) | undefined;
};

/** Asks only while somebody listens. A question that fails is asked again at the next turn. */
export const openLive = (db: ProjectionDb, projections: readonly string[]): Live => {
  const listeners = new Set<(state: string) => void>();
  let timer: NodeJS.Timeout | undefined;
  let last: string | undefined;
  let isAsking = false;
  const look = async (): Promise<void> => {
    if (isAsking) return;
    isAsking = true;
    try {
      const state = await shownPositions(db, projections);
      if (last !== undefined && state !== last) for (const hear of listeners) hear(state);
      last = state;
    } catch {
      // The next request of a page says what is wrong with the database.
    } finally {
      isAsking = false;
    }
  };
  return {
    listen(hear) {
      if (listeners.size >= LISTENERS_MAX) return undefined;
      listeners.add(hear);
      timer ??= setInterval(() => void look(), EVERY_MS).unref();
      return () => {
        listeners.delete(hear);
        if (listeners.size > 0) return;
        clearInterval(timer);
        timer = undefined;
        last = undefined;
      };
    },
  };
};
