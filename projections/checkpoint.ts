// Where a projection stands: a position, moved in the same transaction as its rows.
import { type Kysely, sql } from 'kysely';
import type { EventStoreTables } from '../infra/database/schema.ts';
import type { Position } from '../infra/event-store/event-store.ts';

/** Where the stream may be read on from; only a hint, checked against the stream before use. */
export type StreamHint = { readonly incarnation: string; readonly sequence: number };

export type Checkpoint = {
  readonly name: string;
  readonly version: number;
  readonly position: Position;
  readonly epoch: string;
  readonly hint: StreamHint | undefined;
};

export type Progress = { readonly position: Position; readonly hint: StreamHint | undefined };

type Executor = Kysely<EventStoreTables>;

export const START = '0' as Position;

/** Decimal numbers without leading zeros: asked for every event by every projection. */
export const isBefore = (left: Position, right: Position): boolean =>
  left.length === right.length ? left < right : left.length < right.length;

export const loadCheckpoint = async (
  db: Executor,
  name: string,
  version: number,
): Promise<Checkpoint | undefined> => {
  const row = await db
    .selectFrom('es.checkpoints')
    .select(['position', 'epoch', 'incarnation', 'seq'])
    .where('name', '=', name)
    .where('version', '=', version)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { incarnation, seq } = row;
  return {
    name,
    version,
    position: row.position as Position,
    epoch: row.epoch,
    hint: incarnation === null || seq === null ? undefined : { incarnation, sequence: Number(seq) },
  };
};

/** Begins at the first event unless the row is there already. */
export const beginCheckpoint = async (
  db: Executor,
  row: { readonly name: string; readonly version: number; readonly epoch: string },
): Promise<void> => {
  await db
    .insertInto('es.checkpoints')
    .values({ ...row, position: START, incarnation: null, seq: null })
    .onConflict((conflict) => conflict.columns(['name', 'version']).doNothing())
    .execute();
};

/**
 * Moves the checkpoint if it is still where we left it; `false`: another process owns it now.
 * The commit need not wait for the disk: a crash takes rows and checkpoint back together, and the
 * events are read again.
 */
export const advance = async (db: Executor, from: Checkpoint, to: Progress): Promise<boolean> => {
  const { rows } = await sql`
    update es.checkpoints
    set position = ${to.position}, incarnation = ${to.hint?.incarnation ?? null},
      seq = ${to.hint?.sequence ?? null}, updated_at = clock_timestamp()
    where name = ${from.name} and version = ${from.version} and epoch = ${from.epoch}
      and position = ${from.position}
    returning set_config('synchronous_commit', 'off', true)`.execute(db);
  return rows.length === 1;
};

export const currentVersion = async (db: Executor, name: string): Promise<number | undefined> => {
  const row = await db
    .selectFrom('es.projection_current')
    .select('version')
    .where('name', '=', name)
    .executeTakeFirst();
  return row?.version;
};

/** The first version ever seen of a projection is current at once. */
export const beginCurrent = async (db: Executor, name: string, version: number): Promise<void> => {
  await db
    .insertInto('es.projection_current')
    .values({ name, version })
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
};
