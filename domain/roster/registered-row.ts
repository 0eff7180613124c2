// The pure check of one row of a take-over list: a person whom BPJS has registered already.
import { isLocalDate, isMonth, type LocalDate, type Month, monthOf } from '../calendar.ts';
import { type Kpj, readKpj } from '../identity.ts';
import type { RowProblem, RowVerdict } from './events.ts';
import { type AcceptedRow, type RosterCells, type RosterTerms, readRow } from './row-verdict.ts';
import { readWrittenDate } from './written-date.ts';

export const REGISTERED_COLUMNS = [
  'KPJ',
  'TANGGAL_DAFTAR',
  'MULAI_PERLINDUNGAN',
  'LUNAS_SAMPAI',
  'KARTU_DISERAHKAN',
  'PENERIMA_KARTU',
] as const;
export type RegisteredColumn = (typeof REGISTERED_COLUMNS)[number];

/** Columns that a take-over list may leave out altogether. */
export const OPTIONAL_REGISTERED_COLUMNS: readonly RegisteredColumn[] = [
  'MULAI_PERLINDUNGAN',
  'LUNAS_SAMPAI',
  'KARTU_DISERAHKAN',
  'PENERIMA_KARTU',
];

export type RegisteredCells = RosterCells & Readonly<Record<RegisteredColumn, string | undefined>>;

export type RegisteredTerms = RosterTerms & {
  /** The day up to which the list speaks: nothing in it can be later. */
  readonly asOf: LocalDate;
  /** Through this month the tranche's history is closed; null while it is open. */
  readonly closedThrough: Month | null;
};

/** Personal data, like the row it extends: it is sealed before it travels on. */
export type RegisteredRow = AcceptedRow & {
  readonly kpj: Kpj;
  readonly registeredOn: LocalDate;
  readonly coverStart: LocalDate;
  readonly paidThrough: Month | null;
  readonly handedOver: {
    readonly on: LocalDate;
    readonly receivedBy: 'WORKER' | 'FAMILY';
  } | null;
};

export type RegisteredReading = {
  /** Null when at least one verdict refuses the row. */
  readonly accepted: RegisteredRow | null;
  readonly verdicts: readonly RowVerdict[];
};

const RECEIVERS: Readonly<Record<string, 'WORKER' | 'FAMILY'>> = {
  '': 'WORKER',
  PEKERJA: 'WORKER',
  WORKER: 'WORKER',
  KELUARGA: 'FAMILY',
  FAMILY: 'FAMILY',
};

type Found = { readonly column: RegisteredColumn | 'NIK'; readonly problem: RowProblem };
type Read<T> = { readonly value: T } | { readonly found: Found };

const dayIn = (
  cells: RegisteredCells,
  column: RegisteredColumn,
  problem: RowProblem,
): Read<LocalDate | null> => {
  const text = cells[column] ?? '';
  if (text === '') return { value: null };
  const written = readWrittenDate(text);
  return written === null ? { found: { column, problem } } : { value: written.date };
};

const monthIn = (cells: RegisteredCells): Read<Month | null> => {
  const text = cells.LUNAS_SAMPAI ?? '';
  if (text === '') return { value: null };
  if (isMonth(text)) return { value: text };
  if (isLocalDate(text)) return { value: monthOf(text) };
  return { found: { column: 'LUNAS_SAMPAI', problem: 'PAID_THROUGH_INVALID' } };
};

/** What was paid in advance is recorded with its bill and proof, never by the word of a list. */
const monthFaults = (terms: RegisteredTerms, month: Month | null): readonly Found[] =>
  month !== null && month > monthOf(terms.asOf)
    ? [{ column: 'LUNAS_SAMPAI', problem: 'LATER_THAN_LIST' }]
    : [];

type Facts = Omit<RegisteredRow, keyof AcceptedRow>;

const valueIn = <T>(read: Read<T>): T | null => ('value' in read ? read.value : null);
const faultOf = (read: Read<unknown>): readonly Found[] => ('found' in read ? [read.found] : []);

