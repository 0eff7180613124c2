// `lindung deadlines`: what is due of claims and tranches, the nearest day first.
import type { Command } from 'commander';
import { officeDay } from '../../../domain/calendar.ts';
import { NATIONAL_HOLIDAYS } from '../../../domain/rules/holidays.ts';
import { claimsByDueDay } from '../../../projections/claim-queue.ts';
import { type TrancheDeadline, trancheDeadlines } from '../../../projections/deadline-ledger.ts';
import { deadlineStates } from '../../copy/claim-words.ts';
import { wordOf } from '../../copy/code-words.ts';
import { formatDay, type Language } from '../../copy/format.ts';
import { deadlineColumns, deadlinePhrases as phrases } from '../../copy/operate-phrases.ts';
import { say } from '../../copy/text.ts';
import { formatCount, trancheWords } from '../../copy/tranche-words.ts';
import type { Cli } from '../cli.ts';
import { dueWord, leftText } from '../due-lines.ts';
import { done, type Outcome } from '../outcome.ts';
import { pageLines } from '../page-lines.ts';
import type { Session } from '../session.ts';

type Due = { readonly dueOn: string; readonly cells: readonly string[] };

type OpenClaim = Awaited<ReturnType<typeof claimsByDueDay>>[number];

const claimDue = ({ claimId: id, due }: OpenClaim, language: Language): Due => {
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

const deadlines = async (session: Session): Promise<Outcome> => {
  const { language } = session;
  const today = officeDay(session.now());
  const office = { today, calendar: NATIONAL_HOLIDAYS };
  const open = await claimsByDueDay(session.db, office);
  const tranches = await trancheDeadlines(session.db, today);
  const due = [
    ...open.map((claim) => claimDue(claim, language)),
    ...tranches.map((tranche) => trancheDue(tranche, language)),
  ].toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  const { due: dueOn, what, left, state } = deadlineColumns;
  const lines = pageLines(language, {
    columns: [dueOn, what, left, state],
    rows: due.map(({ dueOn: day, cells }) => [formatDay(day, language), ...cells]),
    empty: say(language, phrases.none),
  });
  const claims = open.map(({ claimId, due: { code, dueOn: day, ...rest } }) => ({
    ...{ claimId, code, dueOn: day, ...rest },
  }));
  return done({ today, claims, tranches }, lines);
};

export const registerDeadlines = (program: Command, cli: Cli): void => {
  program.command('deadlines').action(() => cli.perform(deadlines));
};
