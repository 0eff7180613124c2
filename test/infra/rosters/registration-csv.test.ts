// The registration file for the branch, and the branch's answer: a KPJ with a day, or a reason.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import {
  type AnswerReading,
  type RegistrationLine,
  readRegistrationAnswer,
  registrationCsv,
} from '../../../infra/rosters/registration-csv.ts';

const siti: RegistrationLine = {
  reference: '4b7f8e0e-6f1c-5d0e-9a43-3f1c86f0b2d4',
  nik: '6474024107850001',
  name: 'Siti Aminah, binti Daud',
  birthDate: '1985-07-01',
  kelurahan: '64.74.02.1003',
  occupation: 'FISHER',
  coverFrom: localDate('2023-10-12'),
};

const HEADER = 'REFERENSI,KPJ,MULAI_PERLINDUNGAN,ALASAN_PENOLAKAN';
const read = (...lines: readonly string[]): Promise<AnswerReading> =>
  readRegistrationAnswer([Buffer.from(`${lines.join('\n')}\n`)]);

test('the registration file has one line per worker, the same bytes for the same ones', () => {
  const person =
    '6474024107850001,"Siti Aminah, binti Daud",1985-07-01,64.74.02.1003,FISHER,2023-10-12';
  const text = [...registrationCsv([siti, { ...siti, reference: 'r-2' }])].join('');
  expect(text.split('\r\n')).toEqual([
    'REFERENSI,NIK,NAMA,TANGGAL_LAHIR,KELURAHAN,PEKERJAAN,MULAI_DIMINTA',
    `${siti.reference},${person}`,
    `r-2,${person}`,
    '',
  ]);
  expect([...registrationCsv([siti, { ...siti, reference: 'r-2' }])].join('')).toBe(text);
});

describe('the answer of the branch', () => {
  test('is read as acceptances and refusals by our reference', async () => {
    expect(await read(HEADER, 'r-1,01234567890,12/10/2023,', 'r-2,,,NIK tidak ditemukan')).toEqual({
      status: 'read',
      faults: [],
      answers: [
        {
          row: 1,
          subject: { by: 'reference', reference: 'r-1' },
          outcome: 'accepted',
          kpj: '01234567890',
          coverStart: '2023-10-12',
        },
        {
          row: 2,
          subject: { by: 'reference', reference: 'r-2' },
          outcome: 'refused',
          reason: 'NIK tidak ditemukan',
        },
      ],
    });
  });

  test('may know people by their NIK only', async () => {
    const reading = await read('NIK;NO KPJ;TGL MULAI', '6474024107850001;01234567890;2023-10-12');
    expect(reading).toMatchObject({
      answers: [{ subject: { by: 'nik', nik: '6474024107850001' }, outcome: 'accepted' }],
    });
  });

  test('keeps no number of a person inside a reason', async () => {
    const reading = await read(
      HEADER,
      'r-1,,,NIK 6474 0241 0785 0001 ganda dengan KPJ 01234567890',
    );
    expect(reading).toMatchObject({ answers: [{ reason: 'NIK … ganda dengan KPJ …' }] });
  });

  test('names each line it cannot use, and uses the others', async () => {
    const reading = await read(
      HEADER,
      'r-1,01234567890,2023-10-12,',
      ',01234567891,2023-10-12,',
      'r-1,01234567892,2023-10-12,',
      'r-3,,,',
      'r-4,01234567893,2023-10-12,ditolak',
      'r-5,1234,2023-10-12,',
      'r-6,01234567890,2023-10-12,',
      'r-7,01234567894,2023-13-12,',
      'r-8,01234567895,,',
      'r-9,01234567896,2023-10-12,',
    );
    expect(reading).toMatchObject({
      status: 'read',
      answers: [{ row: 1 }, { row: 10 }],
      faults: [
        { row: 2, problem: 'SUBJECT_MISSING' },
        { row: 3, problem: 'SUBJECT_TWICE' },
        { row: 4, problem: 'ANSWER_MISSING' },
        { row: 5, problem: 'ANSWER_CONTRADICTS' },
        { row: 6, problem: 'KPJ_INVALID' },
        { row: 7, problem: 'KPJ_TWICE' },
        { row: 8, problem: 'COVER_START_INVALID' },
        { row: 9, problem: 'COVER_START_INVALID' },
      ],
    });
  });

  test('without KPJ, or without anybody to speak of, is refused as a file', async () => {
    expect(await read('REFERENSI,MULAI', 'r-1,2023-10-12')).toMatchObject({
      status: 'refused',
      code: 'ColumnsMissing',
      facts: { columns: 'KPJ' },
    });
    expect(await read('KPJ,MULAI', '01234567890,2023-10-12')).toMatchObject({
      code: 'ColumnsMissing',
      facts: { columns: 'REFERENSI, NIK' },
    });
  });
});
