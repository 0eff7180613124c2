// What runs, whether it answers, and how far the read models are behind the log.
import pg from 'pg';
import { HEALTH_LIMIT_MS } from '../../infra/config/limits.ts';
import type { Settings } from '../../infra/config/settings.ts';
import { kyselyOver } from '../../infra/database/connect.ts';
import { appendsSuspended } from '../../infra/database/high-water.ts';
import type { Position } from '../../infra/event-store/event-store.ts';
import {
  isSameProcess,
  type Runtime,
  runningInstallation,
  type ServiceEntry,
} from '../../infra/local/runtime-file.ts';
import { temporalAnswers } from '../../infra/local/temporal-server.ts';
import type { ProjectionDb } from '../../projections/projection.ts';
import { listProjections, type ProjectionStatus } from '../../projections/projection-status.ts';
import { natsAnswers, postgresAnswers } from './external-services.ts';
import { type Finding, logFindings, notAnswering, programFindings } from './findings.ts';

export type ServiceStatus = {
  readonly name: string;
  readonly pid: number | null;
  readonly address: string | null;
  readonly healthy: boolean;
  readonly state: ServiceEntry['state'];
};

export type StackStatus = {
  readonly services: readonly ServiceStatus[];
  /** Of the last event in the log; null while the database does not answer. */
  readonly position: string | null;
  readonly projections: readonly ProjectionStatus[];
  /** What is wrong, and what to do; empty when everything is healthy. */
  readonly findings: readonly Finding[];
  /** A service does not answer: nobody can work, whatever else is found. */
  readonly outOfReach: boolean;
};

type Connection = NonNullable<Runtime['connection']>;

/** Serves pages, and not only lives. */
const webAnswers = async (address: string | undefined): Promise<boolean> => {
  if (address === undefined) return false;
  try {
    const signal = AbortSignal.timeout(HEALTH_LIMIT_MS);
    return (await fetch(`${address}/kesehatan`, { signal })).ok;
  } catch {
    return false;
  }
};

const POLL_MS = 100;

/** It reads its pages first: whoever prints its address waits for it, up to a limit. */
export const untilWebAnswers = async (
  services: readonly ServiceEntry[],
  limitMs: number,
): Promise<void> => {
  const address = services.find(({ name }) => name === 'web')?.address;
  const until = Date.now() + limitMs;
  while (address !== undefined && Date.now() < until) {
    if (await webAnswers(address)) return;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
};

const answers = (
  { name, address }: ServiceEntry,
  connection: Connection,
  settings: Settings,
): Promise<boolean> | undefined => {
  if (name === 'web') return webAnswers(address);
  if (name === 'postgres') return postgresAnswers(connection.databaseUrl);
  if (name === 'nats') return natsAnswers(connection.natsUrl);
  if (name !== 'temporal') return undefined;
  return temporalAnswers(connection.temporalAddress, connection.namespace, settings);
};

const isServing = async (
  entry: ServiceEntry,
  connection: Connection | undefined,
  settings: Settings,
): Promise<boolean> => {
  const lives = entry.process === undefined || isSameProcess(entry.process);
  const asked = connection === undefined ? undefined : answers(entry, connection, settings);
  const isUp = entry.state === 'running' || entry.state === 'external';
  return isUp && lives && ((await asked) ?? true);
};

const SERVICES: readonly string[] = ['postgres', 'nats', 'temporal'];

type Progress = Pick<StackStatus, 'position' | 'projections' | 'findings'>;

const NO_PROGRESS: Progress = { position: null, projections: [], findings: [] };

const askLog = async (db: ProjectionDb, pool: pg.Pool): Promise<Progress> => {
  // Not the sequence: a number drawn by an append that was undone is no event to wait for.
  const last = await db
    .selectFrom('es.events')
    .select((of) => of.fn.max('position').as('position'))
    .executeTakeFirst();
  const position = String(last?.position ?? '0');
  const projections = await listProjections(db, position as Position);
  const isSetBack = await appendsSuspended(pool);
  const findings = await logFindings(db, { isSetBack, projections });
  return { position, projections, findings };
};

const logProgress = async (databaseUrl: string): Promise<Progress> => {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 1,
    connectionTimeoutMillis: HEALTH_LIMIT_MS,
    statement_timeout: HEALTH_LIMIT_MS,
  });
  pool.on('error', () => undefined);
  try {
    return await askLog(kyselyOver(pool), pool);
  } catch {
    return NO_PROGRESS;
  } finally {
    await pool.end();
  }
};

const serviceStatus = (
  { name, state, process: identity, address }: ServiceEntry,
  findings: readonly Finding[],
): ServiceStatus => ({
  name,
  pid: identity?.pid ?? null,
  address: address ?? null,
  healthy: findings.every(({ of }) => of !== name),
  state,
});

/** Undefined when no supervisor runs on this data folder. */
export const stackStatus = async (settings: Settings): Promise<StackStatus | undefined> => {
  const { dataDir } = settings;
  const runtime = runningInstallation(dataDir);
  if (runtime === undefined) return undefined;
  const { connection, services } = runtime;
  const [progress, serving] = await Promise.all([
    connection === undefined ? NO_PROGRESS : logProgress(connection.databaseUrl),
    Promise.all(services.map((entry) => isServing(entry, connection, settings))),
  ]);
  const silent = services.filter((_, n) => serving[n] !== true);
  const findings = [
    ...silent.map((entry) => notAnswering(entry, dataDir)),
    ...progress.findings,
    ...services.flatMap(({ name, process: identity }) =>
      programFindings(dataDir, { name, pid: identity?.pid }),
    ),
  ];
  return {
    services: services.map((entry) => serviceStatus(entry, findings)),
    position: progress.position,
    projections: progress.projections,
    findings,
    outOfReach: silent.some(({ name }) => SERVICES.includes(name)),
  };
};
