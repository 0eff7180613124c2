// Promises about statements that come as a table: a line of ours counts to the rupiah, or a person sees it.
import { describe, expect, test } from 'vitest';
import { readAnswerFile } from '../../../infra/bank/answers.ts';

const ONE = `LD${'0A'.repeat(16)}`;
const TWO = `LD${'B1'.repeat(16)}`;

const read = (text: string) => {
  const file = readAnswerFile(new TextEncoder().encode(text));
  if (file.status === 'unreadable') throw new Error(file.code);
  return file;
};

const mutasi = (...rows: readonly string[]): string =>
  [
    'BANK PEMBANGUNAN DAERAH;;;;',
    'TANGGAL;KETERANGAN;DEBET;KREDIT;NO REFERENSI',
    ...rows,
    'Saldo akhir 1.000',
  ].join('\r\n');

describe('a statement as a table', () => {
  test('tells what left and what came back, under the mapping that its head names', () => {
    const file = read(
      mutasi(
        `17/07/2024;TRF ${ONE} AHLI WARIS;42.000.000,00;;FT-1`,
        `18/07/2024;RETUR ${TWO};;3.000.000,00;FT-2`,
        '18/07/2024;BIAYA ADM;2.500,00;0,00;FT-3',
      ),
    );
    expect(file.format).toBe('csv');
    expect(file.answers).toMatchObject([
      { kind: 'settled', endToEndId: ONE, amountIdr: 42_000_000n, bookedOn: '2024-07-17' },
      { kind: 'returned', endToEndId: TWO, amountIdr: 3_000_000n, bankReference: 'FT-2' },
    ]);
    expect(file.problems).toMatchObject([{ code: 'NoEndToEndId', amountText: '2500.00' }]);
  });

  test('is read in the other saved form too', () => {
    const file = read(
      `Date,Description,Debit,Credit,Reference\n2024-07-17,${ONE},"42,000,000.00",,R1\n`,
    );
    expect(file.answers).toMatchObject([{ kind: 'settled', amountIdr: 42_000_000n }]);
  });

  test.each([
    [`17/07/2024;${ONE};42.000.000,50;;FT-1`, 'SenNotZero'],
    [`17/07/2024;${ONE};1;2;FT-1`, 'AmountUnreadable'],
    [`17/07/2024;${ONE};;;FT-1`, 'AmountMissing'],
    [`17/07/2024;${ONE};empat puluh;;FT-1`, 'AmountUnreadable'],
    [`31/02/2024;${ONE};1.000,00;;FT-1`, 'BookingDateMissing'],
    [`17/07/2024;RETUR ${ONE};;42.000.000,00;FT-1;`, 'ColumnsShifted'],
    [`17/07/2024;RETUR ${ONE}; rek tutup;;42.000.000,00;FT-1`, 'ColumnsShifted'],
    [`17/07/2024;RETUR ${ONE};;42.000.000,00`, 'ColumnsShifted'],
    [`17/07/2024;RETUR`, 'ColumnsShifted'],
    [`RETUR ${ONE}`, 'ColumnsShifted'],
  ])('shows a line that cannot be believed: %s is %s', (row, code) => {
    const { answers, problems } = read(mutasi(row));
    expect([answers.length, problems.map((problem) => problem.code)]).toEqual([0, [code]]);
  });

  test('names the payment of a row whose columns moved', () =>
    expect(read(mutasi(`17/07/2024;RETUR ${ONE}; tutup;;42.000.000,00;FT-1`)).problems).toEqual([
      { code: 'ColumnsShifted', ordinal: 1, endToEndId: ONE },
    ]));

  test('says a line twice once, and shows it', () => {
    const row = `17/07/2024;${ONE};1.000,00;;FT-1`;
    expect(read(mutasi(row, row)).problems).toMatchObject([{ code: 'RepeatedInFile' }]);
  });

  test('without a head that a mapping knows is refused', () =>
    expect(readAnswerFile(new TextEncoder().encode('A;B\r\n1;2'))).toMatchObject({
      status: 'unreadable',
    }));
});
