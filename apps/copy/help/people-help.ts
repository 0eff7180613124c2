// Help texts of lists, registration, workers and cards.
import { receivers } from '../code-words.ts';
import type { Text } from '../text.ts';
import type { HelpTexts } from './command-help.ts';

/** Of lists of people whom BPJS has registered already. */
const REGISTERED = {
  '--registered': [
    'orangnya sudah terdaftar di BPJS: ambil alih (docs/reference/take-over-files.md)',
    'its people are registered at BPJS already: take over (docs/reference/take-over-files.md)',
  ],
  '--as-of': [
    'dengan --registered: keadaan daftar per tanggal ini (YYYY-MM-DD)',
    'by --registered: the day the list speaks of (YYYY-MM-DD)',
  ],
  '--sk': [
    'dengan --registered: nomor SK, bila ada',
    'by --registered: number of the decree, if there is one',
  ],
  '--sk-date': [
    'dengan --registered: tanggal SK (YYYY-MM-DD)',
    'by --registered: day of the decree (YYYY-MM-DD)',
  ],
  '--refused-to': [
    'tulis baris yang ditolak beserta alasannya ke berkas ini',
    'write the refused rows with their reasons to this file',
  ],
} as const satisfies Readonly<Record<string, Text>>;

export const peopleHelp: HelpTexts = {
  roster: { about: ['daftar pekerja rentan', 'lists of vulnerable workers'] },
  'roster check': {
    about: ['periksa daftar tanpa menyimpan apa pun', 'check a list; nothing is recorded'],
    arguments: { file: ['daftar berbentuk CSV', 'the list as CSV'] },
    options: REGISTERED,
    example: 'roster check daftar.csv --tranche {id} --refused-to ditolak.csv --as dinas-rahma',
  },
  'roster import': {
    about: ['terima daftar dan usulkan orang-orangnya', 'receive a list and nominate its people'],
    arguments: { file: ['daftar berbentuk CSV', 'the list as CSV'] },
    options: {
      ...REGISTERED,
      '--yes': [
        'ya, terima walaupun sebagian besar barisnya ditolak',
        'yes, receive it although most of its rows are refused',
      ],
    },
    example: 'roster import daftar.csv --tranche {id} --as dinas-rahma',
  },
  'roster approve': {
    about: ['sahkan daftar dengan SK', 'approve a list with its decree'],
    options: {
      '--sk': ['nomor SK', 'number of the decree'],
      '--sk-date': ['tanggal SK (YYYY-MM-DD)', 'day of the decree (YYYY-MM-DD)'],
    },
    example: 'roster approve {id} --sk 188.45/112/2026 --sk-date 2026-02-20 --as kadis-yusuf',
  },
  'roster list': {
    about: ['daftar yang diterima, yang terbaru di atas', 'lists received, the newest first'],
    options: {
      '--tranche': ['hanya gelombang ini', 'only this tranche'],
      '--programme': ['hanya program ini', 'only this programme'],
    },
    example: 'roster list --limit 20',
  },
  'roster show': {
    about: ['keadaan satu daftar', 'where one list stands'],
    example: 'roster show {id}',
  },
  registration: { about: ['pendaftaran ke BPJS', 'registration with BPJS'] },
  'registration export': {
    about: ['tulis berkas pendaftaran untuk cabang', 'write the registration file for the branch'],
    options: {
      '--output': ['berkas CSV (berisi data pribadi)', 'CSV file to write (personal data)'],
    },
    example: 'registration export {id} -o pendaftaran.csv --as cabang-gita',
  },
  'registration ingest': {
    about: [
      'baca jawaban cabang: nomor peserta (KPJ) atau alasan penolakan',
      'read the answer of the branch: member number (KPJ), or why not',
    ],
    arguments: { file: ['jawaban cabang berbentuk CSV', 'the answer of the branch as CSV'] },
    example: 'registration ingest {id} jawaban.csv --as cabang-gita',
  },
  worker: { about: ['pekerja rentan', 'vulnerable workers'] },
  'worker show': {
    about: [
      'kepesertaan, kartu, dan klaim satu orang; data pribadi tertutup',
      'membership, card and claim of one person; personal data masked',
    ],
    options: {
      '--reveal': [
        'buka data pribadi dengan alasan ini; dicatat',
        'open personal data for this reason; recorded',
      ],
    },
    example: 'worker show {id} --as verifikator-ani',
  },
  'worker find': {
    about: [
      'cari orang dengan NIK atau KPJ; nomornya diketik saat ditanya, pencarian dicatat',
      'find a person by NIK or KPJ; the number is typed when asked for, the look is recorded',
    ],
    options: {
      '--nik': ['cari dengan NIK (tanya, atau alirkan)', 'by NIK (asked for, or piped)'],
      '--kpj': ['cari dengan nomor peserta BPJS', 'by the member number at BPJS'],
    },
    example: [
      "worker find --nik --reason 'keluarga datang ke loket' --as verifikator-ani",
      "worker find --nik --reason 'the family came to the desk' --as verifikator-ani",
    ],
  },
  'worker list': {
    about: ['pekerja tanpa data pribadi', 'workers without personal data'],
    options: { '--roster': ['hanya daftar ini', 'only this list'] },
    example: 'worker list --kelurahan 64.74.02.1001 --limit 20',
  },
  card: { about: ['kartu peserta', 'member cards'] },
  'card hand-over': {
    about: ['catat serah terima kartu menurut daftar', 'record the hand-over of cards by a list'],
    arguments: {
      file: ['CSV dengan kolom KARTU (nomor kartu)', 'CSV with a column KARTU (card ids)'],
    },
    options: {
      '--place': [
        'kelurahan atau kecamatan tempat serah terima: kode, atau nama kelurahannya',
        'kelurahan or district of the hand-over: its code, or the name of the kelurahan',
      ],
    },
    example: 'card hand-over serah-terima.csv --place 64.74.02.1001 --as kelurahan-eko',
  },
  'card scan': {
    about: ['serah terima satu kartu dengan memindainya', 'hand over one card by scanning it'],
    options: { '--received-by': ['siapa yang menerima', 'who received it'] },
    choices: { '--received-by': receivers },
    example: 'card scan TOKEN --place 64.74.02.1001 --as kelurahan-eko',
  },
  'card print': {
    about: [
      'tulis berkas untuk pencetak kartu: kartu, pekerja, kelurahan, isi kode QR',
      'write the file for the card printer: card, worker, kelurahan, QR content',
    ],
    options: {
      '--output': ['berkas CSV yang ditulis', 'CSV file to write'],
      '--roster': ['hanya daftar ini', 'only this list'],
      '--handed-over': ['juga kartu yang sudah diserahkan', 'cards that were handed over, too'],
    },
    example: 'card print --roster {id} -o kartu.csv --as cabang-gita',
  },
  'card show': {
    about: [
      'kartu seorang pekerja; isi kode QR hanya untuk yang menyerahkan kartu',
      'the card of a worker; its QR content only for whoever hands over cards',
    ],
    example: 'card show {id} --as kelurahan-eko',
  },
  'card verify': {
    about: [
      'periksa tanda tangan dan status kartu; yang berwenang (--as) juga melihat nomor pekerjanya',
      'verify signature and status of a card; who may (--as) also sees the id of the worker',
    ],
    example: 'card verify TOKEN',
  },
  'card board': {
    about: ['kartu per kelurahan', 'cards by kelurahan'],
    example: 'card board',
  },
};
