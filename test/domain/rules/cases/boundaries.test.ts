// Every boundary of the rules that is no row of a table: the day before, the day, the day after.
import { describe, expect, test } from 'vitest';
import {
  accident,
  type CaseInput,
  child,
  contribution,
  jkkDeath,
  jkmDeath,
  late,
  partial,
  payment,
  problemsOf,
  resultOf,
} from './case.ts';

describe('discounts of the contribution', () => {
  test.each([
    ['2020-07', 'SELF', false, 16_800, 0],
    ['2020-08', 'SELF', false, 168, 99],
    ['2020-08', 'APBD', false, 168, 99],
    ['2021-01', 'SELF', true, 168, 99],
    ['2021-02', 'SELF', false, 16_800, 0],
    ['2025-12', 'SELF', true, 16_800, 0],
    ['2026-01', 'SELF', true, 8_400, 50],
    ['2026-01', 'SELF', false, 16_800, 0],
    ['2026-03', 'SELF', false, 16_800, 0],
    ['2026-04', 'SELF', false, 8_400, 50],
    ['2026-12', 'SELF', false, 8_400, 50],
    ['2027-01', 'SELF', false, 16_800, 0],
    ['2027-01', 'SELF', true, 8_400, 50],
    ['2027-03', 'SELF', true, 8_400, 50],
    ['2027-04', 'SELF', true, 16_800, 0],
    ['2026-05', 'APBD', false, 16_800, 0],
    ['2026-05', 'APBN', false, 16_800, 0],
    ['2026-05', 'APBD', true, 16_800, 0],
  ])(
    '%s paid by %s, transport %s: %d',
    (contribution_month, payer, transport_sector, total, discount_percent) =>
      expect(resultOf(contribution({ contribution_month, payer, transport_sector }))).toMatchObject(
        {
          total,
          discount_percent,
        },
      ),
  );

  test('an invoice adds months each at its own price', () => {
    const invoice = { kind: 'contribution_invoice', workers: 10, months: 3 };
    const window = { contribution_month: '2026-03', payer: 'SELF' };
    expect(resultOf(contribution({ ...invoice, ...window }))['total']).toBe(
      10 * (16_800 + 8_400 * 2),
    );
    const sponsored = resultOf(contribution({ ...invoice, workers: 34_782 }));
    expect(sponsored).toMatchObject({ total: 1_753_012_800, per_worker: 16_800 });
  });
});

describe('three months of membership (M-12)', () => {
  test.each([
    ['2025-04-10', '2025-07-09', 10_000_000],
    ['2025-04-10', '2025-07-10', 42_000_000],
    // Month ends and leap days: the missing day is the last one of the month.
    ['2025-11-30', '2026-02-27', 10_000_000],
    ['2025-11-30', '2026-02-28', 42_000_000],
    ['2027-11-29', '2028-02-28', 10_000_000],
    ['2027-11-30', '2028-02-29', 42_000_000],
    ['2024-12-15', '2025-02-23', 42_000_000],
    ['2024-12-15', '2025-02-24', 10_000_000],
    ['2025-02-24', '2025-02-24', 10_000_000],
  ])('member since %s, death on %s: %d', (membership_start, death_date, total) =>
    expect(resultOf(jkmDeath({ membership_start, death_date }))['total']).toBe(total),
  );

  test('a lapse restarts the clock, and the doubt is shown', () => {
    const again = { membership_start: '2025-06-01', previous_membership_start: '2022-01-01' };
    const result = resultOf(jkmDeath({ ...again, death_date: '2025-07-15' }));
    expect(result['total']).toBe(10_000_000);
    expect(result['review']).toContainEqual({
      code: 'DOUBTFUL_RULE',
      rule: 'M-15',
      parameters: { m12_restart_on_lapse: true, m12_grandfather: false },
    });
  });

  test('is a rule for BPU, not for wage earners', () =>
    expect(
      resultOf(
        jkmDeath({ segment: 'PU', membership_start: '2025-06-01', death_date: '2025-07-01' }),
      ),
    ).toMatchObject({ total: 42_000_000, flags: [] }));

  test('leaves the burial cost only, and no scholarship', () => {
    const facts = { membership_start: '2025-06-01', death_date: '2025-07-01' };
    const result = resultOf(jkmDeath({ ...facts, contribution_months: 60, children: [child()] }));
    expect(result).toMatchObject({ total: 10_000_000, scholarship: { eligible: false } });
  });
});

