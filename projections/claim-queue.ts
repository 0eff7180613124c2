// The queue's questions: which claims wait, for whom, how long, and until which day.
import { type RawBuilder, sql } from 'kysely';
import {
  daysBetween,
  type HolidayCalendar,
  type LocalDate,
  officeDay,
} from '../domain/calendar.ts';
import type { ClaimStage } from '../domain/claim/events.ts';
import { isEndStage, type WaitingFor } from '../domain/claim/open-task.ts';
import {
  type ClaimException,
  type ClaimRow,
  claimTable,
  placeTable,
} from './claim-queue/claim-row.ts';
import { nextDueOf, workingDaysLeft } from './claim-queue/due-day.ts';
import { type KeyedTable, type ReadModels, selectionOf } from './keyed-table.ts';
import { cursorKeys, equals, limitOf, type Page, type PageWish, pageOf, whereAll } from './page.ts';

export type ClaimFilter = {
  readonly stages?: readonly ClaimStage[];
  readonly waitingFor?: WaitingFor;
  readonly kelurahan?: string;
  readonly programmeId?: string;
  readonly trancheId?: string;
  readonly workerId?: string;
  readonly exception?: ClaimException;
  /** `-`: nobody's. */
  readonly assignedTo?: string;
  /** Open, and its due day of the law has passed: somebody above must look. */
  readonly overdue?: boolean;
};

/** `reported`: the oldest report first. `clock`: the longest running clock of T-07 first. */
export type ClaimOrder = 'reported' | 'clock';

/** The office's day and calendar: a query has no clock of its own. */
export type OfficeDay = { readonly today: LocalDate; readonly calendar: HolidayCalendar };

export type ClaimListWish = ClaimFilter & PageWish & OfficeDay & { readonly order?: ClaimOrder };

type Placed = Omit<ClaimRow, 'facts'> & {
  /** Null when the reported person was never on a list of ours. */
  readonly kelurahan: string | null;
  readonly programmeId: string | null;
  readonly trancheId: string | null;
};

export type ClaimListItem = Placed & {
  /** Days since the report, while the claim is open. */
  readonly ageDays: number | null;
  /** The day of the law (T-07) where its clock runs; else when the family is asked again. */
  readonly nextDueOn: LocalDate | null;
  readonly workingDaysLeft: number | null;
};

const from = sql`${sql.table(claimTable.name)} as t
  left join ${sql.table(placeTable.name)} as p on p.worker_id = t.worker_id`;

const conditions = (filter: ClaimFilter): readonly (RawBuilder<unknown> | null)[] => [
  filter.stages === undefined ? null : sql`t.stage = any(${[...filter.stages]}::text[])`,
  equals(sql`t.waiting_for`, filter.waitingFor),
  equals(sql`t.worker_id`, filter.workerId),
  equals(sql`p.kelurahan`, filter.kelurahan),
  equals(sql`p.programme_id`, filter.programmeId),
  equals(sql`p.tranche_id`, filter.trancheId),
  filter.assignedTo === '-'
    ? sql`t.assigned_to is null`
    : equals(sql`t.assigned_to`, filter.assignedTo),
  filter.overdue === true ? sql`t.deadline_passed and t.waiting_for <> 'NOBODY'` : null,
  filter.exception === undefined ? null : sql`${filter.exception} = any(t.exceptions)`,
];

const listItem = (row: Placed, { today, calendar }: OfficeDay): ClaimListItem => {
  const closed = isEndStage(row.stage);
  const clock = { ...row, lastActOn: officeDay(row.lastActAt) };
  const nextDueOn = closed ? null : nextDueOf(clock, { today, calendar });
  return {
    ...row,
    ageDays: closed ? null : daysBetween(officeDay(row.reportedAt), today),
    nextDueOn,
    // Only a clock of the law is counted in working days.
    workingDaysLeft:
      nextDueOn === null || row.documentsCompleteAt === null
        ? null
        : workingDaysLeft(today, nextDueOn, calendar),
  };
};

const { facts: _, ...listed } = claimTable.columns;
const listedTable: KeyedTable<Omit<ClaimRow, 'facts'>> = {
  ...claimTable,
  key: 'claimId',
  columns: listed,
};

const select = async (db: ReadModels, tail: RawBuilder<unknown>): Promise<readonly Placed[]> => {
  const answer = await sql<Placed>`select ${selectionOf(listedTable, 't')}, p.kelurahan,
    p.programme_id as "programmeId", p.tranche_id as "trancheId" from ${from} ${tail}`.execute(db);
  return answer.rows;
};

// A claim whose clock does not run comes after all whose clock runs.
const SORTS = {
  reported: { column: sql`t.reported_at`, keyOf: (row: Placed) => row.reportedAt },
  clock: {
    column: sql`coalesce(t.documents_complete_at, 'infinity'::timestamptz)`,
    keyOf: (row: Placed) => row.documentsCompleteAt ?? 'infinity',
  },
} as const;

const isInstant = (text: string): boolean => text === 'infinity' || !Number.isNaN(Date.parse(text));

export const listClaims = async (
  db: ReadModels,
  wish: ClaimListWish,
): Promise<Page<ClaimListItem>> => {
  const limit = limitOf(wish);
  const { column, keyOf } = SORTS[wish.order ?? 'reported'];
  const [at, id] = cursorKeys(wish, 2);
  const isPlace = at !== undefined && id !== undefined && isInstant(at);
  const where = whereAll([
    ...conditions(wish),
    isPlace ? sql`(${column}, t.claim_id) > (${at}::timestamptz, ${id})` : null,
  ]);
  const rows = await select(db, sql`${where} order by ${column}, t.claim_id limit ${limit + 1}`);
  const page = pageOf(rows, limit, (row) => [keyOf(row), row.claimId]);
  return { ...page, rows: page.rows.map((row) => listItem(row, wish)) };
};

export const claimInQueue = async (
  db: ReadModels,
  claimId: string,
  office: OfficeDay,
): Promise<ClaimListItem | undefined> => {
  const [row] = await select(db, sql`where t.claim_id = ${claimId}`);
  return row && listItem(row, office);
};

export type ClaimCount = {
  readonly stage: ClaimStage;
  readonly waitingFor: WaitingFor;
  readonly claims: number;
  /** Sum of the totals computed so far. */
  readonly totalIdr: string;
};

export const countClaims = async (
  db: ReadModels,
  filter: ClaimFilter = {},
): Promise<readonly ClaimCount[]> => {
  const answer = await sql<ClaimCount>`select t.stage, t.waiting_for as "waitingFor",
      count(*)::int as claims, coalesce(sum(t.total_idr), 0)::text as "totalIdr"
    from ${from} ${whereAll(conditions(filter))}
    group by t.stage, t.waiting_for order by t.stage, t.waiting_for`.execute(db);
  return answer.rows;
};
