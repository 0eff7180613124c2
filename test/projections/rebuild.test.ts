// A rebuild beside the tables in use: equal to live at the switch, while appends go on.
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { EventStore, Position } from '../../infra/event-store/event-store.ts';
import type { Projection } from '../../projections/projection.ts';
import { ensureReadModelTables } from '../../projections/read-model-tables.ts';
import { type RebuildProgress, rebuildProjection } from '../../projections/rebuild.ts';
import { shownPosition } from '../../projections/wait-for-position.ts';
import { type Carriage, openCarriage, type RunningRelay } from '../apps/relay/carriage-fixture.ts';
import { eventually } from '../infra/nats/test-nats.ts';
import {
  caughtUp,
  dbOf,
  expectEqualsLog,
  type RunningProjector,
  startProjector,
} from './projector-fixture.ts';
import { createTally } from './tally.ts';

let carriage: Carriage;
let relay: RunningRelay;
let projector: RunningProjector;
const tally = createTally('ledger');

const rebuild = (projection: Projection, onProgress?: (progress: RebuildProgress) => void) =>
  rebuildProjection(
    {
      db: dbOf(carriage),
      store: carriage.store,
      ...(onProgress === undefined ? {} : { onProgress }),
    },
    projection,
  );

beforeAll(async () => {
  carriage = await openCarriage();
  relay = carriage.startRelay();
  await ensureReadModelTables(carriage.ownerUrl, [tally]);
  await carriage.append(4_000, { perStream: 40 });
  projector = startProjector(carriage, [tally]);
  await caughtUp(carriage, 'ledger');
});
afterAll(async () => {
  await projector.stop();
  await relay.stop();
  await carriage.close();
});

test('rebuilding the version in use mends its rows while appends continue', async () => {
  // Damage that only a rebuild can mend.
  await carriage.owner.query('update rm.ledger_v1_sums set amount_idr = 0');
  const stop = new AbortController();
  const appending = (async () => {
    while (!stop.signal.aborted) await carriage.append(10);
  })();
  const progress: RebuildProgress[] = [];
  const built = await rebuild(tally, (each) => progress.push(each));
  stop.abort();
  await appending;
  await caughtUp(carriage, 'ledger');
  await expectEqualsLog(carriage, 'ledger_v1');
  expect(built.events).toBeGreaterThanOrEqual(4_000);
  expect(progress.length).toBeGreaterThan(0);
  await carriage.append(10);
  await caughtUp(carriage, 'ledger');
  await expectEqualsLog(carriage, 'ledger_v1');
});

test('people read the old rows until the switch and the new ones after it', async () => {
  const count = async (): Promise<number> => {
    const { rows } = await carriage.owner.query('select count(*)::int as n from rm.ledger_v1_seen');
    return rows[0]?.n ?? 0;
  };
  const before = await count();
  const counts: number[] = [];
  const watched: Projection = {
    ...tally,
    apply: async (batch, trx) => {
      counts.push(await count());
      await tally.apply(batch, trx);
    },
  };
  await rebuild(watched);
  expect(counts.length).toBeGreaterThan(0);
  expect(new Set(counts)).toEqual(new Set([before]));
  expect(await count()).toBe(before);
});

test('the switch never takes a screen back in time: what is behind is folded on first', async () => {
  const before = await shownPosition(dbOf(carriage), 'ledger');
  const half = String(BigInt(before ?? '0') / 2n) as Position;
  let isShort = true;
  // The first look at the log ends half-way, as if the live projector had been far faster.
  const short: Pick<EventStore, 'readAfter' | 'epoch'> = {
    epoch: () => carriage.store.epoch(),
    readAfter: async (position, limit) => {
      const events = await carriage.store.readAfter(position, limit);
      const first = events.filter((event) => BigInt(event.position) <= BigInt(half));
      if (!isShort) return events;
      isShort = 0 < first.length;
      return first;
    },
  };
  const built = await rebuildProjection({ db: dbOf(carriage), store: short }, tally);
  expect(isShort).toBe(false);
  expect(BigInt(built.position)).toBeGreaterThanOrEqual(BigInt(before ?? '0'));
  await caughtUp(carriage, 'ledger');
  await expectEqualsLog(carriage, 'ledger_v1');
});

test('a new version is built into its own tables and becomes current', async () => {
  const next = createTally('ledger', 2);
  await ensureReadModelTables(carriage.ownerUrl, [tally, next]);
  await rebuild(next);
  const { rows } = await carriage.owner.query(
    `select p.version, (select count(*)::int from es.checkpoints c where c.name = 'ledger') as rows
     from es.projection_current p where p.name = 'ledger'`,
  );
  expect(rows).toEqual([{ version: 2, rows: 1 }]);
  await expectEqualsLog(carriage, 'ledger_v2');
  // The program that only knows version 1 says so at the next event and leaves version 2 alone.
  await carriage.append(5);
  await eventually('the old program steps back', () =>
    projector.news.some((news) => news.kind === 'failed' && /ledger@2/.test(String(news.error))),
  );
  const old = projector;
  await old.stop();
  projector = startProjector(carriage, [next]);
  await carriage.append(25);
  await caughtUp(carriage, 'ledger');
  await expectEqualsLog(carriage, 'ledger_v2');
});

test('a program with a new version builds it by itself before it follows', async () => {
  await projector.stop();
  const third = createTally('ledger', 3);
  await ensureReadModelTables(carriage.ownerUrl, [third]);
  projector = startProjector(carriage, [third]);
  await eventually('version 3 is current', () =>
    projector.news.some(({ kind }) => kind === 'rebuilt'),
  );
  await carriage.append(5);
  await caughtUp(carriage, 'ledger');
  await expectEqualsLog(carriage, 'ledger_v3');
});

test('a fold that names its table inside sql text cannot reach the tables in use', async () => {
  const careless: Projection = {
    ...createTally('careless'),
    apply: async (_batch, trx) => {
      await sql`delete from rm.careless_v1_sums`.execute(trx);
    },
  };
  await ensureReadModelTables(carriage.ownerUrl, [careless]);
  await expect(rebuild(careless)).rejects.toThrow(/named inside sql text/);
});

test('two rebuilds of one projection do not run together', async () => {
  const slow: Projection = {
    ...createTally('slow'),
    apply: () => new Promise((resolve) => setTimeout(resolve, 200)),
  };
  await ensureReadModelTables(carriage.ownerUrl, [slow]);
  const first = rebuild(slow);
  await expect(
    new Promise((resolve) => setTimeout(resolve, 50)).then(() => rebuild(slow)),
  ).rejects.toThrow(/being rebuilt already/);
  await first;
});
