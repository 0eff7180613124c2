// Ends our children when we are killed without a chance to do it ourselves.
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { processStartedAt } from './process-facts.ts';

export type Guard = {
  readonly pid: number | undefined;
  /** Ends this process by `signal` should we die first. */
  watch(pid: number, signal: NodeJS.Signals): void;
  release(pid: number): void;
  close(): void;
};

const PROGRAM = fileURLToPath(new URL('./guard-process.ts', import.meta.url));

/**
 * A small process of its own that reads our pipe: the operating system closes it when we die,
 * also by SIGKILL, and then it ends what it was told to watch, the latest first.
 */
export const startGuard = (): Guard => {
  const child: ChildProcess = spawn(process.execPath, [PROGRAM], {
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  child.unref();
  child.on('error', () => undefined);
  child.stdin?.on('error', () => undefined); // the guard died: the next start ends leftovers
  const tell = (line: string): void => {
    child.stdin?.write(`${line}\n`);
  };
  return {
    pid: child.pid,
    watch: (pid, signal) =>
      tell(JSON.stringify({ pid, signal, startedAt: processStartedAt(pid) ?? '' })),
    release: (pid) => tell(JSON.stringify({ pid })),
    close: () => {
      child.stdin?.end();
    },
  };
};
