// Two calculators that share nothing but the format of a case agree on a hundred thousand of them.
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../support/postgres.ts';
import { generatedCases } from './generated-cases.ts';
import { loadCases, loadLaw, sql } from './loaded-cases.ts';

const CASES = 100_000;
const SEED = 20_261_121;

let database: TestDatabase;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
});

afterAll(async () => {
  await client.end();
  await database.drop();
});

const differences = async (): Promise<readonly { readonly who: string; readonly n: number }[]> =>
  (await client.query<{ who: string; n: number }>(sql('difference.sql'))).rows;

test('a second calculator, in SQL and from the tables of the law alone, agrees on 100,000 cases', async () => {
  await loadCases(client, generatedCases(CASES, SEED));
  await loadLaw(client);
  await client.query(sql('calculator.sql'));
  expect(await differences()).toEqual([]);
  // To agree on nothing would be agreement too: every kind, line and flag was there.
  const { rows: seen } = await client.query<{ cases: string; kinds: string; codes: string }>(`
    select (select count(*) from given) as cases,
           (select count(distinct c->>'kind') from given) as kinds,
           (select count(distinct code) from line) as codes,
           (select count(distinct flag) from flag) as flags`);
  expect(seen).toEqual([{ cases: String(CASES), kinds: '12', codes: '22', flags: '19' }]);
});

test('one rupiah that only one of them finds is shown', async () => {
  await client.query('update line set amount = amount + 1 where n = (select min(n) from line)');
  const found = await differences();
  expect(new Set(found.map(({ who }) => who))).toEqual(new Set(['ours', 'second']));
});
