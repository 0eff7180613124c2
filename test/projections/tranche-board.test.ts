// The board of tranches: counts, gate and clock of a tranche of 150,000 without a row per month.
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { trancheDeadlines } from '../../projections/deadline-ledger.ts';
import { memberTable } from '../../projections/member-roster/member-row.ts';
import { memberStandingTable } from '../../projections/programme-summary/member-standing.ts';
import { memberFiguresByTranche } from '../../projections/programme-summary.ts';
import { claimsOfTranche, trancheBoard, trancheOnBoard } from '../../projections/tranche-board.ts';
import { deathOf } from './death.ts';
import {
  billFacts,
  day,
  enrolled,
  logOf,
  named,
  nominated,
  programmeFacts,
  TRANCHE,
} from './history.ts';
import { openReadModels, type ReadModelDatabase } from './read-model-database.ts';

let models: ReadModelDatabase;
beforeAll(async () => {
  models = await openReadModels();
});
beforeEach(() => models.empty());
afterAll(() => models.close());

const three = ['w1', 'w2', 'w3'];
const story = [
  ...programmeFacts('DISBURSES'),
  ...three.map((id, index) => nominated(id, index + 1)),
  ...three.map((id) => named(id)),
  ...three.map((id) => enrolled(id)),
  ...billFacts('2024-05', 3, '2024-05-20'),
  ...deathOf('w1', 'DISBURSES').reported,
];

test('counts registered, active and ended apart, and who is at risk among the living', async () => {
  await models.apply([logOf(story)]);
  const on = day('2024-07-22');
  expect(await trancheOnBoard(models.db, TRANCHE, on)).toMatchObject({
    ...{ registered: 3, personsAtRisk: 2, conflict: null, passed: [] },
    cover: { state: 'GRACE', unpaidMonths: 2, paidThrough: '2024-05' },
  });
  expect((await memberFiguresByTranche(models.db, { asOf: on })).get(TRANCHE)).toEqual({
    ...{ registered: 3, active: 2, notStarted: 0, lapsed: 0, ended: 1 },
  });
  expect(await trancheOnBoard(models.db, 'nobody', on)).toBeUndefined();
});

test('the ledger names the days of a running clock, nearest first, and none while all is paid', async () => {
  await models.apply([logOf(story)]);
  expect(await trancheDeadlines(models.db, day('2024-05-30'))).toEqual([]);
  const due = await trancheDeadlines(models.db, day('2024-07-22'));
  expect(due.map(({ code, dueOn, state }) => `${code} ${dueOn} ${state}`)).toEqual([
    'WARNING_30 2024-06-30 PASSED',
    'WARNING_60 2024-07-30 RUNNING',
    'ESCALATION_80 2024-08-19 RUNNING',
    'LAPSE 2024-09-01 RUNNING',
  ]);
});

test('names the claims that a late payment may still move', async () => {
  await models.apply([logOf(story)]);
  expect((await claimsOfTranche(models.db, TRANCHE)).claimIds).toHaveLength(1);
  // No projector ever ran here: nobody may take that for all there is.
  expect(await claimsOfTranche(models.db, 'another')).toEqual({ claimIds: [], position: '0' });
});

const MANY = 150_000;

/** Copies one living member many times, under other names. */
const multiply = (table: string): Promise<void> =>
  models.db.transaction().execute(async (trx) => {
    const rows = sql.table(table);
    await sql`create temp sequence names`.execute(trx);
    await sql`create temp table many on commit drop as select t.* from ${rows} as t,
      generate_series(1, ${MANY}::int) where t.death_date is null and t.worker_id =
        (select min(worker_id) from ${rows} where death_date is null)`.execute(trx);
    await sql`update many set worker_id = 'm' || nextval('names')`.execute(trx);
    await sql`insert into ${rows} select * from many`.execute(trx);
    await sql`drop sequence names`.execute(trx);
  });

test('a tranche of 150,000 members is counted whole', async () => {
  await models.apply([logOf(story)]);
  for (const { name } of [memberTable, memberStandingTable]) await multiply(name);
  const on = day('2024-07-22');
  const [board] = await trancheBoard(models.db, { on });
  const figures = (await memberFiguresByTranche(models.db, { asOf: on })).get(TRANCHE);
  expect(board).toMatchObject({ registered: MANY + 3, personsAtRisk: MANY + 2 });
  expect(figures).toMatchObject({ registered: MANY + 3, active: MANY + 2, ended: 1 });
}, 60_000);
