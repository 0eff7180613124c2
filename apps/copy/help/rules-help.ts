// Help texts of the rules of law and of calculating a benefit: neither needs a service.
import { openClaimsWords } from '../rule-words.ts';
import type { HelpTexts } from './command-help.ts';

const VERSION = {
  version: [
    'versi aturan, seperti di `rules versions`, mis. +2',
    'version of the rules, as in `rules versions`, e.g. +2',
  ],
} as const;

const RELEASE = [
  'yang dikirim dengan rilis; tidak perlu layanan yang berjalan',
  'those that came with the release; needs no running service',
] as const;

const DAY_OR_LAW = {
  from: [
    'hari (YYYY-MM-DD), versi hukum, atau versi aturan seperti +2',
    'a day (YYYY-MM-DD), a version of the law, or one of the rules such as +2',
  ],
  to: ['hari (YYYY-MM-DD) atau versi hukum', 'a day (YYYY-MM-DD) or a version of the law'],
} as const;

export const rulesHelp: HelpTexts = {
  benefits: { about: ['manfaat menurut hukum', 'benefits by law'] },
  'benefits calculate': {
    about: [
      'hitung manfaat dan jelaskan tiap baris, tanpa layanan yang berjalan',
      'calculate benefits and explain each line, without any running service',
    ],
    arguments: {
      file: [
        'JSON: satu perkara atau daftar perkara; - membaca dari masukan standar',
        'JSON: one case or a list of cases; - reads standard input',
      ],
    },
    options: {
      '--check': [
        'bandingkan hasilnya dengan isian `expected`',
        'compare each result with the field `expected`',
      ],
    },
    example: ['benefits calculate perkara.json', 'benefits calculate cases.json'],
  },
  rules: { about: ['aturan hukum bertanggal', 'dated rules of law'] },
  'rules list': {
    about: [
      'aturan yang berlaku di sini, dengan masa berlakunya',
      'the rules in force here, with the time they are in force',
    ],
    options: {
      '--release': RELEASE,
      '--doubtful': ['hanya yang diragukan', 'those in doubt'],
      '--at': ['yang berlaku pada hari itu (YYYY-MM-DD)', 'in force on that day (YYYY-MM-DD)'],
    },
    example: 'rules list --doubtful',
  },
  'rules show': {
    about: ['satu aturan lengkap', 'one rule in full'],
    arguments: { id: ['nomor aturan, seperti di `rules list`', 'id, as in `rules list`'] },
    options: { '--release': RELEASE },
    example: 'rules show C-03',
  },
  'rules diff': {
    about: [
      'apa yang berbeda antara dua hari, atau oleh satu versi aturan',
      'what differs between two days, or by one version of the rules',
    ],
    arguments: DAY_OR_LAW,
    options: {
      '--open-claims': [
        'juga klaim terbuka yang jumlah atau tandanya akan berubah',
        'also the open claims whose sum or flags would change',
      ],
    },
    example: 'rules diff 2019-01-01 2026-01-01',
  },
  'rules propose': {
    about: ['usulkan baris aturan lain', 'propose other rows of the rule book'],
    arguments: {
      file: [
        'JSON {basis, rows: [{rule, from, law, article, confidence, value}]}; value seperti di `rules show`',
        'JSON {basis, rows: [{rule, from, law, article, confidence, value}]}; value as in `rules show`',
      ],
    },
    example: [
      'rules propose usulan.json --as cabang-gita',
      'rules propose proposal.json --as cabang-gita',
    ],
  },
  'rules versions': {
    about: [
      'versi aturan: diusulkan, berlaku, ditarik; siapa, dan apa yang terjadi pada klaim terbuka',
      'versions of the rules: proposed, in force, withdrawn; by whom, and what became of open claims',
    ],
    example: 'rules versions',
  },
  'rules activate': {
    about: ['berlakukan usulan orang lain', 'put in force what another person proposed'],
    arguments: VERSION,
    options: {
      '--open-claims': ['klaim yang belum diputus', 'claims that are not decided yet'],
    },
    choices: { '--open-claims': openClaimsWords },
    example: 'rules activate +2 --open-claims review --as penetap-budi',
  },
  'rules withdraw': {
    about: ['tarik usulan yang belum berlaku', 'withdraw a proposal that is not in force'],
    arguments: VERSION,
    example: [
      "rules withdraw +2 --why 'salah pasal' --as cabang-gita",
      "rules withdraw +2 --why 'the wrong article' --as cabang-gita",
    ],
  },
};
