// The tables of the law, written here a second time from the source and read through whole cases: a row
// that changes breaks a test.
import { describe, expect, test } from 'vitest';
import { accident, contribution, jkkDeath, jkmDeath, partial, payment, resultOf } from './case.ts';

/** domain-rules §1.1: first and last income of the band, reference wage, JKK. */
const BANDS = `
1 0 1099000 1000000 10000
2 1100000 1299000 1200000 12000
3 1300000 1499000 1400000 14000
4 1500000 1699000 1600000 16000
5 1700000 1899000 1800000 18000
6 1900000 2099000 2000000 20000
7 2100000 2299000 2200000 22000
8 2300000 2499000 2400000 24000
9 2500000 2699000 2600000 26000
10 2700000 3199000 2950000 29500
11 3200000 3699000 3450000 34500
12 3700000 4199000 3950000 39500
13 4200000 4699000 4450000 44500
14 4700000 5199000 4950000 49500
15 5200000 5699000 5450000 54500
16 5700000 6199000 5950000 59500
17 6200000 6699000 6450000 64500
18 6700000 7199000 6950000 69500
19 7200000 7699000 7450000 74500
20 7700000 8199000 7950000 79500
21 8200000 9199000 8700000 87000
22 9200000 10199000 9700000 97000
23 10200000 11199000 10700000 107000
24 11200000 12199000 11700000 117000
25 12200000 13199000 12700000 127000
26 13200000 14199000 13700000 137000
27 14200000 15199000 14700000 147000
28 15200000 16199000 15700000 157000
29 16200000 17199000 16700000 167000
30 17200000 18199000 17700000 177000
31 18200000 19199000 18700000 187000
32 19200000 20199000 19700000 197000
33 20200000 999999999 20700000 207000`
  .trim()
  .split('\n')
  .map((row) => row.split(' ').map(Number) as [number, number, number, number, number]);

describe.each(BANDS)('band %d: %d to %d', (band, from, to, reference, jkk) => {
  test('from its first rupiah through the gap after its last', () => {
    // A gap such as 1.099.001–1.099.999 belongs to the lower band.
    for (const income of [from, to, to + 999]) {
      expect(resultOf(contribution({ declared_monthly_income: income }))).toMatchObject({
        band,
        reference_wage: reference,
        total: jkk + 6_800,
      });
    }
    const first = { declared_monthly_income: to + 1_000 };
    if (band < 33) expect(resultOf(contribution(first))).toMatchObject({ band: band + 1 });
  });

  test('half of it in the window of PP 50/2025, and 48 times its base for a death', () => {
    const month = { contribution_month: '2026-05', payer: 'SELF', declared_monthly_income: from };
    expect(resultOf(contribution(month))['total']).toBe(jkk / 2 + 3_400);
    const { total, flags, payment_rail } = resultOf(jkkDeath({ declared_monthly_income: from }));
    expect(total).toBe(48 * reference + 22_000_000);
    // §6.3: from band 14 on, one BI-FAST transaction is too small.
    expect(payment_rail).toBe(band >= 14 ? 'RTGS' : 'BI_FAST');
    expect(flags).toEqual(band >= 14 ? ['ABOVE_BIFAST_LIMIT'] : []);
  });
});

/** domain-rules §3.3, in basis points. */
const LOSSES: readonly (readonly [string, number])[] = [
  ['D01', 4000],
  ['D02', 3500],
  ['D03', 3500],
  ['D04', 3000],
  ['D05', 3200],
  ['D06', 2800],
  ['D07', 7000],
  ['D08', 3500],
  ['D09', 5000],
  ['D10', 2500],
  ['D11', 7000],
  ['D12', 3500],
  ['D13', 4000],
  ['D14', 2000],
  ['D15', 1500],
  ['D16', 1200],
  ['D17', 900],
  ['D18', 700],
  ['D19', 400],
  ['D20', 300],
  ['D21', 450],
  ['D22', 350],
  ['D23', 200],
  ['D24', 150],
  ['D25', 500],
  ['D26', 300],
  ['D27', 200],
  ['D29', 3000],
  ['D33', 500],
  ['D34', 1000],
  ['D35', 3000],
  ['D36', 1500],
  ['D37', 1000],
  ['D39', 7000],
  ['D41', 1000],
];

test.each(LOSSES)('%s is worth %d basis points of 80 × wage', (code, basisPoints) => {
  expect(resultOf(partial([{ code }]))).toMatchObject({
    disability_basis_points: basisPoints,
    total: basisPoints * 8_000,
  });
});

const SWAPPED = ['01-02', '03-04', '05-06', '15-16', '17-18', '19-20', '21-22', '23-24'];

test.each(SWAPPED)('the left-handed have D%s the other way round', (pair) => {
  const [right = '', left = ''] = pair.split('-').map((number) => `D${number}`);
  const worth = (code: string, handedness: string) =>
    resultOf(partial([{ code }], { handedness }))['total'];
  expect(worth(right, 'LEFT')).toBe(worth(left, 'RIGHT'));
  expect(worth(left, 'LEFT')).toBe(worth(right, 'RIGHT'));
  expect(worth(right, 'RIGHT')).not.toBe(worth(left, 'RIGHT'));
});

