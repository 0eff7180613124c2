// When a payout schedule has a run: days, months that end early, weekends and national holidays.
import { describe, expect, test } from 'vitest';
import type { HolidayCalendar, LocalDate } from '../../../domain/calendar.ts';
import {
  holidaysKnownUntil,
  isRunTime,
  nextRunTimes,
  type PayoutCalendar,
  runTimesBetween,
} from '../../../domain/payout/schedule-calendar.ts';
import { NATIONAL_HOLIDAYS } from '../../../domain/rules/holidays.ts';

const calendar = (own: Partial<PayoutCalendar>): PayoutCalendar => ({
  ...{ daysOfMonth: [], weekdays: [], time: '10:00', nonWorkingDays: 'RUN', ...own },
});

/** Days of the next runs, as the office names them. */
const daysOf = (own: Partial<PayoutCalendar>, from: string, count: number): readonly string[] =>
  nextRunTimes(calendar(own), { after: `${from}T00:00:00.000Z`, count }, NATIONAL_HOLIDAYS).map(
    (time) => time.slice(0, 10),
  );

test('a run is at the office’s hour, eight hours ahead of UTC', () => {
  const times = nextRunTimes(
    calendar({ daysOfMonth: [5], time: '10:00' }),
    { after: '2026-11-01T00:00:00.000Z', count: 1 },
    NATIONAL_HOLIDAYS,
  );
  expect(times).toEqual(['2026-11-05T02:00:00.000Z']);
  // Before eight in the morning the UTC day is the day before.
  const early = nextRunTimes(
    calendar({ daysOfMonth: [5], time: '07:30' }),
    { after: '2026-11-01T00:00:00.000Z', count: 1 },
    NATIONAL_HOLIDAYS,
  );
  expect(early).toEqual(['2026-11-04T23:30:00.000Z']);
});

test('days of the month and weekdays add up, each day once', () => {
  // 2026-11-05 is a Thursday.
  expect(daysOf({ daysOfMonth: [5], weekdays: [4] }, '2026-11-01', 3)).toEqual([
    '2026-11-05',
    '2026-11-12',
    '2026-11-19',
  ]);
});

test('a day that a month lacks is its last day', () => {
  expect(daysOf({ daysOfMonth: [31] }, '2026-01-15', 4)).toEqual([
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
  ]);
  expect(daysOf({ daysOfMonth: [30] }, '2028-02-01', 1)).toEqual(['2028-02-29']);
  // The 29th and the 31st meet at the end of February, and are one run there.
  expect(daysOf({ daysOfMonth: [29, 31] }, '2026-02-01', 2)).toEqual(['2026-02-28', '2026-03-29']);
});

describe('non-working days', () => {
  // Wafat Yesus Kristus, Friday 2026-04-03; then Saturday and Sunday.
  const goodFriday = { daysOfMonth: [3] };

  test('count all the same, if so wished', () => {
    expect(daysOf(goodFriday, '2026-04-01', 1)).toEqual(['2026-04-03']);
  });

  test('are skipped, if so wished: that run is not made at all', () => {
    expect(daysOf({ ...goodFriday, nonWorkingDays: 'SKIP' }, '2026-04-01', 1)).toEqual([
      // 2026-05-03 is a Sunday, 2026-06-03 a Wednesday.
      '2026-06-03',
    ]);
  });

  test('move their run to the next working day, past holiday and weekend', () => {
    expect(daysOf({ ...goodFriday, nonWorkingDays: 'NEXT' }, '2026-04-01', 2)).toEqual([
      '2026-04-06',
      '2026-05-04',
    ]);
  });

  test('moved onto a day that has its own run, it is one run', () => {
    const wish = { daysOfMonth: [3, 4, 6], nonWorkingDays: 'NEXT' } as const;
    expect(daysOf(wish, '2026-04-01', 2)).toEqual(['2026-04-06', '2026-05-04']);
  });

  test('a calendar of Sundays that skips them has no run, and says so in finite time', () => {
    expect(daysOf({ weekdays: [7], nonWorkingDays: 'SKIP' }, '2026-01-01', 5)).toEqual([]);
  });
});

test('the times between two instants leave the first out and take the last in', () => {
  const daily = calendar({ weekdays: [1, 2, 3, 4, 5, 6, 7] });
  const [after, until] = ['2026-11-01T02:00:00.000Z', '2026-11-03T02:00:00.000Z'];
  expect(runTimesBetween(daily, { after, until }, NATIONAL_HOLIDAYS)).toEqual([
    '2026-11-02T02:00:00.000Z',
    '2026-11-03T02:00:00.000Z',
  ]);
  expect(runTimesBetween(daily, { after: until, until: after }, NATIONAL_HOLIDAYS)).toEqual([]);
});

test('only the very instant of a run is one, and every next one is', () => {
  const wish = calendar({ daysOfMonth: [3, 31], weekdays: [2], nonWorkingDays: 'NEXT' });
  const from = { after: '2026-01-01T00:00:00.000Z', count: 60 };
  const times = nextRunTimes(wish, from, NATIONAL_HOLIDAYS);
  expect(times).toHaveLength(60);
  for (const time of times) {
    expect(isRunTime(wish, time, NATIONAL_HOLIDAYS)).toBe(true);
    const off = new Date(Date.parse(time) + 1_000).toISOString();
    expect(isRunTime(wish, off, NATIONAL_HOLIDAYS)).toBe(false);
  }
  expect(isRunTime(wish, '2026-04-03T02:00:00.000Z', NATIONAL_HOLIDAYS)).toBe(false);
});

test('it is known until when holidays are known', () => {
  const holidays = (...days: readonly string[]): HolidayCalendar => ({
    ...{ version: 'v', holidays: days as readonly LocalDate[] },
  });
  expect(holidaysKnownUntil(holidays('2026-12-25', '2025-01-01'))).toBe('2026-12-31');
  expect(holidaysKnownUntil(holidays())).toBeNull();
});
