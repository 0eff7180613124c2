// JKK: what a work accident or an occupational disease pays (domain-rules §3.2).
import { L0_FROM, L1_FROM, type Rule, rule, statement } from './rule.ts';

const PP_44 = 'PP 44/2015';
const PP_82_25 = 'PP 82/2019 Pasal 25';

type Ceiling = { readonly maxIdr: bigint };

/** A ceiling per case; null under PP 44/2015 where that law did not know the benefit. */
const ceiling = (
  id: string,
  title: readonly [string, string],
  [older, newer]: readonly [bigint | null, bigint],
  confidence: 'P' | 'K' = 'P',
): Rule<Ceiling> =>
  rule({
    id,
    title,
    rows: [
      ...(older === null
        ? []
        : [
            {
              law: 'L0' as const,
              from: L0_FROM,
              article: PP_44,
              confidence,
              value: { maxIdr: older },
            },
          ]),
      { law: 'L1', from: L1_FROM, article: PP_82_25, confidence, value: { maxIdr: newer } },
    ],
  });

const sameSinceL0 = <Value>(
  id: string,
  title: readonly [string, string],
  value: Value,
): Rule<Value> =>
  rule({ id, title, rows: [{ law: 'L0', from: L0_FROM, article: PP_44, confidence: 'P', value }] });

