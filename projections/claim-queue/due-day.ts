// The due day of T-07 as a screen shows it: recorded where an event fixed it, else counted today.
import {
  addDays,
  daysBetween,
  type HolidayCalendar,
  isWorkingDay,
  type LocalDate,
  officeDay,
} from '../../domain/calendar.ts';
import type { ClaimKind } from '../../domain/claim/kind.ts';
import { jkkPaymentDueDate, paymentDueDate } from '../../domain/rules/due-dates.ts';

export type Clock = {
  readonly documentsCompleteAt: string | null;
  readonly recordedDueOn: LocalDate | null;
  /** T-06 for an accident, T-07 for a death. */
  readonly kind?: ClaimKind;
};

/** Null while papers are missing: the clock does not run. */
export const dueDayOf = (clock: Clock, calendar: HolidayCalendar): LocalDate | null => {
  // A suspicion is to be concluded by a recorded day, papers or not.
  if (clock.documentsCompleteAt === null || clock.recordedDueOn !== null)
    return clock.recordedDueOn;
  const { kind = 'JKM_DEATH', documentsCompleteAt } = clock;
  const dueDate = kind === 'JKM_DEATH' ? paymentDueDate : jkkPaymentDueDate;
  return dueDate(officeDay(documentsCompleteAt), calendar).dueOn;
};

/** Working days after `today` up to the due day; negative once it has passed. */
export const workingDaysLeft = (
  today: LocalDate,
  dueOn: LocalDate,
  calendar: HolidayCalendar,
): number => {
  const [from, to, sign] = today <= dueOn ? [today, dueOn, 1] : [dueOn, today, -1];
  let days = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkingDay(day, calendar)) days += 1;
  return days === 0 ? 0 : sign * days;
};

/** A house rule, not a law: a family that lacks papers is asked again every week. */
const FAMILY_REMINDER_DAYS = 7;

/** The next week's day counted from the last act, never one that is over. */
const nextReminder = (lastActOn: LocalDate, today: LocalDate): LocalDate => {
  const weeks = Math.max(1, Math.ceil(daysBetween(lastActOn, today) / FAMILY_REMINDER_DAYS));
  return addDays(lastActOn, weeks * FAMILY_REMINDER_DAYS);
};

type Standing = Clock & {
  readonly lastActOn: LocalDate;
  /** An objection waits for its answer until then. */
  readonly answerDueOn: LocalDate | null;
  /** Paid once: a difference found later has no day of the law. */
  readonly settledOnce: boolean;
};

/** The day of an answer or of the law where a clock runs; else when the family is asked again. */
export const nextDueOf = (
  clock: Standing,
  { today, calendar }: { readonly today: LocalDate; readonly calendar: HolidayCalendar },
): LocalDate | null => {
  if (clock.settledOnce) return null;
  return clock.answerDueOn ?? dueDayOf(clock, calendar) ?? nextReminder(clock.lastActOn, today);
};
