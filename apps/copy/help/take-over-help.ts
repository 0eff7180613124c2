// Help texts of taking a running programme over: its claims, its history, and lists at work.
import { batchBoardStates } from '../batch-phrases.ts';
import type { Text } from '../text.ts';
import type { CommandHelp, HelpTexts } from './command-help.ts';

const closing = (act: string, about: Text, by: string): CommandHelp => ({
  about,
  options: { '--through': ['sampai bulan (YYYY-MM)', 'through this month (YYYY-MM)'] },
  example: `history ${act} --tranche {id} --through 2024-06 --as ${by}`,
});

const steering = (act: string, about: Text, [id, en]: Text): CommandHelp => ({
  about,
  example: [
    `batch ${act} {id} --why '${id}' --as dinas-rahma`,
    `batch ${act} {id} --why '${en}' --as dinas-rahma`,
  ],
});

export const takeOverHelp: HelpTexts = {
  'claim import': {
    about: [
      'ambil alih klaim yang sedang berjalan, masing-masing pada tahapnya',
      'take over running claims, each at its stage',
    ],
    arguments: {
      file: [
        'CSV; kolomnya di docs/reference/take-over-files.md',
        'CSV; its columns stand in docs/reference/take-over-files.md',
      ],
    },
    options: {
      '--as-of': [
        'keadaan daftar per tanggal ini (YYYY-MM-DD)',
        'the day the list speaks of (YYYY-MM-DD)',
      ],
      '--check': ['periksa saja, tidak ada yang dicatat', 'only check, nothing is recorded'],
      '--refused-to': [
        'tulis baris yang ditolak beserta alasannya ke berkas ini',
        'write the refused rows with their reasons to this file',
      ],
    },
    example: [
      "claim import klaim.csv --as-of 2024-07-17 --source 'Buku agenda 2024' " +
        "--reason 'ambil alih' --as verifikator-ani",
      "claim import claims.csv --as-of 2024-07-17 --source 'Register of 2024' " +
        "--reason 'take-over' --as verifikator-ani",
    ],
  },
  history: {
    about: [
      'riwayat yang diambil alih, dan penutupannya oleh dua orang',
      'the history that was taken over, and its closing by two persons',
    ],
  },
  'history show': {
    about: [
      'apa yang sudah dimasukkan, dan apa yang masih terbuka',
      'what was entered, and what is still open',
    ],
    example: 'history show --tranche {id}',
  },
  'history propose-close': closing(
    'propose-close',
    ['usulkan menutup riwayat (orang pertama)', 'propose to close the history (first person)'],
    'dinas-rahma',
  ),
  'history confirm-close': closing(
    'confirm-close',
    [
      'tutup riwayat (orang kedua); sesudahnya riwayat tidak dapat ditambah lagi',
      'close the history (second person); after this nothing more is entered as history',
    ],
    'kadis-yusuf',
  ),
  batch: { about: ['pekerjaan atas daftar', 'lists at work'] },
  'batch list': {
    about: [
      'semua pekerjaan: berjalan, menunggu, dijeda, dibatalkan, selesai',
      'all batches: running, waiting, paused, cancelled, completed',
    ],
    options: { '--state': ['hanya keadaan ini', 'only this state'] },
    choices: { '--state': batchBoardStates },
    example: 'batch list --state RUNNING',
  },
  'batch show': {
    about: ['kemajuan, kecepatan, dan sisanya', 'progress, rate and what is left'],
    example: 'batch show {id}',
  },
  'batch pause': steering(
    'pause',
    ['jeda sesudah bagian yang sedang dikerjakan', 'pause after the chunk at work'],
    ['daftar diperiksa lagi', 'the list is looked at again'],
  ),
  'batch resume': steering(
    'resume',
    ['lanjutkan pekerjaan yang dijeda', 'let a paused batch go on'],
    ['daftar sudah benar', 'the list is right'],
  ),
  'batch cancel': steering(
    'cancel',
    ['akhiri; yang sudah selesai tetap berlaku', 'end it; what was done stays'],
    ['daftar yang salah', 'the wrong list'],
  ),
};
