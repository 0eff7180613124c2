// A port that somebody else got first: the start says so by a code, and never takes theirs for its own.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { isFailure } from '../../../infra/failure.ts';
import { resolveBinary } from '../../../infra/local/binaries.ts';
import { startNatsServer } from '../../../infra/local/nats-server.ts';
import { keepingPorts, listensOn } from '../../../infra/local/ports.ts';
import { startPostgres } from '../../../infra/local/postgres.ts';
import { PORT_TAKEN, startProcess, waitUntilReady } from '../../../infra/local/service-process.ts';
import { startTemporalServer } from '../../../infra/local/temporal-server.ts';

const log = (): void => undefined;

let folder: string;
let count = 0;
const running: { stop(): Promise<unknown> }[] = [];

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lindung-lost-'));
  chmodSync(folder, 0o711); // as root, PostgreSQL runs as another user than we
});

afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fresh = (): string => {
  count += 1;
  return join(folder, String(count));
};

const kept = <T extends { stop(): Promise<unknown> }>(one: T): T => {
  running.push(one);
  return one;
};

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'no failure';
  } catch (error) {
    return isFailure(error) ? error.code : String(error);
  }
};

const postgres = async (port: number) => kept(await startPostgres({ dataDir: fresh(), port, log }));

const nats = async (port: number, monitorPort = 0) => {
  const binary = await resolveBinary('nats-server', { log });
  return kept(await startNatsServer({ binary, dataDir: fresh(), port, monitorPort }));
};

const temporal = async (port: number, uiPort = 0) => {
  const binary = await resolveBinary('temporal', { log });
  const place = { binary, dataDir: fresh(), namespace: 'same', port, uiPort };
  return kept(await startTemporalServer(place));
};

test('PostgreSQL on the port of another installation is a lost port, not a wrong password', async () => {
  const theirs = await postgres(0);
  expect(await codeOf(postgres(theirs.port))).toBe('Local.PortTaken');
});

test('PostgreSQL told to take any port serves its own cluster there', async () => {
  const [one, other] = await Promise.all([postgres(0), postgres(0)]);
  const folders = [one, other].map(async ({ ownerUrl }) => {
    const client = new pg.Client({ connectionString: ownerUrl });
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    await client.end();
    return rows[0]?.data_directory;
  });
  expect(new Set(await Promise.all(folders)).size).toBe(2);
});

test('NATS on a port of another installation is a lost port, for clients and for its monitor', async () => {
  const theirs = await nats(0);
  expect(await codeOf(nats(theirs.port))).toBe('Local.PortTaken');
  expect(await codeOf(nats(0, theirs.monitorPort))).toBe('Local.PortTaken');
});

test('Temporal on a port of another one is a lost port, though the same namespace answers there', async () => {
  const theirs = await temporal(0);
  expect(await codeOf(temporal(theirs.port))).toBe('Local.PortTaken');
  expect(await codeOf(temporal(0, theirs.uiPort))).toBe('Local.PortTaken');
  expect(listensOn(theirs.pid, theirs.port)).toBe(process.platform === 'linux' ? true : undefined);
});

const occupied = async (): Promise<{ server: Server; port: number }> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  running.push({ stop: () => new Promise((resolve) => server.close(resolve)) });
  return { server, port: address.port };
};

test('a start that loses its port goes on with the next choice, any other failure is told', async () => {
  const { port } = await occupied();
  const asked: number[] = [];
  const choose = async (attempt: number): Promise<number> => {
    asked.push(attempt);
    return attempt < 3 ? port : 0;
  };
  const { running: server } = await keepingPorts(choose, (chosen) => nats(chosen));
  expect(asked).toEqual([1, 2, 3]);
  expect(server.port).not.toBe(port);
  const broken = keepingPorts(choose, () => Promise.reject(new Error('no disk')));
  await expect(broken).rejects.toThrow('no disk');
});

test.runIf(process.platform === 'linux')(
  'who listens on a port is told from who does not',
  async () => {
    const { port } = await occupied();
    expect(listensOn(process.pid, port)).toBe(true);
    expect(listensOn(process.ppid, port)).not.toBe(true);
  },
);

test('a lost port is known also when a panic as long as a page follows its line', async () => {
  const script = `
    process.stderr.write('listen tcp 127.0.0.1:7233: bind: address already in use\\n');
    process.stderr.write('goroutine 1 [running]\\n'.repeat(1000));
    process.exitCode = 2;
  `;
  const service = await startProcess({
    name: 'temporal',
    command: process.execPath,
    args: ['-e', script],
  });
  const waiting = waitUntilReady(service, {
    ...{ name: 'temporal', limitMs: 10_000, ready: async () => false },
  });
  expect(await codeOf(waiting)).toBe(PORT_TAKEN);
});
