// Works one step of a batch off, chunk by chunk, and stops where a person or a new history asks for it.
import type { ChunkDone } from '../activities/activities.ts';
import type { Batch } from './batch-control.ts';
import { isHistoryLong, type News } from './news.ts';

export type Work = {
  readonly batch: Batch;
  readonly news: News;
  readonly from: number;
  readonly total: number;
  readonly rowsPerChunk: number;
  readonly historyEventsMax: number;
  run(from: number, count: number): Promise<ChunkDone>;
  /** The members before this place are done or skipped. */
  reached(next: number): void;
  complete(): Promise<void>;
};

/** False when it ended early: on news (somebody may have paused it), or for a new history. */
export const workOff = async (work: Work): Promise<boolean> => {
  const { batch, news, from, total, rowsPerChunk, historyEventsMax } = work;
  work.reached(from);
  for (let next = from; next < total; next += rowsPerChunk) {
    if (isHistoryLong(historyEventsMax)) return false;
    const count = Math.min(rowsPerChunk, total - next);
    await batch.chunk(async () => {
      if (news.isStale()) return;
      const chunk = await work.run(next, count);
      batch.add(chunk.done, chunk.skipped, chunk.notInArea);
      work.reached(next + count);
    });
    if (news.isStale()) return false;
  }
  let isCompleted = false;
  await batch.chunk(async () => {
    if (news.isStale()) return;
    await work.complete();
    batch.finish();
    isCompleted = true;
  });
  return isCompleted;
};
