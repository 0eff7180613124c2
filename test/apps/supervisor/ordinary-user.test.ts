// Most people are not root: the whole stack as an ordinary user, in a folder of their own.
import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { resolveBinary } from '../../../infra/local/binaries.ts';
import {
  pidOf,
  spawnStack,
  startedRuntime,
  stopAllStacks,
  stopStack,
} from '../../support/stack.ts';

const NOBODY = { uid: 65_534, gid: 65_534 };

/** Run as root, the test plays an ordinary user; otherwise the one who runs it is one already. */
const playsUser = process.getuid?.() === 0;

const mayNotEnter = (): boolean =>
  playsUser &&
  spawnSync(process.execPath, ['--version'], { ...NOBODY, cwd: import.meta.dirname }).status !== 0;

let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'lindung-user-'));
  if (playsUser) chownSync(folder, NOBODY.uid, NOBODY.gid);
  await resolveBinary('nats-server', { log: () => undefined });
  await resolveBinary('temporal', { log: () => undefined });
});

afterAll(async () => {
  await stopAllStacks();
  rmSync(folder, { recursive: true, force: true });
});

test.skipIf(mayNotEnter())(
  'an ordinary user starts and stops everything (skipped where "nobody" may not enter the clone)',
  async () => {
    const dataDir = join(folder, 'data');
    const environment = { HOME: folder };
    const stack = spawnStack({ dataDir, environment, ...(playsUser && { user: NOBODY }) });
    const runtime = await startedRuntime(stack);
    expect(pidOf(runtime, 'postgres')).toBeGreaterThan(0);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, 'postgres', 'cluster')).uid).toBe(statSync(folder).uid);
    expect(await stopStack(stack)).toBe(0);
  },
);
