// Which months of a worker's cover are paid: seen at BPJS month by month, or reported at take-over.
import { addMonthsTo, type Month, monthsBetween } from '../domain/calendar.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import { lastOf } from './stored-events.ts';

export const monthsFrom = (first: Month, last: Month): readonly Month[] =>
  Array.from({ length: Math.max(0, monthsBetween(first, last) + 1) }, (_, index) =>
    addMonthsTo(first, index),
  );

/** In order, each month once; a take-over list vouches for every month through the one it names. */
export const paidMonths = (
  worker: readonly StoredEvent[],
  months: readonly Month[],
  confirmed: readonly Month[],
): readonly Month[] => {
  const reported = lastOf(worker, 'PaidThroughReported')?.data.paidThrough;
  const vouched = reported === undefined ? [] : months.filter((month) => month <= reported);
  return [...new Set([...vouched, ...confirmed])].sort();
};