test.each([
  [{ code: 'D28', loss_percent: 10 }, 1000],
  [{ code: 'D28', loss_percent: 17.5 }, 1750],
  [{ code: 'D28', loss_percent: 30 }, 3000],
  [{ code: 'D30', loss_cm: 0 }, 0],
  [{ code: 'D30', loss_cm: 4.99 }, 1000],
  [{ code: 'D30', loss_cm: 5 }, 2000],
  [{ code: 'D30', loss_cm: 7.49 }, 2000],
  [{ code: 'D30', loss_cm: 7.5 }, 3000],
  [{ code: 'D31', loss_db: 10 }, 600],
  [{ code: 'D31', loss_db: 19.9 }, 600],
  [{ code: 'D32', loss_db: 9 }, 0],
  [{ code: 'D32', loss_db: 30 }, 900],
  [{ code: 'D38', loss_percent: 9 }, 0],
  [{ code: 'D38', loss_percent: 10 }, 500],
  [{ code: 'D38', loss_percent: 25 }, 500],
  [{ code: 'D38', loss_percent: 26 }, 2000],
  [{ code: 'D38', loss_percent: 50 }, 2000],
  [{ code: 'D38', loss_percent: 51 }, 4000],
  [{ code: 'D38', loss_percent: 70 }, 4000],
  [{ code: 'D40', loss_percent: 100 }, 7000],
  [{ code: 'D42', loss_percent: 30 }, 2100],
])('%j is worth %d basis points', (loss, basisPoints) => {
  expect(resultOf(partial([loss]))['disability_basis_points']).toBe(basisPoints);
});

const OLD = { accident_date: '2019-12-01', finding_date: '2020-01-15' };
const NEW = { accident_date: '2019-12-02', finding_date: '2020-01-15' };

/** Ceiling under PP 44/2015 and PP 82/2019; null where the older law knew no such benefit. */
test.each([
  ['JKK.TRANSPORT_LAND', 1_000_000, 5_000_000],
  ['JKK.TRANSPORT_SEA', 1_500_000, 2_000_000],
  ['JKK.TRANSPORT_AIR', 2_500_000, 10_000_000],
  ['JKK.DENTURES', 3_000_000, 5_000_000],
  ['JKK.HEARING_AID', null, 2_500_000],
  ['JKK.GLASSES', null, 1_000_000],
  ['JKK.HOME_CARE', null, 20_000_000],
])('%s is refunded up to %d, since 2019-12-02 up to %d', (code, older, newer) => {
  const paid = (amount: number, dates: object) =>
    resultOf(accident('jkk_reimbursement', { bills: [{ code, amount }], ...dates }));
  const flags = [`CAPPED:${code}`];
  expect(paid(newer, NEW)).toMatchObject({ total: newer, flags: [] });
  expect(paid(newer + 1, NEW)).toMatchObject({ total: newer, flags });
  if (older === null) expect(paid(newer, OLD)).toMatchObject({ total: 0, lines: [] });
  else {
    expect(paid(older, OLD)).toMatchObject({ total: older, flags: [] });
    expect(paid(older + 1, OLD)).toMatchObject({ total: older, flags });
  }
});

test.each([
  [
    'JKK death',
    jkkDeath({ death_date: '2020-02-01' }),
    48_000_000 + 4_800_000 + 3_000_000,
    70_000_000,
  ],
  ['total disability', accident('jkk_total_disability'), 56_000_000 + 4_800_000, 68_000_000],
  ['361 days of STMB', accident('jkk_stmb', { stmb_days: 361 }), 10_516_667, 12_016_667],
])('%s by the day of the accident: before and since 2019-12-02', (_, input, older, newer) => {
  expect(resultOf({ ...input, ...OLD })).toMatchObject({ total: older, law_version: 'L0' });
  expect(resultOf({ ...input, ...NEW })).toMatchObject({ total: newer, law_version: 'L1' });
});

test.each([
  ['2019-12-01', 24_000_000],
  ['2019-12-02', 42_000_000],
  ['2025-02-23', 42_000_000],
  ['2025-02-24', 42_000_000],
])('JKM for a death on %s is %d', (death_date, total) =>
  expect(resultOf(jkmDeath({ death_date }))['total']).toBe(total),
);

test.each([
  ['TK', 1_500_000, 2],
  ['SD', 1_500_000, 6],
  ['SMP', 2_000_000, 3],
  ['SMA', 3_000_000, 3],
  ['PT', 12_000_000, 5],
  ['TRAINING', 12_000_000, 5],
])('%s pays %d a year for %d years', (level, yearly, years) => {
  const paid = (grade: number) => resultOf(payment({ level, grade }))['scholarship'];
  expect(paid(1)).toMatchObject({ eligible: true, payable_this_year: yearly });
  expect(paid(years)).toMatchObject({ eligible: true, payable_this_year: yearly });
  expect(paid(years + 1)).toMatchObject({ eligible: false, payable_this_year: 0 });
});
