// The event store on PostgreSQL: every call is one named, prepared statement, one round trip.
import type pg from 'pg';
import { byteaArray } from '../database/bytea-array.ts';
import type { Pools } from '../database/connect.ts';
import { appending } from './appending.ts';
import { type CanonicalRow, canonicalEvent } from './canonical-event.ts';
import { appendedEvents, decodeEvent, type EventRow } from './codec.ts';
import type { EventStore, Position, RecordedCommand, StoredEvent } from './event-store.ts';
import { only, run, type Statement } from './statement.ts';
import { productUpcasters, type Upcasters } from './upcasters.ts';

const EVENT = `e.position as pos, e.stream_id as stream, e.category, e.version, e.event_id,
  e.type, e.schema_version, e.effective_at, e.recorded_at, e.data, e.meta`;
const LOAD_STREAM = `select ${EVENT} from es.events e where e.stream_id = $1 order by e.version`;
const LOAD_STREAMS = `select ${EVENT} from es.events e where e.stream_id = any($1::uuid[])
  order by e.stream_id, e.version`;
const CARRIED_OF = `select s.stream_id from es.streams s
  where s.stream_id = any($1::uuid[]) and s.has_workflow`;
const COMMAND = 'c.content_hash, c.stream_id, c.version, c.position';
const FIND_COMMAND = `select ${COMMAND} from es.commands c where c.command_id = $1`;
// One row at least, its event null where the streams hold none.
const LOAD_FOR_COMMAND = `select c.content_hash, c.stream_id as command_stream,
  c.version as command_version, c.position as command_position, ${EVENT}
  from (values (1)) one(row) left join es.commands c on c.command_id = $1
  left join es.events e on e.stream_id = any($2::uuid[]) order by e.stream_id, e.version`;
const READ_AFTER = 'select * from es.read_after($1, $2)';
// Straight from the table: through a function every page would be written to a tuple store first.
const READ_CANONICAL = `select e.position as pos, e.stream_id as stream, e.category, e.version,
  e.event_id, e.type, e.schema_version, e.recorded_at, e.meta ->> 'correlationId' as correlation,
  convert_from(e.canonical, 'UTF8') as canonical
  from es.events e where e.position > $1 and e.position <= $2 order by e.position limit $3`;

type CommandRow = { content_hash: Buffer; stream_id: string; version: number; position: Position };
type ForCommandRow = (EventRow | { readonly pos: null }) & {
  readonly content_hash: Buffer | null;
  readonly command_stream: string;
  readonly command_version: number;
  readonly command_position: Position;
};

const byStream = (
  streamIds: readonly string[],
  events: readonly StoredEvent[],
): ReadonlyMap<string, readonly StoredEvent[]> => {
  const streams = new Map<string, StoredEvent[]>(streamIds.map((id) => [id, []]));
  for (const event of events) streams.get(event.streamId)?.push(event);
  return streams;
};

const recordedIn = ([row]: readonly ForCommandRow[]): RecordedCommand | undefined => {
  if (row === undefined || row.content_hash === null) return undefined;
  const { content_hash, command_stream, command_version, command_position } = row;
  return {
    contentHash: content_hash,
    streamId: command_stream,
    version: command_version,
    position: command_position,
  };
};

type Reading = Pick<
  EventStore,
  | 'loadStream'
  | 'loadStreams'
  | 'streamsOf'
  | 'categoriesOf'
  | 'carriedOf'
  | 'loadForCommand'
  | 'readAfter'
  | 'readCanonical'
  | 'safePosition'
  | 'epoch'
>;

const reading = (pool: pg.Pool, upcasters: Upcasters): Reading => {
  const events = async (statement: Statement): Promise<readonly StoredEvent[]> =>
    (await run<EventRow>(pool, statement)).map((row) => decodeEvent(row, upcasters));
  return {
    loadStream: (streamId) =>
      events({ name: 'es.load_stream', text: LOAD_STREAM, values: [streamId] }),
    async loadStreams(streamIds) {
      if (streamIds.length === 0) return new Map();
      const values = [[...new Set(streamIds)]];
      const statement = { name: 'es.load_streams', text: LOAD_STREAMS, values };
      return byStream(streamIds, await events(statement));
    },
    async streamsOf(category) {
      const text = 'select stream_id from es.streams where category = $1 order by stream_id';
      const statement = { name: 'es.streams_of', text, values: [category] };
      return (await run<{ stream_id: string }>(pool, statement)).map((row) => row.stream_id);
    },
    async categoriesOf(streamIds) {
      if (streamIds.length === 0) return new Map();
      const text = 'select stream_id, category from es.streams where stream_id = any($1::uuid[])';
      const statement = { name: 'es.categories_of', text, values: [[...new Set(streamIds)]] };
      const rows = await run<{ stream_id: string; category: string }>(pool, statement);
      return new Map(rows.map((row) => [row.stream_id, row.category]));
    },
    async carriedOf(streamIds) {
      if (streamIds.length === 0) return new Set();
      const statement = { name: 'es.carried_of', text: CARRIED_OF, values: [streamIds] };
      const rows = await run<{ stream_id: string }>(pool, statement);
      return new Set(rows.map((row) => row.stream_id));
    },
    async loadForCommand(commandId, streamIds) {
      const values = [commandId, [...new Set(streamIds)]];
      const statement = { name: 'es.load_for_command', text: LOAD_FOR_COMMAND, values };
      const rows = await run<ForCommandRow>(pool, statement);
      const found = rows.flatMap((row) => (row.pos === null ? [] : [decodeEvent(row, upcasters)]));
      return { recorded: recordedIn(rows), streams: byStream(streamIds, found) };
    },
    readAfter: (position, limit) =>
      events({ name: 'es.read_after', text: READ_AFTER, values: [position, limit] }),
    async readCanonical(after, upTo, limit) {
      const values = [after, upTo, limit];
      const statement = { name: 'es.read_canonical', text: READ_CANONICAL, values };
      const rows = await run<CanonicalRow>(pool, statement);
      return rows.map((row) => canonicalEvent(row, upcasters));
    },
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
    const statement = { name: 'es.find_command', text: FIND_COMMAND, values: [commandId] };
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
    appended: appendedEvents,
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
