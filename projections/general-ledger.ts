// The general ledger: what stands on the accounts of a payer's book on any day, as known at a position.
import { sql } from 'kysely';
import type { LocalDate } from '../domain/calendar.ts';
import type { Account } from '../domain/ledger/accounts.ts';
import type { Flow } from '../domain/programme/events.ts';
import type { Position } from '../infra/event-store/event-store.ts';
import { loadCheckpoint, START } from './checkpoint.ts';
import {
  LEDGER,
  type LedgerEntry,
  type LedgerRow,
  ledgerTable,
} from './general-ledger/ledger-row.ts';
import { type ReadModels, rowsByKey } from './keyed-table.ts';
import { cursorKeys, equals, limitOf, type Page, type PageWish, pageOf, whereAll } from './page.ts';
import type { ProjectionDb } from './projection.ts';

export type BookWish = {
  readonly payerId?: string;
  readonly flow?: Flow;
  /** The log as known at this position: what was recorded later is left out. */
  readonly knownAt: Position;
};

/** Two flows never meet in one sum, nor two payers. */
export type BookAccount = {
  readonly payerId: string | null;
  readonly flow: Flow;
  readonly account: Account;
  readonly debitIdr: string;
  readonly creditIdr: string;
  /** Debit less credit. */
  readonly balanceIdr: string;
};

const entries = sql`${sql.table(ledgerTable.name)} as t
  cross join lateral jsonb_to_recordset(t.entries) as e("payerId" text, flow text, "on" date,
    lines jsonb, "position" bigint, type text, historic boolean)`;
/** Every posting line, one row each. */
const lines = sql`${entries}
  cross join lateral jsonb_to_recordset(e.lines) as l(account text, "amountIdr" bigint)`;

const ofBook = ({ payerId, flow, knownAt }: BookWish) => [
  sql`e."position" <= ${knownAt}::bigint`,
  equals(sql`e."payerId"`, payerId),
  equals(sql`e.flow`, flow),
];

const debit = sql`coalesce(sum(l."amountIdr") filter (where l."amountIdr" > 0), 0)`;
const credit = sql`coalesce(-sum(l."amountIdr") filter (where l."amountIdr" < 0), 0)`;

/** Up to and including the day. */
export const trialBalance = async (
  db: ReadModels,
  wish: BookWish & { readonly at: LocalDate },
): Promise<readonly BookAccount[]> => {
  const where = whereAll([...ofBook(wish), sql`e."on" <= ${wish.at}::date`]);
  const answer = await sql<BookAccount>`select e."payerId", e.flow, l.account,
      ${debit}::text as "debitIdr", ${credit}::text as "creditIdr",
      sum(l."amountIdr")::text as "balanceIdr"
    from ${lines} ${where}
    group by e."payerId", e.flow, l.account order by e."payerId", e.flow, l.account`.execute(db);
  return answer.rows;
};

export type ClosingAccount = BookAccount & {
  /** Before the first day; with debit and credit of the period it makes the balance. */
  readonly openingIdr: string;
};

export type ClosingBook = {
  readonly payerId: string | null;
  readonly flow: Flow;
  /** Entries of the period; `historic`: those that came in when a past was entered. */
  readonly entries: number;
  readonly historic: number;
  readonly accounts: readonly ClosingAccount[];
};

export type Period = { readonly from: LocalDate; readonly to: LocalDate };

const closingAccounts = async (
  db: ReadModels,
  wish: BookWish & Period,
): Promise<readonly ClosingAccount[]> => {
  const moved = sql`e."on" >= ${wish.from}::date`;
  const where = whereAll([...ofBook(wish), sql`e."on" <= ${wish.to}::date`]);
  const answer = await sql<ClosingAccount>`select e."payerId", e.flow, l.account,
      coalesce(sum(l."amountIdr") filter (where not ${moved}), 0)::text as "openingIdr",
      coalesce(sum(l."amountIdr") filter (where ${moved} and l."amountIdr" > 0), 0)::text
        as "debitIdr",
      coalesce(-sum(l."amountIdr") filter (where ${moved} and l."amountIdr" < 0), 0)::text
        as "creditIdr",
      sum(l."amountIdr")::text as "balanceIdr"
    from ${lines} ${where}
    group by e."payerId", e.flow, l.account order by e."payerId", e.flow, l.account`.execute(db);
  return answer.rows;
};

/** The books of a period: what stood before, what moved, what stands at its end. */
export const closing = async (
  db: ReadModels,
  wish: BookWish & Period,
): Promise<readonly ClosingBook[]> => {
  const accounts = await closingAccounts(db, wish);
  const moved = sql`e."on" >= ${wish.from}::date`;
  const where = whereAll([...ofBook(wish), sql`e."on" <= ${wish.to}::date`]);
  const answer = await sql<Omit<ClosingBook, 'accounts'>>`select e."payerId", e.flow,
      (count(*) filter (where ${moved}))::int as entries,
      (count(*) filter (where ${moved} and e.historic))::int as historic
    from ${entries} ${where}
    group by e."payerId", e.flow order by e."payerId", e.flow`.execute(db);
  return answer.rows.map((book) => ({
    ...book,
    accounts: accounts.filter(
      ({ payerId, flow }) => payerId === book.payerId && flow === book.flow,
    ),
  }));
};

export type JournalEntry = LedgerEntry & {
  readonly streamId: string;
  readonly category: LedgerRow['category'];
};

/** In the order of their days; entries of one day in the order of the log. */
export const journal = async (
  db: ReadModels,
  wish: BookWish & Period & PageWish,
): Promise<Page<JournalEntry>> => {
  const limit = limitOf(wish);
  const [on, position] = cursorKeys(wish, 2);
  const where = whereAll([
    ...ofBook(wish),
    sql`e."on" between ${wish.from}::date and ${wish.to}::date`,
    on === undefined || position === undefined
      ? null
      : sql`(e."on", e."position") > (${on}::date, ${position}::bigint)`,
  ]);
  const answer = await sql<JournalEntry>`select t.stream_id as "streamId", t.category,
      e."payerId", e.flow, e."on"::text as "on", e.lines, e."position"::text as "position",
      e.type, e.historic
    from ${entries} ${where} order by e."on", e."position" limit ${limit + 1}`.execute(db);
  return pageOf(answer.rows, limit, (entry) => [entry.on, entry.position]);
};

/** The entries of one sum, in the order of the log. */
export const entriesOfStream = async (
  db: ReadModels,
  streamId: string,
): Promise<readonly JournalEntry[]> => {
  const row = (await rowsByKey(db, ledgerTable, [streamId])).get(streamId);
  return (row?.entries ?? []).map((entry) => ({
    ...{ ...entry, streamId },
    category: row?.category ?? 'payable',
  }));
};

/** How far the ledger has come: what is asked without a position is answered as known there. */
export const ledgerPosition = async (db: ProjectionDb): Promise<Position> =>
  (await loadCheckpoint(db, LEDGER.name, LEDGER.version))?.position ?? START;
