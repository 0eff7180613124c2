// A named point ends a process for certain, once, and only where a test asked for it.
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const POINTS = resolve(import.meta.dirname, '../../../infra/config/fault-points.ts');
const PASSES = `
  const { faultPoint } = await import(${JSON.stringify(POINTS)});
  for (const [name, commandId] of JSON.parse(process.argv[1])) {
    faultPoint(name, commandId);
    console.log(name);
  }`;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lindung-faults-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Pass = readonly [name: string, commandId?: string];

/** Passes the points in a process of its own; answers which it survived, and what ended it. */
const pass = (fault: string, ...passes: readonly Pass[]) =>
  new Promise<{ survived: readonly string[]; signal: string | null }>((done) => {
    execFile(
      process.execPath,
      ['--input-type=module', '--eval', PASSES, JSON.stringify(passes)],
      { env: { ...process.env, LINDUNG_FAULT: fault } },
      (error, stdout) => {
        const survived = stdout.split('\n').filter((line) => line !== '');
        done({ survived, signal: error?.signal ?? null });
      },
    );
  });

const append: Pass = ['worker.after-append'];
const publish: Pass = ['relay.after-publish'];

test('without a wish every point is passed', async () => {
  expect(await pass('', append, publish)).toEqual({
    survived: ['worker.after-append', 'relay.after-publish'],
    signal: null,
  });
});

test('the named point ends the process at its Nth passing', async () => {
  expect(await pass('relay.after-publish', append, publish)).toEqual({
    survived: ['worker.after-append'],
    signal: 'SIGKILL',
  });
  expect((await pass('relay.after-publish:3', publish, publish, publish)).survived.length).toBe(2);
});

test('an order in the folder is carried out once, so that the successor goes on', async () => {
  writeFileSync(join(folder, 'relay.after-publish'), '');
  expect((await pass(folder, append, publish)).signal).toBe('SIGKILL');
  expect(existsSync(join(folder, 'relay.after-publish.done'))).toBe(true);
  expect((await pass(folder, append, publish)).signal).toBeNull();
});

test('an order for one command lets the others pass', async () => {
  writeFileSync(join(folder, 'worker.after-append'), '\nthe-one');
  expect(
    await pass(
      folder,
      append,
      ['worker.after-append', 'another'],
      ['worker.after-append', 'the-one'],
    ),
  ).toEqual({ survived: ['worker.after-append', 'worker.after-append'], signal: 'SIGKILL' });
});

test('an order may end another process while its client stands at the point', async () => {
  const victim = execFile(process.execPath, ['--eval', 'setTimeout(() => {}, 60_000)']);
  const ended = new Promise((done) => victim.once('exit', (_code, signal) => done(signal)));
  writeFileSync(join(folder, 'worker.after-append'), String(victim.pid));
  expect((await pass(folder, append)).signal).toBeNull();
  expect(await ended).toBe('SIGKILL');
});
