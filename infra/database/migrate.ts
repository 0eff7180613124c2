// Brings a database to this version of the product, as its owner. Running it again changes nothing.
import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import pg from 'pg';
import { failure } from '../failure.ts';
import type { Log } from '../local/sentence.ts';
import { appRoleAt, ensureAppRole } from './app-role.ts';
import { eventStoreMigrations, repeatableScripts } from './migrations.ts';

/** Positions per leaf: about 5 GB with its indexes, detached and exported as one piece. */
export const LEAF_POSITIONS = 5_000_000;

const migrationFailed = (name: string, cause: unknown): Error =>
  failure({
    code: 'Store.MigrationFailed',
    retryable: false,
    sentence: {
      id: `Migrasi basis data "${name}" gagal; tidak ada yang diubah. Lihat log lalu jalankan lagi.`,
      en: `The database migration "${name}" failed and changed nothing. See the log, then run again.`,
    },
    cause,
  });

const runVersioned = async (db: Kysely<unknown>, log: Log): Promise<void> => {
  await sql`create schema if not exists rm`.execute(db);
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...eventStoreMigrations }) },
    migrationTableSchema: 'es',
    migrationTableName: 'migrations',
    migrationLockTableName: 'migrations_lock',
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw migrationFailed(
      results.find(({ status }) => status === 'Error')?.migrationName ?? '',
      error,
    );
  for (const { migrationName } of results)
    log({
      id: `Migrasi basis data ${migrationName} selesai.`,
      en: `Database migration ${migrationName} done.`,
    });
};

// Scripts whose text is unchanged are left alone: replacing a function makes every process replan.
const runRepeatable = async (client: pg.Client, appRole: string): Promise<void> => {
  const scripts = repeatableScripts(appRole);
  await client.query('begin');
  try {
    // The partition maker's lock: both write the catalog row of es.events.
    await client.query('select pg_advisory_xact_lock(7302, 1)');
    await client.query(
      `create table if not exists es.scripts (name text primary key, sha256 text not null,
         ran_at timestamptz not null default clock_timestamp())`,
    );
    const known = await client.query<{ name: string; sha256: string }>(
      'select name, sha256 from es.scripts',
    );
    const before = new Map(known.rows.map((row) => [row.name, row.sha256]));
    const changed = scripts
      .map((script) => ({
        ...script,
        sha256: createHash('sha256').update(script.text).digest('hex'),
      }))
      .filter((script) => before.get(script.name) !== script.sha256);
    for (const script of changed) {
      await client.query(script.text);
      await client.query(
        `insert into es.scripts (name, sha256) values ($1, $2)
         on conflict (name) do update set sha256 = excluded.sha256, ran_at = clock_timestamp()`,
        [script.name, script.sha256],
      );
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
};

const withOwner = async <T>(
  ownerUrl: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> => {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'lindung:owner',
    options: '-c client_min_messages=warning',
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const versionedAsOwner = async (ownerUrl: string, log: Log): Promise<void> => {
  const pool = new pg.Pool({
    connectionString: ownerUrl,
    max: 1,
    application_name: 'lindung:owner',
  });
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    await runVersioned(db, log);
  } finally {
    await db.destroy();
  }
};

export type MigrateOptions = {
  readonly ownerUrl: string;
  readonly appPassword: string;
  readonly log: Log;
  readonly leafPositions?: number;
};

/** Schemas, tables, functions, role, grants and two leaves ahead. */
export const migrate = async (options: MigrateOptions): Promise<void> => {
  const { ownerUrl, appPassword, log } = options;
  await withOwner(ownerUrl, async (client) => {
    // Held by this connection until it ends: two processes that start at once go one after the other.
    await client.query('select pg_advisory_lock(7302, 3)');
    await ensureAppRole(client, { ownerUrl, appPassword });
    await versionedAsOwner(ownerUrl, log);
    await runRepeatable(client, appRoleAt(ownerUrl));
  });
  await maintainPartitions(ownerUrl, options.leafPositions);
};

/** Keeps two leaves ahead of the log; the supervisor calls it at start and every few minutes. */
export const maintainPartitions = async (
  ownerUrl: string,
  leafPositions: number = LEAF_POSITIONS,
): Promise<{ made: number; ahead: number }> =>
  withOwner(ownerUrl, async (client) => {
    const made = await client.query<{ made: number }>('select es.make_partitions($1) as made', [
      leafPositions,
    ]);
    const ahead = await client.query<{ ahead: number }>('select es.leaves_ahead() as ahead');
    return { made: made.rows[0]?.made ?? 0, ahead: ahead.rows[0]?.ahead ?? 0 };
  });

/** After a restore or promotion: nothing published before may be mistaken for what comes now. */
export const startNewEpoch = async (
  ownerUrl: string,
  facts: {
    readonly publishedPosition: string;
    readonly reason: string;
    readonly leafPositions?: number;
  },
): Promise<string> => {
  const epoch = await withOwner(ownerUrl, async (client) => {
    const answer = await client.query<{ epoch: string }>('select es.new_epoch($1, $2) as epoch', [
      facts.publishedPosition,
      facts.reason,
    ]);
    return answer.rows[0]?.epoch ?? '';
  });
  await maintainPartitions(ownerUrl, facts.leafPositions);
  return epoch;
};
