// `lindung audit figures|diff`: any figure on a day, as known at a point of the log, and why it moved.
import type { Command } from 'commander';
import type { LocalDate } from '../../../domain/calendar.ts';
import { FLOWS, type Flow } from '../../../domain/programme/events.ts';
import type { Position } from '../../../infra/event-store/event-store.ts';
import {
  difference,
  type Explained,
  type ExplainedDifference,
  explainedDifference,
} from '../../../projections/known-at/explained-difference.ts';
import {
  FIGURE_QUERIES,
  type FigureQuery,
  type FigureWish,
  figureLines,
  summed,
} from '../../../projections/known-at/figure-queries.ts';
import { knownRowsAt } from '../../../projections/known-at/known-rows.ts';
import { readLog } from '../../../projections/read-log.ts';
import { eventText } from '../../copy/catalogue.ts';
import { codesOf, wordOf } from '../../copy/code-words.ts';
import {
  figureColumns as columns,
  type FigureBasis,
  figureBases,
  figureQueries,
  figurePhrases as phrases,
} from '../../copy/figure-phrases.ts';
import {
  formatCount,
  formatDay,
  formatInstant,
  formatRupiah,
  type Language,
} from '../../copy/format.ts';
import { reportPhrases } from '../../copy/report-phrases.ts';
import { inLanguage, say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import {
  amountsOf,
  deltaText,
  figureTable,
  identityLines,
  identityOf,
  keyWords,
  sortedLines,
  valueText,
} from '../figure-lines.ts';
import { type KnownWish, knownAtOption, knownPoint } from '../known-point.ts';
import { withLog } from '../log-proofs.ts';
import { areaOption, dayOption, idOption, oneOf } from '../option-values.ts';
import { done, foundWrong, type Outcome, table, usageWrong } from '../outcome.ts';
import { REPORT_FORMATS, type ReportFormat, writeReport } from '../report-file.ts';
import type { Session } from '../session.ts';

const PAGE_EVENTS = 5_000;
const wholeLog = ({ store }: Session) => readLog(store, '0' as Position, PAGE_EVENTS);

type Filters = {
  readonly programme?: string;
  readonly tranche?: string;
  readonly kelurahan?: string;
  readonly payer?: string;
  readonly flow?: Flow;
};

type FigureOptions = Filters & {
  readonly query: FigureQuery;
  readonly at?: LocalDate;
  readonly knownAt?: KnownWish;
  readonly basis?: FigureBasis;
  readonly root?: string;
  readonly format: ReportFormat;
  readonly output?: string;
};

const filtersOf = ({ programme, tranche, kelurahan, payer, flow }: Filters) => ({
  ...(programme !== undefined && { programmeId: programme }),
  ...(tranche !== undefined && { trancheId: tranche }),
  ...(kelurahan !== undefined && { kelurahan }),
  ...(payer !== undefined && { payerId: payer }),
  ...(flow !== undefined && { flow }),
});

const typedFilters = ({ programme, tranche, kelurahan, payer, flow }: Filters) =>
  Object.entries({ programme, tranche, kelurahan, payer, flow }).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  );

const wrongRoot = (
  { language }: Session,
  given: string | undefined,
  { position, root }: { readonly position: string; readonly root: string },
): Outcome | undefined =>
  given === undefined || given === root
    ? undefined
    : foundWrong({ error: 'RootDiffers', given, root, position }, [
        say(language, phrases.otherRoot, { given, position, root }),
      ]);

const cellText = (cell: string | number | bigint, language: Language): string => {
  if (typeof cell === 'string') return cell;
  return typeof cell === 'bigint' ? formatRupiah(cell, language) : formatCount(cell, language);
};

const figures = (session: Session, options: FigureOptions): Promise<Outcome> =>
  withLog(session, async (log) => {
    const { language } = session;
    const { query, format, output } = options;
    if (format !== 'text' && output === undefined)
      return usageWrong('OutputMissing', say(language, reportPhrases.outputMissing));
    const found = await knownPoint(session, log, options);
    if ('outcome' in found) return found.outcome;
    const { point } = found;
    const refused = wrongRoot(session, options.root, point.known);
    if (refused !== undefined) return refused;
    const rows = await knownRowsAt(wholeLog(session), point.known.position);
    const lines = figureLines(rows, { query, at: point.at, ...filtersOf(options) });
    const json = { ...identityOf(query, point), ...filtersOf(options), lines: amountsOf(lines) };
    const filters = typedFilters(options);
    const { title, notes } = identityLines(query, point, { language, filters });
    const wordsOf = await keyWords(session);
    const { figure, value } = columns;
    const names = [inLanguage(language, figure), inLanguage(language, value)] as const;
    const { head, rows: counted } = figureTable(lines, wordsOf, names);
    if (format !== 'text' && output !== undefined) {
      const report = { title, notes, head, rows: counted };
      await writeReport(session, report, { format, asOf: point.at, path: output });
      return done({ ...json, path: output }, [
        say(language, reportPhrases.written, { path: output }),
      ]);
    }
    const shown = counted.map((row) => row.map((cell) => cellText(cell, language)));
    const body = shown.length === 0 ? [say(language, phrases.nothing)] : table([head, ...shown]);
    return done(json, [title, ...notes, '', ...body]);
  });

