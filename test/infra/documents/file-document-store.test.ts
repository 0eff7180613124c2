// Kept bytes: found by their hash, unreadable on disk, and never half there.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { createFileDocumentStore } from '../../../infra/documents/file-document-store.ts';
import { deriveKey, gcmOpen, gcmSealRandom } from '../../../infra/keys/key-derivation.ts';

const folder = mkdtempSync(join(tmpdir(), 'lindung-documents-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const root = randomBytes(32);
const gcm = (context: string) => ({ key: deriveKey(root, context), associated: context });
const documents = createFileDocumentStore({
  folder,
  keys: {
    encrypt: (context, plain) => gcmSealRandom(gcm(context), plain),
    decrypt: (context, cipher) => gcmOpen(gcm(context), cipher),
  },
});
const paper = new TextEncoder().encode('Akta kematian Siti Aminah');

const pathOf = (sha256: string): string => join(folder, sha256.slice(0, 2), sha256.slice(2));

test('the same bytes are kept once and come back whole', async () => {
  const first = await documents.put(paper);
  const again = await documents.put(paper);
  expect(again).toEqual(first);
  expect(readdirSync(join(folder, first.sha256.slice(0, 2)))).toHaveLength(1);
  expect(new TextDecoder().decode(await documents.get(first.sha256))).toContain('Siti');
});

test('on disk nothing can be read, and only the owner may try', async () => {
  const { sha256 } = await documents.put(paper);
  expect(readFileSync(pathOf(sha256)).includes('Siti')).toBe(false);
  expect(statSync(pathOf(sha256)).mode & 0o077).toBe(0);
});

test('bytes that nobody kept are not there, and a name that is no hash is refused', async () => {
  expect(await documents.get('0'.repeat(64))).toBeUndefined();
  await expect(documents.get('../../etc/passwd')).rejects.toThrow('not a hex SHA-256');
});

test('a document that was changed on disk, or put under another name, is not given out', async () => {
  const { sha256 } = await documents.put(paper);
  const { sha256: other } = await documents.put(new TextEncoder().encode('lain'));
  writeFileSync(pathOf(sha256), readFileSync(pathOf(other)));
  await expect(documents.get(sha256)).rejects.toThrow();
});
