// Until when a family may object to a decision, and until when it is answered (X-04, doubtful).
import { addWorkingDays, type HolidayCalendar, type LocalDate } from '../calendar.ts';
import { type LawReader, readLaw } from './read-law.ts';

type Term = { readonly on: LocalDate; readonly ruleId: string; readonly article: string };

const termOf =
  (parameter: 'objection_working_days' | 'answer_working_days') =>
  (from: LocalDate, calendar: HolidayCalendar, law: LawReader = readLaw()): Term => {
    const terms = law.book['X-04'];
    const row = law.find(terms, from) ?? law.must(terms, terms.rows[0]?.from ?? from);
    const { value, ruleId, article } = row;
    return { on: addWorkingDays(from, value[parameter], calendar), ruleId, article };
  };

/** The last day to object; the day of the decision does not count. */
export const objectionBar = termOf('objection_working_days');

/** The last day of the answer; the day on which the objection came does not count. */
export const objectionAnswerDue = termOf('answer_working_days');
