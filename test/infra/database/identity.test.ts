// A program never works on another installation's log, even where name and password would fit.
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appUrl } from '../../../infra/database/app-role.ts';
import { openPools } from '../../../infra/database/connect.ts';
import { databaseIdentity } from '../../../infra/database/identity.ts';
import { migrate, startNewEpoch } from '../../../infra/database/migrate.ts';
import { storeFailure } from '../../../infra/database/store-failure.ts';
import { createPostgresEventStore } from '../../../infra/event-store/postgres-event-store.ts';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.ts';

const PASSWORD = 'test-lindung_app';
const log = (): void => undefined;

let ours: TestDatabase;
let theirs: TestDatabase;
let bare: TestDatabase;

beforeAll(async () => {
  [ours, theirs, bare] = [
    await createTestDatabase(),
    await createTestDatabase(),
    await createTestDatabase(),
  ];
  for (const { ownerUrl } of [ours, theirs])
    await migrate({ ownerUrl, appPassword: PASSWORD, log });
});

afterAll(async () => {
  for (const one of [ours, theirs, bare]) await one.drop();
});

const identityOf = async ({ ownerUrl }: TestDatabase): Promise<string> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return await databaseIdentity(client);
  } finally {
    await client.end();
  }
};

const epochThrough = async (database: TestDatabase, identity: string): Promise<string> => {
  const url = appUrl(database.ownerUrl, PASSWORD);
  const store = createPostgresEventStore({
    pools: openPools({ url, applicationName: 'test', log, identity }),
  });
  try {
    return await store.epoch();
  } finally {
    await store.close();
  }
};

test('the identity of a log stays through a new epoch, and no two logs share it', async () => {
  const before = await identityOf(ours);
  await startNewEpoch(ours.ownerUrl, { publishedPosition: '0', reason: 'test' });
  expect(await identityOf(ours)).toBe(before);
  expect(await identityOf(theirs)).not.toBe(before);
});

test('a program reaches the log it was started for', async () => {
  expect(await epochThrough(ours, await identityOf(ours))).toMatch(/^[0-9a-f-]{36}$/);
});

test('another installation’s log, or none, is refused before its first statement', async () => {
  const identity = await identityOf(ours);
  const code = 'Infra.ForeignDatabase';
  await expect(epochThrough(theirs, identity)).rejects.toMatchObject({ code, retryable: true });
  // Nobody was ever let in there.
  await expect(epochThrough(bare, identity)).rejects.toMatchObject({ code: 'Infra.StoreStranger' });
});

test('a server that does not know our password is somebody else’s, and worth another try', async () => {
  const url = appUrl(ours.ownerUrl, 'of another installation');
  const pools = openPools({ url, applicationName: 'test', log });
  const refused = pools.hot.query('select 1').catch((error: unknown) => storeFailure(error));
  expect(await refused).toMatchObject({ code: 'Infra.StoreStranger', retryable: true });
  await pools.close();
});
