// The demo as a stranger runs it without a terminal: it tells the story, stops by itself, and repeats.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
    const child = spawn('npm', ['run', 'demo', '--', '--workers', '60'], {
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

/** The lines between a headline and the next empty line. */
const paragraph = (out: string, headline: string): readonly string[] => {
  const lines = out.split('\n');
  const start = lines.findIndex((line) => line.startsWith(headline));
  const rest = lines.slice(start + 1);
  return start < 0 ? [] : rest.slice(0, rest.indexOf(''));
};

const figuresIn = (out: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    paragraph(out, 'Angka,').map((line) => {
      const [, name = line, value = ''] = /^ {2}(.+?) {2,}((?:Rp\s)?[\d.]+)$/.exec(line) ?? [];
      return [name, value.replace(/\s/, ' ')];
    }),
  );

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

  test('pays one family, and counts everybody', () => {
    const figures = figuresIn(first.out);
    expect(figures).toMatchObject({
      ...{ 'kematian diketahui': '1', 'klaim dibayar': '1', 'dalam verifikasi': '0' },
      'manfaat dibayar': 'Rp 42.000.000',
    });
    expect(Number(figures['terdaftar kumulatif'])).toBeGreaterThan(40);
    expect(Number(figures['aktif sekarang'])).toBe(Number(figures['terdaftar kumulatif']) - 1);
  });

  test('told again on the same data, it changes no figure', () => {
    expect(figuresIn(second.out)).toEqual(figuresIn(first.out));
  });

  test('closes with the addresses, and with what to look at next', () => {
    for (const { out } of [first, second]) {
      const addresses = paragraph(out, 'Berjalan di').map((line) => line.trim().split(/ {2,}/));
      const names = addresses.map(([name]) => name);
      expect(names).toEqual(expect.arrayContaining(['postgres', 'nats', 'temporal', 'worker']));
      for (const [name, address] of addresses.slice(0, 3))
        expect(address, name).toMatch(/^127\.0\.0\.1:\d+$/);
      expect(out.trimEnd().split('\n').at(-1)).toContain('npx lindung');
    }
  });
});
