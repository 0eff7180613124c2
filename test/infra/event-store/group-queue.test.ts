// What the queue before a group promises: nobody waits on purpose, nobody overtakes, nobody is lost.
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { type GroupAnswers, groupCommit } from '../../../infra/event-store/group-commit.ts';

type Request = { readonly id: string; readonly keys: readonly string[]; readonly bytes: number };
type Answer = { readonly to: string };

const requestOf = (id: string, given: Partial<Request> = {}): Request => ({
  id,
  keys: [id],
  bytes: 1,
  ...given,
});

const LIMITS = { flights: 2, requests: 4, bytes: 100 };
const ROUND_TRIP_MS = 5;

/** Writes down who left with whom; `fails` decides what befalls a group or a single. */
const recording = (
  options: {
    readonly limits?: typeof LIMITS;
    group?(ids: readonly string[]): GroupAnswers<Answer>;
    single?(id: string): void;
  } = {},
) => {
  const departures: string[][] = [];
  let now = 0;
  let most = 0;
  const away = async <T>(ids: readonly string[], work: () => T): Promise<T> => {
    departures.push([...ids]);
    now += 1;
    most = Math.max(most, now);
    await sleep(ROUND_TRIP_MS);
    now -= 1;
    return work();
  };
  const { submit, settled } = groupCommit<Request, Answer>({
    limits: options.limits ?? LIMITS,
    sendOne: ({ id }) =>
      away([id], () => {
        options.single?.(id);
        return { to: id };
      }),
    sendGroup: (requests) => {
      const ids = requests.map(({ id }) => id);
      return away(ids, () => options.group?.(ids) ?? ids.map((to) => ({ to })));
    },
    concernsAll: (error) => error instanceof Error && error.message === 'away',
  });
  return { submit, settled, departures, most: () => most };
};

const submitAll = (
  { submit }: Pick<ReturnType<typeof recording>, 'submit'>,
  requests: readonly Request[],
) => Promise.allSettled(requests.map(submit));

describe('the queue before a group', () => {
  test('lets a lone request leave in the turn it came, by itself', async () => {
    const queue = recording();
    const answer = queue.submit(requestOf('a'));
    await Promise.resolve();
    await new Promise((resolve) => process.nextTick(resolve));
    expect(queue.departures).toEqual([['a']]);
    expect(await answer).toEqual({ to: 'a' });
  });

  test('sends together what came together, on so many flights and not more', async () => {
    const queue = recording();
    const ids = Array.from({ length: 20 }, (_, n) => `r${n}`);
    const results = await submitAll(
      queue,
      ids.map((id) => requestOf(id)),
    );
    expect(results).toEqual(ids.map((to) => ({ status: 'fulfilled', value: { to } })));
    expect(queue.departures.map(({ length }) => length)).toEqual([4, 4, 4, 4, 4]);
    expect(queue.departures.flat()).toEqual(ids);
    expect(queue.most()).toBe(2);
  });

  test('sends what arrives during a round trip with the next', async () => {
    const queue = recording({ limits: { ...LIMITS, flights: 1 } });
    const first = queue.submit(requestOf('a'));
    await sleep(1);
    const rest = [queue.submit(requestOf('b')), queue.submit(requestOf('c'))];
    await Promise.all([first, ...rest]);
    expect(queue.departures).toEqual([['a'], ['b', 'c']]);
  });

  test('never lets two that share a key leave before the first has its answer, in order', async () => {
    const queue = recording();
    await submitAll(queue, [
      requestOf('a', { keys: ['s', 'a'] }),
      requestOf('b', { keys: ['s', 'name'] }),
      requestOf('c', { keys: ['name'] }), // waits behind b, which waits behind a
      requestOf('d', { keys: ['d'] }),
    ]);
    expect(queue.departures).toEqual([['a', 'd'], ['b'], ['c']]);
  });

  test('keeps a group within its bytes, and lets one that is larger go alone', async () => {
    const queue = recording({ limits: { ...LIMITS, flights: 1 } });
    await submitAll(queue, [
      requestOf('a', { bytes: 60 }),
      requestOf('b', { bytes: 60 }),
      requestOf('c', { bytes: 40 }),
      requestOf('d', { bytes: 500 }),
    ]);
    expect(queue.departures).toEqual([['a', 'c'], ['b'], ['d']]);
  });

  test('sends each by itself after a group that failed, so that each gets its own answer', async () => {
    const queue = recording({
      group: () => {
        throw new Error('one of you is odd');
      },
      single: (id) => {
        if (id === 'b') throw new Error('odd');
      },
      limits: { ...LIMITS, flights: 1 },
    });
    const results = await submitAll(queue, [requestOf('a'), requestOf('b'), requestOf('c')]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(queue.departures).toEqual([['a', 'b', 'c'], ['a'], ['b'], ['c']]);
  });

  test('sends again only those that a group could not answer, before whoever came later', async () => {
    const queue = recording({
      group: (ids) => ids.map((to) => (to === 'b' ? 'alone' : { to })),
      limits: { ...LIMITS, flights: 1 },
    });
    await submitAll(queue, [
      requestOf('a'),
      requestOf('b', { keys: ['s'] }),
      requestOf('c', { keys: ['s'] }),
    ]);
    expect(queue.departures).toEqual([['a', 'b'], ['b'], ['c']]);
  });

  test('tells all of a group an error that concerns all, and goes on', async () => {
    const queue = recording({
      group: () => {
        throw new Error('away');
      },
      limits: { ...LIMITS, flights: 1 },
    });
    const results = await submitAll(queue, [requestOf('a'), requestOf('b')]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await queue.submit(requestOf('a'))).toEqual({ to: 'a' });
  });

  test('is settled when nothing waits and nothing is under way', async () => {
    const queue = recording();
    await queue.settled();
    const answered: string[] = [];
    for (const id of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'])
      void queue.submit(requestOf(id)).then(({ to }) => answered.push(to));
    await queue.settled();
    expect(answered).toHaveLength(9);
  });
});
