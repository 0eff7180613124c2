// A database restored without a word: nothing is appended to it until `lindung restore --yes`.
import { randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { runRelay } from '../../../apps/relay/relay.ts';
import { restoreLog } from '../../../apps/relay/restore-log.ts';
import { type LogState, watchLog } from '../../../apps/relay/set-back.ts';
import { appUrl } from '../../../infra/database/app-role.ts';
import { kyselyOver, openPools, type Pools } from '../../../infra/database/connect.ts';
import { migrate, startNewEpoch } from '../../../infra/database/migrate.ts';
import type { EventStore } from '../../../infra/event-store/event-store.ts';
import { createPostgresEventStore } from '../../../infra/event-store/postgres-event-store.ts';
import type { EventBus } from '../../../infra/nats/event-bus.ts';
import { openJetStreamBus } from '../../../infra/nats/jetstream-event-bus.ts';
import { APP_PASSWORD, requestOf } from '../../infra/event-store/store-fixture.ts';
import { eventually, startTestNats, type TestNats } from '../../infra/nats/test-nats.ts';
import { createTestDatabase, type TestDatabase } from '../../support/postgres.ts';

const quiet = (): void => undefined;

type OpenLog = { readonly url: string; readonly pools: Pools; readonly store: EventStore };

let folder: string;
let nats: TestNats;
let bus: EventBus;
let live: TestDatabase;
let backup: TestDatabase;
const restoredOnes: { readonly log: OpenLog; readonly database: TestDatabase }[] = [];

const openLog = ({ ownerUrl }: TestDatabase): OpenLog => {
  const url = appUrl(ownerUrl, APP_PASSWORD);
  const pools = openPools({ url, applicationName: 'test', log: quiet });
  return { url, pools, store: createPostgresEventStore({ pools }) };
};

const append = async ({ store }: OpenLog, count: number): Promise<void> => {
  for (let n = 0; n < count; n += 1)
    expect(await store.append(requestOf())).toMatchObject({ status: 'ok' });
};

/** As a restore does: another database with what the backup held, its identity included. */
const copyOf = async (source: TestDatabase): Promise<TestDatabase> => {
  const copy = await createTestDatabase();
  await copy.drop();
  const admin = new URL(copy.ownerUrl);
  admin.pathname = '/postgres';
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  await client.query(`create database ${copy.name} template ${source.name}`);
  await client.end();
  // Under another name it has a role of its own, as after any start of the house over it.
  await migrate({ ownerUrl: copy.ownerUrl, appPassword: APP_PASSWORD, log: quiet });
  return copy;
};

/** What this machine and the stream know of the live log: eight events, three after the backup. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lindung-set-back-'));
  nats = await startTestNats();
  bus = await openJetStreamBus({ url: nats.url, name: 'test' });
  live = await createTestDatabase();
  await migrate({ ownerUrl: live.ownerUrl, appPassword: APP_PASSWORD, log: quiet });
  const before = openLog(live);
  await append(before, 5);
  await before.store.close();
  backup = await copyOf(live);
  const log = openLog(live);
  const stop = new AbortController();
  const deps = { store: log.store, bus, databaseUrl: log.url, report: quiet };
  const relay = runRelay(deps, stop.signal);
  await append(log, 3);
  await eventually('the stream holds the log', async () => {
    const facts = await bus.streamFacts();
    return facts?.lastSequence === 8;
  });
  expect(await watchLog({ database: log.pools.app, dataDir: folder, bus })).toBe('as known');
  stop.abort();
  await relay;
  await log.store.close();
}, 60_000);

afterEach(async () => {
  for (const { log, database } of restoredOnes.splice(0)) {
    await log.store.close();
    await database.drop();
  }
});

afterAll(async () => {
  await bus.close();
  await nats.stop();
  await backup.drop();
  await live.drop();
  rmSync(folder, { recursive: true, force: true });
});

type RestoredLog = { readonly log: OpenLog; readonly ownerUrl: string };

const restored = async (): Promise<RestoredLog> => {
  const database = await copyOf(backup);
  const log = openLog(database);
  restoredOnes.push({ log, database });
  return { log, ownerUrl: database.ownerUrl };
};

/** The note of the machine as it was when the live log was last seen. */
const noteOfTheMachine = (): string => {
  const dataDir = mkdtempSync(join(folder, 'data-'));
  cpSync(join(folder, 'high-water.json'), join(dataDir, 'high-water.json'));
  return dataDir;
};
/** `lindung restore --yes` on this machine; this installation has no workflows. */
const sayRestored = ({ log, ownerUrl }: RestoredLog, dataDir: string) =>
  restoreLog({
    ...{ databaseUrl: log.url, ownerUrl, dataDir, store: log.store, bus },
    db: kyselyOver(log.pools.app),
    projections: [],
    reapplyTombstones: async () => ({ destroyed: 0 }),
    workflows: {
      end: async () => 0,
      deliverDead: async () => 0,
      revive: async () => ({ examined: 0, started: 0, signalled: 0, restarted: 0, schedules: 0 }),
    },
    progress: quiet,
  });

const noNote = (): string => mkdtempSync(join(folder, 'empty-'));

const refused = { code: 'Infra.RestorePending' };

test.for<[string, () => string, boolean]>([
  ['this machine', noteOfTheMachine, false],
  ['the stream', noNote, true],
])('an older log is known from what %s has seen, and appends are refused', async ([, dir, ask]) => {
  const { log } = await restored();
  const watch = { database: log.pools.app, dataDir: dir(), ...(ask && { bus }) };
  expect(await watchLog(watch)).toBe('suspended');
  await expect(log.store.append(requestOf())).rejects.toMatchObject(refused);
  await expect(log.store.appendMany([requestOf()])).rejects.toMatchObject(refused);
  const together = await Promise.allSettled([1, 2, 3].map(() => log.store.append(requestOf())));
  for (const one of together) expect(one).toMatchObject({ status: 'rejected', reason: refused });
  expect(await log.store.readAfter('0' as never, 100)).toHaveLength(5);
});

test('another program that looks meets the same refusal, also one that knows nothing', async () => {
  const { log } = await restored();
  const look = (dataDir: string): Promise<LogState> =>
    watchLog({ database: log.pools.app, dataDir });
  expect(await look(noteOfTheMachine())).toBe('suspended');
  expect(await look(noNote())).toBe('pending');
});

test('a log that has grown past the lost future since is known by its other events', async () => {
  const { log } = await restored();
  await append(log, 6);
  const watch = { database: log.pools.app, dataDir: noteOfTheMachine() };
  expect(await watchLog(watch)).toBe('suspended');
});

test('a new epoch gives the right to append back, and the old note holds nobody up', async () => {
  const { log, ownerUrl } = await restored();
  const watch = { database: log.pools.app, dataDir: noteOfTheMachine() };
  expect(await watchLog(watch)).toBe('suspended');
  await startNewEpoch(ownerUrl, { publishedPosition: '8', reason: 'restore' });
  await append(log, 1);
  expect(await watchLog({ ...watch, bus })).toBe('as known');
  expect(await watchLog(watch)).toBe('as known');
});

test('a log that never knew the epoch of the note is older than that restore', async () => {
  const first = await restored();
  const dataDir = noteOfTheMachine();
  await startNewEpoch(first.ownerUrl, { publishedPosition: '8', reason: 'restore' });
  await append(first.log, 1);
  expect(await watchLog({ database: first.log.pools.app, dataDir })).toBe('as known');
  const older = await restored();
  expect(await watchLog({ database: older.log.pools.app, dataDir })).toBe('suspended');
});

test('the log that was noted is never suspended, however often it is looked at', async () => {
  const log = openLog(live);
  const dataDir = noteOfTheMachine();
  for (const count of [0, 2, 0]) {
    await append(log, count);
    expect(await watchLog({ database: log.pools.app, dataDir, bus })).toBe('as known');
  }
  await log.store.close();
});

test('the same backup restored twice is healthy after each `lindung restore`', async () => {
  const dataDir = noteOfTheMachine();
  for (const _day of ['Tuesday', 'Wednesday']) {
    const { log, ownerUrl } = await restored();
    const look = (): Promise<LogState> => watchLog({ database: log.pools.app, dataDir, bus });
    expect(await look()).toBe('suspended');
    await sayRestored({ log, ownerUrl }, dataDir);
    expect(await look()).toBe('as known');
    await append(log, 1);
    expect([await look(), await look()]).toEqual(['as known', 'as known']);
  }
});

test('a server set back in place twice is healthy after each `lindung restore`', async () => {
  const dataDir = noteOfTheMachine();
  const { log, ownerUrl } = await restored();
  const look = (): Promise<LogState> => watchLog({ database: log.pools.app, dataDir });
  await sayRestored({ log, ownerUrl }, dataDir);
  const path = join(dataDir, 'high-water.json');
  // As if this very database had been seen in an epoch of a future that is lost since.
  const lost = readFileSync(path, 'utf8').replaceAll(
    /"epoch": "[^"]+"/g,
    `"epoch": "${randomUUID()}"`,
  );
  writeFileSync(path, lost);
  expect(await look()).toBe('suspended');
  await sayRestored({ log, ownerUrl }, dataDir);
  expect(await look()).toBe('as known');
  await append(log, 1);
  expect(await look()).toBe('as known');
});

