// Four ways to follow the log, side by side: ours, and three that others ship or once shipped.
import type pg from 'pg';
import type { EventStore, Position } from '../../../infra/event-store/event-store.ts';

export type Reader = {
  readonly name: string;
  readonly seen: Set<string>;
  /** One poll; answers how many events it gave. */
  poll(): Promise<number>;
  /** The highest position this reader would give now: how far an unrelated transaction stalls it. */
  mark(): Promise<bigint>;
};

const BATCH = 200;
type Row = { readonly position: string; readonly xid: string };

// `race.shadow` holds each event's position and its transaction's xid8, written in that transaction.
const WRITTEN_BEFORE_ALL_OPEN = 'xid < pg_snapshot_xmin(pg_current_snapshot())';

const xidMark = async (client: pg.Client): Promise<bigint> => {
  const { rows } = await client.query<{ mark: string | null }>(
    `select max(position) as mark from race.shadow where ${WRITTEN_BEFORE_ALL_OPEN}`,
  );
  return BigInt(rows[0]?.mark ?? 0);
};

/** `position > checkpoint`: what most home-grown event tables do. */
export const naiveReader = (client: pg.Client): Reader => {
  const seen = new Set<string>();
  let after = '0';
  return {
    name: 'naive: position > checkpoint',
    seen,
    async poll() {
      const { rows } = await client.query<Row>(
        `select position from race.shadow where position > $1 order by position limit ${BATCH}`,
        [after],
      );
      for (const { position } of rows) seen.add(position);
      after = rows.at(-1)?.position ?? after;
      return rows.length;
    },
    async mark() {
      const { rows } = await client.query<{ mark: string | null }>(
        'select max(position) as mark from race.shadow',
      );
      return BigInt(rows[0]?.mark ?? 0);
    },
  };
};

/** readMessagesBatch of emmett-postgresql 0.42.0: ordered by transaction, checkpoint by position. */
export const emmettShapedReader = (client: pg.Client): Reader => {
  const seen = new Set<string>();
  let after = '0';
  return {
    name: 'emmett 0.42 shape: xid8 filter, position checkpoint',
    seen,
    async poll() {
      const { rows } = await client.query<Row>(
        `select position from race.shadow where ${WRITTEN_BEFORE_ALL_OPEN} and position >= $1
         order by xid, position limit ${BATCH}`,
        [String(BigInt(after) + 1n)],
      );
      for (const { position } of rows) seen.add(position);
      after = rows.at(-1)?.position ?? after;
      return rows.length;
    },
    mark: () => xidMark(client),
  };
};

/** The compound checkpoint of emmett 0.43: correct, but any open transaction of the cluster stalls it. */
export const compoundReader = (client: pg.Client): Reader => {
  const seen = new Set<string>();
  let after: Row = { xid: '0', position: '0' };
  return {
    name: 'xid8 compound checkpoint',
    seen,
    async poll() {
      const { rows } = await client.query<Row>(
        `select position, xid::text as xid from race.shadow
         where ${WRITTEN_BEFORE_ALL_OPEN} and (xid, position) > ($1::xid8, $2)
         order by race.shadow.xid, position limit ${BATCH}`,
        [after.xid, after.position],
      );
      for (const { position } of rows) seen.add(position);
      after = rows.at(-1) ?? after;
      return rows.length;
    },
    mark: () => xidMark(client),
  };
};

/** The product's own read, through its own port. */
export const safeReader = (store: EventStore): Reader => {
  const seen = new Set<string>();
  let after = '0' as Position;
  return {
    name: 'ours: lock low-water mark',
    seen,
    async poll() {
      const events = await store.readAfter(after, BATCH);
      for (const { position } of events) {
        if (BigInt(position) <= BigInt(after)) throw new Error('the safe read went backwards');
        seen.add(position);
        after = position;
      }
      return events.length;
    },
    mark: async () => BigInt(await store.safePosition()),
  };
};
