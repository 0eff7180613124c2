// Due days of the law: payment after complete documents (T-06, T-07), conclusion of a suspicion (T-04).
import type { HolidayCalendar, LocalDate } from '../calendar.ts';
import { addWorkingDays, endOfOfficeDay } from '../calendar.ts';

export const PAY_WITHIN_WORKING_DAYS = 3;
const PAY_JKK_WITHIN_WORKING_DAYS = 7;

export type DueDate = {
  readonly code:
    | 'PAY_WITHIN_3_WORKING_DAYS'
    | 'PAY_WITHIN_7_WORKING_DAYS'
    | 'CONCLUDE_WITHIN_30_DAYS';
  readonly dueOn: LocalDate;
  readonly calendarVersion: string;
  readonly ruleId: string;
};

/** The day on which the documents became complete does not count. */
export const paymentDueDate = (completeOn: LocalDate, calendar: HolidayCalendar): DueDate => ({
  code: 'PAY_WITHIN_3_WORKING_DAYS',
  dueOn: addWorkingDays(completeOn, PAY_WITHIN_WORKING_DAYS, calendar),
  calendarVersion: calendar.version,
  ruleId: 'T-07',
});

/** T-06: JKK is paid within seven. */
export const jkkPaymentDueDate = (completeOn: LocalDate, calendar: HolidayCalendar): DueDate => ({
  code: 'PAY_WITHIN_7_WORKING_DAYS',
  dueOn: addWorkingDays(completeOn, PAY_JKK_WITHIN_WORKING_DAYS, calendar),
  calendarVersion: calendar.version,
  ruleId: 'T-06',
});

/** T-04 counts calendar days: no holiday moves it. */
export const conclusionDueDate = (dueOn: LocalDate): DueDate => ({
  ...{ code: 'CONCLUDE_WITHIN_30_DAYS', dueOn },
  ...{ calendarVersion: 'calendar-days', ruleId: 'T-04' },
});

/** The instant from which the due day counts as missed. */
export const dueAt = (due: DueDate): string => endOfOfficeDay(due.dueOn);

/** Two clocks of one claim may end on one day. */
export const deadlineKey = ({ code, dueOn }: Pick<DueDate, 'code' | 'dueOn'>): string =>
  code === 'CONCLUDE_WITHIN_30_DAYS' ? `${code} ${dueOn}` : dueOn;
