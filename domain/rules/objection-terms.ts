// Until when a family may object to a decision, and until when it is answered (X-04, doubtful).
import { addWorkingDays, type HolidayCalendar, type LocalDate } from '../calendar.ts';
import type { ClockCode, DueDate } from './due-dates.ts';
import { type LawReader, readLaw } from './read-law.ts';

const termOf =
  (code: ClockCode, parameter: 'objection_working_days' | 'answer_working_days') =>
  (from: LocalDate, calendar: HolidayCalendar, law: LawReader = readLaw()): DueDate => {
    const terms = law.book['X-04'];
    const row = law.find(terms, from) ?? law.must(terms, terms.rows[0]?.from ?? from);
    const { value, ruleId, article } = row;
    return {
      ...{ code, dueOn: addWorkingDays(from, value[parameter], calendar) },
      ...{ calendarVersion: calendar.version, ruleId, article },
    };
  };

/** The last day to object; the day of the decision does not count. */
export const objectionBar = termOf('OBJECT_TO_DECISION', 'objection_working_days');

/** The last day of the answer; the day on which the objection came does not count. */
export const objectionAnswerDue = termOf('ANSWER_OBJECTION', 'answer_working_days');
