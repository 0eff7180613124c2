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
import { hospitalPhrases as phrases } from '../copy/hospital-phrases.ts';
import { say } from '../copy/text.ts';

const COLUMNS = ['BUTIR', 'TANGGAL', 'JUMLAH', 'TARIF', 'HARGA_ACUAN'] as const;
type Cells = Readonly<Record<(typeof COLUMNS)[number], string>>;

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

const optionalSum = (text: string, where: string): RupiahText | null => {
  if (text === '') return null;
  const sum = sumIn(text);
  if (sum === null) throw unreadable(where);
  return sum;
};

const lineOf = (cells: Cells, place: number): BilledLine => {
  const line = place + 1;
  const item = ITEMS.find((known) => known === cells.BUTIR.toUpperCase());
  if (item === undefined) throw unreadable(`${line}: BUTIR`);
  if (!isLocalDate(cells.TANGGAL)) throw unreadable(`${line}: TANGGAL`);
  const amountIdr = sumIn(cells.JUMLAH);
  if (amountIdr === null) throw unreadable(`${line}: JUMLAH`);
  return {
    ...{ line, item, servedOn: cells.TANGGAL, amountIdr },
    tariffIdr: optionalSum(cells.TARIF, `${line}: TARIF`),
    referencePriceIdr: optionalSum(cells.HARGA_ACUAN, `${line}: HARGA_ACUAN`),
  };
};

/** Names the row and the column, never the value. */
export const readBill = async (path: string): Promise<readonly BilledLine[]> =>
  rowsOf(await readFile(path, 'utf8')).map(lineOf);
