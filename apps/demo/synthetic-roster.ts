// A made-up list of workers as a kelurahan would send it: plausible people, and known faults in it.
import { addDays, addMonths, type LocalDate } from '../../domain/calendar.ts';
import { formatNik } from '../../domain/identity.ts';
import { OCCUPATIONS, type Occupation } from '../../domain/occupation.ts';
import { ROSTER_COLUMNS, type RosterColumn } from '../../domain/roster/row-verdict.ts';
import { csvLine } from '../../infra/rosters/csv-cell.ts';
import { type Draw, drawFrom } from './pseudo-random.ts';
import { FEMALE_NAMES, MALE_NAMES, SECOND_NAMES } from './synthetic-names.ts';

/** Faults that a list can be given; each names the verdict that the row must then get. */
export const SYNTHETIC_FAULTS = [
  'NIK_LENGTH',
  'NIK_NOT_DIGITS',
  'NIK_DATE',
  'NIK_PROVINCE_UNKNOWN',
  'NIK_TWICE_IN_FILE',
  'NIK_BIRTH_DATE_DIFFERS',
  'NAME_MISSING',
  'BIRTH_DATE_INVALID',
  'AGE_BELOW_WINDOW',
  'AGE_ABOVE_WINDOW',
  'KELURAHAN_UNKNOWN',
  'KELURAHAN_OUTSIDE_PROGRAMME',
  'OCCUPATION_MISSING',
  'OCCUPATION_UNKNOWN',
  'FIELD_TOO_LONG',
] as const;
export type SyntheticFault = (typeof SYNTHETIC_FAULTS)[number];

/** As careful offices send them: a fault of every kind, few of each. */
export const SOME_FAULTS: Readonly<Partial<Record<SyntheticFault, number>>> = Object.fromEntries(
  SYNTHETIC_FAULTS.map((fault) => [fault, 0.002]),
);

export type SyntheticRosterWish = {
  readonly seed: string;
  readonly count: number;
  /** Kemendagri code of the kelurahan that sends the list. */
  readonly kelurahan: string;
  readonly coverFrom: LocalDate;
  readonly ageFrom: number;
  readonly ageTo: number;
  /** How many of the people have a disability. */
  readonly disabilities: number;
  /** Share of the rows (0…1) that get each fault; a share above 0 means at least one row. */
  readonly faults?: Readonly<Partial<Record<SyntheticFault, number>>>;
  /** Keeps the NIK of several lists apart: list `index` of `of` lists (0 ≤ index < of ≤ 64). */
  readonly list?: { readonly index: number; readonly of: number };
};

export type SyntheticRoster = {
  readonly csv: string;
  readonly rows: number;
  /** Which row (1 = first data row) carries which fault, in the order of the rows. */
  readonly faults: readonly { readonly row: number; readonly fault: SyntheticFault }[];
};

type Cells = Readonly<Record<RosterColumn, string>>;

/** Who works where on this coast, by weight: most people fish, trade or take day work. */
const WORK: readonly [Occupation, ...Occupation[]] = [
  ...(['FISHER', 'FISHER', 'FISHER', 'FISHER', 'FISHER'] as const),
  ...(['TRADER', 'TRADER', 'TRADER', 'LABOURER', 'LABOURER', 'LABOURER'] as const),
  ...(['MOTORCYCLE_TAXI', 'MOTORCYCLE_TAXI', 'FARMER', 'FARMER', 'SEAWEED_FARMER'] as const),
  ...(['STREET_VENDOR', 'HOUSEHOLD_HELPER', 'BUILDER', 'DRIVER', 'MASSEUR', 'TAILOR'] as const),
  ...(['CARPENTER', 'MECHANIC', 'SCAVENGER', 'MOSQUE_KEEPER', 'RELIGIOUS_TEACHER'] as const),
  'COMMUNITY_VOLUNTEER',
];

/** Districts of first registration of people who moved here: none is today's domicile. */
const ELSEWHERE = ['640201', '647201', '730801', '737101', '350101', '332201', '630401'] as const;
const BORN_HERE_OF_TEN = 7;
const SEQUENCES = 9_999;

type Person = { readonly cells: Cells; readonly birthDate: LocalDate };

