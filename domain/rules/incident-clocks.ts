// The clocks of a report: two times 24 hours (T-01, T-05), thirty days to conclude (T-04).
import { addDays, type LocalDate } from '../calendar.ts';
import { readLaw } from './read-law.ts';

const HOURS_OF_A_DAY = 24;

/**
 * Days are known, hours are not: whoever reports on the last day that can hold the hours is in time.
 * A law that does not know the clock finds nobody late.
 */
export const isLateBy = (
  rule: 'T-01' | 'T-05',
  from: LocalDate,
  reportedOn: LocalDate,
  law = readLaw(),
): boolean => {
  const found = law.find(law.book[rule], reportedOn);
  return found !== null && reportedOn > addDays(from, found.value.hours / HOURS_OF_A_DAY);
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
