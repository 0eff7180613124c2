// The services of one run: own folder, own ports, started when asked for, stopped by pid.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { SMALL_HEAPS } from '../apps/supervisor/app-units.ts';
import { appUrl } from '../infra/database/app-role.ts';
import { migrate } from '../infra/database/migrate.ts';
import { resolveBinary } from '../infra/local/binaries.ts';
import { startGuard } from '../infra/local/guard.ts';
import { type RunningNats, startNatsServer } from '../infra/local/nats-server.ts';
import { type RunningPostgres, startPostgres } from '../infra/local/postgres.ts';
import { type RunningTemporal, startTemporalServer } from '../infra/local/temporal-server.ts';

export type Database = { readonly ownerUrl: string; readonly appUrl: string };

export type Program = {
  /** Resolves when a line of its standard output begins with these words; answers the rest. */
  said(words: string): Promise<string>;
  stop(): Promise<void>;
};

export type Services = {
  readonly folder: string;
  postgres(): Promise<RunningPostgres>;
  nats(): Promise<RunningNats>;
  temporal(): Promise<RunningTemporal>;
  /** A migrated database of its own, with the product's tables, indexes, leaves and triggers. */
  database(name: string): Promise<Database>;
  /** For one that is needed no more, and large. */
  drop(name: string): Promise<void>;
  /** A program of the repository in a process of its own; those of the product with its flags. */
  program(path: string, env: Readonly<Record<string, string>>): Program;
  close(): Promise<void>;
};

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const APP_PASSWORD = 'only for this run';
const STOP_GRACE_MS = 10_000;

const quiet = (): void => undefined;

const onceOnly = <T>(start: () => Promise<T>): (() => Promise<T>) => {
  let started: Promise<T> | undefined;
  return () => {
    started ??= start();
    return started;
  };
};

const createDatabase = async (ownerUrl: string, name: string): Promise<Database> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`create database ${pg.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  await migrate({ ownerUrl: url.href, appPassword: APP_PASSWORD, log: quiet });
  return { ownerUrl: url.href, appUrl: appUrl(url.href, APP_PASSWORD) };
};

const dropDatabase = async (ownerUrl: string, name: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`drop database ${pg.escapeIdentifier(name)} with (force)`);
  } finally {
    await client.end();
  }
};

const endProcess = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const hard = setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MS);
  await ended;
  clearTimeout(hard);
};

/** Collects the lines a program prints, and hands them to whoever waits for one. */
const listenTo = (child: ChildProcess, path: string): Program['said'] => {
  const lines: string[] = [];
  let wake: () => void = () => undefined;
  let rest = '';
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    const parts = (rest + text).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    wake();
  });
  child.on('exit', () => wake());
  return async (words) => {
    for (;;) {
      const at = lines.findIndex((line) => line.startsWith(words));
      if (at !== -1) return lines.splice(at, 1).join('').slice(words.length).trim();
      if (child.exitCode !== null) throw new Error(`${path} ended with code ${child.exitCode}`);
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
};

export const openServices = (): Services => {
  const folder = mkdtempSync(join(tmpdir(), 'lindung-bench-'));
  chmodSync(folder, 0o711); // PostgreSQL may run as another user than we
  const guard = startGuard(); // ends the services should the run itself be killed
  const stops: (() => Promise<unknown>)[] = [];
  const watch =
    (signal: NodeJS.Signals) =>
    (pid: number): void =>
      guard.watch(pid, signal);
  const stoppable = <T extends { stop(): Promise<unknown> }>(service: T): T => {
    stops.unshift(() => service.stop());
    return service;
  };
  const postgres = onceOnly(async () =>
    stoppable(
      await startPostgres({
        dataDir: join(folder, 'postgres'),
        port: 0,
        log: quiet,
        onSpawn: watch('SIGINT'),
      }),
    ),
  );
  return {
    folder,
    postgres,
    nats: onceOnly(async () =>
      stoppable(
        await startNatsServer({
          binary: await resolveBinary('nats-server', { log: quiet }),
          dataDir: join(folder, 'nats'),
          port: 0,
          monitorPort: 0,
          onSpawn: watch('SIGTERM'),
        }),
      ),
    ),
    temporal: onceOnly(async () =>
      stoppable(
        await startTemporalServer({
          binary: await resolveBinary('temporal', { log: quiet }),
          dataDir: join(folder, 'temporal'),
          port: 0,
          uiPort: 0,
          namespace: 'default',
          onSpawn: watch('SIGTERM'),
        }),
      ),
    ),
    database: async (name) => createDatabase((await postgres()).ownerUrl, name),
    drop: async (name) => dropDatabase((await postgres()).ownerUrl, name),
    program(path, env) {
      const flags = path.startsWith('apps/') ? SMALL_HEAPS : [];
      const child = spawn(process.execPath, [...flags, join(ROOT, path)], {
        cwd: ROOT,
        env: { ...process.env, LINDUNG_SUPERVISED: '1', LOG_LEVEL: 'error', ...env },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      if (child.pid !== undefined) guard.watch(child.pid, 'SIGTERM');
      const stop = (): Promise<void> => endProcess(child);
      stops.unshift(stop);
      return { said: listenTo(child, path), stop };
    },
    async close() {
      for (const stop of stops) await stop();
      guard.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
