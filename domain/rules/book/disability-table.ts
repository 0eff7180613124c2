// The table of partial disability: percentage of 80 × wage per loss (domain-rules §3.3, PP 44/2015
// Lampiran III), in basis points so that half percents are kept.
import type { Confidence } from '../law-versions.ts';
import { L0_FROM, type Rule, rule } from './rule.ts';

export type LossValue =
  /** `mirror` is the same loss on the other side: a left-handed person's right is left (S47). */
  | { readonly kind: 'FIXED'; readonly basisPoints: bigint; readonly mirror: string | null }
  /** Assessed by the physician between two limits, given as `loss_percent`. */
  | { readonly kind: 'RANGE'; readonly minBasisPoints: bigint; readonly maxBasisPoints: bigint }
  /** So much for every full ten of decibels or percent lost. */
  | {
      readonly kind: 'PER_TEN';
      readonly basisPoints: bigint;
      readonly by: 'loss_db' | 'loss_percent';
    }
  /** The highest step whose lower limit is reached; `atLeast` in hundredths of the unit. */
  | {
      readonly kind: 'STEPS';
      readonly by: 'loss_cm' | 'loss_percent';
      readonly steps: readonly { readonly atLeast: bigint; readonly basisPoints: bigint }[];
      readonly atMost: bigint | null;
    };

export type LossRule = Rule<LossValue>;

const loss = (
  id: string,
  title: readonly [string, string],
  confidence: Confidence,
  value: LossValue,
): LossRule =>
  rule({
    id,
    title,
    rows: [{ law: 'L0', from: L0_FROM, article: 'PP 44/2015 Lampiran III', confidence, value }],
  });

const fixed = (basisPoints: bigint, mirror: string | null = null): LossValue => ({
  kind: 'FIXED',
  basisPoints,
  mirror,
});

const perTen = (basisPoints: bigint, by: 'loss_db' | 'loss_percent'): LossValue => ({
  kind: 'PER_TEN',
  basisPoints,
  by,
});

