// One claim told twice, as a branch that pays and as a city that follows, read from every screen.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { NATIONAL_HOLIDAYS } from '../../domain/rules/holidays.ts';
import { claimFile } from '../../projections/claim-file.ts';
import { openTimeBy, TIME_GROUPS, timeOfClaim } from '../../projections/claim-time.ts';
import {
  countDeadlines,
  deadlinesOfClaim,
  listDeadlines,
} from '../../projections/deadline-ledger.ts';
import { workerById } from '../../projections/member-roster.ts';
import {
  duePayables,
  listPayables,
  moneyByPurse,
  payableByEndToEndId,
  payableById,
  payablesToEnquire,
  runFile,
} from '../../projections/payout-ledger.ts';
import { figures } from '../../projections/programme-summary.ts';
import { deathOf } from './death.ts';
import {
  BRANCH_PAYER,
  billFacts,
  day,
  enrolled,
  type Fact,
  logOf,
  morning,
  named,
  nominated,
  programmeFacts,
} from './history.ts';
import { runFacts } from './payment.ts';
import { openReadModels, type ReadModelDatabase } from './read-model-database.ts';
import { topUpOf } from './top-up.ts';

let models: ReadModelDatabase;
beforeAll(async () => {
  models = await openReadModels();
});
beforeEach(() => models.empty());
afterAll(() => models.close());

const SITI = 'worker-siti';
const branch = deathOf(SITI, 'DISBURSES');
const toppedUp = topUpOf(SITI, 'DISBURSES');
const city = deathOf(SITI, 'TRACKS');
const { claimId, payableId } = branch;
const FAMILY = 'FAMILY_COMPLETES_PAPERS';
const office = (today: string) => ({ today: day(today), calendar: NATIONAL_HOLIDAYS });

const beginning: readonly Fact[] = [
  ...programmeFacts('DISBURSES'),
  ...billFacts('2024-05', 1, '2024-05-20'),
  nominated(SITI, 7),
  named(SITI),
  enrolled(SITI),
];

const tell = (...facts: readonly Fact[]): Promise<void> =>
  models.apply([logOf([...beginning, ...facts])]);

const toApproved: readonly Fact[] = [
  ...branch.reported,
  ...branch.documents,
  ...branch.assessed,
  branch.recommended(),
  ...branch.approved,
  branch.payable,
];

