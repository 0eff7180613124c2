// Rows follow the log exactly once: through crashes, holes, duplicates, a poison event, a new epoch.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startNewEpoch } from '../../infra/database/migrate.ts';
import type { Position } from '../../infra/event-store/event-store.ts';
import { createEventFeed, type EventFeed, type FedEvent } from '../../infra/nats/event-feed.ts';
import type { Projection } from '../../projections/projection.ts';
import { listProjections, retryProjection } from '../../projections/projection-status.ts';
import { ensureReadModelTables } from '../../projections/read-model-tables.ts';
import { waitForPosition } from '../../projections/wait-for-position.ts';
import { type Carriage, openCarriage, type RunningRelay } from '../apps/relay/carriage-fixture.ts';
import { eventOf, requestOf } from '../infra/event-store/store-fixture.ts';
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
const running: RunningProjector[] = [];

const run = (projections: readonly Projection[], feed?: EventFeed): RunningProjector => {
  const projector = startProjector(carriage, projections, feed);
  running.push(projector);
  return projector;
};
const tallyFor = async (name: string) => {
  const tally = createTally(name);
  await ensureReadModelTables(carriage.ownerUrl, [tally]);
  return tally;
};

beforeAll(async () => {
  carriage = await openCarriage();
  relay = carriage.startRelay();
  await carriage.append(120, { perStream: 4 });
});
afterEach(async () => {
  await Promise.all(running.splice(0).map((each) => each.stop()));
});
afterAll(async () => {
  await relay.stop();
  await carriage.close();
});

