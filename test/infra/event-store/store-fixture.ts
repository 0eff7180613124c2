// A migrated database of its own with an event store on it, and requests to fill it.
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';
import { systemActor } from '../../../domain/actor.ts';
import type { EventMeta, Json } from '../../../domain/envelope.ts';
import { appUrl } from '../../../infra/database/app-role.ts';
import { openPools, type Pools } from '../../../infra/database/connect.ts';
import { migrate } from '../../../infra/database/migrate.ts';
import { APPEND, appendValues } from '../../../infra/event-store/append-statement.ts';
import type {
  AppendRequest,
  EventStore,
  NewEvent,
} from '../../../infra/event-store/event-store.ts';
import { createPostgresEventStore } from '../../../infra/event-store/postgres-event-store.ts';
import { createTestDatabase } from '../../support/postgres.ts';

export const APP_PASSWORD = 'test-lindung_app';
const quiet = (): void => undefined;

export type StoreFixture = {
  readonly store: EventStore;
  readonly pools: Pools;
  readonly ownerUrl: string;
  readonly appUrl: string;
  /** Superuser of the database, for looking and for tampering. */
  readonly owner: pg.Client;
  connectAsApp(): Promise<pg.Client>;
  close(): Promise<void>;
};

export const openStoreFixture = async (
  options: { readonly leafPositions?: number } = {},
): Promise<StoreFixture> => {
  const database = await createTestDatabase();
  const { ownerUrl } = database;
  await migrate({ ownerUrl, appPassword: APP_PASSWORD, log: quiet, ...options });
  const url = appUrl(ownerUrl, APP_PASSWORD);
  const pools = openPools({ url, applicationName: 'test', log: quiet });
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const clients: pg.Client[] = [owner];
  return {
    store: createPostgresEventStore({ pools }),
    pools,
    ownerUrl,
    appUrl: url,
    owner,
    async connectAsApp() {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      clients.push(client);
      return client;
    },
    async close() {
      await pools.close();
      await Promise.all(clients.map((client) => client.end().catch(quiet)));
      await database.drop();
    },
  };
};

export const metaOf = (commandId: string): EventMeta => ({
  actor: systemActor,
  commandId,
  correlationId: commandId,
  origin: 'live',
});

export const eventOf = (
  data: Json = { note: 'a' },
  commandId: string = randomUUID(),
): NewEvent => ({
  type: 'WorkerNominated',
  schemaVersion: 1,
  data,
  meta: metaOf(commandId),
  effectiveAt: '2026-03-01T02:03:04.567Z',
});

/** A valid request on a stream of its own; whatever a test cares about is given. */
export const requestOf = (given: Partial<AppendRequest> = {}): AppendRequest => {
  const commandId = given.commandId ?? randomUUID();
  return {
    commandId,
    contentHash: randomBytes(32),
    streamId: randomUUID(),
    category: 'worker',
    expected: 'none',
    events: [eventOf({ note: 'a' }, commandId)],
    ...given,
  };
};

/** es.append inside a transaction that a test opened itself. */
export const appendRaw = async (client: pg.Client, request: AppendRequest): Promise<string> => {
  const { rows } = await client.query<{ answer: string }>({
    name: 'append',
    text: APPEND,
    values: appendValues(request),
  });
  return rows[0]?.answer ?? '';
};

const TABLES = [
  'streams',
  'commands',
  'identities',
  'events',
  'epochs',
  'installation',
  'subject_keys',
  'key_tombstones',
  'checkpoints',
  'projection_current',
  'relay_state',
  'dead_letters',
] as const;

/** A fingerprint of every row of every table: equal means untouched. */
export const everyTable = async (owner: pg.Client): Promise<Readonly<Record<string, string>>> => {
  const prints: Record<string, string> = {};
  for (const table of TABLES) {
    const { rows } = await owner.query<{ print: string }>(
      `select count(*) || ':' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '') as print
       from es.${table} t`,
    );
    prints[table] = rows[0]?.print ?? '';
  }
  return prints;
};
