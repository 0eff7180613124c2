// Walks the log beside its kept tree, page by page, and notes where the two part.
import type { Finding } from './findings.ts';
import { LEAF_HASH } from './leaf.ts';
import { growingTree } from './merkle.ts';
import { hashAt, TILE_WIDTH, widthOf } from './tiles.ts';
import { type Database, rowsOf } from './tree-store.ts';

/** The root at one size as the kept leaves give it, and as the events do. */
export type KnownRoots = {
  readonly byTree: Buffer;
  readonly byEvents: Buffer;
  readonly position: string;
};

/** `sealed`: what the tree holds; `found`: what the event gives. */
export type Mismatch = {
  readonly position: string;
  readonly tile: number;
  readonly sealed?: Buffer;
  readonly found?: Buffer;
};

export type Walked = {
  readonly roots: ReadonlyMap<number, KnownRoots>;
  readonly mismatches: readonly Mismatch[];
  /** Of columns and of the kept tree. */
  readonly findings: readonly Finding[];
};

export type Walk = {
  readonly database: Database;
  readonly size: number;
  /** At which sizes a root is asked for. */
  readonly wanted: ReadonlySet<number>;
  readonly progress?: ((leaves: number) => void) | undefined;
};

type TileRow = {
  readonly index: string;
  readonly hashes: Buffer;
  readonly positions: readonly string[] | null;
};
/** Without hash and position: its tile is lost, and the next event stands for it. */
type KeptLeaf = { readonly tile: number; readonly position?: string; readonly hash?: Buffer };
type EventRow = { readonly position: string; readonly hash: Buffer };

const TILES_PER_PAGE = 16;

const readTiles = (database: Database, from: number): Promise<readonly TileRow[]> =>
  rowsOf<TileRow>(
    database,
    `select t.index, t.hashes, t.positions::text[] as positions from es.tree_tiles t
     where t.level = 0 and t.index >= $1 and t.index < $2`,
    [from, from + TILES_PER_PAGE],
  );

/** The hashes are made by PostgreSQL of the bytes it keeps: a tenth of the bytes cross over. */
const EVENTS = `select e.position, ${LEAF_HASH} as hash from es.events e
  where e.position > $1 and e.position <= $2 order by e.position`;

/** Bytes that are themselves changed are not opened: they may be no text at all. */
const COLUMNS = `select e.position from es.events e
  cross join lateral (select case when e.position = any($3::bigint[]) then null
    else convert_from(e.canonical, 'UTF8')::jsonb end as said offset 0) c
  where e.position > $1 and e.position <= $2 and e.position <> all($3::bigint[])
    and (c.said ->> 'category' = e.category and c.said -> 'data' = e.data
      and (c.said ->> 'effectiveAt')::timestamptz = e.effective_at
      and c.said ->> 'eventId' = e.event_id::text and c.said -> 'meta' = e.meta
      and (c.said ->> 'schemaVersion')::int = e.schema_version
      and c.said ->> 'streamId' = e.stream_id::text and c.said ->> 'type' = e.type) is not true
  order by e.position`;

const leavesOfTile = (
  row: TileRow | undefined,
  index: number,
  width: number,
): readonly KeptLeaf[] | undefined => {
  const isWhole =
    row !== undefined && widthOf(row) >= width && (row.positions?.length ?? 0) >= width;
  return isWhole
    ? Array.from({ length: width }, (_, at) => ({
        ...{ tile: index, hash: hashAt(row.hashes, at) },
        position: row.positions?.[at] ?? '0',
      }))
    : undefined;
};

type Page = {
  readonly kept: readonly KeptLeaf[];
  readonly events: readonly EventRow[];
  readonly findings: readonly Finding[];
};

const readPage = async (walk: Walk, from: number, after: string): Promise<Page> => {
  const { database, size } = walk;
  const rows = new Map((await readTiles(database, from)).map((row) => [Number(row.index), row]));
  const kept: KeptLeaf[] = [];
  const findings: Finding[] = [];
  for (let index = from; index < from + TILES_PER_PAGE; index += 1) {
    const width = Math.min(TILE_WIDTH, size - index * TILE_WIDTH);
    if (width <= 0) break;
    const leaves = leavesOfTile(rows.get(index), index, width);
    if (leaves === undefined) findings.push({ kind: 'TREE_CHANGED', level: 0, index });
    kept.push(...(leaves ?? Array.from({ length: width }, () => ({ tile: index }))));
  }
  const upTo = kept.reduce(
    (last, { position = '0' }) => (BigInt(position) > last ? BigInt(position) : last),
    BigInt(after),
  );
  // A lost tile at the end of a page: as many events as it had leaves.
  const lost = kept.at(-1)?.position === undefined ? kept.length : 0;
  const text = lost > 0 ? `${EVENTS.replace('and e.position <= $2', '')} limit ${lost}` : EVENTS;
  const events = await rowsOf<EventRow>(
    database,
    text,
    lost > 0 ? [after] : [after, upTo.toString()],
  );
  return { kept, events, findings };
};

type State = {
  readonly byTree: ReturnType<typeof growingTree>;
  readonly byEvents: ReturnType<typeof growingTree>;
  readonly roots: Map<number, KnownRoots>;
  readonly mismatches: Mismatch[];
  readonly above: Map<string, Buffer[]>;
};

