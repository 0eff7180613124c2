// One step of the sealer: the next leaves of the log, the tiles they grow, and a signed checkpoint.
import { databaseIdentity } from '../database/identity.ts';
import { storeFailure } from '../database/store-failure.ts';
import { type Checkpoint, type SealKey, sealKey, signedNote } from './checkpoint.ts';
import { LEAF_HASH } from './leaf.ts';
import { type Range, rootOfNothing } from './merkle.ts';
import {
  edgeTiles,
  grownTiles,
  rootsOf,
  TILE_WIDTH,
  type Tile,
  tileKey,
  tilesOf,
} from './tiles.ts';
import { type Database, instantText, lastSeal, loadTiles, rowsOf } from './tree-store.ts';

export const LEAVES_PER_SEAL = 1_000;

export type Sealed =
  | { readonly status: 'nothing-new' }
  | {
      readonly status: 'sealed';
      readonly checkpoint: Checkpoint;
      readonly note: string;
      readonly more: boolean;
    }
  | { readonly status: 'behind' | 'foreign-epoch' };

export const sealKeyOf = async (
  database: Database,
  derive: (purpose: string) => Uint8Array,
): Promise<SealKey> => {
  const identity = await databaseIdentity(database).catch((error: unknown) => {
    throw storeFailure(error);
  });
  return sealKey(`lindung/${identity}`, derive('seal-log'));
};

type Leaf = { readonly position: string; readonly hash: Buffer };
type Reading = { readonly leaves: readonly Leaf[]; readonly epoch: string; readonly now: string };

/** Mark and rows are two statements, as the safe read demands (ADR 7); the epoch comes after them. */
const readLeaves = async (database: Database, after: string): Promise<Reading> => {
  const [mark] = await rowsOf<{ safe: string }>(database, 'select es.safe_position() as safe');
  const leaves = await rowsOf<Leaf>(
    database,
    `select e.position, ${LEAF_HASH} as hash from es.events e
     where e.position > $1 and e.position <= $2 order by e.position limit $3`,
    [after, mark?.safe, LEAVES_PER_SEAL],
  );
  const [at] = await rowsOf<{ epoch: string; now: string }>(
    database,
    `select es.current_epoch() as epoch, ${instantText('clock_timestamp()')} as now`,
  );
  return { leaves, epoch: at?.epoch ?? '', now: at?.now ?? '' };
};

type Positions = { readonly kept: readonly string[]; readonly added: readonly string[] };

const positionsOf = (
  { level, index, hashes }: Tile,
  size: number,
  all: Positions,
): string | null => {
  if (level > 0) return null;
  const first = index * TILE_WIDTH;
  const kept = first < size ? all.kept : [];
  const from = Math.max(0, first - size);
  const count = hashes.byteLength / 32 - kept.length;
  return `{${[...kept, ...all.added.slice(from, from + count)].join(',')}}`;
};

/** Positions of the last tile, which is not full. */
const keptPositions = async (database: Database, size: number): Promise<readonly string[]> => {
  if (size % TILE_WIDTH === 0) return [];
  const rows = await rowsOf<{ position: string }>(
    database,
    'select unnest(t.positions) as position from es.tree_tiles t where t.level = 0 and t.index = $1',
    [Math.floor(size / TILE_WIDTH)],
  );
  return rows.slice(0, size % TILE_WIDTH).map(({ position }) => position);
};

type Grown = {
  readonly root: Buffer;
  readonly tiles: readonly Tile[];
  readonly positions: readonly (string | null)[];
};

const grow = async (
  database: Database,
  before: number,
  leaves: readonly Leaf[],
): Promise<Grown> => {
  const size = before + leaves.length;
  const whole: readonly Range[] = [{ from: 0, to: size }];
  const places = [...edgeTiles(before), ...tilesOf(whole)];
  const old = await loadTiles(database, places);
  const tiles = grownTiles(
    before,
    leaves.map(({ hash }) => hash),
    old,
  );
  const fresh = new Map(tiles.map((tile) => [tileKey(tile), tile.hashes]));
  const [root = rootOfNothing()] = rootsOf(
    whole,
    (place) => fresh.get(tileKey(place)) ?? old(place),
  );
  const kept = await keptPositions(database, before);
  const all = { kept, added: leaves.map(({ position }) => position) };
  return { root, tiles, positions: tiles.map((tile) => positionsOf(tile, before, all)) };
};

const SEAL_CALL = `select es.seal($1, $2, $3::smallint[], $4::bigint[], $5::bytea[], $6::text[],
  $7, $8, $9, $10, $11) as status`;

/** Seals up to a thousand leaves, if there are any, or the first ones under a new epoch. */
export const sealOnce = async (database: Database, key: SealKey): Promise<Sealed> => {
  const last = await lastSeal(database);
  const { leaves, epoch, now } = await readLeaves(database, last?.position ?? '0');
  const isNewEpoch = last !== undefined && last.epoch !== epoch;
  if (leaves.length === 0 && !isNewEpoch) return { status: 'nothing-new' };
  const before = Number(last?.size ?? 0);
  const { root, tiles, positions } = await grow(database, before, leaves);
  const checkpoint: Checkpoint = {
    origin: `${key.name}/${epoch}`,
    size: before + leaves.length,
    root,
    position: leaves.at(-1)?.position ?? last?.position ?? '0',
    sealedAt: now,
  };
  const note = signedNote(checkpoint, key);
  const [answer] = await rowsOf<{ status: 'sealed' | 'behind' | 'foreign-epoch' }>(
    database,
    SEAL_CALL,
    [
      ...[epoch, before, tiles.map(({ level }) => level), tiles.map(({ index }) => index)],
      ...[tiles.map(({ hashes }) => hashes), positions],
      ...[checkpoint.size, checkpoint.position, root, now, note],
    ],
  );
  const status = answer?.status ?? 'behind';
  if (status !== 'sealed') return { status };
  return { status, checkpoint, note, more: leaves.length === LEAVES_PER_SEAL };
};
