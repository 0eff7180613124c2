// Says of each place where log and tree part what was done there: changed, swapped, inserted, dropped.
import type { Finding } from './findings.ts';
import { LEAF_HASH } from './leaf.ts';
import type { Mismatch } from './log-walk.ts';
import { type Database, rowsOf } from './tree-store.ts';

/** More than these are no longer looked through for pairs: each is named by itself. */
const PAIRS_MAX = 64;

const hex = (hash: Buffer | undefined): string => hash?.toString('hex') ?? '';

/** The hash an event would have in another's place: with that place alone, or with its dates too. */
const MOVED = `select w.position as place, e.position as event,
    ${LEAF_HASH.replaceAll('e.position', 'w.position')} as moved,
    ${LEAF_HASH.replace(/e\.(position|recorded_at|version)/g, 'w.$1')} as put
  from es.events e join es.events w on w.position <> e.position
  where e.position = any($1::bigint[]) and w.position = any($1::bigint[])`;

const swappedPairs = async (
  database: Database,
  changed: readonly Mismatch[],
): Promise<readonly (readonly [string, string])[]> => {
  if (changed.length < 2 || changed.length > PAIRS_MAX) return [];
  const rows = await rowsOf<{ place: string; event: string; moved: Buffer; put: Buffer }>(
    database,
    MOVED,
    [changed.map(({ position }) => position)],
  );
  const sealed = new Map(changed.map((one) => [one.position, one.sealed]));
  const cameFrom = new Map(
    rows.flatMap(({ place, event, moved, put }) => {
      const right = sealed.get(place);
      return right?.equals(moved) || right?.equals(put) ? [[place, event] as const] : [];
    }),
  );
  return [...cameFrom].filter(
    ([place, event]) => cameFrom.get(event) === place && BigInt(place) < BigInt(event),
  );
};

type Misplaced = { readonly all: ReadonlySet<Mismatch>; readonly wrong: readonly Mismatch[] };

/**
 * A hash that is there, under another position: the note of positions was changed, not the log. Those
 * that were only swept along by a wrong neighbour stand under their own position.
 */
const onlyMisplaced = (mismatches: readonly Mismatch[]): Misplaced => {
  const inserted = mismatches.filter(({ sealed }) => sealed === undefined);
  const byHash = new Map(inserted.map((one) => [hex(one.found), one]));
  const all = new Set<Mismatch>();
  const wrong: Mismatch[] = [];
  for (const leaf of mismatches.filter(({ found }) => found === undefined)) {
    const event = byHash.get(hex(leaf.sealed));
    if (event === undefined) continue;
    all.add(leaf).add(event);
    if (event.position !== leaf.position) wrong.push(leaf);
  }
  return { all, wrong };
};

const ofTree = (mismatches: readonly Mismatch[]): readonly Finding[] =>
  [...new Set(mismatches.map(({ tile }) => tile))].map((index) => ({
    ...{ kind: 'TREE_CHANGED', level: 0, index },
  }));

const simple = ({ position, sealed, found }: Mismatch): Finding => {
  if (sealed === undefined) return { kind: 'EVENT_INSERTED', position };
  if (found === undefined) return { kind: 'EVENT_DROPPED', position };
  return { kind: 'EVENT_CHANGED', position };
};

/** `eventsAreRight`: the seals agree with the events, so where both differ the tree was changed. */
export const explained = async (
  database: Database,
  mismatches: readonly Mismatch[],
  eventsAreRight: boolean,
): Promise<readonly Finding[]> => {
  const misplaced = onlyMisplaced(mismatches);
  const rest = mismatches.filter((one) => !misplaced.all.has(one));
  const changed = rest.filter(({ sealed, found }) => sealed !== undefined && found !== undefined);
  if (eventsAreRight) {
    const others = rest.filter((one) => !changed.includes(one));
    return [...ofTree([...misplaced.wrong, ...changed]), ...others.map(simple)];
  }
  const pairs = await swappedPairs(database, changed);
  const paired = new Set(pairs.flat());
  return [
    ...ofTree(misplaced.wrong),
    ...pairs.map(([position, other]): Finding => ({ kind: 'EVENTS_SWAPPED', position, other })),
    ...rest.filter(({ position }) => !paired.has(position)).map(simple),
  ];
};
