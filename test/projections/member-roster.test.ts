// Members as lists and `worker show` read them: stages, cards, death, paging, counts.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  countMembers,
  listMembers,
  workerByCard,
  workerById,
  workersById,
} from '../../projections/member-roster.ts';
import { isCursor } from '../../projections/page.ts';
import { deathOf } from './death.ts';
import {
  cardFacts,
  enrolled,
  logOf,
  named,
  nominated,
  ROSTER,
  refused,
  sealed,
} from './history.ts';
import { openReadModels, type ReadModelDatabase } from './read-model-database.ts';

let models: ReadModelDatabase;
beforeAll(async () => {
  models = await openReadModels();
});
beforeEach(() => models.empty());
afterAll(() => models.close());

describe('a member', () => {
  test('is shown from nomination to card, with personal fields sealed', async () => {
    const life = [nominated('w1', 7), named('w1'), enrolled('w1'), ...cardFacts('w1', 'SCAN')];
    await models.apply([logOf(life)]);
    expect(await workerById(models.db, 'w1')).toMatchObject({
      stage: 'ENROLLED',
      rosterId: ROSTER,
      rosterRow: 7,
      kelurahan: '64.74.02.1001',
      occupation: 'FISHER',
      decreeNumber: 'SK 1/2023',
      decreeDate: '2023-10-10',
      coverStart: '2023-10-12',
      nik: sealed('w1', 'worker.nik'),
      kpj: sealed('w1', 'worker.kpj'),
      cardState: 'HANDED_OVER',
      cardMethod: 'SCAN',
      cardReceivedBy: 'WORKER',
      version: 5,
    });
    expect((await workerByCard(models.db, 'card-w1'))?.workerId).toBe('w1');
    expect(await workerByCard(models.db, 'card-of-nobody')).toBeUndefined();
  });

  test('who was refused and named by a later list starts anew there', async () => {
    await models.apply([logOf([nominated('w1', 7), named('w1'), refused('w1')])]);
    expect(await workerById(models.db, 'w1')).toMatchObject({
      stage: 'REGISTRATION_REFUSED',
      refusalReason: 'ALREADY_MEMBER',
    });
    await models.empty();
    await models.apply([
      logOf([nominated('w1', 7), named('w1'), refused('w1'), nominated('w1', 9)]),
    ]);
    expect(await workerById(models.db, 'w1')).toMatchObject({
      stage: 'NOMINATED',
      rosterRow: 9,
      decreeNumber: null,
      refusalReason: null,
    });
  });

  test('who is reported dead points to the claim', async () => {
    const death = deathOf('w1', 'DISBURSES');
    await models.apply([logOf([nominated('w1', 1), enrolled('w1'), ...death.reported])]);
    expect(await workerById(models.db, 'w1')).toMatchObject({
      stage: 'REPORTED_DEAD',
      deathDate: '2024-05-20',
      claimId: death.claimId,
    });
  });

  test('is listed by page, by kelurahan and by stage, and counted', async () => {
    const ids = Array.from({ length: 25 }, (_, index) => `w${String(index).padStart(2, '0')}`);
    const place = (index: number) => (index < 10 ? '64.74.01.1001' : '64.74.02.1001');
    await models.apply([
      logOf(
        ids.flatMap((id, index) => [
          nominated(id, index + 1, place(index)),
          ...(index % 5 === 0 ? [enrolled(id)] : []),
        ]),
      ),
    ]);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listMembers(models.db, { limit: 10, ...(cursor && { cursor }) });
      seen.push(...page.rows.map((row) => row.workerId));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(ids);
    const wish = { kelurahan: '64.74.01.1001', stage: 'ENROLLED' as const };
    expect((await listMembers(models.db, wish)).rows.map((row) => row.workerId)).toEqual([
      'w00',
      'w05',
    ]);
    expect(await countMembers(models.db)).toEqual([
      { kelurahan: '64.74.01.1001', stage: 'ENROLLED', members: 2 },
      { kelurahan: '64.74.01.1001', stage: 'NOMINATED', members: 8 },
      { kelurahan: '64.74.02.1001', stage: 'ENROLLED', members: 3 },
      { kelurahan: '64.74.02.1001', stage: 'NOMINATED', members: 12 },
    ]);
    expect((await workersById(models.db, ['w03', 'w04', 'stranger'])).size).toBe(2);
  });

  test('list begins at its first row for a cursor that is not ours', async () => {
    await models.apply([logOf([nominated('w1', 1)])]);
    for (const cursor of ['', 'nonsense', '%%%', Buffer.from('{"a":1}').toString('base64url')]) {
      expect(isCursor(cursor)).toBe(false);
      expect((await listMembers(models.db, { cursor })).rows).toHaveLength(1);
    }
  });
});
