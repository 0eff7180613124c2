// `lindung contribution gaps`: months that no budget pays, with the people and the money behind them.
import type { Command } from 'commander';
import { type LocalDate, type Month, officeDay } from '../../../domain/calendar.ts';
import { nextBudgetDay } from '../../../domain/programme/budget-gap.ts';
import { type TrancheOnBoard, trancheBoard } from '../../../projections/tranche-board.ts';
import { budgetHearers, deathsBasis, budgetPhrases as phrases } from '../../copy/budget-phrases.ts';
import { wordOf } from '../../copy/code-words.ts';
import { formatCount, formatDay, formatRupiah, type Language } from '../../copy/format.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { done, type Outcome } from '../outcome.ts';
import { headed } from '../page-lines.ts';
import type { Session } from '../session.ts';

/** `2027-01 … 2027-12` where the months follow each other: twelve of them fill no line. */
const monthsText = (months: readonly Month[]): string =>
  months.length > 2 ? `${months[0]} … ${months.at(-1)} (${months.length})` : months.join(', ');

const tenths = (count: number, language: Language): string => {
  const whole = formatCount(Math.floor(count / 10), language);
  return `${whole}${language === 'id' ? ',' : '.'}${count % 10}`;
};

const rowsOf = (tranche: TrancheOnBoard, language: Language): readonly (readonly string[])[] => {
  const { name, monthsWithoutBudget: past, budgetGap: gap, registered } = tranche;
  return [
    ...(past.length === 0
      ? []
      : [
          [
            ...[name, say(language, phrases.arrears), monthsText(past)],
            ...[formatCount(registered, language), '-', '-'],
          ],
        ]),
    ...(gap === null
      ? []
      : [
          [
            ...[name, say(language, phrases.nextYear, { year: gap.fiscalYear })],
            ...[monthsText(gap.months), formatCount(gap.persons, language)],
            formatRupiah(gap.amountIdr, language),
            say(language, phrases.deaths, {
              deaths: tenths(gap.deathsInTenths, language),
              basis: wordOf(deathsBasis, gap.deathsBy, language),
            }),
          ],
        ]),
  ];
};

const nextLine = (today: LocalDate, language: Language): string => {
  const { to, dueOn } = nextBudgetDay(today);
  const who = wordOf(budgetHearers, to, language);
  return say(language, phrases.next, { who, day: formatDay(dueOn, language) });
};

const listGaps = async (session: Session): Promise<Outcome> => {
  const { language } = session;
  const today = officeDay(session.now());
  const board = await trancheBoard(session.db, { on: today });
  const rows = board.flatMap((tranche) => rowsOf(tranche, language));
  const gaps = board.map(({ trancheId, name, monthsWithoutBudget, budgetGap }) => ({
    ...{ trancheId, name, monthsWithoutBudget, nextYear: budgetGap },
  }));
  if (rows.length === 0) return done({ today, gaps }, [say(language, phrases.none)]);
  const heads = [phrases.colTranche, phrases.colWhen, phrases.colMonths];
  const columns = [...heads, phrases.colPersons, phrases.colAmount, phrases.colDeaths];
  return done({ today, gaps }, [...headed(language, columns, rows), nextLine(today, language)]);
};

export const registerBudgetGaps = (contribution: Command, cli: Cli): void => {
  contribution.command('gaps').action(() => cli.perform(listGaps));
};
