// `lindung outreach match`: a list of the dead is checked, compared with the members, and recorded.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { officeDay } from '../../../domain/calendar.ts';
import type { DeathListReceived } from '../../../domain/outreach/death-list.ts';
import { DEATH_SOURCES, type DeathSource } from '../../../domain/worker/known-death-events.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import {
  type DeathsReading,
  readDeaths,
  refusedDeathsCsv,
} from '../../../infra/rosters/deaths-csv.ts';
import { fileRefusalText } from '../../../infra/rosters/file-refusal-texts.ts';
import { refusalText } from '../../copy/catalogue.ts';
import { wordOf } from '../../copy/code-words.ts';
import {
  deathMatches,
  deathRowProblems,
  outreachPhrases as phrases,
} from '../../copy/outreach-phrases.ts';
import { say } from '../../copy/text.ts';
import { refusedAct } from '../authority.ts';
import type { Cli } from '../cli.ts';
import { type Recorded, recordDeathList } from '../death-list-import.ts';
import { type MatchedRow, matchDeathList } from '../death-list-match.ts';
import { areaOption, oneOf } from '../option-values.ts';
import { done, foundWrong, type Outcome, refusedWith } from '../outcome.ts';
import { writePrivateFile } from '../private-file.ts';
import { answerOutcome, type Session } from '../session.ts';

type Options = {
  readonly area: string;
  readonly sender: DeathSource;
  readonly dryRun?: true;
  readonly refusedTo?: string;
};

type Read = Extract<DeathsReading, { status: 'read' }>;

/** Who of the list is a member is told to nobody who only tries. */
const verdictOf = ({ row: { row }, match }: MatchedRow, isRecorded: boolean) => {
  switch (match.verdict) {
    case 'CERTAIN': {
      const { workerId, score } = match.member;
      const named = isRecorded ? { workerId } : {};
      return { row, verdict: match.verdict, matchedBy: match.by, score, ...named };
    }
    case 'DOUBT':
      return { row, verdict: match.verdict, score: match.members[0]?.score ?? 0 };
    case 'NONE':
      return { row, verdict: 'STRANGER' as const };
  }
};

const rowLines = (
  { language }: Session,
  matches: readonly MatchedRow[],
  isRecorded: boolean,
): readonly string[] =>
  matches.flatMap(({ row: { row }, match }) => {
    if (match.verdict === 'NONE') return [];
    if (match.verdict === 'DOUBT')
      return [say(language, phrases.doubtRow, { row, score: match.members[0]?.score ?? 0 })];
    const by = wordOf(deathMatches, match.by, language);
    const worker = match.member.workerId;
    return [
      isRecorded
        ? say(language, phrases.certainRow, { row, worker, by })
        : say(language, phrases.certainUnnamed, { row, by }),
    ];
  });

const LINES_MAX = 40;

/** The first of many lines, and how many were left out. */
const cut = ({ language }: Session, lines: readonly string[]): readonly string[] =>
  lines.length <= LINES_MAX
    ? lines
    : [
        ...lines.slice(0, LINES_MAX),
        say(language, phrases.more, { count: lines.length - LINES_MAX }),
      ];

const outcomeOf = (
  session: Session,
  parts: {
    readonly list: DeathListReceived['data'];
    readonly read: Read;
    readonly matches: readonly MatchedRow[];
    readonly recorded: Recorded | null;
    readonly refusedTo: string | undefined;
  },
): Outcome => {
  const { language } = session;
  const { list, read, matches, recorded, refusedTo: path } = parts;
  const { rows, certain, doubtful, strangers, refused } = list;
  const counts = { rows, certain, doubtful, strangers, refused };
  const isRecorded = recorded !== null;
  const refusals = recorded?.refusals ?? [];
  const lines = [
    say(language, phrases.matched, counts),
    ...cut(session, rowLines(session, matches, isRecorded)),
    ...cut(
      session,
      read.refused.map(({ row, problem }) => {
        const text = wordOf(deathRowProblems, problem, language);
        return say(language, phrases.refusedRow, { row, text });
      }),
    ),
    ...refusals.map(({ row, code }) => {
      const text = refusalText({ status: 'refused', code, facts: {} }, language);
      return say(language, phrases.refusedRow, { row, text });
    }),
    ...(path === undefined ? [] : [say(language, phrases.refusedWritten, { path })]),
    ...(isRecorded
      ? [say(language, phrases.recorded, recorded), say(language, phrases.next)]
      : [say(language, phrases.dryRun)]),
  ];
  const verdicts = [
    ...matches.map((each) => verdictOf(each, isRecorded)),
    ...read.refused.map(({ row, problem }) => ({ row, verdict: 'REFUSED' as const, problem })),
  ].sort((a, b) => a.row - b.row);
  const json = { ...list, recorded, verdicts };
  return refused + refusals.length === 0 ? done(json, lines) : foundWrong(json, lines);
};

const match = async (session: Session, file: string, options: Options): Promise<Outcome> => {
  const { language } = session;
  const { area, sender: source, refusedTo } = options;
  const denied = await refusedAct(session, ['report-death'], area);
  if (denied !== undefined) return denied;
  const bytes = await readFile(file);
  const read = await readDeaths(bytes, { area, today: officeDay(session.now()) });
  if (read.status === 'refused') {
    const { code } = read.refusal;
    return refusedWith(code, fileRefusalText(read.refusal)[language], { status: 'refused', code });
  }
  const { matches, indexed } = await matchDeathList(session, read.rows, area);
  if (indexed > 0) session.progress(say(language, phrases.indexed, { count: indexed }));
  if (refusedTo !== undefined) {
    const reasonOf = (problem: (typeof read.refused)[number]['problem']) =>
      wordOf(deathRowProblems, problem, language);
    await writePrivateFile(refusedTo, refusedDeathsCsv(read, reasonOf));
  }
  const count = (verdict: MatchedRow['match']['verdict']): number =>
    matches.filter((each) => each.match.verdict === verdict).length;
  // The list itself is not kept: most of whom it names are none of ours.
  const fileSha256 = createHash('sha256').update(bytes).digest('hex');
  const list: DeathListReceived['data'] = {
    ...{ listId: streamIds.deathList(area, fileSha256), source, area, fileSha256 },
    ...{ rows: read.rows.length + read.refused.length, certain: count('CERTAIN') },
    ...{ doubtful: count('DOUBT'), strangers: count('NONE'), refused: read.refused.length },
  };
  const recorded = options.dryRun === true ? null : await recordDeathList(session, list, matches);
  if (recorded !== null && 'refused' in recorded)
    return answerOutcome(session, recorded.refused, []);
  return outcomeOf(session, { list, read, matches, recorded, refusedTo });
};

export const registerOutreachMatch = (outreach: Command, cli: Cli): void => {
  outreach
    .command('match')
    .argument('<file>')
    .requiredOption('--area <code>', '', areaOption)
    .requiredOption('--sender <office>', '', oneOf(DEATH_SOURCES))
    .option('--dry-run')
    .option('--refused-to <path>')
    .action((file: string, options: Options) =>
      cli.act((session) => match(session, file, options)),
    );
};