describe('cover at the event', () => {
  const unpaid = (months: number) => resultOf(jkmDeath({ unpaid_months: months }));
  test.each([
    [0, 'ACTIVE', 42_000_000, 0],
    [1, 'GRACE', 42_000_000, 16_800],
    [2, 'GRACE', 42_000_000, 33_600],
    [3, 'GRACE', 42_000_000, 50_400],
    [4, 'LAPSED', 0, 0],
  ])('%d unpaid months: %s, %d, arrears %d', (months, state, total, arrears) => {
    expect(unpaid(months)).toMatchObject({
      coverage_state: state,
      total,
      arrears_due: arrears,
      payment_blocked: state === 'GRACE',
      payable_before_arrears_settled: state === 'GRACE' ? 0 : total,
    });
  });

  test('no month ever paid, or an event before membership: nothing, and a review', () => {
    for (const change of [{ paid_through_month: null }, { membership_start: '2024-03-02' }]) {
      const result = resultOf(jkmDeath(change));
      expect(result).toMatchObject({ coverage_state: 'NOT_STARTED', total: 0, lines: [] });
      expect(result['review']).toHaveLength(1);
    }
  });

  test('binds JKK as well', () => {
    expect(resultOf(jkkDeath({ paid_through_month: '2023-01' }))).toMatchObject({
      total: 0,
      flags: ['LAPSED'],
    });
    expect(resultOf(jkkDeath({ paid_through_month: '2023-02' }))).toMatchObject({
      total: 70_000_000,
      flags: ['ARREARS_DUE'],
      arrears_due: 50_400,
    });
  });

  test('arrears of another band at their own price, three months at most', () =>
    expect(
      resultOf(jkmDeath({ declared_monthly_income: 2_500_000, unpaid_months: 3 }))['arrears_due'],
    ).toBe(98_400));
});

describe('payees (§4.1)', () => {
  const paid = (change: CaseInput) => resultOf(jkmDeath(change))['total_by_payee'];
  const organiser = { funeral_arranged_by: { ref: 'p1', relation: 'NEIGHBOUR' } };
  const heir = (ref: string, relation: string) => ({ ref, relation });

  test('the first rank with a person in it', () => {
    const heirs = [heir('m1', 'PARENT_IN_LAW'), heir('s1', 'SIBLING'), heir('p1', 'PARENT')];
    expect(paid({ heirs })).toEqual({ p1: 42_000_000 });
    expect(paid({ heirs: [...heirs, heir('w1', 'SPOUSE')] })).toEqual({ w1: 42_000_000 });
  });

  test('several of one rank: no invented shares', () => {
    const heirs = [heir('w1', 'SPOUSE'), heir('c1', 'CHILD')];
    const result = resultOf(jkmDeath({ heirs }));
    expect(result['total_by_payee']).toBeUndefined();
    expect(result['review']).toContainEqual(expect.objectContaining({ rule: 'H-02' }));
  });

  test('a minor is paid to the guardian', () => {
    const young = { ...heir('c1', 'CHILD'), birth_date: '2010-01-01' };
    expect(paid({ heirs: [{ ...young, guardian: { ref: 'g1' } }] })).toEqual({ g1: 42_000_000 });
    expect(resultOf(jkmDeath({ heirs: [young] }))['review']).toContainEqual(
      expect.objectContaining({ code: 'GUARDIAN_MISSING' }),
    );
    const grown = { ...young, birth_date: '2006-03-01' };
    expect(paid({ heirs: [grown] })).toEqual({ c1: 42_000_000 });
  });

  test('no heir: the will, since L3 only by notarial deed', () => {
    const will = { ref: 'b1', notarial_deed: false };
    const without = { heirs: [], will, ...organiser };
    const split = { p1: 10_000_000, DJS: 32_000_000 };
    expect(paid({ ...without, death_date: '2025-02-23' })).toEqual({ b1: 42_000_000 });
    expect(paid({ ...without, death_date: '2025-02-24' })).toEqual(split);
    const deed = { ...without, will: { ...will, notarial_deed: true } };
    expect(paid({ ...deed, death_date: '2025-02-24' })).toEqual({ b1: 42_000_000 });
  });

  test('no heir and no will: burial to the organiser, the rest to the fund, JKK too', () => {
    expect(resultOf(jkkDeath({ heirs: [], will: null, ...organiser }))).toMatchObject({
      total_by_payee: { p1: 10_000_000, DJS: 60_000_000 },
      flags: ['NO_HEIR'],
    });
    const early = { membership_start: '2025-04-10', death_date: '2025-05-01' };
    expect(paid({ ...early, heirs: [], ...organiser })).toEqual({ p1: 10_000_000 });
  });

  test('somebody whom the law does not list needs a court', () => {
    const nephew = heir('n1', 'NEPHEW');
    expect(paid({ heirs: [nephew], ...organiser })).toEqual({ p1: 10_000_000, DJS: 32_000_000 });
    expect(paid({ heirs: [{ ...nephew, court_determination: true }] })).toEqual({
      n1: 42_000_000,
    });
  });
});

