// Figures on two axes as people read them: words for every key, rupiah where it is money.

import { areaName } from '../../domain/region.ts';
import { type FigureLines, isRupiah } from '../../projections/known-at/figure-queries.ts';
import { FIGURE_KEYS } from '../../projections/programme-summary/figures.ts';
import { listProgrammes } from '../../projections/programme-summary.ts';
import { lineName } from '../copy/benefits.ts';
import { flows, mandateModes, wordOf } from '../copy/code-words.ts';
import {
  figureBases,
  figureParts,
  figureQueries,
  figurePhrases as phrases,
} from '../copy/figure-phrases.ts';
import { formatCount, formatDay, formatRupiah, type Language } from '../copy/format.ts';
import { say } from '../copy/text.ts';
import type { KnownPoint } from './known-point.ts';
import { bookNames } from './ledger-lines.ts';
import type { Session } from './session.ts';

const WORDS = { ...flows, ...mandateModes, ...figureParts };

/** What each part of a key is called: a payer, a programme, a kelurahan, a benefit, a code. */
export const keyWords = async (session: Session): Promise<(key: string) => string> => {
  const { language } = session;
  const payers = await bookNames(session.db);
  const programmes = new Map(
    (await listProgrammes(session.db)).map(({ programmeId, name }) => [programmeId, name]),
  );
  const part = (text: string): string => {
    if (/^\d{2}\.\d{2}/.test(text)) return areaName(text);
    const named = payers.get(text) ?? programmes.get(text);
    if (named !== undefined || Object.hasOwn(WORDS, text))
      return named ?? wordOf(WORDS, text, language);
    return text
      .split(' + ')
      .map((code) => lineName(code, language))
      .join(' + ');
  };
  return (key) => key.split('|').map(part).join(' · ');
};

export const valueText = (key: string, value: bigint, language: Language): string =>
  isRupiah(key) ? formatRupiah(value, language) : formatCount(value, language);

/** With its sign: what came on top, and what went. */
export const deltaText = (key: string, value: bigint, language: Language): string =>
  `${value < 0n ? '−' : '+'}${valueText(key, value < 0n ? -value : value, language)}`;

const ORDER: readonly string[] = [
  ...FIGURE_KEYS,
  ...['payables', 'owedIdr', 'settled', 'settledIdr', 'reported', 'reportedIdr', 'openIdr'],
  ...['amountIdr', 'debitIdr', 'creditIdr', 'balanceIdr'],
];

const splitKey = (key: string): readonly [group: string, measure: string] => {
  const bar = key.lastIndexOf('|');
  return [key.slice(0, Math.max(bar, 0)), key.slice(bar + 1)];
};

const inOrder = (a: string, b: string): number => {
  const [[ofA, measureA], [ofB, measureB]] = [splitKey(a), splitKey(b)];
  if (ofA !== ofB) return ofA < ofB ? -1 : 1;
  return ORDER.indexOf(measureA) - ORDER.indexOf(measureB);
};

/** Group by group, each figure at its place of the report. */
export const sortedLines = (lines: FigureLines): readonly (readonly [string, bigint])[] =>
  [...lines].toSorted(([a], [b]) => inOrder(a, b));

export type FigureTable = {
  readonly head: readonly string[];
  /** Sums are bigint, counts are numbers. */
  readonly rows: readonly (readonly (string | number | bigint)[])[];
};

const cellOf = (key: string, value: bigint): number | bigint =>
  isRupiah(key) ? value : Number(value);

/** One row a figure; where there are groups, one row a group and one column a figure. */
export const figureTable = (
  lines: FigureLines,
  wordsOf: (key: string) => string,
  [figure, value]: readonly [figure: string, value: string],
): FigureTable => {
  const keys = [...lines.keys()];
  if (keys.every((key) => !key.includes('|'))) {
    const rows = sortedLines(lines).map(([key, one]) => [wordsOf(key), cellOf(key, one)]);
    return { head: [figure, value], rows };
  }
  const measures = ORDER.filter((each) => keys.some((key) => splitKey(key)[1] === each));
  const groups = [...new Set(keys.map((key) => splitKey(key)[0]))].toSorted();
  return {
    head: [figure, ...measures.map(wordsOf)],
    rows: groups.map((group) => [
      wordsOf(group),
      ...measures.map((each) => cellOf(each, lines.get(`${group}|${each}`) ?? 0n)),
    ]),
  };
};

export const amountsOf = (lines: FigureLines): Readonly<Record<string, string>> =>
  Object.fromEntries(sortedLines(lines).map(([key, value]) => [key, value.toString()]));

/** The identity of a figure: with these five words anybody asks for it again. */
export const identityOf = (query: string, { at, known, basis }: KnownPoint) => ({
  query,
  at,
  ...{ knownAt: known.position, size: known.size, root: known.root, basis },
});

export const identityLines = (
  query: keyof typeof figureQueries,
  point: KnownPoint,
  { language, filters }: { readonly language: Language; readonly filters: readonly string[] },
): { readonly title: string; readonly notes: readonly string[] } => {
  const { at, known, basis } = point;
  const { position, size, root } = known;
  const command = [
    ...['lindung audit figures --query', query, '--at', at, '--known-at', position],
    ...['--basis', basis, '--root', root, ...filters],
  ].join(' ');
  return {
    title: say(language, phrases.title, {
      query: wordOf(figureQueries, query, language),
      at: formatDay(at, language),
    }),
    notes: [
      say(language, phrases.known, { position, size, root }),
      say(language, phrases.basis, { basis: wordOf(figureBases, basis, language) }),
      say(language, phrases.again, { command }),
    ],
  };
};
