// The whole product on a data folder of the test: started, broken process by process, started again.
import { type ChildProcess, spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROJECT_ROOT } from '../../apps/supervisor/processes.ts';
import type { FaultPoint } from '../../infra/config/fault-points.ts';
import {
  type ConnectionSettings,
  isSameProcess,
  type ProcessIdentity,
  type Runtime,
  readRuntime,
  runningInstallation,
} from '../../infra/local/runtime-file.ts';

export type Program =
  | 'postgres'
  | 'nats'
  | 'temporal'
  | 'worker'
  | 'relay'
  | 'projector'
  | 'bank-simulator';

/** Only a failure waits this long. */
const LIMIT_MS = 300_000;
const POLL_MS = 50;

/** Polls, because what another process does has no event here. */
export const until = async (
  what: string,
  holds: () => boolean | Promise<boolean>,
  limitMs: number = LIMIT_MS,
): Promise<void> => {
  const limit = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > limit) throw new Error(`waited in vain: ${what}`);
    await sleep(POLL_MS);
  }
};

export type OutageStack = {
  readonly dataDir: string;
  readonly faults: string;
  up(): Promise<void>;
  down(): Promise<void>;
  connection(): ConnectionSettings;
  /** SIGKILL, then waits until the supervisor has put another process in its place. */
  kill(name: Program): Promise<void>;
  killSupervisor(): Promise<void>;
  supervisorGone(): Promise<void>;
  /** The next who passes the point dies there, or `victim` does while they stand at it. */
  arm(
    point: FaultPoint,
    order?: { readonly victim?: Program | 'supervisor'; readonly commandId?: string },
  ): void;
  fired(point: FaultPoint): Promise<void>;
  whole(): Promise<void>;
  identity(name: Program): ProcessIdentity;
  replaced(name: Program, before: ProcessIdentity): Promise<void>;
  /** Ends what still runs and removes the folder; answers what had outlived an orderly stop. */
  close(): Promise<readonly string[]>;
};

const namesFolder = (pid: string, dataDir: string): boolean => {
  const read = (look: () => string): string => {
    try {
      return look();
    } catch {
      return ''; // ended meanwhile, or not ours to see
    }
  };
  const words = read(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  const environment = read(() => readFileSync(`/proc/${pid}/environ`, 'utf8'));
  const place = read(() => readlinkSync(`/proc/${pid}/cwd`));
  return `${words}\0${environment}\0${place}`.includes(dataDir);
};

/** Every process of the installation, whoever started it: by folder, never by name. */
export const processesOf = (dataDir: string): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => namesFolder(pid, dataDir))
    .map(Number);

const entryOf = (dataDir: string, name: Program): ProcessIdentity | undefined =>
  readRuntime(dataDir)?.services.find((service) => service.name === name)?.process;

const isWhole = (runtime: Runtime | undefined): boolean =>
  runtime?.state === 'ready' &&
  runtime.services.every(
    ({ state, process: identity }) =>
      state === 'running' && identity !== undefined && isSameProcess(identity),
  );

const endAll = async (dataDir: string): Promise<void> => {
  for (const pid of processesOf(dataDir)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended between the look and the signal.
    }
  }
  await until('all processes of the test gone', () => processesOf(dataDir).length === 0);
};

export const cliEnvironment = (dataDir: string, fault = ''): NodeJS.ProcessEnv => ({
  ...process.env,
  LINDUNG_DATA: dataDir,
  LINDUNG_FAULT: fault,
});

export const createOutageStack = (): OutageStack => {
  const dataDir = mkdtempSync(join(tmpdir(), 'lindung-outage-'));
  chmodSync(dataDir, 0o711); // PostgreSQL may run as another user than we
  const faults = join(dataDir, 'faults');
  mkdirSync(faults);
  mkdirSync(join(dataDir, 'logs'));
  let supervisor: ChildProcess | undefined;

  const whole = (): Promise<void> =>
    until('every process runs', () => isWhole(runningInstallation(dataDir)));

  const identity = (name: Program): ProcessIdentity => {
    const found = entryOf(dataDir, name);
    if (found === undefined) throw new Error(`${name} does not run`);
    return found;
  };

  const replaced = (name: Program, before: ProcessIdentity): Promise<void> =>
    until(`${name} is replaced`, () => {
      const now = entryOf(dataDir, name);
      return now !== undefined && now.pid !== before.pid && isSameProcess(now);
    });

  const pidOf = (name: Program | 'supervisor'): number =>
    name === 'supervisor' ? (supervisor?.pid ?? 0) : identity(name).pid;

  const gone = async (): Promise<void> => {
    await until('the supervisor is gone', () => runningInstallation(dataDir) === undefined);
    supervisor = undefined;
  };

  return {
    dataDir,
    faults,
    whole,
    identity,
    replaced,
    supervisorGone: gone,
    async up() {
      const output = openSync(join(dataDir, 'logs', 'supervisor.log'), 'a', 0o600);
      supervisor = spawn(
        process.execPath,
        [
          'apps/cli/lindung.ts',
          '--lang',
          'en',
          'up',
          '--with',
          'bank-simulator',
          '--without',
          'web',
        ],
        {
          cwd: PROJECT_ROOT,
          detached: true,
          stdio: ['ignore', output, output],
          env: cliEnvironment(dataDir, faults),
        },
      );
      closeSync(output);
      await whole().catch((error: unknown) => {
        const log = readFileSync(join(dataDir, 'logs', 'supervisor.log'), 'utf8').slice(-1_500);
        throw new Error(`up failed (exit ${supervisor?.exitCode}): ${log}`, {
          cause: error,
        });
      });
    },
    async down() {
      if (supervisor === undefined) return;
      supervisor.kill('SIGTERM');
      await gone();
    },
    connection() {
      const connection = runningInstallation(dataDir)?.connection;
      if (connection === undefined) throw new Error('nothing runs');
      return { ...connection, dataDir };
    },
    async kill(name) {
      const before = identity(name);
      process.kill(before.pid, 'SIGKILL');
      await replaced(name, before);
    },
    async killSupervisor() {
      process.kill(pidOf('supervisor'), 'SIGKILL');
      await gone();
    },
    arm(point, { victim, commandId = '' } = {}) {
      rmSync(join(faults, `${point}.done`), { force: true });
      const pid = victim === undefined ? '' : String(pidOf(victim));
      // Moved into place whole: somebody may pass at this very moment.
      writeFileSync(join(faults, `.${point}`), `${pid}\n${commandId}`);
      renameSync(join(faults, `.${point}`), join(faults, point));
    },
    fired: (point) => until(`${point} fires`, () => existsSync(join(faults, `${point}.done`))),
    async close() {
      if (supervisor !== undefined) {
        supervisor.kill('SIGTERM');
        await gone().catch(() => undefined);
      }
      await until('the guard ends', () => processesOf(dataDir).length === 0, 15_000).catch(
        () => undefined,
      );
      const left = processesOf(dataDir).map((pid) =>
        readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' '),
      );
      await endAll(dataDir);
      rmSync(dataDir, { recursive: true, force: true });
      return left;
    },
  };
};