describe('scholarships', () => {
  const scholarship = (change: CaseInput, own: CaseInput = {}) =>
    resultOf(payment(own, change))['scholarship'];

  test.each([
    ['JKM', 35, false],
    ['JKM', 36, true],
    ['JKK', 0, true],
  ])('%s with %d months: %s', (origin, contribution_months, eligible) =>
    expect(scholarship({ origin, contribution_months })).toMatchObject({ eligible }),
  );

  test.each([
    ['2001-07-16', true],
    ['2001-07-15', false],
    ['2001-07-14', false],
  ])('born %s at a school year from 2024-07-15: %s', (birth_date, eligible) =>
    expect(scholarship({}, { level: 'PT', birth_date })).toMatchObject({ eligible }),
  );

  const L3 = { death_date: '2025-02-24', school_year_start: '2025-07-14' };
  test.each([
    [{ registered_as: 'BPU' }, true],
    [{ registered_as: 'APPRENTICE' }, true],
    [{ registered_as: 'PU', registered_months: 6 }, true],
    [{ registered_as: 'PU', registered_months: 7 }, false],
    [{ registered_as: 'PU' }, false],
    [{}, false],
    [{ registered_as: 'BPU', studying: false }, false],
  ])('a child that works, %j, since L3: %s', (own, eligible) => {
    expect(scholarship(L3, { ...own, working: true })).toMatchObject({ eligible });
    const before = { ...L3, death_date: '2025-02-23' };
    expect(scholarship(before, { ...own, working: true })).toMatchObject({
      eligible: false,
      reason: 'CHILD_WORKS',
    });
  });

  test('a married child or one that left school gets none', () => {
    expect(scholarship({}, { married: true })).toMatchObject({ eligible: false });
    expect(scholarship({}, { studying: false })).toMatchObject({ eligible: false });
  });

  const family = (children: readonly CaseInput[], change: CaseInput = {}) =>
    resultOf(jkkDeath({ children, ...change }));
  const three = [child(), child({ ref: 'c2' }), child({ ref: 'c3', level: 'PT' })];

  test('of three children two, and only by a recorded choice', () => {
    expect(family(three)['scholarship']).toMatchObject({
      selection_required: true,
      payable_this_year: 0,
      potential_total: 0,
    });
    expect(family(three, { selected_children: ['c1', 'c3'] })).toMatchObject({
      flags: ['CHILD_SELECTION_RECORDED'],
      scholarship: {
        payable_this_year: 13_500_000,
        potential_by_child: { c1: 84_000_000, c3: 60_000_000 },
      },
    });
    expect(
      problemsOf(jkkDeath({ children: three, selected_children: ['c1', 'c2', 'c3'] })),
    ).toEqual(['selected_children AT_MOST']);
    expect(problemsOf(jkkDeath({ children: three, selected_children: ['c9'] }))).toEqual([
      'selected_children KNOWN_REF',
    ]);
  });

  test('a third child that is too old leaves nothing to choose', () => {
    const grown = child({ ref: 'c3', birth_date: '2000-05-20' });
    expect(family([child(), child({ ref: 'c2' }), grown])).toMatchObject({
      flags: [],
      scholarship: { selection_required: false, potential_total: 168_000_000 },
    });
  });

  test('a child below school age waits, with all years before it', () =>
    expect(family([child({ level: null, birth_date: '2022-01-01' })])['scholarship']).toMatchObject(
      {
        eligible: true,
        payable_this_year: 0,
        potential_total: 87_000_000,
      },
    ));

  test('PP 44/2015: twelve million once for one child, JKM after five years', () => {
    const old = { death_date: '2019-12-01', children: [child()] };
    const jkm = (contribution_months: number) =>
      resultOf(jkmDeath({ ...old, contribution_months }))['scholarship'];
    expect(jkm(60)).toMatchObject({ payable_this_year: 12_000_000, potential_total: 12_000_000 });
    expect(jkm(59)).toMatchObject({ eligible: false, reason: 'CONTRIBUTION_MONTHS_BELOW_60' });
    expect(
      resultOf(jkmDeath({ ...old, death_date: '2019-12-02', contribution_months: 59 }))[
        'scholarship'
      ],
    ).toMatchObject({ eligible: true });
  });
});

