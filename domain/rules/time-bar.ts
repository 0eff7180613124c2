// When a right expires, and when a suspected accident must be decided (T-04, T-09, T-10).
import { addDays, addMonths, type LocalDate } from '../calendar.ts';
import type { LawReader } from './read-law.ts';

export type TimeBar = {
  /** Last day on which the right can be claimed; null where no time bar is known. */
  readonly lastDay: LocalDate | null;
  readonly expired: boolean;
};

/** T-09: the right is gone once more than the years have passed since accident or diagnosis. */
export const jkkTimeBar = (eventDate: LocalDate, claimed: LocalDate, law: LawReader): TimeBar => {
  const { years } = law.must(law.book['T-09'], eventDate).value;
  const lastDay = addMonths(eventDate, years * 12);
  return { lastDay, expired: claimed > lastDay };
};

/** T-10: no time bar of JKM is known; after five years a person looks. */
export const jkmTimeBar = (eventDate: LocalDate, claimed: LocalDate, law: LawReader): TimeBar => {
  const { jkm_warn_after_years: years } = law.must(law.book['T-10'], eventDate).value;
  if (claimed > addMonths(eventDate, years * 12)) law.review('CLAIMED_LONG_AFTER_DEATH', 'T-10');
  return { lastDay: null, expired: false };
};

export type ConclusionDue = {
  /** Null before PP 49/2023, which brought the thirty days. */
  readonly dueDate: LocalDate | null;
  readonly isBreached: boolean;
};

/** T-04: thirty days from the receipt of the stage I report to the conclusion. */
export const conclusionDue = (
  received: LocalDate,
  concludedOrNow: LocalDate,
  law: LawReader,
): ConclusionDue => {
  const rule = law.find(law.book['T-04'], received);
  if (rule === null) return { dueDate: null, isBreached: false };
  const dueDate = addDays(received, rule.value.days);
  return { dueDate, isBreached: concludedOrNow > dueDate };
};