describe('a branch that pays', () => {
  test('shows the whole file, personal fields sealed', async () => {
    await tell(
      ...toApproved,
      ...branch.sent(1, '2024-06-06'),
      branch.paid(1, '2024-06-06'),
      ...branch.settled('SETTLED', '2024-06-06'),
    );
    const file = await claimFile(models.db, claimId);
    expect(file).toMatchObject({ stage: 'SETTLED', workerId: SITI, missingDocuments: [] });
    expect(file?.contents.reports).toHaveLength(1);
    expect(file?.contents.reports[0]).toMatchObject({
      channel: 'KELURAHAN',
      receivedAt: morning('2024-05-21'),
      reporterName: { field: 'report.name', ciphertext: expect.stringMatching(/^sealed/) },
    });
    expect(file?.contents.documents.map(({ kind, state }) => [kind, state])).toContainEqual([
      'BANK_BOOK',
      'RECEIVED',
    ]);
    expect(file?.contents.checks?.results[0]).toMatchObject({
      verdict: 'HOLDS',
      legalBasis: 'PP 44/2015',
    });
    expect(file?.contents.heirs).toMatchObject({ rank: '1', heirs: [{ relation: 'SPOUSE' }] });
    expect(file?.contents.benefits?.lines[0]).toMatchObject({
      amountIdr: '42000000',
      ruleId: 'M-01',
      article: 'PP 82/2019',
    });
    expect(file?.contents.decisions).toEqual([
      {
        decision: 1,
        totalIdr: '42000000',
        mandate: {
          payerId: BRANCH_PAYER,
          mandateId: 'mandate-1',
          mode: 'DISBURSES',
          programmeId: 'programme-1',
        },
        precheck: false,
        recommendedBy: ['ani'],
        recommendedAt: morning('2024-06-04'),
        reason: null,
        outcome: 'APPROVED',
        outcomeAt: morning('2024-06-05'),
        outcomeBy: ['budi'],
        returnReason: null,
        determination: null,
      },
    ]);
    expect(file?.contents.settlement).toMatchObject({ paidIdr: '42000000', outcome: 'SETTLED' });
    const people = file?.contents.acts.map(({ type, by }) => `${type} ${by.id} ${by.letter}`);
    expect(people?.at(0)).toBe('DeathReported dewi SK dewi');
    expect(people).toContain('ClaimApproved budi SK budi');
    expect(file?.payables).toHaveLength(1);
    expect(file?.payables[0]).toMatchObject({ stage: 'SETTLED', settledIdr: '42000000' });
    expect((await workerById(models.db, SITI))?.stage).toBe('ENDED');
  });

  test('shows what a person said of a lost answer, and an intent that was voided', async () => {
    const lost = [
      ...toApproved,
      ...runFacts({ number: 1, workers: [SITI], on: '2024-06-06' }),
      ...branch.sent(1, '2024-06-06'),
      branch.unknown(1),
    ];
    const told = async (...facts: readonly Fact[]) => {
      await models.empty();
      await tell(...lost, ...facts);
      const row = await payableById(models.db, payableId);
      const attempts = row?.attempts.map(({ state, reason }) => [state, reason]);
      return { stage: row?.stage, settledIdr: row?.settledIdr, runId: row?.runId, attempts };
    };
    expect(await told(branch.resolved(1))).toEqual({
      ...{ stage: 'SETTLED', settledIdr: '42000000', runId: 'run-1' },
      attempts: [['SETTLED', 'surat bank']],
    });
    expect(await told(branch.resolved(null))).toEqual({
      ...{ stage: 'RETURNED', settledIdr: null, runId: null },
      attempts: [['RETURNED', 'surat bank']],
    });
    const second = branch.sent(2, '2024-06-10').slice(0, -1);
    expect(
      await told(branch.resolved(null), branch.letGo(), ...second, branch.voided(2)),
    ).toMatchObject({
      stage: 'DUE',
      runId: null,
      attempts: [
        ['RETURNED', 'surat bank'],
        ['VOIDED', null],
      ],
    });
  });

  test('pays a returned transfer a second time and accounts for both runs', async () => {
    await tell(
      ...toApproved,
      ...runFacts({ number: 1, workers: [SITI], on: '2024-06-06' }),
      ...branch.sent(1, '2024-06-06'),
      branch.unknown(1),
    );
    expect((await payablesToEnquire(models.db)).map((row) => row.payableId)).toEqual([payableId]);
    await models.empty();
    await tell(
      ...toApproved,
      ...runFacts({ number: 1, workers: [SITI], on: '2024-06-06' }),
      ...branch.sent(1, '2024-06-06'),
      branch.unknown(1),
      branch.moneyBack(1),
    );
    const wish = { payerId: BRANCH_PAYER, flow: 'BENEFIT', dueBy: '2024-06-07' } as const;
    expect(await duePayables(models.db, wish)).toEqual([]);
    await models.empty();
    await tell(
      ...toApproved,
      ...runFacts({ number: 1, workers: [SITI], on: '2024-06-06' }),
      ...branch.sent(1, '2024-06-06'),
      branch.moneyBack(1),
      branch.letGo(),
    );
    expect((await duePayables(models.db, wish)).map((row) => row.stage)).toEqual(['DUE']);
    await models.empty();
    await tell(
      ...toApproved,
      ...runFacts({ number: 1, workers: [SITI], on: '2024-06-06' }),
      ...branch.sent(1, '2024-06-06'),
      branch.unknown(1),
      branch.moneyBack(1),
      branch.letGo(),
      ...runFacts({ number: 2, workers: [SITI], on: '2024-06-10' }),
      ...branch.sent(2, '2024-06-10'),
      branch.paid(2, '2024-06-10'),
    );
    const payable = await payableById(models.db, payableId);
    expect(payable).toMatchObject({
      stage: 'SETTLED',
      endToEndIds: [`e2e-${SITI}-1`, `e2e-${SITI}-2`],
      settledIdr: '42000000',
      settledAt: morning('2024-06-10'),
    });
    expect(payable?.attempts.map(({ runId, state, reason }) => [runId, state, reason])).toEqual([
      ['run-1', 'RETURNED', 'AC04'],
      ['run-2', 'SETTLED', null],
    ]);
    const found = await payableByEndToEndId(models.db, `e2e-${SITI}-1`);
    expect(found?.payableId).toBe(payableId);
    const none = { count: 0, sumIdr: '0' };
    const one = { count: 1, sumIdr: '42000000' };
    const shares = {
      settled: none,
      returned: none,
      rejected: none,
      unknown: none,
      disputed: none,
      open: none,
    };
    const first = await runFile(models.db, 'run-1');
    expect(first?.reconciliation).toEqual({ ...one, shares: { ...shares, returned: one } });
    const second = await runFile(models.db, 'run-2');
    expect(second?.reconciliation).toEqual({ ...one, shares: { ...shares, settled: one } });
    expect(second?.run).toMatchObject({
      stage: 'FILE_DROPPED',
      count: 1,
      sumIdr: '42000000',
      assembledBy: ['sari'],
      releasedBy: ['tono'],
      file: { sha256: 'file-2', droppedAt: morning('2024-06-10') },
    });
    expect(await duePayables(models.db, wish)).toEqual([]);
    const page = await listPayables(models.db, { claimId });
    expect(page.rows.map((row) => row.payableId)).toEqual([payableId]);
  });

  test('charges every minute to a party, over batches and until the end', async () => {
    const now = '2024-06-20T00:00:00.000Z';
    await tell(...toApproved, branch.payable, ...branch.sent(1, '2024-06-06'));
    const time = await timeOfClaim(models.db, claimId, now);
    expect(time).toMatchObject({ claimId, isOver: false, to: now });
    const charges = time?.charges ?? [];
    expect(charges.reduce((sum, { ms }) => sum + ms, 0)).toBe(time?.ms);
    expect(charges[0]).toMatchObject({ party: 'FAMILY', cause: 'BRING_PAPERS', clock: FAMILY });
    expect(charges.at(-1)).toMatchObject({ party: 'BANK', cause: 'ANSWER_OF_BANK', late: true });
    for (const by of TIME_GROUPS) {
      const { groups, total } = await openTimeBy(models.db, by, now);
      expect(groups.reduce((sum, { ms }) => sum + ms, 0)).toBe(time?.ms);
      expect(total).toMatchObject({ claims: 1, ms: time?.ms, minutes: time?.minutes });
    }
    const places = await openTimeBy(models.db, 'kelurahan', now);
    expect(places.groups.map(({ key }) => key)).toEqual(['64.74.02.1001']);
    await models.empty();
    await tell(...toApproved, ...branch.settled('SETTLED', '2024-06-06'));
    const ended = await timeOfClaim(models.db, claimId, now);
    expect(ended).toMatchObject({ isOver: true, to: morning('2024-06-06') });
    expect((await openTimeBy(models.db, 'party', now)).groups).toEqual([]);
  });

  const payment = async (day: string) =>
    (await deadlinesOfClaim(models.db, claimId, office(day))).find(
      ({ code }) => code === 'PAY_WITHIN_3_WORKING_DAYS',
    );

  test('keeps to the due day or is shown as late', async () => {
    await tell(...toApproved);
    const running = await listDeadlines(models.db, { ...office('2024-06-05'), state: 'RUNNING' });
    expect(running.rows).toMatchObject([
      { claimId, state: 'RUNNING', dueOn: '2024-06-06', workingDaysLeft: 1, party: 'TREASURER' },
    ]);
    await models.empty();
    await tell(...toApproved, branch.late);
    expect(await payment('2024-06-07')).toMatchObject({
      ...{ state: 'PASSED', workingDaysLeft: -1, passed: ['2024-06-06'], ruleId: 'T-07' },
    });
    const late = await listDeadlines(models.db, { ...office('2024-06-07'), state: 'PASSED' });
    expect(late.rows.map(({ code }) => code)).toEqual(['PAY_WITHIN_3_WORKING_DAYS']);
    await models.empty();
    await tell(...toApproved, ...branch.settled('SETTLED', '2024-06-06'));
    // The papers came, the benefit was paid in time, and both are kept.
    expect(await countDeadlines(models.db, office('2024-07-01').today)).toEqual({
      ...{ RUNNING: 0, STOPPED: 0, PASSED: 0, MET: 2, CLOSED: 0 },
    });
  });

  test('kept its day of the law whatever is topped up later, and however late', async () => {
    const paid = [...toApproved, ...branch.settled('SETTLED', '2024-06-06')];
    const { proposed, approved, settled } = toppedUp;
    await tell(...paid);
    const before = await payment('2024-07-01');
    expect(before).toMatchObject({ state: 'MET', dueOn: '2024-06-06' });
    await models.empty();
    await tell(...paid, ...proposed, ...approved, ...settled);
    expect(await payment('2024-07-01')).toEqual(before);
    const time = await timeOfClaim(models.db, claimId, morning('2024-07-01'));
    // Nothing of the difference is charged to a clock of the law.
    const since = (time?.charges ?? []).filter(({ from }) => from >= morning('2024-06-06'));
    expect(since.map(({ cause, clock, late }) => [cause, clock, late])).toEqual([
      ['CLOSED', null, false],
      ['RECOMMEND_TOP_UP', null, false],
      ['APPROVE_TOP_UP', null, false],
      ['PAY', null, false],
    ]);
  });
});