/** What no later day may follow, and what a closed history takes in no more. */
const dateFaults = (
  terms: RegisteredTerms,
  days: readonly { readonly column: RegisteredColumn; readonly day: LocalDate | null }[],
): readonly Found[] =>
  days.flatMap(({ column, day }): readonly Found[] => {
    if (day === null) return [];
    if (day > terms.asOf) return [{ column, problem: 'LATER_THAN_LIST' }];
    const isClosed = terms.closedThrough !== null && monthOf(day) <= terms.closedThrough;
    return isClosed ? [{ column, problem: 'HISTORY_IS_CLOSED' }] : [];
  });

const readFacts = (
  cells: RegisteredCells,
  terms: RegisteredTerms,
): { readonly facts: Facts | null; readonly found: readonly Found[] } => {
  const kpj = readKpj((cells.KPJ ?? '').replace(/\s/g, ''));
  const registered = dayIn(cells, 'TANGGAL_DAFTAR', 'REGISTERED_ON_INVALID');
  const cover = dayIn(cells, 'MULAI_PERLINDUNGAN', 'COVER_START_INVALID');
  const paid = monthIn(cells);
  const card = dayIn(cells, 'KARTU_DISERAHKAN', 'CARD_DATE_INVALID');
  const receivedBy = RECEIVERS[(cells.PENERIMA_KARTU ?? '').toUpperCase()];
  const registeredOn = valueIn(registered);
  const on = valueIn(card);
  const found: readonly Found[] = [
    ...(kpj === null ? [{ column: 'KPJ', problem: 'KPJ_INVALID' } as const] : []),
    ...(registeredOn === null
      ? [{ column: 'TANGGAL_DAFTAR', problem: 'REGISTERED_ON_INVALID' } as const]
      : []),
    ...[cover, paid, card].flatMap(faultOf),
    ...(receivedBy === undefined
      ? [{ column: 'PENERIMA_KARTU', problem: 'CARD_RECEIVER_UNKNOWN' } as const]
      : []),
    ...monthFaults(terms, valueIn(paid)),
    ...dateFaults(terms, [
      { column: 'TANGGAL_DAFTAR', day: registeredOn },
      { column: 'KARTU_DISERAHKAN', day: on },
    ]),
  ];
  if (found.length > 0 || kpj === null || registeredOn === null || receivedBy === undefined)
    return { facts: null, found };
  const facts: Facts = {
    kpj,
    registeredOn,
    coverStart: valueIn(cover) ?? terms.coverFrom,
    paidThrough: valueIn(paid),
    handedOver: on === null ? null : { on, receivedBy },
  };
  return { facts, found };
};

const refusedBy = (row: number, { column, problem }: Found): RowVerdict => ({
  row,
  column,
  problem,
  severity: 'refused',
});

/**
 * Checks the rows of one file in their order. A NIK and a KPJ count once: the first acceptable row
 * keeps them, every later one is refused.
 */
export const registeredCheck = (given: RegisteredTerms) => {
  const terms: RegisteredTerms = { ...given, ageIsWarning: true };
  const niks = new Set<string>();
  const kpjs = new Set<string>();
  return (row: number, cells: RegisteredCells): RegisteredReading => {
    const person = readRow(row, cells, terms);
    const { facts, found } = readFacts(cells, terms);
    const twice: readonly Found[] = [
      ...(person.accepted !== null && niks.has(person.accepted.nik)
        ? [{ column: 'NIK', problem: 'NIK_TWICE_IN_FILE' } as const]
        : []),
      ...(facts !== null && kpjs.has(facts.kpj)
        ? [{ column: 'KPJ', problem: 'KPJ_TWICE_IN_FILE' } as const]
        : []),
    ];
    const own = [...found, ...twice].map((fault) => refusedBy(row, fault));
    const verdicts = [...person.verdicts, ...own];
    if (person.accepted === null || facts === null || twice.length > 0)
      return { accepted: null, verdicts };
    niks.add(person.accepted.nik);
    kpjs.add(facts.kpj);
    return { accepted: { ...person.accepted, ...facts }, verdicts };
  };
};
