// Lets Node read pages (`.tsx`): esbuild turns them into JavaScript as they are first imported.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync, version } from 'esbuild';
import { CACHES, isWritable } from '../../infra/local/cache-folders.ts';

const OPTIONS = {
  loader: 'tsx',
  format: 'esm',
  target: 'node24',
  jsx: 'automatic',
  jsxImportSource: 'hono/jsx',
  sourcemap: 'inline',
} as const;

/** Kept by content beside what Node compiled: a start after the first transforms nothing. */
const kept = (folder: string | undefined, source: string, make: () => string): string => {
  if (folder === undefined) return make();
  const name = createHash('sha256').update(`${version}\n${source}`).digest('hex');
  const path = join(folder, `${name}.js`);
  if (existsSync(path)) return readFileSync(path, 'utf8');
  const code = make();
  writeFileSync(`${path}.${process.pid}`, code);
  renameSync(`${path}.${process.pid}`, path);
  return code;
};

/** Call before a page is imported. Types are the compiler's matter (`tsc`), not looked at here. */
export const readPages = (): void => {
  const cache = CACHES.map((folder) => join(folder, 'pages')).find(isWritable);
  if (cache !== undefined) mkdirSync(cache, { recursive: true });
  registerHooks({
    load(url, context, next) {
      if (!url.endsWith('.tsx')) return next(url, context);
      const sourcefile = fileURLToPath(url);
      const source = readFileSync(sourcefile, 'utf8');
      const code = kept(
        cache,
        `${sourcefile}\n${source}`,
        () => transformSync(source, { ...OPTIONS, sourcefile }).code,
      );
      return { format: 'module', source: code, shortCircuit: true };
    },
  });
};
