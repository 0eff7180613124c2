// Reads a statement that a bank gives as a table: which column means what is a saved mapping, as data.
import { parse } from 'csv-parse/sync';
import { csvLine } from '../rosters/csv-cell.ts';
import type { AnswerParts, JudgedLine, RawLine } from './answer-lines.ts';
import { judgeLine, problemFrom, splitLines } from './answer-lines.ts';
import { isIsoDate } from './payment-checks.ts';
import type { XmlElement } from './xml.ts';

export type StatementMapping = {
  readonly code: string;
  readonly delimiter: ',' | ';' | '|' | '\t';
  readonly dateOrder: 'DAY_FIRST' | 'YEAR_FIRST';
  /** `1.234.567,00` or `1,234,567.00`. */
  readonly decimalSign: ',' | '.';
  /** Names as they stand in the head of the table. */
  readonly columns: {
    readonly date: string;
    readonly text: string;
    readonly debit: string;
    readonly credit: string;
    readonly reference?: string;
  };
};

/** Forms seen at regional banks' upload pages (confidence K); an office's own form goes here. */
export const statementMappings: readonly StatementMapping[] = [
  {
    ...{ code: 'mutasi-titik-koma', delimiter: ';', dateOrder: 'DAY_FIRST', decimalSign: ',' },
    columns: {
      ...{ date: 'TANGGAL', text: 'KETERANGAN', debit: 'DEBET', credit: 'KREDIT' },
      reference: 'NO REFERENSI',
    },
  },
  {
    ...{ code: 'statement-comma', delimiter: ',', dateOrder: 'YEAR_FIRST', decimalSign: '.' },
    columns: {
      ...{ date: 'Date', text: 'Description', debit: 'Debit', credit: 'Credit' },
      reference: 'Reference',
    },
  },
];

/** Our own id wherever the bank put it: letters and digits that nothing else has. */
const OUR_ID = /\bLD[0-9A-F]{32}\b/;

type Row = { readonly ordinal: number; cell(name: string | undefined): string };

const dayIn = (text: string, order: StatementMapping['dateOrder']): string | undefined => {
  const [, first = '', month = '', last = ''] =
    /^(\d{2,4})[-/.](\d{2})[-/.](\d{2,4})(?:$|[ T])/.exec(text) ?? [];
  const day = order === 'DAY_FIRST' ? `${last}-${month}-${first}` : `${first}-${month}-${last}`;
  return isIsoDate(day) ? day : undefined;
};

/** Groups of thousands are blanks to us; a sum of nothing is how banks leave a column empty. */
const amountIn = (text: string, decimalSign: ',' | '.'): XmlElement | undefined => {
  const thousands = decimalSign === ',' ? /[. ]/g : /[, ]/g;
  const plain = text.replace(thousands, '').replace(decimalSign, '.');
  if (/^(?:|-|0+(?:\.0+)?)$/.test(plain)) return undefined;
  const attributes = new Map([['Ccy', 'IDR']]);
  return { name: 'Amt', attributes, text: plain, children: [] };
};

const judge = ({ ordinal, cell }: Row, mapping: StatementMapping): JudgedLine => {
  const { columns, dateOrder, decimalSign } = mapping;
  const debit = amountIn(cell(columns.debit), decimalSign);
  const credit = amountIn(cell(columns.credit), decimalSign);
  const reference = cell(columns.reference);
  const endToEndId = (OUR_ID.exec(cell(columns.text)) ?? OUR_ID.exec(reference))?.[0];
  const bookedOn = dayIn(cell(columns.date), dateOrder);
  const amount = debit ?? credit;
  const raw: RawLine = {
    ordinal,
    ...(endToEndId !== undefined && { endToEndId }),
    ...(reference !== '' && reference !== endToEndId && { bankReference: reference }),
    ...(bookedOn !== undefined && { bookedOn }),
    ...(amount !== undefined && { amount }),
  };
  // A row with both says neither what left nor what came back.
  if (debit !== undefined && credit !== undefined) return problemFrom(raw, 'AmountUnreadable');
  return judgeLine(raw, credit === undefined ? 'settled' : 'returned', true);
};

