// Progress of a batch, and the place at which a person pauses or cancels it; the log says which.
import { condition, setHandler } from '@temporalio/workflow';
import type { BatchStepCode } from '../activities/activities.ts';
import type { BatchPlace, BatchControl as Control } from '../domain/batch.ts';
import type { Answer } from '../domain/command.ts';
import { type BatchProgress, progress } from './messages.ts';

/** What a new history must know of the old one; whether it may go on stands in the log. */
export type BatchState = {
  readonly steps: readonly BatchProgress[];
  readonly step: BatchStepCode;
};

/** A chunk takes a second or two; one that hangs must not keep a person from cancelling. */
const CHUNK_WAIT = '5 seconds';

export type Batch = {
  begin(step: BatchStepCode, total: number, done: number, skipped: number): void;
  /** `notInArea` is a part of the skipped. */
  add(done: number, skipped: number, notInArea?: number): void;
  finish(): void;
  /** What the log says now. */
  obey(control: Control): void;
  isCancelled(): boolean;
  /** One chunk, or the end of a step: nobody steers in the middle of it. */
  chunk(work: () => Promise<void>): Promise<void>;
  /** Decides a person's wish between two chunks, with the place that was reached. */
  steer(decide: (at: BatchPlace) => Promise<Answer>): Promise<Answer>;
  done(): { readonly done: number; readonly skipped: number; readonly notInArea: number };
  carry(): BatchState;
};

/** Registers its handler at once: questions may arrive before the first await. */
export const createBatch = (first: BatchStepCode, carried?: BatchState): Batch => {
  const steps = new Map((carried?.steps ?? []).map((known) => [known.step, known]));
  let step = carried?.step ?? first;
  let control: Control = 'RUNNING';
  let isBusy = false;
  let steering = 0;
  const at = (asked: BatchStepCode): BatchProgress =>
    steps.get(asked) ?? { step: asked, total: 0, done: 0, skipped: 0, state: 'RUNNING' };
  const place = (): BatchPlace => {
    const { total, done, skipped, state } = at(step);
    const isAtWork = state === 'RUNNING' && total > 0;
    return isAtWork
      ? { step, done, skipped, left: total - done - skipped }
      : { step: null, done: 0, skipped: 0, left: 0 };
  };
  setHandler(progress, (asked) => {
    const now = at(asked ?? step);
    return now.state === 'RUNNING' ? { ...now, state: control } : now;
  });
  return {
    begin(next, total, done, skipped) {
      step = next;
      const notInArea = done + skipped > 0 ? at(step).notInArea : undefined;
      const counts = { total, done, skipped, ...(notInArea !== undefined && { notInArea }) };
      steps.set(step, { step, ...counts, state: 'RUNNING' });
    },
    add(done, skipped, notInArea) {
      const now = at(step);
      const outside = (now.notInArea ?? 0) + (notInArea ?? 0);
      const counts = { done: now.done + done, skipped: now.skipped + skipped };
      steps.set(step, { ...now, ...counts, ...(outside > 0 && { notInArea: outside }) });
    },
    finish() {
      steps.set(step, { ...at(step), state: 'COMPLETED' });
    },
    obey(now) {
      control = now;
    },
    isCancelled: () => control === 'CANCELLED',
    async chunk(work): Promise<void> {
      if (steering > 0) await condition(() => steering === 0);
      isBusy = true;
      try {
        await work();
      } finally {
        isBusy = false;
      }
    },
    async steer(decide) {
      steering += 1;
      try {
        if (isBusy) await condition(() => !isBusy, CHUNK_WAIT);
        return await decide(place());
      } finally {
        steering -= 1;
      }
    },
    done() {
      const { done, skipped, notInArea = 0 } = at(step);
      return { done, skipped, notInArea };
    },
    carry: () => ({ steps: [...steps.values()], step }),
  };
};
