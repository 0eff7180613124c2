// Builds a projection again from the log, beside the tables in use, and switches when it has caught up.
import { type Kysely, sql } from 'kysely';
import type { EventStoreTables } from '../infra/database/schema.ts';
import type { EventStore, Position } from '../infra/event-store/event-store.ts';
import { type BatchTarget, commitBatch } from './apply-batch.ts';
import {
  beginCheckpoint,
  beginCurrent,
  type Checkpoint,
  currentVersion,
  isBefore,
  loadCheckpoint,
} from './checkpoint.ts';
import type { Projection, ProjectionDb } from './projection.ts';
import { resolveByRebuild } from './projection-status.ts';
import { readLog } from './read-log.ts';
import { bareName, besideName, redirectTables } from './redirect-tables.ts';

export type RebuildProgress = {
  readonly events: number;
  readonly position: Position;
  readonly eventsPerSecond: number;
};

export type RebuildDeps = {
  readonly db: ProjectionDb;
  readonly store: Pick<EventStore, 'readAfter' | 'epoch'>;
  readonly onProgress?: (progress: RebuildProgress) => void;
};

export type Rebuilt = { readonly position: Position; readonly events: number };

const BATCH = 5_000;
/** The log is read ahead of the live projector, so the first try nearly always fits. */
const SWITCH_TRIES = 20;
const SWITCH_LOCK_TIMEOUT = '2s';

/**
 * `beside`: the version in use, into the second set of its tables; they change names at the switch.
 * `next`: a version not yet in use, into its own tables; `projection_current` moves at the switch.
 */
type Plan = {
  readonly mode: 'beside' | 'next';
  readonly row: { readonly name: string; readonly version: number; readonly epoch: string };
  readonly tables: readonly string[];
  readonly target: BatchTarget;
  /** The row in use, whose position the new build has to reach. */
  readonly live: { readonly name: string; readonly version: number };
};

const planOf = async (deps: RebuildDeps, projection: Projection): Promise<Plan> => {
  const { name, version } = projection;
  const epoch = await deps.store.epoch();
  await beginCurrent(deps.db, name, version);
  const current = (await currentVersion(deps.db, name)) ?? version;
  const live = { name, version: current };
  const { db } = deps;
  if (current !== version) {
    const target = { db, projection };
    return { mode: 'next', row: { name, version, epoch }, tables: projection.tables, target, live };
  }
  const tables = projection.tables.map((table) => `rm.${besideName(bareName(table))}`);
  const target = { db, projection, redirect: redirectTables(projection.tables) };
  const row = { name: `${name}/beside`, version, epoch };
  return { mode: 'beside', row, tables, target, live };
};

const emptyTarget = async (db: ProjectionDb, plan: Plan): Promise<Checkpoint> => {
  const { row } = plan;
  return db.transaction().execute(async (trx) => {
    for (const table of plan.tables) await sql`truncate ${sql.table(table)}`.execute(trx);
    await trx
      .deleteFrom('es.checkpoints')
      .where('name', '=', row.name)
      .where('version', '=', row.version)
      .execute();
    await beginCheckpoint(trx, row);
    const checkpoint = await loadCheckpoint(trx, row.name, row.version);
    if (checkpoint === undefined) throw new Error(`${row.name}: the checkpoint did not begin`);
    return checkpoint;
  });
};

type Run = { checkpoint: Checkpoint; events: number; readonly begunAt: number };

const foldLog = async (deps: RebuildDeps, plan: Plan, run: Run): Promise<void> => {
  for await (const events of readLog(deps.store, run.checkpoint.position, BATCH)) {
    const last = events.at(-1);
    if (last === undefined) return;
    const to = { position: last.position, hint: undefined };
    run.checkpoint = await commitBatch(plan.target, run.checkpoint, { events, to });
    run.events += events.length;
    const seconds = (performance.now() - run.begunAt) / 1_000;
    deps.onProgress?.({
      events: run.events,
      position: last.position,
      eventsPerSecond: Math.round(run.events / Math.max(seconds, 0.001)),
    });
  }
};

