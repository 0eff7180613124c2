// Reads a take-over list (CSV) of people registered already: every row acceptable, or a reason.
import type { RowVerdict } from '../../domain/roster/events.ts';
import {
  OPTIONAL_REGISTERED_COLUMNS,
  REGISTERED_COLUMNS,
  type RegisteredCells,
  type RegisteredColumn,
  type RegisteredRow,
  type RegisteredTerms,
  registeredCheck,
} from '../../domain/roster/registered-row.ts';
import { cellText } from './csv-cell.ts';
import { type ColumnNames, type ColumnPlaces, findColumns } from './csv-columns.ts';
import { type CsvLimits, type CsvRow, type CsvSource, openCsv } from './csv-table.ts';
import {
  cellsOf,
  isOptionalRosterColumn,
  type RefusedRow,
  ROSTER_COLUMN_NAMES,
  type RosterFileRefused,
} from './roster-csv.ts';

const COLUMN_NAMES: ColumnNames<RegisteredColumn> = {
  KPJ: ['NOMOR KPJ', 'NO KPJ', 'NOMOR PESERTA', 'NO PESERTA', 'NOMOR KARTU PESERTA'],
  TANGGAL_DAFTAR: ['TGL DAFTAR', 'TANGGAL PENDAFTARAN', 'REGISTERED ON', 'REGISTRATION DATE'],
  MULAI_PERLINDUNGAN: ['MULAI', 'TANGGAL MULAI', 'AWAL PERLINDUNGAN', 'COVER START'],
  LUNAS_SAMPAI: ['LUNAS S/D', 'BULAN LUNAS', 'IURAN SAMPAI', 'PAID THROUGH'],
  KARTU_DISERAHKAN: ['TANGGAL SERAH KARTU', 'SERAH KARTU', 'CARD HANDED OVER'],
  PENERIMA_KARTU: ['KARTU DITERIMA', 'CARD RECEIVER'],
};

export type RegisteredListReading = {
  readonly status: 'read';
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly rows: number;
  readonly accepted: readonly RegisteredRow[];
  readonly refused: readonly RefusedRow[];
  /** Refusals and warnings in the order of the rows. */
  readonly verdicts: readonly RowVerdict[];
};

const registeredCells = (
  line: CsvRow,
  places: ColumnPlaces<RegisteredColumn>,
): Readonly<Record<RegisteredColumn, string | undefined>> => {
  const cells = REGISTERED_COLUMNS.map((column) => {
    const place = places[column];
    return [column, place === null ? '' : cellText(line.cells[place] ?? '')] as const;
  });
  return Object.fromEntries(cells) as Record<RegisteredColumn, string>;
};

/** Reads and checks the whole file against the terms of its tranche; records nothing. */
export const readRegisteredList = async (
  source: CsvSource,
  terms: RegisteredTerms,
  limits?: CsvLimits,
): Promise<RegisteredListReading | RosterFileRefused> => {
  const table = await openCsv(source, limits);
  if ('code' in table) return { status: 'refused', ...table };
  const { delimiter, header } = table;
  const person = findColumns(header, ROSTER_COLUMN_NAMES, isOptionalRosterColumn);
  if ('refused' in person) return { status: 'refused', ...person.refused };
  const own = findColumns(header, COLUMN_NAMES, (c) => OPTIONAL_REGISTERED_COLUMNS.includes(c));
  if ('refused' in own) return { status: 'refused', ...own.refused };
  const check = registeredCheck(terms);
  const accepted: RegisteredRow[] = [];
  const refused: RefusedRow[] = [];
  const verdicts: RowVerdict[] = [];
  for await (const line of table.rows) {
    const cells: RegisteredCells = {
      ...cellsOf(line, person.places),
      ...registeredCells(line, own.places),
    };
    const reading = check(line.row, cells);
    verdicts.push(...reading.verdicts);
    if (reading.accepted === null) refused.push(line);
    else accepted.push(reading.accepted);
  }
  const refusal = table.refusal();
  if (refusal !== null) return { status: 'refused', ...refusal };
  const rows = accepted.length + refused.length;
  if (rows === 0) return { status: 'refused', code: 'FileEmpty', facts: {} };
  return { status: 'read', delimiter, header, rows, accepted, refused, verdicts };
};
