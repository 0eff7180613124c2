// Waits until projections show one's own write, with a limit.
import { sql } from 'kysely';
import type { Position } from '../infra/event-store/event-store.ts';
import type { ProjectionDb } from './projection.ts';

export type PositionWish = {
  /** All of them must have come so far. */
  readonly projections: readonly string[];
  readonly position: Position;
  readonly limitMs: number;
  /** Hears `rm.changed.<view>`: shortens the wait, is never needed for it. */
  readonly onChanged?: (listener: () => void) => () => void;
};

const POLL_FIRST_MS = 5;
const POLL_MAX_MS = 80;
/** While a list of thousands is being shown a command that came after it is not waited for. */
const FAR_BEHIND = 10_000n;

type Shown = ReadonlyMap<string, Position>;

/** Where the current version of each projection stands. */
const readShown = async (db: ProjectionDb): Promise<Shown> => {
  const { rows } = await sql<{ name: string; position: Position }>`
    select p.name, c.position::text as position from es.projection_current p
    join es.checkpoints c on c.name = p.name and c.version = p.version`.execute(db);
  return new Map(rows.map(({ name, position }) => [name, position]));
};

/** Where the current version of one projection stands; `undefined` if it never ran. */
export const shownPosition = async (
  db: ProjectionDb,
  projection: string,
): Promise<Position | undefined> => (await readShown(db)).get(projection);

/** Where several stand, as one text that changes whenever one of them moves on. */
export const shownPositions = async (
  db: ProjectionDb,
  projections: readonly string[],
): Promise<string> => {
  const shown = await readShown(db);
  return projections.map((name) => shown.get(name) ?? '0').join('-');
};

/** Many who wait at one time ask once: whoever comes while a question is under way hears its answer. */
const underWay = new WeakMap<object, Promise<Shown>>();

const shownNow = (db: ProjectionDb): Promise<Shown> => {
  const known = underWay.get(db);
  if (known !== undefined) return known;
  const asked = readShown(db).finally(() => underWay.delete(db));
  underWay.set(db, asked);
  return asked;
};

export const waitForPosition = async (
  db: ProjectionDb,
  wish: PositionWish,
): Promise<'shown' | 'recorded, not shown yet'> => {
  const { position, projections } = wish;
  const until = performance.now() + wish.limitMs;
  let wake: () => void = () => undefined;
  const forget = wish.onChanged?.(() => wake());
  const behind = (shown: Shown): bigint =>
    projections.reduce((most, name) => {
      const left = BigInt(position) - BigInt(shown.get(name) ?? '0');
      return left > most ? left : most;
    }, 0n);
  try {
    for (let delayMs = POLL_FIRST_MS; ; delayMs = Math.min(delayMs * 2, POLL_MAX_MS)) {
      const left = behind(await shownNow(db));
      if (left <= 0n) return 'shown';
      if (left > FAR_BEHIND) return 'recorded, not shown yet';
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
