// A heirs file that is not right: the person's number, the field, what is expected; never a value.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { namesDiffer, readHeirsFile } from '../../../apps/cli/heirs-file.ts';
import { heirsInTable, heirsTemplate } from '../../../apps/cli/heirs-table.ts';
import type { Session } from '../../../apps/cli/session.ts';
import { isFailure } from '../../../infra/failure.ts';

const folder = mkdtempSync(join(tmpdir(), 'lindung-heirs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Read and judged before anything is sealed: no part of the session is touched. */
const untouched = new Proxy({} as Session, {
  get: (_, name) => {
    throw new Error(`the session's ${String(name)} was used`);
  },
});

const faultOf = async (content: unknown): Promise<{ id: string; en: string }> => {
  const path = join(folder, 'heirs.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  const target = { claimId: 'claim', commandId: 'command', path };
  const error: unknown = await readHeirsFile(untouched, target).catch((cause: unknown) => cause);
  if (!isFailure(error)) throw new Error(`no failure: ${String(error)}`);
  return error.sentence;
};

const payee = { ref: 'istri', name: 'Siti', account: '1240031122334', bic: 'PDKTIDJ1' };
const heir = { ref: 'istri', relation: 'SPOUSE', name: 'Siti' };

test('names the person by number, the field and what is expected there', async () => {
  const { id, en } = await faultOf({ heirs: [heir, { ...heir, relation: 'WIFE' }], payee });
  expect(id).toContain('ahli waris nomor 2, relation: seharusnya salah satu dari SPOUSE, CHILD');
  expect(en).toContain('heir number 2, relation: expected one of SPOUSE, CHILD');
});

test('names a field that there is not, and every fault at once', async () => {
  const { id } = await faultOf({
    heirs: [{ ...heir, nama: 'Rahasia' }],
    payee: { ...payee, account: '12', bic: 'rahasia' },
  });
  expect(id).toContain('ahli waris nomor 1: tidak ada isian bernama nama');
  expect(id).toContain('penerima, account: seharusnya nomor rekening: 8 sampai 20 angka');
  expect(id).toContain('penerima, bic: seharusnya kode bank');
  expect(id).not.toMatch(/Rahasia|rahasia|too_small|invalid/);
});

test.each(['', '[]', '{"heirs": [1], "payee": null}'])(
  'says what is wrong with %s',
  async (text) => {
    const { id, en } = await faultOf(text);
    expect(id).toMatch(/seharusnya|bukan JSON/);
    expect(en).toMatch(/expected|not whole JSON/);
    expect(id).not.toContain('?');
  },
);

test('takes the file of the guide as it stands there', async () => {
  const guide = readFileSync(
    new URL('../../../docs/guides/first-week.md', import.meta.url),
    'utf8',
  );
  const path = join(folder, 'guide.json');
  writeFileSync(path, guide.match(/```json\n([\s\S]*?)```/)?.[1] ?? '');
  const target = { claimId: 'claim', commandId: 'command', path };
  // Whole and right: the next thing would be to read the claim, and there is none here.
  await expect(readHeirsFile(untouched, target)).rejects.toThrow(/session's store was used/);
});

test('a table is read as the JSON that it stands for, also as Excel saves it', () => {
  const filled = heirsTemplate();
  const read = heirsInTable(filled);
  expect(read).toEqual({
    heirs: [
      { ref: 'istri', relation: 'SPOUSE', name: 'Nama Istri', minor: false },
      {
        ...{ ref: 'anak-1', relation: 'CHILD', name: 'Nama Anak', minor: true },
        guardianName: 'Nama Wali',
      },
    ],
    payee: { ref: 'istri', name: 'Nama Istri', account: '1234567890', bic: 'PDKTIDJ1' },
  });
  const lines = filled.split('\r\n').filter((line) => !line.startsWith('#'));
  expect(heirsInTable(`\uFEFF${lines.join('\n').replaceAll(',', ';')}`)).toEqual(read);
});

test('a guardian who is paid is a row of the table and no heir', () => {
  const [head = '', , wife = '', child = ''] = heirsTemplate().split('\r\n');
  const unpaid = wife.replace(',ya,', ',tidak,');
  const guardian = 'wali,wali,Nama Wali,tidak,,YA,Nama Wali,12-34 56.7890,pdktidj1';
  expect(heirsInTable([head, unpaid, child, guardian].join('\n'))).toMatchObject({
    heirs: [{ ref: 'istri' }, { ref: 'anak-1' }],
    payee: { ref: 'wali', name: 'Nama Wali', account: '1234567890', bic: 'PDKTIDJ1' },
  });
});

test('a table without its columns, or with nobody or two to be paid, is refused without a value', () => {
  const [head = '', , wife = ''] = heirsTemplate().split('\r\n');
  for (const text of ['nama,bank\nRahasia,BCA', '"tidak utuh', '', head])
    expect(() => heirsInTable(text)).toThrow(/heirs-template/);
  for (const rows of [[wife.replace(',ya,', ',tidak,')], [wife, wife]])
    expect(() => heirsInTable([head, ...rows].join('\n'))).toThrow(/PENERIMA/);
});

test.each([
  ['written alike', 'Siti  AMINAH.', {}, false],
  ['of somebody else', 'Budi Santoso', {}, true],
  ['of the guardian of a minor', 'Budi', { minor: true, guardianName: 'budi' }, false],
])('an account %s', (_, name, change, differs) => {
  const one = { ref: 'istri', relation: 'SPOUSE' as const, name: 'Siti Aminah', minor: false };
  expect(namesDiffer({ heirs: [{ ...one, ...change }], payee: { ...payee, name } })).toBe(differs);
});
