// Every event of the log reaches the stream once and in order, whatever is lost on the way.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { pump } from '../../../apps/relay/pump.ts';
import { repairRelay } from '../../../apps/relay/relay.ts';
import type { RelayState } from '../../../apps/relay/relay-ledger.ts';
import { startNewEpoch } from '../../../infra/database/migrate.ts';
import { isDue } from '../../../infra/nats/due-events.ts';
import { eventually } from '../../infra/nats/test-nats.ts';
import { type Carriage, openCarriage, type RunningRelay } from './carriage-fixture.ts';

let carriage: Carriage;
const relays: RunningRelay[] = [];

const startRelay = (options?: Parameters<Carriage['startRelay']>[0]): RunningRelay => {
  const relay = carriage.startRelay(options);
  relays.push(relay);
  return relay;
};
const stopRelays = async (): Promise<void> => {
  await Promise.all(relays.splice(0).map((relay) => relay.stop()));
};

/** Each event of the log from `begin` on exactly once, in order, chained by previous positions. */
const expectWholeLog = async (begin = '0'): Promise<void> => {
  const { rows } = await carriage.owner.query<{ position: string }>(
    'select position from es.events where position > $1 order by position',
    [begin],
  );
  const messages = await carriage.messages();
  expect(messages.map(({ position }) => position)).toEqual(rows.map(({ position }) => position));
  let previous = begin;
  for (const message of messages) {
    expect(message.previousPosition).toBe(previous);
    previous = message.position;
  }
};

const rebuilt = (relay: RunningRelay): readonly string[] =>
  relay.news.flatMap((news) => (news.kind === 'rebuilt' ? [news.reason] : []));

beforeAll(async () => {
  carriage = await openCarriage();
});
afterAll(async () => {
  await stopRelays();
  await carriage.close();
});

test('a relay that restarts before the first event carries it when it comes', async () => {
  const first = startRelay();
  await eventually('the stream is made', () => 0 < rebuilt(first).length);
  expect(rebuilt(first)).toEqual(['there is no stream']);
  await stopRelays();
  const second = startRelay();
  await eventually('the relay follows', () => second.news.some(({ kind }) => kind === 'synced'));
  expect(second.news.filter(({ kind }) => kind === 'failed')).toEqual([]);
  await stopRelays();
});

test('a first start makes the stream and carries the whole log', async () => {
  await carriage.append(700, { perStream: 50 });
  startRelay();
  await carriage.carried();
  await expectWholeLog();
  const [first] = await carriage.messages();
  expect(first?.event).toMatchObject({ type: 'WorkerNominated', data: { amountIdr: '1' } });
});

test('a poke brings a new event into the stream at once', async () => {
  await carriage.append(1);
  await carriage.carried();
  await expectWholeLog();
});

test('a relay that restarts goes on from its record and adds nothing twice', async () => {
  await stopRelays();
  await carriage.append(20);
  const relay = startRelay();
  await carriage.carried();
  expect(rebuilt(relay)).toEqual([]);
  await expectWholeLog();
});

test('a relay killed between publish and record leaves a tail that the next one counts', async () => {
  await stopRelays();
  await carriage.append(40, { perStream: 40 });
  const child = spawn(process.execPath, ['apps/relay/main.ts'], {
    env: {
      ...process.env,
      DATABASE_URL: carriage.appUrl,
      NATS_URL: carriage.nats.url,
      LINDUNG_SUPERVISED: '1',
      LINDUNG_FAULT: 'relay.after-publish',
    },
    stdio: 'ignore',
  });
  const [, signal] = await once(child, 'exit');
  expect(signal).toBe('SIGKILL');
  const relay = startRelay();
  await carriage.append(3);
  await carriage.carried();
  const tails = relay.news.flatMap((news) => (news.kind === 'synced' ? [news.tail] : []));
  expect(tails).toEqual([40]);
  await expectWholeLog();
});

const leads = (): number =>
  relays.flatMap((relay) => relay.news.filter(({ kind }) => kind === 'leading')).length;

