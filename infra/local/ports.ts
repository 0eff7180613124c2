// Ports on loopback: the usual one if it is free, otherwise another; and whose server answers there.
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { isFailure } from '../failure.ts';
import { PORT_TAKEN } from './service-process.ts';

const listen = (port: number): Promise<number | undefined> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = server.address();
      server.close(() =>
        resolve(typeof address === 'object' && address !== null ? address.port : undefined),
      );
    });
  });

export const isPortFree = async (port: number): Promise<boolean> =>
  (await listen(port)) !== undefined;

/** Any free port, chosen by the operating system. */
export const freePort = async (): Promise<number> => {
  const port = await listen(0);
  if (port === undefined) throw new Error('the operating system offers no free port on 127.0.0.1');
  return port;
};

/** The usual port, else one of the ten after it, else any free one. */
export const usualOrNextPort = async (usual: number): Promise<number> => {
  for (let port = usual; port <= usual + 10; port += 1) if (await isPortFree(port)) return port;
  return freePort();
};

const PORT_TRIES = 10;

export const isPortTaken = (error: unknown): boolean =>
  isFailure(error) && error.code === PORT_TAKEN;

/** A free port may be gone a moment later: starts with another one until one start keeps its own. */
export const keepingPorts = async <Ports, Running>(
  choose: (attempt: number) => Promise<Ports>,
  start: (ports: Ports) => Promise<Running>,
): Promise<{ readonly ports: Ports; readonly running: Running }> => {
  for (let attempt = 1; ; attempt += 1) {
    const ports = await choose(attempt);
    try {
      return { ports, running: await start(ports) };
    } catch (error) {
      if (attempt === PORT_TRIES || !isPortTaken(error)) throw error;
    }
  }
};

const LISTENING = '0A';

const inodesListeningOn = (port: number): ReadonlySet<string> => {
  const hex = port.toString(16).toUpperCase().padStart(4, '0');
  const lines = ['tcp', 'tcp6'].flatMap((table) => {
    try {
      return readFileSync(`/proc/net/${table}`, 'utf8').split('\n').slice(1);
    } catch {
      return []; // without IPv6
    }
  });
  const fields = lines.map((line) => line.trim().split(/\s+/));
  const ours = fields.filter(
    ([, local = '', , state]) => state === LISTENING && local.endsWith(`:${hex}`),
  );
  return new Set(ours.map((row) => row[9] ?? ''));
};

/**
 * Whether this very process listens on the port. Undefined where the system does not tell (macOS, or
 * a process that is not ours to look into): then the service's own word must do.
 */
export const listensOn = (pid: number, port: number): boolean | undefined => {
  const inodes = inodesListeningOn(port);
  let files: readonly string[];
  try {
    files = readdirSync(`/proc/${pid}/fd`);
  } catch {
    return undefined;
  }
  return files.some((file) => {
    try {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${file}`))?.[1];
      return inode !== undefined && inodes.has(inode);
    } catch {
      return false; // closed meanwhile
    }
  });
};
