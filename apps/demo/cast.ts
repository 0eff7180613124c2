// The people of the demo: two houses, and four different persons behind one payment.
import type { Act, Office } from '../../domain/actor.ts';

export type Player = {
  readonly id: string;
  readonly name: string;
  readonly office: Office;
  readonly acts: readonly Act[];
  readonly area: string;
  readonly letter: string;
};

export const administrator: Player = {
  id: 'admin-nur',
  name: 'Nur Aini',
  office: 'DISNAKER',
  acts: ['administer'],
  area: '64.74',
  letter: 'SK Kadisnaker 800/001/2026',
};

export const cast: readonly Player[] = [
  {
    id: 'dinas-rahma',
    name: 'Rahmawati',
    office: 'DISNAKER',
    acts: [
      ...(['manage-programme', 'import-roster', 'grant-mandate'] as const),
      ...(['record-contribution', 'hand-over-card'] as const),
    ],
    area: '64.74',
    letter: 'SK Kadisnaker 800/002/2026',
  },
  {
    id: 'kadis-yusuf',
    name: 'Muhammad Yusuf',
    office: 'DISNAKER',
    acts: ['approve-roster', 'grant-mandate'],
    area: '64.74',
    letter: 'SK Wali Kota 821/010/2026',
  },
  {
    id: 'sekda-rizal',
    name: 'Rizal Effendi',
    office: 'DISNAKER',
    // Whoever opens the gate against the rule is a name of its own, with the letter that allows it.
    acts: ['override-gate'],
    area: '64.74',
    letter: 'SK Wali Kota 821/011/2026',
  },
  {
    id: 'pemantau-hadi',
    name: 'Hadi Wijaya',
    office: 'DISNAKER',
    acts: ['report-payment', 'hold-payment'],
    area: '64.74',
    letter: 'SK Kadisnaker 800/003/2026',
  },
  {
    id: 'kunci-indra',
    name: 'Indra Gunawan',
    office: 'DISNAKER',
    acts: ['manage-keys'],
    area: '64.74',
    letter: 'SK Kadisnaker 800/004/2026',
  },
  {
    id: 'cabang-gita',
    name: 'Gita Lestari',
    office: 'BPJS_BRANCH',
    acts: ['register-workers', 'accept-arrears', 'manage-rules'],
    area: '64.74',
    letter: 'ST Cabang 11/2026',
  },
  {
    id: 'kelurahan-eko',
    name: 'Eko Prasetyo',
    office: 'KELURAHAN',
    acts: ['hand-over-card', 'report-death', 'handle-documents'],
    area: '64.74.02',
    letter: 'SK Lurah 470/07/2026',
  },
  {
    id: 'verifikator-ani',
    name: 'Ani Suryani',
    office: 'BPJS_BRANCH',
    // She holds both acts; the rule of four persons still keeps her from approving her own case.
    acts: ['handle-documents', 'check-claim', 'recommend-claim', 'approve-claim'],
    area: '64.74',
    letter: 'ST Cabang 12/2026',
  },
  {
    id: 'penetap-budi',
    name: 'Budi Santoso',
    office: 'BPJS_BRANCH',
    acts: ['approve-claim', 'manage-rules'],
    area: '64.74',
    letter: 'ST Cabang 13/2026',
  },
  {
    id: 'keuangan-citra',
    name: 'Citra Dewanti',
    office: 'BPJS_BRANCH',
    acts: ['assemble-run', 'release-run', 'ingest-bank-answer'],
    area: '64.74',
    letter: 'ST Cabang 14/2026',
  },
  {
    id: 'kepala-dewi',
    name: 'Dewi Anggraini',
    office: 'BPJS_BRANCH',
    acts: ['release-run'],
    area: '64.74',
    letter: 'ST Cabang 15/2026',
  },
  {
    id: 'auditor-fajar',
    name: 'Fajar Nugroho',
    office: 'INSPEKTORAT',
    acts: ['audit'],
    area: '64.74',
    letter: 'ST Inspektur 700/3/2026',
  },
];
