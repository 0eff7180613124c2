// The pure check of one row of a list: what it says in our words, or why it cannot be taken.
import { ageOn, type LocalDate } from '../calendar.ts';
import { birthDateFitsNik, type Nik, type NikReading, readNik } from '../identity.ts';
import { type Occupation, readOccupation } from '../occupation.ts';
import { type KelurahanReading, readKelurahan } from '../region.ts';
import type { RowProblem, RowVerdict } from './events.ts';
import { readWrittenDate, type WrittenDateForm, type WrittenDateReading } from './written-date.ts';

export const ROSTER_COLUMNS = [
  'NIK',
  'NAMA',
  'TANGGAL_LAHIR',
  'KELURAHAN',
  'RT',
  'PEKERJAAN',
  'DISABILITAS',
] as const;
export type RosterColumn = (typeof ROSTER_COLUMNS)[number];

/** One row as the file has it: trimmed text by column; `undefined` where the row ends early. */
export type RosterCells = Readonly<Record<RosterColumn, string | undefined>>;

/** What the tranche and its programme ask of every row. */
export type RosterTerms = {
  /** Kemendagri code of the programme's region. */
  readonly region: string;
  readonly ageFrom: number;
  readonly ageTo: number;
  /** Age counts on this day: the first day of cover of the tranche. */
  readonly coverFrom: LocalDate;
  /** Taken over: whom BPJS registered is a member, whatever their age. */
  readonly ageIsWarning?: boolean;
};

/** A row that can become a nominated worker. Personal data: it is sealed before it travels on. */
export type AcceptedRow = {
  readonly row: number;
  readonly nik: Nik;
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly kelurahan: string;
  readonly neighbourhood: string;
  readonly occupation: Occupation;
  readonly disability: 'YA' | 'TIDAK';
};

export type RowReading = {
  /** Null when at least one verdict refuses the row. */
  readonly accepted: AcceptedRow | null;
  readonly verdicts: readonly RowVerdict[];
  readonly birthDateForm: WrittenDateForm | null;
};

const LENGTH_MAX: Readonly<Record<RosterColumn, number>> = {
  NIK: 40,
  NAMA: 100,
  TANGGAL_LAHIR: 40,
  KELURAHAN: 60,
  RT: 20,
  PEKERJAAN: 60,
  DISABILITAS: 60,
};

/** Columns that a list may leave out altogether. */
export const OPTIONAL_COLUMNS: readonly RosterColumn[] = ['RT', 'DISABILITAS'];

type Found = {
  readonly column: RosterColumn;
  readonly problem: RowProblem;
  readonly warning?: boolean;
};

/** Nobody's name or village holds one; a NUL would be refused by the log. */
const CONTROL = /[^\P{Cc}\t\r\n]/u;
/** What a spreadsheet would work out instead of showing; a lone dash only says that there is nothing. */
const FORMULA = /^(?:[=@]|[+-]\s*[^\s-])/;

/** A cell that is missing, too long or no text is not looked at any further. */
const formProblem = (column: RosterColumn, cells: RosterCells): RowProblem | null => {
  const cell = cells[column];
  if (cell === undefined) return OPTIONAL_COLUMNS.includes(column) ? null : 'COLUMN_MISSING';
  if (cell.length > LENGTH_MAX[column]) return 'FIELD_TOO_LONG';
  if (CONTROL.test(cell)) return 'CHARACTER_REFUSED';
  return FORMULA.test(cell) ? 'FORMULA' : null;
};

const nikProblems = (nik: NikReading, birth: WrittenDateReading | null): readonly Found[] => {
  if (nik.status === 'implausible') return [{ column: 'NIK', problem: nik.problem }];
  const found: Found[] = [];
  if (nik.sequenceIsZero) found.push({ column: 'NIK', problem: 'NIK_SEQUENCE', warning: true });
  // The date inside the number may differ from the birth certificate (domain-rules §6.1).
  if (birth !== null && !birthDateFitsNik(nik.parts, birth.date))
    found.push({ column: 'TANGGAL_LAHIR', problem: 'NIK_BIRTH_DATE_DIFFERS', warning: true });
  return found;
};

const ageProblem = (birth: WrittenDateReading | null, terms: RosterTerms): RowProblem | null => {
  if (birth === null) return 'BIRTH_DATE_INVALID';
  const age = ageOn(birth.date, terms.coverFrom);
  if (age < terms.ageFrom) return 'AGE_BELOW_WINDOW';
  return age > terms.ageTo ? 'AGE_ABOVE_WINDOW' : null;
};

