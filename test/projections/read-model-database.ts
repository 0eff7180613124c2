// A database with every read-model table, for tests: apply a log in any batches, dump what came out.
import { Kysely, PostgresDialect, sql } from 'kysely';
import { appUrl } from '../../infra/database/app-role.ts';
import { openPools, type Pools } from '../../infra/database/connect.ts';
import { migrate } from '../../infra/database/migrate.ts';
import type { StoredEvent } from '../../infra/event-store/event-store.ts';
import { doesHandle, type Projection } from '../../projections/projection.ts';
import { ensureReadModelTables } from '../../projections/read-model-tables.ts';
import { projections } from '../../projections/registry.ts';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';

export type ReadModelDatabase = {
  readonly db: Kysely<unknown>;
  /** Plain SQL, as an auditor types it. */
  query(text: string, values: readonly unknown[]): Promise<readonly object[]>;
  /** As the projector does: each projection, each batch, one transaction. */
  apply(batches: readonly (readonly StoredEvent[])[]): Promise<void>;
  /** Every row of every table, by table, in the order of its text. */
  dump(suffix?: string): Promise<Readonly<Record<string, readonly string[]>>>;
  empty(suffix?: string): Promise<void>;
  close(): Promise<void>;
};

const quiet = (): void => undefined;
const APP_PASSWORD = 'a password for tests only';

const applyTo = async (
  db: Kysely<unknown>,
  projection: Projection,
  batch: readonly StoredEvent[],
): Promise<void> => {
  const events = batch.filter((event) => doesHandle(projection, event.type));
  if (events.length === 0) return;
  await db.transaction().execute((trx) => projection.apply(events, trx));
};

const tables = projections.flatMap((projection) => projection.tables);

const open = async (database: TestDatabase): Promise<Pools> => {
  const { ownerUrl } = database;
  await migrate({ ownerUrl, appPassword: APP_PASSWORD, log: quiet });
  await ensureReadModelTables(ownerUrl, projections);
  const url = appUrl(ownerUrl, APP_PASSWORD);
  return openPools({ url, applicationName: 'test', log: quiet });
};

export const openReadModels = async (): Promise<ReadModelDatabase> => {
  const database = await createTestDatabase();
  const pools = await open(database);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: pools.app }) });
  return {
    db,
    async query(text, values) {
      return (await pools.app.query<object>(text, [...values])).rows;
    },
    async apply(batches) {
      for (const batch of batches)
        for (const projection of projections) await applyTo(db, projection, batch);
    },
    async dump(suffix = '') {
      const entries = [];
      for (const table of tables) {
        const { rows } = await sql<{ row: string }>`
          select to_jsonb(t)::text as row from ${sql.table(table + suffix)} as t order by 1`.execute(
          db,
        );
        entries.push([table, rows.map(({ row }) => row)] as const);
      }
      return Object.fromEntries(entries);
    },
    async empty(suffix = '') {
      // Not truncated: new files for fifty tables cost far more than the few rows of a test.
      await pools.app.query(tables.map((table) => `delete from ${table}${suffix}`).join(';'));
    },
    async close() {
      await pools.close();
      await database.drop();
    },
  };
};
