// Words above a form: whose case it is.
import type { Text } from '../../copy/text.ts';

export const caseHeadPhrases = {
  claim: ['Klaim', 'Claim'],
  worker: ['Pekerja', 'Worker'],
  place: ['Kelurahan', 'Kelurahan'],
  kind: ['Jenis', 'Kind'],
  stage: ['Tahap', 'Stage'],
  payee: ['Penerima', 'Payee'],
  lines: ['Rincian manfaat', 'Lines of the benefit'],
  line: ['Rincian', 'Item'],
  sum: ['Jumlah', 'Sum'],
  linesNone: ['Manfaat belum dihitung.', 'The benefit was not computed yet.'],
} as const satisfies Readonly<Record<string, Text>>;
