// What holds for every case, whatever its facts (domain-rules §9, property tests).
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, localDate } from '../../../../domain/calendar.ts';
import {
  DISABILITY_TABLE,
  type LossValue,
} from '../../../../domain/rules/book/disability-table.ts';
import { RULE_BOOK } from '../../../../domain/rules/book/rule-book.ts';
import { CASE_KINDS, calculateCase } from '../../../../domain/rules/cases/calculate-case.ts';
import { caseJson } from '../../../../domain/rules/cases/case-json.ts';
import { totalOf } from '../../../../domain/rules/explained-line.ts';
import { accident, type CaseInput, jkkDeath, jkmDeath, partial, resultOf } from './case.ts';

const day = (from: string, to: string) =>
  fc
    .date({ min: new Date(from), max: new Date(to), noInvalidDate: true })
    .map((date) => localDate(date.toISOString().slice(0, 10)));

const income = fc.integer({ min: 0, max: 25_000_000 });
const anyDay = day('2015-07-01', '2026-12-31');
const relation = fc.constantFrom('SPOUSE', 'CHILD', 'PARENT', 'SIBLING', 'PARENT_IN_LAW', 'COUSIN');
const heirs = fc.array(
  fc.record({ ref: fc.constantFrom('a', 'b', 'c'), relation, minor: fc.boolean() }),
  { maxLength: 3 },
);
const child = fc.record({
  level: fc.constantFrom('TK', 'SD', 'SMP', 'SMA', 'PT', null),
  grade: fc.integer({ min: 1, max: 6 }),
  birth_date: day('1999-01-01', '2022-12-31'),
  studying: fc.boolean(),
  married: fc.boolean(),
  working: fc.boolean(),
});
const children = fc
  .array(child, { maxLength: 4 })
  .map((all) => all.map((one, index) => ({ ...one, ref: `c${index}` })));

const jkm: fc.Arbitrary<CaseInput> = fc
  .record({
    membership_start: anyDay,
    death_date: anyDay,
    declared_monthly_income: income,
    unpaid_months: fc.integer({ min: 0, max: 6 }),
    contribution_months: fc.integer({ min: 0, max: 80 }),
    heirs,
    children,
    segment: fc.constantFrom('BPU', 'PU'),
  })
  .map(jkmDeath);

const jkk: fc.Arbitrary<CaseInput> = fc
  .record({
    accident_date: anyDay,
    days: fc.integer({ min: 0, max: 900 }),
    declared_monthly_income: income,
    unpaid_months: fc.integer({ min: 0, max: 6 }),
    heirs,
    children,
  })
  .map(({ days, ...facts }) =>
    jkkDeath({
      ...facts,
      membership_start: '2015-07-01',
      death_date: addDays(facts.accident_date, days),
    }),
  );

const lossCode = fc
  .integer({ min: 1, max: 27 })
  .map((number) => `D${String(number).padStart(2, '0')}`);
const loss = fc.oneof(
  fc.record({ code: lossCode, count: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    code: lossCode,
    kind: fc.constant('FUNCTIONAL'),
    function_loss_percent: fc
      .integer({ min: 0, max: 10_000 })
      .map((hundredths) => hundredths / 100),
  }),
);
const disability: fc.Arbitrary<CaseInput> = fc
  .record({
    losses: fc.array(loss, { minLength: 1, maxLength: 4 }),
    handedness: fc.constantFrom('RIGHT', 'LEFT'),
    declared_monthly_income: income,
  })
  .map(({ losses, ...facts }) => partial(losses, facts));

const stmb: fc.Arbitrary<CaseInput> = fc
  .record({
    accident_date: day('2016-02-01', '2026-12-31'),
    stmb_days: fc.integer({ min: 0, max: 2_000 }),
    declared_monthly_income: income,
  })
  .map((facts) => accident('jkk_stmb', facts));

const anyCase = fc.oneof(jkm, jkk, disability, stmb);

const answerOf = (input: CaseInput) => {
  const answer = calculateCase(input);
  if (answer.status === 'refused') throw new Error(JSON.stringify(answer.problems));
  return answer.result;
};

const raisedLoss = (value: LossValue, more: bigint): LossValue =>
  value.kind === 'FIXED' ? { ...value, basisPoints: value.basisPoints + more } : value;

const money = (input: CaseInput): number => Number(resultOf(input)['total']);

