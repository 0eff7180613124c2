// One row of a list: each fault is named with its column; a warning never turns a person away.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import { type RosterCells, readRow, rosterCheck } from '../../../domain/roster/row-verdict.ts';

const terms = { region: '64.74', ageFrom: 18, ageTo: 64, coverFrom: localDate('2023-10-12') };

const siti: RosterCells = {
  NIK: '6474024107850001',
  NAMA: 'Siti  Aminah',
  TANGGAL_LAHIR: '1985-07-01',
  KELURAHAN: 'Berbas Pantai',
  RT: '003',
  PEKERJAAN: 'Nelayan',
  DISABILITAS: '',
};

/** `COLUMN PROBLEM severity` of each verdict on Siti's row with some cells changed. */
const verdictsOn = (changed: Partial<RosterCells>): readonly string[] =>
  readRow(1, { ...siti, ...changed }, terms).verdicts.map(
    ({ column, problem, severity }) => `${column} ${problem} ${severity}`,
  );

const isAccepted = (changed: Partial<RosterCells>): boolean =>
  readRow(1, { ...siti, ...changed }, terms).accepted !== null;

test('a sound row becomes a worker in our words', () => {
  expect(readRow(7, siti, terms)).toEqual({
    verdicts: [],
    birthDateForm: 'ISO',
    accepted: {
      row: 7,
      nik: '6474024107850001',
      name: 'Siti Aminah',
      birthDate: '1985-07-01',
      kelurahan: '64.74.02.1003',
      neighbourhood: '003',
      occupation: 'FISHER',
      disability: 'TIDAK',
    },
  });
});

describe('a row is refused, with the column at fault', () => {
  test.each<[Partial<RosterCells>, string]>([
    [{ NIK: '647402410785000' }, 'NIK NIK_LENGTH refused'],
    [{ NIK: '647402410785000O' }, 'NIK NIK_NOT_DIGITS refused'],
    [{ NIK: '6474027207850001' }, 'NIK NIK_DATE refused'],
    [{ NIK: '9974024107850001' }, 'NIK NIK_PROVINCE_UNKNOWN refused'],
    [{ NAMA: '' }, 'NAMA NAME_MISSING refused'],
    [{ NAMA: 'x'.repeat(101) }, 'NAMA FIELD_TOO_LONG refused'],
    [{ NAMA: 'Tau\u0000fik' }, 'NAMA CHARACTER_REFUSED refused'],
    [{ NAMA: '=HYPERLINK("x")' }, 'NAMA FORMULA refused'],
    [{ RT: '+1' }, 'RT FORMULA refused'],
    [{ TANGGAL_LAHIR: '31/02/1985' }, 'TANGGAL_LAHIR BIRTH_DATE_INVALID refused'],
    [{ TANGGAL_LAHIR: '' }, 'TANGGAL_LAHIR BIRTH_DATE_INVALID refused'],
    [{ TANGGAL_LAHIR: '1885-07-01' }, 'TANGGAL_LAHIR BIRTH_DATE_INVALID refused'],
    [{ KELURAHAN: 'Atlantis' }, 'KELURAHAN KELURAHAN_UNKNOWN refused'],
    [{ KELURAHAN: '64.72.01.1001' }, 'KELURAHAN KELURAHAN_OUTSIDE_PROGRAMME refused'],
    [{ PEKERJAAN: '' }, 'PEKERJAAN OCCUPATION_MISSING refused'],
    [{ PEKERJAAN: 'Astronaut' }, 'PEKERJAAN OCCUPATION_UNKNOWN refused'],
    [{ PEKERJAAN: undefined }, 'PEKERJAAN COLUMN_MISSING refused'],
    [{ RT: 'R'.repeat(21) }, 'RT FIELD_TOO_LONG refused'],
  ])('%o: %s', (changed, verdict) => {
    expect(verdictsOn(changed)).toEqual([verdict]);
    expect(isAccepted(changed)).toBe(false);
  });

  test('with every fault at once, not only the first', () => {
    expect(verdictsOn({ NIK: '1', NAMA: '', PEKERJAAN: 'Astronaut' })).toEqual([
      'NIK NIK_LENGTH refused',
      'NAMA NAME_MISSING refused',
      'PEKERJAAN OCCUPATION_UNKNOWN refused',
    ]);
  });
});

