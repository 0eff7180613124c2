// Reads a list of the dead (CSV) of a kelurahan or the civil registry: one row per death.
import type { LocalDate } from '../../domain/calendar.ts';
import { readNik } from '../../domain/identity.ts';
import { isAreaCode, isWithin, readKelurahan } from '../../domain/region.ts';
import { readWrittenDate } from '../../domain/roster/written-date.ts';
import { cellText, csvLine } from './csv-cell.ts';
import { type ColumnNames, findColumns } from './csv-columns.ts';
import { CSV_LIMITS, type CsvRefusal, type CsvRow, openCsv } from './csv-table.ts';

export type DeathColumn = 'NIK' | 'NAMA' | 'TANGGAL_LAHIR' | 'TANGGAL_MENINGGAL' | 'KELURAHAN';

const NAMES: ColumnNames<DeathColumn> = {
  NIK: ['NOMOR INDUK KEPENDUDUKAN', 'NO NIK', 'NO KTP', 'NIK ALMARHUM', 'NIK JENAZAH'],
  NAMA: ['NAMA LENGKAP', 'NAMA ALMARHUM', 'NAMA JENAZAH', 'NAMA YANG MENINGGAL', 'NAME'],
  TANGGAL_LAHIR: ['TGL LAHIR', 'LAHIR', 'BIRTH DATE', 'DATE OF BIRTH'],
  TANGGAL_MENINGGAL: ['TGL MENINGGAL', 'TANGGAL WAFAT', 'TGL WAFAT', 'MENINGGAL', 'DATE OF DEATH'],
  KELURAHAN: ['KELURAHAN/DESA', 'DESA/KELURAHAN', 'KEL', 'DESA', 'KODE KELURAHAN', 'VILLAGE'],
};

/** A list without one of these may still name people. */
const OPTIONAL: readonly DeathColumn[] = ['NIK', 'TANGGAL_LAHIR', 'KELURAHAN'];

export type DeathRowProblem =
  | 'NAME_MISSING'
  | 'DEATH_DATE_UNREADABLE'
  | 'DEATH_IN_FUTURE'
  | 'NEITHER_NIK_NOR_BIRTH'
  | 'BIRTH_DATE_UNREADABLE'
  | 'BORN_AFTER_DEATH'
  | 'OUTSIDE_AREA';

/** Personal data: lives as long as the check of its row. */
export type DeathRow = {
  readonly row: number;
  readonly nik: string | null;
  /** Something stands in the column, readable as a NIK or not. */
  readonly hasNik: boolean;
  readonly name: string;
  readonly birthDate: LocalDate | null;
  readonly deathDate: LocalDate;
  readonly kelurahan: string | null;
};

export type RefusedDeathRow = {
  readonly row: number;
  readonly problem: DeathRowProblem;
  readonly cells: readonly string[];
};

export type DeathsReading =
  | {
      readonly status: 'read';
      readonly delimiter: string;
      readonly header: readonly string[];
      readonly rows: readonly DeathRow[];
      readonly refused: readonly RefusedDeathRow[];
    }
  | { readonly status: 'refused'; readonly refusal: CsvRefusal };

export type DeathTerms = {
  /** The area that the list is about: `64.74`, or one kelurahan. */
  readonly area: string;
  readonly today: LocalDate;
};

const REGENCY_CHARACTERS = 5;

/** A name that we cannot place is no fault: the person is compared without a place. */
const placeIn = (text: string, { area }: DeathTerms): string | null => {
  const only = area.length > 8 ? area : null;
  if (text === '') return only;
  // A code of elsewhere is read as it stands: the row then says so.
  if (isAreaCode(text) && text.length > 8) return text;
  const found = readKelurahan(text, area.slice(0, REGENCY_CHARACTERS));
  return found.status === 'found' ? found.code : only;
};

type Cells = (column: DeathColumn) => string;

const unidentified = (cell: Cells): DeathRowProblem =>
  cell('TANGGAL_LAHIR') === '' ? 'NEITHER_NIK_NOR_BIRTH' : 'BIRTH_DATE_UNREADABLE';

const rowOf = (row: number, cell: Cells, terms: DeathTerms): DeathRow | DeathRowProblem => {
  const name = cell('NAMA');
  if (name === '') return 'NAME_MISSING';
  const deathDate = readWrittenDate(cell('TANGGAL_MENINGGAL'))?.date;
  if (deathDate === undefined) return 'DEATH_DATE_UNREADABLE';
  if (deathDate > terms.today) return 'DEATH_IN_FUTURE';
  const digits = cell('NIK').replace(/[\s.-]/g, '');
  const nik = readNik(digits).status === 'plausible' ? digits : null;
  const birthDate = readWrittenDate(cell('TANGGAL_LAHIR'))?.date ?? null;
  if (birthDate === null && nik === null) return unidentified(cell);
  if (birthDate !== null && birthDate > deathDate) return 'BORN_AFTER_DEATH';
  const kelurahan = placeIn(cell('KELURAHAN'), terms);
  if (kelurahan !== null && !isWithin(kelurahan, terms.area)) return 'OUTSIDE_AREA';
  return { row, nik, hasNik: digits !== '', name, birthDate, deathDate, kelurahan };
};

export const readDeaths = async (bytes: Uint8Array, terms: DeathTerms): Promise<DeathsReading> => {
  const table = await openCsv([bytes], CSV_LIMITS);
  if ('code' in table) return { status: 'refused', refusal: table };
  const found = findColumns(table.header, NAMES, (column) => OPTIONAL.includes(column));
  if ('refused' in found) return { status: 'refused', refusal: found.refused };
  const rows: DeathRow[] = [];
  const refused: RefusedDeathRow[] = [];
  for await (const line of table.rows) {
    const cell: Cells = (column) => cellText(line.cells[found.places[column] ?? -1] ?? '');
    const read = rowOf(line.row, cell, terms);
    if (typeof read === 'string') refused.push({ ...line, problem: read });
    else rows.push(read);
  }
  const refusal = table.refusal();
  if (refusal !== null) return { status: 'refused', refusal };
  if (rows.length + refused.length === 0)
    return { status: 'refused', refusal: { code: 'FileEmpty', facts: {} } };
  const { delimiter, header } = table;
  return { status: 'read', delimiter, header, rows, refused };
};

const REASON = 'ALASAN';
const ROW = 'BARIS';
const BYTE_ORDER_MARK = '\uFEFF';

/** The refused rows as the same file plus the reason and the row. Personal data. */
export const refusedDeathsCsv = (
  { delimiter, header, refused }: Extract<DeathsReading, { status: 'read' }>,
  reasonOf: (problem: DeathRowProblem) => string,
): string => {
  const places = header.flatMap((name, at) =>
    [REASON, ROW].includes(name.trim().toUpperCase()) ? [] : [at],
  );
  const line = ({ cells }: Pick<CsvRow, 'cells'>, ...more: readonly string[]): string =>
    csvLine([...places.map((at) => cells[at] ?? ''), ...more], delimiter);
  return [
    BYTE_ORDER_MARK + line({ cells: header }, REASON, ROW),
    ...refused.map((each) => line(each, reasonOf(each.problem), String(each.row))),
  ].join('');
};
