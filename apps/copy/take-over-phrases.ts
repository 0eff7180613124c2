// What is said when a running programme is taken over: its lists, its claims, the closing of its past.
import type { Text } from './text.ts';

export const takeOverPhrases = {
  asOfMissing: [
    'Dengan --registered sebutkan pula keadaan daftar per tanggal berapa: --as-of TANGGAL.',
    'With --registered also name the day that the list speaks of: --as-of DATE.',
  ],
  claimsCount: [
    '{rows} baris: {takenOver} diambil alih, {unchanged} sudah ada, {accepted} layak, {refused} ditolak',
    '{rows} rows: {takenOver} taken over, {unchanged} there already, {accepted} fit, {refused} refused',
  ],
  claimsHistoric: ['Klaim diambil alih:', 'Claims taken over:'],
  claimsHistoricNone: ['Belum ada klaim yang diambil alih.', 'No claim was taken over yet.'],
  claimsOfStage: ['{stage}: {count}', '{stage}: {count}'],
  historyClosed: [
    'Gelombang {name}: riwayat ditutup sampai {month}.',
    'Tranche {name}: its history is closed through {month}.',
  ],
  historyClosing: [
    'Diusulkan tutup sampai {month} oleh {by}; orang kedua belum mengesahkan.',
    'Proposed to be closed through {month} by {by}; a second person has not confirmed yet.',
  ],
  historyOpen: ['Gelombang {name}: riwayat terbuka.', 'Tranche {name}: its history is open.'],
  listsUnfinished: ['Daftar yang belum selesai: {count}', 'Lists not finished: {count}'],
  membersHistoric: ['Peserta diambil alih: {count}', 'Members taken over: {count}'],
} as const satisfies Readonly<Record<string, Text>>;
