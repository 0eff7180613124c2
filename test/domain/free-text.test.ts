// What of a person a text holds, and which sentences and numbers of an office are nobody's.
import { describe, expect, test } from 'vitest';
import { hideNames, nameForms, personIn } from '../../domain/free-text.ts';
import { textKindOf } from '../../domain/text-kinds.ts';

const names = nameForms([
  'Siti Qanari Wulandari',
  'Hj. Aminah',
  'Suharti',
  'Hari',
  'Ketua RT',
  '-',
  '',
]);
const prose = (text: string) => personIn(text, 'PROSE', names);

describe('a NIK', () => {
  test.each([
    ['6474021702697391'],
    ['an. Siti, NIK6474021702697391.'],
    ['6474 0217 0269 7391'],
    ['6474.021702.697391'],
    ['64.74.02.17.02.69.7391'],
    ['647402-170269-7391'],
    ['64 74 02 – 17 02 69 – 7391'],
    ['６４７４０２１７０２６９７３９１'],
    ['6474\u200B021702697391'],
    ['6474021702697391 7391024680135'],
    ['2026-11-20 6474025702697391 2026-11-21'],
    ['Rp 6474021702697391'],
  ])('is seen in "%s", whichever field holds it', (text) => {
    for (const kind of ['PROSE', 'NUMBER', 'CODE'] as const)
      expect(personIn(text, kind, names), kind).toBe('NIK');
  });

  test.each([['6474029902697391'], ['9974021702697391'], ['64740217026973911']])(
    'is not %s: no such day, no such province, a digit too many',
    (text) => expect(personIn(text, 'NUMBER', names)).toBe(null),
  );
});

describe('digits as long as an account', () => {
  test.each([
    ['rek 7391024680135'],
    ['ke 739-10246-80135 BRI'],
    ['ke 7391 0246 80 di Bank Kaltim'],
    ['rek. 739.102.468.013'],
    ['7391024680135/BRI'],
    ['telepon 0857-7391-2468'],
    ['gabung 12345678901234567890'],
    ['bank 7391024680135 tanggal 2026-11-21'],
    ['rekening 7.391.024.680'],
  ])('are seen in prose: "%s"', (text) => {
    expect(prose(text)).toBe('ACCOUNT');
    expect(personIn(text, 'NUMBER', names)).toBe(null);
  });
});

describe('what an office writes every day', () => {
  test.each([
    ['SK Lurah 470/07/2026'],
    ['ST Cabang 12/2026'],
    ['SK 188.45/112/2026 tanggal 2026-01-02'],
    ['SK 12 2026-01-02, berlaku sampai 2026-12-31'],
    ['SP2D 00123/LS/2026'],
    ['diganti SP2D 64.74/04.0/000123/LS/1.02.0.00.0.00.01.0000/P.03/12/2026'],
    ['manfaat 42.000.000 dan 10.000.000'],
    ['Rp 1.302.000.000 untuk tahun 2026'],
    ['sejumlah 1.302.000.000.'],
    ['Rp1302000000'],
    ['dari 21-11-2026 sampai 01-12-2026 pukul 08.30'],
    ['21.11.2026 – 01.12.2026'],
    ['2026-11-21 2026-12-01'],
    ['sejak 2026-11-21T08:30:00.000Z'],
    ['anggaran 2024 2025 2026'],
    ['posisi 1234567, baris 12, RT 017'],
    ['klaim 11f9a9e0-4e63-5257-b227-698012345678 diperiksa'],
    [`sidik jari ${'1234567890abcdef'.repeat(4)}`],
    ['almarhum dan istri datang tiga hari kemudian; berkas lengkap dan sah'],
    ['kelurahan 64.74.02.1001 dan 64.74.02.1002'],
    ['rekening belanja 5.1.02.02.01.0026'],
    ['PP 44/2015 pasal 34 ayat (1)'],
    [''],
  ])('passes: "%s"', (text) => expect(prose(text)).toBe(null));
});

describe('a name of the case', () => {
  test.each([
    ['Siti Qanari Wulandari datang'],
    ['menurut SITI   QANARI'],
    ['oleh qanari wulandari, istri'],
    ['SitiQanari'],
    ['siti\nqanari'],
    ['Síti Qanari'],
    ['Ibu Aminah setuju'],
    ['kata suharti'],
  ])('is seen whole, or by two of its words: "%s"', (text) => {
    expect(prose(text)).toBe('NAME');
    expect(personIn(text, 'NUMBER', names)).toBe('NAME');
    expect(personIn(text, 'CODE', names)).toBe(null);
    expect(personIn(text, 'PROSE', nameForms([]))).toBe(null);
  });

  test.each([
    ['Siti saja'],
    ['qanari dan wulandari'],
    ['Ketua RT dan lurah datang'],
    ['tiga hari kerja'],
    ['hasiti qanarian'],
    ['-'],
  ])('is not seen in "%s"', (text) => expect(prose(text)).toBe(null));
});

test('the words of another house are kept without the name in them', () => {
  const hidden = (text: string) => hideNames(text, names);
  expect(hidden('an. Siti Qanari sudah terdaftar')).toBe('an. … … sudah terdaftar');
  expect(hidden('SUHARTI, usia tidak sesuai')).toBe('…, usia tidak sesuai');
  expect(hidden('NIK ganda')).toBe('NIK ganda');
});

test('a field that nobody classed is prose, and so is a code with a blank in it', () => {
  expect(textKindOf('reason', 'x')).toBe('PROSE');
  expect(textKindOf('newField', 'x')).toBe('PROSE');
  expect(textKindOf('reference', 'SP2D 1')).toBe('NUMBER');
  expect(textKindOf('assignee', 'verifikator-ani')).toBe('CODE');
  expect(textKindOf('assignee', 'Siti Qanari')).toBe('PROSE');
  expect(textKindOf('by', '7391024680135')).toBe('PROSE');
  expect(textKindOf('by', '196902171990031002')).toBe('CODE');
  expect(textKindOf('amountIdr', '1302000000')).toBe('CODE');
  expect(textKindOf('decidedOn', '2026-01-02')).toBe('CODE');
});
