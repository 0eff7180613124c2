// The list that a city hands over on its first day: people whom BPJS has registered already.
import { firstList } from '../../apps/demo/bontang/rosters.ts';
import { SCANNED_KELURAHAN, scenarioOf } from '../../apps/demo/bontang/scenario.ts';
import { shareOut } from '../../apps/demo/synthetic-roster.ts';
import { BONTANG_KELURAHAN } from '../../domain/region.ts';

const SEED = 20_231_012;

export type DayOneList = {
  readonly csv: string;
  readonly rows: number;
  /** Some rows are bad, as in the lists of careful offices. */
  readonly accepted: number;
};

type Shares = ReadonlyMap<string, number>;

const everywhere = (people: number): Shares => {
  const parts = shareOut(people, BONTANG_KELURAHAN.length);
  return new Map(BONTANG_KELURAHAN.map(({ code }, index) => [code, parts[index] ?? 0]));
};

const rowsOf = (csv: string): number => csv.trimEnd().split('\n').length - 1;

const listOf = (shares: Shares): DayOneList => {
  const { csv, registered } = firstList({ ...scenarioOf(1_000, SEED), first: shares });
  return { csv, rows: rowsOf(csv), accepted: registered.length };
};

/** Exactly so many rows, a few of which the check refuses. */
export const dayOneList = (rows: number): DayOneList => {
  const sample = listOf(everywhere(1_000));
  return listOf(everywhere(rows - (sample.rows - sample.accepted)));
};

/** One kelurahan, whose cards still lie in its office. */
export const scannedKelurahan = (people: number): DayOneList =>
  listOf(new Map([[SCANNED_KELURAHAN, people]]));
