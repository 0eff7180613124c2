// Three lists, one person each: whoever is on one and not on another is named with the plainest reason.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate, type Month } from '../../../domain/calendar.ts';
import {
  type BilledRow,
  type MatchTerms,
  matchBill,
  type RollMember,
} from '../../../domain/programme/bill-match.ts';
import { idr } from '../claim/claim-facts.ts';

const terms: MatchTerms = {
  ...{ month: '2024-06' as Month, monthlyContributionIdr: idr('16800') },
  ...{ region: '64.74', ageTo: 64 },
};

const row = (number: number, change: Partial<BilledRow> = {}): BilledRow => ({
  ...{ row: number, workerId: `w${number}`, again: false, amountIdr: idr('16800') },
  ...{ wageEarner: false, birthDate: null, area: null, ...change },
});

const member = (number: number, change: Partial<RollMember> = {}): RollMember => ({
  ...{ workerId: `w${number}`, decreed: true, coverStart: localDate('2023-10-12') },
  ...{ deathDate: null, ...change },
});

const kindsOf = (rows: readonly BilledRow[], roll: readonly RollMember[]) =>
  matchBill(rows, roll, terms).differences.map(({ kind, row: at }) => [kind, at]);

describe('a bill compared by person', () => {
  test('agrees where decree, bill and cover name the same people', () => {
    const match = matchBill([row(1), row(2)], [member(1), member(2)], terms);
    expect(match).toEqual({ matched: 2, active: 2, decreed: 2, differences: [] });
  });

  test.each<readonly [string, Partial<BilledRow>, Partial<RollMember>]>([
    ['DOUBLE', { again: true }, {}],
    ['NOT_REGISTERED', { workerId: null }, {}],
    ['OTHER_TRANCHE', { workerId: 'of-another' }, {}],
    ['DEAD', {}, { deathDate: localDate('2024-05-31') }],
    ['WAGE_EARNER', { wageEarner: true }, {}],
    ['OVER_AGE', { birthDate: localDate('1959-05-31') }, {}],
    ['MOVED', { area: '64.08.04.2001' }, {}],
    ['NOT_ON_DECREE', {}, { decreed: false }],
    ['NOT_COVERED_YET', {}, { coverStart: localDate('2024-07-01') }],
    ['OTHER_AMOUNT', { amountIdr: idr('16900') }, {}],
  ])('says %s of a line that should not be paid so', (kind, line, person) => {
    const found = kindsOf([row(1), row(2, line)], [member(1), member(2, person)]);
    expect(found[0]).toEqual([kind, 2]);
  });

  test('still owes the month of death, and the last month of the highest age', () => {
    const roll = [member(1, { deathDate: localDate('2024-06-02') }), member(2)];
    expect(kindsOf([row(1), row(2, { birthDate: localDate('1959-06-02') })], roll)).toEqual([]);
  });

  test('names who is covered and not billed, and nobody who is dead', () => {
    const roll = [member(1), member(2), member(3, { deathDate: localDate('2024-01-02') })];
    expect(kindsOf([row(1)], roll)).toEqual([['MISSING_ON_BILL', null]]);
  });

  test('takes of a wrong sum only what exceeds the rate', () => {
    const rows = [row(1, { amountIdr: idr('16900') }), row(2, { amountIdr: idr('16700') })];
    const { differences } = matchBill(rows, [member(1), member(2)], terms);
    expect(differences.map(({ amountIdr }) => amountIdr)).toEqual(['100', '0']);
  });

  test('of any lists leaves nobody out: every line agrees or differs, and every person is told once', () => {
    const anyRow = fc.record({ who: fc.nat(12), again: fc.boolean(), known: fc.boolean() });
    const anyMember = fc.record({ decreed: fc.boolean(), dead: fc.boolean() });
    fc.assert(
      fc.property(fc.array(anyRow), fc.array(anyMember, { maxLength: 10 }), (lines, people) => {
        const rows = lines.map(({ who, again, known }, index) =>
          row(index + 1, { workerId: known ? `w${who}` : null, again }),
        );
        const roll = people.map(({ decreed, dead }, index) =>
          member(index, { decreed, deathDate: dead ? localDate('2024-01-01') : null }),
        );
        const { matched, differences } = matchBill(rows, roll, terms);
        const onRows = differences.filter(({ row: at }) => at !== null);
        expect(matched + onRows.length).toBe(rows.length);
        const billed = new Set(rows.map(({ workerId }) => workerId));
        const missing = differences.filter(({ kind }) => kind === 'MISSING_ON_BILL');
        expect(missing.some(({ workerId }) => billed.has(workerId))).toBe(false);
        expect(differences.map(({ difference }) => difference)).toEqual(
          differences.map((_, index) => index + 1),
        );
      }),
    );
  });
});
