// Which claims of the queue are asked for: whose move, where, due before a day, for one person's roles.
import { type RawBuilder, sql } from 'kysely';
import {
  addDays,
  type HolidayCalendar,
  type LocalDate,
  OFFICE_UTC_OFFSET_HOURS,
  startOfOfficeDay,
} from '../../domain/calendar.ts';
import type { ClaimStage } from '../../domain/claim/events.ts';
import { END_STAGES, type WaitingFor } from '../../domain/claim/open-task.ts';
import { jkkPaymentDueDate, paymentDueDate } from '../../domain/rules/due-dates.ts';
import { equals } from '../page.ts';
import type { ClaimException } from './claim-row.ts';

/** What one person's roles let them do next: these stages, in that area. */
export type OwnTurn = { readonly stages: readonly ClaimStage[]; readonly area: string };

export type ClaimFilter = {
  readonly stages?: readonly ClaimStage[];
  readonly waitingFor?: WaitingFor;
  readonly kelurahan?: string;
  /** Within one of these, or where no place is known: what somebody's roles let them see. */
  readonly areas?: readonly string[];
  readonly programmeId?: string;
  readonly trancheId?: string;
  readonly workerId?: string;
  readonly exception?: ClaimException;
  /** The account that works on it; `-`: nobody's yet. */
  readonly assignedTo?: string;
  /** Neither paid nor rejected nor withdrawn. */
  readonly open?: boolean;
  /** What this person may do next; nobody approves what they recommended. */
  readonly turnOf?: { readonly actorId: string; readonly turns: readonly OwnTurn[] };
};

/** True and false of a row as a sort key: open before closed. */
export const closedKey = sql`(t.stage = any(${[...END_STAGES]}::text[]))::int`;

/** What one person can act on at once comes before what waits for the family. */
export const familyKey = sql`(t.waiting_for = 'FAMILY')::int`;

const FAMILY_REMINDER_DAYS = 7;
const LOOKED_BACK_DAYS = 60;

/** The last day of complete papers whose payment is due before `day`: holidays decide. */
const lastCompleteDay = (
  day: LocalDate,
  calendar: HolidayCalendar,
  dueDate: typeof paymentDueDate,
): LocalDate => {
  let complete = day;
  for (let back = 0; back < LOOKED_BACK_DAYS; back += 1) {
    if (dueDate(complete, calendar).dueOn < day) return complete;
    complete = addDays(complete, -1);
  }
  return complete;
};

const officeDayOf = (column: RawBuilder<unknown>): RawBuilder<unknown> =>
  sql`((${column} at time zone 'utc') + make_interval(hours => ${OFFICE_UTC_OFFSET_HOURS}))::date`;

/** When the family is asked again: whole weeks after the last act, never a day that is over. */
const reminderDay = (today: LocalDate): RawBuilder<unknown> => {
  const lastActOn = officeDayOf(sql`t.last_act_at`);
  const weeks = sql`greatest(1, ceil((${today}::date - ${lastActOn}) / ${FAMILY_REMINDER_DAYS}::numeric))`;
  return sql`${lastActOn} + (${FAMILY_REMINDER_DAYS} * ${weeks})::int`;
};

/**
 * The same day that `nextDueOf` gives each row, asked of the database: a page of what is due must
 * not read the whole queue.
 */
export const dueBefore = (
  day: LocalDate,
  { today, calendar }: { readonly today: LocalDate; readonly calendar: HolidayCalendar },
): RawBuilder<unknown> => {
  const before = (dueDate: typeof paymentDueDate): string =>
    startOfOfficeDay(addDays(lastCompleteDay(day, calendar, dueDate), 1));
  return sql`(not ${closedKey}::boolean and not t.settled_once and case
    when t.answer_due_on is not null then t.answer_due_on < ${day}::date
    when t.recorded_due_on is not null then t.recorded_due_on < ${day}::date
    when t.documents_complete_at is null
      then ${reminderDay(today)} < ${day}::date
    when t.kind = 'JKM_DEATH' then t.documents_complete_at < ${before(paymentDueDate)}::timestamptz
    else t.documents_complete_at < ${before(jkkPaymentDueDate)}::timestamptz end)`;
};

const isTurn = ({ stages, area }: OwnTurn): RawBuilder<unknown> =>
  sql`(t.stage = any(${[...stages]}::text[])
    and (p.kelurahan = ${area} or p.kelurahan like ${`${area}.%`} or p.kelurahan is null))`;

const turnOf = ({ actorId, turns }: NonNullable<ClaimFilter['turnOf']>): RawBuilder<unknown> => {
  if (turns.length === 0) return sql`false`;
  const mine = sql.join(turns.map(isTurn), sql` or `);
  const recommended = JSON.stringify({ recommenders: [actorId] });
  return sql`((${mine}) and not (t.stage = 'RECOMMENDED' and t.facts @> ${recommended}::jsonb))`;
};

const within = (areas: readonly string[]): RawBuilder<unknown> => {
  if (areas.length === 0) return sql`false`;
  const each = areas.map((area) => sql`p.kelurahan = ${area} or p.kelurahan like ${`${area}.%`}`);
  return sql`(p.kelurahan is null or ${sql.join(each, sql` or `)})`;
};

export const conditionsOf = (filter: ClaimFilter): readonly (RawBuilder<unknown> | null)[] => [
  filter.stages === undefined ? null : sql`t.stage = any(${[...filter.stages]}::text[])`,
  equals(sql`t.waiting_for`, filter.waitingFor),
  equals(sql`t.worker_id`, filter.workerId),
  equals(sql`p.kelurahan`, filter.kelurahan),
  filter.areas === undefined ? null : within(filter.areas),
  equals(sql`p.programme_id`, filter.programmeId),
  equals(sql`p.tranche_id`, filter.trancheId),
  filter.assignedTo === '-'
    ? sql`t.assigned_to is null`
    : equals(sql`t.assigned_to`, filter.assignedTo),
  filter.exception === undefined ? null : sql`${filter.exception} = any(t.exceptions)`,
  filter.open === true ? sql`not ${closedKey}::boolean` : null,
  filter.turnOf === undefined ? null : turnOf(filter.turnOf),
];
