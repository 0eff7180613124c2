// The queue: who moves next, since when, until which day, and what is unusual.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '../../domain/calendar.ts';
import { NATIONAL_HOLIDAYS } from '../../domain/rules/holidays.ts';
import type { OwnTurn } from '../../projections/claim-queue/claim-filter.ts';
import { claimInQueue, countClaims, listClaims } from '../../projections/claim-queue.ts';
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
const { claimId } = branch;
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

describe('the queue', () => {
  test('shows a new report waiting for the family, with every missing paper', async () => {
    await tell(...branch.reported);
    const item = await claimInQueue(models.db, claimId, office('2024-05-24'));
    expect(item).toMatchObject({
      claimId,
      workerId: SITI,
      stage: 'REPORTED',
      waitingFor: 'FAMILY',
      kelurahan: '64.74.02.1001',
      programmeId: 'programme-1',
      trancheId: 'tranche-1',
      deathDate: '2024-05-20',
      reportedAt: '2024-05-21T02:00:00.000Z',
      channel: 'KELURAHAN',
      relation: 'SPOUSE',
      ageDays: 3,
      openTask: 'BRING_PAPERS',
      // No clock of the law runs yet: the family is asked again a week after its report.
      nextDueOn: '2024-05-28',
      workingDaysLeft: null,
      totalIdr: null,
      mode: null,
      exceptions: [],
      historic: false,
      version: 1,
    });
    expect(item?.missingDocuments).toHaveLength(8);
  });

  test('starts the clock at complete papers and stops it when one goes back', async () => {
    await tell(...branch.reported, ...branch.documents);
    const complete = await claimInQueue(models.db, claimId, office('2024-05-28'));
    expect(complete).toMatchObject({
      stage: 'DOCUMENTS_COMPLETE',
      waitingFor: 'VERIFIER',
      missingDocuments: [],
      documentsCompleteAt: morning('2024-05-27'),
      openTask: 'CHECK_COVER',
      nextDueOn: '2024-05-30',
      workingDaysLeft: 2,
    });
    await models.empty();
    await tell(...branch.reported, ...branch.documents, branch.returnedPaper);
    const stopped = await claimInQueue(models.db, claimId, office('2024-05-28'));
    expect(stopped).toMatchObject({
      stage: 'PAPERS_RETURNED',
      openTask: 'REPLACE_RETURNED_PAPERS',
      waitingFor: 'FAMILY',
      missingDocuments: ['BANK_BOOK'],
      documentsCompleteAt: null,
      nextDueOn: '2024-06-04',
    });
  });

  test('names who moves next at every stage, as a branch and as a city', async () => {
    const steps: readonly (readonly [readonly Fact[], string, string])[] = [
      [branch.assessed, 'READY_TO_RECOMMEND', 'VERIFIER'],
      [[...branch.assessed, branch.recommended()], 'RECOMMENDED', 'APPROVER'],
      [[...branch.assessed, city.recommended()], 'RECOMMENDED', 'BPJS_BRANCH'],
      [
        [...branch.assessed, branch.recommended(), branch.sentBack],
        'RETURNED_TO_VERIFIER',
        'VERIFIER',
      ],
      [[...branch.assessed, branch.recommended(), ...branch.approved], 'APPROVED', 'TREASURER'],
      [
        [...city.assessed, city.recommended(), ...city.determined(42_000_000)],
        'DETERMINED_BY_BRANCH',
        'BPJS_BRANCH',
      ],
      [[branch.rejected], 'REJECTED', 'NOBODY'],
      [[branch.withdrawn], 'WITHDRAWN', 'NOBODY'],
      [[branch.rejected, branch.reopened], 'DOCUMENTS_COMPLETE', 'VERIFIER'],
    ];
    for (const [facts, stage, waitingFor] of steps) {
      await models.empty();
      await tell(...branch.reported, ...branch.documents, ...facts);
      const item = await claimInQueue(models.db, claimId, office('2024-06-05'));
      expect([item?.stage, item?.waitingFor]).toEqual([stage, waitingFor]);
    }
  });

  test('keeps a differing date of death and a differing determination in view', async () => {
    await tell(
      ...city.reported,
      city.linked,
      ...city.documents,
      ...city.assessed,
      city.recommended(),
      ...city.determined(40_000_000),
    );
    const item = await claimInQueue(models.db, claimId, office('2024-06-05'));
    expect(item).toMatchObject({
      reports: 2,
      deathDate: '2024-05-20',
      exceptions: ['DEATH_DATE_DIFFERS', 'DETERMINATION_DIFFERS'],
      totalIdr: '42000000',
      decidedIdr: '40000000',
      mode: 'TRACKS',
      payerId: BRANCH_PAYER,
    });
    const wish = { ...office('2024-06-05'), exception: 'DETERMINATION_DIFFERS' as const };
    expect((await listClaims(models.db, wish)).rows).toHaveLength(1);
  });

  test('is paged without a gap or a repeat, filtered, and counted', async () => {
    const ids = Array.from({ length: 7 }, (_, index) => `w${index}`);
    await models.apply([
      logOf([
        ...ids.flatMap((id, index) => [
          nominated(id, index + 1, index < 3 ? '64.74.01.1001' : '64.74.02.1001'),
          ...deathOf(id, 'DISBURSES').reported,
          ...(index % 2 === 0 ? deathOf(id, 'DISBURSES').documents : []),
        ]),
      ]),
    ]);
    for (const order of ['reported', 'clock'] as const) {
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const wish = { ...office('2024-06-05'), order, limit: 3, ...(cursor && { cursor }) };
        const page = await listClaims(models.db, wish);
        seen.push(...page.rows.map((row) => row.workerId));
        cursor = page.nextCursor ?? undefined;
      } while (cursor !== undefined);
      expect(seen.toSorted()).toEqual(ids);
      if (order === 'clock') expect(seen.slice(0, 4)).toEqual(['w0', 'w2', 'w4', 'w6']);
    }
    const waiting = { ...office('2024-06-05'), waitingFor: 'FAMILY' as const };
    expect((await listClaims(models.db, waiting)).rows.map((row) => row.workerId)).toEqual([
      'w1',
      'w3',
      'w5',
    ]);
    const inUtara = { ...office('2024-06-05'), kelurahan: '64.74.01.1001' };
    expect((await listClaims(models.db, inUtara)).rows).toHaveLength(3);
    const staged = { ...office('2024-06-05'), stages: ['DOCUMENTS_COMPLETE'] as const };
    expect((await listClaims(models.db, staged)).rows).toHaveLength(4);
    expect(await countClaims(models.db)).toEqual([
      { stage: 'DOCUMENTS_COMPLETE', waitingFor: 'VERIFIER', claims: 4, totalIdr: '0' },
      { stage: 'REPORTED', waitingFor: 'FAMILY', claims: 3, totalIdr: '0' },
    ]);
  });

  test('shows open claims first, and what is due by the very day that each row names', async () => {
    const ends = ['c1', 'c2'].map((id) => deathOf(id, 'DISBURSES'));
    await models.apply([
      logOf([
        ...['c1', 'o1', 'c2', 'o2', 'o3'].flatMap((id, index) => [
          nominated(id, index + 20),
          ...deathOf(id, 'DISBURSES').reported,
          ...(id === 'o2' || id === 'o3' ? deathOf(id, 'DISBURSES').documents : []),
        ]),
        ...ends.map(({ rejected }) => rejected),
      ]),
    ]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const wish = { ...office('2024-06-05'), limit: 4, ...(cursor && { cursor }) };
      const page = await listClaims(models.db, wish);
      seen.push(...page.rows.map((row) => row.stage));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    const closed = seen.map((stage) => stage === 'REJECTED');
    expect(closed).toEqual(closed.toSorted((a, b) => Number(a) - Number(b)));
    expect(closed.filter(Boolean)).toHaveLength(2);

    const everyDay = ['2024-05-23', '2024-05-28', '2024-05-31', '2024-06-05', '2024-06-12'];
    for (const today of everyDay) {
      const { rows } = await listClaims(models.db, { ...office(today), limit: 100, open: true });
      for (let ahead = -3; ahead <= 9; ahead += 1) {
        const before = addDays(day(today), ahead);
        const due = await listClaims(models.db, {
          ...office(today),
          limit: 100,
          dueBefore: before,
        });
        const expected = rows.filter(({ nextDueOn }) => nextDueOn !== null && nextDueOn < before);
        expect(due.rows.map((row) => row.claimId)).toEqual(expected.map((row) => row.claimId));
      }
    }
  });

  test('shows the day of the answer while an objection waits, and none of a paid claim’s top-up', async () => {
    const dueAt = async (...facts: readonly Fact[]) => {
      await models.empty();
      await tell(...branch.reported, ...branch.documents, ...facts);
      const on = office('2024-06-20');
      const item = await claimInQueue(models.db, claimId, on);
      for (const before of ['2024-06-24', '2024-06-25'].map(day)) {
        const due = await listClaims(models.db, { ...on, dueBefore: before });
        expect(due.rows.length).toBe((item?.nextDueOn ?? '9') < before ? 1 : 0);
      }
      return item;
    };
    expect((await dueAt(branch.rejected, branch.objected))?.due).toEqual({
      ...{ code: 'ANSWER_OBJECTION', dueOn: '2024-06-24', workingDaysLeft: 2, state: 'RUNNING' },
    });
    const again = await dueAt(branch.rejected, branch.objected, branch.rejected);
    expect(again?.due).toBeNull();
    const paid = [
      ...[...branch.assessed, branch.recommended(), ...branch.approved, branch.payable],
      ...branch.settled('SETTLED', '2024-06-06'),
    ];
    expect(await dueAt(...paid, ...toppedUp.proposed)).toMatchObject({
      ...{ stage: 'TOP_UP_PROPOSED', nextDueOn: null, due: null, recordedDueOn: '2024-06-06' },
      topUpIdr: '2000000',
    });
    expect(await dueAt(...paid, ...toppedUp.proposed, ...toppedUp.approved)).toMatchObject({
      stage: 'APPROVED',
      due: null,
      recordedDueOn: '2024-06-06',
    });
  });

  test('is narrowed to what one person may do next, never to approving their own word', async () => {
    const death = deathOf('m1', 'DISBURSES');
    const waiting = ['m2', 'm3', 'm4'].flatMap((id, index) => [
      nominated(id, 31 + index, '64.74.03.1001'),
      ...deathOf(id, 'DISBURSES').reported,
    ]);
    await models.apply([
      logOf([
        ...waiting,
        nominated('m1', 30, '64.74.03.1001'),
        ...death.reported,
        ...death.documents,
        ...death.assessed,
        death.recommended(),
      ]),
    ]);
    const turns: readonly OwnTurn[] = [{ stages: ['RECOMMENDED'], area: '64.74.03' }];
    const seenBy = async (actorId: string, own: readonly OwnTurn[]) => {
      const wish = { ...office('2024-06-05'), turnOf: { actorId, turns: own } };
      return (await listClaims(models.db, wish)).rows.map((row) => row.workerId);
    };
    expect(await seenBy('somebody', turns)).toEqual(['m1']);
    expect(await seenBy('somebody', [{ stages: ['RECOMMENDED'], area: '64.74.01' }])).toEqual([]);
    expect(await seenBy('somebody', [])).toEqual([]);
    expect(await seenBy('ani', turns)).toEqual([]);
    // Older reports that wait for their families come after what can be done at once.
    const all = { stages: ['REPORTED', 'RECOMMENDED'], area: '64.74' } as const;
    expect((await seenBy('somebody', [all]))[0]).toBe('m1');
    expect(await seenBy('somebody', [all])).toHaveLength(4);
  });
});
