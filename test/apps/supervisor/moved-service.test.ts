// A service that died and whose port somebody else took meanwhile: it moves, and the programs follow.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { natsAnswers, postgresAnswers } from '../../../apps/supervisor/external-services.ts';
import { stackStatus } from '../../../apps/supervisor/status.ts';
import { readSettings } from '../../../infra/config/settings.ts';
import { readRuntime } from '../../../infra/local/runtime-file.ts';
import {
  pidOf,
  spawnStack,
  startedRuntime,
  stopAllStacks,
  stopStack,
  until,
} from '../../support/stack.ts';

let folder: string;
const thieves: Server[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lindung-moved-'));
  chmodSync(folder, 0o711); // as root, PostgreSQL runs as another user than we
});

afterEach(async () => {
  for (const thief of thieves.splice(0)) thief.close();
  await stopAllStacks();
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const written = (): readonly Record<string, string>[] => {
  const path = join(folder, 'programs.log');
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Record<string, string>);
};

/** Stands in for a program of the house: writes its addresses down and waits to be told to stop. */
const program = (): { name: string; entry: string } => {
  const entry = join(folder, 'relay.ts');
  writeFileSync(
    entry,
    `import { appendFileSync } from 'node:fs';
const { DATABASE_URL, NATS_URL, TEMPORAL_TASK_QUEUE } = process.env;
appendFileSync(${JSON.stringify(join(folder, 'programs.log'))},
  JSON.stringify({ DATABASE_URL, NATS_URL, TEMPORAL_TASK_QUEUE }) + '\\n');
process.on('SIGTERM', () => process.exit(0));
setInterval(() => {}, 1000);
`,
  );
  return { name: 'relay', entry };
};

/** Tries until the dying process has let go of its port: before the supervisor starts it again. */
const steal = async (port: number): Promise<void> => {
  for (;;) {
    const thief = createServer((socket) => socket.destroy());
    const got = await new Promise<boolean>((resolve) => {
      thief.once('error', () => resolve(false));
      thief.listen(port, '127.0.0.1', () => resolve(true));
    });
    if (!got) continue;
    thieves.push(thief);
    return;
  }
};

const portOf = (url: string | undefined): number => Number(new URL(url ?? '').port);

test('PostgreSQL and NATS that lose their port to another program move, and programs hear of it', {
  timeout: 90_000,
}, async () => {
  const dataDir = join(folder, 'one');
  const stack = spawnStack({ dataDir, apps: [program()] });
  const runtime = await startedRuntime(stack);
  await until('the program runs', () => written().length === 1);
  for (const [name, key] of [
    ['nats', 'natsUrl'],
    ['postgres', 'databaseUrl'],
  ] as const) {
    const before = portOf(runtime.connection?.[key]);
    const programs = written().length;
    process.kill(pidOf(runtime, name), 'SIGKILL');
    await steal(before);
    await until(`${name} has moved`, () => {
      const now = readRuntime(dataDir)?.connection;
      return now !== undefined && portOf(now[key]) !== before;
    });
    await until('the program was started again', () => written().length === programs + 1);
  }
  const now = readRuntime(dataDir)?.connection;
  expect(written().at(-1)).toMatchObject({
    DATABASE_URL: now?.databaseUrl,
    NATS_URL: now?.natsUrl,
  });
  expect(await postgresAnswers(now?.databaseOwnerUrl ?? '')).toBe(true);
  expect(await natsAnswers(now?.natsUrl ?? '')).toBe(true);
  await until('everything is healthy again', async () => {
    const status = await stackStatus(readSettings({ LINDUNG_DATA: dataDir }));
    return status?.services.every(({ healthy }) => healthy) === true;
  });
  expect(stack.sentences.some(({ en }) => /^nats: port \d+ was taken/.test(en))).toBe(true);
  expect(await stopStack(stack)).toBe(0);
});

test('a database that is not ready at once after a move is tried again, and the stop is in order', {
  timeout: 90_000,
}, async () => {
  const dataDir = join(folder, 'late');
  const environment = { TEST_PREPARE_FAILURES: '2' };
  const programs = written().length;
  const stack = spawnStack({ dataDir, apps: [program()], environment });
  const runtime = await startedRuntime(stack);
  await until('the program runs', () => written().length === programs + 1);
  const said = (pattern: RegExp): number =>
    stack.sentences.filter(({ en }) => pattern.test(en)).length;
  process.kill(pidOf(runtime, 'postgres'), 'SIGKILL');
  await steal(portOf(runtime.connection?.databaseUrl));
  await until('the program follows', () => written().length === programs + 2);
  expect(said(/^The database is not ready again/)).toBe(2);
  const now = readRuntime(dataDir)?.connection;
  expect(written().at(-1)).toMatchObject({ DATABASE_URL: now?.databaseUrl });
  expect(await postgresAnswers(now?.databaseOwnerUrl ?? '')).toBe(true);
  expect(await stopStack(stack)).toBe(0);
  expect(said(/^(postgres|nats|temporal) stopped/)).toBe(3);
  expect([said(/^preparation 1 was closed/), said(/^preparation 2 was closed/)]).toEqual([1, 1]);
  expect(readRuntime(dataDir)).toBeUndefined();
});

test('two installations on one outside Temporal each have a task queue of their own', {
  timeout: 90_000,
}, async () => {
  const identities = [
    '0b0c7d52-6f0e-4b6e-9d6e-4a5d0a4c0001',
    '3f0c7d52-6f0e-4b6e-9d6e-4a5d0a4c0002',
  ];
  const outside = {
    TEMPORAL_ADDRESS: inject('temporalAddress'),
    LINDUNG_KEYS: randomBytes(32).toString('base64'),
  };
  const stacks = identities.map((identity, n) =>
    spawnStack({
      dataDir: join(folder, `outside-${n}`),
      environment: { ...outside, TEST_IDENTITY: identity },
    }),
  );
  const runtimes = await Promise.all(stacks.map(startedRuntime));
  expect(runtimes.map(({ connection }) => connection?.taskQueue)).toEqual([
    'lindung-0b0c7d52',
    'lindung-3f0c7d52',
  ]);
  expect(await Promise.all(stacks.map(stopStack))).toEqual([0, 0]);
});
