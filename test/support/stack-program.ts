// A supervisor as a process of its own, with programs of the test's choice; for tests to kill.
import { z } from 'zod';
import { openStack } from '../../apps/supervisor/supervisor.ts';
import { readSettings } from '../../infra/config/settings.ts';
import { isFailure } from '../../infra/failure.ts';

const Apps = z.array(z.object({ name: z.string(), entry: z.string() }));

/** Stands in for the log's identity: the bare stack has no log. */
const identity = process.env['TEST_IDENTITY'];

/** How many preparations after the first one fail: a database that is not ready yet after a move. */
let failuresLeft = Number(process.env['TEST_PREPARE_FAILURES'] ?? '0');
let prepared = 0;

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort());

const say = (kind: string, facts: unknown): void => {
  process.stdout.write(`${JSON.stringify({ kind, facts })}\n`);
};

/** Closes as a pool does: a second time is an error. */
const closing = (number: number): (() => Promise<void>) => {
  let isClosed = false;
  return async () => {
    if (isClosed) throw new Error(`${number} was closed twice`);
    isClosed = true;
    say('log', { id: `persiapan ${number} ditutup`, en: `preparation ${number} was closed` });
  };
};

const prepareDatabase = async (ownerUrl: string) => {
  if (prepared > 0 && failuresLeft > 0) {
    failuresLeft -= 1;
    throw new Error('not yet');
  }
  prepared += 1;
  return {
    databaseUrl: ownerUrl,
    ...(identity !== undefined && { identity }),
    close: closing(prepared),
  };
};

try {
  const stack = await openStack({
    settings: readSettings(),
    log: (sentence) => say('log', sentence),
    signal: stopping.signal,
    prepareDatabase,
    processes: Apps.parse(JSON.parse(process.env['TEST_APPS'] ?? '[]')),
  });
  say(stack.status, stack.runtime);
  if (stack.status === 'started') {
    if (!stopping.signal.aborted) {
      await new Promise((resolve) => stopping.signal.addEventListener('abort', resolve));
    }
    await stack.stop();
    say('stopped', {});
  }
} catch (error) {
  say('failed', isFailure(error) ? { code: error.code, sentence: error.sentence } : String(error));
  process.exitCode = 1;
}
