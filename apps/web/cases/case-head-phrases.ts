// Words above a form: whose case it is.
import type { Text } from '../../copy/text.ts';

export const caseHeadPhrases = {
  claim: ['Klaim', 'Claim'],
  worker: ['Pekerja', 'Worker'],
  place: ['Kelurahan', 'Kelurahan'],
  kind: ['Jenis', 'Kind'],
  stage: ['Tahap', 'Stage'],
  recommendedBy: ['Diusulkan oleh', 'Recommended by'],
  why: ['Pertimbangan', 'Considerations'],
  limit: ['Batas kewenangan Anda', 'Your limit'],
  payee: ['Penerima', 'Payee'],
  lines: ['Rincian manfaat', 'Lines of the benefit'],
  line: ['Rincian', 'Item'],
  sum: ['Jumlah', 'Sum'],
  linesNone: ['Manfaat belum dihitung.', 'The benefit was not computed yet.'],
} as const satisfies Readonly<Record<string, Text>>;
