// A list is kept while its chunks ask for it, and forgotten when they have ended or it failed.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { keepLast } from '../../activities/keep-last.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('what is asked for again and again is read once, and anew half a minute after the last', async () => {
  let readings = 0;
  const kept = keepLast<number>();
  const ask = (key: string) => kept(key, async () => (readings += 1));
  for (let chunk = 0; chunk < 5; chunk += 1) {
    expect(await ask('list')).toBe(1);
    await vi.advanceTimersByTimeAsync(20_000);
  }
  await vi.advanceTimersByTimeAsync(10_001);
  expect(await ask('list')).toBe(2);
  expect(await ask('another')).toBe(3);
});

test('a failed reading is not kept', async () => {
  const kept = keepLast<string>();
  await expect(kept('list', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await kept('list', async () => 'restored')).toBe('restored');
});
