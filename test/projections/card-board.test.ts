// Cards per kelurahan: issued, handed over, by scan and by list.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cardBoard, cardsByKelurahan } from '../../projections/card-board.ts';
import { cardFacts, enrolled, logOf, nominated, TRANCHE } from './history.ts';
import { openReadModels, type ReadModelDatabase } from './read-model-database.ts';

let models: ReadModelDatabase;
beforeAll(async () => {
  models = await openReadModels();
});
beforeEach(() => models.empty());
afterAll(() => models.close());

describe('the card board', () => {
  test('counts cards per kelurahan, by scan and by list', async () => {
    const facts = ['w1', 'w2', 'w3', 'w4'].flatMap((id, index) => [
      nominated(id, index + 1),
      enrolled(id),
    ]);
    const cards = [
      ...cardFacts('w1', 'SCAN'),
      ...cardFacts('w2', 'LIST'),
      ...cardFacts('w3', null),
    ];
    const waiting = nominated('w5', 5, '64.74.03.1003');
    await models.apply([logOf([...facts, ...cards, waiting])]);
    expect(await cardBoard(models.db)).toEqual([
      {
        kelurahan: '64.74.02.1001',
        trancheId: TRANCHE,
        enrolled: 4,
        issued: 3,
        handedOver: 2,
        byScan: 1,
        byList: 1,
        toFamily: 1,
        percent: 50,
      },
      {
        kelurahan: '64.74.03.1003',
        trancheId: TRANCHE,
        enrolled: 0,
        issued: 0,
        handedOver: 0,
        byScan: 0,
        byList: 0,
        toFamily: 0,
        percent: null,
      },
    ]);
    expect(await cardBoard(models.db, { kelurahan: '64.74.03.1003' })).toHaveLength(1);
  });

  test('adds the tranches of a kelurahan up to one row', () => {
    const counts = { issued: 3, byScan: 1, byList: 1, toFamily: 1 };
    const row = { ...counts, kelurahan: 'a', enrolled: 4, handedOver: 2, percent: 50 };
    const other = { ...row, trancheId: '2', enrolled: 2, handedOver: 2, percent: 100 };
    expect(cardsByKelurahan([{ ...row, trancheId: '1' }, other])).toEqual([
      {
        ...{ kelurahan: 'a', enrolled: 6, issued: 6, handedOver: 4 },
        ...{ byScan: 2, byList: 2, toFamily: 2, percent: 66.6 },
      },
    ]);
  });
});
