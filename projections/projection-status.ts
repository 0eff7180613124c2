// How far each projection is and which one stopped: for `status`, `projection list` and a retry.
import { sql } from 'kysely';
import type { Position, StoredEvent } from '../infra/event-store/event-store.ts';
import type { ProjectionDb } from './projection.ts';

export type ProjectionStatus = {
  readonly name: string;
  readonly version: number;
  readonly position: Position;
  /** Positions between this projection and the end of the log; gaps of the log included. */
  readonly lag: number;
  readonly state: 'running' | 'stopped';
  /** The event it stopped at, and why; absent while it runs. */
  readonly stopped?: {
    readonly position: Position;
    readonly type: string;
    readonly reason: string;
  };
};

const consumerOf = (projection: string): string => `projection/${projection}`;

type StatusRow = {
  readonly name: string;
  readonly version: number;
  readonly position: Position;
  readonly stopped_position: Position | null;
  readonly stopped_type: string | null;
  readonly stopped_reason: string | null;
};

const toStatus = (row: StatusRow, safePosition: Position): ProjectionStatus => {
  const { name, version, position } = row;
  const lag = Math.max(0, Number(BigInt(safePosition) - BigInt(position)));
  if (row.stopped_position === null) return { name, version, position, lag, state: 'running' };
  const stopped = {
    position: row.stopped_position,
    type: row.stopped_type ?? '',
    reason: row.stopped_reason ?? '',
  };
  return { name, version, position, lag, state: 'stopped', stopped };
};

export const listProjections = async (
  db: ProjectionDb,
  safePosition: Position,
): Promise<readonly ProjectionStatus[]> => {
  const { rows } = await sql<StatusRow>`
    select c.name, c.version, c.position::text as position, d.position::text as stopped_position,
      d.type as stopped_type, d.reason as stopped_reason
    from es.projection_current p
    join es.checkpoints c on c.name = p.name and c.version = p.version
    left join lateral (
      select l.position, l.type, l.reason from es.dead_letters l
      where l.consumer = 'projection/' || p.name and l.resolved_at is null
      order by l.position limit 1
    ) d on true
    order by c.name`.execute(db);
  return rows.map((row) => toStatus(row, safePosition));
};

export type Stop = {
  readonly projection: string;
  readonly event: Pick<StoredEvent, 'position' | 'eventId' | 'type'>;
  readonly reason: string;
};

/** The row that `status` shows and `retryProjection` resolves. */
export const recordStop = async (db: ProjectionDb, stop: Stop): Promise<void> => {
  const { event, reason } = stop;
  await sql`
    insert into es.dead_letters (consumer, position, event_id, type, reason, deliveries)
    values (${consumerOf(stop.projection)}, ${event.position}, ${event.eventId}, ${event.type},
      ${reason}, 1)
    on conflict (consumer, position) do update
    set reason = excluded.reason, deliveries = es.dead_letters.deliveries + 1,
      dead_at = clock_timestamp(), resolved_at = null, resolution = null`.execute(db);
};

export const isStopped = async (db: ProjectionDb, projection: string): Promise<boolean> => {
  const row = await db
    .selectFrom('es.dead_letters')
    .select('position')
    .where('consumer', '=', consumerOf(projection))
    .where('resolved_at', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
};

const resolve = async (
  db: ProjectionDb,
  projection: string,
  resolution: string,
): Promise<boolean> => {
  const result = await db
    .updateTable('es.dead_letters')
    .set({ resolved_at: sql`clock_timestamp()`, resolution })
    .where('consumer', '=', consumerOf(projection))
    .where('resolved_at', 'is', null)
    .executeTakeFirst();
  return 0n < result.numUpdatedRows;
};

/**
 * After the cause is mended: the projector tries the same event again. `note`: who wished it, and why.
 * `false`: it is not stopped.
 */
export const retryProjection = (
  db: ProjectionDb,
  projection: string,
  note = 'retry',
): Promise<boolean> => resolve(db, projection, note);

export const resolveByRebuild = (db: ProjectionDb, projection: string): Promise<boolean> =>
  resolve(db, projection, 'rebuilt');
