// The figures with which a demo ends: each day's, the two purses side by side, the kelurahan.
import type { LocalDate } from '../../domain/calendar.ts';
import { areaName } from '../../domain/region.ts';
import type { Figures } from '../../projections/programme-summary/figures.ts';
import {
  type ContributionMonth,
  contributionMonths,
  figures,
  figuresByKelurahan,
  type KelurahanFigures,
} from '../../projections/programme-summary.ts';
import { rightOf, table } from '../cli/outcome.ts';
import type { Session } from '../cli/session.ts';
import { formatCount, formatDay, formatRupiah, type Language } from '../copy/format.ts';
import type { Words } from './narrator.ts';

export type ProgrammeFigures = {
  readonly byDay: Readonly<Record<string, Figures>>;
  /** The sponsor pays contributions to BPJS; BPJS pays benefits to heirs. Never added up. */
  readonly purses: {
    readonly contributions: readonly ContributionMonth[];
    readonly benefitsPaidIdr: string;
    readonly benefitsOpenIdr: string;
  };
  readonly kelurahan: readonly KelurahanFigures[];
};

export const programmeFigures = async (
  session: Pick<Session, 'db'>,
  days: readonly LocalDate[],
): Promise<ProgrammeFigures> => {
  const byDay: Record<string, Figures> = {};
  for (const asOf of days) byDay[asOf] = await figures(session.db, { asOf });
  const asOf = days.at(-1);
  const last = asOf === undefined ? undefined : byDay[asOf];
  if (asOf === undefined || last === undefined) throw new Error('no day to count on');
  return {
    byDay,
    purses: {
      contributions: await contributionMonths(session.db, { asOf }),
      benefitsPaidIdr: last.paid_total.toString(),
      benefitsOpenIdr: last.open_total.toString(),
    },
    kelurahan: await figuresByKelurahan(session.db, { asOf }),
  };
};

const ROWS: readonly { readonly key: keyof Figures; readonly words: Words; money?: true }[] = [
  { key: 'registered_cumulative', words: { id: 'terdaftar, kumulatif', en: 'registered, ever' } },
  { key: 'active_now', words: { id: 'aktif pada hari itu', en: 'active on that day' } },
  { key: 'ended', words: { id: 'berakhir (meninggal)', en: 'ended (died)' } },
  { key: 'deaths_known', words: { id: 'kematian diketahui', en: 'deaths known' } },
  { key: 'claims_paid', words: { id: 'klaim dibayar', en: 'claims paid' } },
  { key: 'claims_in_verification', words: { id: 'dalam verifikasi', en: 'in verification' } },
  {
    key: 'paid_total',
    words: { id: 'manfaat dibayar BPJS', en: 'benefits BPJS paid' },
    money: true,
  },
];

const written = (value: bigint, money: boolean | undefined, language: Language): string =>
  money === true ? formatRupiah(value, language) : formatCount(value, language);

const sum = (months: readonly ContributionMonth[], key: 'billedIdr' | 'owedIdr' | 'confirmedIdr') =>
  months.reduce((total, month) => total + BigInt(month[key]), 0n);

const purseLines = ({ purses }: ProgrammeFigures, language: Language): readonly string[] => {
  const { contributions } = purses;
  const billed = sum(contributions, 'billedIdr');
  const owed = sum(contributions, 'owedIdr');
  const words: Words = {
    id: 'Dompet pemda (iuran ke BPJS), sejak bulan pertama',
    en: 'The purse of the sponsor (contributions to BPJS), since the first month',
  };
  const rows: readonly (readonly [Words, bigint])[] = [
    [{ id: 'ditagih', en: 'billed' }, billed],
    [{ id: 'dibayar', en: 'paid' }, sum(contributions, 'confirmedIdr')],
    [{ id: 'terutang tanpa yang meninggal', en: 'owed once the dead are taken off' }, owed],
    [{ id: 'selisih untuk diminta kembali', en: 'difference to claim back' }, billed - owed],
  ];
  const cells = rows.map(([label, idr]) => [label[language], formatRupiah(idr, language)]);
  return [words[language], ...table(rightOf(cells)).map((line) => `  ${line}`)];
};

/** A village that is not listed here is told by its district and its number. */
const placeName = (code: string): string => {
  const name = areaName(code);
  return name === code ? `${areaName(code.slice(0, 8))} ${code.slice(9)}` : name;
};

const kelurahanLines = ({ kelurahan }: ProgrammeFigures, language: Language): readonly string[] => {
  const head: Readonly<Record<Language, readonly string[]>> = {
    id: ['kelurahan', 'terdaftar', 'aktif', 'meninggal', 'dibayar', 'verifikasi'],
    en: ['kelurahan', 'registered', 'active', 'died', 'paid', 'verifying'],
  };
  const rows = kelurahan.map(({ kelurahan: code, figures: f }) => [
    code === null ? '-' : placeName(code),
    ...[
      ...[f.registered_cumulative, f.active_now, f.deaths_known],
      ...[f.claims_paid, f.claims_in_verification],
    ].map((n) => formatCount(n, language)),
  ]);
  return table(rightOf([head[language], ...rows])).map((line) => `  ${line}`);
};

export const programmeLines = (all: ProgrammeFigures, language: Language): readonly string[] => {
  const days = Object.entries(all.byDay);
  const head: Words = {
    id: 'Angka, dihitung dari peristiwa, menurut hari',
    en: 'Figures, counted from the events, by day',
  };
  const rows = ROWS.map(({ key, words, money }) => [
    words[language],
    ...days.map(([, figuresOfDay]) => written(figuresOfDay[key], money, language)),
  ]);
  const perKelurahan: Words = { id: 'Per kelurahan, hari ini', en: 'Per kelurahan, today' };
  return [
    '',
    head[language],
    ...table(rightOf([['', ...days.map(([asOf]) => formatDay(asOf, language))], ...rows])).map(
      (line) => `  ${line}`,
    ),
    '',
    ...purseLines(all, language),
    '',
    perKelurahan[language],
    ...kelurahanLines(all, language),
  ];
};
