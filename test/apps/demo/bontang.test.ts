// The lists of the demo: the press's numbers at full size, other people by another seed, same figures.
import { expect, test } from 'vitest';
import { firstList, SECOND_COVER, secondList } from '../../../apps/demo/bontang/rosters.ts';
import { runningClaims } from '../../../apps/demo/bontang/running-claims.ts';
import { PRESS_WORKERS, scenarioOf, sumOf } from '../../../apps/demo/bontang/scenario.ts';
import { readRoster } from '../../../infra/rosters/roster-csv.ts';

const PER_REFUSAL = 100;

const cellsOf = (csv: string): readonly (readonly string[])[] =>
  csv
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(','));

/** How often each word stands in a column; names and numbers of people are other columns. */
const countsIn = (csv: string, column: number): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const cells of cellsOf(csv)) {
    const word = cells[column] ?? '';
    counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
};

const STAGE = 4;
const DISABILITY = 6;

const told = (workers: number, seed: number) => {
  const scenario = scenarioOf(workers, seed);
  const { csv, registered } = firstList(scenario);
  return { scenario, csv, registered, claims: runningClaims(scenario, registered) };
};

test('at full size: 34,782 and 1,995 people, 345 with a disability, 15 kelurahan, 107 deaths', () => {
  const { scenario, csv, registered, claims } = told(PRESS_WORKERS, 2026);
  expect([sumOf(scenario.first), sumOf(scenario.second)]).toEqual([34_782, 1_995]);
  expect(scenario.first.size).toBe(15);
  expect(registered).toHaveLength(34_782);
  expect(new Set(registered.map(({ nik }) => nik)).size).toBe(34_782);
  expect(countsIn(csv, DISABILITY)['YA']).toBe(345);
  expect(claims.deaths).toBe(107);
  expect(countsIn(claims.csv, STAGE)).toMatchObject({ DIBAYAR: 31 });
});

test('the branch refuses one in a hundred of the second list, and 1,995 are left', () => {
  const scenario = scenarioOf(PRESS_WORKERS, 2026);
  const rows = cellsOf(secondList(scenario, PER_REFUSAL)).length;
  const bad = 24;
  const nominated = rows - bad;
  expect(nominated - Math.floor(nominated / PER_REFUSAL)).toBe(1_995);
});

test.each([20, 60, 500, 900, PRESS_WORKERS])(
  'rows come back with column and reason at every size (%i workers), and the good ones are kept',
  async (workers) => {
    const scenario = scenarioOf(workers, 2026);
    const terms = { region: '64.74', ageFrom: 18, ageTo: 64, coverFrom: SECOND_COVER };
    const reading = await readRoster([Buffer.from(secondList(scenario, PER_REFUSAL))], terms);
    if (reading.status !== 'read') throw new Error(reading.code);
    expect(reading.refused.length).toBeGreaterThanOrEqual(3);
    const good = reading.accepted.length;
    expect(good - Math.floor(good / PER_REFUSAL)).toBe(sumOf(scenario.second));
    const { csv, registered } = firstList(scenario);
    expect(cellsOf(csv).length - registered.length).toBeGreaterThanOrEqual(3);
    expect(registered).toHaveLength(sumOf(scenario.first));
  },
);

test('the same seed gives the same bytes; another gives other people and the same figures', () => {
  const [one, again, other] = [told(900, 1), told(900, 1), told(900, 2)];
  expect([again.csv, again.claims.csv]).toEqual([one.csv, one.claims.csv]);
  expect(other.registered.map(({ nik }) => nik)).not.toEqual(one.registered.map((r) => r.nik));
  expect(other.registered).toHaveLength(one.registered.length);
  expect(countsIn(other.claims.csv, STAGE)).toEqual(countsIn(one.claims.csv, STAGE));
  const perKelurahan = ({ registered }: typeof one) => registered.map(({ kelurahan }) => kelurahan);
  expect(perKelurahan(other)).toEqual(perKelurahan(one));
});

test('fewer people keep every stage of verification', () => {
  const { scenario, claims } = told(500, 2026);
  expect(scenario.isScaled).toBe(true);
  expect(claims.deaths).toBe(scenario.paid + scenario.verifying);
  expect(scenario.verifying).toBeGreaterThanOrEqual(8);
});