/** A blank line or a closing remark of the bank speaks of no booking; anything else does, or may. */
const isBooking = (
  cells: readonly string[],
  cell: Row['cell'],
  { columns, dateOrder }: StatementMapping,
): boolean =>
  cell(columns.debit) !== '' ||
  cell(columns.credit) !== '' ||
  dayIn(cell(columns.date), dateOrder) !== undefined ||
  cells.some((text) => OUR_ID.test(text));

/** A sign of the table inside a text moves every cell after it: none of them is believed, a person looks. */
const shifted = (cells: readonly string[], ordinal: number): JudgedLine => {
  const [endToEndId] = OUR_ID.exec(cells.join('\n')) ?? [];
  const raw: RawLine = { ordinal, ...(endToEndId !== undefined && { endToEndId }) };
  return problemFrom(raw, 'ColumnsShifted');
};

const tableIn = (text: string, delimiter: string): readonly (readonly string[])[] => {
  try {
    const options = { delimiter, bom: true, skip_empty_lines: true, trim: true } as const;
    const table: string[][] = parse(text, { ...options, relax_column_count: true });
    return table;
  } catch {
    return [];
  }
};

/** Banks print their name and the period above the head: it is the first row with every name. */
const linesBy = (text: string, mapping: StatementMapping): readonly JudgedLine[] | undefined => {
  const table = tableIn(text, mapping.delimiter);
  const names = Object.values(mapping.columns);
  const headAt = table.findIndex((row) => names.every((name) => row.includes(name)));
  const head = table[headAt];
  if (head === undefined) return undefined;
  const rows = table.slice(headAt + 1).map((cells) => ({
    cells,
    cell: (name: string | undefined): string =>
      name === undefined ? '' : (cells[head.indexOf(name)] ?? ''),
  }));
  const isWhole = (cells: readonly string[]): boolean => cells.length === head.length;
  return rows
    .filter(({ cells, cell }) => isWhole(cells) || isBooking(cells, cell, mapping))
    .map(({ cells, cell }, index) =>
      isWhole(cells) ? judge({ ordinal: index + 1, cell }, mapping) : shifted(cells, index + 1),
    );
};

export type StatementLineText = {
  readonly endToEndId: string;
  readonly kind: 'settled' | 'returned';
  readonly amountIdr: string;
  readonly bankReference: string;
  readonly bookedOn: string;
  readonly evidenceSha256: string;
};

/**
 * A line that two persons read on paper, in a form of ours: it goes the way of every statement, and
 * names the paper it was read from.
 */
export const lineStatement = (line: StatementLineText): Uint8Array => {
  const { endToEndId, kind, amountIdr, bankReference, bookedOn, evidenceSha256 } = line;
  const day = bookedOn.split('-').reverse().join('-');
  const sums = kind === 'settled' ? [amountIdr, ''] : ['', amountIdr];
  const rows = [
    ['DIBACA DUA ORANG DARI MUTASI; BUKTI SHA-256', evidenceSha256],
    ['TANGGAL', 'KETERANGAN', 'DEBET', 'KREDIT', 'NO REFERENSI'],
    [day, endToEndId, ...sums, bankReference],
  ];
  return new TextEncoder().encode(rows.map((cells) => csvLine(cells, ';')).join(''));
};

/** Undefined where no saved mapping knows this table. */
export const readCsvStatement = (
  bytes: Uint8Array,
  mappings: readonly StatementMapping[] = statementMappings,
): AnswerParts | undefined => {
  const text = new TextDecoder().decode(bytes);
  for (const mapping of mappings) {
    const lines = linesBy(text, mapping);
    if (lines !== undefined) return { summaries: [], accounts: [], ...splitLines(lines) };
  }
  return undefined;
};
