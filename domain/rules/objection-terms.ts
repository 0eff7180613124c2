// Until when a family may object to a decision, and until when it is answered (X-04, doubtful).
import { addWorkingDays, type HolidayCalendar, type LocalDate } from '../calendar.ts';
import { L0_FROM, rowOn, rule } from './book/rule.ts';

/** No calculation rests on it: a term of the house until a lawyer says which law it is. */
const OBJECTION = rule({
  id: 'X-04',
  title: ['Keberatan atas keputusan', 'Objection to a decision'],
  doubt: {
    parameters: ['objection_working_days', 'answer_working_days'],
    question: [
      'Apakah tenggat keberatan UU 30/2014 berlaku bagi keputusan klaim BPJS?',
      'Does the time bar of UU 30/2014 hold for a decision on a claim of BPJS?',
    ],
  },
  rows: [
    {
      law: null,
      from: L0_FROM,
      article: 'UU 30/2014 Pasal 77',
      confidence: 'D',
      value: { objection_working_days: 21, answer_working_days: 10 },
    },
  ],
});

const termsOn = (day: LocalDate) => {
  const row = rowOn(OBJECTION, day);
  if (row === null) throw new Error('no term of objections holds on that day');
  return row.value;
};

export const OBJECTION_RULE_ID = OBJECTION.id;

/** The last day to object; the day of the decision does not count. */
export const objectionBar = (decidedOn: LocalDate, calendar: HolidayCalendar): LocalDate =>
  addWorkingDays(decidedOn, termsOn(decidedOn).objection_working_days, calendar);

/** The last day of the answer; the day on which the objection came does not count. */
export const objectionAnswerDue = (objectedOn: LocalDate, calendar: HolidayCalendar): LocalDate =>
  addWorkingDays(objectedOn, termsOn(objectedOn).answer_working_days, calendar);
