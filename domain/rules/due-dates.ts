// Due days of the law: payment after complete documents (T-06, T-07), conclusion of a suspicion (T-04).
import type { HolidayCalendar, LocalDate } from '../calendar.ts';
import { addWorkingDays, endOfOfficeDay } from '../calendar.ts';
import { type LawReader, readLaw } from './read-law.ts';

/** Every clock of the law that has a last day. */
export const CLOCK_CODES = [
  'REPORT_WITHIN_48_HOURS',
  'CONCLUDE_WITHIN_30_DAYS',
  'APPLY_WITHIN_48_HOURS',
  'CLAIM_WITHIN_5_YEARS',
  'PAY_WITHIN_3_WORKING_DAYS',
  'PAY_WITHIN_7_WORKING_DAYS',
  'OBJECT_TO_DECISION',
  'ANSWER_OBJECTION',
] as const;
export type ClockCode = (typeof CLOCK_CODES)[number];

export type DueDate = {
  readonly code: ClockCode;
  readonly dueOn: LocalDate;
  readonly calendarVersion: string;
  readonly ruleId: string;
  readonly article: string;
};

/** Stands where a version of the holidays would: no holiday moves these days. */
export const CALENDAR_DAYS = 'calendar-days';

const CODES = {
  'T-07': 'PAY_WITHIN_3_WORKING_DAYS',
  'T-06': 'PAY_WITHIN_7_WORKING_DAYS',
} as const;

/** A stamp from before the law, as a take-over may hold one, is counted by the first row. */
const rowFrom = (law: LawReader, rule: 'T-06' | 'T-07', day: LocalDate) => {
  const { [rule]: days } = law.book;
  return law.find(days, day) ?? law.must(days, days.rows[0]?.from ?? day);
};

/** The day on which the documents became complete does not count; how many follow says the book. */
const payBy =
  (rule: 'T-06' | 'T-07') =>
  (completeOn: LocalDate, calendar: HolidayCalendar, law: LawReader = readLaw()): DueDate => {
    const { value, ruleId, article } = rowFrom(law, rule, completeOn);
    return {
      ...{ code: CODES[rule], dueOn: addWorkingDays(completeOn, value.workingDays, calendar) },
      ...{ calendarVersion: calendar.version, ruleId, article },
    };
  };

export const paymentDueDate = payBy('T-07');

/** T-06: JKK is paid within seven. */
export const jkkPaymentDueDate = payBy('T-06');

/** T-04 counts calendar days: no holiday moves it. */
export const conclusionDueDate = (dueOn: LocalDate, article = ''): DueDate => ({
  ...{ code: 'CONCLUDE_WITHIN_30_DAYS', dueOn, article },
  ...{ calendarVersion: CALENDAR_DAYS, ruleId: 'T-04' },
});

/** The instant from which the due day counts as missed. */
export const dueAt = (due: Pick<DueDate, 'dueOn'>): string => endOfOfficeDay(due.dueOn);

const isPayment = (code: ClockCode): boolean =>
  code === 'PAY_WITHIN_3_WORKING_DAYS' || code === 'PAY_WITHIN_7_WORKING_DAYS';

/** Two clocks of one claim may end on one day. */
export const deadlineKey = ({ code, dueOn }: Pick<DueDate, 'code' | 'dueOn'>): string =>
  isPayment(code) ? dueOn : `${code} ${dueOn}`;
