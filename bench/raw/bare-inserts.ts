// The baseline of appends: prepared INSERTs into the very tables of the event store, nothing decided.
import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { type OneEvent, oneEvent } from '../one-event.ts';

const EVENTS = `insert into es.events (position, stream_id, version, category, type, schema_version,
  event_id, effective_at, data, meta, canonical)`;

const ONE_TABLE = `${EVENTS} values (nextval('es.position_seq'), $1, 1, $2, $3, 1, $4, $5, $6, $7, $8)`;

/** All three rows of an append in one statement: one round trip, one commit, one flush. */
const THREE_TABLES = `with p as materialized (select nextval('es.position_seq') as position),
  s as (insert into es.streams (stream_id, category, version) values ($1, $2, 1)),
  c as (insert into es.commands (command_id, content_hash, stream_id, version, position)
    select $9, $10, $1, 1, p.position from p)
  ${EVENTS} select p.position, $1, 1, $2, $3, 1, $4, $5, $6, $7, $8 from p`;

/** As many bytes as the canonical form, without making it canonical. */
const bytesOf = (event: OneEvent, eventId: string): Buffer => {
  const { category, data, effectiveAt, meta, streamId, type } = event;
  const whole = { category, data, effectiveAt, eventId, meta, schemaVersion: 1, streamId, type };
  return Buffer.from(JSON.stringify(whole));
};

const valuesOf = (event: OneEvent): unknown[] => {
  const eventId = randomUUID();
  return [
    event.streamId,
    event.category,
    event.type,
    eventId,
    event.effectiveAt,
    JSON.stringify(event.data),
    JSON.stringify(event.meta),
    bytesOf(event, eventId),
  ];
};

export type BareInserts = {
  /** The row of es.events alone. */
  intoOneTable(): Promise<void>;
  /** The rows of es.events, es.streams and es.commands: all that an append leaves behind. */
  intoThreeTables(): Promise<void>;
};

/** The pool logs in as the owner: the application's role may not insert past es.append. */
export const bareInserts = (pool: pg.Pool): BareInserts => ({
  async intoOneTable() {
    await pool.query({ name: 'one', text: ONE_TABLE, values: valuesOf(oneEvent()) });
  },
  async intoThreeTables() {
    const event = oneEvent();
    const values = [...valuesOf(event), event.commandId, event.contentHash];
    await pool.query({ name: 'three', text: THREE_TABLES, values });
  },
});
