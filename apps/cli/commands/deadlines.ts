// `lindung deadlines`: every clock of the law: whose it is, until when, running, standing, met, passed.
import type { Command } from 'commander';
import { type LocalDate, officeDay } from '../../../domain/calendar.ts';
import type { LedgerCode } from '../../../domain/claim/clock/legal-clock.ts';
import type { TimeParty } from '../../../domain/claim/clock/standing.ts';
import { NATIONAL_HOLIDAYS } from '../../../domain/rules/holidays.ts';
import {
  CLOCK_STATES,
  countDeadlines,
  type Deadline,
  type DeadlineFilter,
  listDeadlines,
  type TrancheDeadline,
  trancheDeadlines,
} from '../../../projections/deadline-ledger.ts';
import { deadlineStates, ledgerClocks } from '../../copy/claim-words.ts';
import { acts, codesOf, wordOf } from '../../copy/code-words.ts';
import { formatCount, formatDay, type Language } from '../../copy/format.ts';
import { deadlineColumns, deadlinePhrases as phrases } from '../../copy/operate-phrases.ts';
import { say } from '../../copy/text.ts';
import { timeParties } from '../../copy/time-words.ts';
import { trancheWords } from '../../copy/tranche-words.ts';
import type { Cli } from '../cli.ts';
import {
  cursorOption,
  dayOption,
  idOption,
  isDayKey,
  isTextKey,
  limitOption,
  oneOf,
} from '../option-values.ts';
import { done, type Outcome } from '../outcome.ts';
import { pageLines } from '../page-lines.ts';
import type { Session } from '../session.ts';

type Due = { readonly dueOn: string; readonly cells: readonly string[] };

type Options = {
  readonly limit: number;
  readonly cursor?: string;
  readonly state?: NonNullable<DeadlineFilter['state']>;
  readonly clock?: LedgerCode;
  readonly party?: TimeParty;
  readonly claim?: string;
  readonly until?: LocalDate;
  readonly escalated?: boolean;
};

const daysText = (days: number, language: Language): string =>
  days < 0
    ? say(language, phrases.workingDaysAgo, { days: -days })
    : say(language, phrases.workingDaysLeft, { days });

const leftText = ({ workingDaysLeft: days, stoppedOn }: Deadline, language: Language): string => {
  if (stoppedOn !== null)
    return say(language, phrases.stands, { day: formatDay(stoppedOn, language) });
  return days === null ? '-' : daysText(days, language);
};

const stateText = ({ state, escalatedTo }: Deadline, language: Language): string => {
  const word = wordOf(deadlineStates, state, language);
  if (escalatedTo === null) return word;
  const role = wordOf(acts, escalatedTo, language);
  return [word, say(language, phrases.escalatedTo, { role })].join('; ');
};

const claimDue = (deadline: Deadline, language: Language): Due => {
  const { claimId: id, code, party, nextOn } = deadline;
  const what = `${say(language, phrases.claim, { id })}: ${wordOf(ledgerClocks, code, language)}`;
  return {
    dueOn: nextOn,
    cells: [
      what,
      wordOf(timeParties, party, language),
      leftText(deadline, language),
      stateText(deadline, language),
      [deadline.ruleId, deadline.article].filter((part) => part !== null).join(', ') || '-',
    ],
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
      wordOf(timeParties, 'SPONSOR', language),
      words.due(daysLeft),
      say(language, phrases.atRisk, { count }),
      'C-23',
    ],
  };
};

/** Asked for one claim, one clock, one party: tranches are no answer then. */
const isOfTranches = ({ cursor, claim, clock, party, state, escalated }: Options): boolean =>
  [cursor, claim, clock, party, state, escalated].every((wish) => wish === undefined);

const tranchesFor = async (
  session: Session,
  options: Options,
  today: LocalDate,
): Promise<readonly TrancheDeadline[]> => {
  if (!isOfTranches(options)) return [];
  const { until } = options;
  const due = await trancheDeadlines(session.db, today);
  return until === undefined ? due : due.filter(({ dueOn }) => dueOn <= until);
};

const deadlines = async (session: Session, options: Options): Promise<Outcome> => {
  const { language, db } = session;
  const today = officeDay(session.now());
  const { clock: code, claim: claimId, ...rest } = options;
  const wish = {
    ...{ ...rest, today, calendar: NATIONAL_HOLIDAYS },
    ...(code !== undefined && { code }),
    ...(claimId !== undefined && { claimId }),
  };
  const { rows: claims, nextCursor } = await listDeadlines(db, wish);
  const tranches = await tranchesFor(session, options, today);
  const counts = await countDeadlines(db, today);
  const due = [
    ...claims.map((claim) => claimDue(claim, language)),
    ...tranches.map((tranche) => trancheDue(tranche, language)),
  ].toSorted((a, b) => a.dueOn.localeCompare(b.dueOn));
  const { due: dueOn, what, party, left, state, basis } = deadlineColumns;
  const lines = pageLines(language, {
    columns: [dueOn, what, party, left, state, basis],
    rows: due.map(({ dueOn: day, cells }) => [formatDay(day, language), ...cells]),
    empty: say(language, phrases.none),
    next: nextCursor,
  });
  const { RUNNING: running, STOPPED: stopped, MET: met, PASSED: passed, CLOSED: closed } = counts;
  const summed = say(language, phrases.counts, { running, stopped, met, passed, closed });
  return done({ today, claims, tranches, counts, nextCursor }, [...lines, summed]);
};

export const registerDeadlines = (program: Command, cli: Cli): void => {
  program
    .command('deadlines')
    .option('--state <state>', '', oneOf(CLOCK_STATES))
    .option('--clock <clock>', '', oneOf(codesOf(ledgerClocks)))
    .option('--party <party>', '', oneOf(codesOf(timeParties)))
    .option('--claim <claim>', '', idOption)
    .option('--until <day>', '', dayOption)
    .option('--escalated')
    .option('--limit <n>', '', limitOption, 50)
    .option('--cursor <cursor>', '', cursorOption([isDayKey, isTextKey]))
    .action((options: Options) => cli.perform((session) => deadlines(session, options)));
};
