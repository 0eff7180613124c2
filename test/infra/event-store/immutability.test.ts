// The log cannot be changed: not by the application, not by its owner, on no leaf, in no mode.
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { maintainPartitions } from '../../../infra/database/migrate.ts';
import {
  eventOf,
  everyTable,
  openStoreFixture,
  requestOf,
  type StoreFixture,
} from './store-fixture.ts';

const LEAF = 10;
let fixture: StoreFixture;
let tables: readonly string[];

beforeAll(async () => {
  fixture = await openStoreFixture({ leafPositions: LEAF });
  for (let round = 0; round < 3; round += 1) {
    await fixture.store.append(
      requestOf({ events: Array.from({ length: LEAF }, () => eventOf()) }),
    );
    await maintainPartitions(fixture.ownerUrl, LEAF);
  }
  const { rows } = await fixture.owner.query<{ leaf: string }>(
    'select leaf::text from es.leaves order by lower_bound',
  );
  tables = [
    ...rows.map(({ leaf }) => leaf),
    ...['events', 'commands', 'identities', 'epochs', 'installation', 'key_tombstones'].map(
      (name) => `es.${name}`,
    ),
  ];
});
afterAll(() => fixture.close());

const columnOf = async (table: string): Promise<string> => {
  const { rows } = await fixture.owner.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and attgenerated = '' and attidentity = '' limit 1`,
    [table],
  );
  return rows[0]?.name ?? '';
};

const changes = async (table: string): Promise<readonly string[]> => {
  const column = await columnOf(table);
  return [
    `update ${table} set ${column} = ${column}`,
    `update ${table} set ${column} = ${column} where false`,
    `delete from ${table}`,
    `delete from ${table} where false`,
    `truncate ${table}`,
    `truncate ${table} cascade`,
  ];
};

const expectRefused = async (client: pg.Client, reason: RegExp): Promise<number> => {
  const before = await everyTable(fixture.owner);
  let refused = 0;
  for (const table of tables)
    for (const statement of await changes(table)) {
      await expect(client.query(statement), statement).rejects.toThrow(reason);
      refused += 1;
    }
  expect(await everyTable(fixture.owner)).toEqual(before);
  return refused;
};

describe('update, delete and truncate are refused on every leaf and table of record', () => {
  test('for the owner, a superuser', async () => {
    expect(tables.length).toBeGreaterThanOrEqual(11);
    expect(await expectRefused(fixture.owner, /is append-only/)).toBe(tables.length * 6);
  });

  test('for the owner with session_replication_role = replica', async () => {
    const client = new pg.Client({ connectionString: fixture.ownerUrl });
    await client.connect();
    await client.query('set session_replication_role = replica');
    await expectRefused(client, /is append-only/);
    await client.end();
  });

  test('for the application, which may not even insert', async () => {
    const client = await fixture.connectAsApp();
    await expectRefused(client, /permission denied/);
    await expect(client.query('set session_replication_role = replica')).rejects.toThrow(
      /permission denied/,
    );
    for (const table of tables.filter((name) => name !== 'es.installation'))
      await expect(client.query(`insert into ${table} default values`)).rejects.toThrow(
        /permission denied/,
      );
    await expect(client.query('update es.streams set version = 1')).rejects.toThrow(
      /permission denied/,
    );
  });

  test('and by no merge either', async () => {
    await expect(
      fixture.owner.query(
        `merge into es.commands c using es.streams s on s.stream_id = c.stream_id
         when matched then delete`,
      ),
    ).rejects.toThrow(/is append-only/);
  });
});

test('the application cannot lift the guard, move the sequence or make an epoch', async () => {
  const client = await fixture.connectAsApp();
  for (const statement of [
    'alter table es.events disable trigger all',
    'drop trigger refuse_change on es.events',
    'drop table es.events',
    'create table es.mine (a int)',
    'create table rm.mine (a int)',
    `select setval('es.position_seq', 1)`,
    `select nextval('es.position_seq')`,
    `select es.new_epoch(0, 'x')`,
    'select es.make_partitions(10)',
    `select es.make_immutable('es.streams')`,
    'delete from es.subject_keys',
    'update es.subject_keys set wrapped = wrapped',
  ])
    await expect(client.query(statement), statement).rejects.toMatchObject({ code: '42501' });
});