describe('exactly once', () => {
  test('a projection catches up with the log and then follows the stream', async () => {
    const tally = await tallyFor('plain');
    const projector = run([tally]);
    await caughtUp(carriage, 'plain');
    await carriage.append(60);
    await caughtUp(carriage, 'plain');
    await expectEqualsLog(carriage, 'plain_v1');
    expect(projector.news.filter(({ kind }) => kind === 'failed')).toEqual([]);
  });

  test('a crash between rows and checkpoint leaves neither, and the next run has both', async () => {
    const tally = await tallyFor('crashing');
    let crashes = 0;
    tally.beforeCommit = async () => {
      if (crashes === 3) return;
      crashes += 1;
      // The server ends the session: what a killed process leaves behind.
      await carriage.owner.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where application_name = 'test:bg' and state = 'idle in transaction'
           and datname = current_database()`,
      );
    };
    const projector = run([tally]);
    await eventually('three crashes', () => crashes === 3);
    await caughtUp(carriage, 'crashing');
    await expectEqualsLog(carriage, 'crashing_v1');
    expect(projector.news.some(({ kind }) => kind === 'failed')).toBe(true);
  });

  test('two projectors of one projection: one commits each batch, the other steps back', async () => {
    const [one, two] = [await tallyFor('contested'), createTally('contested')];
    run([one]);
    run([two]);
    for (let round = 0; round < 5; round += 1) await carriage.append(20);
    await caughtUp(carriage, 'contested');
    await expectEqualsLog(carriage, 'contested_v1');
  });

  test('duplicates are dropped and holes are filled from the log', async () => {
    const tally = await tallyFor('bumpy');
    const real = createEventFeed(carriage.bus);
    let delivered = 0;
    const bumpy: EventFeed = {
      ...real,
      follow: async function* (from, signal) {
        let before: readonly FedEvent[] = [];
        for await (const batch of real.follow(from, signal)) {
          delivered += batch.length;
          // Every third event lost, the batch before delivered again.
          yield [...before, ...batch.filter((_, index) => index % 3 !== 0)];
          before = batch;
        }
      },
    };
    run([tally], bumpy);
    await caughtUp(carriage, 'bumpy');
    for (let round = 0; round < 6; round += 1) {
      await carriage.append(10);
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
    await carriage.append(1);
    await eventually('the last event, or a hole in its place, was delivered', () => delivered > 60);
    await carriage.append(2, { perStream: 2 });
    const shown = async (): Promise<Position> =>
      (await listProjections(dbOf(carriage), '0' as Position)).find(({ name }) => name === 'bumpy')
        ?.position ?? ('0' as Position);
    await eventually('caught up', async () => (await shown()) === (await carriage.end()));
    await expectEqualsLog(carriage, 'bumpy_v1');
  });

  test('an event that a projection does not handle only moves its checkpoint', async () => {
    const tally = { ...(await tallyFor('deaf')), handles: ['ClaimApproved'] };
    run([tally]);
    await caughtUp(carriage, 'deaf');
    const { rows } = await carriage.owner.query('select count(*)::int as n from rm.deaf_v1_seen');
    expect(rows).toEqual([{ n: 0 }]);
  });

  test('the broker away for a while costs nothing, the stream made again neither', async () => {
    const tally = await tallyFor('patient');
    run([tally]);
    await caughtUp(carriage, 'patient');
    await carriage.nats.kill();
    await carriage.append(20);
    await caughtUp(carriage, 'patient'); // from the log itself, the broker still away
    await carriage.nats.restart({ empty: true });
    await carriage.append(20);
    await caughtUp(carriage, 'patient');
    await expectEqualsLog(carriage, 'patient_v1');
  });
});

describe('a poison event', () => {
  test('stops only its projection, at that event, and a retry goes on from there', async () => {
    const [sick, healthy] = [await tallyFor('sick'), await tallyFor('healthy')];
    sick.poisonType = 'WorkerUnheardOf';
    const projector = run([sick, healthy]);
    await caughtUp(carriage, 'sick');
    await carriage.append(7);
    const before = await carriage.end();
    const odd = { ...eventOf({ amountIdr: '1' }), type: 'WorkerUnheardOf' };
    const appended = await carriage.store.append(requestOf({ events: [odd] }));
    await carriage.append(9);
    await caughtUp(carriage, 'healthy');
    await eventually('it stopped', () => projector.news.some(({ kind }) => kind === 'stopped'));

    const position = appended.status === 'ok' ? appended.position : undefined;
    const status = await listProjections(dbOf(carriage), await carriage.end());
    expect(status.find(({ name }) => name === 'sick')).toMatchObject({
      state: 'stopped',
      position: before,
      stopped: { position, type: 'WorkerUnheardOf', reason: 'Error · no rule for WorkerUnheardOf' },
    });
    expect(status.find(({ name }) => name === 'healthy')).toMatchObject({
      state: 'running',
      lag: 0,
    });

    sick.poisonType = undefined;
    expect(await retryProjection(dbOf(carriage), 'sick')).toBe(true);
    await caughtUp(carriage, 'sick');
    await expectEqualsLog(carriage, 'sick_v1');
    await expectEqualsLog(carriage, 'healthy_v1');
  });
});

describe('waiting for my write', () => {
  test('is answered when the projection shows it, and when it does not within the limit', async () => {
    const tally = await tallyFor('awaited');
    run([tally]);
    await caughtUp(carriage, 'awaited');
    const db = dbOf(carriage);
    const position = await carriage.append(1);
    const onChanged = (listener: () => void): (() => void) =>
      createEventFeed(carriage.bus).onChanged('awaited', listener);
    const wish = { projections: ['awaited'], position, limitMs: 5_000, onChanged };
    expect(await waitForPosition(db, wish)).toBe('shown');
    const future = String(BigInt(position) + 1_000n) as Position;
    expect(await waitForPosition(db, { ...wish, position: future, limitMs: 60 })).toBe(
      'recorded, not shown yet',
    );
  });
});

describe('tables', () => {
  test('a change of tables without a new version is refused, with the name in the message', async () => {
    const tally = await tallyFor('changed');
    const changed = { ...tally, ddl: `${tally.ddl} ` };
    await expect(ensureReadModelTables(carriage.ownerUrl, [changed])).rejects.toThrow(/changed@1/);
    expect(await ensureReadModelTables(carriage.ownerUrl, [tally])).toEqual([]);
  });
});

describe('another epoch', () => {
  test('a stream or checkpoint of another log is refused, and nothing moves', async () => {
    const tally = await tallyFor('loyal');
    run([tally]);
    await caughtUp(carriage, 'loyal');
    const position = await carriage.end();
    await Promise.all(running.splice(0).map((each) => each.stop()));
    await startNewEpoch(carriage.ownerUrl, { publishedPosition: position, reason: 'test' });
    await carriage.append(3);
    const projector = run([tally]);
    await eventually('it refuses', () => projector.news.some(({ kind }) => kind === 'failed'));
    expect(
      projector.news.map((news) => (news.kind === 'failed' ? String(news.error) : '')),
    ).toEqual(expect.arrayContaining([expect.stringMatching(/checkpoint of loyal/)]));
    const status = await listProjections(dbOf(carriage), await carriage.end());
    expect(status.find(({ name }) => name === 'loyal')?.position).toBe(position);
  });
});
