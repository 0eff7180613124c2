// Many readers of one reading: each gets every event once and in order, at its own pace.
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { Position, StoredEvent } from '../../../infra/event-store/event-store.ts';
import type { EventFeed, FedEvent } from '../../../infra/nats/event-feed.ts';
import { shareFeed } from '../../../infra/nats/shared-feed.ts';

const EPOCH = 'epoch';
const LIMITS = { eventsKept: 40, eventsAtOnce: 10 };

/** A stream of so many messages that breaks where it is told to. */
const streamOf = (length: number) => {
  let opened = 0;
  let running = 0;
  let breaksAt = Number.POSITIVE_INFINITY;
  const eventAt = (sequence: number): FedEvent => ({
    ...{ sequence, type: 'Counted', epoch: EPOCH },
    ...{ position: String(sequence) as Position, previousPosition: '0' as Position },
    open: () => ({ position: String(sequence) }) as StoredEvent,
  });
  const feed: EventFeed = {
    facts: async () => undefined,
    changed: () => undefined,
    onChanged: () => () => undefined,
    async *follow({ sequence: from }, signal) {
      opened += 1;
      running += 1;
      try {
        for (let at = from; at <= length; at += 7) {
          await sleep(0);
          if (signal.aborted) return;
          if (breaksAt <= at) throw new Error('the broker is away');
          const end = Math.min(at + 7, length + 1);
          yield Array.from({ length: end - at }, (_, index) => eventAt(at + index));
        }
        await new Promise<void>((resolve) => {
          signal.addEventListener('abort', () => resolve(), { once: true });
          if (signal.aborted) resolve();
        });
      } finally {
        running -= 1;
      }
    },
  };
  return {
    feed,
    opened: () => opened,
    running: () => running,
    breakAt: (sequence: number) => {
      breaksAt = sequence;
    },
  };
};

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index);

/** Everything from a place to the end, with a pause after each batch. */
const readAll = async (
  feed: EventFeed,
  wish: { readonly from: number; readonly to: number; readonly pauseMs?: number },
): Promise<readonly number[]> => {
  const stop = new AbortController();
  const seen: number[] = [];
  for await (const batch of feed.follow({ sequence: wish.from, epoch: EPOCH }, stop.signal)) {
    expect(batch.length).toBeLessThanOrEqual(LIMITS.eventsAtOnce);
    seen.push(...batch.map(({ sequence }) => sequence));
    if (seen.at(-1) === wish.to) stop.abort();
    else if (wish.pauseMs !== undefined) await sleep(wish.pauseMs);
  }
  return seen;
};

test('readers at the same place share one reading of the stream', async () => {
  const stream = streamOf(200);
  const shared = shareFeed(stream.feed, LIMITS);
  const all = await Promise.all(
    range(1, 11).map((reader) => readAll(shared, { from: 1 + (reader % 3), to: 200 })),
  );
  for (const [index, seen] of all.entries())
    expect(seen).toEqual(range(1 + ((index + 1) % 3), 200));
  expect(stream.opened()).toBeLessThanOrEqual(3);
  await expect.poll(stream.running).toBe(0);
});

test('a slow reader holds back nobody, and misses nothing', async () => {
  const stream = streamOf(400);
  const shared = shareFeed(stream.feed, LIMITS);
  const ended: string[] = [];
  const read = async (name: string, pauseMs?: number): Promise<readonly number[]> => {
    const wish = { from: 1, to: 400, ...(pauseMs === undefined ? {} : { pauseMs }) };
    const seen = await readAll(shared, wish);
    ended.push(name);
    return seen;
  };
  const all = await Promise.all([read('slow', 15), read('fast'), read('lagging', 15)]);
  for (const seen of all) expect(seen).toEqual(range(1, 400));
  expect(ended[0]).toBe('fast');
  await expect.poll(stream.running).toBe(0);
});

test('a reader that stops takes nobody with it', async () => {
  const stream = streamOf(300);
  const shared = shareFeed(stream.feed, LIMITS);
  const early = (async () => {
    for await (const batch of shared.follow({ sequence: 1, epoch: EPOCH }, AbortSignal.any([])))
      if (0 < batch.length) return batch.length; // as one that meets an event it cannot fold
    return 0;
  })();
  const [seen, taken] = await Promise.all([readAll(shared, { from: 1, to: 300 }), early]);
  expect(taken).toBeGreaterThan(0);
  expect(seen).toEqual(range(1, 300));
});

test('what ends the stream is told to every reader, and the next reading begins anew', async () => {
  const stream = streamOf(100);
  const shared = shareFeed(stream.feed, LIMITS);
  stream.breakAt(50);
  const failed = await Promise.allSettled(
    range(1, 3).map(() => readAll(shared, { from: 1, to: 100 })),
  );
  expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  stream.breakAt(Number.POSITIVE_INFINITY);
  expect(await readAll(shared, { from: 43, to: 100 })).toEqual(range(43, 100));
});

test('one that waits at the end leaves at once when it is told to stop', async () => {
  const stream = streamOf(5);
  const shared = shareFeed(stream.feed, LIMITS);
  const stop = new AbortController();
  const seen: number[] = [];
  const reading = (async () => {
    for await (const batch of shared.follow({ sequence: 1, epoch: EPOCH }, stop.signal))
      seen.push(...batch.map(({ sequence }) => sequence));
  })();
  await expect.poll(() => seen.length).toBe(5);
  stop.abort();
  await reading;
  await expect.poll(stream.running).toBe(0);
});
