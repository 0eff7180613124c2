// Lists as offices really send them: other separators, other names, other encodings; never half.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import type { CsvLimits } from '../../../infra/rosters/csv-table.ts';
import { fileRefusalText } from '../../../infra/rosters/file-refusal-texts.ts';
import { refusedRowsCsv } from '../../../infra/rosters/refused-rows-csv.ts';
import {
  type RosterReading,
  readRoster,
  refuseMembers,
} from '../../../infra/rosters/roster-csv.ts';

const terms = { region: '64.74', ageFrom: 18, ageTo: 64, coverFrom: localDate('2023-10-12') };

const HEADER = 'NIK,NAMA,TANGGAL_LAHIR,KELURAHAN,RT,PEKERJAAN,DISABILITAS';
const SITI = '6474024107850001,Siti Aminah,1985-07-01,64.74.02.1003,003,Nelayan,TIDAK';
const AMIR = '6474021203790002,Amir Daud,1979-03-12,Berbas Pantai,004,Ojek,YA';

type Read = Awaited<ReturnType<typeof readRoster>>;

const chunksOf = (bytes: Uint8Array, size: number): readonly Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );

const readBytes = (bytes: Uint8Array, limits?: CsvLimits): Promise<Read> =>
  readRoster([bytes], terms, limits);
const read = (text: string, limits?: CsvLimits): Promise<Read> =>
  readBytes(Buffer.from(text), limits);

const good = async (text: string): Promise<RosterReading> => {
  const reading = await read(text);
  if (reading.status !== 'read') throw new Error(`refused: ${JSON.stringify(reading)}`);
  return reading;
};

describe('a list is read', () => {
  test('into people in our words', async () => {
    const reading = await good(`${HEADER}\n${SITI}\n${AMIR}\n`);
    expect(reading).toMatchObject({ rows: 2, delimiter: ',', verdicts: [], refused: [] });
    expect(
      reading.accepted.map(({ row, name, occupation, disability }) => [
        row,
        name,
        occupation,
        disability,
      ]),
    ).toEqual([
      [1, 'Siti Aminah', 'FISHER', 'TIDAK'],
      [2, 'Amir Daud', 'MOTORCYCLE_TAXI', 'YA'],
    ]);
  });

  test.each([
    ['semicolons', ';', ';'],
    ['tabs', '\t', '\t'],
    ['bars', '|', '|'],
  ])('with %s', async (_name, mark, delimiter) => {
    const text = `${HEADER}\n${SITI}\n`.replaceAll(',', mark);
    expect(await good(text)).toMatchObject({ rows: 1, delimiter, accepted: [{ row: 1 }] });
  });

  test.each([
    ['CRLF', '\r\n'],
    ['LF', '\n'],
    ['CR', '\r'],
  ])('with %s line ends, with and without the last one', async (_name, end) => {
    for (const last of ['', end])
      expect(await good(`${HEADER}${end}${SITI}${end}${AMIR}${last}`)).toMatchObject({
        rows: 2,
        verdicts: [],
      });
  });

  test('with a byte order mark', async () => {
    expect(await good(`\uFEFF${HEADER}\n${SITI}\n`)).toMatchObject({ rows: 1, verdicts: [] });
  });

  test('with a list of other names, in another order, and columns of their own', async () => {
    const text =
      'No;Nama Lengkap;No. KTP;Tgl. Lahir;Jenis Pekerjaan;Kelurahan/Desa;Catatan\n' +
      '1;Siti Aminah;6474024107850001;01/07/1985;nelayan;Berbas Pantai;lama\n';
    const reading = await good(text);
    expect(reading.verdicts).toEqual([]);
    expect(reading.accepted[0]).toMatchObject({ birthDate: '1985-07-01', neighbourhood: '' });
    expect(reading.birthDateForms).toEqual({ ISO: 0, DAY_FIRST: 1 });
  });

  test('with quotes, separators and line ends inside a name, and accents', async () => {
    const row = SITI.replace('Siti Aminah', '"Siti ""Ami"", José\nbinti Daud"');
    const reading = await good(`${HEADER}\n${row}\n`);
    expect(reading.accepted[0]?.name).toBe('Siti "Ami", José binti Daud');
  });

  test('with an apostrophe that forces a spreadsheet to keep the NIK as text', async () => {
    const reading = await good(`${HEADER}\n'${SITI}\n`);
    expect(reading.accepted[0]?.nik).toBe('6474024107850001');
  });

  test('cut into pieces anywhere, also inside a letter', async () => {
    const bytes = Buffer.from(`\uFEFF${HEADER}\r\n${SITI.replace('Siti', 'José')}\r\n${AMIR}\r\n`);
    for (let size = 1; size < 40; size += 1) {
      const reading = await readRoster(chunksOf(bytes, size), terms);
      expect(reading, `pieces of ${size}`).toMatchObject({
        status: 'read',
        accepted: [{ name: 'José Aminah' }, { name: 'Amir Daud' }],
        verdicts: [],
      });
    }
  });

  test('with blank lines, which count as places but not as people', async () => {
    const reading = await good(`\n${HEADER}\n\n${SITI}\n;;;;;;\n,,,,,,\n${AMIR}\n`);
    expect(reading.accepted.map(({ row }) => row)).toEqual([2, 5]);
    expect(reading.rows).toBe(3);
    expect(reading.refused.map(({ row }) => row)).toEqual([3]);
  });

  test('with each fault named by row and column, the rest taken', async () => {
    const short = '6474024107850009,Tini';
    const reading = await good(`${HEADER}\n${SITI}\n${SITI}\n${short}\n${AMIR}\n`);
    expect(reading).toMatchObject({ rows: 4, accepted: [{ row: 1 }, { row: 4 }] });
    expect(reading.verdicts.map(({ row, column, problem }) => [row, column, problem])).toEqual([
      [2, 'NIK', 'NIK_TWICE_IN_FILE'],
      [3, 'TANGGAL_LAHIR', 'COLUMN_MISSING'],
      [3, 'KELURAHAN', 'COLUMN_MISSING'],
      [3, 'PEKERJAAN', 'COLUMN_MISSING'],
    ]);
  });
});