describe('a city that follows', () => {
  const story: readonly Fact[] = [
    ...city.reported,
    ...city.documents,
    ...city.assessed,
    city.recommended(),
    ...city.determined(42_000_000),
    city.payable,
    ...city.reportedPaid,
    ...city.settled('REPORTED_PAID', '2024-06-08'),
  ];

  test('never calls settled what another house is said to have paid', async () => {
    await tell(...story);
    const file = await claimFile(models.db, claimId);
    expect(file?.contents.decisions[0]).toMatchObject({
      precheck: true,
      outcome: 'DETERMINED_BY_BRANCH',
      determination: { reference: 'PEN-1', differs: false },
    });
    expect(file?.payables[0]).toMatchObject({
      stage: 'RECEIPT_CONFIRMED',
      settledIdr: null,
      settledAt: null,
      attempts: [],
      reported: {
        reporter: 'BPJS Ketenagakerjaan Bontang',
        amountIdr: '42000000',
        paidOn: '2024-06-06',
        receiptConfirmedOn: '2024-06-08',
      },
    });
    expect(file?.contents.settlement?.outcome).toBe('REPORTED_PAID');
    expect(await moneyByPurse(models.db)).toEqual([
      {
        payerId: BRANCH_PAYER,
        flow: 'BENEFIT',
        mode: 'TRACKS',
        stage: 'RECEIPT_CONFIRMED',
        payables: 1,
        amountIdr: '42000000',
      },
    ]);
    const sums = await figures(models.db, { asOf: day('2024-07-17') });
    expect(sums).toMatchObject({
      claims_paid: 0n,
      claims_reported_paid: 1n,
      paid_total: 0n,
      reported_paid_total: 42_000_000n,
      open_total: 0n,
    });
  });

  test('offers nothing of another purse to a run', async () => {
    await tell(...city.reported, city.payable);
    const wish = { payerId: BRANCH_PAYER, flow: 'BENEFIT', dueBy: '2030-01-01' } as const;
    expect(await duePayables(models.db, wish)).toEqual([]);
    expect((await payableById(models.db, payableId))?.stage).toBe('TRACKED');
  });
});
