// The embedded NATS server: JetStream on disk, loopback only, a password of its own.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type Exit, startProcess, waitUntilReady } from './service-process.ts';

export type RunningNats = {
  /** With user and password; connect by `natsConnection(url)`. */
  readonly url: string;
  readonly monitorUrl: string;
  readonly port: number;
  readonly pid: number;
  readonly exited: Promise<Exit>;
  stop(): Promise<Exit>;
};

const READY_LIMIT_MS = 30_000;
const STOP_GRACE_MS = 10_000;
const ASK_LIMIT_MS = 1_000;
const USER = 'lindung';

const serverPassword = (dataDir: string): string => {
  const path = join(dataDir, 'password');
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  const password = randomBytes(24).toString('base64url');
  writeFileSync(path, `${password}\n`, { mode: 0o600 });
  return password;
};

/** sync_interval 1s: what a power cut may take from JetStream, the relay puts back from PostgreSQL. */
const configText = (port: number, monitorPort: number, dataDir: string, password: string): string =>
  `server_name: "lindung"
listen: "127.0.0.1:${port}"
http: "127.0.0.1:${monitorPort}"
authorization { user: "${USER}", password: "${password}" }
jetstream {
  store_dir: ${JSON.stringify(join(resolve(dataDir), 'jetstream'))}
  sync_interval: "1s"
  strict: true
}
`;

const Healthz = z.object({ status: z.literal('ok') });
const Varz = z.object({ port: z.number() });

/** Healthy, and it is ours: another server's monitor may sit on a port we lost. */
const answers = async (monitorUrl: string, port: number): Promise<boolean> => {
  const ask = async (path: string): Promise<unknown> => {
    const signal = AbortSignal.timeout(ASK_LIMIT_MS);
    return (await fetch(`${monitorUrl}${path}`, { signal })).json();
  };
  try {
    Healthz.parse(await ask('/healthz'));
    return Varz.parse(await ask('/varz')).port === port;
  } catch {
    return false;
  }
};

export const startNatsServer = async (options: {
  readonly binary: string;
  readonly dataDir: string;
  readonly port: number;
  readonly monitorPort: number;
  readonly logFile?: string;
  readonly onSpawn?: (pid: number) => void;
}): Promise<RunningNats> => {
  const { dataDir, port, monitorPort } = options;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const password = serverPassword(dataDir);
  const config = join(dataDir, 'nats-server.conf');
  writeFileSync(config, configText(port, monitorPort, dataDir, password), { mode: 0o600 });
  const service = await startProcess({
    name: 'NATS',
    command: options.binary,
    args: ['-c', config],
    cwd: dataDir,
    ...(options.logFile === undefined ? {} : { logFile: options.logFile }),
    ...(options.onSpawn === undefined ? {} : { onSpawn: options.onSpawn }),
  });
  const monitorUrl = `http://127.0.0.1:${monitorPort}`;
  await waitUntilReady(service, {
    name: 'NATS',
    limitMs: READY_LIMIT_MS,
    ready: () => answers(monitorUrl, port),
  });
  return {
    url: `nats://${USER}:${password}@127.0.0.1:${port}`,
    monitorUrl,
    port,
    pid: service.pid,
    exited: service.exited,
    stop: () => service.stop('SIGTERM', STOP_GRACE_MS),
  };
};
