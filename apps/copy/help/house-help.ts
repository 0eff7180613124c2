// Help texts of the installation itself: starting, looking, putting right.
import { clockStates, ledgerClocks } from '../claim-words.ts';
import { timeParties } from '../time-words.ts';
import type { HelpTexts } from './command-help.ts';

const mending: HelpTexts = {
  projection: { about: ['proyeksi baca', 'read projections'] },
  'projection list': {
    about: ['posisi dan keadaan', 'positions and state'],
    example: 'projection list',
  },
  'projection rebuild': {
    about: ['bangun ulang berdampingan, lalu tukar', 'rebuild side by side, then switch'],
    arguments: {
      name: ['nama proyeksi, seperti di `projection list`', 'name, as in `projection list`'],
    },
    example: 'projection rebuild claim-queue --as admin-nur',
  },
  'projection retry': {
    about: ['coba lagi proyeksi yang berhenti', 'retry a projection that stopped'],
    arguments: {
      name: ['nama proyeksi, seperti di `projection list`', 'name, as in `projection list`'],
    },
    example: 'projection retry claim-queue --as admin-nur',
  },
  repair: { about: ['perbaiki dari catatan peristiwa', 'put right from the log of events'] },
  'repair workflows': {
    about: ['bangun ulang alur kerja yang terbuka', 'rebuild the open workflows'],
    example: 'repair workflows --as admin-nur',
  },
  'repair relay': {
    about: ['buat ulang aliran NATS', 're-create the NATS stream'],
    example: 'repair relay --as admin-nur',
  },
  restore: {
    about: [
      'sesudah basis data dipulihkan: mulai zaman baru',
      'after the database was restored: begin a new epoch',
    ],
    options: { '--yes': ['ya, basis data baru dipulihkan', 'yes, the database was restored'] },
    example: 'restore --yes --as admin-nur',
  },
  keys: { about: ['kunci data pribadi', 'keys of personal data'] },
  'keys shred': {
    about: [
      'hancurkan kunci seseorang untuk selamanya: data pribadinya tidak terbaca lagi',
      'destroy a person’s key for ever: their personal data can be read no more',
    ],
    arguments: { subject: ['nomor pekerja atau orang', 'id of the worker or person'] },
    options: { '--yes': ['ya, ini tidak dapat dibatalkan', 'yes, this cannot be undone'] },
    example: [
      "keys shred {id} --why 'permintaan keluarga, surat 12/2026' --yes --as kunci-indra",
      "keys shred {id} --why 'asked for by the family, letter 12/2026' --yes --as kunci-indra",
    ],
  },
};

const demoOptions: HelpTexts[string]['options'] = {
  '--workers': ['jumlah pekerja', 'number of workers'],
  '--seed': ['benih: orang lain, angka sama', 'seed: other people, the same figures'],
  '--exit': ['berhenti setelah selesai', 'stop when done'],
};

export const houseHelp: HelpTexts = {
  up: {
    about: ['jalankan semua layanan dan program', 'start all services and programs'],
    options: {
      '--detach': ['kembali ke terminal setelah siap', 'return to the terminal once it is ready'],
      '--with': ['program tambahan, mis. bank-simulator', 'extra programs, e.g. bank-simulator'],
      '--without': ['program yang tidak dijalankan, mis. web', 'programs left out, e.g. web'],
    },
    example: 'up --detach',
  },
  down: { about: ['hentikan semuanya dengan tertib', 'stop everything in order'], example: 'down' },
  status: {
    about: [
      'keadaan layanan, posisi catatan, ketertinggalan proyeksi',
      'state of services, position of the log, lag of projections',
    ],
    example: 'status',
  },
  demo: {
    about: ['cerita lengkap dengan orang rekaan', 'the whole story with made-up people'],
  },
  'demo bontang': {
    about: [
      'Kota Bontang: program berjalan diambil alih, lalu hidup hari ini',
      'the city of Bontang: a running programme is taken over, then lives today',
    ],
    options: demoOptions,
    example: 'demo bontang --workers 600 --exit',
  },
  'demo kutim': {
    about: [
      'Kutai Timur: iuran menunggu kartu sampai perlindungan hampir putus',
      'Kutai Timur: the contribution waits for cards until cover is nearly lost',
    ],
    options: demoOptions,
    example: 'demo kutim --workers 600 --exit',
  },
  'demo kotabaru': {
    about: [
      'Kotabaru: warga mendaftar sendiri, dua penanggung, sakit biasa ke JKN',
      'Kotabaru: people register themselves, two sponsors, an illness led to JKN',
    ],
    options: demoOptions,
    example: 'demo kotabaru --workers 600 --exit',
  },
  watch: {
    about: ['papan hidup di terminal', 'a live board in the terminal'],
    options: {
      '--every': ['selang dalam milidetik', 'interval in milliseconds'],
      '--once': ['satu gambar saja', 'one picture'],
    },
    example: 'watch --once',
  },
  deadlines: {
    about: [
      'jam hukum setiap klaim dan gelombang: siapa, sampai kapan, berjalan, berhenti, dipenuhi atau lewat',
      'every clock of the law of claims and tranches: whose, until when, running, standing, met or passed',
    ],
    options: {
      '--state': ['keadaannya (bila kosong: OPEN)', 'how it stands (OPEN when left out)'],
      '--clock': ['hanya jam ini', 'this clock only'],
      '--party': ['hanya yang menunggu pihak ini', 'those that wait for this party'],
      '--claim': ['hanya klaim ini', 'this claim only'],
      '--until': ['jatuh tempo paling lambat hari itu', 'due on that day at the latest'],
      '--escalated': ['yang menunggu jawaban atasan', 'those that wait for a superior'],
    },
    choices: {
      '--state': clockStates,
      '--clock': ledgerClocks,
      '--party': timeParties,
    },
    example: [
      'deadlines --party VERIFIER --until 2026-12-01',
      'deadlines --state PASSED --escalated',
    ],
  },
  ...mending,
};
