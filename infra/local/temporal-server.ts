// The embedded Temporal server: the development server on a SQLite file that survives restarts.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from '@temporalio/client';
import { freePort, keepingPorts, listensOn } from './ports.ts';
import { type Exit, startProcess, waitUntilReady } from './service-process.ts';

export type RunningTemporal = {
  readonly address: string;
  readonly uiUrl: string;
  readonly port: number;
  readonly uiPort: number;
  readonly pid: number;
  readonly exited: Promise<Exit>;
  stop(): Promise<Exit>;
};

const READY_LIMIT_MS = 60_000;
const STOP_GRACE_MS = 15_000;
const ASK_LIMIT_MS = 1_000;

/** For a Temporal of the operator's own. */
export type TemporalAccess = { readonly temporalTls?: boolean; readonly temporalApiKey?: string };

/** True once the namespace answers: the port alone opens earlier. */
export const temporalAnswers = async (
  address: string,
  namespace: string,
  access: TemporalAccess = {},
): Promise<boolean> => {
  try {
    const connection = await Connection.connect({
      address,
      connectTimeout: ASK_LIMIT_MS,
      ...(access.temporalTls === true && { tls: true }),
      ...(access.temporalApiKey !== undefined && { apiKey: access.temporalApiKey }),
    });
    try {
      await connection.workflowService.describeNamespace({ namespace });
      return true;
    } finally {
      await connection.close();
    }
  } catch {
    return false;
  }
};

/** The machine's own Temporal settings must not leak into the embedded server. */
const cleanEnvironment = (): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('TEMPORAL_')));

type TemporalOptions = {
  readonly binary: string;
  readonly dataDir: string;
  /** 0, as for `uiPort`: any free one; a lost one is chosen again. */
  readonly port: number;
  readonly uiPort: number;
  readonly namespace: string;
  /** Name → type, as `temporal operator search-attribute` knows them. */
  readonly searchAttributes?: Readonly<Record<string, string>>;
  readonly logFile?: string;
  readonly onSpawn?: (pid: number) => void;
};

const startOn = async (options: TemporalOptions): Promise<RunningTemporal> => {
  const { dataDir, port, uiPort, namespace } = options;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const attributes = Object.entries(options.searchAttributes ?? {});
  const service = await startProcess({
    name: 'Temporal',
    command: options.binary,
    args: [
      ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port)],
      ...['--ui-port', String(uiPort), '--ui-disable-news-fetch', '--namespace', namespace],
      ...['--db-filename', join(dataDir, 'temporal.db'), '--log-level', 'warn'],
      ...['--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=1'],
      ...['--disable-config-file', '--disable-config-env'],
      ...attributes.flatMap(([name, type]) => ['--search-attribute', `${name}=${type}`]),
    ],
    cwd: dataDir,
    env: cleanEnvironment(),
    ...(options.logFile === undefined ? {} : { logFile: options.logFile }),
    ...(options.onSpawn === undefined ? {} : { onSpawn: options.onSpawn }),
  });
  const address = `127.0.0.1:${port}`;
  await waitUntilReady(service, {
    name: 'Temporal',
    limitMs: READY_LIMIT_MS,
    // Another installation may answer on a port that we lost, by the same name of a namespace.
    ready: async () =>
      listensOn(service.pid, port) !== false && (await temporalAnswers(address, namespace)),
  });
  return {
    address,
    uiUrl: `http://127.0.0.1:${uiPort}`,
    port,
    uiPort,
    pid: service.pid,
    exited: service.exited,
    stop: () => service.stop('SIGTERM', STOP_GRACE_MS),
  };
};

export const startTemporalServer = async (options: TemporalOptions): Promise<RunningTemporal> => {
  const { port, uiPort } = options;
  if (port !== 0 && uiPort !== 0) return startOn(options);
  const choose = async () => ({
    port: port === 0 ? await freePort() : port,
    uiPort: uiPort === 0 ? await freePort() : uiPort,
  });
  return (await keepingPorts(choose, (ports) => startOn({ ...options, ...ports }))).running;
};
