// Waits until a projection shows one's own write, with a limit.
import { sql } from 'kysely';
import type { Position } from '../infra/event-store/event-store.ts';
import { isBefore } from './checkpoint.ts';
import type { ProjectionDb } from './projection.ts';

export type PositionWish = {
  readonly projection: string;
  readonly position: Position;
  readonly limitMs: number;
  /** Hears `rm.changed.<view>`: shortens the wait, is never needed for it. */
  readonly onChanged?: (listener: () => void) => () => void;
};

const POLL_FIRST_MS = 5;
const POLL_MAX_MS = 80;

/** Where the current version of a projection stands; `undefined` if it never ran. */
export const shownPosition = async (
  db: ProjectionDb,
  projection: string,
): Promise<Position | undefined> => {
  const { rows } = await sql<{ position: Position }>`
    select c.position::text as position from es.projection_current p
    join es.checkpoints c on c.name = p.name and c.version = p.version
    where p.name = ${projection}`.execute(db);
  return rows[0]?.position;
};

export const waitForPosition = async (
  db: ProjectionDb,
  wish: PositionWish,
): Promise<'shown' | 'recorded, not shown yet'> => {
  const until = performance.now() + wish.limitMs;
  let wake: () => void = () => undefined;
  const forget = wish.onChanged?.(() => wake());
  try {
    for (let delayMs = POLL_FIRST_MS; ; delayMs = Math.min(delayMs * 2, POLL_MAX_MS)) {
      const shown = await shownPosition(db, wish.projection);
      if (shown !== undefined && !isBefore(shown, wish.position)) return 'shown';
      const leftMs = until - performance.now();
      if (leftMs <= 0) return 'recorded, not shown yet';
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, Math.min(delayMs, leftMs));
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  } finally {
    forget?.();
  }
};
