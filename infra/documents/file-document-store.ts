// Keeps documents as encrypted files named by the SHA-256 of their content.
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { KeyService } from '../keys/key-service.ts';
import type { DocumentStore } from './document-store.ts';

const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const readIfThere = async (path: string): Promise<Uint8Array | undefined> => {
  try {
    return await readFile(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
};

/** Bytes reach the disk before the name does: a name never stands for half a document. */
const writeDurably = async (path: string, bytes: Uint8Array): Promise<void> => {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const half = `${path}.${randomUUID()}.part`;
  const file = await open(half, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(half, path);
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
};

export const createFileDocumentStore = (options: {
  readonly folder: string;
  readonly keys: Pick<KeyService, 'encrypt' | 'decrypt'>;
}): DocumentStore => {
  const pathOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('not a hex SHA-256');
    return join(options.folder, sha256.slice(0, 2), sha256.slice(2));
  };
  const contextOf = (sha256: string): string => `document:${sha256}`;

  const get = async (sha256: string): Promise<Uint8Array | undefined> => {
    const cipher = await readIfThere(pathOf(sha256));
    if (cipher === undefined) return undefined;
    const bytes = options.keys.decrypt(contextOf(sha256), cipher);
    if (sha256Hex(bytes) !== sha256) throw new Error(`document ${sha256} was altered on disk`);
    return bytes;
  };

  return {
    async put(bytes) {
      const sha256 = sha256Hex(bytes);
      if ((await get(sha256)) === undefined)
        await writeDurably(pathOf(sha256), options.keys.encrypt(contextOf(sha256), bytes));
      return { sha256 };
    },
    get,
  };
};