/** Safely inside the age window: at least one year from either edge. */
const birthDateIn = (draw: Draw, wish: SyntheticRosterWish): LocalDate => {
  const years = wish.ageFrom + 1 + draw.below(Math.max(1, wish.ageTo - wish.ageFrom - 1));
  return addDays(addMonths(wish.coverFrom, -12 * years), -draw.below(365));
};

const freshNik = (
  draw: Draw,
  wish: SyntheticRosterWish,
  facts: { readonly birthDate: LocalDate; readonly female: boolean; readonly taken: Set<string> },
): string => {
  const { index, of } = wish.list ?? { index: 0, of: 1 };
  const here = draw.below(10) < BORN_HERE_OF_TEN;
  const home = here ? wish.kelurahan.replaceAll('.', '').slice(0, 6) : draw.pick(ELSEWHERE);
  for (;;) {
    const nik = formatNik({
      province: home.slice(0, 2),
      regency: home.slice(2, 4),
      district: home.slice(4, 6),
      day: Number(facts.birthDate.slice(8, 10)),
      month: Number(facts.birthDate.slice(5, 7)),
      yearOfCentury: Number(facts.birthDate.slice(2, 4)),
      female: facts.female,
      sequence: 1 + index + of * draw.below(Math.floor(SEQUENCES / of)),
    });
    if (facts.taken.has(nik)) continue;
    facts.taken.add(nik);
    return nik;
  }
};

const person = (draw: Draw, wish: SyntheticRosterWish, taken: Set<string>): Person => {
  const female = draw.below(100) < 42;
  const birthDate = birthDateIn(draw, wish);
  const given = draw.pick(female ? FEMALE_NAMES : MALE_NAMES);
  const name = draw.below(10) < 8 ? `${given} ${draw.pick(SECOND_NAMES)}` : given;
  return {
    birthDate,
    cells: {
      NIK: freshNik(draw, wish, { birthDate, female, taken }),
      NAMA: name,
      TANGGAL_LAHIR: birthDate,
      KELURAHAN: wish.kelurahan,
      RT: String(1 + draw.below(45)).padStart(3, '0'),
      PEKERJAAN: OCCUPATIONS[draw.pick(WORK)].id,
      DISABILITAS: 'TIDAK',
    },
  };
};

/** A birth date beside the window with the NIK that belongs to it: only the age is wrong. */
const aged = (cells: Cells, birthDate: LocalDate): Cells => {
  const female = Number(cells.NIK.slice(6, 8)) > 40;
  const day = Number(birthDate.slice(8, 10)) + (female ? 40 : 0);
  const coded = `${String(day).padStart(2, '0')}${birthDate.slice(5, 7)}${birthDate.slice(2, 4)}`;
  const NIK = `${cells.NIK.slice(0, 6)}${coded}${cells.NIK.slice(12)}`;
  return { ...cells, NIK, TANGGAL_LAHIR: birthDate };
};

type Spoil = (person: Person, wish: SyntheticRosterWish, earlier: Cells) => Cells;

const SPOIL: Readonly<Record<SyntheticFault, Spoil>> = {
  NIK_LENGTH: ({ cells }) => ({ ...cells, NIK: cells.NIK.slice(0, 15) }),
  NIK_NOT_DIGITS: ({ cells }) => ({ ...cells, NIK: `${cells.NIK.slice(0, 15)}O` }),
  NIK_DATE: ({ cells }) => ({ ...cells, NIK: `${cells.NIK.slice(0, 8)}13${cells.NIK.slice(10)}` }),
  NIK_PROVINCE_UNKNOWN: ({ cells }) => ({ ...cells, NIK: `99${cells.NIK.slice(2)}` }),
  NIK_TWICE_IN_FILE: ({ cells }, _wish, { NIK, TANGGAL_LAHIR }) => ({
    ...cells,
    NIK,
    TANGGAL_LAHIR,
  }),
  NIK_BIRTH_DATE_DIFFERS: ({ cells, birthDate }) => ({
    ...cells,
    TANGGAL_LAHIR: addDays(birthDate, 1),
  }),
  NAME_MISSING: ({ cells }) => ({ ...cells, NAMA: '' }),
  BIRTH_DATE_INVALID: ({ cells }) => ({ ...cells, TANGGAL_LAHIR: '31/02/1980' }),
  AGE_BELOW_WINDOW: ({ cells }, { coverFrom, ageFrom }) =>
    aged(cells, addDays(addMonths(coverFrom, -12 * ageFrom), 1)),
  AGE_ABOVE_WINDOW: ({ cells }, { coverFrom, ageTo }) =>
    aged(cells, addMonths(coverFrom, -12 * (ageTo + 1))),
  KELURAHAN_UNKNOWN: ({ cells }) => ({ ...cells, KELURAHAN: 'Kampung Seberang' }),
  KELURAHAN_OUTSIDE_PROGRAMME: ({ cells }) => ({ ...cells, KELURAHAN: '64.72.01.1001' }),
  OCCUPATION_MISSING: ({ cells }) => ({ ...cells, PEKERJAAN: '' }),
  OCCUPATION_UNKNOWN: ({ cells }) => ({ ...cells, PEKERJAAN: 'Astronaut' }),
  FIELD_TOO_LONG: ({ cells }) => ({ ...cells, NAMA: `${cells.NAMA} ${'x'.repeat(100)}` }),
};

