// Questions about what does not fit with the bank: what is open, whose it is, the oldest first.
import { sql } from 'kysely';
import type { ExceptionKind } from '../domain/bank-exception/events.ts';
import { type BankExceptionRow, bankExceptionTable } from './bank-exceptions/exception-row.ts';
import { type ReadModels, selectRows } from './keyed-table.ts';
import {
  cursorKeys,
  equals,
  isOneOf,
  limitOf,
  type Page,
  type PageWish,
  pageOf,
  whereAll,
} from './page.ts';

export type BankExceptionFilter = {
  readonly stage?: BankExceptionRow['stage'];
  readonly kind?: ExceptionKind;
  readonly ownerId?: string;
  /** Of these purses, and what no purse knows: what a person may see. */
  readonly payerIds?: readonly string[];
};

export const listBankExceptions = async (
  db: ReadModels,
  wish: BankExceptionFilter & PageWish,
): Promise<Page<BankExceptionRow>> => {
  const limit = limitOf(wish);
  const [at, id] = cursorKeys(wish, 2);
  const where = whereAll([
    equals(sql`t.stage`, wish.stage),
    equals(sql`t.kind`, wish.kind),
    equals(sql`t.owner_id`, wish.ownerId),
    wish.payerIds === undefined
      ? null
      : sql`(t.payer_id is null or ${isOneOf(sql`t.payer_id`, wish.payerIds) ?? sql`true`})`,
    at === undefined || id === undefined
      ? null
      : sql`(t.opened_at, t.exception_id) > (${at}::timestamptz, ${id})`,
  ]);
  const rows = await selectRows(
    db,
    bankExceptionTable,
    sql`${where} order by t.opened_at, t.exception_id limit ${limit + 1}`,
  );
  return pageOf(rows, limit, (row) => [row.openedAt, row.exceptionId]);
};
