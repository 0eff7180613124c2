// `lindung deadlines`: what is due of claims and tranches, the nearest day first.
import type { Command } from 'commander';
import { officeDay } from '../../../domain/calendar.ts';
import { NATIONAL_HOLIDAYS } from '../../../domain/rules/holidays.ts';
import {
  type Deadline,
  runningDeadlines,
  type TrancheDeadline,
  trancheDeadlines,
} from '../../../projections/deadline-ledger.ts';
import { deadlineStates, deadlines as deadlineWords } from '../../copy/claim-words.ts';
import { wordOf } from '../../copy/code-words.ts';
import { formatDay, type Language } from '../../copy/format.ts';
import { deadlineColumns, deadlinePhrases as phrases } from '../../copy/operate-phrases.ts';
import { say } from '../../copy/text.ts';
import { formatCount, trancheWords } from '../../copy/tranche-words.ts';
import type { Cli } from '../cli.ts';
import { done, type Outcome } from '../outcome.ts';
import { pageLines } from '../page-lines.ts';
import type { Session } from '../session.ts';

const leftText = (days: number | null, language: Language): string => {
  if (days === null) return '-';
  return days < 0
    ? say(language, phrases.workingDaysAgo, { days: -days })
    : say(language, phrases.workingDaysLeft, { days });
};

type Due = { readonly dueOn: string; readonly cells: readonly string[] };

const claimDue = (deadline: Deadline, language: Language): Due => {
  const { claimId: id, code, state, workingDaysLeft: days } = deadline;
  const left = leftText(days, language);
  const what = `${say(language, phrases.claim, { id })}: ${wordOf(deadlineWords, code, language)}`;
  return {
    dueOn: deadline.dueOn ?? '',
    cells: [what, left, wordOf(deadlineStates, state, language)],
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

const deadlines = async (session: Session): Promise<Outcome> => {
  const { language } = session;
  const today = officeDay(session.now());
  const claims = await runningDeadlines(session.db, { today, calendar: NATIONAL_HOLIDAYS });
  const tranches = await trancheDeadlines(session.db, today);
  const due = [
    ...claims.map((claim) => claimDue(claim, language)),
    ...tranches.map((tranche) => trancheDue(tranche, language)),
  ].toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  const { due: dueOn, what, left, state } = deadlineColumns;
  const lines = pageLines(language, {
    columns: [dueOn, what, left, state],
    rows: due.map(({ dueOn: day, cells }) => [
      day === '' ? '-' : formatDay(day, language),
      ...cells,
    ]),
    empty: say(language, phrases.none),
  });
  return done({ today, claims, tranches }, lines);
};

export const registerDeadlines = (program: Command, cli: Cli): void => {
  program.command('deadlines').action(() => cli.perform(deadlines));
};
