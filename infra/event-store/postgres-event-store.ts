// The event store on PostgreSQL: every call is one named, prepared statement, one round trip.
import type pg from 'pg';
import { byteaArray } from '../database/bytea-array.ts';
import type { Pools } from '../database/connect.ts';
import { appending } from './appending.ts';
import { decodeEvent, type EventRow } from './codec.ts';
import type { EventStore, Position, RecordedCommand, StoredEvent } from './event-store.ts';
import { only, run, type Statement } from './statement.ts';
import { productUpcasters, type Upcasters } from './upcasters.ts';

const LOAD_STREAM = `select e.position as pos, e.stream_id as stream, e.category, e.version, e.event_id,
  e.type, e.schema_version, e.effective_at, e.recorded_at, e.data, e.meta
  from es.events e where e.stream_id = $1 order by e.version`;
const LOAD_STREAMS = `select e.position as pos, e.stream_id as stream, e.category, e.version, e.event_id,
  e.type, e.schema_version, e.effective_at, e.recorded_at, e.data, e.meta
  from es.events e where e.stream_id = any($1::uuid[]) order by e.stream_id, e.version`;
const READ_AFTER = 'select * from es.read_after($1, $2)';

type CommandRow = { content_hash: Buffer; stream_id: string; version: number; position: Position };

const reading = (
  pool: pg.Pool,
  upcasters: Upcasters,
): Pick<EventStore, 'loadStream' | 'loadStreams' | 'readAfter' | 'safePosition' | 'epoch'> => {
  const events = async (statement: Statement): Promise<readonly StoredEvent[]> =>
    (await run<EventRow>(pool, statement)).map((row) => decodeEvent(row, upcasters));
  return {
    loadStream: (streamId) =>
      events({ name: 'es.load_stream', text: LOAD_STREAM, values: [streamId] }),
    async loadStreams(streamIds) {
      const byStream = new Map<string, StoredEvent[]>(streamIds.map((id) => [id, []]));
      const values = [[...byStream.keys()]];
      const found = await events({ name: 'es.load_streams', text: LOAD_STREAMS, values });
      for (const event of found) byStream.get(event.streamId)?.push(event);
      return byStream;
    },
    readAfter: (position, limit) =>
      events({ name: 'es.read_after', text: READ_AFTER, values: [position, limit] }),
    async safePosition() {
      const text = 'select es.safe_position() as position';
      const statement = { name: 'es.safe_position', text, values: [] };
      return only(await run<{ position: Position }>(pool, statement)).position;
    },
    async epoch() {
      const text = 'select es.current_epoch() as epoch';
      const statement = { name: 'es.current_epoch', text, values: [] };
      return only(await run<{ epoch: string }>(pool, statement)).epoch;
    },
  };
};

// One index look-up per name: the planner must not join a list of a thousand by a scan.
const FIND_IDENTITIES = `select i.stream_id from unnest($1::bytea[]) with ordinality u(hash, n)
  left join lateral (select x.stream_id from es.identities x
    where x.keyed_hash = u.hash and x.kind = $2) i on true order by u.n`;

type Looking = Pick<EventStore, 'findCommand' | 'findIdentity' | 'findIdentities'>;

const looking = (pool: pg.Pool): Looking => ({
  async findCommand(commandId): Promise<RecordedCommand | undefined> {
    const text = `select content_hash, stream_id, version, position
      from es.commands where command_id = $1`;
    const statement = { name: 'es.find_command', text, values: [commandId] };
    const [row] = await run<CommandRow>(pool, statement);
    if (row === undefined) return undefined;
    const { content_hash, stream_id, version, position } = row;
    return { contentHash: content_hash, streamId: stream_id, version, position };
  },
  async findIdentity({ kind, keyedHash }) {
    const text = 'select stream_id from es.identities where keyed_hash = $1 and kind = $2';
    const values = [Buffer.from(keyedHash), kind];
    const statement = { name: 'es.find_identity', text, values };
    const [row] = await run<{ stream_id: string }>(pool, statement);
    return row?.stream_id;
  },
  async findIdentities(kind, keyedHashes) {
    if (keyedHashes.length === 0) return [];
    const values = [byteaArray(keyedHashes), kind];
    const statement = { name: 'es.find_identities', text: FIND_IDENTITIES, values };
    const rows = await run<{ stream_id: string | null }>(pool, statement);
    return rows.map((row) => row.stream_id ?? undefined);
  },
});

/** `close` closes all three pools: give the store the pools of its process. */
export const createPostgresEventStore = (options: {
  readonly pools: Pools;
  readonly upcasters?: Upcasters;
}): EventStore => {
  const { pools, upcasters = productUpcasters } = options;
  const { append, appendMany, settled } = appending(pools.hot);
  return {
    append,
    appendMany,
    ...reading(pools.hot, upcasters),
    ...looking(pools.hot),
    async setWorkflowFlag(streamId, hasWorkflow) {
      const text = 'select es.set_workflow_flag($1, $2)';
      const values = [streamId, hasWorkflow];
      await run(pools.hot, { name: 'es.set_workflow_flag', text, values });
    },
    async close() {
      await settled();
      await pools.close();
    },
  };
};
