// Lines of the sponsor's own aid: a list of requests, one of them, and its fund.
import type { LocalDate } from '../../domain/calendar.ts';
import { type AidFundState, takenOf, waitingFor } from '../../domain/local-aid/fund-state.ts';
import { parseRupiah, sumTexts } from '../../domain/money.ts';
import { areaName } from '../../domain/region.ts';
import type { AidRow } from '../../projections/local-aid/aid-row.ts';
import { aidGrounds, aidPapers, aidStandings, aidPhrases as phrases } from '../copy/aid-phrases.ts';
import { wordOf } from '../copy/code-words.ts';
import { formatDay, formatInstant, formatRupiah, type Language } from '../copy/format.ts';
import { say } from '../copy/text.ts';
import { pageLines } from './page-lines.ts';

const noteOf = (row: AidRow, language: Language): string => {
  if (row.grounds.length > 0)
    return row.grounds.map((ground) => wordOf(aidGrounds, ground, language)).join('; ');
  return row.decreeNumber ?? (row.year === null ? '-' : String(row.year));
};

export const aidLines = (
  rows: readonly AidRow[],
  language: Language,
  next: string | null,
): readonly string[] => {
  const { request, received, death, kelurahan, standing, amount, note } = phrases.columnsOfList;
  return pageLines(language, {
    columns: [request, received, death, kelurahan, standing, amount, note],
    rows: rows.map((row) => [
      ...[row.requestId, formatInstant(row.receivedAt, language)],
      ...[formatDay(row.deathDate as LocalDate, language), areaName(row.kelurahan)],
      wordOf(aidStandings, row.standing, language),
      row.amountIdr === null ? '-' : formatRupiah(row.amountIdr, language),
      noteOf(row, language),
    ]),
    empty: say(language, phrases.none),
    next,
  });
};

export const papersLine = (row: AidRow, language: Language): string =>
  row.papers.map((paper) => wordOf(aidPapers, paper, language)).join(', ');

type FundYear = { readonly year: number; readonly budgetIdr: string; readonly takenIdr: string };

/** The fund as programs read it. */
export const fundFacts = (state: AidFundState, thisYear: number) => {
  const years: readonly FundYear[] = [...state.budgets].map(([year, budgetIdr]) => ({
    ...{ year, budgetIdr, takenIdr: takenOf(state, year).toString() },
  }));
  const waiting = waitingFor(state, thisYear);
  return {
    ...{ programmeId: state.programmeId, payerId: state.payerId, terms: state.terms, years },
    waiting: waiting.map(({ requestId, amountIdr }) => ({ requestId, amountIdr })),
    waitingIdr: sumTexts(waiting.map(({ amountIdr }) => amountIdr)),
    decrees: state.decrees,
  };
};

export const fundLines = (
  facts: ReturnType<typeof fundFacts>,
  language: Language,
): readonly string[] => [
  ...facts.terms.map(({ perwali, amountIdr, from, filingDays, confirmedBy }) =>
    say(language, phrases.fundTerms, {
      ...{ number: perwali.number, amount: formatRupiah(amountIdr, language), days: filingDays },
      from: formatDay(from, language),
      standing: say(language, confirmedBy === null ? phrases.proposed : phrases.inForce),
    }),
  ),
  ...facts.years.map(({ year, budgetIdr, takenIdr }) =>
    say(language, phrases.fundYear, {
      ...{
        year: String(year),
        budget: formatRupiah(budgetIdr, language),
        taken: formatRupiah(takenIdr, language),
      },
      left: formatRupiah((parseRupiah(budgetIdr) - parseRupiah(takenIdr)).toString(), language),
    }),
  ),
  say(language, phrases.fundWaiting, {
    ...{ count: facts.waiting.length, sum: formatRupiah(facts.waitingIdr, language) },
  }),
];
