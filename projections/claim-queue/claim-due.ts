// The one next day of a claim, as every screen shows it: the law's where its clock runs, else the office's own.
import type { HolidayCalendar, LocalDate } from '../../domain/calendar.ts';
import { workingDaysLeft } from './due-day.ts';

/** `ASK_FAMILY_AGAIN`: no clock of the law runs, papers are missing; the office asks every week. */
export const CLAIM_DUES = ['PAY_WITHIN_3_WORKING_DAYS', 'ASK_FAMILY_AGAIN'] as const;

export type ClaimDue = {
  readonly code: (typeof CLAIM_DUES)[number];
  readonly dueOn: LocalDate;
  /** Counted only for the law; negative once the day has passed. */
  readonly workingDaysLeft: number | null;
  readonly state: 'RUNNING' | 'PASSED';
};

export const claimDueOf = (
  row: { readonly nextDueOn: LocalDate | null; readonly documentsCompleteAt: string | null },
  { today, calendar }: { readonly today: LocalDate; readonly calendar: HolidayCalendar },
): ClaimDue | null => {
  const { nextDueOn: dueOn, documentsCompleteAt } = row;
  if (dueOn === null) return null;
  const state = dueOn < today ? 'PASSED' : 'RUNNING';
  if (documentsCompleteAt === null)
    return { code: 'ASK_FAMILY_AGAIN', dueOn, workingDaysLeft: null, state };
  const left = workingDaysLeft(today, dueOn, calendar);
  return { code: 'PAY_WITHIN_3_WORKING_DAYS', dueOn, workingDaysLeft: left, state };
};
