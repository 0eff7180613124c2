// The sheet of claims that wait for one person's decision: written with the sums seen, read back decided.
import { isLocalDate, type LocalDate } from '../../domain/calendar.ts';
import type { RupiahText } from '../../domain/money.ts';
import { cellText, csvLine } from './csv-cell.ts';
import { type ColumnNames, findColumns } from './csv-columns.ts';
import { type CsvLimits, type CsvRefusal, type CsvRow, openCsv } from './csv-table.ts';

export const SHEET_COLUMNS = [
  ...(['KLAIM', 'VERSI', 'KELURAHAN', 'TAHAP', 'JUMLAH'] as const),
  ...(['PUTUSAN', 'ALASAN', 'JUMLAH_DITETAPKAN', 'TANGGAL_PENETAPAN', 'REFERENSI'] as const),
] as const;
export type SheetColumn = (typeof SHEET_COLUMNS)[number];

const NAMES: ColumnNames<SheetColumn> = {
  KLAIM: ['CLAIM', 'NOMOR KLAIM'],
  VERSI: ['VERSION'],
  KELURAHAN: [],
  TAHAP: ['STAGE'],
  JUMLAH: ['AMOUNT', 'SUM'],
  PUTUSAN: ['DECISION', 'KEPUTUSAN'],
  ALASAN: ['REASON'],
  JUMLAH_DITETAPKAN: ['DETERMINED'],
  TANGGAL_PENETAPAN: ['DETERMINED ON'],
  REFERENSI: ['REFERENCE'],
};
const NEEDED: readonly SheetColumn[] = ['KLAIM', 'VERSI', 'JUMLAH', 'PUTUSAN'];

const DECISIONS = {
  USULKAN: 'RECOMMEND',
  RECOMMEND: 'RECOMMEND',
  SETUJUI: 'APPROVE',
  APPROVE: 'APPROVE',
  KEMBALIKAN: 'RETURN',
  RETURN: 'RETURN',
} as const;
export type SheetDecision = (typeof DECISIONS)[keyof typeof DECISIONS];

export type DecidedRow = {
  readonly claimId: string;
  readonly seenVersion: number;
  readonly decision: SheetDecision;
  readonly totalIdr: RupiahText;
  readonly reason: string;
  /** Where a branch decides: its own verdict. */
  readonly determination: {
    readonly determinedIdr: RupiahText;
    readonly determinedOn: LocalDate;
    readonly reference: string;
  } | null;
};

/** `decided` is null where the row was left open, or where a cell refuses it (`fault`). */
export type SheetLine = CsvRow & {
  readonly decided: DecidedRow | null;
  readonly fault: SheetColumn | null;
};

