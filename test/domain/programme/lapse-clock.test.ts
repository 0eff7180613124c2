// The lapse clock: warned on day 30 and 60, escalated on day 80, ended with the fourth unpaid month.
import { expect, test } from 'vitest';
import { localDate, type Month } from '../../../domain/calendar.ts';
import { lapseClock } from '../../../domain/programme/lapse-clock.ts';

const clock = (coverStart: string, paid: readonly string[], today: string) =>
  lapseClock(
    {
      coverStart: localDate(coverStart),
      paid: paid.map((month) => ({ month: month as Month, paidOn: localDate(`${month}-02`) })),
    },
    localDate(today),
  );

test('counts days from the first day of the first unpaid month, which is day 1', () => {
  const running = clock('2025-02-24', [], '2025-03-02');
  expect(running).toMatchObject({ firstUnpaid: '2025-02', unpaidMonths: 2, day: 30 });
  expect(running.milestones.map(({ code, dueOn, daysLeft }) => [code, dueOn, daysLeft])).toEqual([
    ['WARNING_30', '2025-03-02', 0],
    ['WARNING_60', '2025-04-01', 30],
    ['ESCALATION_80', '2025-04-21', 50],
    ['LAPSE', '2025-05-01', 60],
  ]);
});

test.each([
  ['2025-07', '2025-10-01', 93],
  ['2025-01', '2025-04-01', 91],
  ['2025-12', '2026-03-01', 91],
])('ends the cover of %s on %s, day %d', (first, lapsesOn, day) => {
  const lapsed = clock(`${first}-01`, [], lapsesOn);
  expect(lapsed).toMatchObject({ lapsesOn, day, daysToLapse: 0, hasLapsed: true });
  expect(clock(`${first}-01`, [], '2025-07-10').lapsesOn).toBe(lapsesOn);
});

test('has not begun while everything is paid, and waits for the next month', () => {
  expect(clock('2025-01-01', ['2025-01', '2025-02'], '2025-02-20')).toMatchObject({
    ...{ firstUnpaid: '2025-03', unpaidMonths: 0, day: -8, hasLapsed: false },
  });
});

test('is wound up by a payment', () => {
  expect(clock('2025-01-01', ['2025-01'], '2025-04-10').unpaidMonths).toBe(3);
  expect(clock('2025-01-01', ['2025-01', '2025-04'], '2025-04-10')).toMatchObject({
    ...{ firstUnpaid: '2025-05', unpaidMonths: 0 },
  });
});
