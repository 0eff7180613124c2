// One timer for one due instant: news before it neither cancels nor starts it again.
import { CancellationScope, condition, isCancellation, sleep } from '@temporalio/workflow';

export type OneTimer = {
  /** Until this holds, or so many milliseconds are over: then true. */
  waitFor(holds: () => boolean, waitMs: number): Promise<boolean>;
  /** Nothing is due any more. */
  drop(): void;
};

/** Due instants are ends of days; whoever computed the distance to one took a moment. */
const SAME_INSTANT_MS = 10_000;

/** A distance, not a date: in a workflow Temporal's own clock, the same on replay. */
// eslint-disable-next-line no-restricted-globals -- where a distance ends, never a date
const elapsedMs = (): number => Date.now();

type Running = { readonly endsAt: number; rang: boolean; cancel(): void };

const start = (waitMs: number): Running => {
  const scope = new CancellationScope();
  const running: Running = {
    endsAt: elapsedMs() + waitMs,
    rang: false,
    cancel: () => scope.cancel(),
  };
  scope
    .run(() => sleep(waitMs))
    .then(
      () => {
        running.rang = true;
      },
      (error: unknown) => {
        if (!isCancellation(error)) throw error;
      },
    );
  return running;
};

/**
 * A claim is told something at every command, and mostly its due day stays: a timer made anew each
 * time would be two more events of history, written before the command is answered.
 */
export const createOneTimer = (): OneTimer => {
  let timer: Running | undefined;
  const timerFor = (waitMs: number): Running => {
    const isSame =
      timer !== undefined &&
      !timer.rang &&
      Math.abs(timer.endsAt - elapsedMs() - waitMs) <= SAME_INSTANT_MS;
    if (timer !== undefined && isSame) return timer;
    timer?.cancel();
    return start(waitMs);
  };
  return {
    async waitFor(holds, waitMs) {
      const running = timerFor(waitMs);
      timer = running;
      await condition(() => holds() || running.rang);
      return !holds();
    },
    drop() {
      timer?.cancel();
      timer = undefined;
    },
  };
};
