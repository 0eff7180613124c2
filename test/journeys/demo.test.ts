// The demo as a stranger runs it without a terminal: it tells the story, stops by itself, and repeats.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { PROJECT_ROOT } from '../../apps/supervisor/processes.ts';
import { runningInstallation } from '../../infra/local/runtime-file.ts';
import { productEnvironment } from './stack-process.ts';

type Told = { readonly code: number | null; readonly out: string; readonly err: string };

const running = new Set<number>();

/** `npm run` starts a shell that starts Node: one group of processes, ended together. */
const endGroup = (pid: number): void => {
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // It has ended by itself.
  }
};

const runDemo = (dataDir: string): Promise<Told> =>
  new Promise((resolve, reject) => {
    const { CI: _terminalOrNot, ...environment } = productEnvironment(dataDir);
    const child = spawn('npm', ['run', '-s', 'demo', '--', '--workers', '60', '--json'], {
      ...{ cwd: PROJECT_ROOT, env: environment, detached: true },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const { pid = 0 } = child;
    running.add(pid);
    const said = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => {
      said.out += chunk.toString();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      said.err += chunk.toString();
    });
    child.once('error', reject);
    child.once('close', (code) => {
      running.delete(pid);
      resolve({ code, ...said });
    });
  });

type Figures = Readonly<Record<string, Readonly<Record<string, string>>>>;

const documents = z.object({
  figures: z.record(z.string(), z.record(z.string(), z.string())),
  purses: z.object({ benefitsPaidIdr: z.string() }),
});

const figuresIn = (out: string): Figures => documents.parse(JSON.parse(out)).figures;

describe('npm run demo, without a terminal', () => {
  const root = mkdtempSync(join(tmpdir(), 'lindung-demo-'));
  chmodSync(root, 0o711); // PostgreSQL may run as another user than we
  const dataDir = join(root, 'data');
  let first: Told;
  let second: Told;

  beforeAll(async () => {
    first = await runDemo(dataDir);
    second = await runDemo(dataDir);
  });
  afterAll(() => {
    for (const pid of running) endGroup(pid);
    rmSync(root, { recursive: true, force: true });
  });

  test('ends by itself both times, with nothing left running', () => {
    expect([first.code, second.code], `${first.err}\n${second.err}`).toEqual([0, 0]);
    expect(runningInstallation(dataDir)).toBeUndefined();
  });

  test('gives back the running programme on the day of its list, and lives today', () => {
    const figures = figuresIn(first.out);
    const today = Object.keys(figures).at(-1) ?? '';
    expect(figures['2024-07-17']).toMatchObject({
      ...{ deaths_known: '11', claims_paid: '3', claims_in_verification: '8' },
      paid_total: '126000000',
    });
    // One death in every kelurahan, each carried to the bank.
    expect(figures[today]).toMatchObject({
      ...{ registered_cumulative: '60', deaths_known: '26', claims_paid: '18' },
      ...{ claims_in_verification: '8', paid_total: '756000000' },
    });
    expect(Number(figures[today]?.['active_now'])).toBe(60 - 26);
  });

  test('told again on the same data, it changes no figure', () => {
    expect(figuresIn(second.out)).toEqual(figuresIn(first.out));
  });

  test('tells its story as commands, in chapters, without a word of an error', () => {
    for (const { err } of [first, second]) {
      expect(err).toContain('$ npx lindung claim import');
      expect(err).toContain('$ npx lindung payout schedule trigger');
      expect(err).not.toMatch(/^\s+at .+\(.+:\d+:\d+\)$/m);
      expect(err).not.toContain('Warning:');
    }
  });
});