/** Draws distinct rows; the first row stays clean, so that a repeated NIK has one to repeat. */
const drawRows = (draw: Draw, count: number, howMany: number, taken: Set<number>): number[] => {
  const rows: number[] = [];
  while (rows.length < howMany && taken.size < count - 1) {
    const row = 2 + draw.below(count - 1);
    if (taken.has(row)) continue;
    taken.add(row);
    rows.push(row);
  }
  return rows;
};

const faultsByRow = (
  draw: Draw,
  wish: SyntheticRosterWish,
): ReadonlyMap<number, SyntheticFault> => {
  const taken = new Set<number>();
  return new Map(
    SYNTHETIC_FAULTS.flatMap((fault) => {
      const howMany = Math.ceil((wish.faults?.[fault] ?? 0) * wish.count);
      return drawRows(draw, wish.count, howMany, taken).map((row) => [row, fault] as const);
    }),
  );
};

export type SyntheticRow = {
  readonly cells: Readonly<Record<RosterColumn, string>>;
  /** What is wrong with the row on purpose. */
  readonly fault: SyntheticFault | undefined;
};

/** The same wish gives the same people; those with a disability are among the clean rows. */
export const syntheticPeople = (wish: SyntheticRosterWish): readonly SyntheticRow[] => {
  const draw = drawFrom(`${wish.seed}|${wish.kelurahan}|${wish.list?.index ?? 0}`);
  const people: Person[] = [];
  const taken = new Set<string>();
  for (let index = 0; index < wish.count; index += 1) people.push(person(draw, wish, taken));
  const faults = faultsByRow(draw, wish);
  const disabled = new Set<number>();
  while (disabled.size < Math.min(wish.disabilities, wish.count - faults.size)) {
    const row = 1 + draw.below(wish.count);
    if (!faults.has(row)) disabled.add(row);
  }
  const first = people[0];
  return people.map((one, index) => {
    const fault = faults.get(index + 1);
    const told = fault === undefined ? one.cells : SPOIL[fault](one, wish, (first ?? one).cells);
    return { cells: { ...told, DISABILITAS: disabled.has(index + 1) ? 'YA' : 'TIDAK' }, fault };
  });
};

/** The same wish gives the same list, byte for byte. */
export const syntheticRoster = (wish: SyntheticRosterWish): SyntheticRoster => {
  const rows = syntheticPeople(wish);
  const lines = rows.map(({ cells }) => csvLine(ROSTER_COLUMNS.map((column) => cells[column])));
  return {
    csv: csvLine(ROSTER_COLUMNS) + lines.join(''),
    rows: wish.count,
    faults: rows.flatMap(({ fault }, index) =>
      fault === undefined ? [] : [{ row: index + 1, fault }],
    ),
  };
};

/** Shares a number out over parts as evenly as whole numbers allow; the sum is kept. */
export const shareOut = (total: number, parts: number): readonly number[] =>
  Array.from(
    { length: parts },
    (_, index) => Math.floor(total / parts) + (index < total % parts ? 1 : 0),
  );
