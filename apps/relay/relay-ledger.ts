// The relay's own record in PostgreSQL, reachable only over the one connection that holds the lead.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Position } from '../../infra/event-store/event-store.ts';

/** Sequence and position of the last message known to be in the stream of this incarnation. */
export type RelayState = {
  readonly incarnation: string;
  readonly epoch: string;
  readonly lastSequence: number;
  readonly position: Position;
};

export type RelayLedger = {
  epoch(): Promise<string>;
  load(): Promise<RelayState | undefined>;
  /** Where the slowest live reader stands: a new stream has to begin there. */
  lowestLiveCheckpoint(epoch: string): Promise<Position>;
  /** `false`: the log has another epoch by now. */
  record(state: RelayState): Promise<boolean>;
};

export type Leadership = {
  readonly ledger: RelayLedger;
  /** Aborts when the connection, and with it the lock, is gone. */
  readonly lost: AbortSignal;
  release(): Promise<void>;
};

const LOCK_CLASS = 7303;
const LOCK_KEY = 1;
const TRY_EVERY_MS = 250;
const HEARTBEAT_MS = 1_000;
const HEARTBEAT_LIMIT_MS = 5_000;

type StateRow = {
  readonly last_seq: string;
  readonly position: Position;
  readonly incarnation: string;
  readonly epoch: string;
};

const only = <Row>(rows: readonly Row[]): Row => {
  const [row] = rows;
  if (row === undefined) throw new Error('PostgreSQL gave no row');
  return row;
};

const ledgerOver = (client: pg.Client): RelayLedger => ({
  epoch: async () => {
    const { rows } = await client.query<{ epoch: string }>('select es.current_epoch() as epoch');
    return only(rows).epoch;
  },
  load: async () => {
    const { rows } = await client.query<StateRow>(
      'select last_seq, position, incarnation, epoch from es.relay_state',
    );
    const [row] = rows;
    if (row === undefined) return undefined;
    const { incarnation, epoch, position } = row;
    return { incarnation, epoch, position, lastSequence: Number(row.last_seq) };
  },
  lowestLiveCheckpoint: async (epoch) => {
    const { rows } = await client.query<{ position: Position }>(
      `select coalesce(min(c.position), 0)::text as position from es.checkpoints c
       where c.epoch = $1 and (c.name = 'obligations' or exists (
         select from es.projection_current p where p.name = c.name and p.version = c.version))`,
      [epoch],
    );
    return only(rows).position;
  },
  record: async (state) => {
    const result = await client.query(
      `insert into es.relay_state (last_seq, position, incarnation, epoch)
       select $1, $2, $3, $4 where es.current_epoch() = $4
       on conflict (only_row) do update set last_seq = excluded.last_seq,
         position = excluded.position, incarnation = excluded.incarnation,
         epoch = excluded.epoch, updated_at = clock_timestamp()`,
      [state.lastSequence, state.position, state.incarnation, state.epoch],
    );
    return result.rowCount === 1;
  },
});

const connect = async (url: string): Promise<{ client: pg.Client; lost: AbortController }> => {
  const lost = new AbortController();
  const client = new pg.Client({
    connectionString: url,
    application_name: 'lindung-relay:lead',
    keepAlive: true,
    query_timeout: HEARTBEAT_LIMIT_MS,
  });
  client.on('error', () => lost.abort());
  client.on('end', () => lost.abort());
  await client.connect();
  return { client, lost };
};

/** Tried again and again rather than waited for: a waiting statement would hold back vacuum. */
const takeLock = async (client: pg.Client, signal: AbortSignal): Promise<boolean> => {
  while (!signal.aborted) {
    const { rows } = await client.query<{ held: boolean }>(
      'select pg_try_advisory_lock($1, $2) as held',
      [LOCK_CLASS, LOCK_KEY],
    );
    if (only(rows).held) return true;
    await sleep(TRY_EVERY_MS, undefined, { signal }).catch(() => undefined);
  }
  return false;
};

/** A connection that died without a word would let us believe in a lock that is long another's. */
const startHeartbeat = (client: pg.Client, lost: AbortController): NodeJS.Timeout =>
  setInterval(() => {
    client.query('select 1').catch(() => lost.abort());
  }, HEARTBEAT_MS);

/** Waits until this process leads; `undefined` when asked to stop before. */
export const takeLead = async (
  url: string,
  signal: AbortSignal,
): Promise<Leadership | undefined> => {
  const { client, lost } = await connect(url);
  const end = (): Promise<void> => client.end().catch(() => undefined);
  try {
    if (!(await takeLock(client, signal))) {
      await end();
      return undefined;
    }
  } catch (error) {
    await end();
    throw error;
  }
  const heartbeat = startHeartbeat(client, lost);
  return {
    ledger: ledgerOver(client),
    lost: lost.signal,
    release: async () => {
      clearInterval(heartbeat);
      await end(); // the lock goes with its connection
    },
  };
};
