// What a hospital hands in, wrongly filled: every bad cell, its value, what may stand there; its account.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { claimedEvent, inWords } from '../../../apps/cli/commands/audit-bundle.ts';
import { readPayeeFile } from '../../../apps/cli/heirs-file.ts';
import { billIn, billTemplate } from '../../../apps/cli/hospital-bill-file.ts';
import type { Session } from '../../../apps/cli/session.ts';
import { isFailure } from '../../../infra/failure.ts';

const folder = mkdtempSync(join(tmpdir(), 'lindung-hospital-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const sentenceOf = (error: unknown): string => {
  if (!isFailure(error)) throw new Error(`no failure: ${String(error)}`);
  return error.sentence.id;
};

const faultOf = (rows: readonly string[]): string => {
  try {
    billIn(['BUTIR;TANGGAL;JUMLAH;TARIF;HARGA_ACUAN', ...rows].join('\n'));
  } catch (error) {
    return sentenceOf(error);
  }
  throw new Error('taken');
};

test('the template is taken as it stands', () => {
  expect(billIn(billTemplate())).toHaveLength(5);
});

test('names every bad cell, its value, and what may stand there', () => {
  const said = faultOf(['KAMAR;2026-09-10;450000;;', 'ROOM;10-09-2026;4,5;x;']);
  expect(said).toContain('(4 isian)');
  expect(said).toContain('baris 1, BUTIR “KAMAR”: seharusnya salah satu dari ROOM');
  expect(said).toContain('baris 2, TANGGAL “10-09-2026”: seharusnya tanggal YYYY-MM-DD.');
  expect(said).toContain('baris 2, JUMLAH “4,5”');
  expect(said).toContain('baris 2, TARIF “x”');
});

/** Read and judged before anything is sealed: no part of the session is touched. */
const untouched = new Proxy({} as Session, {
  get: (_, name) => {
    throw new Error(`the session's ${String(name)} was used`);
  },
});

const accountFault = async (text: string): Promise<string> => {
  const path = join(folder, 'account.json');
  writeFileSync(path, text);
  const target = { claimId: 'claim', commandId: 'command', path, kind: 'hospital' } as const;
  return readPayeeFile(untouched, target).then(
    () => 'taken',
    (error: unknown) => (isFailure(error) ? error.sentence.id : String(error)),
  );
};

test('the account of a hospital is called so, and needs no label', async () => {
  expect(await accountFault('BUTIR')).toContain('Berkas rekening rumah sakit bukan JSON');
  expect(await accountFault('{}')).toContain('isian name, account, bic');
  const whole = { name: 'RSUD Taman Husada', account: '12', bic: 'PDKTIDJ1' };
  const short = await accountFault(JSON.stringify({ payee: whole }));
  expect(short).toContain('rekening rumah sakit, account: seharusnya nomor rekening');
  expect(short).not.toContain('ref');
  const right = await accountFault(
    JSON.stringify({ payee: { ...whole, account: '1240031122334' } }),
  );
  expect(right).toContain("session's");
});

test('an examined bundle is told in people’s words and our time', () => {
  const line = '  #583 2026-11-22T01:52:54.613Z DeathReported — kelurahan-sari, KELURAHAN';
  const said = inWords(line, 'id');
  expect(said).toMatch(/^ {2}#583 22-11-2026 09\.52 WITA .+ — kelurahan-sari, /);
  expect(said).not.toMatch(/DeathReported|KELURAHAN|Z /);
  const event = {
    ...{ type: 'ClaimApproved', data: { totalIdr: '42000001' } },
    meta: { actor: { id: 'penetap-budi' } },
  };
  const text = JSON.stringify({ position: '590', event });
  const tampered = claimedEvent(JSON.stringify({ events: [{ text }] }), 0, 'id') ?? '';
  expect(tampered).toMatch(/^#590 .+ — penetap-budi, Rp42\.000\.001:$/);
  expect(tampered).not.toContain('ClaimApproved');
  expect(claimedEvent('BUTIR', 0, 'id')).toBeNull();
  expect(inWords('SAH', 'id')).toBe('SAH');
});
