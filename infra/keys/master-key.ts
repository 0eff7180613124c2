// The root secret: made at first start in a file only we may read, or given from outside.
import { randomBytes } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { failure } from '../failure.ts';

export type MasterKey = {
  readonly root: Uint8Array;
  /** Beside the key, outside the database and its backups: what was shredded stays shredded. */
  readonly tombstonesFile: string;
};

const ROOT_BYTES = 32;
const BASE64_OF_ROOT = /^[A-Za-z0-9+/_-]{43}=?$/;

const unreadable = (source: string, cause?: unknown): Error =>
  failure({
    code: 'Keys.Unreadable',
    retryable: false,
    sentence: {
      id: `Kunci induk tidak dapat dibaca dari ${source}: harus 32 bita dalam base64, atau berkas kunci buatan Lindung.`,
      en: `The master key cannot be read from ${source}: it must be 32 bytes in base64, or a key file made by Lindung.`,
    },
    cause,
  });

const fromBase64 = (text: string): Uint8Array | undefined => {
  if (!BASE64_OF_ROOT.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes.byteLength === ROOT_BYTES ? bytes : undefined;
};

const rootField = (text: string): string => {
  if (!text.startsWith('{')) return text;
  const parsed: unknown = JSON.parse(text);
  const root = typeof parsed === 'object' && parsed !== null && 'root' in parsed ? parsed.root : '';
  return typeof root === 'string' ? root : '';
};

const readKeyFile = (path: string): Uint8Array => {
  try {
    const root = fromBase64(rootField(readFileSync(path, 'utf8').trim()));
    if (root !== undefined) return root;
  } catch (cause) {
    throw unreadable(path, cause);
  }
  throw unreadable(path);
};

// Written aside and linked into place: a crash leaves no half key, and of two first starts one wins.
const makeKeyFile = (path: string): void => {
  mkdirSync(dirname(path), { recursive: true });
  const aside = `${path}.${process.pid}`;
  const body = { version: 1, root: randomBytes(ROOT_BYTES).toString('base64') };
  writeFileSync(aside, `${JSON.stringify(body)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(aside, path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
};

/**
 * `given` is LINDUNG_KEYS: base64 of 32 bytes, or the path of a file that holds them. Without it the
 * key lies in `<dataDir>/keys.json` and is made at first start.
 */
export const loadMasterKey = (options: {
  readonly dataDir: string;
  readonly given?: string | undefined;
}): MasterKey => {
  const { dataDir, given } = options;
  if (given !== undefined && given !== '') {
    const root = fromBase64(given.trim());
    if (root !== undefined) return { root, tombstonesFile: tombstonesBeside(dataDir) };
    if (!existsSync(given)) throw unreadable('LINDUNG_KEYS');
    return { root: readKeyFile(given), tombstonesFile: tombstonesBeside(dirname(given)) };
  }
  const path = join(dataDir, 'keys.json');
  if (!existsSync(path)) makeKeyFile(path);
  return { root: readKeyFile(path), tombstonesFile: tombstonesBeside(dataDir) };
};

const tombstonesBeside = (folder: string): string => join(folder, 'keys-tombstones.jsonl');
