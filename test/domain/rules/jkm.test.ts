import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, localDate, type Month, monthOf } from '../../../domain/calendar.ts';
import { parseRupiah, sumTexts } from '../../../domain/money.ts';
import type { JkmFacts } from '../../../domain/rules/benefit-rules.ts';
import { coverOn } from '../../../domain/rules/cover.ts';
import { calculateJkm, JKM_FLAGS } from '../../../domain/rules/jkm.ts';
import { RULESET_ID } from '../../../domain/rules/law-versions.ts';

type OracleLine = { readonly code: string; readonly amount: number; readonly payee?: string };
type Oracle = {
  readonly id: string;
  readonly law_version: string;
  readonly input: {
    readonly kind: string;
    readonly membership_start: string;
    readonly death_date: string;
    readonly paid_through_month?: string;
    readonly unpaid_months?: number;
    readonly monthly_contribution?: number;
    readonly heirs?: readonly unknown[];
    readonly funeral_arranged_by?: { readonly ref: string };
    readonly claims?: number;
    readonly as_of_date?: string;
  };
  readonly expected: {
    readonly lines?: readonly OracleLine[];
    readonly total?: number;
    readonly total_by_payee?: Readonly<Record<string, number>>;
    readonly coverage_state?: string;
    readonly arrears_due?: number;
    readonly payment_blocked?: boolean;
    readonly flags: readonly string[];
  };
};

const ORACLES: readonly Oracle[] = JSON.parse(
  readFileSync(new URL('../../oracles.json', import.meta.url), 'utf8'),
);

const ofKind = (kind: string): readonly Oracle[] =>
  ORACLES.filter((oracle) => oracle.input.kind === kind);

/** E22 asserts a scholarship only; of E20 this file asserts the cash lines and not the scholarship. */
const SCHOLARSHIP_ONLY = ['E22'];

const factsOf = ({ input }: Oracle): JkmFacts => {
  const deathDate = localDate(input.death_date);
  const membershipStart = localDate(input.membership_start);
  // A case that names no month was paid through the month of death.
  const paidThrough = (input.paid_through_month ?? monthOf(deathDate)) as Month;
  const cover = coverOn({ membershipStart, paidThrough, on: deathDate });
  return {
    membershipStart,
    deathDate,
    coverage: cover.state,
    unpaidMonths: cover.unpaidMonths,
    monthlyContributionIdr: BigInt(input.monthly_contribution ?? 16_800),
    noHeir: input.heirs?.length === 0,
    payee: input.funeral_arranged_by?.ref ?? 'h1',
  };
};

const byCode = (one: OracleLine, other: OracleLine): number => one.code.localeCompare(other.code);

describe('oracles of kind jkm_death', () => {
  const cash = ofKind('jkm_death').filter((oracle) => !SCHOLARSHIP_ONLY.includes(oracle.id));

  test('are all here', () => {
    expect(cash.map((oracle) => oracle.id)).toEqual([
      'E10',
      'E12',
      'E13',
      'E15',
      'E17',
      'E18',
      'E19',
      'E20',
    ]);
  });

  test.each(cash.map((oracle) => [oracle.id, oracle] as const))('%s', (_, oracle) => {
    const facts = factsOf(oracle);
    const result = calculateJkm(facts);
    const { expected, input } = oracle;
    const withPayee = expected.lines?.some((line) => line.payee !== undefined) ?? false;
    const lines = result.lines.map((line) => ({
      code: line.code,
      amount: Number(line.amountIdr),
      ...(withPayee && { payee: line.payee }),
    }));
    expect(lines.sort(byCode)).toEqual([...(expected.lines ?? [])].sort(byCode));
    expect(Number(result.totalIdr)).toBe(expected.total);
    expect(result.flags).toEqual(expected.flags);
    expect(result.lawVersion).toBe(oracle.law_version);
    expect(facts.coverage).toBe(expected.coverage_state ?? 'ACTIVE');
    expect(facts.unpaidMonths).toBe(input.unpaid_months ?? 0);
    expect(Number(result.arrearsDueIdr)).toBe(expected.arrears_due ?? 0);
    expect(result.paymentBlocked).toBe(expected.payment_blocked ?? false);
    for (const [payee, amount] of Object.entries(expected.total_by_payee ?? {})) {
      const own = result.lines.filter((line) => line.payee === payee);
      expect(Number(sumTexts(own.map((line) => line.amountIdr)))).toBe(amount);
    }
  });
});

