// The lists of a regency: people put forward, and people whom the branch has registered already.
import type { LocalDate, Month } from '../../../domain/calendar.ts';
import { ROSTER_COLUMNS } from '../../../domain/roster/row-verdict.ts';
import { csvLine } from '../../../infra/rosters/csv-cell.ts';
import { kpjOf, PER_REFUSAL } from '../registration-office.ts';
import {
  type SyntheticFault,
  type SyntheticRow,
  shareOut,
  syntheticPeople,
} from '../synthetic-roster.ts';

/** What a careful office overlooks: one row of each, in the list of the first village. */
const FAULTS: readonly SyntheticFault[] = ['NIK_DATE', 'BIRTH_DATE_INVALID', 'AGE_ABOVE_WINDOW'];
/** Numbers of a NIK are shared out over so many lists, so that no two lists make the same one. */
const LISTS = 4;

export type ListWish = {
  readonly seed: number;
  readonly villages: readonly string[];
  /** Which list of the story: its people are in no other. */
  readonly list: number;
  /** People with nothing wrong. */
  readonly good: number;
  readonly withFaults: boolean;
  readonly coverFrom: LocalDate;
};

export const peopleOf = (wish: ListWish): readonly SyntheticRow[] => {
  const { coverFrom, good, list, seed, villages, withFaults } = wish;
  const shares = shareOut(good, villages.length);
  return villages.flatMap((kelurahan, index) => {
    const share = shares[index] ?? 0;
    const faults = withFaults && index === 0 && share > 0 ? FAULTS : [];
    return syntheticPeople({
      seed: String(seed),
      count: share + faults.length,
      kelurahan,
      coverFrom,
      ageFrom: 18,
      ageTo: 64,
      disabilities: 0,
      // A share so small that it means one row of each.
      faults: Object.fromEntries(faults.map((fault) => [fault, Number.MIN_VALUE])),
      list: { index: list * villages.length + index, of: LISTS * villages.length },
    });
  });
};

const cellsOf = ({ cells }: SyntheticRow): readonly string[] =>
  ROSTER_COLUMNS.map((column) => cells[column]);

/** A list as villages send it. */
export const listOf = (rows: readonly SyntheticRow[]): string =>
  [ROSTER_COLUMNS, ...rows.map(cellsOf)].map((cells) => csvLine(cells)).join('');

/** So many are put forward that the wanted are left when the branch has refused its share. */
export const putForward = (wanted: number): number => {
  let many = wanted;
  while (many - Math.floor(many / PER_REFUSAL) < wanted) many += 1;
  return many;
};

const REGISTERED_COLUMNS = [
  ...ROSTER_COLUMNS,
  ...['KPJ', 'TANGGAL_DAFTAR', 'MULAI_PERLINDUNGAN', 'LUNAS_SAMPAI', 'KARTU_DISERAHKAN'],
];

/** The list of registered people as the branch hands it over. */
export const registeredListOf = (
  rows: readonly SyntheticRow[],
  facts: { readonly coverFrom: LocalDate; readonly paidThrough: Month; readonly cards: LocalDate },
): string => {
  const { cards, coverFrom, paidThrough } = facts;
  const lines = rows.map((row) =>
    csvLine([...cellsOf(row), kpjOf(row.cells.NIK), coverFrom, coverFrom, paidThrough, cards]),
  );
  return csvLine(REGISTERED_COLUMNS) + lines.join('');
};
