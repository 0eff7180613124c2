// `lindung deadlines`: what is due of claims and tranches, the nearest day first.
import type { Command } from 'commander';
import { officeDay } from '../../../domain/calendar.ts';
import { NATIONAL_HOLIDAYS } from '../../../domain/rules/holidays.ts';
import { claimsByDueDay, type DueClaim } from '../../../projections/claim-queue.ts';
import { type TrancheDeadline, trancheDeadlines } from '../../../projections/deadline-ledger.ts';
import { deadlineStates } from '../../copy/claim-words.ts';
import { wordOf } from '../../copy/code-words.ts';
import { formatDay, type Language } from '../../copy/format.ts';
import { deadlineColumns, deadlinePhrases as phrases } from '../../copy/operate-phrases.ts';
import { say } from '../../copy/text.ts';
import { formatCount, trancheWords } from '../../copy/tranche-words.ts';
import type { Cli } from '../cli.ts';
import { dueWord, leftText } from '../due-lines.ts';
import { cursorOption, isDayKey, isIdKey, limitOption } from '../option-values.ts';
import { done, type Outcome } from '../outcome.ts';
import { pageLines } from '../page-lines.ts';
import type { Session } from '../session.ts';

type Due = { readonly dueOn: string; readonly cells: readonly string[] };

type Options = { readonly limit: number; readonly cursor?: string };

const claimDue = ({ claimId: id, due }: DueClaim, language: Language): Due => {
  const left = leftText(due, language);
  const what = `${say(language, phrases.claim, { id })}: ${dueWord(due, language)}`;
  return {
    dueOn: due.dueOn,
    cells: [what, left === '' ? '-' : left, wordOf(deadlineStates, due.state, language)],
  };
};

const trancheDue = (deadline: TrancheDeadline, language: Language): Due => {
  const { name, code, dueOn, daysLeft, personsAtRisk } = deadline;
  const words = trancheWords[language];
  const milestone = words.milestone[code];
  const count = formatCount(personsAtRisk, language);
  return {
    dueOn,
    cells: [
      say(language, phrases.tranche, { name, milestone }),
      words.due(daysLeft),
      say(language, phrases.atRisk, { count }),
    ],
  };
};

const deadlines = async (session: Session, options: Options): Promise<Outcome> => {
  const { language } = session;
  const today = officeDay(session.now());
  const office = { today, calendar: NATIONAL_HOLIDAYS };
  const { rows: open, nextCursor } = await claimsByDueDay(session.db, { ...office, ...options });
  // Tranches are few: all of them stand on the first page.
  const isFirst = options.cursor === undefined;
  const tranches = isFirst ? await trancheDeadlines(session.db, today) : [];
  const due = [
    ...open.map((claim) => claimDue(claim, language)),
    ...tranches.map((tranche) => trancheDue(tranche, language)),
  ].toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  const { due: dueOn, what, left, state } = deadlineColumns;
  const lines = pageLines(language, {
    columns: [dueOn, what, left, state],
    rows: due.map(({ dueOn: day, cells }) => [formatDay(day, language), ...cells]),
    empty: say(language, phrases.none),
    next: nextCursor,
  });
  const claims = open.map(({ claimId, due: { code, dueOn: day, ...rest } }) => ({
    ...{ claimId, code, dueOn: day, ...rest },
  }));
  return done({ today, claims, tranches, nextCursor }, lines);
};

export const registerDeadlines = (program: Command, cli: Cli): void => {
  program
    .command('deadlines')
    .option('--limit <n>', '', limitOption, 50)
    .option('--cursor <cursor>', '', cursorOption([isDayKey, isIdKey]))
    .action((options: Options) => cli.perform((session) => deadlines(session, options)));
};
