// What the commands that show the rules of law say.
import type { Text } from './text.ts';

export const rulePhrases = {
  count: ['{count} aturan ({ruleset})', '{count} rules ({ruleset})'],
  noDifference: ['Tidak ada beda.', 'No difference.'],
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
