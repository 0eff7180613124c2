// One at a time: commands of one workflow are decided in the order in which they came.

export type Turns = {
  take<T>(work: () => Promise<T>): Promise<T>;
  isFree(): boolean;
};

export const createTurns = (): Turns => {
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;
  return {
    async take(work) {
      // Nobody before: begun at once. Each promise costs the sandbox a look at where it was made.
      const isFree = waiting === 0;
      waiting += 1;
      const mine = isFree ? work() : last.then(work);
      // The next in line starts whether this one was answered or failed.
      last = mine.then(
        () => undefined,
        () => undefined,
      );
      try {
        return await mine;
      } finally {
        waiting -= 1;
      }
    },
    isFree: () => waiting === 0,
  };
};
