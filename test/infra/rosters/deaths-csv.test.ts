// A list of the dead as offices write it: what is read, what is refused with which reason, and handed back.
import { expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import { readDeaths, refusedDeathsCsv } from '../../../infra/rosters/deaths-csv.ts';

const TERMS = { area: '64.74', today: localDate('2026-07-01') };
const read = (lines: readonly string[], terms = TERMS) =>
  readDeaths(new TextEncoder().encode(lines.join('\r\n')), terms);
const HEAD = 'No;NIK;Nama Almarhum;Tgl Lahir;Tanggal Wafat;Desa';

test('rows are read whatever the columns are called, refused ones come back with the reason', async () => {
  const reading = await read([
    HEAD,
    '1;6474011203790001;Siti;12/03/1979;01/06/2026;Tanjung Laut',
    '2;123;Budi;1970-02-01;2026-06-02;',
    '3;;;01/02/1970;01/06/2026;',
    '4;123;Tanpa;;01/06/2026;',
    '5;;Salah;31/02/1970;01/06/2026;',
    '6;;Nanti;01/02/1970;01/06/2027;',
    '7;;Terbalik;01/02/2026;01/01/2026;',
    '8;;Jauh;01/02/1970;01/06/2026;63.02.06.2001',
    '9;;Kapan;01/02/1970;kemarin;',
  ]);
  if (reading.status !== 'read') throw new Error('a list that can be read');
  expect(reading.rows).toMatchObject([
    { nik: '6474011203790001', kelurahan: '64.74.02.1001', deathDate: '2026-06-01' },
    { nik: null, hasNik: true, birthDate: '1970-02-01', kelurahan: null },
  ]);
  expect(reading.refused.map(({ problem }) => problem)).toEqual([
    ...['NAME_MISSING', 'NEITHER_NIK_NOR_BIRTH', 'BIRTH_DATE_UNREADABLE', 'DEATH_IN_FUTURE'],
    ...['BORN_AFTER_DEATH', 'OUTSIDE_AREA', 'DEATH_DATE_UNREADABLE'],
  ]);
  const back = refusedDeathsCsv(reading, (problem) => problem).split('\r\n');
  expect(back[0]).toBe(`\uFEFF${HEAD};ALASAN;BARIS`);
  expect(back[7]).toBe('9;;Kapan;01/02/1970;kemarin;;DEATH_DATE_UNREADABLE;9');
});

test('the list of one kelurahan speaks of that kelurahan', async () => {
  const terms = { ...TERMS, area: '64.74.02.1001' };
  const reading = await read(['NAMA,TGL LAHIR,MENINGGAL', 'Siti,12/03/1979,01/06/2026'], terms);
  expect(reading).toMatchObject({ rows: [{ kelurahan: '64.74.02.1001', hasNik: false }] });
});

test('a file without the day of death, or without a row, is refused whole', async () => {
  expect(await read(['NIK,NAMA', '1,A'])).toMatchObject({ refusal: { code: 'ColumnsMissing' } });
  expect(await read([HEAD])).toMatchObject({ refusal: { code: 'FileEmpty' } });
});
