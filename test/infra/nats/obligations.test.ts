// Every event that obliges a next step is delivered, again if need be, and never forgotten.
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { kyselyOver } from '../../../infra/database/connect.ts';
import type { Position, StoredEvent } from '../../../infra/event-store/event-store.ts';
import { dueEvents } from '../../../infra/nats/due-events.ts';
import { createObligationLedger } from '../../../infra/nats/obligation-ledger.ts';
import {
  type ObligationDeps,
  type ObligationNews,
  retryDeadLetter,
  runObligations,
} from '../../../infra/nats/obligations.ts';
import {
  type Carriage,
  openCarriage,
  type RunningRelay,
} from '../../apps/relay/carriage-fixture.ts';
import { eventOf, requestOf } from '../event-store/store-fixture.ts';
import { eventually } from './test-nats.ts';

let carriage: Carriage;
let relay: RunningRelay;
const stops: (() => Promise<void>)[] = [];

const OBLIGING = 'DeathReported';

type Receiver = {
  readonly delivered: StoredEvent[];
  readonly news: ObligationNews[];
  readonly deps: ObligationDeps;
  stop(): Promise<void>;
};

const away = Object.assign(new Error('the receiver is away'), { code: 'ECONNREFUSED' });

/** `deliver` throws what the test wants it to throw; what returns is noted. */
const startReceiver = (before: (event: StoredEvent) => void = () => undefined): Receiver => {
  const stop = new AbortController();
  const delivered: StoredEvent[] = [];
  const news: ObligationNews[] = [];
  const deps: ObligationDeps = {
    bus: carriage.bus,
    store: carriage.store,
    ledger: createObligationLedger(kyselyOver(carriage.pools.bg)),
    obliges: (type) => type === OBLIGING,
    deliver: async (event) => {
      before(event);
      delivered.push(event);
    },
    isTransient: (error) => error === away,
    describe: (error) => (error instanceof Error ? error.message : 'unknown'),
    report: (each) => void news.push(each),
    timing: { retryMs: [20], awayMs: 50, floorMs: 50 },
  };
  const running = runObligations(deps, stop.signal);
  const receiver: Receiver = {
    delivered,
    news,
    deps,
    stop: async () => {
      stop.abort();
      await running;
    },
  };
  stops.push(receiver.stop);
  return receiver;
};

const report = async (): Promise<Position> => {
  const commandId = randomUUID();
  const events = [{ ...eventOf({ note: 'a' }, commandId), type: OBLIGING }];
  const result = await carriage.store.append(requestOf({ commandId, events }));
  if (result.status !== 'ok') throw new Error(result.status);
  carriage.bus.hint('es.poke');
  return result.position;
};

const positions = (receiver: Receiver): readonly string[] =>
  receiver.delivered.map(({ position }) => position);

const settledPosition = async (): Promise<string | undefined> => {
  const { rows } = await carriage.owner.query(
    `select position from es.checkpoints where name = 'obligations'`,
  );
  return rows[0]?.position;
};

beforeAll(async () => {
  carriage = await openCarriage();
  relay = carriage.startRelay();
});
afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});
afterAll(async () => {
  await relay.stop();
  await carriage.close();
});

test('only events that oblige are delivered, and the position passes all of them', async () => {
  const receiver = startReceiver();
  await carriage.append(20);
  const position = await report();
  const end = await carriage.append(5);
  await eventually('delivered', () => positions(receiver).includes(position));
  await eventually('settled to the end', async () => (await settledPosition()) === end);
  expect(positions(receiver)).toEqual([position]);
});

test('what failed is delivered again, while others pass it', async () => {
  let failures = 2;
  let first: string | undefined;
  const receiver = startReceiver((event) => {
    first ??= event.position;
    if (event.position === first && 0 < failures) {
      failures -= 1;
      throw new Error('not yet');
    }
  });
  const wanted = [await report(), await report(), await report()];
  await eventually('all delivered', () => receiver.delivered.length === 3);
  expect([...positions(receiver)].sort()).toEqual([...wanted].sort());
  expect(positions(receiver).at(-1)).toBe(wanted[0]);
  expect(receiver.news.filter(({ kind }) => kind === 'retrying')).toHaveLength(2);
  await eventually('settled', async () => (await settledPosition()) === wanted[2]);
});

test('a receiver away uses up no tries: nothing dies however long it takes', async () => {
  let tries = 0;
  const receiver = startReceiver(() => {
    tries += 1;
    if (tries <= 20) throw away;
  });
  const position = await report();
  await eventually('delivered in the end', () => positions(receiver).includes(position));
  expect(tries).toBe(21);
  expect(await receiver.deps.ledger.open()).toEqual([]);
});

test('after eight tries an event is a dead letter, kept and delivered by hand', async () => {
  let isBroken = true;
  let tries = 0;
  const receiver = startReceiver(() => {
    if (!isBroken) return;
    tries += 1;
    throw new Error('no such workflow');
  });
  const position = await report();
  await eventually('dead', async () => (await receiver.deps.ledger.open()).length === 1);
  expect(tries).toBe(8);
  expect(await receiver.deps.ledger.open()).toMatchObject([
    { position, type: OBLIGING, reason: 'no such workflow', deliveries: 8 },
  ]);
  await eventually('it holds nothing back', async () => (await settledPosition()) === position);

  isBroken = false;
  expect(await retryDeadLetter(receiver.deps, position)).toBe('delivered');
  expect(positions(receiver)).toContain(position);
  expect(await receiver.deps.ledger.open()).toEqual([]);
  expect(await retryDeadLetter(receiver.deps, '999999999' as Position)).toBe('unknown');
});

test('what arrived while the consumer was down is delivered when it is back', async () => {
  const wanted = [await report(), await report()];
  const receiver = startReceiver();
  await eventually('delivered', () => receiver.delivered.length === 2);
  expect(positions(receiver)).toEqual(wanted);
});

test('a broker that lost everything loses no obligation', async () => {
  await eventually('all settled', async () => (await settledPosition()) === (await carriage.end()));
  await carriage.nats.kill();
  const wanted = [await report(), await report(), await report()];
  await carriage.nats.restart({ empty: true });
  const receiver = startReceiver();
  await eventually('delivered', () =>
    wanted.every((position) => positions(receiver).includes(position)),
  );
  await carriage.append(1);
  await eventually('settled', async () => (await settledPosition()) === (await carriage.end()));
});

test('what the stream no longer holds comes from the log', async () => {
  await eventually('all settled', async () => (await settledPosition()) === (await carriage.end()));
  await relay.stop();
  const wanted = [await report(), await report()];
  // As if retention had emptied the stream: it begins behind both reports.
  const wish = { firstSequence: 90_000_001, due: dueEvents };
  const facts = await carriage.bus.recreateStream(await carriage.store.epoch(), wish);
  await carriage.owner.query(
    `update es.relay_state set incarnation = $1, last_seq = $2, position = $3`,
    [facts.incarnation, facts.lastSequence, wanted[1]],
  );
  relay = carriage.startRelay();
  const receiver = startReceiver();
  await eventually('delivered', () => receiver.delivered.length === 2);
  expect(positions(receiver)).toEqual(wanted);
  await eventually('settled', async () => (await settledPosition()) === wanted[1]);
});
