// A point of the log that can be named again: a position, how many leaves it has, and their root.
import { rootOfNothing } from './merkle.ts';
import { rootsOf, TILE_WIDTH, tilesOf } from './tiles.ts';
import { type Database, instantText, lastSeal, loadTiles, rowsOf } from './tree-store.ts';

export type LogPoint = {
  readonly position: string;
  /** Leaves up to the position. */
  readonly size: number;
  /** Of the tree over these leaves, base64. */
  readonly root: string;
  /** When the seal was set that first covered it. */
  readonly sealedAt: string;
};

/** `BEYOND`: recorded, if at all, after the last seal. `BEFORE`: nothing was sealed by then. */
export type FoundPoint = LogPoint | 'BEYOND' | 'BEFORE';

const leavesUpTo = async (database: Database, position: string): Promise<number> => {
  const [row] = await rowsOf<{ leaves: string }>(
    database,
    `select t.index * ${TILE_WIDTH} + (select count(*) from unnest(t.positions) p(position)
       where p.position <= $1::bigint) as leaves
     from es.tree_tiles t where t.level = 0 and t.positions[1] <= $1::bigint
     order by t.positions[1] desc limit 1`,
    [position],
  );
  return Number(row?.leaves ?? 0);
};

const rootOf = async (database: Database, size: number): Promise<Buffer> => {
  if (size === 0) return rootOfNothing();
  const ranges = [{ from: 0, to: size }];
  const [root] = rootsOf(ranges, await loadTiles(database, tilesOf(ranges)));
  if (root === undefined) throw new Error(`a tree of ${size} leaves has no root`);
  return root;
};

export const pointAtPosition = async (
  database: Database,
  position: string,
): Promise<FoundPoint> => {
  const [seal] = await rowsOf<{ sealed_at: string }>(
    database,
    `select ${instantText('s.sealed_at')} as sealed_at from es.seals s
     where s.position >= $1::bigint order by s.number limit 1`,
    [position],
  );
  if (seal === undefined) return 'BEYOND';
  const size = await leavesUpTo(database, position);
  const root = (await rootOf(database, size)).toString('base64');
  return { position, size, root, sealedAt: seal.sealed_at };
};

/** The last seal at or before an instant: what the house can prove to have known then. */
export const pointAtInstant = async (database: Database, instant: string): Promise<FoundPoint> => {
  const [seal] = await rowsOf<{ position: string }>(
    database,
    `select s.position from es.seals s where s.sealed_at <= $1::timestamptz
     order by s.sealed_at desc, s.number desc limit 1`,
    [instant],
  );
  return seal === undefined ? 'BEFORE' : pointAtPosition(database, seal.position);
};

/** As far as it is sealed. */
export const pointNow = async (database: Database): Promise<FoundPoint> => {
  const seal = await lastSeal(database);
  return seal === undefined ? 'BEFORE' : pointAtPosition(database, seal.position);
};