describe('partial disability', () => {
  test('percentages add up and stop at 70', () => {
    expect(resultOf(partial([{ code: 'D08' }, { code: 'D12' }]))).toMatchObject({
      disability_basis_points: 7_000,
      flags: [],
    });
    expect(resultOf(partial([{ code: 'D01' }, { code: 'D08' }]))).toMatchObject({
      disability_basis_points: 7_000,
      total: 56_000_000,
      flags: ['CAPPED:JKK.DISABILITY_PARTIAL'],
    });
    expect(resultOf(partial([{ code: 'D19', count: 2 }, { code: 'D21' }]))).toMatchObject({
      disability_basis_points: 1_250,
    });
  });

  test('handedness matters only where the sides differ', () => {
    const missing = { code: 'HANDEDNESS_MISSING', rule: 'K-17', parameters: {} };
    const sided = resultOf(partial([{ code: 'D01' }], { handedness: undefined }));
    const eye = resultOf(partial([{ code: 'D12' }], { handedness: undefined }));
    expect(sided['review']).toContainEqual(missing);
    expect(eye['review']).toEqual([]);
  });

  test('both ears or eyes lost one by one are worth the pair', () => {
    const worth = (losses: readonly CaseInput[]) => resultOf(partial(losses))['total'];
    expect(worth([{ code: 'D14', count: 2 }])).toBe(worth([{ code: 'D13' }]));
    expect(worth([{ code: 'D12', count: 2 }])).toBe(worth([{ code: 'D11' }]));
  });

  test('parts of one limb above the whole limb are shown to a person', () => {
    const fingers = [{ code: 'D15' }, { code: 'D17' }, { code: 'D19', count: 3 }];
    const review = resultOf(partial(fingers))['review'];
    expect(review).toContainEqual({ code: 'PARTS_ABOVE_WHOLE', rule: 'K-33', parameters: {} });
    expect(resultOf(partial(fingers.slice(0, 2)))['review']).toEqual([]);
  });

  test('a part of a function is a part of the percentage, rounded once at the line', () => {
    const lost = (percent: number, code = 'D21') =>
      resultOf(
        partial([{ code, kind: 'FUNCTIONAL', function_loss_percent: percent }], {
          declared_monthly_income: 2_700_000,
        }),
      )['total'];
    expect(lost(0)).toBe(0);
    expect(lost(33)).toBe(3_504_600);
    expect(lost(33.33)).toBe(3_539_646);
    expect(lost(100)).toBe(10_620_000);
  });

  test.each([
    [[{ code: 'D99' }], ['losses[0].code ONE_OF']],
    [[{ code: 'D28' }], ['losses[0].loss_percent MEASURE']],
    [[{ code: 'D28', loss_percent: 9 }], ['losses[0].loss_percent MEASURE']],
    [[{ code: 'D38', loss_percent: 71 }], ['losses[0].loss_percent MEASURE']],
    [[{ code: 'D32' }], ['losses[0].loss_db MEASURE']],
    [[{ code: 'D05', kind: 'FUNCTIONAL' }], ['losses[0].function_loss_percent REQUIRED_WITH']],
    [
      [{ code: 'D05', kind: 'FUNCTIONAL', function_loss_percent: 101 }],
      ['losses[0].function_loss_percent MEASURE'],
    ],
  ])('%j is refused', (losses, problems) => expect(problemsOf(partial(losses))).toEqual(problems));
});

