// Words of examinations: letters of assignment, samples, conclusions, findings and how they end.
import type {
  DivergenceKind,
  ItemConclusion,
  Population,
} from '../../domain/examination/events.ts';
import type { Words } from './code-words.ts';
import type { Text } from './text.ts';

export const populations: Words<Population> = {
  CLAIMS: ['klaim', 'claims'],
  PAYABLES: ['pembayaran', 'payments'],
};

export const itemConclusions: Words<ItemConclusion> = {
  IN_ORDER: ['sesuai', 'in order'],
  DEVIATES: ['menyimpang', 'deviates'],
  NOT_EXAMINABLE: ['tidak dapat diperiksa', 'cannot be examined'],
};

export const divergenceKinds: Words<DivergenceKind> = {
  PROJECTION: ['layar berbeda dari catatan', 'a screen differs from the log'],
  LEDGER: ['pembukuan berbeda dari catatan', 'the books differ from the log'],
  PAYMENT_FILE: ['berkas pembayaran berbeda dari catatan', 'a payment file differs from the log'],
  WORKFLOW: ['pekerjaan berjalan berbeda dari catatan', 'running work differs from the log'],
  DECISION: ['keputusan berbeda bila diputus ulang', 'a decision differs when taken again'],
};

export const examinationPhrases = {
  opened: ['Pemeriksaan {id}: surat tugas {number}', 'Examination {id}: letter {number}'],
  listLine: [
    '{number}, {office}, {from} s.d. {to}: {stage}; {findings} temuan, {open} belum ditutup',
    '{number}, {office}, {from} to {to}: {stage}; {findings} findings, {open} open',
  ],
  none: [
    'Belum ada pemeriksaan. Buka dengan `audit examination open`.',
    'There is no examination yet. Open one with `audit examination open`.',
  ],
  team: ['Tim: {team}', 'Team: {team}'],
  scope: ['Lingkup: {scope} (wilayah {area})', 'Scope: {scope} (area {area})'],
  sample: [
    'Sampel "{seed}": {size} dari {populationSize} {population}, posisi {position}, akar {root}',
    'Sample "{seed}": {size} of {populationSize} {population}, position {position}, root {root}',
  ],
  item: ['{itemId}: {conclusion}', '{itemId}: {conclusion}'],
  itemOpen: ['belum disimpulkan', 'not concluded yet'],
  finding: ['Temuan {number}: {condition}', 'Finding {number}: {condition}'],
  findingOf: [
    'yang menjawab: {auditee}; tenggat: {dueOn}; {state}',
    'answered by: {auditee}; due: {dueOn}; {state}',
  ],
  findingState: {
    OPEN: ['belum dijawab', 'not answered yet'],
    ANSWERED: ['dijawab', 'answered'],
    FOLLOWED: ['ditindaklanjuti', 'followed up'],
    CLOSED: ['ditutup', 'closed'],
  },
  criterion: ['kriteria: {text}', 'criterion: {text}'],
  cause: ['sebab: {text}', 'cause: {text}'],
  effect: ['akibat: {text}', 'effect: {text}'],
  recommendation: ['rekomendasi: {text}', 'recommendation: {text}'],
  amount: ['nilai: {amount}', 'amount: {amount}'],
  events: ['peristiwa: {positions}', 'events: {positions}'],
  answer: ['jawaban ({by}): {text}', 'answer ({by}): {text}'],
  followUp: ['tindak lanjut: {text}', 'follow-up: {text}'],
  closedWith: ['ditutup ({by}): {text}', 'closed ({by}): {text}'],
  divergence: [
    '{kind}: {name}, {key}{part}; peristiwa pertama yang berbeda: {position}',
    '{kind}: {name}, {key}{part}; first event that differs: {position}',
  ],
  unknownPosition: ['tidak ada satu peristiwa', 'no single event'],
  notFound: [
    'Pemeriksaan {id} tidak ditemukan; lihat `audit examination list`.',
    'Examination {id} was not found; see `audit examination list`.',
  ],
  notSealed: [
    'Catatan belum tersegel; ulangi satu detik lagi.',
    'The log is not sealed yet; try again in a second.',
  ],
  exported: [
    'Ditulis ke {folder}: {files}. Sidik setiap berkas ada di manifest.json.',
    'Written to {folder}: {files}. The hash of every file stands in manifest.json.',
  ],
  reportTitle: ['Temuan pemeriksaan {number}', 'Findings of examination {number}'],
} as const satisfies Readonly<Record<string, Text | Readonly<Record<string, Text>>>>;

export const selfAuditPhrases = {
  heard: ['{name} diperiksa', '{name} examined'],
  examined: [
    'Sampai posisi {position}: {projections} layar dilipat ulang, {decisions} keputusan diputus ulang, pembukuan dan berkas pembayaran dicocokkan, {workflows} pekerjaan berjalan diperiksa.',
    'Up to position {position}: {projections} screens folded anew, {decisions} decisions taken again, books and payment files compared, {workflows} running works examined.',
  ],
  sound: ['Semuanya sama dengan catatan.', 'Everything is as the log says.'],
  wrong: ['BERBEDA, {count}:', 'DIFFERENT, {count}:'],
} as const satisfies Readonly<Record<string, Text>>;

export const examinationColumns = {
  number: ['no', 'no'],
  condition: ['kondisi', 'condition'],
  criterion: ['kriteria', 'criterion'],
  cause: ['sebab', 'cause'],
  effect: ['akibat', 'effect'],
  recommendation: ['rekomendasi', 'recommendation'],
  amount: ['nilai', 'amount'],
  events: ['peristiwa', 'events'],
  auditee: ['yang menjawab', 'auditee'],
  due: ['tenggat', 'due'],
  answer: ['jawaban', 'answer'],
  followUps: ['tindak lanjut', 'follow-up'],
  state: ['keadaan', 'state'],
} as const satisfies Readonly<Record<string, Text>>;