export const DISABILITY_TABLE = {
  D01: loss(
    'D01',
    ['Lengan kanan dari bahu', 'Right arm from the shoulder'],
    'P',
    fixed(4_000n, 'D02'),
  ),
  D02: loss(
    'D02',
    ['Lengan kiri dari bahu', 'Left arm from the shoulder'],
    'P',
    fixed(3_500n, 'D01'),
  ),
  D03: loss(
    'D03',
    ['Lengan kanan dari atau di atas siku', 'Right arm from or above the elbow'],
    'K',
    fixed(3_500n, 'D04'),
  ),
  D04: loss(
    'D04',
    ['Lengan kiri dari atau di atas siku', 'Left arm from or above the elbow'],
    'K',
    fixed(3_000n, 'D03'),
  ),
  D05: loss(
    'D05',
    ['Tangan kanan dari atau di atas pergelangan', 'Right hand from or above the wrist'],
    'K',
    fixed(3_200n, 'D06'),
  ),
  D06: loss(
    'D06',
    ['Tangan kiri dari atau di atas pergelangan', 'Left hand from or above the wrist'],
    'K',
    fixed(2_800n, 'D05'),
  ),
  D07: loss('D07', ['Kedua kaki dari pangkal paha', 'Both legs from the hip'], 'K', fixed(7_000n)),
  D08: loss('D08', ['Satu kaki dari pangkal paha', 'One leg from the hip'], 'K', fixed(3_500n)),
  D09: loss('D09', ['Kedua kaki dari mata kaki', 'Both feet from the ankle'], 'K', fixed(5_000n)),
  D10: loss('D10', ['Satu kaki dari mata kaki', 'One foot from the ankle'], 'K', fixed(2_500n)),
  D11: loss('D11', ['Kedua mata', 'Both eyes'], 'P', fixed(7_000n)),
  D12: loss(
    'D12',
    ['Satu mata, atau diplopia penglihatan dekat', 'One eye, or diplopia in near vision'],
    'P',
    fixed(3_500n),
  ),
  D13: loss('D13', ['Pendengaran kedua telinga', 'Hearing of both ears'], 'P', fixed(4_000n)),
  D14: loss('D14', ['Pendengaran satu telinga', 'Hearing of one ear'], 'P', fixed(2_000n)),
  D15: loss('D15', ['Ibu jari tangan kanan', 'Right thumb'], 'K', fixed(1_500n, 'D16')),
  D16: loss('D16', ['Ibu jari tangan kiri', 'Left thumb'], 'K', fixed(1_200n, 'D15')),
  D17: loss('D17', ['Telunjuk kanan', 'Right index finger'], 'K', fixed(900n, 'D18')),
  D18: loss('D18', ['Telunjuk kiri', 'Left index finger'], 'K', fixed(700n, 'D17')),
  D19: loss(
    'D19',
    ['Satu jari lain tangan kanan', 'One other right finger'],
    'K',
    fixed(400n, 'D20'),
  ),
  D20: loss(
    'D20',
    ['Satu jari lain tangan kiri', 'One other left finger'],
    'K',
    fixed(300n, 'D19'),
  ),
  D21: loss(
    'D21',
    ['Ruas pertama telunjuk kanan', 'First joint of the right index finger'],
    'K',
    fixed(450n, 'D22'),
  ),
  D22: loss(
    'D22',
    ['Ruas pertama telunjuk kiri', 'First joint of the left index finger'],
    'K',
    fixed(350n, 'D21'),
  ),
  D23: loss(
    'D23',
    ['Ruas pertama jari lain kanan', 'First joint of another right finger'],
    'K',
    fixed(200n, 'D24'),
  ),
  D24: loss(
    'D24',
    ['Ruas pertama jari lain kiri', 'First joint of another left finger'],
    'K',
    fixed(150n, 'D23'),
  ),
  D25: loss('D25', ['Satu ibu jari kaki', 'One big toe'], 'K', fixed(500n)),
  D26: loss('D26', ['Satu telunjuk kaki', 'One second toe'], 'K', fixed(300n)),
  D27: loss('D27', ['Satu jari kaki lain', 'One other toe'], 'K', fixed(200n)),
  D28: loss('D28', ['Kulit kepala terkelupas', 'Scalp torn off'], 'P', {
    kind: 'RANGE',
    minBasisPoints: 1_000n,
    maxBasisPoints: 3_000n,
  }),
  D29: loss('D29', ['Impotensi', 'Impotence'], 'K', fixed(3_000n)),
  D30: loss('D30', ['Satu kaki memendek', 'One leg shorter'], 'K', {
    kind: 'STEPS',
    by: 'loss_cm',
    steps: [
      { atLeast: 1n, basisPoints: 1_000n },
      { atLeast: 500n, basisPoints: 2_000n },
      { atLeast: 750n, basisPoints: 3_000n },
    ],
    atMost: null,
  }),
  D31: loss(
    'D31',
    ['Pendengaran kedua telinga per 10 dB', 'Hearing of both ears per 10 dB'],
    'P',
    perTen(600n, 'loss_db'),
  ),
  D32: loss(
    'D32',
    ['Pendengaran satu telinga per 10 dB', 'Hearing of one ear per 10 dB'],
    'P',
    perTen(300n, 'loss_db'),
  ),
  D33: loss('D33', ['Satu daun telinga', 'One ear lobe'], 'P', fixed(500n)),
  D34: loss('D34', ['Kedua daun telinga', 'Both ear lobes'], 'P', fixed(1_000n)),
  D35: loss('D35', ['Cuping hidung', 'Wing of the nose'], 'P', fixed(3_000n)),
  D36: loss(
    'D36',
    ['Perforasi sekat rongga hidung', 'Perforation of the nasal septum'],
    'P',
    fixed(1_500n),
  ),
  D37: loss('D37', ['Daya penciuman', 'Sense of smell'], 'P', fixed(1_000n)),
  D38: loss('D38', ['Kemampuan kerja fisik', 'Physical work capacity'], 'K', {
    kind: 'STEPS',
    by: 'loss_percent',
    steps: [
      { atLeast: 1_000n, basisPoints: 500n },
      { atLeast: 2_600n, basisPoints: 2_000n },
      { atLeast: 5_100n, basisPoints: 4_000n },
    ],
    atMost: 7_000n,
  }),
  D39: loss(
    'D39',
    ['Kemampuan kerja mental, tetap', 'Mental work capacity, permanent'],
    'K',
    fixed(7_000n),
  ),
  D40: loss(
    'D40',
    ['Daya lihat per 10 % efisiensi', 'Visual acuity per 10 % of efficiency'],
    'K',
    perTen(700n, 'loss_percent'),
  ),
  D41: loss('D41', ['Penglihatan warna', 'Colour vision'], 'P', fixed(1_000n)),
  D42: loss(
    'D42',
    ['Lapang pandang per 10 %', 'Visual field per 10 %'],
    'P',
    perTen(700n, 'loss_percent'),
  ),
};

/** Wholes whose parts are losses of their own: a sum above the whole is for a physician to weigh. */
export const WHOLE_OF_PARTS: readonly {
  readonly whole: keyof typeof DISABILITY_TABLE;
  readonly parts: readonly (keyof typeof DISABILITY_TABLE)[];
}[] = [
  { whole: 'D05', parts: ['D15', 'D17', 'D19', 'D21', 'D23'] },
  { whole: 'D06', parts: ['D16', 'D18', 'D20', 'D22', 'D24'] },
  { whole: 'D01', parts: ['D03', 'D05', 'D15', 'D17', 'D19', 'D21', 'D23'] },
  { whole: 'D02', parts: ['D04', 'D06', 'D16', 'D18', 'D20', 'D22', 'D24'] },
  { whole: 'D07', parts: ['D08', 'D09', 'D10', 'D25', 'D26', 'D27', 'D30'] },
  { whole: 'D11', parts: ['D12', 'D40', 'D41', 'D42'] },
  { whole: 'D13', parts: ['D14', 'D31', 'D32'] },
];
