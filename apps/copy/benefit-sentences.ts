// The formula of a benefit line as a sentence, with the numbers put in, in both languages.
import type { Words } from '../../domain/rules/book/rule.ts';
import type { ExplainedLine, FormulaCode } from '../../domain/rules/explained-line.ts';
import { percentText, rp } from '../../domain/rules/explained-line.ts';
import { figuresIn } from './format.ts';

type Says = (line: ExplainedLine) => Words;

/** A fact as people write it: money with Rp, everything else as it is. */
const fact = (line: ExplainedLine, name: string): string => {
  const value = line.facts[name];
  if (value === undefined) return '…';
  return typeof value === 'bigint' && name.endsWith('Idr') ? rp(value) : String(value);
};

const amount = (line: ExplainedLine): string => rp(line.amountIdr);

const discount = (line: ExplainedLine): Words => {
  const percent = fact(line, 'discountPercent');
  if (percent === '0') return { id: '', en: '' };
  return { id: `, dipotong ${percent} %`, en: `, less ${percent} %` };
};

const SENTENCES: Readonly<Record<FormulaCode, Says>> = {
  BILL_IN_FULL: (line) => ({
    id: `Biaya ${fact(line, 'billedIdr')} diganti seluruhnya; tidak ada batas.`,
    en: `The bill of ${fact(line, 'billedIdr')} is refunded in full; there is no ceiling.`,
  }),
  BILL_UP_TO_CEILING: (line) => ({
    id: `Biaya ${fact(line, 'billedIdr')} diganti paling banyak ${fact(line, 'maxIdr')}: ${amount(line)}.`,
    en: `The bill of ${fact(line, 'billedIdr')} is refunded up to ${fact(line, 'maxIdr')}: ${amount(line)}.`,
  }),
  CLAIMS_TIMES_AMOUNT: (line) => ({
    id: `${fact(line, 'count')} klaim, masing-masing ${fact(line, 'eachIdr')}: ${amount(line)}.`,
    en: `${fact(line, 'count')} claims of ${fact(line, 'eachIdr')} each: ${amount(line)}.`,
  }),
  CONTRIBUTION_FLAT: (line) => ({
    id: `Iuran tetap ${fact(line, 'fullIdr')} sebulan${discount(line).id}: ${amount(line)} untuk ${fact(line, 'month')}.`,
    en: `Flat ${fact(line, 'fullIdr')} a month${discount(line).en}: ${amount(line)} for ${fact(line, 'month')}.`,
  }),
  CONTRIBUTION_OF_BAND: (line) => ({
    id: `Penghasilan ${fact(line, 'incomeIdr')} masuk lapis ${fact(line, 'band')}; ${fact(line, 'percent')} % dari upah rujukan ${fact(line, 'referenceIdr')}${discount(line).id}: ${amount(line)} untuk ${fact(line, 'month')}.`,
    en: `An income of ${fact(line, 'incomeIdr')} is in band ${fact(line, 'band')}; ${fact(line, 'percent')} % of its base ${fact(line, 'referenceIdr')}${discount(line).en}: ${amount(line)} for ${fact(line, 'month')}.`,
  }),
  DISABILITY_OF_WAGE: (line) => {
    const share = percentText(BigInt(line.facts['basisPoints'] ?? 0n));
    return {
      id: `Cacat ${fact(line, 'losses')}, seluruhnya ${share} dari ${fact(line, 'months')} kali upah rujukan ${fact(line, 'wageIdr')}: ${amount(line)}.`,
      en: `Losses ${fact(line, 'losses')}, in all ${share} of ${fact(line, 'months')} times the reference wage ${fact(line, 'wageIdr')}: ${amount(line)}.`,
    };
  },
  DISABILITY_TOTAL: (line) => ({
    id: `Cacat total tetap: ${fact(line, 'percent')} % dari ${fact(line, 'months')} kali upah rujukan ${fact(line, 'wageIdr')}: ${amount(line)}.`,
    en: `Total permanent disability: ${fact(line, 'percent')} % of ${fact(line, 'months')} times the reference wage ${fact(line, 'wageIdr')}: ${amount(line)}.`,
  }),
  FIXED_AMOUNT: (line) => ({
    id: `Jumlah tetap ${amount(line)}, dibayar sekali.`,
    en: `A fixed ${amount(line)}, paid once.`,
  }),
  FUNERAL_ONLY: (line) => ({
    id: `Meninggal ${fact(line, 'deathDate')}, sebelum ${fact(line, 'fullFrom')} (tiga bulan sejak ${fact(line, 'membershipStart')}): hanya biaya pemakaman ${amount(line)}.`,
    en: `Died on ${fact(line, 'deathDate')}, before ${fact(line, 'fullFrom')} (three months from ${fact(line, 'membershipStart')}): burial cost ${amount(line)} only.`,
  }),
  LATE_DAYS: (line) => {
    const isWorking = line.facts['unit'] === 'WORKING';
    return {
      id: `Tenggat ${fact(line, 'dueDate')}, dibayar ${fact(line, 'paid')}: terlambat ${fact(line, 'lateDays')} hari ${isWorking ? 'kerja' : 'kalender'} × ${fact(line, 'percentPerDay')} % × ${fact(line, 'amountDueIdr')} = ${amount(line)}.`,
      en: `Due ${fact(line, 'dueDate')}, paid ${fact(line, 'paid')}: ${fact(line, 'lateDays')} ${isWorking ? 'working' : 'calendar'} days late × ${fact(line, 'percentPerDay')} % × ${fact(line, 'amountDueIdr')} = ${amount(line)}.`,
    };
  },
  MONTHS_AT_ONCE: (line) => ({
    id: `${fact(line, 'months')} bulan × ${fact(line, 'monthlyIdr')}, dibayar sekaligus: ${amount(line)}.`,
    en: `${fact(line, 'months')} months × ${fact(line, 'monthlyIdr')}, paid at once: ${amount(line)}.`,
  }),
  SCHOLARSHIP_ONCE: (line) => ({
    id: `Beasiswa sekali ${amount(line)} untuk anak ${fact(line, 'child')}.`,
    en: `A scholarship of ${amount(line)}, once, for child ${fact(line, 'child')}.`,
  }),
  SCHOLARSHIP_YEAR: (line) => ({
    id: `Anak ${fact(line, 'child')} di ${fact(line, 'level')} tahun ke-${fact(line, 'grade')} dari ${fact(line, 'years')}: ${amount(line)} untuk tahun ini.`,
    en: `Child ${fact(line, 'child')} in ${fact(line, 'level')}, year ${fact(line, 'grade')} of ${fact(line, 'years')}: ${amount(line)} for this year.`,
  }),
  STMB_DAYS: (line) => ({
    id: `${fact(line, 'days')} hari tidak mampu bekerja atas upah rujukan ${fact(line, 'wageIdr')}, sehari upah ÷ ${fact(line, 'daysPerMonth')}: ${amount(line)}.`,
    en: `${fact(line, 'days')} days unable to work on a reference wage of ${fact(line, 'wageIdr')}, a day is wage ÷ ${fact(line, 'daysPerMonth')}: ${amount(line)}.`,
  }),
  WAGE_TIMES: (line) => ({
    id: `${fact(line, 'percent')} % dari ${fact(line, 'months')} kali upah rujukan ${fact(line, 'wageIdr')}, paling sedikit ${fact(line, 'floorIdr')}: ${amount(line)}.`,
    en: `${fact(line, 'percent')} % of ${fact(line, 'months')} times the reference wage ${fact(line, 'wageIdr')}, at least ${fact(line, 'floorIdr')}: ${amount(line)}.`,
  }),
  WORKERS_TIMES_CONTRIBUTION: (line) => ({
    id: `${fact(line, 'count')} pekerja × ${fact(line, 'eachIdr')}: ${amount(line)}.`,
    en: `${fact(line, 'count')} workers × ${fact(line, 'eachIdr')}: ${amount(line)}.`,
  }),
};

export const lineSentence = (line: ExplainedLine): Words => {
  const { id, en } = SENTENCES[line.because](line);
  return { id, en: figuresIn(en, 'en') };
};
