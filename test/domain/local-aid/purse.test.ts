// Local aid comes from the sponsor's own purse, by the sponsor's own people.
import { expect, test } from 'vitest';
import type { Office } from '../../../domain/actor.ts';
import { purseFault } from '../../../domain/local-aid/purse.ts';

const SPONSOR = 'Pemerintah Kota Bontang';
const fault = (fund: string, legalEntity: string, office: Office | null = 'DISNAKER') =>
  purseFault({ fund, legalEntity }, { sponsor: SPONSOR, by: office === null ? null : { office } });

test.each([
  ['APBD Kota Bontang', SPONSOR],
  ['APBD', 'Dinas Tenaga Kerja'],
  ['Kas daerah', ' pemerintah  kota bontang '],
])('%s of %s is the sponsor’s own', (fund, legalEntity) => {
  expect(fault(fund, legalEntity)).toBeNull();
});

test.each([
  ['DJS JKM', 'BPJS Ketenagakerjaan Cabang Bontang'],
  ['DJS JKM', SPONSOR],
  ['Dana Jaminan Sosial', SPONSOR],
  ['Kas', 'PT Swasta'],
])('%s of %s is not', (fund, legalEntity) => {
  expect(fault(fund, legalEntity)).toBe('AidNotFromThisFund');
});

test('people of another body set no terms and no budget', () => {
  expect(fault('APBD', SPONSOR, 'BPJS_BRANCH')).toBe('AidNotOfThisOffice');
  expect(fault('APBD', SPONSOR, 'BPKAD')).toBeNull();
  expect(fault('APBD', SPONSOR, null)).toBeNull();
});
