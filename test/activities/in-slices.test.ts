// A chunk in slices: every row once, two slices at a time, and after a failure nothing new begins.
import { expect, test } from 'vitest';
import { inSlices } from '../../activities/in-slices.ts';

const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

test('every row is in one slice, and the counts are those of all slices', async () => {
  const seen: number[] = [];
  let [atOnce, most] = [0, 0];
  const counted = await inSlices({ from: 1_000, count: 1_130 }, async ({ from, count }) => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    seen.push(...Array.from({ length: count }, (_, at) => from + at));
    await rest();
    atOnce -= 1;
    return { done: count - 1, skipped: 1, notInArea: 1 };
  });
  expect(seen.toSorted((a, b) => a - b)).toEqual(
    Array.from({ length: 1_130 }, (_, at) => 1_000 + at),
  );
  expect(counted).toEqual({ done: 1_125, skipped: 5, notInArea: 5 });
  expect(most).toBe(2);
});

test('nothing to do is nothing done', async () => {
  const never = () => Promise.reject(new Error('there is no slice'));
  expect(await inSlices({ from: 0, count: 0 }, never)).toEqual({ done: 0, skipped: 0 });
});

test('after a failure the slice under way ends before the failure is told, and none begins', async () => {
  const [begun, ended]: [number[], number[]] = [[], []];
  const work = async ({ from, count }: { from: number; count: number }) => {
    begun.push(from);
    await rest();
    if (from === 0) throw new Error('the store is away');
    await rest();
    ended.push(from);
    return { done: count, skipped: 0 };
  };
  await expect(inSlices({ from: 0, count: 5_000 }, work)).rejects.toThrow('the store is away');
  expect([begun, ended]).toEqual([[0, 250], [250]]);
});