test.each(ofKind('jkm_batch').map((oracle) => [oracle.id, oracle] as const))(
  'batch oracle %s: so many claims, so many times each line',
  (_, { input, expected }) => {
    const deathDate = localDate(input.as_of_date ?? '');
    const result = calculateJkm({ ...ordinary, deathDate, membershipStart: deathDate });
    const lines = result.lines.map((line) => ({
      code: line.code,
      amount: Number(line.amountIdr) * (input.claims ?? 0),
    }));
    expect(lines).toEqual(expected.lines);
    expect(Number(result.totalIdr) * (input.claims ?? 0)).toBe(expected.total);
  },
);

const ordinary: JkmFacts = {
  membershipStart: localDate('2023-10-12'),
  deathDate: localDate('2024-03-01'),
  coverage: 'ACTIVE',
  unpaidMonths: 0,
  monthlyContributionIdr: 16_800n,
  noHeir: false,
  payee: 'h1',
};

describe('every line explains itself', () => {
  test('with the numbers put in, the rule and the article', () => {
    expect(calculateJkm(ordinary).lines).toEqual([
      {
        code: 'JKM.LUMP',
        amountIdr: '20000000',
        payee: 'h1',
        formula: 'Rp20.000.000',
        ruleId: 'M-01',
        article: 'PP 82/2019 Pasal 34',
      },
      {
        code: 'JKM.PERIODIC',
        amountIdr: '12000000',
        payee: 'h1',
        formula: '24 × Rp500.000 = Rp12.000.000',
        ruleId: 'M-02',
        article: 'PP 82/2019 Pasal 34',
      },
      {
        code: 'JKM.FUNERAL',
        amountIdr: '10000000',
        payee: 'h1',
        formula: 'Rp10.000.000',
        ruleId: 'M-03',
        article: 'PP 82/2019 Pasal 34',
      },
    ]);
  });

  test('and in the first three months says which day would have been enough', () => {
    const [line, ...others] = calculateJkm({
      ...ordinary,
      membershipStart: localDate('2025-04-10'),
      deathDate: localDate('2025-06-01'),
    }).lines;
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      code: 'JKM.FUNERAL',
      formula: 'Rp10.000.000; 2025-06-01 < 2025-04-10 + 3 bulan = 2025-07-10',
      ruleId: 'M-12',
      article: 'Permenaker 1/2025',
    });
  });
});

