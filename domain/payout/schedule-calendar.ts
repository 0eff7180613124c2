// On which instants a payout schedule has a run: days, office time, and what a non-working day means.
import type { HolidayCalendar, LocalDate } from '../calendar.ts';
import {
  addDays,
  isWorkingDay,
  localDate,
  OFFICE_UTC_OFFSET_HOURS,
  officeDay,
} from '../calendar.ts';

/** RUN: on that day all the same. SKIP: no run. NEXT: on the next working day. */
export const NON_WORKING_DAYS = ['RUN', 'SKIP', 'NEXT'] as const;
export type NonWorkingDays = (typeof NON_WORKING_DAYS)[number];

export type PayoutCalendar = {
  /** 1–31; a day that the month lacks is its last day. */
  readonly daysOfMonth: readonly number[];
  /** ISO: 1 is Monday, 7 is Sunday. */
  readonly weekdays: readonly number[];
  /** `HH:MM` by the office's clock (WITA). */
  readonly time: string;
  readonly nonWorkingDays: NonWorkingDays;
};

/** A run that starts later than this after its time is missed: nobody expects it any more. */
export const START_WITHIN_MS = 5 * 60_000;

/** Days looked ahead at most: a calendar that has no run within them has none at all. */
const LOOK_AHEAD_DAYS = 3 * 366;

const isoWeekday = (day: LocalDate): number =>
  ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;

const isLastOfMonth = (day: LocalDate): boolean => addDays(day, 1).endsWith('-01');

/** Named by the calendar, whatever kind of day it is. */
const isNamed = ({ daysOfMonth, weekdays }: PayoutCalendar, day: LocalDate): boolean => {
  const ofMonth = Number(day.slice(8, 10));
  return (
    weekdays.includes(isoWeekday(day)) ||
    daysOfMonth.includes(ofMonth) ||
    (isLastOfMonth(day) && daysOfMonth.some((wanted) => wanted > ofMonth))
  );
};

/** A named day among the non-working days directly before this one. */
const inherits = (calendar: PayoutCalendar, day: LocalDate, holidays: HolidayCalendar): boolean => {
  for (let before = addDays(day, -1); !isWorkingDay(before, holidays); before = addDays(before, -1))
    if (isNamed(calendar, before)) return true;
  return false;
};

export const isRunDay = (
  calendar: PayoutCalendar,
  day: LocalDate,
  holidays: HolidayCalendar,
): boolean => {
  if (calendar.nonWorkingDays === 'RUN') return isNamed(calendar, day);
  if (!isWorkingDay(day, holidays)) return false;
  if (isNamed(calendar, day)) return true;
  return calendar.nonWorkingDays === 'NEXT' && inherits(calendar, day, holidays);
};

/** The instant of a day's run. */
const runAt = ({ time }: PayoutCalendar, day: LocalDate): string =>
  new Date(Date.parse(`${day}T${time}:00Z`) - OFFICE_UTC_OFFSET_HOURS * 3_600_000).toISOString();

/** Whether the calendar has a run at exactly this instant. */
export const isRunTime = (
  calendar: PayoutCalendar,
  instant: string,
  holidays: HolidayCalendar,
): boolean => {
  const day = officeDay(instant);
  return runAt(calendar, day) === instant && isRunDay(calendar, day, holidays);
};

/** Run times after one instant, up to and with another. */
export const runTimesBetween = (
  calendar: PayoutCalendar,
  between: { readonly after: string; readonly until: string },
  holidays: HolidayCalendar,
): readonly string[] => {
  const times: string[] = [];
  const last = officeDay(between.until);
  for (let day = officeDay(between.after); day <= last; day = addDays(day, 1)) {
    const time = runAt(calendar, day);
    const isWithin = time > between.after && time <= between.until;
    if (isWithin && isRunDay(calendar, day, holidays)) times.push(time);
  }
  return times;
};

/** The next run times after an instant. */
export const nextRunTimes = (
  calendar: PayoutCalendar,
  from: { readonly after: string; readonly count: number },
  holidays: HolidayCalendar,
): readonly string[] => {
  const times: string[] = [];
  const first = officeDay(from.after);
  for (let ahead = 0; ahead < LOOK_AHEAD_DAYS && times.length < from.count; ahead += 1) {
    const day = addDays(first, ahead);
    const time = runAt(calendar, day);
    if (time > from.after && isRunDay(calendar, day, holidays)) times.push(time);
  }
  return times;
};

/** The last day whose holidays are known: after it only weekends count as non-working. */
export const holidaysKnownUntil = ({ holidays }: HolidayCalendar): LocalDate | null => {
  const last = holidays.reduce<LocalDate | null>(
    (latest, day) => (latest === null || day > latest ? day : latest),
    null,
  );
  return last === null ? null : localDate(`${last.slice(0, 4)}-12-31`);
};
