// Cover over time: late payments, arrears, lapses and new beginnings, whatever order they are told in.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addMonthsTo, localDate, type Month } from '../../../domain/calendar.ts';
import type { PaidMonth } from '../../../domain/programme/paid-month.ts';
import {
  type CoverHistory,
  type CoverRules,
  coverAt,
  coverFlags,
  firstUnpaidMonth,
} from '../../../domain/rules/cover.ts';

const START = localDate('2025-01-01');
const paid = (month: string, paidOn = `${month}-05`): PaidMonth => ({
  month: month as Month,
  paidOn: localDate(paidOn),
});
const history = (months: readonly PaidMonth[], own: Partial<CoverHistory> = {}): CoverHistory => ({
  coverStart: START,
  paid: months,
  ...own,
});
const at = (facts: CoverHistory, on: string, rules?: CoverRules) =>
  coverAt(facts, localDate(on), rules);

describe('a month paid late', () => {
  test('counts for its month while cover is in grace (C-08)', () => {
    const before = history([paid('2025-01')]);
    expect(at(before, '2025-03-10')).toMatchObject({ state: 'GRACE', unpaidMonths: 2 });
    const late = history([
      paid('2025-01'),
      paid('2025-02', '2025-04-30'),
      paid('2025-03', '2025-04-30'),
    ]);
    expect(at(late, '2025-03-10')).toMatchObject({
      ...{ state: 'ACTIVE', unpaidMonths: 0, membershipStart: START, paidThrough: '2025-03' },
    });
  });

  test('is too late on the first day of the fourth unpaid month, and brings nothing back', () => {
    const late = (day: string) =>
      history([paid('2025-01'), ...['2025-02', '2025-03', '2025-04'].map((m) => paid(m, day))]);
    expect(at(late('2025-04-30'), '2025-03-10').state).toBe('ACTIVE');
    const lost = at(late('2025-05-01'), '2025-03-10');
    expect(lost).toMatchObject({ state: 'GRACE', unpaidMonths: 2, contributionMonths: 1 });
    expect(lost.flags).toContain('REVIEW_ARREARS_AFTER_LAPSE');
    expect(at(late('2025-05-01'), '2025-05-01').state).toBe('LAPSED');
  });

  test('counts after all when the branch accepted it in writing (C-10)', () => {
    const months = ['2025-02', '2025-03', '2025-04', '2025-05'] as Month[];
    const late = months.map((month) => paid(month, '2025-05-20'));
    const refused = history([paid('2025-01'), ...late]);
    expect(at(refused, '2025-05-10').state).toBe('LAPSED');
    const accepted = history([paid('2025-01'), ...late], { acceptedArrears: months });
    expect(at(accepted, '2025-05-10')).toMatchObject({ state: 'ACTIVE', membershipStart: START });
  });

  test('does not reach back over a hole that a paid month ended in time', () => {
    const facts = history([
      ...[paid('2025-01'), paid('2025-03'), paid('2025-04'), paid('2025-05')],
      paid('2025-02', '2025-05-20'),
    ]);
    expect(at(facts, '2025-02-15').state).toBe('ACTIVE');
  });
});

describe('after a lapse', () => {
  const again = history([paid('2025-01'), paid('2025-05', '2025-05-20'), paid('2025-06')]);

  test('a membership begins anew on the day it was paid, never before (M-15)', () => {
    expect(at(again, '2025-05-19')).toMatchObject({ state: 'LAPSED', membershipStart: START });
    expect(at(again, '2025-05-20')).toMatchObject({
      ...{ state: 'ACTIVE', membershipStart: '2025-05-20' },
    });
    expect(at(again, '2025-06-30').contributionMonths).toBe(3);
  });

  test('the old arrears stay unpaid, however they are paid later', () => {
    const more = history([
      ...again.paid,
      ...['2025-02', '2025-04'].map((m) => paid(m, '2025-06-10')),
    ]);
    expect(at(more, '2025-04-10').state).toBe('GRACE');
    expect(at(more, '2025-06-10').membershipStart).toBe('2025-05-20');
  });
});