export type SheetReading = {
  readonly status: 'read';
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly lines: readonly SheetLine[];
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const wordIn = (text: string): string => text.toUpperCase().replaceAll(/[^A-Z]/g, '');
const sumIn = (text: string): RupiahText | null => {
  const digits = text.replaceAll(/^Rp\s*|[.\s]/g, '');
  return /^\d{1,15}$/.test(digits) ? (BigInt(digits).toString() as RupiahText) : null;
};

type Cells = Readonly<Record<SheetColumn, string>>;

const determinationIn = (cells: Cells): DecidedRow['determination'] | SheetColumn => {
  const { JUMLAH_DITETAPKAN: sum, TANGGAL_PENETAPAN: day, REFERENSI: reference } = cells;
  if (sum === '' && day === '' && reference === '') return null;
  const determinedIdr = sumIn(sum);
  if (determinedIdr === null) return 'JUMLAH_DITETAPKAN';
  if (!isLocalDate(day)) return 'TANGGAL_PENETAPAN';
  return reference === '' ? 'REFERENSI' : { determinedIdr, determinedOn: day, reference };
};

const isDecision = (word: string): word is keyof typeof DECISIONS => Object.hasOwn(DECISIONS, word);

const rowOf = (cells: Cells): DecidedRow | SheetColumn => {
  const claimId = cells.KLAIM.toLowerCase();
  const word = wordIn(cells.PUTUSAN);
  const totalIdr = sumIn(cells.JUMLAH);
  const determination = determinationIn(cells);
  if (!UUID.test(claimId)) return 'KLAIM';
  if (!/^\d{1,9}$/.test(cells.VERSI)) return 'VERSI';
  if (totalIdr === null) return 'JUMLAH';
  if (!isDecision(word)) return 'PUTUSAN';
  if (typeof determination === 'string') return determination;
  const decision = DECISIONS[word];
  if (decision === 'RETURN' && cells.ALASAN === '') return 'ALASAN';
  const seenVersion = Number(cells.VERSI);
  return { claimId, seenVersion, decision, totalIdr, reason: cells.ALASAN, determination };
};

const lineOf = (line: CsvRow, cells: Cells, known: Set<string>): SheetLine => {
  if (cells.PUTUSAN === '') return { ...line, decided: null, fault: null };
  const row = rowOf(cells);
  if (typeof row === 'string') return { ...line, decided: null, fault: row };
  // Decided twice in one sheet: nobody can say which one was meant.
  if (known.has(row.claimId)) return { ...line, decided: null, fault: 'KLAIM' };
  known.add(row.claimId);
  return { ...line, decided: row, fault: null };
};

export const SHEET_LIMITS: CsvLimits = { bytesMax: 8 * 1024 * 1024, rowsMax: 5_000 };

export const readDecisionSheet = async (
  bytes: Uint8Array,
): Promise<SheetReading | ({ readonly status: 'refused' } & CsvRefusal)> => {
  const table = await openCsv([bytes], SHEET_LIMITS);
  if ('code' in table) return { status: 'refused', ...table };
  const { delimiter, header } = table;
  const columns = findColumns(header, NAMES, (column) => !NEEDED.includes(column));
  if ('refused' in columns) return { status: 'refused', ...columns.refused };
  const { places } = columns;
  const known = new Set<string>();
  const lines: SheetLine[] = [];
  for await (const line of table.rows) {
    const cells = Object.fromEntries(
      SHEET_COLUMNS.map((column) => {
        const place = places[column];
        return [column, place === null ? '' : cellText(line.cells[place] ?? '')];
      }),
    ) as Cells;
    lines.push(lineOf(line, cells, known));
  }
  const refusal = table.refusal();
  if (refusal !== null) return { status: 'refused', ...refusal };
  if (lines.length === 0) return { status: 'refused', code: 'FileEmpty', facts: {} };
  return { status: 'read', delimiter, header, lines };
};

const BYTE_ORDER_MARK = '\uFEFF';

export type SheetRow = Readonly<Record<'KLAIM' | 'KELURAHAN' | 'TAHAP' | 'JUMLAH', string>> & {
  readonly VERSI: number;
};

/** No person stands in it: the claim's number leads to them, for whoever may see them. */
export const decisionSheet = (rows: readonly SheetRow[]): string =>
  BYTE_ORDER_MARK +
  csvLine(SHEET_COLUMNS) +
  rows
    .map(({ KLAIM, VERSI, KELURAHAN, TAHAP, JUMLAH }) =>
      csvLine([KLAIM, String(VERSI), KELURAHAN, TAHAP, JUMLAH, '', '', '', '', '']),
    )
    .join('');

/** The rows that were refused, as they came, with the reason and the row of the sheet. */
export const refusedSheet = (
  { header, delimiter, lines }: SheetReading,
  reasons: ReadonlyMap<number, string>,
): string =>
  BYTE_ORDER_MARK +
  csvLine([...header, 'ALASAN_DITOLAK', 'BARIS'], delimiter) +
  lines
    .filter(({ row }) => reasons.has(row))
    .map(({ row, cells }) => csvLine([...cells, reasons.get(row) ?? '', String(row)], delimiter))
    .join('');
