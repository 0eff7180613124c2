// The embedded NATS server: JetStream on disk, loopback only, a password of its own.
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { type Exit, type ServiceProcess, startProcess, waitUntilReady } from './service-process.ts';

export type RunningNats = {
  /** With user and password; connect by `natsConnection(url)`. */
  readonly url: string;
  readonly monitorUrl: string;
  readonly port: number;
  readonly monitorPort: number;
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

/** Another name on every data folder, so that a screen or a log can tell two servers apart. */
const serverName = (password: string): string =>
  `lindung-${createHash('sha256').update(password).digest('hex').slice(0, 12)}`;

/** The server then binds any free port and tells which: no look beforehand that can be outrun. */
const OWN_CHOICE = -1;

/** sync_interval 1s: what a power cut may take from JetStream, the relay puts back from PostgreSQL. */
const configText = (port: number, monitorPort: number, dataDir: string, password: string): string =>
  `server_name: "${serverName(password)}"
host: "127.0.0.1"
port: ${port === 0 ? OWN_CHOICE : port}
http_port: ${monitorPort === 0 ? OWN_CHOICE : monitorPort}
ports_file_dir: ${JSON.stringify(resolve(dataDir))}
authorization { user: "${USER}", password: "${password}" }
jetstream {
  store_dir: ${JSON.stringify(join(resolve(dataDir), 'jetstream'))}
  sync_interval: "1s"
  strict: true
}
`;

const Healthz = z.object({ status: z.literal('ok') });
const Address = z.string().transform((url) => Number(new URL(url).port));
const PortsFile = z.object({ nats: z.array(Address).min(1), monitoring: z.array(Address).min(1) });

type Ports = { readonly port: number; readonly monitorPort: number };

const isPortsFile = (name: string): boolean => name.endsWith('.ports');

/** One that was killed left its file behind, and its pid may come again. */
const forgetPorts = (dataDir: string): void => {
  for (const name of readdirSync(dataDir).filter(isPortsFile)) rmSync(join(dataDir, name));
};

/** Written by the server under its own pid once it has bound them: the proof that it is our child. */
const portsOf = (dataDir: string, pid: number): Ports | undefined => {
  const name = readdirSync(dataDir).find((file) => file.endsWith(`_${pid}.ports`));
  if (name === undefined) return undefined;
  try {
    const told = PortsFile.parse(JSON.parse(readFileSync(join(dataDir, name), 'utf8')));
    const [port = 0, monitorPort = 0] = [told.nats[0], told.monitoring[0]];
    return { port, monitorPort };
  } catch {
    return undefined; // half written
  }
};

const isHealthy = async ({ monitorPort }: Ports): Promise<boolean> => {
  try {
    const signal = AbortSignal.timeout(ASK_LIMIT_MS);
    const answer = await fetch(`http://127.0.0.1:${monitorPort}/healthz`, { signal });
    return Healthz.safeParse(await answer.json()).success;
  } catch {
    return false;
  }
};

const untilReady = async (service: ServiceProcess, dataDir: string): Promise<Ports> => {
  let ports: Ports | undefined;
  await waitUntilReady(service, {
    name: 'NATS',
    limitMs: READY_LIMIT_MS,
    ready: async () => {
      ports = portsOf(dataDir, service.pid);
      return ports !== undefined && isHealthy(ports);
    },
  });
  if (ports === undefined) throw new Error('NATS is ready but told no ports');
  return ports;
};

/** Port 0: any free one, chosen by the server itself. */
export const startNatsServer = async (options: {
  readonly binary: string;
  readonly dataDir: string;
  readonly port: number;
  readonly monitorPort: number;
  readonly logFile?: string;
  readonly onSpawn?: (pid: number) => void;
}): Promise<RunningNats> => {
  const { dataDir } = options;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  forgetPorts(dataDir);
  const password = serverPassword(dataDir);
  const config = join(dataDir, 'nats-server.conf');
  const text = configText(options.port, options.monitorPort, dataDir, password);
  writeFileSync(config, text, { mode: 0o600 });
  const service = await startProcess({
    name: 'NATS',
    command: options.binary,
    args: ['-c', config],
    cwd: dataDir,
    ...(options.logFile === undefined ? {} : { logFile: options.logFile }),
    ...(options.onSpawn === undefined ? {} : { onSpawn: options.onSpawn }),
  });
  const { port, monitorPort } = await untilReady(service, dataDir);
  return {
    url: `nats://${USER}:${password}@127.0.0.1:${port}`,
    monitorUrl: `http://127.0.0.1:${monitorPort}`,
    port,
    monitorPort,
    pid: service.pid,
    exited: service.exited,
    stop: () => service.stop('SIGTERM', STOP_GRACE_MS),
  };
};
