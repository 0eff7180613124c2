// A report as an XLSX worksheet or as CSV: one head, one line per row, texts never formulas.
import { createRequire } from 'node:module';
import { csvLine } from '../rosters/csv-cell.ts';
import type { ReportTable } from './report-table.ts';

/** Only who writes worksheets pays for the library's start. */
const spreadsheets = (): typeof import('@e965/xlsx') => {
  const library: typeof import('@e965/xlsx') = createRequire(import.meta.url)('@e965/xlsx');
  return library;
};

/** Above this a number of a spreadsheet would round: then the digits stay a text. */
const cellOf = (cell: string | number | bigint): string | number => {
  if (typeof cell !== 'bigint') return cell;
  const number = Number(cell);
  return Number.isSafeInteger(number) ? number : cell.toString();
};

export const worksheetOf = ({ title, notes, head, rows }: ReportTable): Uint8Array => {
  const { utils, write } = spreadsheets();
  const sheet = utils.aoa_to_sheet([[...head], ...rows.map((row) => row.map(cellOf))]);
  const about = utils.aoa_to_sheet([[title], ...notes.map((note) => [note])]);
  const book = utils.book_new(sheet, 'LAPORAN');
  utils.book_append_sheet(book, about, 'KETERANGAN');
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }));
};

export const csvOf = ({ head, rows }: ReportTable): Uint8Array =>
  new TextEncoder().encode(
    [head, ...rows.map((row) => row.map(String))].map((cells) => csvLine(cells, ';')).join(''),
  );
