// The file handed to the BPJS branch for registration, and the branch's answer read back.
import type { LocalDate } from '../../domain/calendar.ts';
import { type Kpj, readKpj } from '../../domain/identity.ts';
import { readWrittenDate } from '../../domain/roster/written-date.ts';
import { cellText, csvLine } from './csv-cell.ts';
import { type ColumnNames, type ColumnPlaces, findColumns } from './csv-columns.ts';
import {
  type CsvLimits,
  type CsvRefusal,
  type CsvRow,
  type CsvSource,
  openCsv,
} from './csv-table.ts';

/** One worker as the branch needs them. Personal data. `reference` is the worker's stream id. */
export type RegistrationLine = {
  readonly reference: string;
  readonly nik: string;
  readonly name: string;
  readonly birthDate: string;
  readonly kelurahan: string;
  readonly occupation: string;
  readonly coverFrom: LocalDate;
};

const EXPORT_HEADER = [
  'REFERENSI',
  'NIK',
  'NAMA',
  'TANGGAL_LAHIR',
  'KELURAHAN',
  'PEKERJAAN',
  'MULAI_DIMINTA',
];

/** Header first, then one line per worker, in the order given: the same workers, the same bytes. */
export const registrationCsv = function* (workers: Iterable<RegistrationLine>): Generator<string> {
  yield csvLine(EXPORT_HEADER);
  for (const { reference, nik, name, birthDate, kelurahan, occupation, coverFrom } of workers)
    yield csvLine([reference, nik, name, birthDate, kelurahan, occupation, coverFrom]);
};

type AnswerColumn = 'REFERENSI' | 'NIK' | 'KPJ' | 'MULAI_PERLINDUNGAN' | 'ALASAN_PENOLAKAN';

const ANSWER_NAMES: ColumnNames<AnswerColumn> = {
  REFERENSI: ['NO REFERENSI', 'NOMOR REFERENSI', 'REFERENCE'],
  NIK: ['NOMOR INDUK KEPENDUDUKAN', 'NO KTP'],
  KPJ: ['NO KPJ', 'NOMOR KPJ', 'NOMOR PESERTA'],
  MULAI_PERLINDUNGAN: ['TANGGAL MULAI', 'TGL MULAI', 'MULAI', 'TANGGAL KEPESERTAAN', 'COVER START'],
  ALASAN_PENOLAKAN: ['ALASAN', 'ALASAN TOLAK', 'KETERANGAN', 'REASON'],
};

/** Whom a line speaks of: our reference where the branch kept it, else the NIK (personal data). */
export type AnswerSubject =
  | { readonly by: 'reference'; readonly reference: string }
  | { readonly by: 'nik'; readonly nik: string };

export type RegistrationAnswer = { readonly row: number; readonly subject: AnswerSubject } & (
  | { readonly outcome: 'accepted'; readonly kpj: Kpj; readonly coverStart: LocalDate }
  | { readonly outcome: 'refused'; readonly reason: string }
);

export type AnswerProblem =
  | 'SUBJECT_MISSING'
  | 'SUBJECT_TWICE'
  | 'ANSWER_MISSING'
  | 'ANSWER_CONTRADICTS'
  | 'KPJ_INVALID'
  | 'KPJ_TWICE'
  | 'COVER_START_INVALID';

/** A line that cannot be used, without its values. */
export type AnswerFault = { readonly row: number; readonly problem: AnswerProblem };

export type AnswerReading =
  | {
      readonly status: 'read';
      readonly answers: readonly RegistrationAnswer[];
      readonly faults: readonly AnswerFault[];
    }
  | ({ readonly status: 'refused' } & CsvRefusal);

const REASON_CHARACTERS_MAX = 200;

/** The branch's words enter an event in the clear: a number that may be a NIK or KPJ may not. */
const withoutNumbers = (reason: string): string =>
  reason.replace(/\d[\d .-]{6,}\d/g, '…').slice(0, REASON_CHARACTERS_MAX);

const subjectOf = (reference: string, nik: string): AnswerSubject | null => {
  if (reference !== '') return { by: 'reference', reference };
  return nik === '' ? null : { by: 'nik', nik: nik.replace(/\s/g, '') };
};

const readAnswer = (
  line: CsvRow,
  places: ColumnPlaces<AnswerColumn>,
): RegistrationAnswer | AnswerProblem => {
  const cell = (column: AnswerColumn): string => {
    const place = places[column];
    return place === null ? '' : cellText(line.cells[place] ?? '');
  };
  const { row } = line;
  const subject = subjectOf(cell('REFERENSI'), cell('NIK'));
  if (subject === null) return 'SUBJECT_MISSING';
  const number = cell('KPJ');
  const reason = cell('ALASAN_PENOLAKAN');
  if (number === '' && reason === '') return 'ANSWER_MISSING';
  if (number !== '' && reason !== '') return 'ANSWER_CONTRADICTS';
  if (reason !== '') return { row, subject, outcome: 'refused', reason: withoutNumbers(reason) };
  const kpj = readKpj(number);
  if (kpj === null) return 'KPJ_INVALID';
  const coverStart = readWrittenDate(cell('MULAI_PERLINDUNGAN'))?.date;
  if (coverStart === undefined) return 'COVER_START_INVALID';
  return { row, subject, outcome: 'accepted', kpj, coverStart };
};

const subjectKey = (subject: AnswerSubject): string =>
  subject.by === 'reference' ? `reference ${subject.reference}` : `nik ${subject.nik}`;

/** The first answer about a person counts; a second one in the same file is a fault to look at. */
const repeated = (answer: RegistrationAnswer, seen: Set<string>): AnswerProblem | null => {
  const person = subjectKey(answer.subject);
  if (seen.has(person)) return 'SUBJECT_TWICE';
  const number = answer.outcome === 'accepted' ? `kpj ${answer.kpj}` : null;
  if (number !== null && seen.has(number)) return 'KPJ_TWICE';
  seen.add(person);
  if (number !== null) seen.add(number);
  return null;
};

export const readRegistrationAnswer = async (
  source: CsvSource,
  limits?: CsvLimits,
): Promise<AnswerReading> => {
  const table = await openCsv(source, limits);
  if ('code' in table) return { status: 'refused', ...table };
  const columns = findColumns(table.header, ANSWER_NAMES, (column) => column !== 'KPJ');
  if ('refused' in columns) return { status: 'refused', ...columns.refused };
  const { places } = columns;
  if (places.REFERENSI === null && places.NIK === null)
    return { status: 'refused', code: 'ColumnsMissing', facts: { columns: 'REFERENSI, NIK' } };
  const seen = new Set<string>();
  const answers: RegistrationAnswer[] = [];
  const faults: AnswerFault[] = [];
  for await (const line of table.rows) {
    const answer = readAnswer(line, places);
    const problem = typeof answer === 'string' ? answer : repeated(answer, seen);
    if (problem !== null) faults.push({ row: line.row, problem });
    else if (typeof answer !== 'string') answers.push(answer);
  }
  const refusal = table.refusal();
  return refusal === null ? { status: 'read', answers, faults } : { status: 'refused', ...refusal };
};