describe('a doubt is a warning and the row is taken', () => {
  test('when the birth date differs from the one inside the NIK', () => {
    const changed = { TANGGAL_LAHIR: '1985-07-02' };
    expect(verdictsOn(changed)).toEqual(['TANGGAL_LAHIR NIK_BIRTH_DATE_DIFFERS warning']);
    expect(isAccepted(changed)).toBe(true);
  });

  test('when the sequence of the NIK is 0000', () => {
    const changed = { NIK: '6474024107850000' };
    expect(verdictsOn(changed)).toEqual(['NIK NIK_SEQUENCE warning']);
    expect(isAccepted(changed)).toBe(true);
  });
});

describe('age counts on the first day of cover, both edges included', () => {
  const born = (date: string): Partial<RosterCells> => {
    const coded = `${Number(date.slice(8)) + 40}${date.slice(5, 7)}${date.slice(2, 4)}`;
    return { TANGGAL_LAHIR: date, NIK: `647402${coded}0001` };
  };

  test.each([
    ['2005-10-12', []],
    ['2005-10-13', ['TANGGAL_LAHIR AGE_BELOW_WINDOW refused']],
    ['1958-10-13', []],
    ['1958-10-12', ['TANGGAL_LAHIR AGE_ABOVE_WINDOW refused']],
    ['2030-01-01', ['TANGGAL_LAHIR AGE_BELOW_WINDOW refused']],
  ])('born %s', (date, verdicts) => {
    expect(verdictsOn(born(date))).toEqual(verdicts);
  });
});

test('day first is read as people here write it, never month first', () => {
  const row = readRow(1, { ...siti, TANGGAL_LAHIR: '01/07/1985' }, terms);
  expect(row.accepted?.birthDate).toBe('1985-07-01');
  expect(row.birthDateForm).toBe('DAY_FIRST');
  expect(verdictsOn({ TANGGAL_LAHIR: '07/13/1985' })).toEqual([
    'TANGGAL_LAHIR BIRTH_DATE_INVALID refused',
  ]);
});

test.each([
  ['', 'TIDAK'],
  ['tidak', 'TIDAK'],
  ['Tidak ada', 'TIDAK'],
  ['-', 'TIDAK'],
  ['Ya', 'YA'],
  ['tuna netra', 'YA'],
])('disability %o is kept as %s and nothing more', (text, kept) => {
  expect(readRow(1, { ...siti, DISABILITAS: text }, terms).accepted?.disability).toBe(kept);
});

test('a list without RT and disability columns is still a list', () => {
  expect(isAccepted({ RT: undefined, DISABILITAS: undefined })).toBe(true);
});

test('a NIK counts once in a file: the first acceptable row keeps it', () => {
  const check = rosterCheck(terms);
  expect(check(1, { ...siti, NAMA: '' }).accepted).toBeNull();
  expect(check(2, siti).accepted?.row).toBe(2);
  expect(check(3, siti)).toMatchObject({
    accepted: null,
    verdicts: [{ row: 3, column: 'NIK', problem: 'NIK_TWICE_IN_FILE', severity: 'refused' }],
  });
});

test('a verdict never carries the value it speaks of', () => {
  const { verdicts } = readRow(1, { ...siti, NIK: '1234', NAMA: 'x'.repeat(200) }, terms);
  for (const verdict of verdicts)
    expect(Object.keys(verdict).sort()).toEqual(['column', 'problem', 'row', 'severity']);
});
