// Words of months without a budget: who hears of them, and what stands behind them.
import type { BudgetGap, BudgetHearer } from '../../domain/programme/budget-gap.ts';
import type { Words } from './code-words.ts';
import type { Text } from './text.ts';

export const budgetHearers: Words<BudgetHearer> = {
  TREASURER: ['bendahara', 'treasurer'],
  HEAD_OF_OFFICE: ['kepala dinas', 'head of the office'],
  REGIONAL_SECRETARY: ['sekretaris daerah', 'regional secretary'],
};

export const deathsBasis: Words<BudgetGap['deathsBy']> = {
  OWN: ['menurut kematian gelombang ini', 'by the deaths of this tranche'],
  REFERENCE: ['menurut angka Bontang 2023–2024', 'by the figures of Bontang 2023–2024'],
};

export const budgetPhrases = {
  none: ['Semua bulan punya dokumen anggaran.', 'Every month has a budget document.'],
  arrears: ['sudah lewat', 'past already'],
  nextYear: ['tahun {year}', 'year {year}'],
  deaths: ['{deaths} ({basis})', '{deaths} ({basis})'],
  next: [
    'Berikutnya dilaporkan kepada {who} pada {day}; catat DPA dengan `tranche budget`.',
    'Next it goes up to the {who} on {day}; record the document with `tranche budget`.',
  ],
  colTranche: ['gelombang', 'tranche'],
  colWhen: ['kapan', 'when'],
  colMonths: ['bulan tanpa DPA', 'months without a budget'],
  colPersons: ['orang', 'persons'],
  colAmount: ['rupiah', 'rupiah'],
  colDeaths: ['perkiraan kematian', 'deaths to be expected'],
} as const satisfies Readonly<Record<string, Text>>;
