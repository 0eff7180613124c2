// `npm run demo` as a stranger runs it without a terminal: a group of processes, ended together.
import { spawn } from 'node:child_process';
import { z } from 'zod';
import { PROJECT_ROOT } from '../../apps/supervisor/processes.ts';
import { runningInstallation } from '../../infra/local/runtime-file.ts';
import { productEnvironment } from './stack-process.ts';

export type Told = { readonly code: number | null; readonly out: string; readonly err: string };

const running = new Set<number>();

/** Whatever a test left running. */
export const endDemos = (): void => {
  for (const pid of running) {
    try {
      process.kill(-pid, 'SIGTERM');
    } catch {
      // It has ended by itself.
    }
  }
};

/** Who is killed, without a word, once so many commands of the story have been typed. */
export type Strike = {
  readonly at: number;
  readonly pauseMs: number;
  readonly who: 'demo' | 'worker';
};

const TYPED = /^ {4}\$ npx lindung /gm;

const hit = ({ who }: Strike, dataDir: string, group: number): void => {
  if (who === 'demo') {
    process.kill(-group, 'SIGKILL');
    return;
  }
  const services = runningInstallation(dataDir)?.services ?? [];
  const worker = services.find(({ name }) => name === 'worker')?.process?.pid;
  if (worker === undefined) throw new Error('the worker has no pid now');
  process.kill(worker, 'SIGKILL');
};

/** `npm run` starts a shell that starts Node. */
export const runDemo = (
  dataDir: string,
  words: readonly string[],
  strike?: Strike,
): Promise<Told> =>
  new Promise((resolve, reject) => {
    const { CI: _terminalOrNot, ...environment } = productEnvironment(dataDir);
    const child = spawn('npm', ['run', '-s', 'demo', '--', ...words, '--json'], {
      ...{ cwd: PROJECT_ROOT, env: environment, detached: true },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { pid = 0 } = child;
    running.add(pid);
    const said = { out: '', err: '' };
    let isStruck = false;
    child.stdout.on('data', (chunk: Buffer) => {
      said.out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said.err += chunk.toString();
      const typed = said.err.match(TYPED)?.length ?? 0;
      if (strike === undefined || isStruck || typed < strike.at) return;
      isStruck = true;
      setTimeout(() => hit(strike, dataDir, pid), strike.pauseMs);
    });
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(pid);
      resolve({ code, ...said });
    });
  });

const documents = z.object({
  figures: z.record(z.string(), z.record(z.string(), z.string())),
  purses: z.object({ benefitsPaidIdr: z.string() }),
});

export const documentIn = ({ out }: Told) => documents.parse(JSON.parse(out));

/** A stack trace or a warning of Node is nothing that a stranger should read. */
export const UNREADABLE = /^\s+at .+\(.+:\d+:\d+\)$|Warning:/m;
