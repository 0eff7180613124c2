// Stores how far the relay has come: one write at a time, at most ten a second, the newest wins.
import type { RelayLedger, RelayState } from './relay-ledger.ts';

export type Recorder = {
  note(state: RelayState): void;
  /** Throws the failure of a write in the background, if there was one. */
  check(): void;
  flush(): Promise<void>;
};

const EVERY_MS = 100;

export const createRecorder = (
  ledger: Pick<RelayLedger, 'record'>,
  foreign: () => Error,
): Recorder => {
  let pending: RelayState | undefined;
  let writing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let failed: Error | undefined;

  const write = async (): Promise<void> => {
    const state = pending;
    pending = undefined;
    if (state === undefined) return;
    try {
      if (!(await ledger.record(state))) failed = foreign();
    } catch (error) {
      failed = error instanceof Error ? error : new Error('the record failed');
    }
  };
  const start = (): void => {
    timer = undefined;
    writing ??= write().finally(() => {
      writing = undefined;
      if (pending !== undefined) schedule();
    });
  };
  const schedule = (): void => {
    timer ??= setTimeout(start, EVERY_MS);
  };
  const check = (): void => {
    if (failed !== undefined) throw failed;
  };
  return {
    check,
    note: (state) => {
      pending = state;
      if (writing === undefined) schedule();
    },
    flush: async () => {
      clearTimeout(timer);
      timer = undefined;
      await writing;
      clearTimeout(timer);
      timer = undefined;
      await write();
      check();
    },
  };
};
