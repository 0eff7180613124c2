// What a migrated database promises: the same after every start, and a role that owns nothing.
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appRoleAt, appUrl } from '../../../infra/database/app-role.ts';
import { openPools } from '../../../infra/database/connect.ts';
import { migrate } from '../../../infra/database/migrate.ts';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.ts';

const PASSWORD = 'test-lindung_app';
const quiet = (): void => undefined;
let database: TestDatabase;
let owner: pg.Client;
let appRole: string;

beforeAll(async () => {
  database = await createTestDatabase();
  appRole = appRoleAt(database.ownerUrl);
  await migrate({ ownerUrl: database.ownerUrl, appPassword: PASSWORD, log: quiet });
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const column = async (text: string, values: unknown[] = []): Promise<readonly unknown[]> => {
  const { rows } = await owner.query<unknown[]>({ text, values, rowMode: 'array' });
  return rows.map(([first]) => first);
};

const logsIn = async (password: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: appUrl(database.ownerUrl, password) });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end();
  }
};

test('migrating again changes nothing', async () => {
  // xmin moves with every change of a catalog row, so equal means untouched.
  const state = () =>
    column(`select 'p' || p.oid || ':' || p.xmin from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'es'
      union all select 'c' || c.oid || ':' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('es', 'rm')
      union all select 'm' || name || ':' || timestamp from es.migrations
      union all select 'r' || rolpassword from pg_authid where rolname = '${appRole}' order by 1`);
  const before = await state();
  expect(before.length).toBeGreaterThan(40);
  const said: string[] = [];
  const log = ({ en }: { en: string }) => said.push(en);
  await migrate({ ownerUrl: database.ownerUrl, appPassword: PASSWORD, log });
  expect(await state()).toEqual(before);
  expect(said).toEqual([]);
});

test('two databases of one server do not change each other’s password', async () => {
  const other = await createTestDatabase();
  try {
    await migrate({ ownerUrl: other.ownerUrl, appPassword: 'another one', log: quiet });
    expect(await logsIn(PASSWORD)).toBe(true);
    expect(await logsIn('another one')).toBe(false);
    const theirs = new pg.Client({ connectionString: appUrl(other.ownerUrl, 'another one') });
    await theirs.connect();
    await theirs.end();
    // Known to the server, and yet a stranger to the log of the other.
    const strange = new URL(appUrl(other.ownerUrl, 'another one'));
    strange.pathname = `/${database.name}`;
    const client = new pg.Client({ connectionString: strange.href });
    await client.connect();
    await expect(client.query('select 1 from es.events')).rejects.toMatchObject({ code: '42501' });
    await client.end();
  } finally {
    await other.drop();
  }
});

test('the one role of all databases, from before, keeps no right in this one', async () => {
  const older = await createTestDatabase();
  const client = new pg.Client({ connectionString: older.ownerUrl });
  await client.connect();
  try {
    await client.query(
      `do $$ begin create role lindung_app; exception when duplicate_object then null; end $$`,
    );
    await migrate({ ownerUrl: older.ownerUrl, appPassword: PASSWORD, log: quiet });
    await client.query(`
      grant usage on schema es to lindung_app; grant select on all tables in schema es to lindung_app;
      grant execute on all functions in schema es to lindung_app;
      update es.scripts set sha256 = 'of an older release' where name = 'grants'`);
    await migrate({ ownerUrl: older.ownerUrl, appPassword: PASSWORD, log: quiet });
    const { rows } = await client.query(
      `select has_schema_privilege('lindung_app', 'es', 'usage') as enters,
         bool_or(has_function_privilege('lindung_app', p.oid, 'execute')) as executes
       from pg_proc p where p.pronamespace = 'es'::regnamespace`,
    );
    expect(rows).toEqual([{ enters: false, executes: false }]);
  } finally {
    await client.end();
    await older.drop();
  }
});

