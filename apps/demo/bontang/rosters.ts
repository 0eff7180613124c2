// The two lists of Bontang: who was registered when the office came to us, and who joined after.
import { addDays, localDate } from '../../../domain/calendar.ts';
import { BONTANG_KELURAHAN } from '../../../domain/region.ts';
import { ROSTER_COLUMNS } from '../../../domain/roster/row-verdict.ts';
import { csvLine } from '../../../infra/rosters/csv-cell.ts';
import { kpjOf } from '../registration-office.ts';
import {
  type SyntheticFault,
  type SyntheticRow,
  shareOut,
  syntheticPeople,
} from '../synthetic-roster.ts';
import { SCANNED_KELURAHAN, type Scenario } from './scenario.ts';

export const FIRST_COVER = localDate('2023-10-12');
export const SECOND_COVER = localDate('2024-10-01');
/** The day up to which the branch's list of registered people speaks. */
export const TAKEN_OVER_ON = localDate('2024-07-17');
const DAYS_OF_HAND_OVER = 120;

/** One of each in some kelurahan's part of a list: what a careful office overlooks. */
const FAULTS: readonly SyntheticFault[] = [
  'NIK_LENGTH',
  'NIK_NOT_DIGITS',
  'NIK_DATE',
  'NIK_TWICE_IN_FILE',
  'BIRTH_DATE_INVALID',
  'KELURAHAN_OUTSIDE_PROGRAMME',
  'OCCUPATION_UNKNOWN',
];

/** Of a list so short that one of each would be most of it. */
const FEW_FAULTS: readonly SyntheticFault[] = [
  'NIK_LENGTH',
  'BIRTH_DATE_INVALID',
  'OCCUPATION_UNKNOWN',
];

/** Whoever is registered stays so beyond the age limit (C-13); a new member may not be older. */
const NEW_MEMBER_FAULTS: readonly SyntheticFault[] = [...FAULTS, 'AGE_ABOVE_WINDOW'];

type Place = { readonly code: string; readonly index: number; readonly first: boolean };

/** In every fifth kelurahan; in a short list the first one stands for all. */
const faultsAt = ({ index, first }: Place, good: number): readonly SyntheticFault[] => {
  const kinds = first ? FAULTS : NEW_MEMBER_FAULTS;
  if (index % 5 === 0 && good > kinds.length) return kinds;
  return index === 0 && good > 0 ? FEW_FAULTS : [];
};

/** Exactly `good` acceptable people, and some rows that are not. */
const peopleOf = (scenario: Scenario, place: Place, good: number): readonly SyntheticRow[] => {
  const { code, index, first } = place;
  const faults = faultsAt(place, good);
  const disabled = shareOut(scenario.disabled, BONTANG_KELURAHAN.length)[index] ?? 0;
  const parts = 2 * BONTANG_KELURAHAN.length;
  return syntheticPeople({
    seed: String(scenario.seed),
    count: good + faults.length,
    kelurahan: code,
    coverFrom: first ? FIRST_COVER : SECOND_COVER,
    ageFrom: 18,
    ageTo: 64,
    disabilities: first ? disabled : 0,
    // A share so small that it means one row of each.
    faults: Object.fromEntries(faults.map((fault) => [fault, Number.MIN_VALUE])),
    list: { index: first ? index : BONTANG_KELURAHAN.length + index, of: parts },
  });
};

const everyPlace = (
  scenario: Scenario,
  shares: ReadonlyMap<string, number>,
): readonly { readonly code: string; readonly rows: readonly SyntheticRow[] }[] =>
  BONTANG_KELURAHAN.map(({ code }, index) => {
    const place = { code, index, first: shares === scenario.first };
    return { code, rows: peopleOf(scenario, place, shares.get(code) ?? 0) };
  });

const TAKE_OVER_COLUMNS = [
  ...ROSTER_COLUMNS,
  'KPJ',
  'TANGGAL_DAFTAR',
  'MULAI_PERLINDUNGAN',
  'LUNAS_SAMPAI',
  'KARTU_DISERAHKAN',
  'PENERIMA_KARTU',
];

/** A member of the first tranche, as the files of claims need them. */
export type Registered = {
  readonly nik: string;
  readonly name: string;
  readonly kelurahan: string;
};

export type FirstList = { readonly csv: string; readonly registered: readonly Registered[] };

/** Cards of one kelurahan still lie in its office; elsewhere they went out over four months. */
const handedOverOn = (kelurahan: string, row: number): string =>
  kelurahan === SCANNED_KELURAHAN ? '' : addDays(FIRST_COVER, 14 + (row % DAYS_OF_HAND_OVER));

/** The list of registered people as the branch hands it over, with its own errors. */
export const firstList = (scenario: Scenario): FirstList => {
  const registered: Registered[] = [];
  const lines = everyPlace(scenario, scenario.first).flatMap(({ code, rows }) =>
    rows.map(({ cells, fault }, row) => {
      if (fault === undefined)
        registered.push({ nik: cells.NIK, name: cells.NAMA, kelurahan: code });
      return csvLine([
        ...ROSTER_COLUMNS.map((column) => cells[column]),
        ...[kpjOf(cells.NIK), FIRST_COVER, FIRST_COVER, '2024-07'],
        ...[handedOverOn(code, row), ''],
      ]);
    }),
  );
  return { csv: csvLine(TAKE_OVER_COLUMNS) + lines.join(''), registered };
};

/**
 * People put forward a year later, by the ordinary way. One in a hundred is refused by the branch
 * after our own check has passed, so that many more are put forward.
 */
export const secondList = (scenario: Scenario, perRefusal: number): string => {
  const shares = new Map(scenario.second);
  const wanted = [...shares.values()].reduce((sum, share) => sum + share, 0);
  let extra = 0;
  while (wanted + extra - Math.floor((wanted + extra) / perRefusal) < wanted) extra += 1;
  const last = BONTANG_KELURAHAN.at(-1)?.code ?? '';
  shares.set(last, (shares.get(last) ?? 0) + extra);
  const lines = everyPlace(scenario, shares).flatMap(({ rows }) =>
    rows.map(({ cells }) => csvLine(ROSTER_COLUMNS.map((column) => cells[column]))),
  );
  return csvLine(ROSTER_COLUMNS) + lines.join('');
};
