// The demo as a stranger runs it without a terminal: it tells the story, stops by itself, and repeats.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { drawFrom } from '../../apps/demo/pseudo-random.ts';
import { runningInstallation } from '../../infra/local/runtime-file.ts';
import {
  documentIn,
  endDemos,
  runDemo,
  type Strike,
  type Told,
  UNREADABLE,
} from './demo-process.ts';

const SIXTY = ['--workers', '60'];
const SEED = process.env['DEMO_SEED'] ?? String(Date.now() % 1_000_000);
/** How often the story is cut off; more than in every run of the tests: DEMO_KILLS=10. */
const KILLS = Number(process.env['DEMO_KILLS'] ?? 1);
const draw = drawFrom(`demo ${SEED}`);

/** Beyond the founding of the offices, before the last words. */
const strikeOn = (who: Strike['who']): Strike => ({
  ...{ who, at: 8 + draw.below(26), pauseMs: draw.below(1_500) },
});

/** What the story gives that is told in peace: see test/apps/demo. */
const MEMBERS = { named_in_decree: '60', nominated: '60', refused: '0' };

describe('npm run demo, without a terminal', () => {
  const root = mkdtempSync(join(tmpdir(), 'lindung-demo-'));
  chmodSync(root, 0o711); // PostgreSQL may run as another user than we
  const dataDir = join(root, 'data');
  const cutOff: Told[] = [];
  let first: Told;
  let second: Told;

  beforeAll(async () => {
    console.log(`demo ${SEED}: repeat with DEMO_SEED`);
    for (let kill = 0; kill < KILLS; kill += 1)
      cutOff.push(await runDemo(dataDir, SIXTY, strikeOn('demo')));
    first = await runDemo(dataDir, SIXTY, strikeOn('worker'));
    second = await runDemo(dataDir, SIXTY);
  });
  afterAll(() => {
    endDemos();
    rmSync(root, { recursive: true, force: true });
  });

  test('was killed in the middle, each time, and said nothing in the end', () => {
    expect(cutOff.map(({ code, out }) => ({ code, out }))).toEqual(
      cutOff.map(() => ({ code: null, out: '' })),
    );
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
    expect(figures[today]).toMatchObject({
      ...{ ...MEMBERS, ended: '26', lapsed_now: '0', not_started_now: '0', claims_rejected: '0' },
      ...{ claims_reported: '26', claims_decided: '18', claims_withdrawn: '0' },
      ...{ payables_open_total: '0', open_total: '84000000', retained_total: '0' },
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
