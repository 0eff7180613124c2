// Batches: at work, paused by whom and why, cancelled with what was left, completed.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { HandOverEvent } from '../../domain/hand-over/events.ts';
import type { RosterEvent } from '../../domain/roster/events.ts';
import { batchById, listBatches } from '../../projections/batch-board.ts';
import { type Fact, logOf, morning, PROGRAMME, ROSTER, TRANCHE } from './history.ts';
import { openReadModels, type ReadModelDatabase } from './read-model-database.ts';

const LIST = 'list-1';

let models: ReadModelDatabase;
beforeAll(async () => {
  models = await openReadModels();
});
beforeEach(() => models.empty());
afterAll(() => models.close());

const roster = (event: RosterEvent, day: string): Fact => ({
  ...{ category: 'roster', streamId: ROSTER, by: 'rina', office: 'DISNAKER' },
  ...{ act: 'import-roster', at: morning(day), event },
});
const handOver = (event: HandOverEvent, day: string): Fact => ({
  ...{ category: 'hand_over', streamId: LIST, by: 'eko', office: 'KELURAHAN' },
  ...{ act: 'hand-over-card', at: morning(day), event },
});
const place = { step: 'NOMINATION', done: 40, skipped: 2, left: 55 };
const received = roster(
  {
    type: 'RosterReceived',
    data: {
      ...{ rosterId: ROSTER, trancheId: TRANCHE, programmeId: PROGRAMME, fileSha256: 'file' },
      ...{ rows: 100, accepted: 97, refused: 3 },
    },
  },
  '2023-10-09',
);
const paused = roster(
  { type: 'RosterPaused', data: { rosterId: ROSTER, reason: 'server', ...place } },
  '2023-10-10',
);
const listed = [
  handOver(
    { type: 'HandOverListed', data: { handOverId: LIST, cardIds: ['a', 'b'] } },
    '2023-11-01',
  ),
  handOver(
    {
      type: 'HandOverReceived',
      data: {
        ...{ handOverId: LIST, fileSha256: 'f', place: '64.74.02.1001' },
        ...{ cards: 2, cardsSha256: 'w' },
      },
    },
    '2023-11-01',
  ),
];
const noted = handOver(
  {
    type: 'HandOverCompleted',
    data: { handOverId: LIST, done: 2, skipped: 0, notInArea: 0 },
  },
  '2023-11-01',
);

test('a list at work is running, then paused with the person, the reason and the place', async () => {
  await models.apply([logOf([received])]);
  expect(await batchById(models.db, ROSTER)).toMatchObject({ state: 'RUNNING', total: 97 });
  await models.empty();
  await models.apply([logOf([received, paused])]);
  expect(await batchById(models.db, ROSTER)).toMatchObject({
    ...{ kind: 'roster', state: 'PAUSED' },
    note: { by: 'rina', reason: 'server', ...place },
  });
});

test('a hand-over begins with its whole, completes, and both kinds are listed newest first', async () => {
  await models.apply([logOf([received, paused, ...listed, noted])]);
  expect(await batchById(models.db, LIST)).toMatchObject({
    ...{ kind: 'cards', state: 'COMPLETED', total: 2, place: '64.74.02.1001', receivedBy: 'eko' },
  });
  const all = await listBatches(models.db, { limit: 10 });
  expect(all.map(({ batchId }) => batchId)).toEqual([LIST, ROSTER]);
  const held = await listBatches(models.db, { state: 'PAUSED', limit: 10 });
  expect(held.map(({ batchId }) => batchId)).toEqual([ROSTER]);
});
