// Reports as files: the same contents give the same bytes, sums stay sums, and a PDF says its language.
import { read, utils } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { pdfOf } from '../../../infra/reports/pdf.ts';
import type { ReportTable } from '../../../infra/reports/report-table.ts';
import { csvOf, worksheetOf } from '../../../infra/reports/worksheet.ts';

const report: ReportTable = {
  ...{ title: 'Pembayaran', notes: ['Log: posisi 7, akar abc='], head: ['nama', 'jumlah'] },
  rows: [
    ['=SUM(A1)', 42_000_000n],
    ['besar', 9_007_199_254_740_993n],
  ],
};
const pdf = {
  ...{ title: 'Penutupan 2026-03', language: 'id' as const, asOf: '2026-03-31' },
  ...{ notes: ['Log: posisi 7, akar abc='], lines: ['', 'Kas', '  beban  42.000.000'] },
};
const latin = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');

describe('a report', () => {
  test('as a worksheet keeps sums as numbers, never rounds one, and runs no formula', () => {
    const book = read(worksheetOf(report));
    const rows = utils.sheet_to_json(book.Sheets['LAPORAN'] ?? {}, { header: 1 });
    expect(rows).toEqual([
      ['nama', 'jumlah'],
      ['=SUM(A1)', 42_000_000],
      ['besar', '9007199254740993'],
    ]);
    expect(book.Sheets['LAPORAN']?.['A2']).toMatchObject({ t: 's' });
    expect(JSON.stringify(book.Sheets['KETERANGAN'])).toContain('akar abc=');
    expect(Buffer.from(worksheetOf(report)).equals(worksheetOf(report))).toBe(true);
  });

  test('as CSV runs no formula either', () =>
    expect(new TextDecoder().decode(csvOf(report))).toBe(
      "nama;jumlah\r\n'=SUM(A1);42000000\r\nbesar;9007199254740993\r\n",
    ));

  test('as a PDF is tagged, says its language, and is the same file each time', async () => {
    const bytes = await pdfOf(pdf);
    expect(latin(bytes)).toMatch(/^%PDF-1\.7/);
    expect(latin(bytes)).toContain('/Lang (id-ID)');
    expect(latin(bytes)).toMatch(/\/Marked true/);
    expect(latin(bytes)).toMatch(/\/StructTreeRoot/);
    for (const tag of ['/S /H1', '/S /H2', '/S /P']) expect(latin(bytes)).toContain(tag);
    expect(Buffer.from(await pdfOf(pdf)).equals(bytes)).toBe(true);
    const english = await pdfOf({ ...pdf, language: 'en' });
    expect(latin(english)).toContain('/Lang (en-GB)');
  });
});