describe('STMB', () => {
  test.each([
    [0, 0],
    [1, 33_333],
    [7, 233_333],
    [180, 6_000_000],
    [181, 6_033_333],
    [360, 12_000_000],
    [361, 12_016_667],
    [720, 18_000_000],
  ])('%d days: %d', (stmb_days, total) =>
    expect(resultOf(accident('jkk_stmb', { stmb_days }))['total']).toBe(total),
  );

  test('shows its steps', () =>
    expect(resultOf(accident('jkk_stmb', { stmb_days: 400 }))['steps']).toEqual([
      { days: 180, percent: 100, amount: 6_000_000 },
      { days: 180, percent: 100, amount: 6_000_000 },
      { days: 40, percent: 50, amount: 666_667 },
    ]));
});

describe('bills', () => {
  const paid = (bills: readonly CaseInput[]) => resultOf(accident('jkk_reimbursement', { bills }));
  test('of one kind share its ceiling; treatment has none', () => {
    const land = { code: 'JKK.TRANSPORT_LAND', amount: 3_000_000 };
    expect(paid([land, land])).toMatchObject({ total: 5_000_000 });
    expect(paid([{ code: 'JKK.MEDICAL', amount: 400_000_000 }])).toMatchObject({
      total: 400_000_000,
    });
  });

  test('an orthosis up to its reference price and 40 % more', () => {
    const aid = { code: 'JKK.REHABILITATION', reference_price: 1_000_000 };
    expect(paid([{ ...aid, amount: 1_400_000 }])).toMatchObject({ total: 1_400_000, flags: [] });
    expect(paid([{ ...aid, amount: 1_400_001 }])).toMatchObject({ total: 1_400_000 });
  });
});

test('the floor of the death benefit binds for a very low wage only', () => {
  const total = (reference_wage: number) =>
    resultOf({ ...jkkDeath(), reference_wage, reference_wage_source: 'as_published' })['total'];
  expect(total(416_666)).toBe(42_000_000);
  expect(total(416_667)).toBe(42_000_016);
});

