// Rows do not depend on how the log was cut into batches, nor on how often a batch was folded.
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { checkProjections } from '../../apps/self-audit/projections-check.ts';
import { localDate } from '../../domain/calendar.ts';
import type { Position, StoredEvent } from '../../infra/event-store/event-store.ts';
import { trialBalance } from '../../projections/general-ledger.ts';
import { figureLines } from '../../projections/known-at/figure-queries.ts';
import { knownRowsAt } from '../../projections/known-at/known-rows.ts';
import { paymentReport, REPORT_AXES } from '../../projections/payment-report.ts';
import { FIGURE_KEYS } from '../../projections/programme-summary/figures.ts';
import { memberStandingTable } from '../../projections/programme-summary/member-standing.ts';
import { moneyTable } from '../../projections/programme-summary/money-standing.ts';
import { replayFigures } from '../../projections/programme-summary/replayed-figures.ts';
import { figures, figuresByKelurahan } from '../../projections/programme-summary.ts';
import { redirectTables } from '../../projections/redirect-tables.ts';
import { projections } from '../../projections/registry.ts';
import { anyHistory, everyFate, split } from './any-history.ts';
import { openReadModels, type ReadModelDatabase } from './read-model-database.ts';

let models: ReadModelDatabase;
beforeAll(async () => {
  models = await openReadModels();
});
beforeEach(() => models.empty());
afterAll(() => models.close());

const asLog = async function* (log: readonly StoredEvent[]) {
  yield* split(log, [5, 17, 40]);
};

const rowsAfter = async (batches: readonly (readonly StoredEvent[])[]) => {
  await models.empty();
  await models.apply(batches);
  return models.dump();
};

describe('a projection', () => {
  test('fills every one of its tables from a history with every fate', async () => {
    const rows = await rowsAfter([everyFate()]);
    const filled = Object.entries(rows).filter(([, lines]) => lines.length > 0);
    const emptyOnes = Object.keys(rows).filter((table) => rows[table]?.length === 0);
    expect(emptyOnes.toSorted()).toEqual([
      'rm.actor_directory_v2',
      'rm.batch_board_v1',
      'rm.person_index_v1',
      'rm.roster_board_v1',
      'rm.roster_board_v1_verdicts',
    ]);
    expect(filled.length).toBeGreaterThan(10);
  });

  test('has the same rows whether the log came event by event or at once', async () => {
    const log = everyFate();
    const atOnce = await rowsAfter([log]);
    expect(await rowsAfter(log.map((event) => [event]))).toEqual(atOnce);
  });

  test('has the same rows however the log was cut', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, fc.array(fc.nat(500), { maxLength: 6 }), async (log, cuts) => {
        const atOnce = await rowsAfter([log]);
        expect(await rowsAfter(split(log, cuts))).toEqual(atOnce);
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  test('changes nothing when the same events are folded a second time', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, fc.nat(500), async (log, from) => {
        const once = await rowsAfter([log]);
        await models.apply([log, log.slice(from % log.length)]);
        expect(await models.dump()).toEqual(once);
      }),
      { numRuns: 8 },
    );
  }, 60_000);
});

describe('a rebuild', () => {
  test('fills the second set of every table with the same rows and leaves the first alone', async () => {
    const log = everyFate();
    for (const projection of projections) {
      const aim = redirectTables(projection.tables);
      await models.db.transaction().execute((trx) => projection.apply(log, aim(trx)));
    }
    const first = await models.dump();
    expect(Object.values(first).flat()).toEqual([]);
    const second = await models.dump('__beside');
    await models.apply([log]);
    expect(second).toEqual(await models.dump());
    await models.empty('__beside');
  });
});

