// The whole product as a process of its own on a data folder of the journey; stopped by its pid.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntilServing } from '../../apps/supervisor/data-folder.ts';
import { PROJECT_ROOT } from '../../apps/supervisor/processes.ts';
import { type Guard, startGuard } from '../../infra/local/guard.ts';
import {
  type ConnectionSettings,
  connectionSettings,
  identityOf,
  runningInstallation,
} from '../../infra/local/runtime-file.ts';

export type StackProcess = {
  /** Of the supervisor. */
  readonly pid: number;
  readonly connection: ConnectionSettings;
  /** Of a service or program as it runs now: a restarted one has another. */
  pidOf(name: string): number;
  readonly exited: Promise<void>;
  kill(signal: NodeJS.Signals): void;
  /** Asks it to stop in order and waits until it has. */
  stop(): Promise<void>;
};

/** A journey never reaches for the services of the machine that it runs on. */
const OUTSIDE = [
  'DATABASE_URL',
  'DATABASE_OWNER_URL',
  'NATS_URL',
  'TEMPORAL_ADDRESS',
  'TEMPORAL_NAMESPACE',
  'LINDUNG_KEYS',
  'LINDUNG_LANG',
];
for (const name of OUTSIDE) delete process.env[name];

/** For a program of the product that works on this data folder. */
export const productEnvironment = (dataDir: string): NodeJS.ProcessEnv => ({
  ...process.env,
  LINDUNG_DATA: dataDir,
});

const CLI = join(PROJECT_ROOT, 'apps', 'cli', 'lindung.ts');
const STOP_LIMIT_MS = 60_000;

const spawnUp = (dataDir: string, environment: NodeJS.ProcessEnv): ChildProcess => {
  mkdirSync(join(dataDir, 'logs'), { recursive: true, mode: 0o711 });
  const output = openSync(join(dataDir, 'logs', 'supervisor.log'), 'a', 0o600);
  // Nobody browses here: the screens have tests of their own.
  return spawn(process.execPath, [CLI, 'up', '--with', 'bank-simulator', '--without', 'web'], {
    stdio: ['ignore', output, output],
    env: { ...productEnvironment(dataDir), ...environment },
  });
};

const endOf = (child: ChildProcess, guard: Guard): Promise<void> =>
  new Promise((resolve) => {
    child.once('exit', () => {
      guard.close();
      resolve();
    });
  });

const LOG_LINES_SHOWN = 15;

const lastWords = (dataDir: string): string =>
  readFileSync(join(dataDir, 'logs', 'supervisor.log'), 'utf8')
    .split('\n')
    .slice(-LOG_LINES_SHOWN)
    .join('\n');

const servicePid = (dataDir: string, name: string): number => {
  const services = runningInstallation(dataDir)?.services ?? [];
  const pid = services.find((service) => service.name === name)?.process?.pid;
  if (pid === undefined) throw new Error(`${name} has no pid now`);
  return pid;
};

export const startStackProcess = async (
  dataDir: string,
  environment: NodeJS.ProcessEnv = {},
): Promise<StackProcess> => {
  const guard = startGuard(); // ends the stack should the run of the tests itself be killed
  const child = spawnUp(dataDir, environment);
  const exited = endOf(child, guard);
  const { pid } = child;
  const identity = pid === undefined ? undefined : identityOf(pid);
  if (pid === undefined || identity === undefined) throw new Error('the stack did not start');
  guard.watch(pid, 'SIGTERM');
  const serving = await waitUntilServing(dataDir, identity).catch(() => undefined);
  if (serving === undefined) {
    child.kill('SIGTERM');
    throw new Error(`the stack does not serve:\n${lastWords(dataDir)}`);
  }
  const found = connectionSettings({ LINDUNG_DATA: dataDir });
  if (found.status !== 'found') throw new Error(found.sentence.en);
  return {
    pid,
    connection: found.settings,
    pidOf: (name) => servicePid(dataDir, name),
    exited,
    kill: (signal) => child.kill(signal),
    async stop() {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
      await exited;
      clearTimeout(late);
    },
  };
};
