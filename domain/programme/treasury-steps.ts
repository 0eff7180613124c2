// C-22: the papers by which a local treasury pays, in their order, and who signs each; dated data.
import type { LocalDate } from '../calendar.ts';

export const TREASURY_STEPS = ['SPP_LS', 'SPM_LS', 'SP2D'] as const;
export type TreasuryStep = (typeof TREASURY_STEPS)[number];

export const TREASURY_SIGNERS = [
  'BENDAHARA_PENGELUARAN',
  'PPTK',
  'PENGGUNA_ANGGARAN',
  'KUASA_PENGGUNA_ANGGARAN',
  'BUD',
  'KUASA_BUD',
] as const;
export type TreasurySigner = (typeof TREASURY_SIGNERS)[number];

export type TreasuryRoute = {
  readonly from: LocalDate;
  readonly basis: string;
  readonly steps: readonly {
    readonly step: TreasuryStep;
    readonly signers: readonly TreasurySigner[];
  }[];
};

const day = (text: string): LocalDate => text as LocalDate;

/** Confidence K: practice of direct payment (LS) under both regulations; a new one is a new row. */
export const TREASURY_ROUTES: readonly TreasuryRoute[] = [
  {
    from: day('2007-01-01'),
    basis: 'Permendagri 13/2006',
    steps: [
      { step: 'SPP_LS', signers: ['BENDAHARA_PENGELUARAN', 'PPTK'] },
      { step: 'SPM_LS', signers: ['PENGGUNA_ANGGARAN', 'KUASA_PENGGUNA_ANGGARAN'] },
      { step: 'SP2D', signers: ['BUD', 'KUASA_BUD'] },
    ],
  },
  {
    from: day('2020-12-30'),
    basis: 'Permendagri 77/2020',
    steps: [
      { step: 'SPP_LS', signers: ['BENDAHARA_PENGELUARAN', 'PPTK'] },
      { step: 'SPM_LS', signers: ['PENGGUNA_ANGGARAN', 'KUASA_PENGGUNA_ANGGARAN'] },
      { step: 'SP2D', signers: ['BUD', 'KUASA_BUD'] },
    ],
  },
];

/** The route in force on a day; before the first there is none. */
export const routeOn = (on: LocalDate): TreasuryRoute | undefined =>
  TREASURY_ROUTES.findLast((route) => route.from <= on);
