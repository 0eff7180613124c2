// The tree as PostgreSQL keeps it: tiles, seals, and which event is which leaf.
import type pg from 'pg';
import { storeFailure } from '../database/store-failure.ts';
import { consistencyRanges, type InclusionProof, inclusionRanges, type Range } from './merkle.ts';
import { type FindTile, rootsOf, TILE_WIDTH, type TilePlace, tileKey, tilesOf } from './tiles.ts';

export type Database = Pick<pg.ClientBase, 'query'> | Pick<pg.Pool, 'query'>;

export type SealRow = {
  readonly number: string;
  readonly epoch: string;
  readonly size: string;
  readonly position: string;
  readonly root: Buffer;
  readonly sealed_at: string;
  readonly note: string;
};

/** The instant as text in UTC: pg would cut it to milliseconds. */
export const instantText = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

export const SEAL = `s.number, s.epoch, s.size, s.position, s.root, s.note,
  ${instantText('s.sealed_at')} as sealed_at`;

export const rowsOf = async <Row extends pg.QueryResultRow>(
  database: Database,
  text: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> => {
  try {
    return (await database.query<Row>(text, [...values])).rows;
  } catch (error) {
    throw storeFailure(error);
  }
};

export const lastSeal = async (database: Database): Promise<SealRow | undefined> =>
  (
    await rowsOf<SealRow>(database, `select ${SEAL} from es.seals s order by s.number desc limit 1`)
  )[0];

export const currentEpoch = async (database: Database): Promise<string> => {
  const text = 'select es.current_epoch() as epoch';
  return (await rowsOf<{ epoch: string }>(database, text))[0]?.epoch ?? '';
};

export const loadTiles = async (
  database: Database,
  places: readonly TilePlace[],
): Promise<FindTile> => {
  const rows = await rowsOf<{ level: number; index: string; hashes: Buffer }>(
    database,
    `select t.level, t.index, t.hashes
     from unnest($1::smallint[], $2::bigint[]) u(level, index)
     join es.tree_tiles t on t.level = u.level and t.index = u.index`,
    [places.map(({ level }) => level), places.map(({ index }) => index)],
  );
  const found = new Map(
    rows.map(({ level, index, hashes }) => [tileKey({ level, index: Number(index) }), hashes]),
  );
  return (place) => found.get(tileKey(place));
};

const pathOf = async (database: Database, ranges: readonly Range[]): Promise<readonly Buffer[]> =>
  rootsOf(ranges, await loadTiles(database, tilesOf(ranges)));

/** Which leaf an event is; undefined: not sealed. */
export const leafOf = async (database: Database, position: string): Promise<number | undefined> => {
  const [row] = await rowsOf<{ leaf: string | null }>(
    database,
    `select t.index * ${TILE_WIDTH} + array_position(t.positions, $1::bigint) - 1 as leaf
     from es.tree_tiles t where t.level = 0 and t.positions[1] <= $1::bigint
     order by t.positions[1] desc limit 1`,
    [position],
  );
  return row?.leaf == null ? undefined : Number(row.leaf);
};

export const inclusionProof = async (
  database: Database,
  leaf: number,
  size: number,
): Promise<InclusionProof> => ({
  ...{ leaf, size },
  path: await pathOf(database, inclusionRanges(leaf, size)),
});

export const consistencyProof = (
  database: Database,
  before: number,
  size: number,
): Promise<readonly Buffer[]> => pathOf(database, consistencyRanges(before, size));
