// Deaths that somebody knows of, the ones that nobody claims first to be seen; and doubts to decide.
import { sql } from 'kysely';
import { type ReadModels, selectRows } from './keyed-table.ts';
import { type DoubtRow, doubtTable } from './known-deaths/doubt-row.ts';
import { type KnownDeathRow, knownDeathTable } from './known-deaths/known-death-row.ts';
import { type MemberRow, memberTable } from './member-roster/member-row.ts';
import { cursorKeys, limitOf, type Page, type PageWish, pageOf, whereAll } from './page.ts';

export const KNOWN_DEATH_STATES = ['NO_CLAIM', 'CLAIMED', 'PAID', 'REJECTED', 'CLOSED'] as const;
export type KnownDeathState = (typeof KNOWN_DEATH_STATES)[number];

export const knownDeathState = (
  row: Pick<KnownDeathRow, 'closedGround' | 'claimId' | 'outcome'>,
): KnownDeathState => {
  if (row.closedGround !== null) return 'CLOSED';
  if (row.claimId === null) return 'NO_CLAIM';
  if (row.outcome === 'REJECTED') return 'REJECTED';
  return row.outcome === null ? 'CLAIMED' : 'PAID';
};

const STATES: Readonly<Record<KnownDeathState, ReturnType<typeof sql>>> = {
  NO_CLAIM: sql`(t.closed_ground is null and t.claim_id is null)`,
  CLAIMED: sql`(t.closed_ground is null and t.claim_id is not null and t.outcome is null)`,
  PAID: sql`(t.closed_ground is null and t.outcome in ('SETTLED', 'REPORTED_PAID'))`,
  REJECTED: sql`(t.closed_ground is null and t.outcome = 'REJECTED')`,
  CLOSED: sql`(t.closed_ground is not null)`,
};

export type KnownDeathWish = PageWish & {
  /** A kelurahan, or the area that holds it. */
  readonly area?: string;
  readonly state?: KnownDeathState;
};

export type KnownDeath = KnownDeathRow & Pick<MemberRow, 'kelurahan' | 'programmeId' | 'trancheId'>;

const within = (area: string) => sql`(m.kelurahan = ${area} or m.kelurahan like ${`${area}.%`})`;

export const listKnownDeaths = async (
  db: ReadModels,
  wish: KnownDeathWish,
): Promise<Page<KnownDeath>> => {
  const limit = limitOf(wish);
  const { area, state } = wish;
  const [knownAt, workerId] = cursorKeys(wish, 2);
  const where = whereAll([
    area === undefined ? null : within(area),
    // Without a wish: whatever still waits for somebody.
    state === undefined
      ? sql`(${STATES.NO_CLAIM} or ${STATES.CLAIMED} or ${STATES.REJECTED})`
      : STATES[state],
    knownAt !== undefined && workerId !== undefined
      ? sql`(t.known_at, t.worker_id) > (${knownAt}::timestamptz, ${workerId})`
      : null,
  ]);
  const member = sql`join ${sql.table(memberTable.name)} as m on m.worker_id = t.worker_id`;
  const rows = await selectRows(
    db,
    knownDeathTable,
    sql`${member} ${where} order by t.known_at, t.worker_id limit ${limit + 1}`,
  );
  const places = await placesOf(db, rows);
  const page = pageOf(rows, limit, (row) => [row.knownAt, row.workerId]);
  const known = page.rows.flatMap((row): KnownDeath[] => {
    const place = places.get(row.workerId);
    return place === undefined ? [] : [{ ...row, ...place }];
  });
  return { ...page, rows: known };
};

type Place = Pick<MemberRow, 'kelurahan' | 'programmeId' | 'trancheId'>;

const placesOf = async (
  db: ReadModels,
  rows: readonly KnownDeathRow[],
): Promise<ReadonlyMap<string, Place>> => {
  const found = await selectRows(
    db,
    memberTable,
    sql`where t.worker_id = any(${rows.map(({ workerId }) => workerId)}::text[])`,
  );
  return new Map(
    found.map(({ workerId, kelurahan, programmeId, trancheId }) => [
      workerId,
      { kelurahan, programmeId, trancheId },
    ]),
  );
};

export type KnownDeathCount = {
  readonly kelurahan: string;
  readonly known: number;
  readonly noClaim: number;
  readonly claimed: number;
  readonly paid: number;
  readonly closed: number;
  /** Of those without a claim, since when the oldest is known. */
  readonly oldestKnownAt: string | null;
};

export const countKnownDeaths = async (
  db: ReadModels,
  area: string | undefined,
): Promise<readonly KnownDeathCount[]> => {
  const answer = await sql<KnownDeathCount>`select m.kelurahan, count(*)::int as known,
      count(*) filter (where ${STATES.NO_CLAIM})::int as "noClaim",
      count(*) filter (where ${STATES.CLAIMED})::int as claimed,
      count(*) filter (where ${STATES.PAID})::int as paid,
      count(*) filter (where ${STATES.CLOSED})::int as closed,
      to_char(min(t.known_at) filter (where ${STATES.NO_CLAIM}) at time zone 'utc',
        'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "oldestKnownAt"
    from ${sql.table(knownDeathTable.name)} as t
      join ${sql.table(memberTable.name)} as m on m.worker_id = t.worker_id
    ${whereAll([area === undefined ? null : within(area)])}
    group by m.kelurahan order by m.kelurahan`.execute(db);
  return answer.rows;
};

export const openDoubts = async (
  db: ReadModels,
  wish: PageWish & { readonly area?: string },
): Promise<Page<DoubtRow>> => {
  const limit = limitOf(wish);
  const { area } = wish;
  const [raisedAt, doubtId] = cursorKeys(wish, 2);
  const where = whereAll([
    sql`t.is_same_person is null`,
    area === undefined ? null : within(area),
    raisedAt !== undefined && doubtId !== undefined
      ? sql`(t.raised_at, t.doubt_id) > (${raisedAt}::timestamptz, ${doubtId})`
      : null,
  ]);
  const member = sql`join ${sql.table(memberTable.name)} as m on m.worker_id = t.worker_id`;
  const rows = await selectRows(
    db,
    doubtTable,
    sql`${member} ${where} order by t.raised_at, t.doubt_id limit ${limit + 1}`,
  );
  return pageOf(rows, limit, (row) => [row.raisedAt, row.doubtId]);
};

export const doubtById = async (db: ReadModels, doubtId: string): Promise<DoubtRow | undefined> => {
  const [row] = await selectRows(db, doubtTable, sql`where t.doubt_id = ${doubtId}`);
  return row;
};

/** The other members whom the same row may speak of. */
export const doubtsBeside = async (
  db: ReadModels,
  { listId, listRow, doubtId }: DoubtRow,
): Promise<readonly DoubtRow[]> =>
  selectRows(
    db,
    doubtTable,
    sql`where t.list_id = ${listId} and t.list_row = ${listRow} and t.doubt_id <> ${doubtId}
      and t.is_same_person is null order by t.doubt_id`,
  );
