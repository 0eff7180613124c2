// Questions about batches: which are at work, paused or cancelled, and where one of them stands.
import { sql } from 'kysely';
import { type BatchRow, type BatchState, batchTable } from './batch-board/batch-row.ts';
import { type ReadModels, rowsByKey, selectRows } from './keyed-table.ts';
import { equals, whereAll } from './page.ts';

export const batchById = async (db: ReadModels, batchId: string): Promise<BatchRow | undefined> =>
  (await rowsByKey(db, batchTable, [batchId])).get(batchId);

/** Newest first. */
export const listBatches = (
  db: ReadModels,
  wish: { readonly state?: BatchState; readonly limit: number },
): Promise<readonly BatchRow[]> => {
  const where = whereAll([equals(sql`t.state`, wish.state)]);
  const order = sql`order by t.received_at desc, t.batch_id limit ${wish.limit}`;
  return selectRows(db, batchTable, sql`${where} ${order}`);
};
