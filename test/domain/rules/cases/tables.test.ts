// The tables of the law, written here a second time from the source and read through whole cases: a row
// that changes breaks a test.
import { describe, expect, test } from 'vitest';
import { accident, contribution, jkkDeath, jkmDeath, partial, payment, resultOf } from './case.ts';
import { BANDS, LOSSES, SWAPPED } from './transcribed-tables.ts';

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

test.each(LOSSES)('%s is worth %d basis points of 80 × wage', (code, basisPoints) => {
  expect(resultOf(partial([{ code }]))).toMatchObject({
    disability_basis_points: basisPoints,
    total: basisPoints * 8_000,
  });
});

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
