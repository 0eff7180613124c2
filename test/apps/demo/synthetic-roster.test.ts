// The made-up list: the same wish gives the same list, and its faults are exactly those asked for.
import { expect, test } from 'vitest';
import {
  SYNTHETIC_FAULTS,
  type SyntheticRosterWish,
  shareOut,
  syntheticRoster,
} from '../../../apps/demo/synthetic-roster.ts';
import { localDate } from '../../../domain/calendar.ts';
import { BONTANG_KELURAHAN } from '../../../domain/region.ts';
import { readRoster } from '../../../infra/rosters/roster-csv.ts';

const terms = { region: '64.74', ageFrom: 18, ageTo: 64, coverFrom: localDate('2023-10-12') };
const wish: SyntheticRosterWish = {
  ...terms,
  seed: '7',
  count: 300,
  kelurahan: '64.74.02.1003',
  disabilities: 3,
};

const read = async (csv: string) => {
  const reading = await readRoster([Buffer.from(csv)], terms);
  if (reading.status !== 'read') throw new Error(reading.code);
  return reading;
};

test('the same wish gives the same bytes, another seed other people', () => {
  expect(syntheticRoster(wish)).toEqual(syntheticRoster(wish));
  expect(syntheticRoster({ ...wish, seed: '8' }).csv).not.toBe(syntheticRoster(wish).csv);
});

test('without faults every row is accepted without a word, with the disabilities asked for', async () => {
  const reading = await read(syntheticRoster(wish).csv);
  expect(reading.verdicts).toEqual([]);
  expect(reading.accepted).toHaveLength(300);
  expect(reading.accepted.filter(({ disability }) => disability === 'YA')).toHaveLength(3);
  expect(new Set(reading.accepted.map(({ kelurahan }) => kelurahan))).toEqual(
    new Set(['64.74.02.1003']),
  );
});

test('each fault asked for is found in its row, and no other', async () => {
  const faults = Object.fromEntries(SYNTHETIC_FAULTS.map((fault) => [fault, 0.01]));
  const roster = syntheticRoster({ ...wish, faults });
  expect(roster.faults).toHaveLength(SYNTHETIC_FAULTS.length * 3);
  const reading = await read(roster.csv);
  expect(reading.verdicts.map(({ row, problem }) => ({ row, fault: problem }))).toEqual(
    roster.faults,
  );
  const warned = roster.faults.filter(({ fault }) => fault === 'NIK_BIRTH_DATE_DIFFERS').length;
  expect(reading.refused).toHaveLength(roster.faults.length - warned);
});

test('Bontang whole: 36,777 people of 15 kelurahan, 345 with a disability, no NIK twice', async () => {
  const lists = BONTANG_KELURAHAN.length;
  const counts = shareOut(36_777, lists);
  const disabilities = shareOut(345, lists);
  const niks = new Set<string>();
  let disabled = 0;
  for (const [index, { code }] of BONTANG_KELURAHAN.entries()) {
    const { csv } = syntheticRoster({
      ...wish,
      count: counts[index] ?? 0,
      disabilities: disabilities[index] ?? 0,
      kelurahan: code,
      list: { index, of: lists },
    });
    const reading = await read(csv);
    expect(reading.refused).toEqual([]);
    for (const person of reading.accepted) niks.add(person.nik);
    disabled += reading.accepted.filter(({ disability }) => disability === 'YA').length;
  }
  expect(niks.size).toBe(36_777);
  expect(disabled).toBe(345);
});
