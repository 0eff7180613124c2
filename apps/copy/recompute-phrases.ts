// Words of what is decided again: the same law, another law, or without a person, a paper, an import.

import type { Recomputed } from '../../activities/recompute.ts';
import type { LostBasis } from '../../activities/without.ts';
import type { Words } from './code-words.ts';
import type { Text } from './text.ts';

export const redecidedKinds: Words<Recomputed['type']> = {
  CoverFacts: ['kepesertaan yang dibaca', 'cover that was read'],
  ChecksRecorded: ['pemeriksaan', 'checks'],
  BenefitsDetermined: ['perhitungan manfaat', 'benefit computed'],
  ClaimRecommended: ['usulan', 'recommendation'],
  ClaimApproved: ['persetujuan', 'approval'],
  DeterminationReported: ['penetapan cabang yang dicatat', 'determination of the branch, recorded'],
  ClaimRejected: ['penolakan', 'rejection'],
};

export const redecidedOutcomes: Words<Recomputed['outcome']['status']> = {
  SAME: ['sama', 'the same'],
  DIFFERS: ['BERBEDA', 'DIFFERENT'],
  REFUSED: ['TIDAK AKAN DIPUTUS', 'WOULD BE REFUSED'],
  RULES_UNKNOWN: [
    'aturan rilis lain: tidak dapat dihitung ulang di sini',
    'rules of another release: cannot be decided again here',
  ],
  TAKEN_OVER: ['diputus sebelum ambil alih', 'decided before the take-over'],
};

export const lostKinds: Words<LostBasis['kind']> = {
  RECOMMENDED: ['diusulkan oleh {name}', 'recommended by {name}'],
  APPROVED: ['disetujui oleh {name}', 'approved by {name}'],
  ASSEMBLED: ['disusun oleh {name}', 'assembled by {name}'],
  RELEASED: ['dilepas oleh {name}', 'released by {name}'],
  DETERMINED: [
    'ahli waris, penerima atau sebabnya ditetapkan oleh {name}',
    'heirs, payee or cause determined by {name}',
  ],
  CHECK: ['pemeriksaan gugur: {name}', 'check no longer holds: {name}'],
  EVIDENCE: ['menjadi bukti: {name}', 'is evidence of: {name}'],
  IMPORT: ['terdaftar hanya dari daftar {name}', 'enrolled by list {name} only'],
};

export const recomputePhrases = {
  recomputed: [
    '{decisions} keputusan pada {claims} klaim diputus ulang: {same} sama, {differing} berbeda, {skipped} tidak dapat diputus ulang',
    '{decisions} decisions on {claims} claims taken again: {same} the same, {differing} different, {skipped} cannot be taken again',
  ],
  progress: ['{claims} klaim diputus ulang', '{claims} claims decided again'],
  allSame: [
    'Setiap keputusan sama dengan yang tercatat.',
    'Every decision is the same as recorded.',
  ],
  altered: [
    'Seandainya {rule} sejak {from}: {value}. Keputusan yang memakainya:',
    'Had {rule} been {value} from {from} on. The decisions that used it:',
  ],
  alteredNone: ['Tidak satu pun keputusan memakainya.', 'No decision used it.'],
  decisionLine: [
    '#{position} {at} klaim {claim}: {kind}, {outcome}',
    '#{position} {at} claim {claim}: {kind}, {outcome}',
  ],
  fromTo: ['     {from} menjadi {to}', '     {from} becomes {to}'],
  alterUnknown: [
    'Tidak ada baris aturan {rule} yang mulai {from}. Lihat `lindung rules show {rule}`.',
    'No row of rule {rule} begins on {from}. See `lindung rules show {rule}`.',
  ],
  alterField: [
    '{rule} tidak memuat {field}; yang ada: {fields}.',
    '{rule} holds no {field}; it holds: {fields}.',
  ],
  alterValue: [
    'Nilai {value} tidak cocok untuk {field}: {expected}',
    'The value {value} does not fit {field}: {expected}',
  ],
  lawMissing: [
    'Sebut salah satu: --rules VERSI-ATAU-BERKAS, atau --law-date HARI.',
    'Name one of the two: --rules VERSION-OR-FILE, or --law-date DAY.',
  ],
  whatIf: [
    'Seandainya menurut {law}; fakta sebagaimana tercatat sampai posisi {position}. Tidak ada yang ditulis.',
    'Had it been by {law}; facts as recorded up to position {position}. Nothing is written.',
  ],
  lawOfDay: ['hukum yang berlaku pada {day}', 'the law in force on {day}'],
  whatIfNone: [
    'Tidak ada klaim yang hasilnya berbeda ({claims} klaim dihitung).',
    'No claim would give another result ({claims} claims computed).',
  ],
  whatIfCount: [
    '{differing} dari {claims} klaim berbeda:',
    '{differing} of {claims} claims differ:',
  ],
  notDue: ['tidak terutang', 'not due'],
  perPayer: ['Menurut pembayar:', 'By payer:'],
  withoutMissing: [
    'Sebut yang ditiadakan: --actor, --document, atau --import; boleh berulang.',
    'Name what is thought away: --actor, --document or --import; each may be repeated.',
  ],
  withoutNone: [
    'Tidak ada pembayaran yang kehilangan dasarnya ({payouts} diperiksa).',
    'No payout loses its basis ({payouts} examined).',
  ],
  unknownName: [
    '{name} tidak dikenal di sini; periksa tulisannya.',
    '{name} is not known here; check how it is written.',
  ],
  withoutCount: [
    '{lost} dari {payouts} pembayaran kehilangan dasarnya, sebagaimana tercatat sampai posisi {position}:',
    '{lost} of {payouts} payouts lose their basis, as recorded up to position {position}:',
  ],
} as const satisfies Readonly<Record<string, Text>>;

export const recomputeColumns = {
  before: ['semula', 'before'],
  after: ['menjadi', 'after'],
  difference: ['selisih', 'difference'],
  day: ['hari kejadian', 'day of the event'],
  why: ['yang gugur', 'what is lost'],
} as const satisfies Readonly<Record<string, Text>>;
