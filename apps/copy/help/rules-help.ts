// Help texts of the rules of law and of calculating a benefit: neither needs a service.
import type { HelpTexts } from './command-help.ts';

const DAY_OR_LAW = {
  from: ['hari (YYYY-MM-DD) atau versi hukum', 'a day (YYYY-MM-DD) or a version of the law'],
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
    about: ['semua aturan dengan masa berlakunya', 'all rules with the time they are in force'],
    options: {
      '--doubtful': ['hanya yang diragukan', 'those in doubt'],
      '--at': ['yang berlaku pada hari itu (YYYY-MM-DD)', 'in force on that day (YYYY-MM-DD)'],
    },
    example: 'rules list --doubtful',
  },
  'rules show': {
    about: ['satu aturan lengkap', 'one rule in full'],
    arguments: { id: ['nomor aturan, seperti di `rules list`', 'id, as in `rules list`'] },
    example: 'rules show C-03',
  },
  'rules diff': {
    about: ['apa yang berbeda antara dua hari', 'what differs between two days'],
    arguments: DAY_OR_LAW,
    example: 'rules diff 2019-01-01 2026-01-01',
  },
};
