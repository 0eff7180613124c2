// Contributions of a BPU: bands, prices, discounts, arrears and lapse (domain-rules §1).
import type { Month } from '../../calendar.ts';
import { isMonth } from '../../calendar.ts';
import type { Confidence } from '../law-versions.ts';
import { L0_FROM, L4_FROM, rule, statement } from './rule.ts';

export type Band = {
  readonly band: number;
  /** Lower bound, inclusive; what lies between two rows belongs to the lower one. */
  readonly fromIdr: bigint;
  readonly referenceIdr: bigint;
  readonly confidence: Confidence;
};

/** [lower bound, reference wage] in thousands of rupiah: PP 44/2015 Lampiran II. */
const BAND_ROWS: readonly (readonly [bigint, bigint])[] = [
  [0n, 1_000n],
  [1_100n, 1_200n],
  [1_300n, 1_400n],
  [1_500n, 1_600n],
  [1_700n, 1_800n],
  [1_900n, 2_000n],
  [2_100n, 2_200n],
  [2_300n, 2_400n],
  [2_500n, 2_600n],
  [2_700n, 2_950n],
  [3_200n, 3_450n],
  [3_700n, 3_950n],
  [4_200n, 4_450n],
  [4_700n, 4_950n],
  [5_200n, 5_450n],
  [5_700n, 5_950n],
  [6_200n, 6_450n],
  [6_700n, 6_950n],
  [7_200n, 7_450n],
  [7_700n, 7_950n],
  [8_200n, 8_700n],
  [9_200n, 9_700n],
  [10_200n, 10_700n],
  [11_200n, 11_700n],
  [12_200n, 12_700n],
  [13_200n, 13_700n],
  [14_200n, 14_700n],
  [15_200n, 15_700n],
  [16_200n, 16_700n],
  [17_200n, 17_700n],
  [18_200n, 18_700n],
  [19_200n, 19_700n],
  [20_200n, 20_700n],
];

/** The first and the last row are quoted by the press; the others are recalled, not checked. */
const BANDS: readonly Band[] = BAND_ROWS.map(([from, reference], index) => ({
  band: index + 1,
  fromIdr: from * 1_000n,
  referenceIdr: reference * 1_000n,
  confidence: index === 0 || index === BAND_ROWS.length - 1 ? 'P' : 'K',
}));

const month = (text: string): Month => {
  if (!isMonth(text)) throw new Error(`not a month: ${text}`);
  return text;
};

export type Sector = 'TRANSPORT' | 'OTHER';
export type ContributionPayer = 'APBD' | 'APBN' | 'SELF';

const PP_44_II = 'PP 44/2015 Lampiran II';
const PERDIR = 'Perdir 22/PERDIR.02/072022';
/** Only the month of the internal regulation is known. */
const PERDIR_FROM = '2022-07-01';

const EXCLUDED: readonly ContributionPayer[] = ['APBN', 'APBD'];

