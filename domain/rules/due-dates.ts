// Due days of the law: T-07, JKM is paid within three working days of complete documents.
import type { HolidayCalendar, LocalDate } from '../calendar.ts';
import { addWorkingDays, endOfOfficeDay } from '../calendar.ts';

export const PAY_WITHIN_WORKING_DAYS = 3;

export type DueDate = {
  readonly code: 'PAY_WITHIN_3_WORKING_DAYS';
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

/** The instant from which the due day counts as missed. */
export const dueAt = (due: DueDate): string => endOfOfficeDay(due.dueOn);
