// Figures of a programme at a day: counts that are never mixed up, sums that never cross purses.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { paymentReport, REPORT_AXES } from '../../projections/payment-report.ts';
import { moneyByPurse } from '../../projections/payout-ledger.ts';
import {
  contributionMonths,
  figures,
  listProgrammes,
  moneyByPurseOn,
  programmeById,
  trancheById,
} from '../../projections/programme-summary.ts';
import { trancheBoard } from '../../projections/tranche-board.ts';
import { deathOf } from './death.ts';
import {
  BRANCH_PAYER,
  billFacts,
  day,
  enrolled,
  type Fact,
  idr,
  logOf,
  named,
  nominated,
  PROGRAMME,
  programmeFacts,
  refused,
  TRANCHE,
} from './history.ts';
import { openReadModels, type ReadModelDatabase } from './read-model-database.ts';

let models: ReadModelDatabase;
beforeAll(async () => {
  models = await openReadModels();
});
beforeEach(() => models.empty());
afterAll(() => models.close());

const paid = (id: string, readOn = '2024-06-11'): readonly Fact[] => {
  const death = deathOf(id, 'DISBURSES');
  return [
    ...death.reported,
    ...death.documents,
    ...death.assessed,
    death.recommended(),
    ...death.approved,
    death.payable,
    ...death.sent(1, '2024-06-06'),
    death.paid(1, '2024-06-10', readOn),
    ...death.settled('SETTLED', readOn),
  ];
};

const inVerification = (id: string): readonly Fact[] => {
  const death = deathOf(id, 'DISBURSES');
  return [...death.reported, ...death.documents, ...death.assessed];
};

/** Ten nominated, one refused, nine registered, three dead: one paid, two in verification. */
const ten = Array.from({ length: 10 }, (_, index) => `w${index}`);
const programme: readonly Fact[] = [
  ...programmeFacts('DISBURSES'),
  ...ten.map((id, index) => nominated(id, index + 1)),
  ...ten.map((id) => named(id)),
  refused('w0'),
  ...ten.slice(1).map((id) => enrolled(id)),
  ...billFacts('2024-05', 9, '2024-05-20'),
  ...billFacts('2024-06', 9),
  ...paid('w1'),
  ...inVerification('w2'),
  ...inVerification('w3'),
];