describe('for every case', () => {
  test('the lines add up to the total, and each names rule, article and formula', () =>
    fc.assert(
      fc.property(anyCase, (input) => {
        const result = answerOf(input);
        const json = caseJson(result, () => ({ id: '', en: '' }));
        expect(json['total']).toBe(Number(totalOf(result.lines)));
        for (const line of [...result.lines, ...(result.scholarship?.lines ?? [])]) {
          expect(line.amountIdr).toBeGreaterThan(0n);
          expect(result.rules.map((used) => used.rule)).toContain(line.ruleId);
          expect(line.article).not.toBe('');
          expect(line.formula).toContain(line.because === 'FUNERAL_ONLY' ? 'Rp10.000.000' : 'Rp');
        }
      }),
    ));

  test('never both JKM and JKK death', () =>
    fc.assert(
      fc.property(anyCase, (input) => {
        const codes = answerOf(input).lines.map((line) => line.code.slice(0, 3));
        expect(new Set(codes).size).toBeLessThanOrEqual(1);
      }),
    ));

  test('the order in which facts are written makes no difference', () =>
    fc.assert(
      fc.property(anyCase, (input) => {
        const turned = Object.fromEntries(Object.entries(input).reverse());
        expect(resultOf(turned)).toEqual(resultOf(input));
      }),
    ));

  test('the day of the claim makes no difference inside the time bar', () =>
    fc.assert(
      fc.property(fc.oneof(jkm, jkk), fc.integer({ min: 0, max: 700 }), (input, days) => {
        const event = String(input['accident_date'] ?? input['death_date']);
        const claim_date = addDays(localDate(event), days);
        expect(money({ ...input, claim_date })).toBe(money(input));
      }),
    ));

  test('a doubtful rule that was used is a review with its parameters', () =>
    fc.assert(
      fc.property(anyCase, (input) => {
        const result = answerOf(input);
        const doubtful = result.rules.filter((used) => used.confidence === 'D');
        const reviewed = result.reviews.map((review) => review.rule);
        expect(reviewed).toEqual(expect.arrayContaining(doubtful.map((used) => used.rule)));
      }),
    ));
});

describe('JKM', () => {
  test('is 42, 10 or 0 million under L3, and 42, 24 or 0 before', () =>
    fc.assert(
      fc.property(jkm, (input) => {
        const isL3 = String(input['death_date']) >= '2025-02-24';
        const isOld = String(input['death_date']) < '2019-12-02';
        const possible = isL3 ? [42_000_000, 10_000_000, 0] : [isOld ? 24_000_000 : 42_000_000, 0];
        expect(possible).toContain(money(input));
      }),
    ));

  test('arrears block and never lessen: once settled the whole is paid', () =>
    fc.assert(
      fc.property(jkm, (input) => {
        const result = resultOf(input);
        if (result['coverage_state'] !== 'GRACE') return;
        expect(result['payable_before_arrears_settled']).toBe(0);
        expect(result['payable_after_arrears_settled']).toBe(money({ ...input, unpaid_months: 0 }));
      }),
    ));
});

describe('JKK', () => {
  test('a death never pays less than the lump sum of JKM, in any band and version', () =>
    fc.assert(
      fc.property(income, anyDay, (declared_monthly_income, accident_date) => {
        const dates = { accident_date, death_date: accident_date, membership_start: '2015-07-01' };
        const lines = answerOf(jkkDeath({ ...dates, declared_monthly_income })).lines;
        const death = lines.find((line) => line.code === 'JKK.DEATH');
        const lump = answerOf(jkmDeath({ ...dates, segment: 'PU' })).lines.find(
          (line) => line.code === 'JKM.LUMP',
        );
        expect(death?.amountIdr).toBeGreaterThanOrEqual(lump?.amountIdr ?? 0n);
      }),
    ));

  test('a higher income never pays less', () =>
    fc.assert(
      fc.property(fc.oneof(jkk, disability, stmb), income, (input, more) => {
        const declared_monthly_income = Number(input['declared_monthly_income']) + more;
        expect(money({ ...input, declared_monthly_income })).toBeGreaterThanOrEqual(money(input));
      }),
    ));

  test('one more loss, or one more day, never pays less', () =>
    fc.assert(
      fc.property(disability, loss, stmb, (input, another, ill) => {
        const losses = Array.isArray(input['losses']) ? input['losses'] : [];
        expect(money({ ...input, losses: [...losses, another] })).toBeGreaterThanOrEqual(
          money(input),
        );
        const longer = { ...ill, stmb_days: Number(ill['stmb_days']) + 1 };
        expect(money(longer)).toBeGreaterThanOrEqual(money(ill));
      }),
    ));

  test('a higher percentage in the table never pays less', () =>
    fc.assert(
      fc.property(disability, fc.bigInt({ min: 1n, max: 3_000n }), (input, more) => {
        const raised = Object.fromEntries(
          Object.entries(DISABILITY_TABLE).map(([code, { rows, ...rule }]) => [
            code,
            { ...rule, rows: rows.map((row) => ({ ...row, value: raisedLoss(row.value, more) })) },
          ]),
        );
        const book = { ...RULE_BOOK, ...raised };
        expect(Number(resultOf(input, book)['total'])).toBeGreaterThanOrEqual(money(input));
      }),
    ));

  test('the order of the losses makes no difference, and 70 % is the most', () =>
    fc.assert(
      fc.property(disability, (input) => {
        const losses = Array.isArray(input['losses']) ? input['losses'] : [];
        expect(money({ ...input, losses: [...losses].reverse() })).toBe(money(input));
        expect(Number(resultOf(input)['disability_basis_points'])).toBeLessThanOrEqual(7_000);
      }),
    ));
});

test('whatever stands in a field, the answer is a result or a named problem, never an exception', () =>
  fc.assert(
    fc.property(
      fc.constantFrom(...CASE_KINDS),
      anyCase,
      fc.constantFrom(
        'death_date',
        'heirs',
        'children',
        'losses',
        'will',
        'unpaid_months',
        'bills',
      ),
      fc.jsonValue(),
      (kind, input, field, value) => {
        const answer = calculateCase({ ...input, kind, [field]: value });
        if (answer.status === 'refused') expect(answer.problems.length).toBeGreaterThan(0);
        else expect(answer.result.rulesetId).not.toBe('');
      },
    ),
    { numRuns: 500 },
  ));
