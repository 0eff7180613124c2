// Works a chunk off in slices, two at a time: one is sealed and decided while the log takes in the other.
import type { ChunkDone } from './activities.ts';

type Range = { readonly from: number; readonly count: number };

/** One transaction of the log each; two keep this process and the log's server at work. */
const ROWS_PER_SLICE = 250;
const AT_ONCE = 2;

const slicesOf = ({ from, count }: Range): readonly Range[] =>
  Array.from({ length: Math.ceil(count / ROWS_PER_SLICE) }, (_, index) => {
    const begun = index * ROWS_PER_SLICE;
    return { from: from + begun, count: Math.min(ROWS_PER_SLICE, count - begun) };
  });

const sum = (one: ChunkDone, { done, skipped, notInArea }: ChunkDone): ChunkDone => ({
  done: one.done + done,
  skipped: one.skipped + skipped,
  ...(notInArea !== undefined && { notInArea: (one.notInArea ?? 0) + notInArea }),
});

/** After a failure nothing new begins, and what is under way ends before the failure is told. */
export const inSlices = async (
  range: Range,
  work: (slice: Range) => Promise<ChunkDone>,
  atOnce = AT_ONCE,
): Promise<ChunkDone> => {
  const waiting = [...slicesOf(range)];
  let total: ChunkDone = { done: 0, skipped: 0 };
  const hand = async (): Promise<void> => {
    try {
      for (let slice = waiting.shift(); slice !== undefined; slice = waiting.shift()) {
        const done = await work(slice);
        total = sum(total, done);
      }
    } catch (error) {
      waiting.length = 0;
      throw error;
    }
  };
  const hands = await Promise.allSettled(Array.from({ length: atOnce }, hand));
  for (const ended of hands) if (ended.status === 'rejected') throw ended.reason;
  return total;
};
