// The clocks of a report: two times 24 hours (T-01, T-05), thirty days to conclude (T-04), the time bar.
import { addDays, addMonths, type LocalDate } from '../calendar.ts';
import { CALENDAR_DAYS, type DueDate } from './due-dates.ts';
import { readLaw } from './read-law.ts';

const HOURS_OF_A_DAY = 24;

const CODES = { 'T-01': 'REPORT_WITHIN_48_HOURS', 'T-05': 'APPLY_WITHIN_48_HOURS' } as const;

/**
 * Days are known, hours are not: whoever reports on the last day that can hold the hours is in time.
 * Null where the law does not know the clock: nobody is late then.
 */
export const reportDue = (
  rule: 'T-01' | 'T-05',
  { from, reportedOn }: { readonly from: LocalDate; readonly reportedOn: LocalDate },
  law = readLaw(),
): DueDate | null => {
  const found = law.find(law.book[rule], reportedOn);
  if (found === null) return null;
  const { ruleId, article, value } = found;
  return {
    ...{ code: CODES[rule], dueOn: addDays(from, value.hours / HOURS_OF_A_DAY) },
    ...{ calendarVersion: CALENDAR_DAYS, ruleId, article },
  };
};

/** T-09: until when the right can be claimed, counted from accident or diagnosis. */
export const claimDue = (eventDate: LocalDate, law = readLaw()): DueDate | null => {
  const found = law.find(law.book['T-09'], eventDate);
  if (found === null) return null;
  const { ruleId, article, value } = found;
  return {
    ...{ code: 'CLAIM_WITHIN_5_YEARS', dueOn: addMonths(eventDate, value.years * 12) },
    ...{ calendarVersion: CALENDAR_DAYS, ruleId, article },
  };
};

/** T-04: counted from the receipt of the stage I report; null before PP 49/2023. */
export const concludeBy = (
  receivedOn: LocalDate,
  law = readLaw(),
): {
  readonly concludeBy: LocalDate;
  readonly ruleId: string;
  readonly article: string;
} | null => {
  const found = law.find(law.book['T-04'], receivedOn);
  if (found === null) return null;
  const { ruleId, article, value } = found;
  return { concludeBy: addDays(receivedOn, value.days), ruleId, article };
};
