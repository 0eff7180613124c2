// The demo as a stranger runs it without a terminal: it tells the story, stops by itself, and repeats.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runningInstallation } from '../../infra/local/runtime-file.ts';
import { documentIn, endDemos, runDemo, type Told, UNREADABLE } from './demo-process.ts';

const SIXTY = ['--workers', '60'];

describe('npm run demo, without a terminal', () => {
  const root = mkdtempSync(join(tmpdir(), 'lindung-demo-'));
  chmodSync(root, 0o711); // PostgreSQL may run as another user than we
  const dataDir = join(root, 'data');
  let first: Told;
  let second: Told;

  beforeAll(async () => {
    first = await runDemo(dataDir, SIXTY);
    second = await runDemo(dataDir, SIXTY);
  });
  afterAll(() => {
    endDemos();
    rmSync(root, { recursive: true, force: true });
  });

  test('ends by itself both times, with nothing left running', () => {
    expect([first.code, second.code], `${first.err}\n${second.err}`).toEqual([0, 0]);
    expect(runningInstallation(dataDir)).toBeUndefined();
  });

  test('gives back the running programme on the day of its list, and lives today', () => {
    const { figures } = documentIn(first);
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
    expect(documentIn(second).figures).toEqual(documentIn(first).figures);
  });

  test('tells its story as commands, in chapters, without a word of an error', () => {
    for (const { err } of [first, second]) {
      expect(err).toContain('$ npx lindung claim import');
      expect(err).toContain('$ npx lindung payout schedule trigger');
      expect(err).not.toMatch(UNREADABLE);
    }
  });
});
