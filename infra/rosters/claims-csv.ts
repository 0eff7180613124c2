// Reads a list of running claims (CSV): every row a claim in our words, or the cells that refuse it.
import {
  CLAIM_COLUMNS,
  type ClaimCellFault,
  type ClaimCells,
  type ClaimColumn,
  claimRowCheck,
  NEEDED_CLAIM_COLUMNS,
  type ReadClaimRow,
} from '../../domain/claim/claim-row.ts';
import { cellText } from './csv-cell.ts';
import { type ColumnNames, type ColumnPlaces, findColumns } from './csv-columns.ts';
import {
  type CsvLimits,
  type CsvRefusal,
  type CsvRow,
  type CsvSource,
  openCsv,
} from './csv-table.ts';

/** Words that offices write for our columns; the column's own name is always known. */
const ALIASES: Readonly<Partial<Record<ClaimColumn, readonly string[]>>> = {
  NIK: ['NOMOR INDUK KEPENDUDUKAN', 'NO NIK', 'NO KTP'],
  NO_AGENDA: ['NOMOR AGENDA', 'AGENDA', 'AGENDA NUMBER'],
  TANGGAL_MENINGGAL: ['TGL MENINGGAL', 'MENINGGAL', 'DATE OF DEATH'],
  TANGGAL_LAPOR: ['TGL LAPOR', 'TANGGAL LAPORAN', 'REPORTED ON'],
  TAHAP: ['STATUS', 'STAGE'],
  TANGGAL_LENGKAP: ['TGL LENGKAP', 'BERKAS LENGKAP', 'COMPLETE ON'],
  BERKAS: ['DOKUMEN', 'PAPERS'],
};

const COLUMN_NAMES = Object.fromEntries(
  CLAIM_COLUMNS.map((column) => [column, ALIASES[column] ?? []]),
) as ColumnNames<ClaimColumn>;

export type ClaimLine = CsvRow & {
  readonly accepted: ReadClaimRow | null;
  readonly faults: readonly ClaimCellFault[];
};

export type ClaimListReading = {
  readonly status: 'read';
  readonly delimiter: string;
  readonly header: readonly string[];
  /** Personal data: every row, with what is wrong with it. */
  readonly lines: readonly ClaimLine[];
};

const cellsOf = (line: CsvRow, places: ColumnPlaces<ClaimColumn>): ClaimCells =>
  Object.fromEntries(
    CLAIM_COLUMNS.map((column) => {
      const place = places[column];
      return [column, place === null ? '' : cellText(line.cells[place] ?? '')];
    }),
  ) as ClaimCells;

/** Claims come by the hundred: a longer list is split by its sender. */
export const CLAIM_LIMITS: CsvLimits = { bytesMax: 16 * 1024 * 1024, rowsMax: 20_000 };

export const readClaimList = async (
  source: CsvSource,
): Promise<ClaimListReading | ({ readonly status: 'refused' } & CsvRefusal)> => {
  const table = await openCsv(source, CLAIM_LIMITS);
  if ('code' in table) return { status: 'refused', ...table };
  const { delimiter, header } = table;
  const columns = findColumns(header, COLUMN_NAMES, (c) => !NEEDED_CLAIM_COLUMNS.includes(c));
  if ('refused' in columns) return { status: 'refused', ...columns.refused };
  const check = claimRowCheck();
  const lines: ClaimLine[] = [];
  for await (const line of table.rows)
    lines.push({ ...line, ...check(line.row, cellsOf(line, columns.places)) });
  const refusal = table.refusal();
  if (refusal !== null) return { status: 'refused', ...refusal };
  if (lines.length === 0) return { status: 'refused', code: 'FileEmpty', facts: {} };
  return { status: 'read', delimiter, header, lines };
};
