// The itemised bill of a hospital as a table: one row per item, with its day, sum and tariff.
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { isLocalDate } from '../../domain/calendar.ts';
import type { RupiahText } from '../../domain/money.ts';
import {
  type BilledLine,
  HOSPITAL_ITEMS,
  type HospitalItem,
} from '../../domain/rules/hospital-bill.ts';
import { failure } from '../../infra/failure.ts';
import type { Language } from '../copy/format.ts';
import { hospitalPhrases as phrases } from '../copy/hospital-phrases.ts';
import { say, type Text } from '../copy/text.ts';

const COLUMNS = ['BUTIR', 'TANGGAL', 'JUMLAH', 'TARIF', 'HARGA_ACUAN'] as const;
type Column = (typeof COLUMNS)[number];
type Cells = Readonly<Record<Column, string>>;

/** Mended, the rest shows itself. */
const FAULTS_SHOWN = 20;

const ITEMS = Object.keys(HOSPITAL_ITEMS) as readonly HospitalItem[];

export const billTemplate = (): string =>
  [
    COLUMNS.join(';'),
    `# BUTIR: ${ITEMS.join(' ')}`,
    'EMERGENCY;2026-09-10;450000;400000;',
    'ROOM;2026-09-10;350000;350000;',
    'MEDICINE;2026-09-10;275000;;',
    'AMBULANCE_LAND;2026-09-10;600000;;',
    'PROSTHESIS;2026-09-20;4500000;;3000000',
    '',
  ].join('\r\n');

const unreadable = (what: string): Error => {
  const parts = { what, columns: COLUMNS.join(', ') };
  return failure({
    code: 'BillFileInvalid',
    retryable: false,
    sentence: {
      id: say('id', phrases.billUnreadable, parts),
      en: say('en', phrases.billUnreadable, parts),
    },
  });
};

const rowsOf = (text: string): readonly Cells[] => {
  const delimiter = (text.split('\n')[0] ?? '').includes(';') ? ';' : ',';
  let rows: readonly Partial<Cells>[];
  try {
    rows = parse(text, {
      ...{ delimiter, columns: true, bom: true, trim: true, skip_empty_lines: true },
      ...{ comment: '#', comment_no_infix: true, relax_column_count: true },
    });
  } catch {
    throw unreadable('CSV');
  }
  const [first] = rows;
  const lacks = COLUMNS.find((column) => first === undefined || !Object.hasOwn(first, column));
  if (lacks !== undefined) throw unreadable(lacks);
  return rows.map(
    (row) => Object.fromEntries(COLUMNS.map((column) => [column, row[column] ?? ''])) as Cells,
  );
};

/** `Rp450.000` and `450000` are one sum; sen do not circulate. */
const sumIn = (text: string): RupiahText | null => {
  const digits = text.replaceAll(/^Rp\s*|[.\s]/g, '');
  return /^\d{1,12}$/.test(digits) ? (BigInt(digits).toString() as RupiahText) : null;
};

/** A cell is shortened, and shown only to whoever typed it. */
const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);

const EXPECTED = {
  BUTIR: phrases.cellItem,
  TANGGAL: phrases.cellDay,
  JUMLAH: phrases.cellSum,
  TARIF: phrases.cellOptionalSum,
  HARGA_ACUAN: phrases.cellOptionalSum,
} as const satisfies Readonly<Record<Column, Text>>;

type Read = { readonly line: BilledLine } | { readonly bad: readonly Column[] };

const optionalSum = (text: string): RupiahText | null => (text === '' ? null : sumIn(text));

const readRow = (cells: Cells, place: number): Read => {
  const item = ITEMS.find((known) => known === cells.BUTIR.toUpperCase());
  const amountIdr = sumIn(cells.JUMLAH);
  const bad = COLUMNS.filter((column) => {
    if (column === 'BUTIR') return item === undefined;
    if (column === 'TANGGAL') return !isLocalDate(cells.TANGGAL);
    const isEmpty = cells[column] === '' && column !== 'JUMLAH';
    return !isEmpty && sumIn(cells[column]) === null;
  });
  if (bad.length > 0 || item === undefined || amountIdr === null || !isLocalDate(cells.TANGGAL))
    return { bad };
  const line = { line: place + 1, item, servedOn: cells.TANGGAL, amountIdr };
  return {
    line: {
      ...line,
      tariffIdr: optionalSum(cells.TARIF),
      referencePriceIdr: optionalSum(cells.HARGA_ACUAN),
    },
  };
};

const faultLines = (rows: readonly Cells[], language: Language): readonly string[] =>
  rows.flatMap((cells, place) => {
    const read = readRow(cells, place);
    if ('line' in read) return [];
    return read.bad.map((column) =>
      say(language, phrases.cellFault, {
        ...{ row: place + 1, column, value: shown(cells[column]) },
        expected: say(language, EXPECTED[column], { items: ITEMS.join(', ') }),
      }),
    );
  });

/** Every bad cell at once: its row, its column, what stands there and what may. */
export const billIn = (text: string): readonly BilledLine[] => {
  const rows = rowsOf(text);
  const lines = rows.map(readRow).flatMap((read) => ('line' in read ? [read.line] : []));
  if (lines.length === rows.length) return lines;
  const sentence = (language: Language): string => {
    const faults = faultLines(rows, language);
    const more = faults.length - FAULTS_SHOWN;
    return [
      say(language, phrases.billFaults, { count: faults.length }),
      ...faults.slice(0, FAULTS_SHOWN).map((fault) => `- ${fault}`),
      ...(more > 0 ? [`- +${more}`] : []),
    ].join('\n');
  };
  throw failure({
    code: 'BillFileInvalid',
    retryable: false,
    sentence: { id: sentence('id'), en: sentence('en') },
  });
};

export const readBill = async (path: string): Promise<readonly BilledLine[]> =>
  billIn(await readFile(path, 'utf8'));
