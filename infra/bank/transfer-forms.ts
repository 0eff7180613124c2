// The forms that a bank's own table may have: CSV, a worksheet, or lines of fixed width; written and read.
import { createRequire } from 'node:module';
import { parse } from 'csv-parse/sync';
import { csvLine } from '../rosters/csv-cell.ts';
import type { FixedColumn, TransferTemplate } from './bank-port.ts';

type Cells = readonly (readonly string[])[];
type Form<F extends TransferTemplate['form']> = Extract<TransferTemplate, { form: F }>;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const headersOf = ({ columns }: Form<'csv' | 'xlsx'>): readonly string[] =>
  columns.map(({ header }) => header);

/** Only who writes worksheets pays for the library's start. */
const spreadsheets = (): typeof import('@e965/xlsx') => {
  const library: typeof import('@e965/xlsx') = createRequire(import.meta.url)('@e965/xlsx');
  return library;
};

const fixedCell = (text: string, { width, align, fill, shorten }: FixedColumn): string => {
  const fitting = shorten === true ? text.slice(0, width).trimEnd() : text;
  return align === 'left' ? fitting.padEnd(width, fill) : fitting.padStart(width, fill);
};

/** Accounts stay text, or a spreadsheet takes their leading zeros away; sums are numbers. */
const worksheet = (template: Form<'xlsx'>, rows: Cells): Uint8Array => {
  const { utils, write } = spreadsheets();
  const isSum = template.columns.map(({ field }) => field === 'AMOUNT');
  const sheet = utils.aoa_to_sheet([
    [...headersOf(template)],
    ...rows.map((cells) => cells.map((cell, at) => (isSum[at] === true ? Number(cell) : cell))),
  ]);
  const book = utils.book_new(sheet, template.sheet);
  return new Uint8Array(write(book, { type: 'array', bookType: 'xlsx', compression: true }));
};

export const writeTable = (template: TransferTemplate, rows: Cells): Uint8Array => {
  switch (template.form) {
    case 'csv': {
      const lines = [headersOf(template), ...rows];
      return encode(lines.map((cells) => csvLine(cells, template.delimiter)).join(''));
    }
    case 'xlsx':
      return worksheet(template, rows);
    case 'fixed-width': {
      const { columns } = template;
      const line = (cells: readonly string[]): string =>
        columns.map((column, at) => fixedCell(cells[at] ?? '', column)).join('');
      return encode(rows.map((cells) => `${line(cells)}\r\n`).join(''));
    }
  }
};

const csvTable = (bytes: Uint8Array, delimiter: string): Cells => {
  try {
    const table: string[][] = parse(Buffer.from(bytes), { delimiter, record_delimiter: '\r\n' });
    return table;
  } catch {
    return [];
  }
};

/** Only what we wrote ourselves and kept under its hash is opened here: never a foreign file. */
const sheetTable = (bytes: Uint8Array, name: string): Cells => {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return [];
  const { read, utils } = spreadsheets();
  const sheet = read(bytes, { type: 'array', sheets: name }).Sheets[name];
  if (sheet === undefined) return [];
  const rows = utils.sheet_to_json<readonly unknown[]>(sheet, { header: 1, raw: true, defval: '' });
  return rows.map((cells) => cells.map(String));
};

/** Blanks are only padding where they pad; a zero may be the first digit of an account. */
const fixedText = (cell: string, { align, fill, field }: FixedColumn): string => {
  if (fill === ' ') return align === 'left' ? cell.trimEnd() : cell.trimStart();
  return field === 'AMOUNT' || field === 'NUMBER' ? cell.replace(/^0+(?=\d)/, '') : cell;
};

const fixedTable = (bytes: Uint8Array, columns: readonly FixedColumn[]): Cells | undefined => {
  const width = columns.reduce((sum, column) => sum + column.width, 0);
  const lines = new TextDecoder().decode(bytes).split('\r\n');
  if (lines.pop() !== '' || lines.length === 0) return undefined;
  if (lines.some((line) => line.length !== width)) return undefined;
  return lines.map((line) => {
    let from = 0;
    return columns.map((column) => {
      const cell = line.slice(from, from + column.width);
      from += column.width;
      return fixedText(cell, column);
    });
  });
};

/** Undefined where the file is not one of this template: its head, or its width, says which it is. */
export const readTable = (bytes: Uint8Array, template: TransferTemplate): Cells | undefined => {
  if (template.form === 'fixed-width') return fixedTable(bytes, template.columns);
  const [head = [], ...rows] =
    template.form === 'csv'
      ? csvTable(bytes, template.delimiter)
      : sheetTable(bytes, template.sheet);
  const headers = headersOf(template);
  const isOurs = head.length === headers.length && headers.every((name, at) => head[at] === name);
  return isOurs ? rows : undefined;
};

/** Ends of file names, by which a bank's upload page knows what it is given. */
export const FILE_ENDS: Readonly<Record<TransferTemplate['form'], string>> = {
  csv: 'csv',
  xlsx: 'xlsx',
  'fixed-width': 'txt',
};