describe('the figures', () => {
  test('are those that a replay of the log gives, at any day, in every kelurahan', async () => {
    await fc.assert(
      fc.asyncProperty(anyHistory, fc.integer({ min: 0, max: 300 }), async (log, offset) => {
        await rowsAfter([log]);
        const replayed = await replayFigures(asLog(log));
        const asOf = localDate(
          new Date(Date.UTC(2023, 8, 30) + offset * 86_400_000).toISOString().slice(0, 10),
        );
        expect(await figures(models.db, { asOf })).toEqual(replayed.figures({ asOf }));
        const kelurahan = '64.74.02.1001';
        expect(await figures(models.db, { asOf, kelurahan })).toEqual(
          replayed.figures({ asOf, kelurahan }),
        );
      }),
      { numRuns: 12 },
    );
  }, 60_000);

  test('of payments and books are those of the read models, whatever they are asked by', async () => {
    const at = localDate('2030-12-31');
    await fc.assert(
      fc.asyncProperty(anyHistory, async (log) => {
        await rowsAfter([log]);
        const rows = await knownRowsAt(asLog(log), '999999');
        for (const by of REPORT_AXES) {
          const known = figureLines(rows, { query: `payments-by-${by}`, at });
          const live = (await paymentReport(models.db, { by })).flatMap((row) =>
            (['payables', 'owedIdr', 'settledIdr', 'reportedIdr', 'openIdr'] as const).map((of) => [
              [row.payerId, row.flow, row.mode, row.key, of].join('|'),
              BigInt(row[of]),
            ]),
          );
          const seen = [...known].filter(([key]) => !/\|(settled|reported)$/.test(key));
          const owed = live.filter(([, value]) => value !== 0n);
          expect(new Map(seen)).toEqual(new Map(owed as [string, bigint][]));
        }
        const books = await trialBalance(models.db, { at, knownAt: '999999' as Position });
        const balances = figureLines(rows, { query: 'trial-balance', at });
        for (const { payerId, flow, account, balanceIdr } of books)
          expect(balances.get([payerId ?? '-', flow, account, 'balanceIdr'].join('|')) ?? 0n).toBe(
            BigInt(balanceIdr),
          );
      }),
      { numRuns: 6 },
    );
  }, 60_000);

  test('of all kelurahan add up to the figures of the programme', async () => {
    await rowsAfter([everyFate()]);
    const asOf = localDate('2024-07-17');
    const total = await figures(models.db, { asOf });
    const parts = await figuresByKelurahan(models.db, { asOf });
    expect(parts.length).toBeGreaterThan(2);
    for (const key of FIGURE_KEYS)
      expect([key, parts.reduce((sum, part) => sum + part.figures[key], 0n)]).toEqual([
        key,
        total[key],
      ]);
  });

  test('as known at a position leave out what came later', async () => {
    const log = everyFate();
    const middle = log[Math.floor(log.length / 2)];
    const asOf = localDate('2024-07-17');
    const then = await replayFigures(asLog(log), middle?.position);
    const before = log.filter((event) => BigInt(event.position) <= BigInt(middle?.position ?? '0'));
    await rowsAfter([before]);
    expect(then.figures({ asOf })).toEqual(await figures(models.db, { asOf }));
  });
});

describe('the self-audit', () => {
  const store = (log: readonly StoredEvent[]) => ({
    readAfter: (after: Position, limit: number) =>
      Promise.resolve(
        log.filter(({ position }) => BigInt(position) > BigInt(after)).slice(0, limit),
      ),
  });
  const folded = async (log: readonly StoredEvent[]) => {
    await rowsAfter([log]);
    const position = log.at(-1)?.position ?? '0';
    for (const { name, version } of projections)
      await sql`insert into es.checkpoints (name, version, position, epoch)
        values (${name}, ${version}, ${position}, gen_random_uuid())
        on conflict (name, version) do update set position = excluded.position`.execute(models.db);
    const audit = () =>
      checkProjections({ db: models.db, store: store(log) }, () => undefined).then(
        ({ divergences }) => divergences,
      );
    return audit;
  };

  test('finds nothing in honest read models, and leaves them as they are', async () => {
    const audit = await folded(everyFate());
    const before = await models.dump();
    expect(await audit()).toEqual([]);
    expect(await models.dump()).toEqual(before);
    expect(Object.values(await models.dump('__beside')).flat()).toEqual([]);
  });

  test('names a changed, a lost and a foreign row by the first event that differs', async () => {
    const log = everyFate();
    const audit = await folded(log);
    const created = log.find(({ type }) => type === 'PayableCreated');
    const nominated = log.find(({ type }) => type === 'WorkerNominated');
    await sql`update ${sql.table(moneyTable.name)} set owed_idr = owed_idr + 1
      where payable_id = ${created?.streamId ?? ''}`.execute(models.db);
    await sql`delete from ${sql.table(memberStandingTable.name)}
      where worker_id = ${nominated?.streamId ?? ''}`.execute(models.db);
    expect(await audit()).toMatchObject([
      { kind: 'PROJECTION', key: nominated?.streamId, firstPosition: nominated?.position },
      { key: created?.streamId, part: 'owed_idr', firstPosition: created?.position },
    ]);
    await models.empty();
  });
});
