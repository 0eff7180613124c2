// What runs, whether it answers, and how far the read models are behind the log.
import pg from 'pg';
import { HEALTH_LIMIT_MS } from '../../infra/config/limits.ts';
import type { Settings } from '../../infra/config/settings.ts';
import { kyselyOver } from '../../infra/database/connect.ts';
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
};

type Connection = NonNullable<Runtime['connection']>;

const answers = (
  name: string,
  connection: Connection,
  settings: Settings,
): Promise<boolean> | undefined => {
  if (name === 'postgres') return postgresAnswers(connection.databaseUrl);
  if (name === 'nats') return natsAnswers(connection.natsUrl);
  if (name !== 'temporal') return undefined;
  return temporalAnswers(connection.temporalAddress, connection.namespace, settings);
};

const serviceStatus = async (
  entry: ServiceEntry,
  connection: Connection | undefined,
  settings: Settings,
): Promise<ServiceStatus> => {
  const lives = entry.process === undefined || isSameProcess(entry.process);
  const asked = connection === undefined ? undefined : answers(entry.name, connection, settings);
  const isUp = entry.state === 'running' || entry.state === 'external';
  return {
    name: entry.name,
    pid: entry.process?.pid ?? null,
    address: entry.address ?? null,
    healthy: isUp && lives && ((await asked) ?? true),
    state: entry.state,
  };
};

const askLog = async (db: ProjectionDb): Promise<Pick<StackStatus, 'position' | 'projections'>> => {
  // Not the sequence: a number drawn by an append that was undone is no event to wait for.
  const last = await db
    .selectFrom('es.events')
    .select((of) => of.fn.max('position').as('position'))
    .executeTakeFirst();
  const position = String(last?.position ?? '0');
  return { position, projections: await listProjections(db, position as Position) };
};

const logProgress = async (
  databaseUrl: string,
): Promise<Pick<StackStatus, 'position' | 'projections'>> => {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 1,
    connectionTimeoutMillis: HEALTH_LIMIT_MS,
    statement_timeout: HEALTH_LIMIT_MS,
  });
  pool.on('error', () => undefined);
  try {
    return await askLog(kyselyOver(pool));
  } catch {
    return { position: null, projections: [] };
  } finally {
    await pool.end();
  }
};

/** Undefined when no supervisor runs on this data folder. */
export const stackStatus = async (settings: Settings): Promise<StackStatus | undefined> => {
  const runtime = runningInstallation(settings.dataDir);
  if (runtime === undefined) return undefined;
  const { connection } = runtime;
  const services = await Promise.all(
    runtime.services.map((entry) => serviceStatus(entry, connection, settings)),
  );
  const progress =
    connection === undefined
      ? { position: null, projections: [] }
      : await logProgress(connection.databaseUrl);
  return { services, ...progress };
};
