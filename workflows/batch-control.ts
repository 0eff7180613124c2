// Progress, pause, resume and cancel of a batch, without losing a member.
import { condition, setHandler } from '@temporalio/workflow';
import type { BatchStepCode } from '../activities/activities.ts';
import { type BatchProgress, cancelBatch, pause, progress, resume } from './messages.ts';

/** What a new history must know of the old one: a pause outlives it, and so do the counts. */
export type BatchState = {
  readonly steps: readonly BatchProgress[];
  readonly step: BatchStepCode;
  readonly paused: boolean;
};

export type BatchControl = {
  begin(step: BatchStepCode, total: number, done: number, skipped: number): void;
  /** `notInArea` is a part of the skipped. */
  add(done: number, skipped: number, notInArea?: number): void;
  finish(): void;
  /** Waits while paused; false when the batch was cancelled. */
  mayGoOn(): Promise<boolean>;
  isCancelled(): boolean;
  done(): { readonly done: number; readonly skipped: number };
  carry(): BatchState;
};

/** Registers its handlers at once: messages may arrive before the first await. */
export const createBatchControl = (first: BatchStepCode, carried?: BatchState): BatchControl => {
  const steps = new Map((carried?.steps ?? []).map((known) => [known.step, known]));
  let step = carried?.step ?? first;
  let paused = carried?.paused ?? false;
  let cancelled = false;
  const at = (asked: BatchStepCode): BatchProgress =>
    steps.get(asked) ?? { step: asked, total: 0, done: 0, skipped: 0, state: 'RUNNING' };
  setHandler(pause, () => {
    paused = true;
  });
  setHandler(resume, () => {
    paused = false;
  });
  setHandler(cancelBatch, () => {
    cancelled = true;
  });
  setHandler(progress, (asked) => {
    const now = at(asked ?? step);
    if (now.state !== 'RUNNING') return now;
    if (cancelled) return { ...now, state: 'CANCELLED' };
    return paused ? { ...now, state: 'PAUSED' } : now;
  });
  return {
    begin(next, total, done, skipped) {
      step = next;
      const { notInArea } = at(step);
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
    async mayGoOn() {
      if (paused && !cancelled) await condition(() => !paused || cancelled);
      return !cancelled;
    },
    isCancelled: () => cancelled,
    done() {
      const { done, skipped } = at(step);
      return { done, skipped };
    },
    carry: () => ({ steps: [...steps.values()], step, paused }),
  };
};
