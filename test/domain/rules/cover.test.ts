// Cover at a date: never begun, active, in grace for three unpaid months, ended with the fourth.
import { describe, expect, test } from 'vitest';
import { type LocalDate, localDate, type Month } from '../../../domain/calendar.ts';
import { arrearsOwed, coverOn } from '../../../domain/rules/cover.ts';

const cover = (paidThrough: string | null, on: string, start: LocalDate | null = null) =>
  coverOn({
    membershipStart: start ?? localDate('2023-10-12'),
    paidThrough: paidThrough as Month | null,
    on: localDate(on),
  });

describe('cover', () => {
  test.each([
    ['2024-03', '2024-03-31', 'ACTIVE', 0],
    ['2024-12', '2024-03-31', 'ACTIVE', 0],
    ['2024-03', '2024-04-01', 'GRACE', 1],
    ['2024-03', '2024-06-30', 'GRACE', 3],
    ['2024-03', '2024-07-01', 'LAPSED', 4],
    ['2023-11', '2024-02-29', 'GRACE', 3],
    ['2023-11', '2024-03-01', 'LAPSED', 4],
  ])('paid through %s is on %s %s with %d unpaid', (paidThrough, on, state, unpaidMonths) => {
    expect(cover(paidThrough, on)).toEqual({ state, unpaidMonths });
  });

  test('has not begun before the first month is paid, nor before membership', () => {
    const notStarted = { state: 'NOT_STARTED', unpaidMonths: 0 };
    expect(cover(null, '2024-03-31')).toEqual(notStarted);
    expect(cover('2023-12', '2023-10-11')).toEqual(notStarted);
    expect(cover('2023-12', '2023-10-12').state).toBe('ACTIVE');
    const nobody = { membershipStart: null, paidThrough: '2024-01' as Month };
    expect(coverOn({ ...nobody, on: localDate('2024-01-05') })).toEqual(notStarted);
  });
});

test('arrears are owed for at most three months (C-08)', () => {
  expect(arrearsOwed(0, 16_800n)).toBe(0n);
  expect(arrearsOwed(2, 16_800n)).toBe(33_600n);
  expect(arrearsOwed(5, 16_800n)).toBe(50_400n);
});
