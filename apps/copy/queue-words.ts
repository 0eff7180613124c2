// Words of the queue that every screen shares: the next day and what it is for, exceptions, presets.
import type { ClaimDue } from '../../projections/claim-queue/claim-due.ts';
import type { ClaimException } from '../../projections/claim-queue/claim-row.ts';
import type { Words } from './code-words.ts';
import type { Text } from './text.ts';

export const claimDues: Words<ClaimDue['code']> = {
  ANSWER_OBJECTION: ['jawab keberatan keluarga (X-04)', 'answer the family’s objection (X-04)'],
  PAY_WITHIN_3_WORKING_DAYS: [
    'manfaat kematian dibayar (T-07)',
    'the death benefit to be paid (T-07)',
  ],
  PAY_WITHIN_7_WORKING_DAYS: ['manfaat JKK dibayar (T-06)', 'the JKK benefit to be paid (T-06)'],
  CONCLUDE_WITHIN_30_DAYS: ['disimpulkan (30 hari)', 'to be concluded (30 days)'],
  ASK_FAMILY_AGAIN: ['tanyakan berkas kepada keluarga', 'ask the family for the papers'],
  ASK_COURT_AGAIN: ['tanyakan penetapan kepada pengadilan', 'ask the court for its determination'],
};

export const claimExceptions: Words<ClaimException> = {
  DEATH_DATE_DIFFERS: ['tanggal meninggal berbeda-beda', 'the days of death differ'],
  DETERMINATION_DIFFERS: ['penetapan cabang berbeda', 'the branch determined another sum'],
  FOLLOW_UP_REFUSED: ['langkah lanjutan ditolak', 'a step that follows was refused'],
  HOSPITAL_BILL_WAITS: ['tagihan rumah sakit menunggu', 'a bill of a hospital waits'],
  OBJECTION_WAITS: ['keberatan menunggu jawaban', 'an objection waits for its answer'],
  STATEMENT_WAITS: [
    'keterangan dokter baru menunggu dicatat',
    'a new statement of the doctor waits',
  ],
  RECOVERY_OUTSTANDING: ['tagihan pengembalian belum lunas', 'a recovery is not paid back yet'],
  WORK_ACCIDENT_SUSPECTED: ['dugaan kecelakaan kerja', 'a work accident is suspected'],
};

export const QUEUE_PRESETS = ['OVERDUE', 'FAMILY', 'MINE'] as const;
export type QueuePreset = (typeof QUEUE_PRESETS)[number];

export const queuePresets: Words<QueuePreset> = {
  OVERDUE: ['tenggatnya sudah lewat', 'the due day has passed'],
  FAMILY: ['menunggu keluarga', 'waiting for the family'],
  MINE: ['dapat saya kerjakan sekarang (--as)', 'mine to do now (--as)'],
};

export const queuePhrases = {
  attention: ['perhatian', 'attention'],
  deathDates: [
    'PERHATIAN: tanggal meninggal berbeda-beda. Dipakai: {day}. Dilaporkan juga: {others}.',
    'NOTE: the days of death differ. In use: {day}. Reported too: {others}.',
  ],
  deathDateBy: ['{day} ({who})', '{day} ({who})'],
  deathDateCorrected: [
    'Dibetulkan dari {before} menjadi {after}: {reason}',
    'Put right from {before} to {after}: {reason}',
  ],
  due: ['Tenggat: {day}, {what}', 'Due: {day}, {what}'],
  dueLeft: ['Tenggat: {day} ({left}), {what}', 'Due: {day} ({left}), {what}'],
  mineNeedsActor: [
    'Untuk --preset MINE sebutkan siapa Anda: tambahkan --as AKUN.',
    'For --preset MINE say who you are: add --as ACCOUNT.',
  ],
} as const satisfies Readonly<Record<string, Text>>;
