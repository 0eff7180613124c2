// One row of a claim list: what it says in our words, or the cells that refuse it.
import { expect, test } from 'vitest';
import { CLAIM_COLUMNS, type ClaimCells, claimRowCheck } from '../../../domain/claim/claim-row.ts';

const empty = Object.fromEntries(CLAIM_COLUMNS.map((column) => [column, ''])) as ClaimCells;
const row: ClaimCells = {
  ...{ ...empty, NIK: '6474022103790001', TANGGAL_MENINGGAL: '01/03/2024' },
  ...{ TANGGAL_LAPOR: '2024-03-04', TAHAP: 'dilaporkan' },
};
const read = (change: Partial<ClaimCells> = {}) => claimRowCheck()(1, { ...row, ...change });
const faults = (change: Partial<ClaimCells>) =>
  read(change).faults.map(({ column, problem }) => `${column} ${problem}`);

test('a row that says only the death is a reported claim, by the kelurahan', () => {
  expect(read()).toMatchObject({
    faults: [],
    accepted: {
      ...{ stage: 'REPORTED', channel: 'KELURAHAN', relation: 'OFFICER' },
      ...{ days: { TANGGAL_MENINGGAL: '2024-03-01', TANGGAL_LAPOR: '2024-03-04' } },
    },
  });
});

test('stages are read in words and codes, papers, heirs and sums as offices write them', () => {
  const paid = {
    ...{ TAHAP: 'Dibayar', TANGGAL_BAYAR: '2024-04-02', JUMLAH_DIBAYAR: 'Rp 42.000.000' },
    ...{ REFERENSI_BAYAR: 'TRF-1', BERKAS: 'claim_form, FAMILY_CARD' },
    AHLI_WARIS: 'Siti Aminah : spouse; Budi:CHILD',
  };
  expect(read(paid).accepted).toMatchObject({
    ...{ stage: 'PAID', amounts: { JUMLAH_DIBAYAR: '42000000' } },
    papers: ['CLAIM_FORM', 'FAMILY_CARD'],
    heirs: [
      { name: 'Siti Aminah', relation: 'SPOUSE' },
      { name: 'Budi', relation: 'CHILD' },
    ],
  });
});

test.each([
  [{ NIK: '12' }, 'NIK NIK_INVALID'],
  [{ TAHAP: 'entahlah' }, 'TAHAP STAGE_UNKNOWN'],
  [{ TANGGAL_LAPOR: '31/02/2024' }, 'TANGGAL_LAPOR DAY_INVALID'],
  [{ TANGGAL_LAPOR: '' }, 'TANGGAL_LAPOR VALUE_MISSING'],
  [{ BERKAS: 'CLAIM_FORM SIM' }, 'BERKAS PAPER_UNKNOWN'],
  [{ AHLI_WARIS: 'Siti' }, 'AHLI_WARIS HEIRS_INVALID'],
  [{ SALURAN: 'merpati' }, 'SALURAN CHANNEL_UNKNOWN'],
  [{ HUBUNGAN_PELAPOR: 'teman' }, 'HUBUNGAN_PELAPOR RELATION_UNKNOWN'],
  [{ REKENING: '12-34' }, 'REKENING ACCOUNT_INVALID'],
  [{ JUMLAH_DIBAYAR: 'banyak' }, 'JUMLAH_DIBAYAR AMOUNT_INVALID'],
  [
    { TAHAP: 'PAID', TANGGAL_BAYAR: '2024-04-02', JUMLAH_DIBAYAR: '1' },
    'REFERENSI_BAYAR VALUE_MISSING',
  ],
] as const)('%o is refused', (change, expected) => {
  expect(read(change).accepted).toBeNull();
  expect(faults(change)).toContain(expected);
});

const people = {
  ...{ AHLI_WARIS: 'Siti Aminah:SPOUSE', PELAPOR: 'Rini Kasih', HUBUNGAN_PELAPOR: 'NEIGHBOUR' },
};

test.each([
  ['ALASAN', 'an. siti aminah'],
  ['JALAN_KELUAR', 'hubungi Rini Kasih'],
  ['PASAL', 'NIK 6474022103790001'],
  ['ALASAN', 'rek 7391024680135'],
  ['NO_AGENDA', '6474022103790001'],
  ['DIUSULKAN_OLEH', 'Siti Aminah '],
] as const)('%s stays readable, and may not hold "%s"', (column, text) => {
  expect(faults({ ...people, [column]: text })).toEqual([`${column} NAMES_A_PERSON`]);
});

test('numbers of papers, parts that people play and officers are nobody', () => {
  const plain = { NOMOR_KEPUTUSAN: '7391024680135', ALASAN: 'istri almarhum, surat 12/2024' };
  expect(faults({ ...people, ...plain })).toEqual([]);
  const office = { PELAPOR: 'RS Taman Husada', HUBUNGAN_PELAPOR: 'FACILITY' };
  expect(faults({ ...office, ALASAN: 'surat RS Taman Husada' })).toEqual([]);
});

test('one person has one death claim in a file', () => {
  const check = claimRowCheck();
  expect(check(1, row).accepted).not.toBeNull();
  expect(check(2, row)).toMatchObject({
    ...{ accepted: null, faults: [{ column: 'NIK', problem: 'NIK_TWICE_IN_FILE' }] },
  });
});
