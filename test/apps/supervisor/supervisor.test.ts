// One installation as an operator meets it: start, attach, restart, stop, and go on tomorrow.
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { stackStatus } from '../../../apps/supervisor/status.ts';
import { readSettings } from '../../../infra/config/settings.ts';
import { isAlive } from '../../../infra/local/process-facts.ts';
import { type Runtime, readRuntime } from '../../../infra/local/runtime-file.ts';
import {
  pidOf,
  spawnStack,
  startedRuntime,
  stopAllStacks,
  stopStack,
  type TestStack,
  until,
} from '../../support/stack.ts';

let folder: string;
let dataDir: string;
let stack: TestStack;
let runtime: Runtime;

/** Stands in for a program of the house: writes its addresses down and waits to be told to stop. */
const program = (name: string): { name: string; entry: string } => {
  const entry = join(folder, `${name}.ts`);
  writeFileSync(
    entry,
    `import { appendFileSync } from 'node:fs';
const log = ${JSON.stringify(join(folder, 'programs.log'))};
appendFileSync(log, JSON.stringify({ name: '${name}', database: process.env.DATABASE_URL !== undefined,
  nats: process.env.NATS_URL !== undefined, temporal: process.env.TEMPORAL_ADDRESS !== undefined }) + '\\n');
process.on('SIGTERM', () => process.exit(0));
setInterval(() => {}, 1000);
`,
  );
  return { name, entry };
};

const apps = () => [program('worker'), program('relay'), program('projector')];

const query = async (text: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: runtime.connection?.databaseOwnerUrl });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
};

const said = (of: TestStack, pattern: RegExp): boolean =>
  of.sentences.some(({ en }) => pattern.test(en));

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lindung stack '));
  chmodSync(folder, 0o711); // as root, PostgreSQL runs as another user than we
  dataDir = join(folder, 'data with spaces');
  stack = spawnStack({ dataDir, apps: apps() });
  runtime = await startedRuntime(stack);
});

afterAll(async () => {
  await stopAllStacks();
  rmSync(folder, { recursive: true, force: true });
});

test('a first start in a path with spaces runs every service and program', async () => {
  const names = ['postgres', 'nats', 'temporal', 'worker', 'relay', 'projector'];
  expect(runtime.services.map(({ name }) => name)).toEqual(names);
  for (const { state, process: identity } of runtime.services) {
    expect(state).toBe('running');
    expect(isAlive(identity?.pid ?? -1)).toBe(true);
  }
  const written = join(folder, 'programs.log');
  const readLines = () =>
    (existsSync(written) ? readFileSync(written, 'utf8') : '').trim().split('\n');
  await until('all three programs wrote their settings', () => readLines().length === 3);
  const lines = readLines();
  for (const line of lines) {
    expect(JSON.parse(line)).toMatchObject({ database: true, nats: true, temporal: true });
  }
});

test('status asks every service and finds all of them healthy', async () => {
  const status = await stackStatus(readSettings({ LINDUNG_DATA: dataDir }));
  expect(status?.services.map(({ healthy }) => healthy)).toEqual(Array(6).fill(true));
  expect(status?.services.every(({ address }) => !address?.includes('@'))).toBe(true);
});

test('a service that is frozen is out of reach, and status says so in time', async () => {
  const settings = readSettings({ LINDUNG_DATA: dataDir });
  for (const name of ['nats', 'temporal', 'postgres']) {
    const pid = pidOf(runtime, name);
    process.kill(pid, 'SIGSTOP');
    try {
      const status = await stackStatus(settings);
      const unhealthy = status?.services.filter(({ healthy }) => !healthy);
      expect(unhealthy?.map((service) => service.name)).toEqual([name]);
      expect(status?.outOfReach).toBe(true);
      expect(status?.findings[0]?.cause.id).toBe(`${name} berjalan tetapi tidak menjawab.`);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  }
});

test('a second start beside it attaches and leaves the first one alone', async () => {
  const second = spawnStack({ dataDir, apps: apps() });
  expect((await second.answer).kind).toBe('attached');
  expect(await second.exited).toBe(0);
  expect(readRuntime(dataDir)?.supervisor.pid).toBe(stack.pid);
  expect(isAlive(pidOf(runtime, 'worker'))).toBe(true);
});

test('a killed program is started again', async () => {
  const before = pidOf(runtime, 'relay');
  process.kill(before, 'SIGKILL');
  await until('relay has a new pid', () => {
    const now = readRuntime(dataDir)?.services.find(({ name }) => name === 'relay');
    return now?.state === 'running' && now.process !== undefined && now.process.pid !== before;
  });
  expect(said(stack, /relay ended \(SIGKILL\); it is started again/)).toBe(true);
});

test('a killed PostgreSQL comes back on the same address with what was committed', async () => {
  await query('create table kept (n int)');
  await query('insert into kept values (42)');
  const before = pidOf(runtime, 'postgres');
  process.kill(before, 'SIGKILL');
  await until('postgres has a new pid', () => {
    const now = readRuntime(dataDir)?.services.find(({ name }) => name === 'postgres');
    return now?.state === 'running' && now.process !== undefined && now.process.pid !== before;
  });
  expect(await query('select n from kept')).toEqual([{ n: 42 }]);
});

test('Ctrl-C stops the programs before the services, and leaves nothing behind', async () => {
  const pids = (readRuntime(dataDir)?.services ?? []).map(({ process: one }) => one?.pid ?? -1);
  expect(await stopStack(stack)).toBe(0);
  const stops = stack.sentences.map(({ en }) => /^(\S+) stopped/.exec(en)?.[1]).filter(Boolean);
  expect(stops[0]).toBe('worker');
  expect(new Set(stops.slice(1, 3))).toEqual(new Set(['relay', 'projector']));
  expect(stops.slice(3)).toEqual(['nats', 'temporal', 'postgres']);
  for (const pid of pids) expect(isAlive(pid)).toBe(false);
  expect(readRuntime(dataDir)).toBeUndefined();
});

test('the next start goes on with the data; killed outright, its children end with it', async () => {
  stack = spawnStack({ dataDir, apps: apps() });
  runtime = await startedRuntime(stack);
  expect(await query('select n from kept')).toEqual([{ n: 42 }]);
  const pids = runtime.services.map(({ process: one }) => one?.pid ?? -1);
  stack.kill('SIGKILL');
  await stack.exited;
  await until('all children ended', () => pids.every((pid) => !isAlive(pid)));
});

test('after a supervisor that was killed the next one says so and goes on', async () => {
  stack = spawnStack({ dataDir });
  runtime = await startedRuntime(stack);
  expect(said(stack, /previous supervisor \(pid \d+\) did not stop in an orderly way/)).toBe(true);
  expect(await query('select n from kept')).toEqual([{ n: 42 }]);
});

test('children that outlived even their guard are ended by the next start, and said', async () => {
  const leftover = runtime.services.map(({ process: one }) => one?.pid ?? -1);
  process.kill(runtime.guardPid ?? -1, 'SIGKILL');
  stack.kill('SIGKILL');
  await stack.exited;
  expect(isAlive(pidOf(runtime, 'postgres'))).toBe(true);
  stack = spawnStack({ dataDir });
  runtime = await startedRuntime(stack);
  expect(leftover.map(isAlive)).toEqual([false, false, false]);
  // The other two may end by themselves at the first line they cannot log.
  expect(said(stack, /^postgres, left over from a dead supervisor/)).toBe(true);
  expect(await query('select n from kept')).toEqual([{ n: 42 }]);
  expect(await stopStack(stack)).toBe(0);
});
