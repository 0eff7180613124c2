// Reads a list of people (CSV): every row becomes an acceptable row or a reason, never half a file.

import { OCCUPATIONS } from '../../domain/occupation.ts';
import type { RowVerdict } from '../../domain/roster/events.ts';
import {
  type AcceptedRow,
  OPTIONAL_COLUMNS,
  type RosterCells,
  type RosterColumn,
  type RosterTerms,
  rosterCheck,
} from '../../domain/roster/row-verdict.ts';
import type { WrittenDateForm } from '../../domain/roster/written-date.ts';
import { cellText } from './csv-cell.ts';
import { type ColumnNames, type ColumnPlaces, findColumns } from './csv-columns.ts';
import {
  type CsvLimits,
  type CsvRefusal,
  type CsvRow,
  type CsvSource,
  openCsv,
} from './csv-table.ts';

export const ROSTER_COLUMN_NAMES: ColumnNames<RosterColumn> = {
  NIK: ['NOMOR INDUK KEPENDUDUKAN', 'NO NIK', 'NOMOR NIK', 'NO KTP', 'NOMOR KTP'],
  NAMA: ['NAMA LENGKAP', 'NAMA PEKERJA', 'NAMA PESERTA', 'NAME'],
  TANGGAL_LAHIR: ['TGL LAHIR', 'TANGGAL LAHIR', 'LAHIR', 'BIRTH DATE', 'DATE OF BIRTH'],
  KELURAHAN: ['KELURAHAN/DESA', 'DESA/KELURAHAN', 'KEL', 'DESA', 'KODE KELURAHAN', 'VILLAGE'],
  RT: ['NO RT', 'NOMOR RT', 'RT/RW'],
  PEKERJAAN: ['JENIS PEKERJAAN', 'PROFESI', 'OCCUPATION'],
  DISABILITAS: ['PENYANDANG DISABILITAS', 'DIFABEL', 'DISABILITY'],
};

/** A refused row as it stood in the file, kept so that it can be handed back. Personal data. */
export type RefusedRow = { readonly row: number; readonly cells: readonly string[] };

export type RosterReading = {
  readonly status: 'read';
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly rows: number;
  readonly accepted: readonly AcceptedRow[];
  readonly refused: readonly RefusedRow[];
  /** Refusals and warnings in the order of the rows. */
  readonly verdicts: readonly RowVerdict[];
  /** How many rows wrote their birth date in which form: the reader shows what it understood. */
  readonly birthDateForms: Readonly<Record<WrittenDateForm, number>>;
};

export type RosterFileRefused = { readonly status: 'refused' } & CsvRefusal;

export const isOptionalRosterColumn = (column: RosterColumn): boolean =>
  OPTIONAL_COLUMNS.includes(column);

export const cellsOf = (line: CsvRow, places: ColumnPlaces<RosterColumn>): RosterCells => {
  const cell = (column: RosterColumn): string | undefined => {
    const place = places[column];
    const raw = place === null ? '' : line.cells[place];
    return raw === undefined ? undefined : cellText(raw);
  };
  return {
    NIK: cell('NIK'),
    NAMA: cell('NAMA'),
    TANGGAL_LAHIR: cell('TANGGAL_LAHIR'),
    KELURAHAN: cell('KELURAHAN'),
    RT: cell('RT'),
    PEKERJAAN: cell('PEKERJAAN'),
    DISABILITAS: cell('DISABILITAS'),
  };
};

/** Reads and checks the whole file against the terms of its tranche; records nothing. */
export const readRoster = async (
  source: CsvSource,
  terms: RosterTerms,
  limits?: CsvLimits,
): Promise<RosterReading | RosterFileRefused> => {
  const table = await openCsv(source, limits);
  if ('code' in table) return { status: 'refused', ...table };
  const columns = findColumns(table.header, ROSTER_COLUMN_NAMES, isOptionalRosterColumn);
  if ('refused' in columns) return { status: 'refused', ...columns.refused };
  const check = rosterCheck(terms);
  const accepted: AcceptedRow[] = [];
  const refused: RefusedRow[] = [];
  const verdicts: RowVerdict[] = [];
  const birthDateForms = { ISO: 0, DAY_FIRST: 0 };
  for await (const line of table.rows) {
    const reading = check(line.row, cellsOf(line, columns.places));
    verdicts.push(...reading.verdicts);
    if (reading.birthDateForm !== null) birthDateForms[reading.birthDateForm] += 1;
    if (reading.accepted === null) refused.push(line);
    else accepted.push(reading.accepted);
  }
  const refusal = table.refusal();
  if (refusal !== null) return { status: 'refused', ...refusal };
  const rows = accepted.length + refused.length;
  if (rows === 0) return { status: 'refused', code: 'FileEmpty', facts: {} };
  const { delimiter, header } = table;
  return {
    status: 'read',
    delimiter,
    header,
    rows,
    accepted,
    refused,
    verdicts,
    birthDateForms,
  };
};

/** Tells the columns of one accepted row again as the file would, for handing it back. */
const asRefused = (
  { row, ...fields }: AcceptedRow,
  places: ColumnPlaces<RosterColumn>,
  width: number,
): RefusedRow => {
  const cells = Array.from({ length: width }, () => '');
  const put = (column: RosterColumn, text: string): void => {
    const place = places[column];
    if (place !== null) cells[place] = text;
  };
  put('NIK', fields.nik);
  put('NAMA', fields.name);
  put('TANGGAL_LAHIR', fields.birthDate);
  put('KELURAHAN', fields.kelurahan);
  put('RT', fields.neighbourhood);
  put('PEKERJAAN', OCCUPATIONS[fields.occupation].id);
  put('DISABILITAS', fields.disability);
  return { row, cells };
};

/** Takes rows out whose person is a member already: only the register of identities knows that. */
export const refuseMembers = (
  reading: RosterReading,
  memberRows: ReadonlySet<number>,
): RosterReading => {
  if (memberRows.size === 0) return reading;
  const columns = findColumns(reading.header, ROSTER_COLUMN_NAMES, () => true);
  if ('refused' in columns) return reading;
  const members = reading.accepted.filter(({ row }) => memberRows.has(row));
  const verdicts = members.map(
    ({ row }): RowVerdict => ({
      row,
      column: 'NIK',
      problem: 'ALREADY_MEMBER',
      severity: 'refused',
    }),
  );
  const handedBack = members.map((m) => asRefused(m, columns.places, reading.header.length));
  return {
    ...reading,
    accepted: reading.accepted.filter(({ row }) => !memberRows.has(row)),
    refused: [...reading.refused, ...handedBack].sort((a, b) => a.row - b.row),
    verdicts: [...reading.verdicts, ...verdicts].sort((a, b) => a.row - b.row),
  };
};
