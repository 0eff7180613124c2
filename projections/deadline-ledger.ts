// Which clocks of the law run, stand, were kept or passed: of claims, and of tranches (C-23).
import { type RawBuilder, sql } from 'kysely';
import { type HolidayCalendar, isLocalDate, type LocalDate } from '../domain/calendar.ts';
import {
  type ClockState,
  clockStateOn,
  type LedgerCode,
  nextReminder,
} from '../domain/claim/clock/legal-clock.ts';
import type { TimeParty } from '../domain/claim/clock/standing.ts';
import type { LapseMilestone } from '../domain/programme/paid-month.ts';
import { workingDaysLeft } from './claim-queue/due-day.ts';
import { type ClockRow, clockTable } from './deadline-ledger/clock-row.ts';
import { type ReadModels, selectRows } from './keyed-table.ts';
import { cursorKeys, equals, limitOf, type Page, type PageWish, pageOf, whereAll } from './page.ts';
import { trancheBoard } from './tranche-board.ts';

export type Deadline = Omit<ClockRow, 'position'> & {
  readonly state: ClockState;
  /** The last day; where the law sets none, when it ended or the family is asked again. */
  readonly nextOn: LocalDate;
  /** Of a running clock; negative once its day has passed. */
  readonly workingDaysLeft: number | null;
};

export const CLOCK_STATES = [
  'OPEN',
  'RUNNING',
  'STOPPED',
  'PASSED',
  'MET',
  'CLOSED',
  'ALL',
] as const;

export type DeadlineFilter = {
  /** `OPEN`: whatever has not ended; what ended late is PASSED too. */
  readonly state?: (typeof CLOCK_STATES)[number];
  readonly code?: LedgerCode;
  readonly party?: TimeParty;
  readonly claimId?: string;
  /** Due on this day at the latest. */
  readonly until?: LocalDate;
  readonly escalated?: boolean;
};

type Office = { readonly today: LocalDate; readonly calendar: HolidayCalendar };

const REMINDER_DAYS = 7;

/** The same day that `nextReminder` gives: whole weeks after the last act, none that is over. */
const nextDay = (today: LocalDate): RawBuilder<unknown> =>
  sql`coalesce(t.due_on, t.ended_on, t.act_on + (${REMINDER_DAYS} * greatest(1,
    ceil((${today}::date - t.act_on) / ${REMINDER_DAYS}::numeric)))::int)`;

/** The same answer that `clockStateOn` gives. */
const stateOn = (today: LocalDate): RawBuilder<unknown> => sql`(case
  when t.ended = 'LATE' then 'PASSED'
  when t.ended is not null then t.ended
  when t.stopped_on is not null then 'STOPPED'
  when t.due_on < ${today}::date then 'PASSED'
  else 'RUNNING' end)`;

const inState = (
  state: DeadlineFilter['state'] = 'OPEN',
  today: LocalDate,
): RawBuilder<unknown> | null => {
  if (state === 'ALL') return null;
  return state === 'OPEN' ? sql`t.ended is null` : sql`${stateOn(today)} = ${state}`;
};

const conditionsOf = (wish: DeadlineFilter, today: LocalDate) => [
  inState(wish.state, today),
  equals(sql`t.code`, wish.code),
  equals(sql`t.party`, wish.party),
  equals(sql`t.claim_id`, wish.claimId),
  wish.until === undefined ? null : sql`${nextDay(today)} <= ${wish.until}::date`,
  wish.escalated === true ? sql`t.escalated_to is not null` : null,
];

const shown = (row: ClockRow, { today, calendar }: Office): Deadline => {
  const { position: _, ...clock } = row;
  const state = clockStateOn(clock, today);
  const nextOn = clock.dueOn ?? clock.endedOn ?? nextReminder(clock.actOn, today);
  const counts = clock.ended === null && state !== 'STOPPED' && clock.dueOn !== null;
  const left = counts ? workingDaysLeft(today, nextOn, calendar) : null;
  return { ...clock, state, nextOn, workingDaysLeft: left };
};

/** The nearest day first, a page at a time: those already passed lead the list. */
export const listDeadlines = async (
  db: ReadModels,
  wish: DeadlineFilter & Office & PageWish,
): Promise<Page<Deadline>> => {
  const { today } = wish;
  const limit = limitOf(wish);
  const next = nextDay(today);
  const [day, id] = cursorKeys(wish, 2);
  const after =
    day !== undefined && id !== undefined && isLocalDate(day)
      ? sql`(${next}, t.clock_id) > (${day}::date, ${id})`
      : null;
  const rows = await selectRows(
    db,
    clockTable,
    sql`${whereAll([...conditionsOf(wish, today), after])}
      order by ${next}, t.clock_id limit ${limit + 1}`,
  );
  const due = rows.map((row) => shown(row, wish));
  return pageOf(due, limit, ({ nextOn, clockId }) => [nextOn, clockId]);
};

/** A claim has few clocks: all of them, as they began. */
export const deadlinesOfClaim = async (
  db: ReadModels,
  claimId: string,
  office: Office,
): Promise<readonly Deadline[]> => {
  const rows = await selectRows(
    db,
    clockTable,
    sql`where t.claim_id = ${claimId} order by t.started_on, t.clock_id`,
  );
  return rows.map((row) => shown(row, office));
};

/** How the law was kept: how many clocks run, stand, were met, passed, or closed. */
export const countDeadlines = async (
  db: ReadModels,
  today: LocalDate,
): Promise<Readonly<Record<ClockState, number>>> => {
  const { rows } = await sql<{ readonly state: ClockState; readonly clocks: number }>`
    select ${stateOn(today)} as state, count(*)::int as clocks
    from ${sql.table(clockTable.name)} as t group by 1`.execute(db);
  const none = { RUNNING: 0, STOPPED: 0, MET: 0, PASSED: 0, CLOSED: 0 };
  return { ...none, ...Object.fromEntries(rows.map(({ state, clocks }) => [state, clocks])) };
};

export type TrancheDeadline = {
  readonly trancheId: string;
  readonly name: string;
  readonly code: LapseMilestone;
  readonly dueOn: LocalDate;
  readonly daysLeft: number;
  readonly state: 'RUNNING' | 'PASSED';
  readonly personsAtRisk: number;
  /** Cards for which the gate waits meanwhile. */
  readonly cardsMissing: number;
};

/** The days of every running lapse clock, the nearest first. */
export const trancheDeadlines = async (
  db: ReadModels,
  on: LocalDate,
): Promise<readonly TrancheDeadline[]> => {
  const running = (await trancheBoard(db, { on })).filter(({ clock }) => clock.unpaidMonths > 0);
  return running
    .flatMap(({ trancheId, name, clock, personsAtRisk, gate }) =>
      clock.milestones.map(({ code, dueOn, daysLeft }) => ({
        ...{ trancheId, name, code, dueOn, daysLeft, personsAtRisk },
        state: daysLeft > 0 ? ('RUNNING' as const) : ('PASSED' as const),
        cardsMissing: gate.cardsMissing,
      })),
    )
    .toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
};