describe('the figures of a programme', () => {
  test('tell registered, active, dead, in verification and paid apart', async () => {
    await models.apply([logOf(programme)]);
    expect(await figures(models.db, { asOf: day('2024-07-17') })).toEqual({
      nominated: 10n,
      named_in_decree: 10n,
      refused: 1n,
      registered_cumulative: 9n,
      active_now: 6n,
      not_started_now: 0n,
      lapsed_now: 0n,
      ended: 3n,
      deaths_known: 3n,
      claims_reported: 3n,
      claims_in_verification: 2n,
      claims_decided: 1n,
      claims_rejected: 0n,
      claims_withdrawn: 0n,
      claims_paid: 1n,
      claims_reported_paid: 0n,
      paid_total: 42_000_000n,
      reported_paid_total: 0n,
      retained_total: 0n,
      open_total: 84_000_000n,
      payables_open_total: 0n,
      local_aid_paid_total: 0n,
      local_aid_open_total: 0n,
    });
  });

  test('count at an earlier day what was effective by then', async () => {
    await models.apply([logOf(programme)]);
    expect(await figures(models.db, { asOf: day('2024-06-05') })).toMatchObject({
      registered_cumulative: 9n,
      deaths_known: 3n,
      claims_in_verification: 2n,
      claims_decided: 1n,
      claims_paid: 0n,
      paid_total: 0n,
      payables_open_total: 42_000_000n,
      open_total: 126_000_000n,
    });
    expect(await figures(models.db, { asOf: day('2024-05-20') })).toMatchObject({
      deaths_known: 0n,
      claims_reported: 0n,
      active_now: 9n,
    });
    expect(await figures(models.db, { asOf: day('2023-10-10') })).toMatchObject({
      nominated: 10n,
      registered_cumulative: 0n,
      refused: 0n,
    });
  });

  test('end cover when more than three months are unpaid, and say so', async () => {
    await models.apply([logOf(programme)]);
    expect(await figures(models.db, { asOf: day('2024-08-31') })).toMatchObject({
      active_now: 6n,
      lapsed_now: 0n,
    });
    expect(await figures(models.db, { asOf: day('2024-09-01') })).toMatchObject({
      registered_cumulative: 9n,
      active_now: 0n,
      lapsed_now: 6n,
    });
    expect(await trancheBoard(models.db, { on: day('2024-07-22') })).toMatchObject([
      {
        ...{ trancheId: TRANCHE, name: 'Gelombang I', personsAtRisk: 6 },
        cover: { state: 'GRACE', paidThrough: '2024-05', unpaidMonths: 2 },
        clock: { firstUnpaid: '2024-06', lapsesOn: '2024-09-01', daysToLapse: 41 },
      },
    ]);
  });

  test('do not call active whose contribution was never seen', async () => {
    await models.apply([
      logOf([...programmeFacts('DISBURSES'), nominated('w1', 1), enrolled('w1')]),
    ]);
    expect(await figures(models.db, { asOf: day('2024-07-17') })).toMatchObject({
      registered_cumulative: 1n,
      active_now: 0n,
      not_started_now: 1n,
    });
  });

  test('never add local aid to benefits', async () => {
    const death = deathOf('w4', 'DISBURSES');
    const { payable } = death;
    if (payable.event.type !== 'PayableCreated') throw new Error('the story begins otherwise');
    const aid: Fact = {
      ...payable,
      streamId: 'payable-aid',
      event: {
        type: 'PayableCreated',
        data: {
          ...payable.event.data,
          payableId: 'payable-aid',
          payerId: 'payer-city',
          flow: 'LOCAL_AID',
          amountIdr: idr(5_000_000),
        },
      },
    };
    await models.apply([logOf([...programme, ...inVerification('w4'), payable, aid])]);
    expect(await figures(models.db, { asOf: day('2024-07-17') })).toMatchObject({
      paid_total: 42_000_000n,
      payables_open_total: 42_000_000n,
      local_aid_open_total: 5_000_000n,
    });
    const lines = await moneyByPurseOn(models.db, { asOf: day('2024-07-17') });
    expect(lines.map((line) => [line.payerId, line.flow, line.standing, line.amountIdr])).toEqual([
      [BRANCH_PAYER, 'BENEFIT', 'OPEN', '42000000'],
      [BRANCH_PAYER, 'BENEFIT', 'SETTLED', '42000000'],
      ['payer-city', 'LOCAL_AID', 'OPEN', '5000000'],
    ]);
  });

  test('report every rupiah once, from whichever side it is counted', async () => {
    // Booked in June by the bank, read in July by the office: June, as in the books.
    await models.apply([logOf([...programme, ...paid('w4', '2024-07-02')])]);
    const owed = (await moneyByPurse(models.db)).reduce(
      (sum, one) => sum + BigInt(one.amountIdr),
      0n,
    );
    for (const by of REPORT_AXES) {
      const rows = await paymentReport(models.db, { by });
      const sum = (of: 'owedIdr' | 'settledIdr' | 'openIdr') =>
        rows.reduce((total, row) => total + BigInt(row[of]), 0n);
      expect([by, sum('owedIdr'), sum('settledIdr'), sum('openIdr')]).toEqual([by, owed, owed, 0n]);
    }
    const june = { from: day('2024-06-01'), to: day('2024-06-30') };
    const months = await paymentReport(models.db, { by: 'month', ...june });
    expect(months.map(({ key, settled }) => [key, settled])).toEqual([['2024-06', 2]]);
    expect(await paymentReport(models.db, { by: 'month', to: day('2024-05-31') })).toEqual([]);
    const of = (programmeId: string) =>
      paymentReport(models.db, { by: 'month', ...june, programmeIds: [programmeId] });
    expect([await of(PROGRAMME), await of('another')]).toEqual([months, []]);
    const [programmeRow] = await paymentReport(models.db, { by: 'programme' });
    expect(programmeRow?.key).toBe(PROGRAMME);
  });

  test('count only the asked programme and kelurahan', async () => {
    await models.apply([logOf([...programme, nominated('elsewhere', 99, '64.74.03.1003')])]);
    const asOf = day('2024-07-17');
    expect((await figures(models.db, { asOf })).nominated).toBe(11n);
    expect((await figures(models.db, { asOf, kelurahan: '64.74.03.1003' })).nominated).toBe(1n);
    expect((await figures(models.db, { asOf, programmeId: 'another' })).nominated).toBe(0n);
    expect((await figures(models.db, { asOf, trancheId: TRANCHE })).nominated).toBe(11n);
  });
});

describe('the months of contribution', () => {
  test('show billed, owed once the dead are taken off, and seen paid', async () => {
    await models.apply([logOf(programme)]);
    const months = await contributionMonths(models.db, { asOf: day('2024-07-17') });
    expect(months).toEqual([
      {
        month: '2024-05',
        billedWorkers: 9,
        billedIdr: '151200',
        owedWorkers: 9,
        owedIdr: '151200',
        confirmedIdr: '151200',
        bills: 1,
        billsConfirmed: 1,
      },
      {
        month: '2024-06',
        billedWorkers: 9,
        billedIdr: '151200',
        owedWorkers: 6,
        owedIdr: '100800',
        confirmedIdr: '0',
        bills: 1,
        billsConfirmed: 0,
      },
    ]);
    const asOf = day('2024-07-17');
    for (const [programmeId, seen] of [
      [PROGRAMME, months],
      ['another', []],
    ] as const)
      expect(await contributionMonths(models.db, { asOf, programmeIds: [programmeId] })).toEqual(
        seen,
      );
    expect(await contributionMonths(models.db, { asOf: day('2024-05-10') })).toMatchObject([
      { month: '2024-05', billedIdr: '151200', confirmedIdr: '0' },
    ]);
  });
});

describe('a programme', () => {
  test('shows its purses and the mandate with both persons', async () => {
    await models.apply([logOf(programmeFacts('TRACKS'))]);
    expect(await programmeById(models.db, PROGRAMME)).toMatchObject({
      sponsor: 'Pemerintah Kota Bontang',
      region: '64.74',
      payers: [{ payerId: BRANCH_PAYER, fund: 'DJS JKM' }],
      mandates: [{ flow: 'BENEFIT', mode: 'TRACKS', proposedBy: ['rina'], confirmedBy: ['joko'] }],
    });
    expect(await listProgrammes(models.db)).toHaveLength(1);
    expect(await trancheById(models.db, TRANCHE)).toMatchObject({
      quota: 34_782,
      coverFrom: '2023-10-01',
      monthlyContributionIdr: '16800',
      seats: {},
    });
  });
});
