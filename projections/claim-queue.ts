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
import { type ClaimDue, claimDueOf } from './claim-queue/claim-due.ts';
import {
  type ClaimFilter,
  closedKey,
  conditionsOf,
  dueBefore,
  familyKey,
} from './claim-queue/claim-filter.ts';
import { type ClaimRow, claimTable, placeTable } from './claim-queue/claim-row.ts';
import { nextDueOf, workingDaysLeft } from './claim-queue/due-day.ts';
import { type KeyedTable, type ReadModels, selectionOf } from './keyed-table.ts';
import { cursorKeys, limitOf, type Page, type PageWish, pageOf, whereAll } from './page.ts';

/** `reported`: the oldest report first. `clock`: the longest running clock of T-07 first. */
export type ClaimOrder = 'reported' | 'clock';

/** The office's day and calendar: a query has no clock of its own. */
export type OfficeDay = { readonly today: LocalDate; readonly calendar: HolidayCalendar };

export type ClaimListWish = ClaimFilter &
  PageWish &
  OfficeDay & {
    readonly order?: ClaimOrder;
    /** Due before this day: of the law, or when the family is asked again. */
    readonly dueBefore?: LocalDate;
  };

type Placed = Omit<ClaimRow, 'facts'> & {
  /** Null when the reported person was never on a list of ours. */
  readonly kelurahan: string | null;
  readonly programmeId: string | null;
  readonly trancheId: string | null;
  /** More is owed than was granted, and nobody has decided it yet. */
  readonly topUpIdr: string | null;
  /** Paid before the claim was taken over; null where nothing was. */
  readonly paidBeforeIdr: string | null;
};

export type ClaimListItem = Placed & {
  /** Days since the report, while the claim is open. */
  readonly ageDays: number | null;
  /** The day of the law (T-07) where its clock runs; else when the family is asked again. */
  readonly nextDueOn: LocalDate | null;
  readonly workingDaysLeft: number | null;
  /** The same day with its meaning, as every screen says it. */
  readonly due: ClaimDue | null;
};

const from = sql`${sql.table(claimTable.name)} as t
  left join ${sql.table(placeTable.name)} as p on p.worker_id = t.worker_id`;

const listItem = (row: Placed, office: OfficeDay): ClaimListItem => {
  const { today, calendar } = office;
  const closed = isEndStage(row.stage);
  const clock = { ...row, lastActOn: officeDay(row.lastActAt) };
  const nextDueOn = closed ? null : nextDueOf(clock, { today, calendar });
  return {
    ...row,
    ageDays: closed ? null : daysBetween(officeDay(row.reportedAt), today),
    nextDueOn,
    // Only a clock of the law is counted in working days.
    workingDaysLeft:
      nextDueOn === null || (row.documentsCompleteAt === null && row.answerDueOn === null)
        ? null
        : workingDaysLeft(today, nextDueOn, calendar),
    due: claimDueOf({ ...row, nextDueOn }, office),
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
    p.programme_id as "programmeId", p.tranche_id as "trancheId",
    t.facts #>> '{topUp,amountIdr}' as "topUpIdr",
    t.facts -> 'paidBefore' ->> 'paidIdr' as "paidBeforeIdr" from ${from} ${tail}`.execute(db);
  return answer.rows;
};

const isClosedKey = (text: string): boolean => text === '0' || text === '1';

/** What comes first: what is open, or in one person's own queue what does not wait for a family. */
const firstBy = ({ turnOf }: ClaimFilter) =>
  turnOf === undefined
    ? { first: closedKey, firstOf: ({ stage }: Placed) => (isEndStage(stage) ? '1' : '0') }
    : {
        first: familyKey,
        firstOf: ({ waitingFor }: Placed) => (waitingFor === 'FAMILY' ? '1' : '0'),
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
  const { first, firstOf } = firstBy(wish);
  const [closed, at, id] = cursorKeys(wish, 3);
  const isPlace =
    closed !== undefined && at !== undefined && id !== undefined && isClosedKey(closed);
  const where = whereAll([
    ...conditionsOf(wish),
    wish.dueBefore === undefined ? null : dueBefore(wish.dueBefore, wish),
    isPlace && isInstant(at)
      ? sql`(${first}, ${column}, t.claim_id) > (${Number(closed)}, ${at}::timestamptz, ${id})`
      : null,
  ]);
  // What is open comes first, whatever its age: closed claims are history.
  const sort = sql`order by ${first}, ${column}, t.claim_id`;
  const rows = await select(db, sql`${where} ${sort} limit ${limit + 1}`);
  const page = pageOf(rows, limit, (row) => [firstOf(row), keyOf(row), row.claimId]);
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
    from ${from} ${whereAll(conditionsOf(filter))}
    group by t.stage, t.waiting_for order by t.stage, t.waiting_for`.execute(db);
  return answer.rows;
};

/** Where there are claims, of those that a filter lets somebody see. */
export const claimPlaces = async (
  db: ReadModels,
  filter: ClaimFilter = {},
): Promise<readonly string[]> => {
  const answer = await sql<{ kelurahan: string }>`select distinct p.kelurahan from ${from}
    ${whereAll([...conditionsOf(filter), sql`p.kelurahan is not null`])}
    order by p.kelurahan`.execute(db);
  return answer.rows.map(({ kelurahan }) => kelurahan);
};