test('two relays and a lost lead never duplicate nor disorder', async () => {
  startRelay({ bus: await carriage.openBus() });
  const appending = carriage.append(600, { perStream: 3 });
  for (let lost = 0; lost < 3; lost += 1) {
    // Nobody leads for a moment after each loss: only a lead that was taken can be lost.
    await vi.waitFor(() => expect(leads()).toBeGreaterThan(lost), { timeout: 20_000 });
    const { rowCount } = await carriage.owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where application_name = 'lindung-relay:lead' and datname = current_database()`,
    );
    expect(rowCount).toBeGreaterThan(0);
  }
  await vi.waitFor(() => expect(leads()).toBeGreaterThan(3), { timeout: 20_000 });
  await appending;
  await carriage.carried();
  await expectWholeLog();
});

test('a zombie that still believes to lead is fenced by the stream itself', async () => {
  await stopRelays();
  await carriage.append(300, { perStream: 30 });
  const { rows } = await carriage.owner.query('select * from es.relay_state');
  const [row] = rows;
  const state: RelayState = {
    incarnation: row.incarnation,
    epoch: row.epoch,
    lastSequence: Number(row.last_seq),
    position: row.position,
  };
  const stop = new AbortController();
  const ledger = { record: () => Promise.resolve(true) };
  const deps = (bus: Carriage['bus']) => ({ store: carriage.store, bus, ledger, isDue });
  const other = await carriage.openBus();
  const pumps = [carriage.bus, other].map((bus) => pump(deps(bus), state, stop.signal));
  const firstEnd = await Promise.race(pumps);
  expect(firstEnd).toBe('fenced');
  await carriage.carried();
  stop.abort();
  await Promise.all(pumps);
  await expectWholeLog();
});

test('a stream that lost its tail is made again; nothing is missing in the end', async () => {
  startRelay();
  await carriage.carried();
  await stopRelays();
  await carriage.nats.keepCopy();
  startRelay();
  await carriage.append(30);
  await carriage.carried();
  await carriage.nats.returnToCopy();
  const relay = relays[0];
  await carriage.carried();
  expect(relay && rebuilt(relay)).toEqual(['it lost its tail']);
  await expectWholeLog();
});

test('a stream whose subjects call other events due is made again, behind the slowest reader', async () => {
  await stopRelays();
  const wish = { firstSequence: 70_000_001, due: 'of an older catalogue' };
  const facts = await carriage.bus.recreateStream(await carriage.store.epoch(), wish);
  await carriage.owner.query('update es.relay_state set incarnation = $1, last_seq = $2', [
    ...[facts.incarnation, facts.lastSequence],
  ]);
  startRelay();
  await carriage.carried();
  expect(relays[0] && rebuilt(relays[0])).toEqual(['other events oblige now']);
  await expectWholeLog();
});

test('a broker that comes back empty gets everything again', async () => {
  const relay = relays[0];
  const before = await carriage.bus.streamFacts();
  await carriage.nats.kill();
  await carriage.append(10);
  await carriage.nats.restart({ empty: true });
  await carriage.carried();
  expect(relay && rebuilt(relay)).toContain('there is no stream');
  const after = await carriage.bus.streamFacts();
  expect(after?.incarnation).not.toBe(before?.incarnation);
  expect(after?.firstSequence).toBeGreaterThan((before?.lastSequence ?? 0) + 100_000);
  await expectWholeLog();
});

test('a stream of another log is refused and left alone until an operator repairs it', async () => {
  await startNewEpoch(carriage.ownerUrl, {
    publishedPosition: await carriage.end(),
    reason: 'test of a restore',
  });
  const relay = relays[0];
  const before = await carriage.bus.streamFacts();
  await carriage.append(5);
  await eventually('the relay refuses', () =>
    (relay?.news ?? []).some(({ kind }) => kind === 'refused'),
  );
  expect(await carriage.bus.streamFacts()).toEqual(before);
  const repaired = await repairRelay({
    bus: carriage.bus,
    store: carriage.store,
    databaseUrl: carriage.appUrl,
  });
  expect(repaired.rebuilt).toBe('asked by an operator');
  await carriage.carried();
  await expectWholeLog();
  const epochs = new Set((await carriage.messages()).map(({ epoch }) => epoch));
  expect([...epochs]).toEqual([await carriage.store.epoch()]);
});

test('a log restored without a new epoch is refused although it has grown past the stream', async () => {
  await stopRelays();
  const before = await carriage.bus.streamFacts();
  const { rows } = await carriage.owner.query<{ leaf: string }>(
    `select leaf::text from es.leaves where (select max(position) from es.events)
       between lower_bound and upper_bound - 1`,
  );
  // What a restore does by itself: another event stands where the published one stood.
  await carriage.owner.query(`alter table ${rows[0]?.leaf} disable trigger refuse_change`);
  await carriage.owner.query(
    `update ${rows[0]?.leaf} set event_id = gen_random_uuid() where position = ${await carriage.end()}`,
  );
  await carriage.owner.query(`alter table ${rows[0]?.leaf} enable always trigger refuse_change`);
  await carriage.append(5);
  const relay = startRelay();
  await eventually('the relay refuses', () => relay.news.some(({ kind }) => kind === 'refused'));
  expect(await carriage.bus.streamFacts()).toEqual(before);
  await repairRelay({
    bus: carriage.bus,
    store: carriage.store,
    databaseUrl: carriage.appUrl,
  });
  await carriage.carried();
  await expectWholeLog();
});
