// Reads the treasury's list of its orders (SP2D): one line per order, with its SPM and what became of it.
import type { LocalDate } from '../../domain/calendar.ts';
import type { RupiahText } from '../../domain/money.ts';
import { readWrittenDate } from '../../domain/roster/written-date.ts';
import { readAmount } from './bill-csv.ts';
import { cellText } from './csv-cell.ts';
import { type ColumnNames, findColumns } from './csv-columns.ts';
import { CSV_LIMITS, type CsvRefusal, openCsv } from './csv-table.ts';

type Column =
  | 'NOMOR_SP2D'
  | 'TANGGAL_SP2D'
  | 'NOMOR_SPM'
  | 'NILAI'
  | 'STATUS'
  | 'TANGGAL_CAIR'
  | 'KETERANGAN';

const NAMES: ColumnNames<Column> = {
  NOMOR_SP2D: ['NO SP2D', 'SP2D'],
  TANGGAL_SP2D: ['TGL SP2D', 'TANGGAL'],
  NOMOR_SPM: ['NO SPM', 'SPM'],
  NILAI: ['JUMLAH', 'NILAI SP2D', 'NOMINAL', 'NETTO'],
  STATUS: ['STATUS SP2D', 'KEADAAN'],
  TANGGAL_CAIR: ['TGL CAIR', 'TANGGAL PENCAIRAN', 'TANGGAL RETUR'],
  KETERANGAN: ['URAIAN', 'ALASAN'],
};
const OPTIONAL: readonly Column[] = ['TANGGAL_CAIR', 'KETERANGAN'];

const STATUSES = {
  TERBIT: 'ISSUED',
  CAIR: 'PAID',
  LUNAS: 'PAID',
  RETUR: 'RETURNED',
  DIKEMBALIKAN: 'RETURNED',
} as const;
export type OrderStatus = (typeof STATUSES)[keyof typeof STATUSES];

export type OrderLine = {
  readonly row: number;
  readonly number: string;
  readonly on: LocalDate;
  readonly spmNumber: string;
  readonly amountIdr: RupiahText;
  readonly status: OrderStatus;
  /** Paid or returned on; the day of the order where the list does not say. */
  readonly movedOn: LocalDate;
  readonly remark: string;
};

export type OrderFault = { readonly row: number; readonly column: string };

export type OrderListReading =
  | {
      readonly status: 'read';
      readonly lines: readonly OrderLine[];
      readonly faults: readonly OrderFault[];
    }
  | { readonly status: 'refused'; readonly refusal: CsvRefusal };

type Cells = (column: Column) => string;

const statusIn = (text: string): OrderStatus | undefined =>
  Object.entries(STATUSES).find(([word]) => word === text.trim().toUpperCase())?.[1];

const readLine = (row: number, cell: Cells): OrderLine | OrderFault => {
  const on = readWrittenDate(cell('TANGGAL_SP2D'))?.date;
  const amountIdr = readAmount(cell('NILAI'));
  const status = statusIn(cell('STATUS'));
  const [number, spmNumber] = [cell('NOMOR_SP2D'), cell('NOMOR_SPM')];
  const moved = cell('TANGGAL_CAIR');
  const movedOn = moved === '' ? on : readWrittenDate(moved)?.date;
  if (number === '') return { row, column: 'NOMOR SP2D' };
  if (spmNumber === '') return { row, column: 'NOMOR SPM' };
  if (on === undefined) return { row, column: 'TANGGAL SP2D' };
  if (amountIdr === null) return { row, column: 'NILAI' };
  if (status === undefined) return { row, column: 'STATUS' };
  if (movedOn === undefined) return { row, column: 'TANGGAL CAIR' };
  return { row, number, on, spmNumber, amountIdr, status, movedOn, remark: cell('KETERANGAN') };
};

/** A line that cannot be read is shown and left out: the others are orders of their own. */
export const readOrderList = async (bytes: Uint8Array): Promise<OrderListReading> => {
  const table = await openCsv([bytes], CSV_LIMITS);
  if ('code' in table) return { status: 'refused', refusal: table };
  const columns = findColumns(table.header, NAMES, (column) => OPTIONAL.includes(column));
  if ('refused' in columns) return { status: 'refused', refusal: columns.refused };
  const lines: OrderLine[] = [];
  const faults: OrderFault[] = [];
  for await (const { row, cells } of table.rows) {
    const line = readLine(row, (column) => cellText(cells[columns.places[column] ?? -1] ?? ''));
    if ('column' in line) faults.push(line);
    else lines.push(line);
  }
  const refusal = table.refusal();
  return refusal === null ? { status: 'read', lines, faults } : { status: 'refused', refusal };
};