export const CONTRIBUTION_RULES = {
  'C-01': rule({
    id: 'C-01',
    title: ['Iuran JKK BPU: 1 % dari upah rujukan lapis', 'JKK contribution: 1 % of the band base'],
    rows: [
      {
        law: 'L0',
        from: L0_FROM,
        article: PP_44_II,
        confidence: 'P',
        value: { percent: 1n, minIdr: 10_000n, maxIdr: 207_000n, bands: BANDS },
      },
    ],
  }),
  'C-02': rule({
    id: 'C-02',
    title: ['Iuran JKM BPU sebulan', 'JKM contribution a month'],
    rows: [
      { law: 'L0', from: L0_FROM, article: 'PP 44/2015', confidence: 'P', value: { idr: 6_800n } },
    ],
  }),
  L1c: rule({
    id: 'L1c',
    title: ['Keringanan iuran masa COVID-19', 'Relief of contributions in the COVID-19 months'],
    rows: [
      {
        law: 'L1c',
        from: '2020-08-01',
        to: '2021-01-31',
        article: 'PP 49/2020 Pasal 9',
        confidence: 'K',
        value: { percent: 99n },
      },
    ],
  }),
  'C-05': rule({
    id: 'C-05',
    title: ['Potongan iuran JKK dan JKM', 'Discount on the JKK and JKM contributions'],
    rows: [
      {
        law: 'L4',
        from: L4_FROM,
        article: 'PP 50/2025 Pasal 2–5',
        confidence: 'P',
        value: {
          percent: 50n,
          windows: [
            { sector: 'TRANSPORT' as Sector, first: month('2026-01'), last: month('2027-03') },
            { sector: 'OTHER' as Sector, first: month('2026-04'), last: month('2026-12') },
          ],
        },
      },
    ],
  }),
  'C-06': rule({
    id: 'C-06',
    title: ['Iuran dari APBN/APBD tidak dipotong', 'No discount where APBN or APBD pays'],
    rows: [
      {
        law: 'L4',
        from: L4_FROM,
        article: 'PP 50/2025 Pasal 3',
        confidence: 'P',
        value: { payers: EXCLUDED },
      },
    ],
  }),
  'C-08': rule({
    id: 'C-08',
    title: ['Tunggakan yang boleh dilunasi', 'Arrears that may be paid'],
    rows: [{ law: null, from: L0_FROM, article: PERDIR, confidence: 'V', value: { monthsMax: 3 } }],
  }),
  'C-09': rule({
    id: 'C-09',
    title: ['Berakhir sesudah lebih dari tiga bulan', 'Ends after more than three unpaid months'],
    rows: [
      { law: null, from: L0_FROM, article: PERDIR, confidence: 'V', value: { graceMonths: 3 } },
    ],
  }),
  'C-10': rule({
    id: 'C-10',
    title: ['Keterlambatan dana pemberi bantuan', 'The sponsor’s money was late'],
    doubt: {
      parameters: ['sponsor_delay'],
      choices: { sponsor_delay: ['BLOCK_AND_TASK', 'PAY_AND_TASK'] },
      question: [
        'Syarat cabang dan kantor wilayah boleh menerima tunggakan tidak diumumkan.',
        'On which conditions may branch and regional office accept the arrears? Not published.',
      ],
    },
    rows: [
      {
        law: null,
        from: PERDIR_FROM,
        article: `${PERDIR} butir 12c`,
        confidence: 'D',
        value: { sponsor_delay: 'BLOCK_AND_TASK' as 'BLOCK_AND_TASK' | 'PAY_AND_TASK' },
      },
    ],
  }),
  'C-16': statement([
    'C-16',
    'Peristiwa dalam masa tunggakan',
    'An event while in arrears',
    { law: 'L1p', article: 'Permenaker 5/2021 (BPU)', confidence: 'K' },
    'Tunggakan sampai tiga bulan dilunasi dulu, baru manfaat dibayar.',
    'Up to three months of arrears are settled first, then the benefit is paid.',
  ]),
  'C-17': statement([
    'C-17',
    'Peristiwa sesudah kepesertaan berakhir',
    'An event after cover has ended',
    { law: null, article: PERDIR, confidence: 'K' },
    'Lebih dari tiga bulan berturut-turut tidak dibayar: tidak ada JKK dan JKM.',
    'More than three consecutive months unpaid: no JKK and no JKM.',
  ]),
  'C-18': rule({
    id: 'C-18',
    title: ['Dua kepesertaan sekaligus', 'Two memberships at once'],
    doubt: {
      parameters: ['two_memberships'],
      choices: { two_memberships: ['PAY_ONCE', 'PAY_EACH'] },
      question: ['Manfaat JKM pada dua kepesertaan.', 'What does JKM pay for two memberships?'],
    },
    rows: [
      {
        law: 'L3',
        from: '2025-02-24',
        article: 'Permenaker 1/2025',
        confidence: 'D',
        value: { two_memberships: 'PAY_ONCE' as 'PAY_ONCE' | 'PAY_EACH' },
      },
    ],
  }),
  'C-20': statement([
    'C-20',
    'Diterima, belum pernah dibayar',
    'Accepted, but no month was ever paid',
    { law: null, article: 'praktik', confidence: 'K' },
    'Perlindungan belum mulai: tanpa manfaat, ditinjau; pembayaran pertama membuka lagi perkaranya.',
    'Cover has not started: no benefit, reviewed; a first payment opens the case again.',
  ]),
  'C-23': rule({
    id: 'C-23',
    title: ['Hari perlindungan berakhir', 'The day on which cover ends'],
    doubt: {
      parameters: ['lapse_on_day_of_fourth_month'],
      choices: { lapse_on_day_of_fourth_month: ['FIRST', 'LAST'] },
      question: [
        'Berakhir pada hari pertama atau hari terakhir bulan keempat yang tidak dibayar?',
        'Does the first or the last day of the fourth unpaid month end cover?',
      ],
    },
    rows: [
      {
        law: null,
        from: L0_FROM,
        article: PERDIR,
        confidence: 'D',
        value: { lapse_on_day_of_fourth_month: 'FIRST' as 'FIRST' | 'LAST' },
      },
    ],
  }),
};