describe('a whole file is refused', () => {
  const bytes = (...head: readonly number[]): Uint8Array => Uint8Array.from([...head, 10, 65, 10]);

  test.each<[string, Uint8Array, object]>([
    ['a workbook', bytes(0x50, 0x4b, 3, 4), { code: 'FileNotText', facts: { looksLike: 'XLSX' } }],
    ['an old workbook', bytes(0xd0, 0xcf, 0x11, 0xe0), { facts: { looksLike: 'XLS' } }],
    ['a PDF', Buffer.from('%PDF-1.7\n'), { facts: { looksLike: 'PDF' } }],
    ['UTF-16', Buffer.from(`\uFEFF${HEADER}`, 'utf16le'), { facts: { looksLike: 'UTF-16' } }],
    ['zeros', bytes(65, 0, 66), { facts: { looksLike: 'BINARY' } }],
    [
      'Latin-1 letters',
      Buffer.concat([Buffer.from(`${HEADER}\n`), Buffer.from([0x4a, 0xe9, 0x0a])]),
      { facts: { looksLike: 'NOT_UTF8' } },
    ],
    ['nothing', Buffer.from(''), { code: 'FileEmpty' }],
    ['blank lines only', Buffer.from('\n\n  \n'), { code: 'FileEmpty' }],
    ['a header only', Buffer.from(`${HEADER}\n`), { code: 'FileEmpty' }],
    ['a letter', Buffer.from('Yth. Kepala Dinas\n\nBersama ini\n'), { code: 'FileNotCsv' }],
    [
      'a list without two of our columns',
      Buffer.from('NIK,NAMA,TANGGAL_LAHIR,RT\n1,2,3,4\n'),
      { code: 'ColumnsMissing', facts: { columns: 'KELURAHAN, PEKERJAAN' } },
    ],
    [
      'a list with two columns of one name',
      Buffer.from(`${HEADER},No KTP\n${SITI},1\n`),
      { code: 'ColumnTwice', facts: { column: 'NIK' } },
    ],
    [
      'a quote that never ends',
      Buffer.from(`${HEADER}\n"${`${SITI}\n`.repeat(400)}`),
      { code: 'FileNotCsv' },
    ],
  ])('%s', async (_name, file, refusal) => {
    const reading = await readBytes(file);
    expect(reading).toMatchObject({ status: 'refused', ...refusal });
    if (reading.status !== 'refused') return;
    const { id, en } = fileRefusalText(reading);
    for (const text of [id, en]) expect(text).toMatch(/;.*\.$/);
  });

  test('and never repeats a cell of it, even if the header is a person', async () => {
    const reading = await read(`${SITI}\n${AMIR}\n`);
    expect(reading).toMatchObject({ status: 'refused', code: 'ColumnsMissing' });
    expect(JSON.stringify(reading)).not.toMatch(/Siti|6474024107850001/);
  });

  test('when it is too large or too long, at the limit it is not', async () => {
    const text = `${HEADER}\n${SITI}\n${AMIR}\n`;
    const bytesMax = Buffer.byteLength(text);
    expect(await read(text, { bytesMax, rowsMax: 2 })).toMatchObject({ status: 'read', rows: 2 });
    expect(await read(text, { bytesMax: bytesMax - 1, rowsMax: 2 })).toMatchObject({
      code: 'FileTooLarge',
    });
    expect(await read(text, { bytesMax, rowsMax: 1 })).toMatchObject({ code: 'FileTooManyRows' });
  });

  test('not when reading itself breaks: that is thrown', async () => {
    const broken = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from(`${HEADER}\n${SITI}\n`);
      throw new Error('disk is gone');
    };
    await expect(readRoster(broken(), terms)).rejects.toThrow('disk is gone');
  });
});

