// The event store on PostgreSQL: every call is one named, prepared statement, one round trip.
import pg from 'pg';
import type { Pools } from '../database/connect.ts';
import { isTransient, storeFailure } from '../database/store-failure.ts';
import { APPEND, APPEND_MANY, appendManyValues, appendValues } from './append-statement.ts';
import { decodeEvent, type EventRow } from './codec.ts';
import type {
  AppendManyResult,
  AppendRequest,
  AppendResult,
  EventStore,
  Position,
  RecordedCommand,
  StoredEvent,
} from './event-store.ts';
import { noUpcasters, type Upcasters } from './upcasters.ts';

const LOAD_STREAM = `select e.position as pos, e.stream_id as stream, e.category, e.version, e.event_id,
  e.type, e.schema_version, e.effective_at, e.recorded_at, e.data, e.meta
  from es.events e where e.stream_id = $1 order by e.version`;
const LOAD_STREAMS = `select e.position as pos, e.stream_id as stream, e.category, e.version, e.event_id,
  e.type, e.schema_version, e.effective_at, e.recorded_at, e.data, e.meta
  from es.events e where e.stream_id = any($1::uuid[]) order by e.stream_id, e.version`;
const READ_AFTER = 'select * from es.read_after($1, $2)';

type AnswerRow = {
  readonly status: AppendResult['status'];
  readonly version: number;
  readonly position: Position;
  readonly has_workflow: boolean;
  readonly stream: string;
};
type BatchRow = AnswerRow & { readonly index: number };
type CommandRow = { content_hash: Buffer; stream_id: string; version: number; position: Position };

type Statement = { readonly name: string; readonly text: string; readonly values: unknown[] };

// timestamptz stays text: pg would parse it by its own, slower rules.
const TIMESTAMPTZ = 1184;
const rawInstants: pg.CustomTypesConfig = {
  getTypeParser: (id: number, format?: 'text' | 'binary') =>
    id === TIMESTAMPTZ ? (text: string) => text : pg.types.getTypeParser(id, format ?? 'text'),
};

const TRIES = 3;

// A deadlock or serialization failure left nothing behind, and the command id makes a repeat safe.
const run = async <Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  statement: Statement,
): Promise<Row[]> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await pool.query<Row>({ ...statement, types: rawInstants })).rows;
    } catch (error) {
      if (attempt < TRIES && isTransient(error)) continue;
      throw storeFailure(error);
    }
  }
};

const only = <Row>(rows: readonly Row[]): Row => {
  const [row] = rows;
  if (row === undefined) throw storeFailure(new Error('the store gave no answer'));
  return row;
};

/** `(ok,1,42,f,<uuid>)`: no field can hold a comma or a quote; an empty one is null and unread. */
const parseAnswer = (record: string): AnswerRow => {
  const [status, version, position, hasWorkflow, stream] = record.slice(1, -1).split(',');
  return {
    status: status as AppendResult['status'],
    version: Number(version),
    position: position as Position,
    has_workflow: hasWorkflow === 't',
    stream: stream ?? '',
  };
};

const answer = (row: AnswerRow): AppendResult => {
  const { status, version, position } = row;
  switch (status) {
    case 'ok':
      return { status, version, position, hasWorkflow: row.has_workflow };
    case 'duplicate':
      return { status, streamId: row.stream, version, position };
    case 'taken':
      return { status, streamId: row.stream };
    case 'reused':
    case 'conflict':
      return { status };
  }
};

const batchAnswer = (rows: readonly BatchRow[]): AppendManyResult => {
  const [first] = rows;
  if (first !== undefined) {
    const result = answer(first);
    if (result.status !== 'ok' && result.status !== 'duplicate')
      return { status: 'failed', index: first.index - 1, result };
  }
  const results = rows.map(({ version, position, has_workflow }) => ({
    version,
    position,
    hasWorkflow: has_workflow,
  }));
  return { status: 'ok', results };
};

const appending = (pool: pg.Pool): Pick<EventStore, 'append' | 'appendMany'> => ({
  async append(request: AppendRequest) {
    const values = appendValues(request);
    const statement = { name: 'es.append', text: APPEND, values };
    return answer(parseAnswer(only(await run<{ answer: string }>(pool, statement)).answer));
  },
  async appendMany(requests: readonly AppendRequest[]) {
    if (requests.length === 0) return { status: 'ok', results: [] };
    const values = appendManyValues(requests);
    const statement = { name: 'es.append_many', text: APPEND_MANY, values };
    return batchAnswer(await run<BatchRow>(pool, statement));
  },
});

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

const looking = (pool: pg.Pool): Pick<EventStore, 'findCommand' | 'findIdentity'> => ({
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
});

/** `close` closes all three pools: give the store the pools of its process. */
export const createPostgresEventStore = (options: {
  readonly pools: Pools;
  readonly upcasters?: Upcasters;
}): EventStore => {
  const { pools, upcasters = noUpcasters } = options;
  return {
    ...appending(pools.hot),
    ...reading(pools.hot, upcasters),
    ...looking(pools.hot),
    async setWorkflowFlag(streamId, hasWorkflow) {
      const text = 'select es.set_workflow_flag($1, $2)';
      const values = [streamId, hasWorkflow];
      await run(pools.hot, { name: 'es.set_workflow_flag', text, values });
    },
    close: () => pools.close(),
  };
};
