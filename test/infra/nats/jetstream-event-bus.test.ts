// The broker adapter against a real server: fence, order, durable delivery, dead letters, hints.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { hasCode } from '../../../infra/nats/bus-failure.ts';
import type { BusMessage, DurableMessage, EventBus } from '../../../infra/nats/event-bus.ts';
import { openJetStreamBus } from '../../../infra/nats/jetstream-event-bus.ts';
import { eventually, startTestNats, type TestNats } from './test-nats.ts';

const EPOCH = '6b2a3f52-7f9e-4a55-9d0a-0d6d3e3f1f01';

let nats: TestNats;
let bus: EventBus;
let other: EventBus;

const message = (n: number): BusMessage => ({
  subject: `evt.claim.${n % 16}.due`,
  headers: { 'Evt-Position': String(n) },
  body: new TextEncoder().encode(JSON.stringify({ n })),
});
const messages = (from: number, count: number): BusMessage[] =>
  Array.from({ length: count }, (_, index) => message(from + index));

const readPositions = async (from: number, count: number): Promise<string[]> => {
  const stop = new AbortController();
  const read: string[] = [];
  for await (const batch of bus.consumeOrdered(from, stop.signal)) {
    read.push(...batch.map((each) => each.headers['Evt-Position'] ?? ''));
    if (count <= read.length) break;
  }
  return read;
};

beforeAll(async () => {
  nats = await startTestNats();
  const durable = { ackWaitsMs: [100, 100] };
  bus = await openJetStreamBus({ url: nats.url, name: 'test', durable });
  other = await openJetStreamBus({ url: nats.url, name: 'test-other', durable });
});
beforeEach(async () => {
  await bus.recreateStream(EPOCH);
});
afterAll(async () => {
  await bus.close();
  await other.close();
  await nats.stop();
});

describe('fenced publishing', () => {
  test('a window arrives complete and in order', async () => {
    expect(await bus.publishFenced(messages(1, 256), 0)).toEqual({
      status: 'ok',
      lastSequence: 256,
    });
    expect(await readPositions(1, 256)).toEqual(messages(1, 256).map((_, i) => String(i + 1)));
  });

  test('a publisher that is behind is fenced and adds nothing', async () => {
    await bus.publishFenced(messages(1, 3), 0);
    expect(await other.publishFenced(messages(1, 2), 0)).toEqual({ status: 'fenced' });
    expect((await bus.streamFacts())?.lastSequence).toBe(3);
  });

  test('two windows in flight together keep their order', async () => {
    const [first, second] = await Promise.all([
      bus.publishFenced(messages(1, 200), 0),
      bus.publishFenced(messages(201, 200), 200),
    ]);
    expect([first.status, second.status]).toEqual(['ok', 'ok']);
    expect((await readPositions(1, 400)).at(-1)).toBe('400');
  });

  test('a late publish for a dropped stream does not fit the fence of the new one', async () => {
    await bus.publishFenced(messages(1, 5), 0);
    const facts = await bus.recreateStream(EPOCH, { firstSequence: 1_000_001 });
    expect(facts).toMatchObject({ epoch: EPOCH, lastSequence: 1_000_000 });
    expect(await other.publishFenced([message(6)], 5)).toEqual({ status: 'fenced' });
    expect(await bus.publishFenced([message(1)], 1_000_000)).toMatchObject({ status: 'ok' });
  });

  test('publishing without a stream fails as missing, not as fenced', async () => {
    const empty = await startTestNats();
    const lone = await openJetStreamBus({ url: empty.url, name: 'test-lone' });
    const outcome = await lone.publishFenced([message(1)], 0).catch((error: unknown) => error);
    expect(hasCode(outcome, 'Infra.StreamMissing')).toBe(true);
    expect(await lone.streamFacts()).toBeUndefined();
    await lone.close();
    await empty.stop();
  });
});

describe('ordered consumption', () => {
  test('waits for messages that are yet to come', async () => {
    const reading = readPositions(1, 2);
    await bus.publishFenced(messages(1, 2), 0);
    expect(await reading).toEqual(['1', '2']);
  });

  test('ends with a failure when the stream is replaced', async () => {
    await bus.publishFenced(messages(1, 2), 0);
    const reading = readPositions(1, 3).catch((error: unknown) => error);
    await eventually('two are read', async () => (await bus.streamFacts())?.lastSequence === 2);
    await other.recreateStream(EPOCH, { firstSequence: 500_001 });
    const failure = await reading;
    const codes = ['Infra.StreamReplaced', 'Infra.StreamMissing'] as const;
    expect(codes.some((code) => hasCode(failure, code))).toBe(true);
  });

  test('reads one stored message from the leader', async () => {
    await bus.publishFenced(messages(1, 2), 0);
    expect((await bus.messageAt(2))?.headers['Evt-Position']).toBe('2');
    expect(await bus.messageAt(3)).toBeUndefined();
  });
});

