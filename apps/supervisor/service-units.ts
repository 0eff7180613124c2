// PostgreSQL, NATS and Temporal as units of the supervisor, on the usual port or the next free one.

import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { USUAL_PORTS } from '../../infra/config/limits.ts';
import { resolveBinary } from '../../infra/local/binaries.ts';
import { type RunningNats, startNatsServer } from '../../infra/local/nats-server.ts';
import { keepingPorts, usualOrNextPort } from '../../infra/local/ports.ts';
import { type RunningPostgres, startPostgres } from '../../infra/local/postgres.ts';
import type { Log } from '../../infra/local/sentence.ts';
import { type RunningTemporal, startTemporalServer } from '../../infra/local/temporal-server.ts';
import type { RunningProcess, Unit } from './keep-running.ts';

export type ServiceUnit<Running> = {
  readonly unit: Unit;
  /** As it runs now: a restart that lost its port to another program has another address. */
  running(): Running;
};

type Place = {
  readonly dataDir: string;
  readonly log: Log;
  /** Called after a restart on another port: whoever uses the service must hear of it. */
  readonly moved: () => void;
};
type Ports = { readonly main: number; readonly side: number };
type UsualPorts = { readonly main: number; readonly side?: number };
type Started<Running> = { readonly running: Running; readonly at: Ports };

type UnitRequest = {
  readonly name: string;
  readonly usual: UsualPorts;
  readonly stopSignal: Unit['stopSignal'];
  readonly place: Place;
};

/** Chosen by the service or by the operating system. */
const ANY: Ports = { main: 0, side: 0 };
const LOOKS = 2;
/** What a dying process still holds is free a moment later: a move would disturb every program. */
const SAME_PORT_TRIES = 3;
const SAME_PORT_PAUSE_MS = 700;

/** Usual ports are nice to have; who starts beside others takes what there is. */
const chooseFirst =
  (usual: UsualPorts) =>
  async (attempt: number): Promise<Ports> => {
    if (attempt > LOOKS) return ANY;
    const main = await usualOrNextPort(usual.main);
    return { main, side: usual.side === undefined ? 0 : await usualOrNextPort(usual.side) };
  };

const chooseAgain =
  (before: Ports) =>
  async (attempt: number): Promise<Ports> => {
    if (attempt > SAME_PORT_TRIES) return ANY;
    if (attempt > 1) await sleep(SAME_PORT_PAUSE_MS);
    return before;
  };

const sayPort = ({ name, usual, place }: UnitRequest, main: number): void => {
  if (main === usual.main) return;
  place.log({
    id: `${name}: port ${usual.main} sudah dipakai program lain; memakai ${main}.`,
    en: `${name}: port ${usual.main} is taken by another program; using ${main}.`,
  });
};

const sayMove = (name: string, from: number, { log }: Place, to: number): void =>
  log({
    id: `${name}: port ${from} diambil program lain; pindah ke ${to}, program-program dijalankan ulang.`,
    en: `${name}: port ${from} was taken by another program; moved to ${to}, the programs are restarted.`,
  });

const serviceUnit = <Running extends RunningProcess>(
  request: UnitRequest,
  start: (ports: Ports, onSpawn: (pid: number) => void) => Promise<Started<Running>>,
): ServiceUnit<Running> => {
  const { name, place } = request;
  let now: Started<Running> | undefined;
  return {
    unit: {
      name,
      stopSignal: request.stopSignal,
      async start(onSpawn) {
        const before = now?.at;
        const choose = before === undefined ? chooseFirst(request.usual) : chooseAgain(before);
        now = (await keepingPorts(choose, (ports) => start(ports, onSpawn))).running;
        const { at, running } = now;
        if (before === undefined) sayPort(request, at.main);
        else if (before.main !== at.main) {
          sayMove(name, before.main, place, at.main);
          place.moved();
        }
        return running;
      },
    },
    running() {
      if (now === undefined) throw new Error(`${name} was asked before it started`);
      return now.running;
    },
  };
};

const logFile = (dataDir: string, name: string): string => join(dataDir, 'logs', `${name}.log`);

export const postgresUnit = (place: Place): ServiceUnit<RunningPostgres> =>
  serviceUnit(
    { name: 'postgres', usual: { main: USUAL_PORTS.postgres }, stopSignal: 'SIGINT', place },
    async (ports, onSpawn) => {
      const running = await startPostgres({
        dataDir: join(place.dataDir, 'postgres'),
        port: ports.main,
        log: place.log,
        logFile: logFile(place.dataDir, 'postgres'),
        onSpawn,
      });
      return { running, at: { main: running.port, side: 0 } };
    },
  );

export const natsUnit = (place: Place): ServiceUnit<RunningNats> =>
  serviceUnit(
    {
      name: 'nats',
      usual: { main: USUAL_PORTS.nats, side: USUAL_PORTS.natsMonitor },
      stopSignal: 'SIGTERM',
      place,
    },
    async (ports, onSpawn) => {
      const running = await startNatsServer({
        binary: await resolveBinary('nats-server', { log: place.log }),
        dataDir: join(place.dataDir, 'nats'),
        port: ports.main,
        monitorPort: ports.side,
        logFile: logFile(place.dataDir, 'nats'),
        onSpawn,
      });
      return { running, at: { main: running.port, side: running.monitorPort } };
    },
  );

const NAMESPACE_BYTES = 6;

/**
 * A namespace of this data folder only: a program that meets the Temporal of another installation
 * finds no such namespace there. A folder from before keeps the name its workflows live under.
 */
export const embeddedNamespace = (dataDir: string): string => {
  const folder = join(dataDir, 'temporal');
  const path = join(folder, 'namespace');
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  const fresh = `lindung-${randomBytes(NAMESPACE_BYTES).toString('hex')}`;
  const namespace = existsSync(join(folder, 'temporal.db')) ? 'default' : fresh;
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  writeFileSync(path, `${namespace}\n`, { mode: 0o600 });
  return namespace;
};

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
      place,
    },
    async (ports, onSpawn) => {
      const running = await startTemporalServer({
        binary: await resolveBinary('temporal', { log: place.log }),
        dataDir: join(place.dataDir, 'temporal'),
        port: ports.main,
        uiPort: ports.side,
        ...options,
        logFile: logFile(place.dataDir, 'temporal'),
        onSpawn,
      });
      return { running, at: { main: running.port, side: running.uiPort } };
    },
  );
