// PostgreSQL, NATS and Temporal as units of the supervisor, on the usual port or the next free one.
import { join } from 'node:path';
import { USUAL_PORTS } from '../../infra/config/limits.ts';
import { resolveBinary } from '../../infra/local/binaries.ts';
import { type RunningNats, startNatsServer } from '../../infra/local/nats-server.ts';
import { freePort, usualOrNextPort } from '../../infra/local/ports.ts';
import { type RunningPostgres, startPostgres } from '../../infra/local/postgres.ts';
import type { Log } from '../../infra/local/sentence.ts';
import { type RunningTemporal, startTemporalServer } from '../../infra/local/temporal-server.ts';
import type { RunningProcess, Unit } from './keep-running.ts';

export type ServiceUnit<Running> = {
  readonly unit: Unit;
  /** After the first start: addresses stay the same over restarts. */
  running(): Running;
};

type Place = { readonly dataDir: string; readonly log: Log };
type Ports = { readonly main: number; readonly side: number };
type UsualPorts = { readonly main: number; readonly side?: number };

const PORT_TRIES = 3;

const choosePorts = async (name: string, usual: UsualPorts, log: Log): Promise<Ports> => {
  const main = await usualOrNextPort(usual.main);
  if (main !== usual.main) {
    log({
      id: `${name}: port ${usual.main} sudah dipakai program lain; memakai ${main}.`,
      en: `${name}: port ${usual.main} is taken by another program; using ${main}.`,
    });
  }
  return { main, side: usual.side === undefined ? 0 : await usualOrNextPort(usual.side) };
};

const lostPort = (error: unknown): boolean =>
  error instanceof Error && /address (already )?in use/i.test(error.message);

/** Between the look and the start another program may take the port: then any free one will do. */
const startOnFreePort = async <Running>(
  request: { readonly name: string; readonly usual: UsualPorts; readonly log: Log },
  start: (ports: Ports) => Promise<Running>,
): Promise<{ running: Running; ports: Ports }> => {
  let ports = await choosePorts(request.name, request.usual, request.log);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { running: await start(ports), ports };
    } catch (error) {
      if (attempt === PORT_TRIES || !lostPort(error)) throw error;
      ports = { main: await freePort(), side: await freePort() };
    }
  }
};

const serviceUnit = <Running extends RunningProcess>(
  request: {
    readonly name: string;
    readonly usual: UsualPorts;
    readonly stopSignal: Unit['stopSignal'];
    readonly log: Log;
  },
  start: (ports: Ports, onSpawn: (pid: number) => void) => Promise<Running>,
): ServiceUnit<Running> => {
  let first: { running: Running; ports: Ports } | undefined;
  return {
    unit: {
      name: request.name,
      stopSignal: request.stopSignal,
      async start(onSpawn) {
        if (first !== undefined) return start(first.ports, onSpawn);
        first = await startOnFreePort(request, (ports) => start(ports, onSpawn));
        return first.running;
      },
    },
    running() {
      if (first === undefined) throw new Error(`${request.name} was asked before it started`);
      return first.running;
    },
  };
};

const logFile = (dataDir: string, name: string): string => join(dataDir, 'logs', `${name}.log`);

export const postgresUnit = ({ dataDir, log }: Place): ServiceUnit<RunningPostgres> =>
  serviceUnit(
    { name: 'postgres', usual: { main: USUAL_PORTS.postgres }, stopSignal: 'SIGINT', log },
    (ports, onSpawn) =>
      startPostgres({
        dataDir: join(dataDir, 'postgres'),
        port: ports.main,
        log,
        logFile: logFile(dataDir, 'postgres'),
        onSpawn,
      }),
  );

export const natsUnit = ({ dataDir, log }: Place): ServiceUnit<RunningNats> =>
  serviceUnit(
    {
      name: 'nats',
      usual: { main: USUAL_PORTS.nats, side: USUAL_PORTS.natsMonitor },
      stopSignal: 'SIGTERM',
      log,
    },
    async (ports, onSpawn) =>
      startNatsServer({
        binary: await resolveBinary('nats-server', { log }),
        dataDir: join(dataDir, 'nats'),
        port: ports.main,
        monitorPort: ports.side,
        logFile: logFile(dataDir, 'nats'),
        onSpawn,
      }),
  );

export const temporalUnit = (
  place: Place,
  options: {
    readonly namespace: string;
    readonly searchAttributes: Readonly<Record<string, string>>;
  },
): ServiceUnit<RunningTemporal> =>
  serviceUnit(
    {
      name: 'temporal',
      usual: { main: USUAL_PORTS.temporal, side: USUAL_PORTS.temporalUi },
      stopSignal: 'SIGTERM',
      log: place.log,
    },
    async (ports, onSpawn) =>
      startTemporalServer({
        binary: await resolveBinary('temporal', { log: place.log }),
        dataDir: join(place.dataDir, 'temporal'),
        port: ports.main,
        uiPort: ports.side,
        ...options,
        logFile: logFile(place.dataDir, 'temporal'),
        onSpawn,
      }),
  );