test('a role’s name stands unquoted, whatever the database is called', () => {
  const roleAt = (database: string) =>
    appRoleAt(`postgres://owner@host/${encodeURIComponent(database)}`);
  expect(roleAt('lindung')).toBe('lindung_app_lindung');
  for (const name of ['Kota Bontang', 'dinas-1', 'x'.repeat(63)])
    expect(roleAt(name)).toMatch(/^lindung_app_[0-9a-f]{16}$/);
  expect(roleAt('dinas-1')).not.toBe(roleAt('dinas-2'));
});

test('several starts at once, on one database and on two, all succeed', async () => {
  const [one, two] = [await createTestDatabase(), await createTestDatabase()];
  const urls = [one, two, one, two].map(({ ownerUrl }) => ownerUrl);
  await Promise.all(
    urls.map((ownerUrl) => migrate({ ownerUrl, appPassword: PASSWORD, log: quiet })),
  );
  for (const { ownerUrl, drop } of [one, two]) {
    const client = new pg.Client({ connectionString: appUrl(ownerUrl, PASSWORD) });
    await client.connect();
    expect((await client.query('select es.leaves_ahead() as n')).rows).toEqual([{ n: 2 }]);
    await client.end();
    await drop();
  }
});

test('the role takes over a new password, and never shows it', async () => {
  const hard = `p%40 ss'"/:?#$\\`;
  await migrate({ ownerUrl: database.ownerUrl, appPassword: hard, log: quiet });
  expect(await logsIn(hard)).toBe(true);
  expect(await logsIn(PASSWORD)).toBe(false);
  await migrate({ ownerUrl: database.ownerUrl, appPassword: PASSWORD, log: quiet });
  expect(await logsIn(PASSWORD)).toBe(true);
  const [stored] = await column('select rolpassword from pg_authid where rolname = $1', [appRole]);
  expect(stored).toMatch(/^SCRAM-SHA-256\$4096:/);
});

describe('the application’s role', () => {
  test('owns nothing in this database and has no special right', async () => {
    const owned = await column(
      `select classid::regclass || ' ' || objid from pg_shdepend
       where refobjid = $1::regrole and deptype = 'o' and dbid in (0, (select oid from pg_database where datname = current_database()))`,
      [appRole],
    );
    expect(owned).toEqual([]);
    const rights = await column(
      `select rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls or not rolcanlogin
       from pg_roles where rolname = $1`,
      [appRole],
    );
    expect(rights).toEqual([false]);
    expect(
      await column('select roleid from pg_auth_members where member = $1::regrole', [appRole]),
    ).toEqual([]);
  });

  test('writes exactly the tables that are its own bookkeeping', async () => {
    const writable = await column(
      `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
       where n.nspname = 'es' and c.relkind in ('r', 'p', 'v', 'S')
         and (has_table_privilege($1, c.oid, 'insert') or has_table_privilege($1, c.oid, 'update')
           or has_table_privilege($1, c.oid, 'delete') or has_table_privilege($1, c.oid, 'truncate'))
       order by 1`,
      [appRole],
    );
    expect(writable).toEqual([
      'checkpoints',
      'dead_letters',
      'installation',
      'projection_current',
      'relay_state',
      'subject_keys',
    ]);
  });

  test('keeps the read models that the owner made', async () => {
    await owner.query('create table rm.screen_v1 (id int primary key, n int)');
    const client = new pg.Client({ connectionString: appUrl(database.ownerUrl, PASSWORD) });
    await client.connect();
    await client.query('insert into rm.screen_v1 values (1, 1)');
    await client.query('update rm.screen_v1 set n = 2');
    await client.query('delete from rm.screen_v1');
    await client.query('truncate rm.screen_v1');
    await expect(client.query('drop table rm.screen_v1')).rejects.toMatchObject({ code: '42501' });
    await client.end();
  });
});

