// A real nats-server of its own for one test file, which may be killed and started again.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { resolveBinary } from '../../../infra/local/binaries.ts';
import { type RunningNats, startNatsServer } from '../../../infra/local/nats-server.ts';

export type TestNats = {
  readonly url: string;
  /** kill -9: what was not yet on disk is gone. */
  kill(): Promise<void>;
  /** On the same port; `empty` throws the whole store away first. */
  restart(options?: { readonly empty: boolean }): Promise<void>;
  /** Keeps a copy of the store as it is now. */
  keepCopy(): Promise<void>;
  /** kill -9, then back with the kept copy: everything since is lost. */
  returnToCopy(): Promise<void>;
  stop(): Promise<void>;
};

export const startTestNats = async (): Promise<TestNats> => {
  const folder = mkdtempSync(join(tmpdir(), 'lindung-nats-'));
  const binary = await resolveBinary('nats-server', { log: () => undefined });
  const first = await startNatsServer({ binary, dataDir: folder, port: 0, monitorPort: 0 });
  const { port } = first;
  const start = (): Promise<RunningNats> =>
    startNatsServer({ binary, dataDir: folder, port, monitorPort: 0 });
  let server = first;
  const kill = async (): Promise<void> => {
    process.kill(server.pid, 'SIGKILL');
    await server.exited;
  };
  const store = join(folder, 'jetstream');
  const copy = join(folder, 'kept');
  return {
    url: server.url,
    kill,
    keepCopy: async () => {
      await server.stop();
      cpSync(store, copy, { recursive: true });
      server = await start();
    },
    returnToCopy: async () => {
      await kill();
      rmSync(store, { recursive: true });
      cpSync(copy, store, { recursive: true });
      server = await start();
    },
    restart: async (options) => {
      if (options?.empty === true) rmSync(store, { recursive: true });
      server = await start();
    },
    stop: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** Waits for a fact instead of for a time. */
export const eventually = async (
  what: string,
  holds: () => boolean | Promise<boolean>,
  limitMs = 10_000,
): Promise<void> => {
  const until = performance.now() + limitMs;
  while (!(await holds())) {
    if (until < performance.now()) throw new Error(`not within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
};
