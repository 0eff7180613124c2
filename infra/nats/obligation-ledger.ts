// What the obligation consumer keeps in PostgreSQL: how far everything is settled, and what is dead.
import { type Kysely, sql } from 'kysely';
import type { EventStoreTables } from '../database/schema.ts';
import type { Position, StoredEvent } from '../event-store/event-store.ts';

/** The relay begins a new stream no later than this row stands. */
export const OBLIGATIONS = 'obligations';
const VERSION = 1;

export type DeadLetter = {
  readonly position: Position;
  readonly eventId: string;
  readonly type: string;
  readonly reason: string;
  readonly deliveries: number;
  readonly deadAt: string;
};

export type ObligationLedger = {
  /** The row of this epoch, made at the first start. `undefined`: it stands in another epoch. */
  begin(epoch: string): Promise<Position | undefined>;
  /** Forward only. */
  settleUpTo(position: Position, epoch: string): Promise<void>;
  /** How far the stream reaches back or on, by the relay's record, when it holds no message. */
  relayed(): Promise<Position | undefined>;
  bury(letter: Omit<DeadLetter, 'deadAt'>): Promise<void>;
  open(): Promise<readonly DeadLetter[]>;
  resolve(position: Position, resolution: string): Promise<void>;
};

export const createObligationLedger = (db: Kysely<EventStoreTables>): ObligationLedger => ({
  begin: async (epoch) => {
    await db
      .insertInto('es.checkpoints')
      .values({ name: OBLIGATIONS, version: VERSION, epoch, incarnation: null, seq: null })
      .onConflict((conflict) => conflict.columns(['name', 'version']).doNothing())
      .execute();
    const row = await db
      .selectFrom('es.checkpoints')
      .select(['position', 'epoch'])
      .where('name', '=', OBLIGATIONS)
      .where('version', '=', VERSION)
      .executeTakeFirstOrThrow();
    return row.epoch === epoch ? (row.position as Position) : undefined;
  },
  settleUpTo: async (position, epoch) => {
    await sql`update es.checkpoints set position = ${position}, updated_at = clock_timestamp()
      where name = ${OBLIGATIONS} and version = ${VERSION} and epoch = ${epoch}
        and position < ${position}`.execute(db);
  },
  relayed: async () => {
    const row = await db.selectFrom('es.relay_state').select('position').executeTakeFirst();
    return row?.position as Position | undefined;
  },
  bury: async (letter) => {
    await sql`insert into es.dead_letters (consumer, position, event_id, type, reason, deliveries)
      values (${OBLIGATIONS}, ${letter.position}, ${letter.eventId}, ${letter.type},
        ${letter.reason}, ${letter.deliveries})
      on conflict (consumer, position) do nothing`.execute(db);
  },
  open: async () => {
    const { rows } = await sql<DeadLetter>`
      select position::text as position, event_id as "eventId", type, reason, deliveries,
        to_char(dead_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "deadAt"
      from es.dead_letters where consumer = ${OBLIGATIONS} and resolved_at is null
      order by position`.execute(db);
    return rows;
  },
  resolve: async (position, resolution) => {
    await sql`update es.dead_letters
      set resolved_at = clock_timestamp(), resolution = ${resolution}
      where consumer = ${OBLIGATIONS} and position = ${position}
        and resolved_at is null`.execute(db);
  },
});

/** Reads one event by its place. */
export const eventAt = async (
  store: { readAfter(position: Position, limit: number): Promise<readonly StoredEvent[]> },
  position: Position,
): Promise<StoredEvent | undefined> => {
  const [event] = await store.readAfter(String(BigInt(position) - 1n) as Position, 1);
  return event?.position === position ? event : undefined;
};
