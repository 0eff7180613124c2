// The embedded PostgreSQL: one cluster on loopback, stopped by pid, never in-memory.
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { databaseUser } from './database-user.ts';
import { failure } from './local-failure.ts';
import { freePort, keepingPorts } from './ports.ts';
import { postgresBinaries } from './postgres-binaries.ts';
import { clusterFolder, ensureCluster, OWNER_NAME, ownerPassword } from './postgres-place.ts';
import { commandLine, isAlive } from './process-facts.ts';
import { errorCode, type Log } from './sentence.ts';
import { type Exit, endByPid, startProcess, waitUntilReady } from './service-process.ts';

export type RunningPostgres = {
  /** Superuser of the cluster, on the database `lindung`. */
  readonly ownerUrl: string;
  readonly port: number;
  readonly pid: number;
  readonly exited: Promise<Exit>;
  stop(): Promise<Exit>;
};

const READY_LIMIT_MS = 60_000;
const STOP_GRACE_MS = 20_000;
const DATABASE = 'lindung';

/** wal_compression: the npm build has no lz4, pglz is the strongest it knows. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '40',
  max_prepared_transactions: '8',
  shared_buffers: '512MB',
  max_wal_size: '4GB',
  wal_compression: 'pglz',
  synchronous_commit: 'on',
  commit_delay: '200',
  commit_siblings: '4',
  log_error_verbosity: 'terse', // a DETAIL line would repeat values of rows
  lc_messages: 'C',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** What a dead supervisor left: its server still on our cluster, or a pid file of no one. */
const clearLeftover = async (cluster: string, log: Log): Promise<void> => {
  const pidFile = join(cluster, 'postmaster.pid');
  if (!existsSync(pidFile)) return;
  const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10);
  const ours = isAlive(pid) && (commandLine(pid) ?? '').includes(cluster);
  if (ours) {
    await endByPid(pid, 'SIGINT', STOP_GRACE_MS);
    log({
      id: `PostgreSQL sisa proses lama (pid ${pid}) dihentikan.`,
      en: `A PostgreSQL left over from a dead supervisor (pid ${pid}) was stopped.`,
    });
  }
  rmSync(pidFile, { force: true });
};

const wrongPassword = (cluster: string, cause: unknown): Error =>
  failure(
    'Local.OwnerPasswordWrong',
    {
      id: `Kata sandi pemilik tidak cocok dengan data di ${cluster}. Pulihkan berkas owner-password dari cadangan, atau pakai LINDUNG_DATA lain.`,
      en: `The owner's password does not fit the data in ${cluster}. Restore the file owner-password from a backup, or use another LINDUNG_DATA.`,
    },
    cause,
  );

const PASSWORD_REFUSED = '28P01';
const READY_LINE = 7;

/**
 * The server writes its own pid into our cluster and says `ready` once it has bound its port. Until
 * then whoever answers there may be the server of another installation that was faster.
 */
const isOurs = (cluster: string, pid: number): boolean => {
  try {
    const lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return Number(lines[0]) === pid && (lines[READY_LINE] ?? '').trim() === 'ready';
  } catch {
    return false;
  }
};

const answers = async (url: string, cluster: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return resolve(rows[0]?.data_directory ?? '') === resolve(cluster);
  } catch (error) {
    if (errorCode(error) === PASSWORD_REFUSED) throw wrongPassword(cluster, error);
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
};

const ensureDatabase = async (adminUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
};

type PostgresOptions = {
  readonly dataDir: string;
  /** 0: any free one; PostgreSQL itself knows no such choice, so a lost one is chosen again. */
  readonly port: number;
  readonly log: Log;
  readonly logFile?: string;
  readonly onSpawn?: (pid: number) => void;
  /** Beside our own; a server of tests that is never crashed need not wait for its disk. */
  readonly settings?: Readonly<Record<string, string>>;
};

const startOn = async (options: PostgresOptions): Promise<RunningPostgres> => {
  const { dataDir, port, log } = options;
  const user = databaseUser();
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  if (user !== undefined) chmodSync(dataDir, 0o711);
  const binaries = postgresBinaries(user, log);
  const cluster = clusterFolder(dataDir, user, log);
  const password = ownerPassword(dataDir);
  await ensureCluster({ cluster, password, binaries, user, log });
  await clearLeftover(cluster, log);
  const wanted = { ...SETTINGS, ...options.settings };
  const settings = Object.entries(wanted).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const service = await startProcess({
    name: 'PostgreSQL',
    command: binaries.postgres,
    args: ['-D', cluster, '-p', String(port), ...settings],
    cwd: dirname(cluster),
    env: { ...process.env, LC_ALL: 'C' },
    ...(user === undefined ? {} : { user }),
    ...(options.logFile === undefined ? {} : { logFile: options.logFile }),
    ...(options.onSpawn === undefined ? {} : { onSpawn: options.onSpawn }),
  });
  const base = `postgres://${OWNER_NAME}:${password}@127.0.0.1:${port}`;
  await waitUntilReady(service, {
    name: 'PostgreSQL',
    limitMs: READY_LIMIT_MS,
    ready: async () => isOurs(cluster, service.pid) && (await answers(`${base}/postgres`, cluster)),
  });
  await ensureDatabase(`${base}/postgres`);
  return {
    ownerUrl: `${base}/${DATABASE}`,
    port,
    pid: service.pid,
    exited: service.exited,
    // SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, nothing is lost.
    stop: () => service.stop('SIGINT', STOP_GRACE_MS),
  };
};

export const startPostgres = async (options: PostgresOptions): Promise<RunningPostgres> => {
  if (options.port !== 0) return startOn(options);
  return (await keepingPorts(freePort, (port) => startOn({ ...options, port }))).running;
};
