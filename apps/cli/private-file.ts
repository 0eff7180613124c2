// Writes a file with personal data so that nobody else can read it, whatever lay there before.
import { randomUUID } from 'node:crypto';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const isSpecial = async (path: string): Promise<boolean> => {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && !found.isFile();
};

/**
 * The mode of a write counts only for a file that is new: an older file keeps its own, open to
 * others or not. So the bytes go into a fresh file, which then takes the name.
 */
export const writePrivateFile = async (path: string, bytes: string | Uint8Array): Promise<void> => {
  // A pipe or a terminal keeps nothing and must not be replaced.
  if (await isSpecial(path)) return writeFile(path, bytes);
  const fresh = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    await writeFile(fresh, bytes, { flag: 'wx', mode: 0o600 });
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
};