const liveOf = async (
  trx: Kysely<EventStoreTables>,
  plan: Plan,
): Promise<Checkpoint | undefined> => {
  await sql`set local lock_timeout = ${sql.lit(SWITCH_LOCK_TIMEOUT)}`.execute(trx);
  // Both rows, in one order for everybody: while they are held nobody moves either checkpoint.
  await sql`select from es.checkpoints
    where (name = ${plan.live.name} and version = ${plan.live.version})
      or (name = ${plan.row.name} and version = ${plan.row.version})
    order by name, version for update`.execute(trx);
  return loadCheckpoint(trx, plan.live.name, plan.live.version);
};

const swapBeside = async (
  trx: Kysely<EventStoreTables>,
  plan: Plan,
  built: Checkpoint,
): Promise<void> => {
  const bare = plan.target.projection.tables.map(bareName);
  await sql`select rm.swap_beside(${bare})`.execute(trx);
  await beginCheckpoint(trx, { ...plan.live, epoch: built.epoch });
  // The hint of the tables before stays good: it lies at or before the new position.
  await sql`update es.checkpoints set position = ${built.position}, updated_at = clock_timestamp(),
      incarnation = case when epoch = ${built.epoch} then incarnation end,
      seq = case when epoch = ${built.epoch} then seq end, epoch = ${built.epoch}
    where name = ${plan.live.name} and version = ${plan.live.version}`.execute(trx);
  await sql`delete from es.checkpoints
    where name = ${plan.row.name} and version = ${plan.row.version}`.execute(trx);
};

/** The old tables stay until no program reads them; its checkpoint goes, so nobody moves it on. */
const moveCurrent = async (trx: Kysely<EventStoreTables>, plan: Plan): Promise<void> => {
  await sql`update es.projection_current set version = ${plan.row.version}
    where name = ${plan.row.name}`.execute(trx);
  await sql`delete from es.checkpoints
    where name = ${plan.live.name} and version = ${plan.live.version}`.execute(trx);
};

/** Never back in time: `false` if the live projector is ahead, then more is to be folded first. */
const trySwitch = (db: ProjectionDb, plan: Plan, built: Checkpoint): Promise<boolean> =>
  db.transaction().execute(async (trx) => {
    const live = await liveOf(trx, plan);
    const ours = await loadCheckpoint(trx, built.name, built.version);
    if (ours?.position !== built.position) throw new Error(`${built.name} was moved by another`);
    const comparable = live !== undefined && live.epoch === built.epoch;
    if (comparable && isBefore(built.position, live.position)) return false;
    await (plan.mode === 'beside' ? swapBeside(trx, plan, built) : moveCurrent(trx, plan));
    return true;
  });

const isLockTimeout = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === '55P03';

const build = async (deps: RebuildDeps, projection: Projection): Promise<Rebuilt> => {
  const plan = await planOf(deps, projection);
  const checkpoint = await emptyTarget(deps.db, plan);
  const run: Run = { checkpoint, events: 0, begunAt: performance.now() };
  for (let attempt = 1; attempt <= SWITCH_TRIES; attempt += 1) {
    await foldLog(deps, plan, run);
    const switched = await trySwitch(deps.db, plan, run.checkpoint).catch((error: unknown) => {
      if (isLockTimeout(error)) return false; // somebody reads a long report from the tables
      throw error;
    });
    if (switched) {
      await resolveByRebuild(deps.db, projection.name);
      return { position: run.checkpoint.position, events: run.events };
    }
  }
  throw new Error(`${projection.name} was built but never caught up with the one in use`);
};

/** One rebuild of a projection at a time, in the whole installation; the lock goes with its holder. */
export const rebuildProjection = (deps: RebuildDeps, projection: Projection): Promise<Rebuilt> =>
  deps.db.connection().execute(async (holder) => {
    const { rows } = await sql<{ held: boolean }>`
      select pg_try_advisory_lock(7304, hashtext(${projection.name})) as held`.execute(holder);
    if (rows[0]?.held !== true) throw new Error(`${projection.name} is being rebuilt already`);
    try {
      return await build(deps, projection);
    } finally {
      await sql`select pg_advisory_unlock(7304, hashtext(${projection.name}))`.execute(holder);
    }
  });