const occupationProblem = (text: string, occupation: Occupation | null): RowProblem | null => {
  if (text === '') return 'OCCUPATION_MISSING';
  return occupation === null ? 'OCCUPATION_UNKNOWN' : null;
};

const NO_DISABILITY = /^(|-|0|n|no|t|tdk|tidak.*|bukan.*|nihil|none)$/i;

type Readings = {
  readonly cells: RosterCells;
  readonly nik: NikReading;
  readonly birth: WrittenDateReading | null;
  readonly kelurahan: KelurahanReading;
  readonly occupation: Occupation | null;
};

const contentProblems = (readings: Readings, terms: RosterTerms): readonly Found[] => {
  const { cells, nik, birth, kelurahan, occupation } = readings;
  const age = ageProblem(birth, terms);
  const work = occupationProblem(cells.PEKERJAAN ?? '', occupation);
  return [
    ...nikProblems(nik, birth),
    ...(cells.NAMA === '' ? [{ column: 'NAMA', problem: 'NAME_MISSING' } as const] : []),
    ...(age === null
      ? []
      : [
          {
            column: 'TANGGAL_LAHIR',
            problem: age,
            warning: terms.ageIsWarning === true && age !== 'BIRTH_DATE_INVALID',
          } as const,
        ]),
    ...(kelurahan.status === 'refused'
      ? [{ column: 'KELURAHAN', problem: kelurahan.problem } as const]
      : []),
    ...(work === null ? [] : [{ column: 'PEKERJAAN', problem: work } as const]),
  ];
};

const acceptedRow = (row: number, readings: Readings): AcceptedRow | null => {
  const { cells, nik, birth, kelurahan, occupation } = readings;
  if (nik.status !== 'plausible' || birth === null) return null;
  if (kelurahan.status !== 'found' || occupation === null) return null;
  return {
    row,
    nik: nik.nik,
    name: (cells.NAMA ?? '').replace(/\s+/g, ' '),
    birthDate: birth.date,
    kelurahan: kelurahan.code,
    neighbourhood: cells.RT ?? '',
    occupation,
    disability: NO_DISABILITY.test(cells.DISABILITAS ?? '') ? 'TIDAK' : 'YA',
  };
};

/** Checks one row by itself; whether the file names a person twice is `rosterCheck`'s to say. */
export const readRow = (row: number, cells: RosterCells, terms: RosterTerms): RowReading => {
  const malformed = ROSTER_COLUMNS.flatMap((column): readonly Found[] => {
    const problem = formProblem(column, cells);
    return problem === null ? [] : [{ column, problem }];
  });
  const readings: Readings = {
    cells,
    nik: readNik((cells.NIK ?? '').replace(/\s/g, '')),
    birth: readWrittenDate(cells.TANGGAL_LAHIR ?? ''),
    kelurahan: readKelurahan(cells.KELURAHAN ?? '', terms.region),
    occupation: readOccupation(cells.PEKERJAAN ?? ''),
  };
  const content = contentProblems(readings, terms).filter(
    ({ column }) => !malformed.some((found) => found.column === column),
  );
  const verdicts = [...malformed, ...content].map(
    ({ column, problem, warning }): RowVerdict => ({
      row,
      column,
      problem,
      severity: warning === true ? 'warning' : 'refused',
    }),
  );
  const isRefused = verdicts.some(({ severity }) => severity === 'refused');
  return {
    accepted: isRefused ? null : acceptedRow(row, readings),
    verdicts,
    birthDateForm: readings.birth?.form ?? null,
  };
};

/**
 * Checks the rows of one file in their order. A NIK counts once: the first acceptable row keeps it,
 * every later one is refused, so that a corrected row after a refused one is not lost.
 */
export const rosterCheck = (terms: RosterTerms) => {
  const taken = new Set<string>();
  return (row: number, cells: RosterCells): RowReading => {
    const reading = readRow(row, cells, terms);
    if (reading.accepted === null) return reading;
    if (taken.has(reading.accepted.nik)) {
      const twice: RowVerdict = {
        row,
        column: 'NIK',
        problem: 'NIK_TWICE_IN_FILE',
        severity: 'refused',
      };
      return { ...reading, accepted: null, verdicts: [...reading.verdicts, twice] };
    }
    taken.add(reading.accepted.nik);
    return reading;
  };
};