const noteNode =
  ({ above }: State) =>
  ({ height, index }: { height: number; index: number }, hash: Buffer): void => {
    if (height % 8 !== 0) return;
    const key = `${height / 8}/${index}`;
    above.set(key, [...(above.get(key) ?? []), hash]);
  };

const push = (state: State, walk: Walk, leaf: Required<Omit<Mismatch, 'tile'>>): void => {
  const note = noteNode(state);
  state.byTree.push(leaf.sealed, note);
  state.byEvents.push(leaf.found, note);
  const size = state.byTree.size();
  if (!walk.wanted.has(size)) return;
  const roots = { byTree: state.byTree.root(), byEvents: state.byEvents.root() };
  state.roots.set(size, { ...roots, position: leaf.position });
};

/** The events of a page, taken one by one in the order of positions. */
const eventsInHand = (events: readonly EventRow[]) => {
  let at = 0;
  return {
    next: (): EventRow | undefined => {
      at += 1;
      return events[at - 1];
    },
    /** Those before a position, or all that are left. */
    before: (limit: bigint | undefined): readonly EventRow[] => {
      const from = at;
      while (at < events.length && isBefore(events[at], limit)) at += 1;
      return events.slice(from, at);
    },
    at: (position: string): EventRow | undefined => {
      if (events[at]?.position !== position) return undefined;
      at += 1;
      return events[at - 1];
    },
  };
};

const isBefore = (event: EventRow | undefined, limit: bigint | undefined): boolean =>
  limit === undefined || (event !== undefined && BigInt(event.position) < limit);

/** Both sides in the order of positions; a leaf whose event is gone keeps the hash it was sealed by. */
const merge = (state: State, walk: Walk, { kept, events }: Page): void => {
  const inHand = eventsInHand(events);
  const inserted = (limit: bigint | undefined, tile: number): void => {
    for (const { position, hash } of inHand.before(limit))
      state.mismatches.push({ position, tile, found: hash });
  };
  const compare = (tile: number, position: string, sealed: Buffer): void => {
    inserted(BigInt(position), tile);
    const found = inHand.at(position)?.hash;
    if (found === undefined) state.mismatches.push({ position, tile, sealed });
    else if (!found.equals(sealed)) state.mismatches.push({ position, tile, sealed, found });
    push(state, walk, { position, sealed, found: found ?? sealed });
  };
  for (const { tile, position, hash } of kept) {
    if (position !== undefined && hash !== undefined) compare(tile, position, hash);
    else {
      const event = inHand.next();
      if (event === undefined) continue;
      push(state, walk, { position: event.position, sealed: event.hash, found: event.hash });
    }
  }
  inserted(undefined, kept.at(-1)?.tile ?? 0);
};

const differingColumns = async (
  { database }: Walk,
  span: { readonly after: string; readonly upTo: string },
  changed: readonly string[],
): Promise<readonly Finding[]> => {
  const values = [span.after, span.upTo, changed];
  const rows = await rowsOf<{ position: string }>(database, COLUMNS, values);
  return rows.map(({ position }) => ({ kind: 'COLUMNS_DIFFER', position }));
};

/** The nodes above the leaves, as they are kept, against those that either side gives. */
const upperTiles = async (walk: Walk, { above }: State): Promise<readonly Finding[]> => {
  const rows = await rowsOf<{ level: number; index: string; hashes: Buffer }>(
    walk.database,
    'select t.level, t.index, t.hashes from es.tree_tiles t where t.level > 0',
  );
  const kept = new Map(rows.map((row) => [`${row.level}/${row.index}`, row.hashes]));
  const wrong = new Map<string, Finding>();
  for (const [key, hashes] of above) {
    const [level = 0, node = 0] = key.split('/').map(Number);
    const index = Math.floor(node / TILE_WIDTH);
    const tile = kept.get(`${level}/${index}`);
    const hash = tile === undefined ? undefined : hashAt(tile, node % TILE_WIDTH);
    if (hashes.some((right) => hash?.equals(right))) continue;
    wrong.set(`${level}/${index}`, { kind: 'TREE_CHANGED', level, index });
  }
  return [...wrong.values()];
};

export const walkLog = async (walk: Walk): Promise<Walked> => {
  const state: State = {
    ...{ byTree: growingTree(), byEvents: growingTree() },
    ...{ roots: new Map(), mismatches: [], above: new Map() },
  };
  const findings: Finding[] = [];
  let after = '0';
  for (let from = 0; from * TILE_WIDTH < walk.size; from += TILES_PER_PAGE) {
    const page = await readPage(walk, from, after);
    const known = state.mismatches.length;
    merge(state, walk, page);
    findings.push(...page.findings);
    const upTo = page.events.at(-1)?.position ?? after;
    const changed = state.mismatches.slice(known).map(({ position }) => position);
    findings.push(...(await differingColumns(walk, { after, upTo }, changed)));
    const last = page.kept.findLast(({ position }) => position !== undefined)?.position ?? upTo;
    after = BigInt(last) > BigInt(upTo) ? last : upTo;
    walk.progress?.(state.byTree.size());
  }
  findings.push(...(await upperTiles(walk, state)));
  return { roots: state.roots, mismatches: state.mismatches, findings };
};
