// Requests for the sponsor's own aid, in the order in which they were received.
import { sql } from 'kysely';
import { type ReadModels, selectRows } from './keyed-table.ts';
import { type AidRow, aidTable } from './local-aid/aid-row.ts';
import { cursorKeys, limitOf, type Page, type PageWish, pageOf, whereAll } from './page.ts';

export type AidFilter = {
  readonly payerId?: string;
  readonly standing?: AidRow['standing'];
  readonly kelurahan?: string;
};

export const listAid = async (
  db: ReadModels,
  wish: AidFilter & PageWish,
): Promise<Page<AidRow>> => {
  const limit = limitOf(wish);
  const { payerId, standing, kelurahan } = wish;
  const [receivedAt, requestId] = cursorKeys(wish, 2);
  const where = whereAll([
    payerId === undefined ? null : sql`t.payer_id = ${payerId}`,
    standing === undefined ? null : sql`t.standing = ${standing}`,
    kelurahan === undefined ? null : sql`t.kelurahan = ${kelurahan}`,
    receivedAt !== undefined && requestId !== undefined
      ? sql`(t.received_at, t.request_id) > (${receivedAt}::timestamptz, ${requestId})`
      : null,
  ]);
  const rows = await selectRows(
    db,
    aidTable,
    sql`${where} order by t.received_at, t.request_id limit ${limit + 1}`,
  );
  return pageOf(rows, limit, (row) => [row.receivedAt, row.requestId]);
};

export const aidRequest = async (
  db: ReadModels,
  requestId: string,
): Promise<AidRow | undefined> => {
  const [row] = await selectRows(db, aidTable, sql`where t.request_id = ${requestId}`);
  return row;
};
