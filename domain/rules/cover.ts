// Cover at a date, computed from the paid-through month and the start of membership (C-09 … C-20).
import type { LocalDate, Month } from '../calendar.ts';
import { monthOf, monthsBetween } from '../calendar.ts';
import type { CoverageState } from '../claim/events.ts';

/** C-09, C-23: cover ends when MORE than three consecutive months are unpaid. */
export const GRACE_MONTHS = 3;

export type CoverInputs = {
  /**
   * Start of the membership that holds on the day: after a lapse that is the new start, because
   * the three-month clock of M-12 is taken to restart (M-15).
   */
  readonly membershipStart: LocalDate | null;
  readonly paidThrough: Month | null;
  readonly on: LocalDate;
};

export type Cover = { readonly state: CoverageState; readonly unpaidMonths: number };

/** Unpaid months run from the month after `paidThrough` up to and including the month of `on`. */
export const coverOn = (
  { membershipStart, paidThrough, on }: CoverInputs,
  graceMonths: number = GRACE_MONTHS,
): Cover => {
  // C-20: accepted, but no month was ever paid.
  if (membershipStart === null || paidThrough === null || on < membershipStart) {
    return { state: 'NOT_STARTED', unpaidMonths: 0 };
  }
  const unpaidMonths = Math.max(0, monthsBetween(paidThrough, monthOf(on)));
  if (unpaidMonths === 0) return { state: 'ACTIVE', unpaidMonths };
  return { state: unpaidMonths <= graceMonths ? 'GRACE' : 'LAPSED', unpaidMonths };
};

/** C-08: at most three months can be paid after the fact. */
export const arrearsOwed = (unpaidMonths: number, monthlyContributionIdr: bigint): bigint =>
  BigInt(Math.min(Math.max(unpaidMonths, 0), GRACE_MONTHS)) * monthlyContributionIdr;