describe('the functions of the store', () => {
  test('that read or write the log are volatile: each statement sees a new snapshot', async () => {
    const functions = await column(
      `select proname || ':' || provolatile::text from pg_proc where pronamespace = 'es'::regnamespace
       and proname in ('append', 'append_many', 'safe_position', 'read_after') order by 1`,
    );
    expect(functions).toEqual(['append:v', 'append_many:v', 'read_after:v', 'safe_position:v']);
  });

  test('draw positions one by one, from no cache', async () => {
    const { rows } = await owner.query(
      `select seqstart, seqincrement, seqcache, seqcycle, seqtypid::regtype::text as type
       from pg_sequence where seqrelid = 'es.position_seq'::regclass`,
    );
    expect(rows).toEqual([
      { seqstart: '1', seqincrement: '1', seqcache: '1', seqcycle: false, type: 'bigint' },
    ]);
  });

  test('with the owner’s rights have a fixed search path', async () => {
    const definers = await column(
      `select proname || ' ' || coalesce(proconfig::text, '') from pg_proc
       where pronamespace = 'es'::regnamespace and prosecdef order by 1`,
    );
    expect(definers.length).toBeGreaterThanOrEqual(8);
    for (const definer of definers) expect(definer).toMatch(/search_path=pg_catalog, pg_temp/);
  });

  test('are executed by the application alone', async () => {
    const open = await column(
      `select p.proname from pg_proc p where p.pronamespace = 'es'::regnamespace
       and has_function_privilege('pg_monitor', p.oid, 'execute')`,
    );
    expect(open).toEqual([]);
    const executed = await column(
      `select p.proname from pg_proc p where p.pronamespace = 'es'::regnamespace
       and has_function_privilege($1, p.oid, 'execute') order by 1`,
      [appRole],
    );
    expect(executed).toEqual([
      'append',
      'append_each',
      'append_many',
      'appends_suspended',
      'current_epoch',
      'leaves_ahead',
      'read_after',
      'safe_position',
      'seal',
      'set_workflow_flag',
      'shred_subjects',
      // It may take its own right to append away; only the owner's new epoch gives it back.
      'suspend_appends',
    ]);
  });

  test('every table of record carries its guard, always enabled', async () => {
    const guarded = await column(
      `select t.tgrelid::regclass || ':' || t.tgenabled::text from pg_trigger t
       where t.tgname = 'refuse_change' order by 1`,
    );
    const tables = [
      ...['commands', 'epochs', 'events', 'identities', 'installation', 'key_tombstones', 'seals'],
    ];
    const leaves = await column('select name from es.leaves');
    expect(leaves).toHaveLength(3);
    expect(guarded).toEqual([...tables, ...leaves].map((name) => `es.${name}:A`).toSorted());
  });
});

test('each pool states its limits to the server', async () => {
  const url = appUrl(database.ownerUrl, PASSWORD);
  const pools = openPools({ url, applicationName: 'lindung:test', log: quiet });
  const limits = async (pool: pg.Pool) => {
    const { rows } = await pool.query<Record<string, string>>(
      `select current_setting('application_name') as name, current_setting('statement_timeout') as statement,
        current_setting('lock_timeout') as lock, current_setting('idle_in_transaction_session_timeout') as idle,
        current_setting('timezone') as zone, 9007199254740993::int8 as big`,
    );
    return rows[0];
  };
  const common = { zone: 'UTC', big: '9007199254740993' };
  expect(await limits(pools.hot)).toEqual({
    name: 'lindung:test:hot',
    statement: '10s',
    lock: '2s',
    idle: '2s',
    ...common,
  });
  expect(await limits(pools.app)).toMatchObject({
    name: 'lindung:test:app',
    statement: '30s',
    ...common,
  });
  expect(await limits(pools.bg)).toMatchObject({
    name: 'lindung:test:bg',
    statement: '10min',
    ...common,
  });
  expect([pools.hot, pools.app, pools.bg].map((pool) => pool.options.max)).toEqual([4, 10, 4]);
  await pools.close();
  await pools.close();
});

test('a database out of reach is a retryable failure', async () => {
  const { createPostgresEventStore } = await import(
    '../../../infra/event-store/postgres-event-store.ts'
  );
  const pools = openPools({
    url: 'postgres://nobody:x@127.0.0.1:1/none',
    applicationName: 'test',
    log: quiet,
  });
  const store = createPostgresEventStore({ pools });
  await expect(store.safePosition()).rejects.toMatchObject({
    code: 'Infra.StoreAway',
    retryable: true,
  });
  await store.close();
});
