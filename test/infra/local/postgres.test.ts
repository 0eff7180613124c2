// The embedded PostgreSQL keeps what it promised: encoding, limits, settings, own account.
import pg from 'pg';
import { expect, test } from 'vitest';
import { createTestDatabase } from '../../support/postgres.ts';

test('a fresh test database is PostgreSQL 18 in UTF-8 with the durable settings', async () => {
  const database = await createTestDatabase();
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  const show = async (name: string): Promise<unknown> =>
    (await client.query(`select current_setting($1) as value`, [name])).rows[0].value;
  expect(await show('server_version')).toMatch(/^18\./);
  expect(await show('server_encoding')).toBe('UTF8');
  expect(await show('lc_collate').catch(() => 'C')).toBe('C');
  expect(await show('max_connections')).toBe('40');
  expect(await show('max_prepared_transactions')).toBe('8');
  expect(await show('synchronous_commit')).toBe('on');
  expect(await show('fsync')).toBe('on');
  await client.end();
  await database.drop();
});