export const JKK_RULES = {
  'K-10': sameSinceL0(
    'K-10',
    ['Perawatan sesuai kebutuhan medis, tanpa batas', 'Treatment as needed, no ceiling'],
    { maxIdr: null },
  ),
  'K-11': ceiling(
    'K-11',
    ['Angkutan darat, sungai, danau', 'Transport by land, river, lake'],
    [1_000_000n, 5_000_000n],
  ),
  'K-12': ceiling('K-12', ['Angkutan laut', 'Transport by sea'], [1_500_000n, 2_000_000n]),
  'K-13': ceiling('K-13', ['Angkutan udara', 'Transport by air'], [2_500_000n, 10_000_000n]),
  'K-14': statement([
    'K-14',
    'Lebih dari satu angkutan',
    'More than one mode',
    { law: 'L0', article: PP_82_25, confidence: 'P' },
    'Dijumlahkan, masing-masing sampai batas angkutannya.',
    'Added up, each up to the ceiling of its mode.',
  ]),
  'K-15': rule({
    id: 'K-15',
    title: ['STMB per enam bulan', 'STMB per six months'],
    rows: [
      {
        law: 'L0',
        from: L0_FROM,
        article: PP_44,
        confidence: 'P',
        value: { percents: [100n, 75n, 50n] },
      },
      {
        law: 'L1',
        from: L1_FROM,
        article: PP_82_25,
        confidence: 'P',
        value: { percents: [100n, 100n, 50n] },
      },
    ],
  }),
  'K-16': rule({
    id: 'K-16',
    title: ['Hitungan hari STMB', 'Day count of STMB'],
    doubt: {
      parameters: ['stmb_days_per_month', 'stmb_days_per_semester'],
      question: [
        'Upah sehari = upah ÷ 30; enam bulan = 180 hari: anggapan, belum diuji.',
        'A day’s wage = wage ÷ 30; six months = 180 days: an assumption, not checked.',
      ],
    },
    rows: [
      {
        law: 'L0',
        from: L0_FROM,
        article: PP_44,
        confidence: 'D',
        value: { stmb_days_per_month: 30, stmb_days_per_semester: 180 },
      },
    ],
  }),
  'K-17': sameSinceL0('K-17', ['Cacat sebagian anatomis', 'Partial anatomical disability'], {
    months: 80n,
  }),
  'K-18': sameSinceL0('K-18', ['Cacat sebagian fungsi', 'Partial functional disability'], {
    months: 80n,
  }),
  'K-19': sameSinceL0('K-19', ['Cacat total tetap', 'Total permanent disability'], {
    percent: 70n,
    months: 80n,
  }),
  'K-20': rule({
    id: 'K-20',
    title: ['Santunan kematian JKK', 'JKK death benefit'],
    rows: [
      {
        law: 'L0',
        from: L0_FROM,
        article: PP_44,
        confidence: 'P',
        value: { percent: 60n, months: 80n, floorIdr: 16_200_000n },
      },
      {
        law: 'L1',
        from: L1_FROM,
        article: PP_82_25,
        confidence: 'P',
        value: { percent: 60n, months: 80n, floorIdr: 20_000_000n },
      },
    ],
  }),
  'K-21': rule({
    id: 'K-21',
    title: ['Biaya pemakaman JKK', 'JKK burial cost'],
    rows: [
      { law: 'L0', from: L0_FROM, article: PP_44, confidence: 'P', value: { idr: 3_000_000n } },
      { law: 'L1', from: L1_FROM, article: PP_82_25, confidence: 'P', value: { idr: 10_000_000n } },
    ],
  }),
  'K-22': rule({
    id: 'K-22',
    title: ['Santunan berkala JKK, dibayar sekaligus', 'JKK periodic benefit, paid at once'],
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
        article: PP_82_25,
        confidence: 'P',
        value: { months: 24n, monthlyIdr: 500_000n },
      },
    ],
  }),
  'K-23': sameSinceL0(
    'K-23',
    ['Alat bantu dan alat ganti: harga rujukan + 40 %', 'Orthosis, prosthesis: reference + 40 %'],
    { percentAbove: 40n },
  ),
  'K-24': ceiling('K-24', ['Gigi tiruan', 'Dentures'], [3_000_000n, 5_000_000n], 'K'),
  'K-25': ceiling('K-25', ['Alat bantu dengar', 'Hearing aid'], [null, 2_500_000n]),
  'K-26': ceiling('K-26', ['Kacamata', 'Glasses'], [null, 1_000_000n]),
  'K-27': rule({
    id: 'K-27',
    title: ['Perawatan di rumah (home care)', 'Home care'],
    rows: [
      {
        law: 'L1',
        from: L1_FROM,
        article: PP_82_25,
        confidence: 'P',
        value: { maxIdr: 20_000_000n, monthsMax: 12 },
      },
    ],
  }),
  'K-28': rule({
    id: 'K-28',
    title: ['Pemeriksaan diagnostik untuk menyelesaikan kasus', 'Diagnostics to settle the case'],
    rows: [
      { law: 'L1', from: L1_FROM, article: PP_82_25, confidence: 'P', value: { maxIdr: null } },
    ],
  }),
  'K-29': statement([
    'K-29',
    'Beasiswa JKK',
    'JKK scholarship',
    { law: 'L0', article: PP_82_25, confidence: 'P' },
    'Pada kematian atau cacat total tetap, tanpa syarat masa iur (B-05).',
    'On death or total permanent disability, without a minimum of months (B-05).',
  ]),
  'K-31': statement([
    'K-31',
    'Upah rujukan BPU',
    'Reference wage of a BPU',
    { law: 'L0', article: 'PP 44/2015 Lampiran II', confidence: 'K' },
    'Upah rujukan adalah dasar lapis penghasilan (C-01), bukan penghasilan sebenarnya.',
    'The reference wage is the base of the band (C-01), not the real income.',
  ]),
  'K-33': rule({
    id: 'K-33',
    title: ['Beberapa cacat dari satu kecelakaan', 'Several disabilities of one accident'],
    rows: [
      {
        law: 'L0',
        from: L0_FROM,
        article: 'Kepmenaker 609/2012',
        confidence: 'K',
        value: { capBasisPoints: 7_000n, partsCappedByWhole: false },
      },
    ],
  }),
  'K-34': rule({
    id: 'K-34',
    title: ['Meninggal sesudah santunan cacat', 'Death after a disability payment'],
    doubt: {
      parameters: ['death_after_disability'],
      choices: { death_after_disability: ['MANUAL_REVIEW', 'SET_OFF', 'NO_SET_OFF'] },
      question: [
        'Apakah santunan cacat yang sudah dibayar diperhitungkan? Diputus orang.',
        'Is the disability benefit already paid set off? A person decides.',
      ],
    },
    rows: [
      {
        law: 'L0',
        from: L0_FROM,
        article: PP_44,
        confidence: 'D',
        value: {
          death_after_disability: 'MANUAL_REVIEW' as 'MANUAL_REVIEW' | 'SET_OFF' | 'NO_SET_OFF',
        },
      },
    ],
  }),
};
