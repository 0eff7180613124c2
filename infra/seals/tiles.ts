// The tree as tiles of 256 hashes: what the database keeps, and the few that one proof needs.
import { HASH_BYTES, joined, type Node, nodesOf, type Range } from './merkle.ts';

const TILE_HEIGHT = 8;
export const TILE_WIDTH = 2 ** TILE_HEIGHT;

/** Hashes of level 0 are leaves; one of the next level is the root of a full tile below. */
export type TilePlace = { readonly level: number; readonly index: number };
export type Tile = TilePlace & { readonly hashes: Buffer };

export const tileKey = ({ level, index }: TilePlace): string => `${level}/${index}`;

export const widthOf = ({ hashes }: Pick<Tile, 'hashes'>): number => hashes.byteLength / HASH_BYTES;

export const hashAt = (hashes: Buffer, at: number): Buffer =>
  hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);

const hashesOf = (bytes: Buffer): readonly Buffer[] =>
  Array.from({ length: bytes.byteLength / HASH_BYTES }, (_, at) => hashAt(bytes, at));

/** Where a node lies: a run of hashes of one tile. */
const runOf = ({ height, index }: Node): TilePlace & { readonly first: number; count: number } => {
  const level = Math.floor(height / TILE_HEIGHT);
  const count = 2 ** (height % TILE_HEIGHT);
  const start = index * count;
  return { level, index: Math.floor(start / TILE_WIDTH), first: start % TILE_WIDTH, count };
};

export const tilesOf = (ranges: readonly Range[]): readonly TilePlace[] => {
  const places = ranges.flatMap(nodesOf).map(runOf);
  return [
    ...new Map(
      places.map(({ level, index }) => [tileKey({ level, index }), { level, index }]),
    ).values(),
  ];
};

const inPairs = (hashes: readonly Buffer[]): Buffer => {
  const [only, ...more] = hashes;
  if (only !== undefined && more.length === 0) return only;
  const half = hashes.length / 2;
  return joined([inPairs(hashes.slice(0, half)), inPairs(hashes.slice(half))]);
};

export type FindTile = (place: TilePlace) => Buffer | undefined;

const rootOfNode = (node: Node, find: FindTile): Buffer => {
  const { first, count, ...place } = runOf(node);
  const bytes = find(place)?.subarray(first * HASH_BYTES, (first + count) * HASH_BYTES);
  if (bytes?.byteLength !== count * HASH_BYTES) throw new Error(`tile ${tileKey(place)} is short`);
  return inPairs(hashesOf(bytes));
};

/** The root of each range, from tiles that `tilesOf` named. */
export const rootsOf = (ranges: readonly Range[], find: FindTile): readonly Buffer[] =>
  ranges.map((range) => joined(nodesOf(range).map((node) => rootOfNode(node, find))));

/** The tiles at the right edge of a tree: what more leaves are added to. */
export const edgeTiles = (size: number): readonly TilePlace[] => {
  const places: TilePlace[] = [];
  for (let [level, count] = [0, size]; count > 0; level += 1) {
    if (count % TILE_WIDTH > 0) places.push({ level, index: Math.floor(count / TILE_WIDTH) });
    count = Math.floor(count / TILE_WIDTH);
  }
  return places;
};

/** The tiles that change when leaves are added, whole, lowest first. */
export const grownTiles = (
  size: number,
  leaves: readonly Buffer[],
  find: FindTile,
): readonly Tile[] => {
  const grown: Tile[] = [];
  let [level, count, added] = [0, size, leaves];
  while (added.length > 0) {
    const first = Math.floor(count / TILE_WIDTH);
    const within = count % TILE_WIDTH;
    // Another sealer may have gone on meanwhile: what it added is not ours to build on.
    const before = find({ level, index: first })?.subarray(0, within * HASH_BYTES);
    const kept = within === 0 ? [] : [before ?? Buffer.alloc(0)];
    const bytes = Buffer.concat([...kept, ...added]);
    if (bytes.byteLength !== (within + added.length) * HASH_BYTES)
      throw new Error(`tile ${tileKey({ level, index: first })} is short`);
    const above: Buffer[] = [];
    for (let at = 0; at * HASH_BYTES < bytes.byteLength; at += TILE_WIDTH) {
      const hashes = bytes.subarray(at * HASH_BYTES, (at + TILE_WIDTH) * HASH_BYTES);
      grown.push({ level, index: first + at / TILE_WIDTH, hashes });
      if (hashes.byteLength === TILE_WIDTH * HASH_BYTES) above.push(inPairs(hashesOf(hashes)));
    }
    [level, count, added] = [level + 1, first, above];
  }
  return grown;
};
