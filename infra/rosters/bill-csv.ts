// Reads the branch's list of a bill: a CSV with KPJ and contribution, one line per person.
import type { LocalDate } from '../../domain/calendar.ts';
import { type Kpj, readKpj } from '../../domain/identity.ts';
import { type RupiahText, rupiah, rupiahText } from '../../domain/money.ts';
import { isAreaCode } from '../../domain/region.ts';
import { readWrittenDate } from '../../domain/roster/written-date.ts';
import { cellText } from './csv-cell.ts';
import { type ColumnNames, findColumns } from './csv-columns.ts';
import { CSV_LIMITS, type CsvRefusal, openCsv } from './csv-table.ts';

type Column = 'KPJ' | 'IURAN' | 'SEGMEN' | 'TANGGAL_LAHIR' | 'WILAYAH';

const NAMES: ColumnNames<Column> = {
  KPJ: ['NO KPJ', 'NOMOR KPJ', 'NOMOR PESERTA', 'NO PESERTA'],
  IURAN: ['JUMLAH', 'JUMLAH IURAN', 'NOMINAL', 'TOTAL IURAN', 'CONTRIBUTION'],
  SEGMEN: ['SEGMEN PESERTA', 'JENIS PESERTA', 'SEGMENT'],
  TANGGAL_LAHIR: ['TGL LAHIR', 'BIRTH DATE'],
  WILAYAH: ['KODE WILAYAH', 'KODE KELURAHAN', 'AREA'],
};

const isOptional = (column: Column): boolean => column !== 'KPJ' && column !== 'IURAN';

/** One line of the list. Personal data: the number stays where it was read. */
export type BillLine = {
  readonly row: number;
  readonly kpj: Kpj;
  readonly amountIdr: RupiahText;
  readonly wageEarner: boolean;
  readonly birthDate: LocalDate | null;
  readonly area: string | null;
};

export type BillListReading =
  | { readonly status: 'read'; readonly lines: readonly BillLine[] }
  | {
      readonly status: 'refused';
      readonly code: CsvRefusal['code'] | 'KPJ_INVALID' | 'AMOUNT_INVALID';
      /** Of the first line that cannot be read; never its text. */
      readonly row?: number;
      readonly columns?: string;
    };

/** `16800`, `16.800`, `Rp16.800,00`: whole rupiah, with or without the marks of a voucher. */
export const readAmount = (text: string): RupiahText | null => {
  const bare = text
    .replace(/^Rp\.?/i, '')
    .replaceAll(' ', '')
    .replace(/,00?$|,-$/, '');
  const digits = /^\d{1,3}(\.\d{3})+$/.test(bare) ? bare.replaceAll('.', '') : bare;
  const whole = digits.replace(/\.00?$/, '');
  return /^\d{1,12}$/.test(whole) ? rupiahText(rupiah(BigInt(whole))) : null;
};

const WAGE_EARNERS = ['PU', 'PENERIMA UPAH', 'PPU'];

type Cells = (column: Column) => string;

const readLine = (row: number, cell: Cells): BillLine | 'KPJ_INVALID' | 'AMOUNT_INVALID' => {
  const kpj = readKpj(cell('KPJ').replace(/\s/g, ''));
  if (kpj === null) return 'KPJ_INVALID';
  const amountIdr = readAmount(cell('IURAN'));
  if (amountIdr === null) return 'AMOUNT_INVALID';
  const area = cell('WILAYAH');
  return {
    ...{ row, kpj, amountIdr },
    wageEarner: WAGE_EARNERS.includes(cell('SEGMEN').toUpperCase()),
    birthDate: readWrittenDate(cell('TANGGAL_LAHIR'))?.date ?? null,
    area: isAreaCode(area) ? area : null,
  };
};

const refusedAs = ({ code, facts }: CsvRefusal): BillListReading => ({
  status: 'refused',
  code,
  ...('columns' in facts && { columns: facts.columns }),
});

/** One line that cannot be read refuses the list: a match without it would call a person missing. */
export const readBillList = async (bytes: Uint8Array): Promise<BillListReading> => {
  const table = await openCsv([bytes], CSV_LIMITS);
  if ('code' in table) return refusedAs(table);
  const columns = findColumns(table.header, NAMES, isOptional);
  if ('refused' in columns) return refusedAs(columns.refused);
  const { places } = columns;
  const lines: BillLine[] = [];
  for await (const { row, cells } of table.rows) {
    const line = readLine(row, (column) => cellText(cells[places[column] ?? -1] ?? ''));
    if (typeof line === 'string') return { status: 'refused', code: line, row };
    lines.push(line);
  }
  const refusal = table.refusal();
  return refusal === null ? { status: 'read', lines } : refusedAs(refusal);
};