test('whoever looks while the new epoch begins takes nothing away', async () => {
  const dataDir = noteOfTheMachine();
  const first = await restored();
  await sayRestored(first, dataDir);
  const again = await restored();
  const look = (): Promise<LogState> => watchLog({ database: again.log.pools.app, dataDir });
  expect(await look()).toBe('suspended');
  const restoring = sayRestored(again, dataDir);
  let isOver = false;
  const over = restoring.finally(() => {
    isOver = true;
  });
  const seen = new Set<LogState>();
  while (!isOver) seen.add(await look());
  await over;
  expect(seen).not.toContain('suspended');
  expect(await look()).toBe('as known');
  await append(again.log, 1);
});

test('a copy that was used from this data folder does not suspend the original', async () => {
  const dataDir = mkdtempSync(join(folder, 'data-'));
  const original = await restored();
  const look = ({ log }: RestoredLog): Promise<LogState> =>
    watchLog({ database: log.pools.app, dataDir });
  expect(await look(original)).toBe('as known');
  const staging = await restored();
  for (const _time of [1, 2]) {
    await append(staging.log, 3);
    expect(await look(staging)).toBe('as known');
    expect(await look(original)).toBe('as known');
    await append(original.log, 1);
    expect(await look(original)).toBe('as known');
  }
});

test('an empty log that was restored is healthy too', async () => {
  const database = await createTestDatabase();
  await migrate({ ownerUrl: database.ownerUrl, appPassword: APP_PASSWORD, log: quiet });
  const dataDir = noNote();
  const before = await copyOf(database);
  const [seen, log] = [openLog(database), openLog(before)];
  restoredOnes.push({ log: seen, database }, { log, database: before });
  await append(seen, 2);
  expect(await watchLog({ database: seen.pools.app, dataDir })).toBe('as known');
  const look = (): Promise<LogState> => watchLog({ database: log.pools.app, dataDir });
  expect(await look()).toBe('suspended');
  await sayRestored({ log, ownerUrl: before.ownerUrl }, dataDir);
  expect(await look()).toBe('as known');
});
