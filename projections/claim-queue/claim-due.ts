// The one next day of a claim, as every screen shows it: the law's where its clock runs, else the office's own.
import type { HolidayCalendar, LocalDate } from '../../domain/calendar.ts';
import type { ClaimRow } from './claim-row.ts';
import { workingDaysLeft } from './due-day.ts';

/** `ASK_FAMILY_AGAIN`: no clock of the law runs, papers are missing; the office asks every week; `ASK_COURT_AGAIN`: nothing lacks but a court's word. */
export const CLAIM_DUES = [
  'ANSWER_OBJECTION',
  'PAY_WITHIN_3_WORKING_DAYS',
  'PAY_WITHIN_7_WORKING_DAYS',
  'CONCLUDE_WITHIN_30_DAYS',
  'ASK_FAMILY_AGAIN',
  'ASK_COURT_AGAIN',
] as const;

export type ClaimDue = {
  readonly code: (typeof CLAIM_DUES)[number];
  readonly dueOn: LocalDate;
  /** Counted only for the law; negative once the day has passed. */
  readonly workingDaysLeft: number | null;
  readonly state: 'RUNNING' | 'PASSED';
};

export const claimDueOf = (
  row: Pick<ClaimRow, 'stage' | 'waitingFor' | 'kind' | 'documentsCompleteAt' | 'answerDueOn'> & {
    readonly nextDueOn: LocalDate | null;
  },
  { today, calendar }: { readonly today: LocalDate; readonly calendar: HolidayCalendar },
): ClaimDue | null => {
  const { nextDueOn: dueOn, documentsCompleteAt, stage, kind } = row;
  if (dueOn === null) return null;
  const state = dueOn < today ? 'PASSED' : 'RUNNING';
  if (row.answerDueOn !== null) {
    const left = workingDaysLeft(today, dueOn, calendar);
    return { code: 'ANSWER_OBJECTION', dueOn, workingDaysLeft: left, state };
  }
  if (stage === 'SUSPECTED')
    return { code: 'CONCLUDE_WITHIN_30_DAYS', dueOn, workingDaysLeft: null, state };
  if (documentsCompleteAt === null) {
    const code = row.waitingFor === 'COURT' ? 'ASK_COURT_AGAIN' : 'ASK_FAMILY_AGAIN';
    return { code, dueOn, workingDaysLeft: null, state };
  }
  const left = workingDaysLeft(today, dueOn, calendar);
  const code = kind === 'JKM_DEATH' ? 'PAY_WITHIN_3_WORKING_DAYS' : 'PAY_WITHIN_7_WORKING_DAYS';
  return { code, dueOn, workingDaysLeft: left, state };
};
