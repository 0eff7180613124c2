// Scholarships of the children, JKM and JKK: who, how long, how much a year (domain-rules §2.3).
import { L0_FROM, L1_FROM, L3_FROM, type Rule, rule, statement } from './rule.ts';

const PP_82 = 'PP 82/2019 Pasal 25, 34';
const PASAL_103 = 'Permenaker 5/2021 Pasal 103';

export type LevelValue = { readonly yearlyIdr: bigint; readonly years: number };

const level = (id: string, title: readonly [string, string], value: LevelValue): Rule<LevelValue> =>
  rule({
    id,
    title,
    rows: [{ law: 'L1', from: L1_FROM, article: PP_82, confidence: 'P', value }],
  });

export const SCHOLARSHIP_RULES = {
  'EDU.TK': level('EDU.TK', ['Beasiswa TK setahun', 'Kindergarten, a year'], {
    yearlyIdr: 1_500_000n,
    years: 2,
  }),
  'EDU.SD': level('EDU.SD', ['Beasiswa SD setahun', 'Primary school, a year'], {
    yearlyIdr: 1_500_000n,
    years: 6,
  }),
  'EDU.SMP': level('EDU.SMP', ['Beasiswa SMP setahun', 'Junior secondary school, a year'], {
    yearlyIdr: 2_000_000n,
    years: 3,
  }),
  'EDU.SMA': level('EDU.SMA', ['Beasiswa SMA setahun', 'Senior secondary school, a year'], {
    yearlyIdr: 3_000_000n,
    years: 3,
  }),
  'EDU.PT': level(
    'EDU.PT',
    ['Beasiswa perguruan tinggi (S1) atau pelatihan setahun', 'University or training, a year'],
    { yearlyIdr: 12_000_000n, years: 5 },
  ),
  'M-05': rule({
    id: 'M-05',
    title: [
      'Beasiswa PP 44/2015: sekali untuk satu anak',
      'PP 44/2015 scholarship: once, one child',
    ],
    rows: [
      {
        law: 'L0',
        from: L0_FROM,
        to: '2019-12-01',
        article: 'PP 44/2015',
        confidence: 'P',
        value: { onceIdr: 12_000_000n },
      },
    ],
  }),
  'B-01': rule({
    id: 'B-01',
    title: ['Jumlah anak paling banyak', 'Children at most'],
    doubt: {
      parameters: ['child_choice'],
      choices: { child_choice: ['HEIRS', 'ELDEST'] },
      question: ['Siapa memilih dua dari tiga anak?', 'Who chooses two of three children?'],
    },
    rows: [
      {
        law: 'L0',
        from: L0_FROM,
        article: 'PP 44/2015',
        confidence: 'P',
        value: { childrenMax: 1, child_choice: 'HEIRS' as 'HEIRS' | 'ELDEST' },
      },
      {
        law: 'L1',
        from: L1_FROM,
        article: `PP 82/2019; ${PASAL_103}`,
        confidence: 'P',
        value: { childrenMax: 2, child_choice: 'HEIRS' as 'HEIRS' | 'ELDEST' },
      },
    ],
  }),
  'B-02': rule({
    id: 'B-02',
    title: ['Belum 23 tahun, belum menikah, belum bekerja', 'Not yet 23, unmarried, not working'],
    rows: [
      {
        law: 'L0',
        from: L0_FROM,
        article: 'PP 44/2015',
        confidence: 'K',
        value: { ageBelow: 23 },
      },
      {
        law: 'L1',
        from: L1_FROM,
        article: `${PASAL_103}(2)`,
        confidence: 'P',
        value: { ageBelow: 23 },
      },
    ],
  }),
  'B-03': rule({
    id: 'B-03',
    title: ['Anak yang bekerja tetapi masih sekolah', 'A child that works but still studies'],
    rows: [
      {
        law: 'L3',
        from: L3_FROM,
        article: `${PASAL_103}(3a), Permenaker 1/2025`,
        confidence: 'P',
        value: { wageEarnerMonthsMax: 6 },
      },
    ],
  }),
  'B-04': statement([
    'B-04',
    'Dibayar tiap tahun',
    'Paid every year',
    { law: 'L1', from: L1_FROM, article: 'PP 82/2019', confidence: 'P' },
    'Dibayar tiap tahun selama bersekolah; “sampai 174 juta” adalah kemungkinan, bukan uang tunai.',
    'Paid every year while studying; “up to 174 million” is a potential, never cash.',
  ]),
  'B-05': rule({
    id: 'B-05',
    title: ['Masa iur paling sedikit (JKM)', 'Minimum of contribution months (JKM)'],
    rows: [
      {
        law: 'L0',
        from: L0_FROM,
        article: 'PP 44/2015',
        confidence: 'K',
        value: { monthsMin: 60 },
      },
      {
        law: 'L1',
        from: L1_FROM,
        article: 'PP 82/2019 Pasal 34',
        confidence: 'P',
        value: { monthsMin: 36 },
      },
    ],
  }),
  'B-06': rule({
    id: 'B-06',
    title: ['Masa iur dijumlah atau terus-menerus', 'Contribution months: added or unbroken'],
    doubt: {
      parameters: ['contribution_months_count'],
      choices: { contribution_months_count: ['CUMULATIVE', 'UNBROKEN'] },
      question: [
        'Satu sumber menambahkan “terus-menerus”, selebaran resmi tidak.',
        'One source adds “unbroken”, official leaflets do not.',
      ],
    },
    rows: [
      {
        law: null,
        from: L0_FROM,
        article: 'PP 82/2019 Pasal 34',
        confidence: 'D',
        value: { contribution_months_count: 'CUMULATIVE' as 'CUMULATIVE' | 'UNBROKEN' },
      },
    ],
  }),
  'B-07': statement([
    'B-07',
    'Anak belum sekolah',
    'A child below school age',
    { law: 'L1p', from: L1_FROM, article: 'Permenaker 5/2021', confidence: 'P' },
    'Mulai dibayar ketika anak mulai bersekolah.',
    'Starts when the child starts school.',
  ]),
  'B-08': statement([
    'B-08',
    'Sisa tahun per jenjang',
    'Years left per level',
    { law: 'L1', from: L1_FROM, article: 'PP 82/2019', confidence: 'K' },
    'Anak di suatu jenjang menerima jenjang itu dan sesudahnya, paling lama tahun tiap jenjang.',
    'A child at a level gets that level and those after it, within the years of each level.',
  ]),
  'B-09': statement([
    'B-09',
    'Bukti tahunan',
    'Yearly proof',
    { law: 'L1', from: L1_FROM, article: PASAL_103, confidence: 'P' },
    'Surat keterangan aktif sekolah, rapor atau transkrip, kartu keluarga.',
    'Proof of active schooling, school report or transcript, family card.',
  ]),
  'B-10': rule({
    id: 'B-10',
    title: ['Hari uji usia', 'The day of the age test'],
    doubt: {
      parameters: ['age_test_date'],
      choices: { age_test_date: ['SCHOOL_YEAR_START', 'EVENT_DATE'] },
      question: [
        'Usia diuji pada awal tahun ajaran setiap pembayaran.',
        'Is the age tested on the start of the school year of each payment?',
      ],
    },
    rows: [
      {
        law: null,
        from: L0_FROM,
        article: `${PASAL_103}(2)`,
        confidence: 'D',
        value: { age_test_date: 'SCHOOL_YEAR_START' as 'SCHOOL_YEAR_START' | 'EVENT_DATE' },
      },
    ],
  }),
  'B-11': statement([
    'B-11',
    'Siapa “anak”',
    'Who is a “child”',
    { law: 'L1p', from: L1_FROM, article: 'Permenaker 5/2021', confidence: 'K' },
    'Anak kandung, anak tiri, atau anak angkat yang sah; paling banyak dua yang terdaftar.',
    'Biological, step or lawfully adopted; two registered at most.',
  ]),
  'B-12': statement([
    'B-12',
    'Beasiswa JKM pertama Bontang',
    'Bontang’s first JKM scholarship',
    { law: null, from: '2023-10-06', article: 'hitungan dari B-05', confidence: 'K' },
    'Program Bontang mulai 2023-10, jadi yang pertama tidak jatuh sebelum 2026-10.',
    'Bontang’s programme began in 2023-10, so the first cannot fall due before 2026-10.',
  ]),
};
