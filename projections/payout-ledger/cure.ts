// What cures a payment that came back, and until when: read from its last attempt.
import { type HolidayCalendar, isLocalDate, officeDay } from '../../domain/calendar.ts';
import { cureOf, type ReturnCure } from '../../domain/payout/return-cure.ts';
import type { PayableRow } from './payable-row.ts';

/** Null where nothing came back, or a person has dealt with it. */
export const cureOfPayable = (
  { stage, attempts }: PayableRow,
  calendar: HolidayCalendar,
): ReturnCure | null => {
  const last = attempts.findLast(({ state }) => state === 'RETURNED' || state === 'REJECTED');
  if (stage !== 'RETURNED' || last === undefined) return null;
  const { reason, bookedOn, changedAt } = last;
  const cameBackOn = bookedOn !== null && isLocalDate(bookedOn) ? bookedOn : officeDay(changedAt);
  return cureOf(reason, cameBackOn, calendar);
};
