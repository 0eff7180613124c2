// Every read model against the log: folded anew beside it, compared row by row, and put back as it was.
import { sql, type Transaction } from 'kysely';
import type { Divergence } from '../../domain/examination/events.ts';
import type { EventStoreTables } from '../../infra/database/schema.ts';
import type { EventStore, Position, StoredEvent } from '../../infra/event-store/event-store.ts';
import { isBefore, loadCheckpoint, START } from '../../projections/checkpoint.ts';
import type { ProjectionDb } from '../../projections/projection.ts';
import { readLog } from '../../projections/read-log.ts';
import { recordedEvent } from '../../projections/recorded-event.ts';
import { bareName, besideName, redirectTables } from '../../projections/redirect-tables.ts';
import { foldedProjections } from '../../projections/registry.ts';
import {
  type FoldedProjection,
  type FoldedTable,
  foldedProjection,
} from '../../projections/row-fold.ts';

const BATCH = 5_000;
const NAMED_MAX = 20;

type Row = Readonly<Record<string, unknown>>;
type Differing = { readonly key: string; readonly live: Row | null; readonly replayed: Row | null };

type Deps = { readonly db: ProjectionDb; readonly store: Pick<EventStore, 'readAfter'> };

const upTo = async function* (
  store: Deps['store'],
  position: Position,
): AsyncGenerator<readonly StoredEvent[]> {
  for await (const events of readLog(store, START, BATCH)) {
    const known = events.filter((event) => !isBefore(position, event.position));
    yield known;
    if (known.length < events.length) return;
  }
};

const differingRows = async (
  trx: Transaction<EventStoreTables>,
  table: FoldedTable,
): Promise<readonly Differing[]> => {
  const beside = sql.table(`rm.${besideName(bareName(table.name))}`);
  const key = sql.lit(table.key);
  const answer = await sql<Differing>`select coalesce(l.k, r.k) as key, l.j as live, r.j as replayed
    from (select to_jsonb(t) as j, to_jsonb(t) ->> ${key} as k from ${sql.table(table.name)} as t) l
    full join (select to_jsonb(t) as j, to_jsonb(t) ->> ${key} as k from ${beside} as t) r
      on l.k = r.k
    where l.j is distinct from r.j order by 1 limit ${NAMED_MAX}`.execute(trx);
  return answer.rows;
};

const partsOf = ({ live, replayed }: Differing): readonly string[] =>
  live === null || replayed === null
    ? []
    : Object.keys(replayed).filter(
        (name) => JSON.stringify(live[name]) !== JSON.stringify(replayed[name]),
      );

const snake = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);

type Trace = { row: object | undefined; readonly set: Map<string, string>; first: string | null };

const noteEvent = (trace: Trace, next: object | undefined, position: string): void => {
  const before: Row = { ...trace.row };
  for (const [name, value] of Object.entries({ ...next }))
    if (JSON.stringify(before[name]) !== JSON.stringify(value))
      trace.set.set(snake(name), position);
  trace.first ??= position;
  trace.row = next;
};

const earliest = (positions: readonly string[]): string | null =>
  positions.toSorted((a, b) => Number(BigInt(a) - BigInt(b)))[0] ?? null;

/** The first event whose effect the live row lacks: the one that last set what differs. */
const firstPosition = (differing: Differing, trace: Trace | undefined): string | null => {
  if (differing.replayed === null || trace === undefined) return null;
  if (differing.live === null) return trace.first;
  const parts = partsOf(differing);
  const telling = parts.length > 1 ? parts.filter((name) => name !== 'position') : parts;
  return earliest(telling.flatMap((name) => trace.set.get(name) ?? []));
};

const traced = async (
  deps: Deps,
  table: FoldedTable,
  { keys, position }: { readonly keys: ReadonlySet<string>; readonly position: Position },
): Promise<ReadonlyMap<string, Trace>> => {
  const traces = new Map<string, Trace>();
  for await (const events of upTo(deps.store, position))
    for (const stored of events) {
      const event = recordedEvent(stored);
      for (const key of table.keysOf(event).filter((one) => keys.has(one))) {
        const trace = traces.get(key) ?? { row: undefined, set: new Map(), first: null };
        const next = table.fold(trace.row, event, key);
        if (next !== trace.row) noteEvent(trace, next, event.position);
        traces.set(key, trace);
      }
    }
  return traces;
};

type Examined = {
  readonly position: Position;
  readonly found: readonly { readonly table: FoldedTable; readonly rows: readonly Differing[] }[];
};

/** What the transaction found leaves it by the way that undoes it. */
class Undone extends Error {
  readonly examined: Examined;
  constructor(examined: Examined) {
    super('the second set of tables is put back as it was');
    this.examined = examined;
  }
}

const examineInside = async (
  deps: Deps,
  spec: FoldedProjection,
  trx: Transaction<EventStoreTables>,
): Promise<Examined> => {
  const checkpoint = await loadCheckpoint(trx, spec.name, spec.version);
  const position = checkpoint?.position ?? START;
  const projection = foldedProjection(spec);
  const aim = redirectTables(projection.tables);
  const handled = new Set<string>(spec.handles);
  for (const table of spec.tables)
    await sql`truncate ${sql.table(`rm.${besideName(bareName(table.name))}`)}`.execute(trx);
  for await (const events of upTo(deps.store, position)) {
    const own = events.filter(({ type }) => handled.has(type));
    if (own.length > 0) await projection.apply(own, aim(trx as unknown as Transaction<unknown>));
  }
  const found: Examined['found'][number][] = [];
  for (const table of spec.tables) found.push({ table, rows: await differingRows(trx, table) });
  return { position, found };
};

/** A projection that is being rebuilt is looked at another night. */
const examined = (deps: Deps, spec: FoldedProjection): Promise<Examined | null> =>
  deps.db.connection().execute(async (holder) => {
    const { rows } = await sql<{ held: boolean }>`
      select pg_try_advisory_lock(7304, hashtext(${spec.name})) as held`.execute(holder);
    if (rows[0]?.held !== true) return null;
    try {
      return await holder
        .transaction()
        .setIsolationLevel('repeatable read')
        .execute(async (trx): Promise<never> => {
          throw new Undone(await examineInside(deps, spec, trx));
        })
        .catch((error: unknown) => {
          if (error instanceof Undone) return error.examined;
          throw error;
        });
    } finally {
      await sql`select pg_advisory_unlock(7304, hashtext(${spec.name}))`.execute(holder);
    }
  });

const divergencesOf = async (
  deps: Deps,
  spec: FoldedProjection,
  { position, found }: Examined,
): Promise<readonly Divergence[]> => {
  const all: Divergence[] = [];
  for (const { table, rows } of found.filter((one) => one.rows.length > 0)) {
    const keys = new Set(rows.map(({ key }) => key));
    const traces = await traced(deps, table, { keys, position });
    for (const row of rows)
      all.push({
        ...{ kind: 'PROJECTION', name: spec.name, key: row.key },
        part: partsOf(row).join(', '),
        firstPosition: firstPosition(row, traces.get(row.key)),
      });
  }
  return all;
};

export const checkProjections = async (
  deps: Deps,
  heard: (name: string) => void,
): Promise<{ readonly checked: number; readonly divergences: readonly Divergence[] }> => {
  const divergences: Divergence[] = [];
  let checked = 0;
  for (const spec of foldedProjections) {
    const found = await examined(deps, spec);
    if (found === null) continue;
    checked += 1;
    heard(spec.name);
    divergences.push(...(await divergencesOf(deps, spec, found)));
  }
  return { checked, divergences };
};
