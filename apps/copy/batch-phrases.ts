// What the batch commands say: lists at work, how fast they go, and what a stopped one has left.
import type { BatchState } from '../../projections/batch-board/batch-row.ts';
import type { BatchRest, BatchSteering } from '../gateway/gateway-contract.ts';
import type { Words } from './code-words.ts';
import type { Text } from './text.ts';

export const batchKinds: Words<BatchSteering['kind']> = {
  roster: ['daftar pekerja', 'list of workers'],
  cards: ['serah terima kartu', 'hand-over of cards'],
};

export const batchBoardStates: Words<BatchState> = {
  RUNNING: ['berjalan', 'running'],
  WAITING: ['menunggu orang atau cabang', 'waits for a person or the branch'],
  PAUSED: ['dijeda', 'paused'],
  CANCELLED: ['dibatalkan', 'cancelled'],
  COMPLETED: ['selesai', 'completed'],
};

export const restUnits: Words<BatchRest['unit']> = {
  CARD: ['kartu', 'cards'],
  ROW: ['baris daftar', 'rows of the list'],
  ANSWER_LINE: ['baris jawaban cabang', 'lines of the branch’s answer'],
};

export const batchPhrases = {
  onlyForward: [
    'Menjeda, melanjutkan, atau membatalkan pekerjaan hanya berlaku sekarang; hapus --effective-at.',
    'A batch is paused, resumed or cancelled now; leave out --effective-at.',
  ],
  batch: [
    '{kind} {id}: {state}, {total} anggota, diterima {by}, {at}',
    '{kind} {id}: {state}, {total} members, received by {by}, {at}',
  ],
  batchNotFound: [
    'Pekerjaan {id} tidak ditemukan. Lihat `lindung batch list`.',
    'There is no batch {id}. See `lindung batch list`.',
  ],
  batchesNone: ['Tidak ada pekerjaan yang cocok dengan pilihan ini.', 'No batch fits this choice.'],
  cancelled: [
    'Yang sudah selesai tetap berlaku; terima lagi daftar yang sama untuk melanjutkan.',
    'What was done stays; receive the same list again to go on.',
  ],
  noted: ['{state} oleh {by}, {at}: {reason}', '{state} by {by}, {at}: {reason}'],
  notedThen: [
    'saat itu: {done} selesai, {skipped} dilewati, {left} tersisa',
    'at that time: {done} done, {skipped} skipped, {left} left',
  ],
  progress: [
    '{step}: {done} selesai, {skipped} dilewati dari {total} ({percent} %)',
    '{step}: {done} done, {skipped} skipped of {total} ({percent} %)',
  ],
  rate: ['{rate} per detik', '{rate} a second'],
  remaining: ['kira-kira {seconds} detik lagi', 'about {seconds} seconds left'],
  rest: ['Belum dikerjakan: {count} {unit}', 'Not reached: {count} {unit}'],
  restMore: ['… {count} lagi (--json)', '… {count} more (--json)'],
  restWhere: ['Sisanya: lindung batch show {id}', 'What is left: lindung batch show {id}'],
} as const satisfies Readonly<Record<string, Text>>;

export const batchColumns = {
  batch: ['pekerjaan', 'batch'],
  by: ['oleh', 'by'],
  kind: ['jenis', 'kind'],
  members: ['anggota', 'members'],
  received: ['diterima pada', 'received on'],
  state: ['keadaan', 'state'],
} as const satisfies Readonly<Record<string, Text>>;
