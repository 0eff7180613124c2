// `lindung outreach …`: deaths that lists tell of, doubts to decide, families to visit.
import type { Command } from 'commander';
import { daysBetween, type LocalDate, officeDay } from '../../../domain/calendar.ts';
import {
  DEATH_CLOSING_GROUNDS,
  type DeathClosingGround,
  FAMILY_VISIT_RESULTS,
  type FamilyVisitResult,
} from '../../../domain/worker/known-death-events.ts';
import {
  countKnownDeaths,
  KNOWN_DEATH_STATES,
  type KnownDeath,
  type KnownDeathWish,
  knownDeathState,
  listKnownDeaths,
} from '../../../projections/known-deaths.ts';
import { wordOf } from '../../copy/code-words.ts';
import { formatCount, formatDay } from '../../copy/format.ts';
import {
  closingGrounds,
  deathMatches,
  deathSources,
  knownDeathStates,
  outreachPhrases as phrases,
  visitOutcomes,
} from '../../copy/outreach-phrases.ts';
import { inLanguage, say } from '../../copy/text.ts';
import { refusedAct } from '../authority.ts';
import type { Cli } from '../cli.ts';
import {
  areaOption,
  cursorOption,
  dayOption,
  idOption,
  isIdKey,
  isInstantKey,
  limitOption,
  oneOf,
  reasonOption,
} from '../option-values.ts';
import { done, type Outcome } from '../outcome.ts';
import { pageLines } from '../page-lines.ts';
import { kelurahanText } from '../place-words.ts';
import { answerOutcome, envelope, newCommandId, type Session, sealFields } from '../session.ts';
import { registerOutreachMatch } from './outreach-match.ts';
import { OUTREACH_READERS, registerOutreachReview } from './outreach-review.ts';

const ageOf = (session: Session, knownAt: string): number =>
  Math.max(0, daysBetween(officeDay(knownAt), officeDay(session.now())));

const visitText = ({ language }: Session, row: KnownDeath): string => {
  const { visitResult, visitedOn } = row;
  if (visitResult === null || visitedOn === null)
    return row.claimId === null ? inLanguage(language, phrases.visitDue) : '-';
  return `${wordOf(visitOutcomes, visitResult, language)} (${formatDay(visitedOn, language)})`;
};

const stateText = ({ language }: Session, row: KnownDeath): string => {
  const { closedGround, datesDiffer } = row;
  const word = wordOf(knownDeathStates, knownDeathState(row), language);
  const ground = closedGround === null ? [] : [wordOf(closingGrounds, closedGround, language)];
  const days = datesDiffer ? [inLanguage(language, phrases.datesDiffer)] : [];
  return [word, ...ground, ...days].join(', ');
};

const list = async (session: Session, wish: KnownDeathWish): Promise<Outcome> => {
  const denied = await refusedAct(session, OUTREACH_READERS, wish.area ?? null);
  if (denied !== undefined) return denied;
  const { language } = session;
  const page = await listKnownDeaths(session.db, wish);
  const { worker, kelurahan, died, age, source, by, visit, state } = phrases.columns;
  const rows = page.rows.map((row) => ({
    ...row,
    ...{ state: knownDeathState(row), ageDays: ageOf(session, row.knownAt) },
  }));
  const lines = pageLines(language, {
    columns: [worker, kelurahan, died, age, source, by, visit, state],
    rows: rows.map((row) => [
      row.workerId,
      kelurahanText(row.kelurahan),
      formatDay(row.deathDate, language),
      formatCount(row.ageDays, language),
      row.source === null ? '-' : wordOf(deathSources, row.source, language),
      row.matchedBy === null ? '-' : wordOf(deathMatches, row.matchedBy, language),
      visitText(session, row),
      stateText(session, row),
    ]),
    next: page.nextCursor,
    empty: say(language, phrases.none),
  });
  return done({ rows, nextCursor: page.nextCursor }, lines);
};

const count = async (session: Session, area: string | undefined): Promise<Outcome> => {
  const { language } = session;
  const rows = await countKnownDeaths(session.db, area);
  const total = (of: 'known' | 'noClaim' | 'claimed' | 'paid' | 'closed'): number =>
    rows.reduce((sum, row) => sum + row[of], 0);
  const totals = {
    ...{ known: total('known'), noClaim: total('noClaim'), claimed: total('claimed') },
    ...{ paid: total('paid'), closed: total('closed') },
  };
  const { kelurahan, known, noClaim, claimed, paid, closed, oldest } = phrases.columns;
  const lines = pageLines(language, {
    columns: [kelurahan, known, noClaim, claimed, paid, closed, oldest],
    rows: rows.map((row) => [
      kelurahanText(row.kelurahan),
      ...[row.known, row.noClaim, row.claimed, row.paid, row.closed].map((each) =>
        formatCount(each, language),
      ),
      row.oldestKnownAt === null ? '-' : formatCount(ageOf(session, row.oldestKnownAt), language),
    ]),
    empty: say(language, phrases.none),
  });
  return done({ rows, totals }, [...lines, say(language, phrases.total, totals)]);
};

const visit = async (
  session: Session,
  workerId: string,
  options: { on: LocalDate; result: FamilyVisitResult; note?: string },
): Promise<Outcome> => {
  const commandId = newCommandId(session);
  const { on: visitedOn, result, note: words } = options;
  const sealed =
    words === undefined
      ? null
      : await sealFields(session, workerId, commandId, { note: ['outreach.note', words] });
  const data = { workerId, visitedOn, result, note: sealed?.note ?? null };
  const wish = envelope(session, 'worker', workerId, { type: 'RecordFamilyVisit', data });
  return answerOutcome(session, await session.gateway.send({ ...wish, commandId }), []);
};

const registerActs = (outreach: Command, cli: Cli): void => {
  outreach
    .command('visit')
    .argument('<worker>', '', idOption)
    .requiredOption('--on <date>', '', dayOption)
    .requiredOption('--result <result>', '', oneOf(FAMILY_VISIT_RESULTS))
    .option('--note <text>')
    .action(
      (workerId: string, options: { on: LocalDate; result: FamilyVisitResult; note?: string }) =>
        cli.act((session) => visit(session, workerId, options)),
    );
  outreach
    .command('close')
    .argument('<worker>', '', idOption)
    .requiredOption('--ground <ground>', '', oneOf(DEATH_CLOSING_GROUNDS))
    .requiredOption('--why <text>', '', reasonOption)
    .action((workerId: string, { ground, why }: { ground: DeathClosingGround; why: string }) =>
      cli.act(async (session) => {
        const data = { workerId, ground, reason: why };
        const wish = envelope(session, 'worker', workerId, { type: 'CloseKnownDeath', data });
        return answerOutcome(session, await session.gateway.send(wish), []);
      }),
    );
};

export const registerOutreach = (program: Command, cli: Cli): void => {
  const outreach = program.command('outreach');
  registerOutreachMatch(outreach, cli);
  registerOutreachReview(outreach, cli);
  registerActs(outreach, cli);
  outreach
    .command('list')
    .option('--area <code>', '', areaOption)
    .option('--state <state>', '', oneOf(KNOWN_DEATH_STATES))
    .option('--limit <n>', '', limitOption, 50)
    .option('--cursor <cursor>', '', cursorOption([isInstantKey, isIdKey]))
    .action((wish: KnownDeathWish) => cli.act((session) => list(session, wish)));
  outreach
    .command('count')
    .option('--area <code>', '', areaOption)
    .action(({ area }: { area?: string }) => cli.perform((session) => count(session, area)));
};
