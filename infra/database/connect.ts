// The three pools of a process on PostgreSQL, each with limits on what a statement may take.
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Log } from '../local/sentence.ts';
import { verifyIdentity } from './identity.ts';
import type { EventStoreTables } from './schema.ts';

export type PoolSizes = { readonly hot: number; readonly app: number; readonly bg: number };

/** `hot`: appends and the relay's read. `app`: queries of people. `bg`: rebuilds and bulk work. */
export type Pools = {
  readonly hot: pg.Pool;
  readonly app: pg.Pool;
  readonly bg: pg.Pool;
  close(): Promise<void>;
};

type Limits = {
  readonly statementTimeoutMs: number;
  readonly lockTimeoutMs: number;
  readonly idleInTransactionMs: number;
};

// An open append holds back every reader of the log, so the hot pool's idle limit is 2 s.
const LIMITS: Readonly<Record<keyof PoolSizes, Limits>> = {
  hot: { statementTimeoutMs: 10_000, lockTimeoutMs: 2_000, idleInTransactionMs: 2_000 },
  app: { statementTimeoutMs: 30_000, lockTimeoutMs: 5_000, idleInTransactionMs: 30_000 },
  bg: { statementTimeoutMs: 600_000, lockTimeoutMs: 30_000, idleInTransactionMs: 300_000 },
};
const SIZES: PoolSizes = { hot: 4, app: 10, bg: 4 };
const CONNECT_LIMIT_MS = 10_000;

export type PoolsRequest = {
  readonly url: string;
  readonly applicationName: string;
  readonly log: Log;
  /** The log we were started for: a server that holds another one is refused before its first use. */
  readonly identity?: string | undefined;
};
const SESSION = '-c timezone=UTC -c datestyle=ISO';

/**
 * Every statement of the hot pool finds rows by a key of the log. Planning it anew for each call costs
 * as much as running it, and a plan from a day when a leaf was empty must not scan what it holds today.
 */
const HOT_PLANS = '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off';

const openPool = (
  role: keyof PoolSizes,
  options: PoolsRequest & { readonly max: number },
): pg.Pool => {
  const limits = LIMITS[role];
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max,
    application_name: `${options.applicationName}:${role}`,
    statement_timeout: limits.statementTimeoutMs,
    lock_timeout: limits.lockTimeoutMs,
    idle_in_transaction_session_timeout: limits.idleInTransactionMs,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    keepAlive: true,
    options: role === 'hot' ? `${SESSION} ${HOT_PLANS}` : SESSION,
    ...(options.identity !== undefined && { verify: verifyIdentity(options.identity) }),
  });
  // The pool listens only to idle connections: one lost between two statements of a transaction would
  // end the process. The next statement on it fails, and that is where it is handled.
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  // Without a listener a connection lost while idle ends the process; the next query opens another.
  pool.on('error', (error) =>
    options.log({
      id: `Sambungan PostgreSQL (${role}) terputus: ${error.message}`,
      en: `A PostgreSQL connection (${role}) was lost: ${error.message}`,
    }),
  );
  return pool;
};

export const openPools = (
  options: PoolsRequest & { readonly sizes?: Partial<PoolSizes> },
): Pools => {
  const sizes = { ...SIZES, ...options.sizes };
  const open = (role: keyof PoolSizes): pg.Pool => openPool(role, { ...options, max: sizes[role] });
  const pools = { hot: open('hot'), app: open('app'), bg: open('bg') };
  let closing: Promise<unknown> | undefined;
  return {
    ...pools,
    async close() {
      closing ??= Promise.all([pools.hot.end(), pools.app.end(), pools.bg.end()]);
      await closing;
    },
  };
};

/** Kysely over a pool that someone else closes: destroy() would end the pool. */
export const kyselyOver = (pool: pg.Pool): Kysely<EventStoreTables> =>
  new Kysely<EventStoreTables>({ dialect: new PostgresDialect({ pool }) });
