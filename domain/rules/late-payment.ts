// The day on which a benefit is due, and 1 % for every day after it (T-06 … T-08).
import {
  addDays,
  addWorkingDays,
  daysBetween,
  type HolidayCalendar,
  isWorkingDay,
  type LocalDate,
} from '../calendar.ts';
import type { LateDayUnit } from './book/deadline-rules.ts';
import { type ExplainedLine, explain, halfUp, rp } from './explained-line.ts';
import type { LawReader } from './read-law.ts';

export type LatePaymentFacts = {
  readonly benefit: 'JKM' | 'JKK';
  readonly documentsComplete: LocalDate;
  readonly paid: LocalDate;
  readonly amountDueIdr: bigint;
  /** Null: the default of the rule (T-08). */
  readonly unit: LateDayUnit | null;
  readonly calendar: HolidayCalendar;
};

export type LatePayment = {
  readonly dueDate: LocalDate;
  readonly lateDays: number;
  readonly lines: readonly ExplainedLine[];
};

const workingDaysAfter = (from: LocalDate, to: LocalDate, calendar: HolidayCalendar): number => {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) count += 1;
  }
  return count;
};

export const latePaymentOf = (facts: LatePaymentFacts, law: LawReader): LatePayment => {
  const within = law.must(
    law.book[facts.benefit === 'JKM' ? 'T-07' : 'T-06'],
    facts.documentsComplete,
  );
  const { workingDays } = within.value;
  const dueDate = addWorkingDays(facts.documentsComplete, workingDays, facts.calendar);
  if (facts.paid <= dueDate) return { dueDate, lateDays: 0, lines: [] };
  const source = law.must(law.book['T-08'], facts.documentsComplete);
  const { percentPerDay, late_day_unit, late_cap_days } = source.value;
  const unit = facts.unit ?? late_day_unit;
  const days =
    unit === 'CALENDAR'
      ? daysBetween(dueDate, facts.paid)
      : workingDaysAfter(dueDate, facts.paid, facts.calendar);
  const lateDays = late_cap_days === null ? days : Math.min(days, late_cap_days);
  const amountIdr = halfUp(facts.amountDueIdr * percentPerDay * BigInt(lateDays), 100n);
  if (amountIdr === 0n) return { dueDate, lateDays, lines: [] };
  return {
    dueDate,
    lateDays,
    lines: [
      explain(source, {
        code: 'COMP.LATE_PAYMENT',
        amountIdr,
        formula: `${lateDays} × ${percentPerDay} % × ${rp(facts.amountDueIdr)} = ${rp(amountIdr)}`,
        because: 'LATE_DAYS',
        facts: {
          documentsComplete: facts.documentsComplete,
          dueDate,
          paid: facts.paid,
          lateDays,
          unit,
          amountDueIdr: facts.amountDueIdr,
          percentPerDay,
        },
      }),
    ],
  };
};
