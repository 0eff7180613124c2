// Questions about received lists: how many rows, which cells were refused, how far the steps are.
import { sql } from 'kysely';
import { type ReadModels, rowsByKey, selectRows } from './keyed-table.ts';
import { cursorKeys, equals, limitOf, type Page, type PageWish, pageOf, whereAll } from './page.ts';
import {
  type RosterRow,
  rosterTable,
  type VerdictRow,
  verdictTable,
} from './roster-board/roster-row.ts';

export const rosterById = async (
  db: ReadModels,
  rosterId: string,
): Promise<RosterRow | undefined> => (await rowsByKey(db, rosterTable, [rosterId])).get(rosterId);

export type RosterListWish = PageWish & {
  readonly programmeId?: string;
  readonly trancheId?: string;
};

/** Newest first. */
export const listRosters = async (
  db: ReadModels,
  wish: RosterListWish = {},
): Promise<Page<RosterRow>> => {
  const limit = limitOf(wish);
  const [at, id] = cursorKeys(wish, 2);
  const where = whereAll([
    equals(sql`t.programme_id`, wish.programmeId),
    equals(sql`t.tranche_id`, wish.trancheId),
    at === undefined || id === undefined
      ? null
      : sql`(t.received_at < ${at}::timestamptz
          or (t.received_at = ${at}::timestamptz and t.roster_id > ${id}))`,
  ]);
  const tail = sql`${where} order by t.received_at desc, t.roster_id limit ${limit + 1}`;
  const rows = await selectRows(db, rosterTable, tail);
  return pageOf(rows, limit, (row) => [row.receivedAt, row.rosterId]);
};

export type VerdictWish = PageWish & {
  readonly rosterId: string;
  readonly severity?: VerdictRow['severity'];
};

/** Refused and warned cells in the order of the file's rows. */
export const listVerdicts = async (
  db: ReadModels,
  wish: VerdictWish,
): Promise<Page<VerdictRow>> => {
  const limit = limitOf(wish);
  const [row, id] = cursorKeys(wish, 2);
  const isPlace = row !== undefined && id !== undefined && /^\d{1,9}$/.test(row);
  const where = whereAll([
    sql`t.roster_id = ${wish.rosterId}`,
    equals(sql`t.severity`, wish.severity),
    isPlace ? sql`(t."row", t.verdict_id) > (${row}::int, ${id})` : null,
  ]);
  const tail = sql`${where} order by t."row", t.verdict_id limit ${limit + 1}`;
  const rows = await selectRows(db, verdictTable, tail);
  return pageOf(rows, limit, (verdict) => [String(verdict.row), verdict.verdictId]);
};

export type ProblemCount = {
  readonly problem: VerdictRow['problem'];
  readonly severity: VerdictRow['severity'];
  readonly cells: number;
};

export const countProblems = async (
  db: ReadModels,
  rosterId: string,
): Promise<readonly ProblemCount[]> => {
  const answer = await sql<ProblemCount>`select t.problem, t.severity, count(*)::int as cells
    from ${sql.table(verdictTable.name)} as t where t.roster_id = ${rosterId}
    group by t.problem, t.severity order by count(*) desc, t.problem, t.severity`.execute(db);
  return answer.rows;
};
