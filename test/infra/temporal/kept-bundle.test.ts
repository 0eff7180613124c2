// A worker starts from the bundle that another start has made, and never from half of one.
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { bundleKey, keptOrMade } from '../../../infra/temporal/kept-bundle.ts';

const root = mkdtempSync(join(tmpdir(), 'lindung-bundle-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let cache: string;
let made: number;

const make = async () => {
  made += 1;
  return { code: `// made ${made}\nbundle` };
};
const ask = (key: string | undefined) => keptOrMade(key, make, [cache]);
const files = (): readonly string[] =>
  readdirSync(join(cache, 'workflows')).map((name) => join(cache, 'workflows', name));

beforeEach(() => {
  cache = mkdtempSync(join(root, 'cache-'));
  made = 0;
});

test('what was bundled once is read the next time', async () => {
  expect(await ask('one')).toEqual({ code: '// made 1\nbundle' });
  expect(await ask('one')).toEqual({ code: '// made 1\nbundle' });
  expect(made).toBe(1);
});

test('other sources have a bundle of their own, and the former one is still there', async () => {
  await ask('one');
  expect(await ask('two')).toEqual({ code: '// made 2\nbundle' });
  expect(await ask('one')).toEqual({ code: '// made 1\nbundle' });
});

test('a file that was cut short or changed is not believed: it is made and kept anew', async () => {
  await ask('one');
  const [path = ''] = files();
  const text = readFileSync(path, 'utf8');
  for (const broken of ['', text.slice(0, -1), text.replace('bundle', 'bandit')]) {
    writeFileSync(path, broken);
    const before = made;
    expect((await ask('one')).code).toBe(`// made ${before + 1}\nbundle`);
    expect((await ask('one')).code).toBe(`// made ${before + 1}\nbundle`);
  }
});

test('nothing is kept where it is not known what would be in it', async () => {
  await ask(undefined);
  await ask(undefined);
  expect(made).toBe(2);
});

test('what nobody asked for in a week is forgotten when another is kept', async () => {
  await ask('old');
  const [path = ''] = files();
  const longAgo = new Date(Date.now() - 8 * 24 * 3_600_000);
  utimesSync(path, longAgo, longAgo);
  await ask('new');
  expect(files()).toEqual([join(cache, 'workflows', 'new')]);
});

test('the key is the same for the same sources', () => {
  expect(bundleKey()).toMatch(/^[0-9a-f]{64}$/);
  expect(bundleKey()).toBe(bundleKey());
});
