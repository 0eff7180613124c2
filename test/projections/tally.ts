// A projection for tests: counts and sums per stream, and notes every event it ever folded.
import { sql, type Transaction } from 'kysely';
import type { StoredEvent } from '../../infra/event-store/event-store.ts';
import type { Projection } from '../../projections/projection.ts';

export type Tally = Projection & {
  /** Throws at this type of event, as a fold with a bug would. */
  poisonType: string | undefined;
  /** Called inside the transaction, after the rows and before the commit. */
  beforeCommit: () => Promise<void>;
};

const amountOf = (event: StoredEvent): string => {
  const { data } = event;
  const isRecord = typeof data === 'object' && data !== null;
  const amount: unknown = isRecord ? Reflect.get(data, 'amountIdr') : undefined;
  return typeof amount === 'string' ? amount : '0';
};

const fold = async (
  tables: { readonly sums: string; readonly seen: string },
  batch: readonly StoredEvent[],
  trx: Transaction<unknown>,
): Promise<void> => {
  const rows = batch.map((event) => ({
    stream_id: event.streamId,
    position: event.position,
    amount_idr: amountOf(event),
  }));
  const wire = JSON.stringify(rows);
  const columns = sql`(stream_id uuid, position bigint, amount_idr bigint)`;
  await sql`insert into ${sql.table(tables.seen)} (position)
    select position from jsonb_to_recordset(${wire}::jsonb) as r${columns}`.execute(trx);
  await sql`insert into ${sql.table(tables.sums)} as t (stream_id, events, amount_idr)
    select stream_id, count(*), sum(amount_idr) from jsonb_to_recordset(${wire}::jsonb) as r${columns}
    group by stream_id
    on conflict (stream_id) do update set events = t.events + excluded.events,
      amount_idr = t.amount_idr + excluded.amount_idr`.execute(trx);
};

/** `seen` has no key on purpose: an event folded twice leaves two rows. */
export const createTally = (name: string, version = 1): Tally => {
  const prefix = `rm.${name.replaceAll('-', '_')}_v${version}`;
  const tables = { sums: `${prefix}_sums`, seen: `${prefix}_seen` };
  const tally: Tally = {
    name,
    version,
    tables: [tables.sums, tables.seen],
    ddl: `create table ${tables.sums} (stream_id uuid primary key, events bigint not null,
        amount_idr bigint not null);
      create table ${tables.seen} (position bigint not null);
      create index on ${tables.seen} (position);`,
    poisonType: undefined,
    beforeCommit: () => Promise.resolve(),
    apply: async (batch, trx) => {
      const poison = batch.find((event) => event.type === tally.poisonType);
      if (poison !== undefined) throw new Error(`no rule for ${poison.type}`);
      await fold(tables, batch, trx);
      await tally.beforeCommit();
    },
  };
  return tally;
};