describe('before the first payment', () => {
  test('nothing has started, and a person should look (C-20)', () => {
    expect(at(history([]), '2025-02-10')).toMatchObject({
      ...{ state: 'NOT_STARTED', unpaidMonths: 0, flags: ['REVIEW_COVER_NOT_STARTED'] },
    });
  });

  test('a first payment in time covers from the first day, a later one from its own day', () => {
    const inTime = history(['2025-01', '2025-02', '2025-03'].map((m) => paid(m, '2025-03-31')));
    expect(at(inTime, '2025-01-20').state).toBe('ACTIVE');
    const tooLate = history(['2025-01', '2025-04'].map((m) => paid(m, '2025-04-02')));
    expect(at(tooLate, '2025-01-20').state).toBe('NOT_STARTED');
    expect(at(tooLate, '2025-04-02')).toMatchObject({
      ...{ state: 'ACTIVE', membershipStart: '2025-04-02' },
    });
  });

  test('the clock runs all the same, from the first month of cover', () => {
    expect(firstUnpaidMonth({ coverStart: START, paid: [] }, localDate('2025-06-10'))).toBe(
      '2025-01',
    );
  });
});

test('which day of the fourth month ends cover is a parameter, and flagged (C-23)', () => {
  const facts = history([paid('2025-01')]);
  const last: CoverRules = { lapseDay: 'LAST_DAY_OF_FOURTH_MONTH' };
  expect(at(facts, '2025-05-01').state).toBe('LAPSED');
  expect(at(facts, '2025-05-01').flags).toEqual(['REVIEW_LAPSE_DAY']);
  expect(at(facts, '2025-05-31', last)).toMatchObject({ state: 'GRACE', unpaidMonths: 4 });
  expect(at(facts, '2025-06-01', last).state).toBe('LAPSED');
  expect(coverFlags({ state: 'GRACE', unpaidMonths: 3 })).toEqual([]);
});

test('what the former books declare as paid in time counts as that', () => {
  const facts = history([paid('2025-04')], { declaredThrough: '2025-03' as Month });
  expect(at(facts, '2025-04-10')).toMatchObject({ state: 'ACTIVE', contributionMonths: 4 });
});

test('a member who joined later owes only from the first month of their own cover', () => {
  const months = ['2025-01', '2025-02', '2025-03', '2025-04', '2025-05', '2025-06'];
  const together = months.map((month) => paid(month, '2025-06-02'));
  expect(at(history(together), '2025-05-10').state).toBe('NOT_STARTED');
  const joined = history(together, { coverStart: localDate('2025-05-07') });
  expect(at(joined, '2025-05-10')).toMatchObject({
    ...{ state: 'ACTIVE', membershipStart: '2025-05-07', contributionMonths: 1 },
  });
});

const anyPayment = fc
  .record({ month: fc.integer({ min: 0, max: 14 }), late: fc.integer({ min: 0, max: 160 }) })
  .map(({ month, late }): PaidMonth => {
    const of = addMonthsTo('2025-01' as Month, month);
    const day = new Date(Date.parse(`${of}-01`) + late * 86_400_000).toISOString().slice(0, 10);
    return { month: of, paidOn: localDate(day) };
  });

describe('for any payments', () => {
  const payments = fc.uniqueArray(anyPayment, { selector: ({ month }) => month, maxLength: 12 });
  const day = fc.integer({ min: 0, max: 500 }).map((n) => {
    return localDate(
      new Date(Date.parse('2025-01-01') + n * 86_400_000).toISOString().slice(0, 10),
    );
  });

  test('the order in which they are told changes nothing', () => {
    fc.assert(
      fc.property(payments, fc.nat(), day, (list, turn, on) => {
        const told =
          list.length === 0
            ? list
            : [...list.slice(turn % list.length), ...list.slice(0, turn % list.length)];
        expect(coverAt(history(told), on)).toEqual(coverAt(history(list), on));
        expect(coverAt(history(list.toReversed()), on)).toEqual(coverAt(history(list), on));
      }),
    );
  });

  test('never more than three unpaid months are cover, and unpaid months tell the state', () => {
    fc.assert(
      fc.property(payments, day, (list, on) => {
        const { state, unpaidMonths } = coverAt(history(list), on);
        if (state === 'ACTIVE' || state === 'NOT_STARTED') expect(unpaidMonths).toBe(0);
        if (state === 'GRACE') expect([1, 2, 3]).toContain(unpaidMonths);
        if (state === 'LAPSED') expect(unpaidMonths).toBeGreaterThan(3);
      }),
    );
  });

  test('a month paid within itself is a month of cover from that day on', () => {
    fc.assert(
      fc.property(payments, (list) => {
        for (const { month, paidOn } of list.filter((p) => p.paidOn.startsWith(p.month)))
          expect(coverAt(history(list), paidOn).state, month).toBe('ACTIVE');
      }),
    );
  });
});
