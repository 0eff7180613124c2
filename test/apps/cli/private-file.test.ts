// A file with personal data is the owner's alone, even where an open file lay before.
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writePrivateFile } from '../../../apps/cli/private-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lindung-private-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const modeOf = (path: string): number => statSync(path).mode & 0o777;

test('a new file is readable by its owner only', async () => {
  const path = join(folder, 'pendaftaran.csv');
  await writePrivateFile(path, 'NIK');
  expect(modeOf(path)).toBe(0o600);
  expect(readFileSync(path, 'utf8')).toBe('NIK');
});

test('an older file that others could read is replaced, and nothing else is left', async () => {
  const path = join(folder, 'pendaftaran.csv');
  writeFileSync(path, 'old');
  chmodSync(path, 0o644);
  await writePrivateFile(path, new TextEncoder().encode('NIK'));
  expect(modeOf(path)).toBe(0o600);
  expect(readFileSync(path, 'utf8')).toBe('NIK');
  expect(readdirSync(folder)).toEqual(['pendaftaran.csv']);
});

test('a folder that is missing is said, and no half file stays', async () => {
  await expect(writePrivateFile(join(folder, 'none', 'x.csv'), 'NIK')).rejects.toThrow(/ENOENT/);
  expect(readdirSync(folder)).toEqual([]);
});
