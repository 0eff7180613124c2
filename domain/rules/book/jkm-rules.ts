// JKM: what a death that was no work accident pays, and when (domain-rules §2.1, §2.2).
import { L0_FROM, L1_FROM, L3_FROM, rule, statement } from './rule.ts';

const PP_44 = 'PP 44/2015';
const PP_82_34 = 'PP 82/2019 Pasal 34';
/** The number of the article is not known yet (domain-rules §11, question 1). */
const PERMENAKER_1 = 'Permenaker 1/2025';

export const JKM_RULES = {
  'M-01': rule({
    id: 'M-01',
    title: ['Santunan sekaligus JKM', 'JKM lump sum'],
    rows: [
      { law: 'L0', from: L0_FROM, article: PP_44, confidence: 'P', value: { idr: 16_200_000n } },
      { law: 'L1', from: L1_FROM, article: PP_82_34, confidence: 'P', value: { idr: 20_000_000n } },
    ],
  }),
  'M-02': rule({
    id: 'M-02',
    title: ['Santunan berkala JKM, dibayar sekaligus', 'JKM periodic benefit, paid at once'],
    rows: [
      {
        law: 'L0',
        from: L0_FROM,
        article: PP_44,
        confidence: 'P',
        value: { months: 24n, monthlyIdr: 200_000n },
      },
      {
        law: 'L1',
        from: L1_FROM,
        article: PP_82_34,
        confidence: 'P',
        value: { months: 24n, monthlyIdr: 500_000n },
      },
    ],
  }),
  'M-03': rule({
    id: 'M-03',
    title: ['Biaya pemakaman JKM', 'JKM burial cost'],
    rows: [
      { law: 'L0', from: L0_FROM, article: PP_44, confidence: 'P', value: { idr: 3_000_000n } },
      { law: 'L1', from: L1_FROM, article: PP_82_34, confidence: 'P', value: { idr: 10_000_000n } },
    ],
  }),
  'M-04': statement([
    'M-04',
    'Jumlah uang tunai JKM',
    'JKM cash in all',
    { law: 'L0', article: `${PP_44}; ${PP_82_34}`, confidence: 'P' },
    'Jumlah M-01, M-02, dan M-03: Rp24.000.000 (PP 44/2015), Rp42.000.000 (PP 82/2019).',
    'The sum of M-01, M-02 and M-03: Rp24.000.000 (PP 44/2015), Rp42.000.000 (PP 82/2019).',
  ]),
  'M-10': statement([
    'M-10',
    'Sebab kematian tidak membedakan',
    'The cause of death makes no difference',
    { law: 'L0', article: 'PP 44/2015 Pasal 1', confidence: 'P' },
    'Sakit, usia, bunuh diri, kejahatan, bencana: semuanya dijamin selama kepesertaan aktif.',
    'Illness, age, suicide, crime, disaster: all are covered while membership is active.',
  ]),
  'M-11': statement([
    'M-11',
    'Penuh sejak hari pertama',
    'Full from the first day',
    { law: 'L0', to: '2025-02-23', article: PP_44, confidence: 'P' },
    'Sampai 23 Februari 2025 manfaat penuh sejak hari pertama kepesertaan.',
    'Until 23 February 2025 the full benefit from the first day of membership.',
  ]),
  'M-12': rule({
    id: 'M-12',
    title: ['Tiga bulan pertama: biaya pemakaman saja', 'First three months: burial cost only'],
    rows: [
      {
        law: 'L3',
        from: L3_FROM,
        article: PERMENAKER_1,
        confidence: 'P',
        value: { months: 3 },
      },
    ],
  }),
  'M-13': rule({
    id: 'M-13',
    title: ['M-12 untuk peserta yang ditanggung', 'M-12 for sponsored members'],
    doubt: {
      parameters: ['m12_applies_to_sponsored'],
      question: [
        'Apakah peserta yang iurannya ditanggung dikecualikan dari M-12?',
        'Are members whose contribution a sponsor pays exempt from M-12?',
      ],
    },
    rows: [
      {
        law: 'L3',
        from: L3_FROM,
        article: PERMENAKER_1,
        confidence: 'D',
        value: { m12_applies_to_sponsored: true },
      },
    ],
  }),
  'M-14': rule({
    id: 'M-14',
    title: ['Batas tepat tiga bulan', 'The exact three-month boundary'],
    doubt: {
      parameters: ['m12_review_days'],
      question: [
        '“Kurang dari 3 bulan” atau “bulan pertama hingga ketiga”? Penuh sejak mulai + 3 bulan.',
        '“Less than 3 months” or “first to third month”? Full from start + 3 calendar months.',
      ],
    },
    rows: [
      {
        law: 'L3',
        from: L3_FROM,
        article: PERMENAKER_1,
        confidence: 'D',
        value: { m12_review_days: 3 },
      },
    ],
  }),
  'M-15': rule({
    id: 'M-15',
    title: ['M-12 sesudah putus, dan bagi peserta lama', 'M-12 after a lapse, and earlier members'],
    doubt: {
      parameters: ['m12_restart_on_lapse', 'm12_grandfather'],
      question: [
        'Apakah hitungan mulai lagi sesudah putus? Apakah peserta sebelum 24-02-2025 dikecualikan?',
        'Does the clock restart after a lapse? Are members from before 2025-02-24 exempt?',
      ],
    },
    rows: [
      {
        law: 'L3',
        from: L3_FROM,
        article: PERMENAKER_1,
        confidence: 'D',
        value: { m12_restart_on_lapse: true, m12_grandfather: false },
      },
    ],
  }),
  'M-16': statement([
    'M-16',
    'JKM dan JKK kematian saling meniadakan',
    'JKM and JKK death exclude each other',
    { law: 'L0', article: 'PP 44/2015 Pasal 1', confidence: 'V' },
    'JKM adalah manfaat atas kematian yang bukan akibat kecelakaan kerja.',
    'JKM is for a death that was not caused by a work accident.',
  ]),
  'M-17': rule({
    id: 'M-17',
    title: ['Sepuluh juta dalam tiga bulan pertama', 'The ten million of the first three months'],
    doubt: {
      parameters: ['m12_parts'],
      choices: { m12_parts: ['FUNERAL_ONLY', 'LUMP_AND_FUNERAL'] },
      question: [
        'Seorang pejabat menyebut 8 juta santunan dan 2 juta pemakaman; sumber lain 10 juta pemakaman.',
        'One official split it into 8m benefit and 2m burial; every other source says 10m burial.',
      ],
    },
    rows: [
      {
        law: 'L3',
        from: L3_FROM,
        article: PERMENAKER_1,
        confidence: 'D',
        value: { m12_parts: 'FUNERAL_ONLY' as 'FUNERAL_ONLY' | 'LUMP_AND_FUNERAL' },
      },
    ],
  }),
  'M-18': statement([
    'M-18',
    'Tidak ada daftar pengecualian',
    'No list of exclusions',
    { law: 'L0', article: PP_44, confidence: 'P' },
    'Tidak dikenal masa tunggu karena sakit selain M-12.',
    'No waiting period for illness is known besides M-12.',
  ]),
};
