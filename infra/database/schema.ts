// Kysely types of schema `es`; read models bring their own (`db.withTables<…>()`).
import type { ColumnType, Generated } from 'kysely';

/** int8 stays a string in the row: JSON-safe and exact. Writes may pass a bigint. */
export type Int8 = ColumnType<string, string | bigint, string | bigint>;
type Written<T> = ColumnType<T, T, never>;
type WrittenAt = ColumnType<Date, never, never>;

export type StreamsTable = {
  readonly stream_id: Written<string>;
  readonly category: Written<string>;
  readonly version: number;
  readonly has_workflow: boolean;
};

export type CommandsTable = {
  readonly command_id: Written<string>;
  readonly content_hash: Written<Buffer>;
  readonly stream_id: Written<string>;
  readonly version: Written<number>;
  readonly position: ColumnType<string, string, never>;
};

export type IdentitiesTable = {
  readonly kind: Written<string>;
  readonly keyed_hash: Written<Buffer>;
  readonly stream_id: Written<string>;
};

export type EventsTable = {
  readonly position: ColumnType<string, never, never>;
  readonly recorded_at: WrittenAt;
  readonly effective_at: WrittenAt;
  readonly stream_id: Written<string>;
  readonly event_id: Written<string>;
  readonly version: Written<number>;
  readonly schema_version: Written<number>;
  readonly category: Written<string>;
  readonly type: Written<string>;
  readonly data: ColumnType<unknown, never, never>;
  readonly meta: ColumnType<unknown, never, never>;
  readonly canonical: Written<Buffer>;
};

export type EpochsTable = {
  readonly number: Generated<number>;
  readonly epoch: Written<string>;
  readonly above: ColumnType<string, never, never>;
  readonly reason: Written<string>;
  readonly started_at: WrittenAt;
};

export type InstallationTable = {
  readonly only_row: Generated<boolean>;
  readonly key_check: Written<Buffer>;
  readonly created_at: WrittenAt;
};

export type SubjectKeysTable = {
  readonly subject: Written<string>;
  readonly wrapped: Written<Buffer>;
  readonly created_at: WrittenAt;
};

export type KeyTombstonesTable = {
  readonly subject: Written<string>;
  readonly reason: Written<string>;
  readonly shredded_at: WrittenAt;
};

export type CheckpointsTable = {
  readonly name: string;
  readonly version: number;
  readonly position: ColumnType<string, string | bigint | undefined, string | bigint>;
  readonly incarnation: string | null;
  readonly seq: ColumnType<string | null, string | bigint | null, string | bigint | null>;
  readonly epoch: string;
  readonly updated_at: Generated<Date>;
};

export type ProjectionCurrentTable = { readonly name: string; readonly version: number };

export type RelayStateTable = {
  readonly only_row: Generated<boolean>;
  readonly last_seq: Int8;
  readonly position: Int8;
  readonly incarnation: string;
  readonly epoch: string;
  readonly updated_at: Generated<Date>;
};

export type DeadLettersTable = {
  readonly consumer: string;
  readonly position: Int8;
  readonly event_id: string;
  readonly type: string;
  readonly reason: string;
  readonly deliveries: number;
  readonly dead_at: Generated<Date>;
  readonly resolved_at: Date | null;
  readonly resolution: string | null;
};

export type EventStoreTables = {
  readonly 'es.streams': StreamsTable;
  readonly 'es.commands': CommandsTable;
  readonly 'es.identities': IdentitiesTable;
  readonly 'es.events': EventsTable;
  readonly 'es.epochs': EpochsTable;
  readonly 'es.installation': InstallationTable;
  readonly 'es.subject_keys': SubjectKeysTable;
  readonly 'es.key_tombstones': KeyTombstonesTable;
  readonly 'es.checkpoints': CheckpointsTable;
  readonly 'es.projection_current': ProjectionCurrentTable;
  readonly 'es.relay_state': RelayStateTable;
  readonly 'es.dead_letters': DeadLettersTable;
};
