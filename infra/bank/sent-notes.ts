// Our own notes of the payment files that were handed over: kept beside the bank's folder, apart from the log.
import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, syncFolder, writeSynced } from './synced-files.ts';

export const WITHDRAWN = 'withdrawn';

/** The hash of the file, or that it was withdrawn; then the end-to-end ids that left in it. */
type Note = { readonly word: string; readonly endToEndIds: readonly string[] };

export const noteOf = async (sent: string, name: string): Promise<Note | undefined> => {
  try {
    const text = await readFile(join(sent, name), 'utf8');
    const [word = '', ...endToEndIds] = text.split('\n');
    return { word, endToEndIds };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};

/** The first note about a name stands for ever; answers the one that stands and whether it is ours. */
export const takeNote = async (
  sent: string,
  name: string,
  { word, endToEndIds }: Note,
): Promise<{ readonly word: string; readonly isOurs: boolean }> => {
  const temp = join(sent, `.${name}.${randomUUID()}.tmp`);
  await writeSynced(temp, new TextEncoder().encode([word, ...endToEndIds].join('\n')));
  try {
    await link(temp, join(sent, name));
    await syncFolder(sent);
    return { word, isOurs: true };
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
    return { word: (await noteOf(sent, name))?.word ?? '', isOurs: false };
  } finally {
    await unlink(temp);
  }
};

/**
 * The log may have gone back to an older backup and make a payment anew, in a run of another name: the
 * notes are kept beside the bank's folder and did not go back with it.
 */
export const sentBefore = async (
  sent: string,
  name: string,
  endToEndIds: readonly string[],
): Promise<readonly string[]> => {
  const asked = new Set(endToEndIds);
  const found: string[] = [];
  for (const other of await readdir(sent)) {
    if (other === name || other.startsWith('.')) continue;
    const note = await noteOf(sent, other);
    if (note === undefined || note.word === WITHDRAWN) continue;
    found.push(...note.endToEndIds.filter((id) => asked.has(id)));
  }
  return found;
};
