// Several installations that start in the same instant on one machine: each one has its own services.
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { connect } from 'nats';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { stackStatus } from '../../../apps/supervisor/status.ts';
import { natsConnection } from '../../../infra/config/nats-url.ts';
import { readSettings } from '../../../infra/config/settings.ts';
import { resolveBinary } from '../../../infra/local/binaries.ts';
import type { Runtime } from '../../../infra/local/runtime-file.ts';
import { spawnStack, startedRuntime, stopAllStacks, stopStack } from '../../support/stack.ts';

const ROUNDS = 3;
const INSTALLATIONS = 3;

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lindung-together-'));
  chmodSync(folder, 0o711); // as root, PostgreSQL runs as another user than we
  await resolveBinary('nats-server', { log: () => undefined });
  await resolveBinary('temporal', { log: () => undefined });
});

afterEach(stopAllStacks, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Connected = NonNullable<Runtime['connection']>;

const connectionOf = (runtime: Runtime): Connected => {
  if (runtime.connection === undefined) throw new Error('no connection');
  return runtime.connection;
};

const inPostgres = async ({ databaseOwnerUrl }: Connected, mark: string): Promise<unknown> => {
  const client = new pg.Client({ connectionString: databaseOwnerUrl });
  await client.connect();
  try {
    await client.query('create table if not exists mark (mark text)');
    await client.query('insert into mark values ($1)', [mark]);
    return (await client.query('select mark from mark')).rows.map((row) => row.mark);
  } finally {
    await client.end();
  }
};

const inNats = async ({ natsUrl }: Connected, mark: string): Promise<unknown> => {
  const connection = await connect({ ...natsConnection(natsUrl), reconnect: false });
  try {
    const manager = await connection.jetstreamManager();
    await manager.streams.add({ name: 'MARK', subjects: ['mark.*'] });
    await connection.jetstream().publish(`mark.${mark}`);
    const { state } = await manager.streams.info('MARK', { subjects_filter: '>' });
    return Object.keys(state.subjects ?? {}).map((subject) => subject.slice('mark.'.length));
  } finally {
    await connection.close();
  }
};

const inTemporal = async (
  { temporalAddress, namespace }: Connected,
  mark: string,
): Promise<unknown> => {
  const connection = await Connection.connect({ address: temporalAddress });
  try {
    const { workflow } = new Client({ connection, namespace });
    await workflow.start('mark', { workflowId: mark, taskQueue: 'mark', args: [] });
    const found: string[] = [];
    await expect
      .poll(
        async () => {
          for await (const one of workflow.list()) found.push(one.workflowId);
          return found.length;
        },
        { timeout: 10_000 },
      )
      .toBeGreaterThan(0);
    return [...new Set(found)];
  } finally {
    await connection.close();
  }
};

test.for(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
  'each of several installations started at once reaches its own services only (round %i)',
  { timeout: 240_000 },
  async (round) => {
    const dirs = Array.from({ length: INSTALLATIONS }, (_, n) => join(folder, `${round}-${n}`));
    const stacks = dirs.map((dataDir) => spawnStack({ dataDir }));
    const runtimes = await Promise.all(stacks.map(startedRuntime));
    const marks = runtimes.map(() => randomUUID());
    const connections = runtimes.map(connectionOf);
    for (const write of [inPostgres, inNats, inTemporal]) {
      const seen = await Promise.all(connections.map((one, n) => write(one, marks[n] ?? '')));
      expect(seen).toEqual(marks.map((mark) => [mark]));
    }
    expect(new Set(connections.map(({ namespace }) => namespace)).size).toBe(INSTALLATIONS);
    for (const dataDir of dirs) {
      const status = await stackStatus(readSettings({ LINDUNG_DATA: dataDir }));
      expect(status?.services.map(({ healthy }) => healthy)).toEqual([true, true, true]);
    }
    expect(await Promise.all(stacks.map(stopStack))).toEqual(stacks.map(() => 0));
  },
);
