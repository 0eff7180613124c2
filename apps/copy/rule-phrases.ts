// What the commands that show the rules of law say.
import type { Confidence } from '../../domain/rules/law-versions.ts';
import type { Words } from './code-words.ts';
import type { Text } from './text.ts';

export const confidences: Words<Confidence> = {
  V: ['naskah hukum atau sumber resmi', 'text of the law, or an official source'],
  P: ['pers atau pihak ketiga', 'press or a third party'],
  K: ['pengetahuan umum', 'general knowledge'],
  D: ['diragukan', 'doubtful'],
};

export const practice = ['praktik', 'practice'] as const satisfies Text;

export const articleOpen = [
  'nomor atau pasalnya belum dipastikan',
  'number or article not certain yet',
] as const satisfies Text;

export const rulePhrases = {
  count: ['{count} aturan ({ruleset})', '{count} rules ({ruleset})'],
  doubtMark: [
    '  ?  ada pertanyaan yang terbuka: lihat `lindung rules show`',
    '  ?  a question is open: see `lindung rules show`',
  ],
  inForceHere: [
    'Berlaku di sini: {ruleset}; {changed} baris diubah sejak rilis.',
    'In force here: {ruleset}; {changed} rows changed since the release.',
  ],
  noDifference: ['Tidak ada beda.', 'No difference.'],
  ofRelease: [
    'Aturan rilis {ruleset}, tanpa perubahan yang diberlakukan di instalasi.',
    'Rules of the release {ruleset}, without changes put in force on an installation.',
  ],
  secondDay: [
    'Sebut dua hari atau versi hukum, atau satu versi aturan seperti +2.',
    'Name two days or versions of the law, or one version of the rules such as +2.',
  ],
  unknown: [
    'Aturan {id} tidak ada; lihat nomornya dengan `lindung rules list`.',
    'There is no rule {id}; see the ids by `lindung rules list`.',
  ],
} as const satisfies Readonly<Record<string, Text>>;

export const ruleColumns = {
  article: ['pasal', 'article'],
  confidence: ['yakin', 'sure'],
  id: ['nomor', 'id'],
  law: ['hukum', 'law'],
  rule: ['aturan', 'rule'],
  span: ['berlaku', 'in force'],
  value: ['isi', 'value'],
} as const satisfies Readonly<Record<string, Text>>;