describe('durable consumption', () => {
  const collect = (name: string, handle: (each: DurableMessage) => Promise<void>): (() => void) => {
    const stop = new AbortController();
    const run = async (): Promise<void> => {
      for await (const each of bus.consumeDurable(name, stop.signal)) await handle(each);
    };
    run().catch(() => undefined);
    return () => stop.abort();
  };

  test('what is not due is kept, and handed to nobody here', async () => {
    const seen: number[] = [];
    const stop = collect('due-only', async (each) => {
      seen.push(each.sequence);
      await each.ack();
    });
    const others = messages(1, 3).map((each) => ({ ...each, subject: 'evt.worker.1' }));
    await bus.publishFenced([...others, message(4)], 0);
    await eventually('the due one came', () => 0 < seen.length);
    expect(seen).toEqual([4]);
    await eventually('floor', async () => (await bus.durableFloor('due-only')) === 4);
    stop();
    expect(await readPositions(1, 4)).toEqual(['1', '2', '3', '4']);
  });

  test('what is not acknowledged comes again, and the floor waits for it', async () => {
    await bus.publishFenced(messages(1, 3), 0);
    const seen: string[] = [];
    const stop = collect('duties', async (each) => {
      seen.push(`${each.sequence}/${each.deliveries}`);
      if (each.sequence === 2 && each.deliveries === 1) await each.retry(200);
      else await each.ack();
    });
    await eventually('1 and 3 settled', () => seen.length === 3);
    expect(await bus.durableFloor('duties')).toBe(1);
    await eventually('2 came again', () => seen.includes('2/2'));
    await eventually('floor at 3', async () => (await bus.durableFloor('duties')) === 3);
    stop();
  });

  test('a rejected message is reported as dead with its content', async () => {
    await bus.publishFenced(messages(1, 1), 0);
    const stop = collect('rejecting', (each) => each.reject('no such workflow'));
    const ended = new AbortController();
    for await (const dead of bus.consumeDead('rejecting', ended.signal)) {
      expect(dead).toMatchObject({ sequence: 1, reason: 'no such workflow' });
      expect(dead.message?.headers['Evt-Position']).toBe('1');
      await dead.ack();
      break;
    }
    await eventually('floor passes', async () => (await bus.durableFloor('rejecting')) === 1);
    stop();
  });

  test('a message nobody ever answers is reported in the end, unheard advisories included', async () => {
    await bus.publishFenced(messages(1, 1), 0);
    let deliveries = 0;
    const stop = collect('mute', async (each) => {
      deliveries = each.deliveries;
    });
    await eventually('ten deliveries', () => deliveries === 10);
    // The advisory is kept by its own stream although nobody listened when it was sent.
    await new Promise((resolve) => setTimeout(resolve, 300));
    const ended = new AbortController();
    for await (const dead of bus.consumeDead('mute', ended.signal)) {
      expect(dead).toMatchObject({ sequence: 1, deliveries: 10 });
      await dead.ack();
      break;
    }
    expect(await bus.durableFloor('mute')).toBe(0);
    stop();
  });
});

describe('connection', () => {
  test('hints arrive at every listener', async () => {
    const heard: string[] = [];
    const stop = other.onHint('rm.changed.claim-queue', (body) => heard.push(body));
    await other.streamFacts(); // the subscription is at the server once a later request is answered
    bus.hint('rm.changed.claim-queue', '42');
    await eventually('the hint', () => heard.length === 1);
    expect(heard).toEqual(['42']);
    stop();
  });

  test('a killed server fails what was in flight, and the same bus works after its return', async () => {
    await bus.publishFenced(messages(1, 2), 0);
    const reading = readPositions(1, 3).catch((error: unknown) => error);
    await nats.kill();
    expect(hasCode(await reading, 'Infra.BusAway')).toBe(true);
    await nats.restart();
    await eventually('the bus is back', async () => {
      const facts = await bus.streamFacts().catch(() => undefined);
      return facts !== undefined;
    });
    const last = (await bus.streamFacts())?.lastSequence ?? -1;
    expect(await bus.publishFenced([message(3)], last)).toMatchObject({ status: 'ok' });
  });
});
