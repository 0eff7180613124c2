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

type Late = Pick<LatePaymentFacts, 'amountDueIdr' | 'calendar'> & {
  readonly dueOn: LocalDate;
  readonly paidOn: LocalDate;
  /** The law of this day; absent: of the due day. */
  readonly lawOn?: LocalDate;
  readonly unit?: LateDayUnit | null;
  readonly documentsComplete?: LocalDate;
};

export type Compensation = {
  readonly lateDays: number;
  readonly unit: LateDayUnit;
  readonly line: ExplainedLine | null;
};

/** T-08: so much for every day after the due day, rounded once. */
export const compensationOf = (late: Late, law: LawReader): Compensation => {
  const { dueOn, paidOn, amountDueIdr, calendar } = late;
  const source = law.must(law.book['T-08'], late.lawOn ?? dueOn);
  const { percentPerDay, late_day_unit, late_cap_days } = source.value;
  const unit = late.unit ?? late_day_unit;
  const days =
    unit === 'CALENDAR' ? daysBetween(dueOn, paidOn) : workingDaysAfter(dueOn, paidOn, calendar);
  const lateDays = late_cap_days === null ? days : Math.min(days, late_cap_days);
  const amountIdr = halfUp(amountDueIdr * percentPerDay * BigInt(lateDays), 100n);
  if (amountIdr === 0n) return { lateDays, unit, line: null };
  const line = explain(source, {
    code: 'COMP.LATE_PAYMENT',
    amountIdr,
    formula: `${lateDays} × ${percentPerDay} % × ${rp(amountDueIdr)} = ${rp(amountIdr)}`,
    because: 'LATE_DAYS',
    facts: {
      ...(late.documentsComplete !== undefined && { documentsComplete: late.documentsComplete }),
      dueDate: dueOn,
      paid: paidOn,
      lateDays,
      unit,
      amountDueIdr,
      percentPerDay,
    },
  });
  return { lateDays, unit, line };
};

export const latePaymentOf = (facts: LatePaymentFacts, law: LawReader): LatePayment => {
  const { documentsComplete, paid, amountDueIdr, calendar, unit } = facts;
  const within = law.must(law.book[facts.benefit === 'JKM' ? 'T-07' : 'T-06'], documentsComplete);
  const dueDate = addWorkingDays(documentsComplete, within.value.workingDays, calendar);
  if (paid <= dueDate) return { dueDate, lateDays: 0, lines: [] };
  const { lateDays, line } = compensationOf(
    {
      ...{ dueOn: dueDate, paidOn: paid, amountDueIdr, calendar, unit },
      ...{ documentsComplete, lawOn: documentsComplete },
    },
    law,
  );
  return { dueDate, lateDays, lines: line === null ? [] : [line] };
};