describe('late payment', () => {
  test.each([
    ['JKM', '2024-07-08', '2024-07-11', '2024-07-11', 0],
    ['JKM', '2024-07-08', '2024-07-12', '2024-07-11', 1],
    ['JKM', '2024-07-06', '2024-07-11', '2024-07-10', 1],
    ['JKK', '2024-07-08', '2024-07-18', '2024-07-17', 1],
    ['JKK_DEATH', '2024-07-08', '2024-07-17', '2024-07-17', 0],
  ])('%s complete %s, paid %s: due %s, %d days late', (benefit, complete, paid_date, due, days) =>
    expect(resultOf(late({ benefit, documents_complete_date: complete, paid_date }))).toMatchObject(
      {
        due_date: due,
        late_days: days,
        total: 420_000 * days,
        flags: days > 0 ? ['PAID_LATE'] : [],
      },
    ),
  );

  test('jumps over the holidays of the case, or of the nation', () => {
    const holiday = { public_holidays: ['2024-07-09'] };
    expect(resultOf(late(holiday))).toMatchObject({ due_date: '2024-07-12', late_days: 3 });
    expect(resultOf(late({ ...holiday, late_day_unit: 'WORKING' }))['late_days']).toBe(1);
    const idulfitri = { documents_complete_date: '2024-04-09', paid_date: '2024-04-17' };
    expect(resultOf(late({ ...idulfitri, public_holidays: null }))).toMatchObject({
      due_date: '2024-04-16',
      late_days: 1,
    });
  });

  test('a sponsor who pays late owes no compensation', () =>
    expect(resultOf(late({ payer: 'SPONSOR' }))).toMatchObject({ total: 0, flags: ['PAID_LATE'] }));
});

describe('time bars and suspicion', () => {
  const bar = (accident_date: string, claim_date: string, change: CaseInput = {}) =>
    resultOf({ kind: 'time_bar', segment: 'BPU', accident_date, claim_date, ...change })['flags'];
  test.each([
    ['2020-03-15', '2025-03-15', []],
    ['2020-03-15', '2025-03-16', ['EXPIRED']],
    ['2020-02-29', '2025-02-28', []],
    ['2020-02-29', '2025-03-01', ['EXPIRED']],
    ['2019-12-01', '2021-12-01', []],
    ['2019-12-01', '2021-12-02', ['EXPIRED']],
    ['2019-12-02', '2024-12-02', []],
  ])('accident %s, claim %s: %j', (from, to, flags) => expect(bar(from, to)).toEqual(flags));

  test('JKM knows none', () =>
    expect(bar('2016-01-01', '2026-01-01', { benefit: 'JKM' })).toEqual([]));

  test('inside the bar the day of the claim changes nothing; past it nothing is left', () => {
    const whole = resultOf(jkkDeath());
    const { flags, total } = resultOf(jkkDeath({ claim_date: '2028-05-15' }));
    expect({ flags, total }).toEqual({ flags: whole['flags'], total: whole['total'] });
    expect(resultOf(jkkDeath({ claim_date: '2028-05-16' }))).toMatchObject({
      total: 0,
      flags: ['EXPIRED'],
    });
  });

  const suspicion = (received: string, as_of_date: string, change: CaseInput = {}) =>
    resultOf({
      kind: 'suspected_accident',
      segment: 'BPU',
      stage1_received_date: received,
      treated_at_plkk: true,
      conclusion: null,
      as_of_date,
      ...change,
    });
  test('a conclusion is due within thirty days, since PP 49/2023', () => {
    expect(suspicion('2024-01-10', '2024-02-09')).toMatchObject({
      due_date: '2024-02-09',
      flags: [],
      guaranteed: true,
    });
    expect(suspicion('2024-01-10', '2024-02-10')['flags']).toEqual(['SLA_BREACH_CONCLUSION']);
    expect(suspicion('2023-10-31', '2024-02-10')).toMatchObject({ guaranteed: false, flags: [] });
    const concluded = { conclusion: 'NOT_KK', conclusion_date: '2024-02-09' };
    expect(suspicion('2024-01-10', '2024-06-01', concluded)).toMatchObject({
      flags: [],
      guarantor: 'JKN',
    });
  });
});

