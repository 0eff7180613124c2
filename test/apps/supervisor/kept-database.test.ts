// The prepared database of a stack: tried again after a move, and closed once whatever happens.
import { expect, test } from 'vitest';
import { keepDatabase, type Prepared } from '../../../apps/supervisor/kept-database.ts';

/** Each preparation answers as told, and counts how often it is closed. */
const preparations = (...answers: readonly ('ready' | 'fails' | 'closes badly')[]) => {
  const closed: number[] = [];
  const lines: string[] = [];
  let asked = 0;
  const prepare = async (): Promise<Prepared> => {
    const number = asked;
    asked += 1;
    const answer = answers[number];
    if (answer === 'fails') throw new Error('not yet');
    return {
      databaseUrl: `postgres://${number}`,
      close: async () => {
        closed.push(number);
        if (answer === 'closes badly') throw new Error('the pool is gone');
      },
    };
  };
  const log = ({ en }: { en: string }): void => {
    lines.push(en);
  };
  const database = keepDatabase({ prepare, log, backoffMinMs: 1 });
  return { database, closed, lines, asked: () => asked };
};

test('after a move it is tried until it succeeds, and the one before stays until then', async () => {
  const { database, closed, lines } = preparations('ready', 'fails', 'fails', 'ready');
  await database.first();
  const again = database.again();
  expect(closed).toEqual([]);
  expect((await again)?.databaseUrl).toBe('postgres://3');
  expect(closed).toEqual([0]);
  expect(lines.filter((line) => /is tried again in \d+ ms/.test(line))).toHaveLength(2);
  await database.close();
  await database.close();
  expect(closed).toEqual([0, 3]);
});

test('one that cannot be closed is said and holds up neither a move nor the stop', async () => {
  const { database, closed, lines } = preparations('closes badly', 'closes badly');
  await database.first();
  expect((await database.again())?.databaseUrl).toBe('postgres://1');
  await database.close();
  expect(closed).toEqual([0, 1]);
  expect(lines).toHaveLength(2);
});

test('the stop ends the tries', async () => {
  const never = Array.from({ length: 1000 }, () => 'fails' as const);
  const { database, asked } = preparations('ready', ...never);
  await database.first();
  const again = database.again();
  await database.close();
  expect(await again).toBeUndefined();
  expect(asked()).toBeLessThanOrEqual(3);
});

test('one that becomes ready during the stop is closed at once', async () => {
  const { database, closed } = preparations('ready');
  const starting = database.first();
  await database.close();
  expect(await starting).toBeUndefined();
  expect(closed).toEqual([0]);
});

test('a first preparation that fails is told to the caller', async () => {
  const { database } = preparations('fails');
  await expect(database.first()).rejects.toThrow('not yet');
});