describe('boundaries', () => {
  const on = (deathDate: string, membershipStart: string, change: Partial<JkmFacts> = {}) =>
    calculateJkm({
      ...ordinary,
      deathDate: localDate(deathDate),
      membershipStart: localDate(membershipStart),
      ...change,
    });

  test.each([
    ['2019-12-01', 24_000_000n, 'L0'],
    ['2019-12-02', 42_000_000n, 'L1'],
    ['2025-02-23', 42_000_000n, 'L1'],
    ['2025-02-24', 10_000_000n, 'L3'],
  ])('a one-day member who died on %s leaves %d by %s', (day, total, version) => {
    expect(on(day, day)).toMatchObject({ totalIdr: total, lawVersion: version });
  });

  test.each([
    ['2025-07-06', ['WITHIN_FIRST_THREE_MONTHS']],
    ['2025-07-07', ['WITHIN_FIRST_THREE_MONTHS', 'REVIEW_THREE_MONTH_BOUNDARY']],
    ['2025-07-09', ['WITHIN_FIRST_THREE_MONTHS', 'REVIEW_THREE_MONTH_BOUNDARY']],
    ['2025-07-10', ['REVIEW_THREE_MONTH_BOUNDARY']],
    ['2025-07-13', ['REVIEW_THREE_MONTH_BOUNDARY']],
    ['2025-07-14', []],
  ])('a death on %s of a member since 2025-04-10 raises %j', (day, flags) => {
    expect(on(day, '2025-04-10').flags).toEqual(flags);
  });

  test('a member from before the three-month rule who dies after it is reviewed (M-15)', () => {
    expect(on('2025-02-25', '2025-01-10')).toMatchObject({
      totalIdr: 10_000_000n,
      flags: ['WITHIN_FIRST_THREE_MONTHS', 'REVIEW_EARLIER_MEMBER'],
    });
  });

  test('no heir in the first three months leaves the organiser the burial cost only', () => {
    const result = on('2025-06-01', '2025-04-10', { noHeir: true, payee: 'p1' });
    expect(result.lines.map((line) => [line.code, line.payee])).toEqual([['JKM.FUNERAL', 'p1']]);
    expect(result.flags).toEqual(['WITHIN_FIRST_THREE_MONTHS', 'NO_HEIR']);
  });

  test('cover that never began, a death before membership, a day before the law: zero, and why', () => {
    expect(on('2024-03-01', '2023-10-12', { coverage: 'NOT_STARTED' })).toMatchObject({
      totalIdr: 0n,
      flags: ['COVER_NOT_STARTED'],
    });
    expect(on('2023-10-11', '2023-10-12')).toMatchObject({
      totalIdr: 0n,
      flags: ['DEATH_BEFORE_MEMBERSHIP'],
    });
    expect(on('2015-06-30', '2015-01-01')).toMatchObject({
      totalIdr: 0n,
      flags: ['LAW_VERSION_UNKNOWN'],
    });
  });
});

const dayBetween = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => localDate(date.toISOString().slice(0, 10)));

const anyFacts: fc.Arbitrary<JkmFacts> = fc.record({
  membershipStart: dayBetween('2014-01-01', '2026-12-31'),
  deathDate: dayBetween('2014-01-01', '2026-12-31'),
  coverage: fc.constantFrom('NOT_STARTED', 'ACTIVE', 'GRACE', 'LAPSED'),
  unpaidMonths: fc.integer({ min: 0, max: 12 }),
  monthlyContributionIdr: fc.bigInt({ min: 0n, max: 213_800n }),
  noHeir: fc.boolean(),
  payee: fc.constantFrom('h1', 'p1'),
});

describe('for every input', () => {
  test('the lines add up to the total, and every line and flag is of the vocabulary', () =>
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const result = calculateJkm(facts);
        const sum = sumTexts(result.lines.map((line) => line.amountIdr));
        expect(parseRupiah(sum)).toBe(result.totalIdr);
        expect(result.rulesetId).toBe(RULESET_ID);
        for (const flag of result.flags) expect(JKM_FLAGS).toContain(flag);
        for (const line of result.lines) {
          expect(['JKM.LUMP', 'JKM.PERIODIC', 'JKM.FUNERAL']).toContain(line.code);
          expect(line.formula).not.toBe('');
        }
      }),
    ));

  test('the total is 42, 24, 10 or 0 million, and under L3 never 24', () =>
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { totalIdr, lawVersion } = calculateJkm(facts);
        const possible = lawVersion === 'L0' ? [24_000_000n, 0n] : [42_000_000n, 10_000_000n, 0n];
        expect(possible).toContain(totalIdr);
      }),
    ));

  test('only arrears block the payment, and whoever pays them gets the same benefit', () =>
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const result = calculateJkm(facts);
        expect(result.paymentBlocked).toBe(result.flags.includes('ARREARS_DUE'));
        if (!result.paymentBlocked) return;
        const settled = calculateJkm({ ...facts, coverage: 'ACTIVE', unpaidMonths: 0 });
        expect(settled.lines).toEqual(result.lines);
        expect(settled.paymentBlocked).toBe(false);
      }),
    ));

  test('a longer membership never leaves less', () =>
    fc.assert(
      fc.property(anyFacts, fc.integer({ min: 1, max: 200 }), (facts, days) => {
        const earlier = addDays(facts.membershipStart, -days);
        const longer = calculateJkm({ ...facts, membershipStart: earlier });
        expect(longer.totalIdr).toBeGreaterThanOrEqual(calculateJkm(facts).totalIdr);
      }),
    ));
});
