// Passes batches on, and says so when none has come for a while: a moment to store what was put off.

type Turn<T> = IteratorResult<T> | 'quiet';

const turnOf = <T>(next: Promise<IteratorResult<T>>, quietMs: number): Promise<Turn<T>> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve('quiet'), quietMs);
    next.then(resolve, reject).finally(() => clearTimeout(timer));
  });

/** Yields `undefined` in each quiet spell. The source ends with this generator. */
export const orQuiet = async function* <T>(
  open: (signal: AbortSignal) => AsyncIterable<T>,
  quietMs: number,
  signal: AbortSignal,
): AsyncGenerator<T | undefined> {
  const own = new AbortController();
  const source = open(AbortSignal.any([signal, own.signal]))[Symbol.asyncIterator]();
  let next = source.next();
  try {
    for (;;) {
      const turn = await turnOf(next, quietMs);
      if (turn === 'quiet') yield undefined;
      else if (turn.done === true) return;
      else {
        yield turn.value;
        next = source.next();
      }
    }
  } finally {
    own.abort(); // a source that still waits for its next batch ends by this
    await next.catch(() => undefined);
    await source.return?.();
  }
};
