// First starts that go wrong half-way, ports that are taken, and accounts that may not enter.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { isFailure } from '../../../infra/failure.ts';
import { freePort, isPortFree, usualOrNextPort } from '../../../infra/local/ports.ts';
import { type RunningPostgres, startPostgres } from '../../../infra/local/postgres.ts';

const isRoot = process.getuid?.() === 0;

let folder: string;
let lines: string[];
let running: RunningPostgres | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lindung first '));
  chmodSync(folder, 0o711); // as root, PostgreSQL runs as another user than we
});

beforeEach(() => {
  lines = [];
});

afterEach(async () => {
  await running?.stop();
  running = undefined;
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Made by the first test, met again by the ones after it. */
const firstPlace = (): string => join(folder, 'first');

const start = async (dataDir = firstPlace()): Promise<RunningPostgres> => {
  running = await startPostgres({
    dataDir,
    port: 0,
    log: ({ en }) => lines.push(en),
  });
  return running;
};

const one = async (url: string, text: string): Promise<unknown> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return Object.values((await client.query(text)).rows[0])[0];
  } finally {
    await client.end();
  }
};

test('what an interrupted initdb left is made anew, and said', async () => {
  const halfMade = join(firstPlace(), 'cluster.new');
  mkdirSync(halfMade, { recursive: true });
  writeFileSync(join(halfMade, 'PG_VERSION'), '18\n');
  const { ownerUrl } = await start();
  expect(await one(ownerUrl, 'select 1')).toBe(1);
  expect(existsSync(halfMade)).toBe(false);
  expect(lines.join('\n')).toMatch(/half-made folder is made anew/);
});

test('a data folder without a cluster in it is moved aside, never deleted', async () => {
  const place = join(folder, 'second');
  const cluster = join(place, 'cluster');
  mkdirSync(cluster, { recursive: true });
  writeFileSync(join(cluster, 'notes.txt'), 'somebody may still want this');
  await start(place);
  const aside = readdirSync(place).find((name) => name.includes('incomplete'));
  expect(readFileSync(join(place, aside ?? '', 'notes.txt'), 'utf8')).toMatch(/want/);
  expect(lines.join('\n')).toMatch(/was incomplete; it was moved to/);
});

test('data of another PostgreSQL version is refused with a way out, and left untouched', async () => {
  const place = join(folder, 'third');
  const cluster = join(place, 'cluster');
  mkdirSync(cluster, { recursive: true });
  writeFileSync(join(cluster, 'PG_VERSION'), '15\n');
  const error: unknown = await start(place).catch((caught: unknown) => caught);
  expect(isFailure(error) && error.code).toBe('Local.OtherPostgresVersion');
  expect(readFileSync(join(cluster, 'PG_VERSION'), 'utf8')).toBe('15\n');
});

test('a pid file of a process that is gone does not block the start', async () => {
  const pidFile = join(firstPlace(), 'cluster', 'postmaster.pid');
  writeFileSync(pidFile, `${process.pid}\n${dirname(pidFile)}\n1\n1\n\n127.0.0.1\n\nready\n`);
  const { ownerUrl } = await start();
  expect(await one(ownerUrl, 'select 1')).toBe(1);
});

test('a server left over on the same data is stopped first, and said', async () => {
  const leftover = await start();
  const second = await start();
  expect((await leftover.exited).code).toBe(0);
  expect(await one(second.ownerUrl, 'select 1')).toBe(1);
  expect(lines.join('\n')).toMatch(new RegExp(`pid ${leftover.pid}\\) was stopped`));
});

test('a taken port is stepped over', async () => {
  const usual = await freePort();
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(usual, '127.0.0.1', resolve));
  const next = await usualOrNextPort(usual);
  expect(next).not.toBe(usual);
  expect(await isPortFree(next)).toBe(true);
  await new Promise((resolve) => server.close(resolve));
});

test.skipIf(!isRoot)(
  'as root under a closed home the data goes where the database may enter, and stays there (needs root)',
  async () => {
    const home = join(folder, 'closed home');
    mkdirSync(home, { mode: 0o700 });
    const first = await start(join(home, 'data', 'postgres'));
    const place = readFileSync(join(home, 'data', 'postgres', 'place'), 'utf8').trim();
    try {
      expect(place.startsWith(home)).toBe(false);
      expect(existsSync(join(place, 'PG_VERSION'))).toBe(true);
      expect(lines.join('\n')).toContain(place);
      await first.stop();
      const again = await start(join(home, 'data', 'postgres'));
      expect(await one(again.ownerUrl, 'show data_directory')).toBe(place);
      await again.stop();
    } finally {
      rmSync(dirname(place), { recursive: true, force: true });
    }
  },
);