type DiffOptions = Filters & {
  readonly query: FigureQuery;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly fromKnownAt?: KnownWish;
  readonly toKnownAt?: KnownWish;
  readonly basis?: FigureBasis;
};

const explainedLines = (
  { causes, deltas }: Explained,
  wordsOf: (key: string) => string,
  language: Language,
): readonly string[] => [
  ...causes.map(
    ({ position, type, effectiveAt, streamId, category }) =>
      `#${position} ${formatInstant(effectiveAt, language)} ${eventText(type, language)} ` +
      `(${category}-${streamId})`,
  ),
  ...sortedLines(deltas).map(
    ([key, value]) => `     ${wordsOf(key)}: ${deltaText(key, value, language)}`,
  ),
];

const diffTable = (
  { before, after }: ExplainedDifference,
  wordsOf: (key: string) => string,
  language: Language,
): readonly string[] => {
  const { figure, delta } = columns;
  const head = [figure, columns.before, columns.after, delta].map((text) =>
    inLanguage(language, text),
  );
  const rows = sortedLines(difference(before, after)).map(([key, value]) => [
    wordsOf(key),
    valueText(key, before.get(key) ?? 0n, language),
    valueText(key, after.get(key) ?? 0n, language),
    deltaText(key, value, language),
  ]);
  return rows.length === 0 ? [say(language, phrases.same)] : table([head, ...rows]);
};

const addsUp = ({ before, after, explained, byTime }: ExplainedDifference): boolean =>
  difference(difference(before, after), summed([byTime, ...explained.map(({ deltas }) => deltas)]))
    .size === 0;

const diff = (session: Session, options: DiffOptions): Promise<Outcome> =>
  withLog(session, async (log) => {
    const { language } = session;
    const { query, from, to, basis } = options;
    const first = await knownPoint(session, log, { at: from, knownAt: options.fromKnownAt, basis });
    if ('outcome' in first) return first.outcome;
    const second = await knownPoint(session, log, { at: to, knownAt: options.toKnownAt, basis });
    if ('outcome' in second) return second.outcome;
    const wish: FigureWish = { query, at: from, ...filtersOf(options) };
    const points = [
      { at: from, position: first.point.known.position },
      { at: to, position: second.point.known.position },
    ] as const;
    const found = await explainedDifference(wholeLog(session), wish, points);
    const isWhole = addsUp(found);
    const json = {
      ...{ from: identityOf(query, first.point), to: identityOf(query, second.point) },
      ...{ before: amountsOf(found.before), after: amountsOf(found.after) },
      difference: amountsOf(difference(found.before, found.after)),
      explained: found.explained.map(({ causes, deltas }) => ({
        ...{ causes, deltas: amountsOf(deltas) },
      })),
      ...{ byTime: amountsOf(found.byTime), addsUp: isWhole },
    };
    const wordsOf = await keyWords(session);
    const count = found.explained.length;
    const lines = [
      say(language, phrases.diffTitle, {
        query: wordOf(figureQueries, query, language),
        ...{ from: formatDay(from, language), to: formatDay(to, language) },
        fromPosition: points[0].position,
        toPosition: points[1].position,
      }),
      '',
      ...diffTable(found, wordsOf, language),
      ...(count === 0 ? [] : ['', say(language, phrases.explainedBy, { count })]),
      ...found.explained.flatMap((one) => explainedLines(one, wordsOf, language)),
      ...(found.byTime.size === 0 ? [] : ['', say(language, phrases.byTime)]),
      ...sortedLines(found.byTime).map(
        ([key, value]) => `     ${wordsOf(key)}: ${deltaText(key, value, language)}`,
      ),
      '',
      say(language, isWhole ? phrases.addsUp : phrases.doesNotAddUp),
    ];
    return isWhole ? done(json, lines) : foundWrong(json, lines);
  });

const withFilters = (command: Command): Command =>
  command
    .requiredOption('--query <figure>', '', oneOf(FIGURE_QUERIES))
    .option('--basis <basis>', '', oneOf(codesOf(figureBases)))
    .option('--programme <id>', '', idOption)
    .option('--tranche <id>', '', idOption)
    .option('--kelurahan <code>', '', areaOption)
    .option('--payer <id>', '', idOption)
    .option('--flow <flow>', '', oneOf(FLOWS));

export const registerAuditFigures = (audit: Command, cli: Cli): void => {
  withFilters(audit.command('figures'))
    .option('--at <date>', '', dayOption)
    .option('--known-at <point>', '', knownAtOption)
    .option('--root <root>')
    .option('--format <format>', '', oneOf(REPORT_FORMATS), 'text' as ReportFormat)
    .option('-o, --output <path>')
    .action((options: FigureOptions) => cli.perform((session) => figures(session, options)));
  withFilters(audit.command('diff'))
    .requiredOption('--from <date>', '', dayOption)
    .requiredOption('--to <date>', '', dayOption)
    .option('--from-known-at <point>', '', knownAtOption)
    .option('--to-known-at <point>', '', knownAtOption)
    .action((options: DiffOptions) => cli.perform((session) => diff(session, options)));
};
