// Dates of the office: real days only, months by the calendar, working days by dated holidays.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addMonthsTo,
  addWorkingDays,
  ageOn,
  daysBetween,
  endOfOfficeDay,
  isLocalDate,
  isMonth,
  isWorkingDay,
  localDate,
  type Month,
  monthOf,
  monthsBetween,
  officeDay,
} from '../../domain/calendar.ts';

const anyDay = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => localDate(date.toISOString().slice(0, 10)));
const noHolidays = { version: 'none', holidays: [] };

describe('a day', () => {
  test.each(['2024-02-29', '2023-12-31'])('%s is one', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });
  test.each(['2023-02-29', '2024-02-30', '2024-13-01', '2024-1-1', '2024-01-01T00:00', ''])(
    '%j is none',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
      expect(() => localDate(text)).toThrow('not a calendar day');
    },
  );

  test('of the office begins at 16:00 UTC', () => {
    expect(officeDay('2024-07-08T15:59:59.999Z')).toBe('2024-07-08');
    expect(officeDay('2024-07-08T16:00:00.000Z')).toBe('2024-07-09');
    expect(endOfOfficeDay(localDate('2024-07-08'))).toBe('2024-07-08T16:00:00.000Z');
  });

  test('goes forth and back by days', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, days) => {
        expect(addDays(addDays(day, days), -days)).toBe(day);
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    ));
});

describe('months', () => {
  test('end where the shorter month ends', () => {
    expect(addMonths(localDate('2025-01-31'), 1)).toBe('2025-02-28');
    expect(addMonths(localDate('2023-11-30'), 3)).toBe('2024-02-29');
    expect(addMonths(localDate('2025-04-10'), 3)).toBe('2025-07-10');
    expect(addMonths(localDate('2024-03-31'), -13)).toBe('2023-02-28');
  });

  test('are counted whole', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -240, max: 240 }), (day, months) => {
        const from = monthOf(day);
        expect(monthsBetween(from, addMonthsTo(from, months))).toBe(months);
        expect(monthOf(addMonths(day, months))).toBe(addMonthsTo(from, months));
      }),
    ));

  test('have two digits and a year', () => {
    expect(isMonth('2024-01')).toBe(true);
    for (const text of ['2024-00', '2024-13', '2024-1', '2024-01-01']) {
      expect(isMonth(text)).toBe(false);
    }
    expect(monthsBetween('2023-11' as Month, '2024-02' as Month)).toBe(3);
  });
});

test('an age is reached on the birthday', () => {
  const birth = localDate('1960-03-15');
  expect(ageOn(birth, localDate('2024-03-14'))).toBe(63);
  expect(ageOn(birth, localDate('2024-03-15'))).toBe(64);
});

describe('working days', () => {
  const calendar = { version: 't', holidays: [localDate('2024-04-10'), localDate('2024-04-11')] };

  test('leave out weekends and holidays', () => {
    expect(isWorkingDay(localDate('2024-04-10'), calendar)).toBe(false);
    expect(isWorkingDay(localDate('2024-04-13'), calendar)).toBe(false);
    expect(isWorkingDay(localDate('2024-04-12'), calendar)).toBe(true);
    expect(addWorkingDays(localDate('2024-04-09'), 1, calendar)).toBe('2024-04-12');
    expect(addWorkingDays(localDate('2024-04-09'), 0, calendar)).toBe('2024-04-09');
  });

  test('always end on a working day, and five of them make a week', () =>
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 30 }), (day, days) => {
        expect(isWorkingDay(addWorkingDays(day, days, calendar), calendar)).toBe(true);
        const monday = addDays(day, -((new Date(day).getUTCDay() + 6) % 7));
        expect(addWorkingDays(monday, 5, noHolidays)).toBe(addDays(monday, 7));
      }),
    ));
});
