// Runs the bank simulator as the separate program it is, and ends it by its own process id.
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { reportOf as reportOfBooks } from '../../../apps/bank-simulator/books.ts';
import { readAnswerFile } from '../../../infra/bank/answers.ts';
import type { AnswerFile } from '../../../infra/bank/bank-port.ts';

const program = fileURLToPath(new URL('../../../apps/bank-simulator/main.ts', import.meta.url));

export type Run = {
  readonly args: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
};

export type Ended = {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
};

export type Simulator = {
  readonly process: ChildProcess;
  readonly ended: Promise<Ended>;
};

/** Without a folder the program looks for one in its environment. */
export const startSimulator = (dir: string | undefined, run: Run): Simulator => {
  const folder = dir === undefined ? [] : ['--dir', dir];
  const child = spawn(process.execPath, [program, ...folder, ...run.args], {
    env: { ...process.env, LINDUNG_FAULT: '', ...run.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const ended = once(child, 'close').then(([code, signal]) => ({ code, signal, stdout, stderr }));
  return { process: child, ended };
};

export const runSimulator = (dir: string, ...args: readonly string[]): Promise<Ended> =>
  startSimulator(dir, { args }).ended;

/** Ends a watching simulator and waits until it is gone. */
export const stopSimulator = async (
  simulator: Simulator,
  signal: NodeJS.Signals = 'SIGTERM',
): Promise<Ended> => {
  simulator.process.kill(signal);
  return simulator.ended;
};

export type Report = ReturnType<typeof reportOfBooks>;

export const reportOf = async (dir: string): Promise<Report> => {
  const { stdout } = await runSimulator(dir, '--report');
  return JSON.parse(stdout);
};

export const inboxOf = (dir: string): readonly string[] => readdirSync(join(dir, 'inbox')).sort();

export const answerIn = (dir: string, name: string): Extract<AnswerFile, { status: 'read' }> => {
  const file = readAnswerFile(readFileSync(join(dir, 'inbox', name)));
  if (file.status === 'unreadable') throw new Error(`${name}: ${file.code}`);
  return file;
};

export const waitUntil = async (holds: () => boolean, limitMs = 90_000): Promise<void> => {
  const end = Date.now() + limitMs;
  while (!holds()) {
    if (Date.now() > end) throw new Error('waited too long');
    await sleep(20);
  }
};
