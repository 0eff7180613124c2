// The prepared database of a running stack: made again when a service moves, closed once.
import { setTimeout as sleep } from 'node:timers/promises';
import { RESTART_BACKOFF_MIN_MS } from '../../infra/config/limits.ts';
import { asLocalFailure } from '../../infra/local/local-failure.ts';
import type { Log } from '../../infra/local/sentence.ts';
import { backoffMs } from './keep-running.ts';

export type Prepared = {
  readonly databaseUrl: string;
  /** Which log it holds; the programs refuse any other. */
  readonly identity?: string;
  /** Called once: when another one has taken its place, or when the stack stops. */
  readonly close?: () => void | Promise<void>;
};

export type KeptDatabase = {
  /** Undefined when the stack was stopped meanwhile. */
  first(): Promise<Prepared | undefined>;
  /** Tries until it succeeds: what was prepared before stays until then. */
  again(): Promise<Prepared | undefined>;
  /** Never rejects, because the services must still be stopped after it. */
  close(): Promise<void>;
};

export const keepDatabase = (options: {
  readonly prepare: () => Promise<Prepared>;
  readonly log: Log;
  readonly backoffMinMs?: number;
}): KeptDatabase => {
  const { prepare, log, backoffMinMs = RESTART_BACKOFF_MIN_MS } = options;
  const stopping = new AbortController();
  let current: Prepared | undefined;

  /** Forgotten first: whatever becomes of the closing, nobody closes it a second time. */
  const replaceBy = async (next: Prepared | undefined): Promise<void> => {
    const old = current;
    current = next;
    try {
      await old?.close?.();
    } catch (error) {
      log(asLocalFailure(error).sentence);
    }
  };

  const first = async (): Promise<Prepared | undefined> => {
    await replaceBy(await prepare());
    if (stopping.signal.aborted) await replaceBy(undefined);
    return current;
  };

  const again = async (): Promise<Prepared | undefined> => {
    for (let failures = 1; !stopping.signal.aborted; failures += 1) {
      try {
        return await first();
      } catch (error) {
        const why = asLocalFailure(error).sentence;
        const waitMs = backoffMs(failures, backoffMinMs);
        log({
          id: `Basis data belum siap lagi (${why.id}); dicoba lagi dalam ${waitMs} ms.`,
          en: `The database is not ready again (${why.en}); it is tried again in ${waitMs} ms.`,
        });
        await sleep(waitMs, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
    return undefined;
  };

  return {
    first,
    again,
    async close() {
      stopping.abort();
      await replaceBy(undefined);
    },
  };
};