describe('refused rows go back', () => {
  const back = (reading: RosterReading): string => [...refusedRowsCsv(reading)].join('');

  test('as the same file plus reason, column and row', async () => {
    const bad = SITI.replace('Nelayan', 'Astronaut').replace('6474024107850001', '64740');
    const text = [`NO,${HEADER}`, `1,${SITI}`, `2,${bad}`, ''].join('\n').replaceAll(',', ';');
    const reading = await good(text);
    const lines = back(reading).split('\r\n');
    expect(lines[0]).toBe(`\uFEFFNO;${HEADER.replaceAll(',', ';')};ALASAN;KOLOM;BARIS`);
    expect(lines[1]).toMatch(/^2;64740;Siti Aminah;.*"NIK harus 16 angka; .*";NIK, PEKERJAAN;2$/);
    expect(lines).toHaveLength(3);
  });

  test('and a corrected one is read again, without the same columns again', async () => {
    const once = back(await good(`${HEADER}\n${SITI.replace('Nelayan', '')}\n`));
    const again = await good(once);
    expect(again.verdicts).toMatchObject([{ problem: 'OCCUPATION_MISSING' }]);
    expect(back(again)).toBe(once);
    expect((await good(once.replace(',,TIDAK', ',Nelayan,TIDAK'))).verdicts).toEqual([]);
  });

  test('never as a formula', async () => {
    const name = '=HYPERLINK("http://evil")';
    const cell = `"${name.replaceAll('"', '""')}"`;
    const row = SITI.replace('Siti Aminah', cell).replace('Nelayan', '');
    const reading = await good(`${HEADER}\n${row}\n`);
    expect(back(reading)).toContain(`"'=HYPERLINK(""http://evil"")"`);
    expect((await good(back(reading))).refused[0]?.cells[1]).toBe(`'${name}`);
  });

  test('with those who are members already', async () => {
    const reading = refuseMembers(await good(`${HEADER}\n${SITI}\n${AMIR}\n`), new Set([1]));
    expect(reading.accepted.map(({ row }) => row)).toEqual([2]);
    expect(reading.verdicts).toEqual([
      { row: 1, column: 'NIK', problem: 'ALREADY_MEMBER', severity: 'refused' },
    ]);
    expect(back(reading)).toMatch(/6474024107850001,Siti Aminah,.*sudah terdaftar/);
  });
});
