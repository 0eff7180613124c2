// Reports, decisions, payment days and time bars (domain-rules §3.4).
import { L0_FROM, L1_FROM, L2_FROM, L3_FROM, rule, statement } from './rule.ts';

export type LateDayUnit = 'CALENDAR' | 'WORKING';

export const DEADLINE_RULES = {
  'T-01': rule({
    id: 'T-01',
    title: ['Laporan tahap I', 'Stage I report'],
    rows: [
      {
        law: 'L0',
        from: L0_FROM,
        article: 'PP 44/2015 Pasal 43; Permenaker 5/2021 Pasal 8',
        confidence: 'V',
        value: { hours: 48 },
      },
    ],
  }),
  'T-02': rule({
    id: 'T-02',
    title: ['Laporan BPU yang terlambat', 'A late report of a BPU'],
    doubt: {
      parameters: ['late_report_bpu'],
      choices: { late_report_bpu: ['FLAG_ONLY', 'FORFEIT'] },
      question: [
        'BPU tidak punya pemberi kerja; aturan gugur tidak dikenal.',
        'A BPU has no employer; no rule of forfeiture is known.',
      ],
    },
    rows: [
      {
        law: null,
        from: L0_FROM,
        article: 'Permenaker 1/2025 Pasal 8(2a–2c)',
        confidence: 'D',
        value: { late_report_bpu: 'FLAG_ONLY' as 'FLAG_ONLY' | 'FORFEIT' },
      },
    ],
  }),
  'T-03': statement([
    'T-03',
    'Pemberitahuan dugaan BPU',
    'Notice of suspicion, BPU',
    { law: 'L3', from: L3_FROM, article: 'Permenaker 1/2025 Pasal 48A', confidence: 'V' },
    'Oleh serikat, wadah, atau fasilitas kesehatan; nomor peserta atau NIK, kronologi, pelapor.',
    'By union, group or health facility; member number or NIK, chronology, notifier.',
  ]),
  'T-04': rule({
    id: 'T-04',
    title: [
      'Dugaan KK dijamin dulu, disimpulkan 30 hari',
      'Suspected accident: decided in 30 days',
    ],
    rows: [
      {
        law: 'L2',
        from: L2_FROM,
        article: 'PP 49/2023 Pasal 25A, 25B',
        confidence: 'P',
        value: { days: 30 },
      },
    ],
  }),
  'T-05': rule({
    id: 'T-05',
    title: ['Laporan tahap II', 'Stage II report'],
    rows: [
      {
        law: 'L3',
        from: L3_FROM,
        article: 'Permenaker 1/2025 Pasal 19(2)–(3)',
        confidence: 'V',
        value: { hours: 48 },
      },
    ],
  }),
  'T-06': rule({
    id: 'T-06',
    title: ['Hari bayar JKK', 'Payment day of JKK'],
    rows: [
      {
        law: 'L0',
        from: L0_FROM,
        article: 'PP 44/2015 Pasal 37(2)',
        confidence: 'V',
        value: { workingDays: 7 },
      },
    ],
  }),
  'T-07': rule({
    id: 'T-07',
    title: ['Hari bayar JKM', 'Payment day of JKM'],
    rows: [
      {
        law: 'L0',
        from: L0_FROM,
        article: 'Permenaker Pasal 79(2)',
        confidence: 'V',
        value: { workingDays: 3 },
      },
    ],
  }),
  'T-08': rule({
    id: 'T-08',
    title: ['Ganti rugi keterlambatan bayar', 'Compensation for late payment'],
    doubt: {
      parameters: ['late_day_unit', 'late_cap_days'],
      choices: { late_day_unit: ['CALENDAR', 'WORKING'] },
      question: [
        'Hari kalender atau hari kerja, dan apakah ada batasnya?',
        'Calendar or working days, and is there a cap?',
      ],
    },
    rows: [
      {
        law: 'L0',
        from: L0_FROM,
        article: 'PP 44/2015 Pasal 37(3); Permenaker Pasal 79(3)',
        confidence: 'V',
        value: {
          percentPerDay: 1n,
          late_day_unit: 'CALENDAR' as LateDayUnit,
          late_cap_days: null as number | null,
        },
      },
    ],
  }),
  'T-09': rule({
    id: 'T-09',
    title: ['Hak JKK gugur', 'The JKK right expires'],
    rows: [
      { law: 'L0', from: L0_FROM, article: 'PP 44/2015', confidence: 'K', value: { years: 2 } },
      {
        law: 'L1',
        from: L1_FROM,
        article: 'PP 82/2019 Pasal 26',
        confidence: 'P',
        value: { years: 5 },
      },
    ],
  }),
  'T-10': rule({
    id: 'T-10',
    title: ['Tidak dikenal kedaluwarsa JKM', 'No time bar of JKM is known'],
    doubt: {
      parameters: ['jkm_warn_after_years'],
      question: ['Apakah JKM kedaluwarsa?', 'Does the JKM right expire?'],
    },
    rows: [
      {
        law: 'L0',
        from: L0_FROM,
        article: 'PP 44/2015',
        confidence: 'D',
        value: { jkm_warn_after_years: 5 },
      },
    ],
  }),
  'X-04': rule({
    id: 'X-04',
    title: ['Keberatan atas keputusan', 'Objection to a decision'],
    doubt: {
      parameters: ['objection_working_days', 'answer_working_days'],
      question: [
        'Apakah tenggat keberatan UU 30/2014 berlaku bagi keputusan klaim BPJS?',
        'Does the time bar of UU 30/2014 hold for a decision on a claim of BPJS?',
      ],
    },
    rows: [
      {
        law: null,
        from: L0_FROM,
        article: 'UU 30/2014 Pasal 77',
        confidence: 'D',
        value: { objection_working_days: 21, answer_working_days: 10 },
      },
    ],
  }),
  'T-11': statement([
    'T-11',
    'Hilang di laut',
    'Missing at sea',
    { law: null, article: 'praktik', confidence: 'P' },
    'Klaim boleh dimulai menunggu bukti; dibayar sesudah kepastian Basarnas.',
    'A claim may start waiting for proof; paid after certainty from Basarnas.',
  ]),
};
