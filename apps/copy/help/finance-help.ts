// Help texts of the finance commands: the books of every payer.
import type { Text } from '../text.ts';
import type { HelpTexts } from './command-help.ts';

const PAYER = { '--payer': ['hanya pembayar ini', 'only this payer'] } as const satisfies Readonly<
  Record<string, Text>
>;
const FLOW = {
  ...PAYER,
  '--flow': ['hanya arus uang ini', 'only this flow of money'],
  '--known-at': [
    'sebagaimana tercatat sampai posisi ini',
    'as recorded up to this position of the log',
  ],
} as const satisfies Readonly<Record<string, Text>>;

export const financeHelp: HelpTexts = {
  finance: { about: ['pembukuan setiap pembayar', 'the books of every payer'] },
  'finance trial-balance': {
    about: [
      'neraca saldo per pembayar dan arus uang, pada hari mana pun',
      'trial balance per payer and flow of money, on any day',
    ],
    options: { ...FLOW, '--at': ['sampai dengan hari ini', 'up to and including this day'] },
    example: 'finance trial-balance --payer {id} --at 2026-03-31',
  },
  'finance journal': {
    about: [
      'jurnal dengan debet dan kreditnya, menurut hari',
      'the entries with their debits and credits, day by day',
    ],
    options: {
      ...FLOW,
      '--from': ['hari pertama (YYYY-MM-DD)', 'first day (YYYY-MM-DD)'],
      '--to': ['hari terakhir (YYYY-MM-DD)', 'last day (YYYY-MM-DD)'],
    },
    example: 'finance journal --from 2026-03-01 --to 2026-03-31 --payer {id}',
  },
  'finance closing': {
    about: [
      'penutupan buku satu bulan atau tahun; dengan posisi yang sama hasilnya selalu sama',
      'the books of a month or year closed; the same position always gives the same result',
    ],
    options: {
      ...FLOW,
      '--month': ['bulan yang ditutup (YYYY-MM)', 'the month to close (YYYY-MM)'],
      '--year': ['tahun yang ditutup (YYYY)', 'the year to close (YYYY)'],
      '--output': [
        'cetak ke berkas PDF, dengan akar log di atasnya',
        'print it as a PDF, with the root of the log on it',
      ],
    },
    example: 'finance closing --month 2026-03 --payer {id}',
  },
};
