// Starts the supervisor as a process of its own in a data folder of the test, and reads what it says.
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Runtime } from '../../infra/local/runtime-file.ts';
import type { Sentence } from '../../infra/local/sentence.ts';

const Line = z.object({ kind: z.string(), facts: z.unknown() });

export type TestStack = {
  readonly pid: number;
  /** The first answer: `started`, `attached` or `failed`. */
  readonly answer: Promise<{ readonly kind: string; readonly facts: unknown }>;
  readonly exited: Promise<number | null>;
  readonly sentences: readonly Sentence[];
  kill(signal: NodeJS.Signals): void;
};

export type StackRequest = {
  readonly dataDir: string;
  readonly apps?: readonly { readonly name: string; readonly entry: string }[];
  readonly environment?: NodeJS.ProcessEnv;
  readonly user?: { readonly uid: number; readonly gid: number };
};

const PROGRAM = fileURLToPath(new URL('./stack-program.ts', import.meta.url));
const started = new Set<ChildProcess>();

export const spawnStack = (request: StackRequest): TestStack => {
  const child = spawn(process.execPath, [PROGRAM], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      LINDUNG_DATA: request.dataDir,
      TEST_APPS: JSON.stringify(request.apps ?? []),
      ...request.environment,
    },
    ...request.user,
  });
  started.add(child);
  const sentences: Sentence[] = [];
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      started.delete(child);
      resolve(code);
    });
  });
  const answer = new Promise<{ kind: string; facts: unknown }>((resolve) => {
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (text) => {
      const line = Line.parse(JSON.parse(text));
      if (line.kind === 'log') sentences.push(line.facts as Sentence);
      else if (line.kind !== 'stopped') resolve({ kind: line.kind, facts: line.facts });
    });
    void exited.then((code) => resolve({ kind: 'exited', facts: code }));
  });
  const { pid } = child;
  if (pid === undefined) throw new Error('the supervisor did not start');
  return { pid, answer, exited, sentences, kill: (signal) => child.kill(signal) };
};

/** Waits for the answer and insists that the stack started. */
export const startedRuntime = async (stack: TestStack): Promise<Runtime> => {
  const { kind, facts } = await stack.answer;
  if (kind !== 'started') throw new Error(`expected a start, got ${kind} ${JSON.stringify(facts)}`);
  return facts as Runtime;
};

export const pidOf = (runtime: Runtime, name: string): number => {
  const pid = runtime.services.find((service) => service.name === name)?.process?.pid;
  if (pid === undefined) throw new Error(`${name} has no pid`);
  return pid;
};

export const stopStack = async (stack: TestStack): Promise<number | null> => {
  stack.kill('SIGINT');
  return stack.exited;
};

/** For afterEach: whatever a failed test left is asked to stop, by pid. */
export const stopAllStacks = async (): Promise<void> => {
  for (const child of started) {
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('exit', resolve));
  }
};

/** Polls, because what another process does has no event here. */
export const until = async (what: string, holds: () => boolean | Promise<boolean>) => {
  const limit = Date.now() + 90_000;
  while (!(await holds())) {
    if (Date.now() > limit) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
