// What was compiled once is kept where this installation may write, and where its operator says.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'lindung-compiled-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const version = (): string =>
  execFileSync(process.execPath, ['apps/cli/lindung.ts', '--version'], {
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE: folder },
  });

test('a command leaves its compiled sources in the folder named, and runs from them as before', () => {
  const first = version();
  expect(readdirSync(folder).length).toBeGreaterThan(0);
  expect(version()).toBe(first);
});

test('without a name they lie in the cache that the clone has for its servers too', () => {
  const program = `import { keepCompiled } from './infra/local/compile-cache.ts';
    import { getCompileCacheDir } from 'node:module';
    keepCompiled();
    console.log(getCompileCacheDir(), process.env.NODE_COMPILE_CACHE);`;
  const { NODE_COMPILE_CACHE: _, ...env } = process.env;
  const said = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    env,
  });
  const own = join(import.meta.dirname, '..', '..', '..', '.cache', 'compiled');
  expect(said).toMatch(new RegExp(`^${own}\\S* ${own}\\n$`));
});
