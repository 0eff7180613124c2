// The programs of the house as units: Node children that get their addresses by environment.
import { join, resolve } from 'node:path';
import { APP_STOP_GRACE_MS } from '../../infra/config/limits.ts';
import type { Settings } from '../../infra/config/settings.ts';
import { usualOrNextPort } from '../../infra/local/ports.ts';
import type { Runtime } from '../../infra/local/runtime-file.ts';
import { startProcess } from '../../infra/local/service-process.ts';
import type { Unit } from './keep-running.ts';
import { type AppProcess, PROJECT_ROOT } from './processes.ts';

export type Connection = NonNullable<Runtime['connection']>;

export type AppUnit = { readonly unit: Unit; address(): string | undefined };

const OWNER = 'DATABASE_OWNER_URL';

/**
 * V8 lets a heap grow by half before it looks what is garbage, and keeps what it grew to: after a
 * bulk import each program would hold hundreds of megabytes that it never needs again.
 */
export const SMALL_HEAPS: readonly string[] = [
  '--heap-growing-percent=20',
  '--max-semi-space-size=8',
];

/** The owner's address stays here: a program logs in as the role that owns nothing. */
const environmentFor = (settings: Settings, connection: Connection): NodeJS.ProcessEnv => {
  const { [OWNER]: _owner, ...inherited } = process.env;
  return {
    ...inherited,
    LINDUNG_SUPERVISED: '1',
    LINDUNG_DATA: settings.dataDir,
    LIFECYCLE_START: settings.lifecycleStart,
    DATABASE_URL: connection.databaseUrl,
    NATS_URL: connection.natsUrl,
    TEMPORAL_ADDRESS: connection.temporalAddress,
    TEMPORAL_NAMESPACE: connection.namespace,
    ...(connection.taskQueue !== undefined && { TEMPORAL_TASK_QUEUE: connection.taskQueue }),
    ...(connection.databaseIdentity !== undefined && {
      LINDUNG_DATABASE_IDENTITY: connection.databaseIdentity,
    }),
  };
};

/** An app has no port to wait for: it is running once it lives, and restarts when it ends. */
export const appUnit = (
  app: AppProcess,
  settings: Settings,
  connection: () => Connection,
): AppUnit => {
  let port: number | undefined;
  const unit: Unit = {
    name: app.name,
    stopSignal: 'SIGTERM',
    async start(onSpawn) {
      // Chosen at each start: who loses its port ends, and finds another one when it comes back.
      port = app.port === undefined ? undefined : await usualOrNextPort(port ?? app.port.usual);
      const env = {
        ...environmentFor(settings, connection()),
        ...(app.port !== undefined && { [app.port.variable]: String(port) }),
      };
      const service = await startProcess({
        name: app.name,
        command: process.execPath,
        args: [
          ...SMALL_HEAPS,
          resolve(PROJECT_ROOT, app.entry),
          ...(app.args?.(settings.dataDir) ?? []),
        ],
        cwd: PROJECT_ROOT,
        env,
        logFile: join(settings.dataDir, 'logs', `${app.name}.log`),
        onSpawn,
      });
      return {
        pid: service.pid,
        exited: service.exited,
        stop: () => service.stop('SIGTERM', APP_STOP_GRACE_MS),
      };
    },
  };
  return { unit, address: () => (port === undefined ? undefined : `http://127.0.0.1:${port}`) };
};