describe('published figures', () => {
  const press = (change: CaseInput) =>
    resultOf({
      kind: 'press_reconciliation',
      benefit: 'JKM',
      segment: 'BPU',
      death_date: '2023-10-01',
      ...change,
    });
  test('reproduce exactly, in more than one way, or not', () => {
    expect(press({ reported_total: 42_000_000 })).toMatchObject({ reconciliation: 'EXACT' });
    expect(press({ reported_total: 120_000_000, claims: 2 })).toMatchObject({
      total: 84_000_000,
      difference: 36_000_000,
      reconciliation: 'AMBIGUOUS',
      flags: [],
    });
    expect(press({ reported_total: 41_000_000 })).toMatchObject({
      reconciliation: 'DOES_NOT_REPRODUCE',
      flags: ['PRESS_FIGURE_NOT_REPRODUCED'],
    });
  });

  test('without a day are held against the law in force now, and say so', () => {
    const review = [expect.objectContaining({ code: 'DATE_MISSING' })];
    for (const input of [
      { kind: 'jkm_batch', segment: 'BPU', claims: 2 },
      { kind: 'press_reconciliation', benefit: 'JKM', claims: 2, reported_total: 84_000_000 },
    ]) {
      const result = resultOf(input);
      expect(result['total']).toBe(84_000_000);
      expect(result['review']).toEqual(expect.arrayContaining(review));
    }
  });

  test('sums of other programmes are reported, never computed', () => {
    const external = [{ code: 'EXT.JHT', amount: 3_456_789 }];
    const input = jkmDeath({ reported_total: 45_456_789, reported_external: external });
    expect(resultOf(input)).toMatchObject({
      total: 42_000_000,
      reconciliation: 'EXACT',
      difference: 0,
      flags: ['EXTERNAL_LINES_NOT_COMPUTED'],
    });
  });
});

describe('refused input names the field and what it should hold', () => {
  test.each([
    [{}, ['kind ONE_OF']],
    [{ kind: 'jkm' }, ['kind ONE_OF']],
    [jkmDeath({ death_date: '2024-02-30' }), ['death_date DATE']],
    [jkmDeath({ death_date: undefined }), ['death_date DATE']],
    [jkmDeath({ death_date: '2015-06-30' }), ['death_date ON_OR_AFTER']],
    [jkmDeath({ cause: 'WORK_ACCIDENT' }), ['cause NOT_A_WORK_ACCIDENT']],
    [
      jkmDeath({ unpaid_months: 2, paid_through_month: '2024-02' }),
      ['unpaid_months CONSISTENT_WITH'],
    ],
    [jkmDeath({ unpaid_months: -1 }), ['unpaid_months COUNT']],
    [jkmDeath({ children: [child()] }), ['contribution_months REQUIRED_WITH']],
    [jkmDeath({ children: 'c1' }), ['children LIST']],
    [jkkDeath({ death_date: '2023-05-14' }), ['death_date ON_OR_AFTER']],
    [jkkDeath({ declared_monthly_income: undefined }), ['declared_monthly_income AMOUNT']],
    [jkkDeath({ declared_monthly_income: 1.5 }), ['declared_monthly_income AMOUNT']],
    [jkkDeath({ declared_monthly_income: -1 }), ['declared_monthly_income AMOUNT']],
    [contribution({ contribution_month: '2023-13' }), ['contribution_month MONTH']],
    [contribution({ payer: 'APB' }), ['payer ONE_OF']],
    [contribution({ segment: 'PU' }), ['segment ONE_OF']],
    [accident('jkk_stmb', { stmb_days: 1.5 }), ['stmb_days COUNT']],
    [accident('jkk_reimbursement'), ['bills LIST']],
    [
      accident('jkk_reimbursement', { bills: [{ code: 'X', amount: 1 }] }),
      ['bills[0].code ONE_OF'],
    ],
    [late({ paid_date: '2024-07-01' }), ['paid_date ON_OR_AFTER']],
    [late({ public_holidays: ['2024-07-99'] }), ['public_holidays DATE']],
  ])('%j', (input, problems) => expect(problemsOf(input)).toEqual(problems));

  test('a field that nothing asked for is named, in case it is misspelt', () =>
    expect(resultOf(jkmDeath({ unpaid_month: 4 }))['ignored_fields']).toEqual(['unpaid_month']));
});
