// A date as files of the offices write it: ISO, or day first as people here do.
import { isLocalDate, type LocalDate } from '../calendar.ts';

/** `ISO`: 1979-03-21. `DAY_FIRST`: 21/03/1979, also 21-3-1979. Month first is never read. */
export type WrittenDateForm = 'ISO' | 'DAY_FIRST';

export type WrittenDateReading = { readonly date: LocalDate; readonly form: WrittenDateForm };

/** No list speaks of an earlier year: an older date is a slip of the pen. */
const EARLIEST_YEAR = '1900';

const valid = (date: string, form: WrittenDateForm): WrittenDateReading | null =>
  isLocalDate(date) && date.slice(0, 4) >= EARLIEST_YEAR ? { date, form } : null;

export const readWrittenDate = (text: string): WrittenDateReading | null => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return valid(text, 'ISO');
  const match = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text);
  const [, day = '', , month = '', year = ''] = match ?? [];
  if (match === null) return null;
  return valid(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, 'DAY_FIRST');
};
