// Questions about members: one worker, a list by kelurahan or stage, counts. Fields come back sealed.
import { sql } from 'kysely';
import { type ReadModels, rowsByKey, selectRows } from './keyed-table.ts';
import { type MemberRow, memberTable } from './member-roster/member-row.ts';
import { type PersonRow, personTable } from './member-roster/person-row.ts';
import { cursorKeys, equals, limitOf, type Page, type PageWish, pageOf, whereAll } from './page.ts';

export type MemberFilter = {
  readonly programmeId?: string;
  readonly trancheId?: string;
  readonly rosterId?: string;
  readonly kelurahan?: string;
  readonly stage?: MemberRow['stage'];
  readonly cardState?: MemberRow['cardState'];
};

const conditions = (filter: MemberFilter) => [
  equals(sql`t.programme_id`, filter.programmeId),
  equals(sql`t.tranche_id`, filter.trancheId),
  equals(sql`t.roster_id`, filter.rosterId),
  equals(sql`t.kelurahan`, filter.kelurahan),
  equals(sql`t.stage`, filter.stage),
  equals(sql`t.card_state`, filter.cardState),
];

/** The membership with its sealed fields; opening them is the caller's, with a reason. */
export type Member = MemberRow & Omit<PersonRow, 'workerId' | 'position'>;

const withPersons = async (
  db: ReadModels,
  rows: readonly MemberRow[],
): Promise<readonly Member[]> => {
  const ids = rows.map((row) => row.workerId);
  const persons = await rowsByKey(db, personTable, ids);
  return rows.flatMap((row): Member[] => {
    const person = persons.get(row.workerId);
    // A statement later the projector may have added a row, never taken one away.
    return person === undefined ? [] : [{ ...person, ...row }];
  });
};

/** Several workers at once, e.g. the names on a page of claims. */
export const workersById = async (
  db: ReadModels,
  workerIds: readonly string[],
): Promise<ReadonlyMap<string, Member>> => {
  const rows = await rowsByKey(db, memberTable, workerIds);
  const members = await withPersons(db, [...rows.values()]);
  return new Map(members.map((member) => [member.workerId, member]));
};

export const workerById = async (db: ReadModels, workerId: string): Promise<Member | undefined> =>
  (await workersById(db, [workerId])).get(workerId);

/** Whose card this is; a card that was replaced is nobody's. */
export const workerByCard = async (db: ReadModels, cardId: string): Promise<Member | undefined> => {
  const rows = await selectRows(db, memberTable, sql`where t.card_id = ${cardId} limit 1`);
  return (await withPersons(db, rows)).at(0);
};

export const listMembers = async (
  db: ReadModels,
  wish: MemberFilter & PageWish,
): Promise<Page<Member>> => {
  const limit = limitOf(wish);
  const [after] = cursorKeys(wish, 1);
  const where = whereAll([
    ...conditions(wish),
    after === undefined ? null : sql`t.worker_id > ${after}`,
  ]);
  const tail = sql`${where} order by t.worker_id limit ${limit + 1}`;
  const page = pageOf(await selectRows(db, memberTable, tail), limit, (row) => [row.workerId]);
  return { ...page, rows: await withPersons(db, page.rows) };
};

export type MemberCount = {
  readonly kelurahan: string;
  readonly stage: MemberRow['stage'];
  readonly members: number;
};

export const countMembers = async (
  db: ReadModels,
  filter: MemberFilter = {},
): Promise<readonly MemberCount[]> => {
  const answer = await sql<MemberCount>`select t.kelurahan, t.stage, count(*)::int as members
    from ${sql.table(memberTable.name)} as t ${whereAll(conditions(filter))}
    group by t.kelurahan, t.stage order by t.kelurahan, t.stage`.execute(db);
  return answer.rows;
};
