// Keeps bundled workflow code between starts, under a name made of everything that goes into it.
import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CACHES, isWritable } from '../local/cache-folders.ts';

export type KeptCode = { readonly code: string };

const ROOT = join(import.meta.dirname, '..', '..');
/** `test/workflows/workflow-code.test.ts` proves that no other source of ours is in the bundle. */
const SOURCES = join(ROOT, 'workflows');
/** Names the version of every package, the bundler's own too. */
const LOCK_FILE = join(ROOT, 'package-lock.json');
/** What nobody asked for so long belongs to sources that are gone. */
const FORGOTTEN_AFTER_MS = 7 * 24 * 3_600_000;

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Undefined where it cannot be known what would be in the bundle: then nothing is kept. */
export const bundleKey = (): string | undefined => {
  try {
    const sources = readdirSync(SOURCES)
      .toSorted()
      .map((name) => [name, readFileSync(join(SOURCES, name), 'utf8')]);
    const lock = readFileSync(LOCK_FILE, 'utf8');
    return sha256(JSON.stringify([ROOT, process.version, lock, sources]));
  } catch {
    return undefined;
  }
};

/** The first line is the hash of the rest: a file that was cut short is no bundle. */
const read = (path: string): KeptCode | undefined => {
  try {
    const text = readFileSync(path, 'utf8');
    const end = text.indexOf('\n');
    const code = text.slice(end + 1);
    return text.slice(0, end) === sha256(code) ? { code } : undefined;
  } catch {
    return undefined;
  }
};

const forgetOld = (folder: string): void => {
  for (const path of readdirSync(folder).map((name) => join(folder, name)))
    if (Date.now() - statSync(path).mtimeMs > FORGOTTEN_AFTER_MS) rmSync(path, { force: true });
};

/** Moved into place whole: another worker may read at this very moment. */
const keep = (folder: string, key: string, { code }: KeptCode): void => {
  const fresh = join(folder, `${key}.${randomUUID()}`);
  try {
    writeFileSync(fresh, `${sha256(code)}\n${code}`, { mode: 0o600 });
    renameSync(fresh, join(folder, key));
    forgetOld(folder);
  } catch {
    rmSync(fresh, { force: true }); // a full disk: the next start bundles anew
  }
};

export const keptOrMade = async (
  key: string | undefined,
  make: () => Promise<KeptCode>,
  caches: readonly string[] = CACHES,
): Promise<KeptCode> => {
  const folder = caches.map((cache) => join(cache, 'workflows')).find(isWritable);
  if (key === undefined || folder === undefined) return make();
  const found = read(join(folder, key));
  if (found !== undefined) return found;
  const made = await make();
  keep(folder, key, made);
  return made;
};
