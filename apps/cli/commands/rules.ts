// `lindung rules list|show|diff …`: the rules of law as dated rows, for people who check them.
import type { Command } from 'commander';
import { isLocalDate, type LocalDate } from '../../../domain/calendar.ts';
import { rulesChanged } from '../../../domain/rules/book/diff.ts';
import { type Rule, rowOn } from '../../../domain/rules/book/rule.ts';
import { LAW_VERSIONS } from '../../../domain/rules/law-versions.ts';
import { formatDay, type Language } from '../../copy/format.ts';
import { ruleColumns, rulePhrases } from '../../copy/rule-phrases.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { dayOption, expected } from '../option-values.ts';
import { done, type Outcome, refusedWith, usageWrong } from '../outcome.ts';
import { headed } from '../page-lines.ts';
import {
  allRules,
  articleText,
  confidenceLines,
  isDoubtful,
  rowLines,
  ruleJson,
  spanText,
  valueText,
} from '../rule-views.ts';
import { type RulesShown, rulesShown, rulesShownLine } from '../rules-in-force.ts';
import { diffVersion, registerRuleVersions } from './rule-versions.ts';

type ShowOptions = { readonly release?: boolean };
type ListOptions = ShowOptions & { readonly doubtful?: boolean; readonly at?: LocalDate };

const TITLE_MAX = 46;
const VALUE_MAX = 60;
const cut = (text: string, max: number): string =>
  text.length > max ? `${text.slice(0, max - 1)}…` : text;

const list = ({ doubtful, at }: ListOptions, shown: RulesShown, language: Language): Outcome => {
  const { book, ruleset, source, changed } = shown;
  const rules = allRules(book)
    .filter((rule) => doubtful !== true || isDoubtful(rule))
    .map((rule) => ({
      rule,
      rows: at === undefined ? rule.rows : [rowOn(rule, at)].filter((row) => row !== null),
    }))
    .filter(({ rows }) => rows.length > 0);
  const rows = rules.flatMap(({ rule, rows: own }) =>
    own.map((row) => [
      rule.id,
      row.law ?? '–',
      spanText(row),
      isDoubtful(rule) ? `${row.confidence}?` : row.confidence,
      cut(rule.title[language], TITLE_MAX),
      cut(valueText(row, language), VALUE_MAX),
    ]),
  );
  const { id, law, span, confidence, rule: title, value } = ruleColumns;
  return done(
    { ruleset, source, changed, rules: rules.map(({ rule, rows: own }) => ruleJson(rule, own)) },
    [
      ...headed(language, [id, law, span, confidence, title, value], rows),
      say(language, rulePhrases.count, { count: rules.length, ruleset }),
      rulesShownLine(shown, language),
      ...confidenceLines(
        rules.flatMap(({ rows: own }) => own),
        language,
      ),
      say(language, rulePhrases.doubtMark),
    ],
  );
};

type Period = { readonly from: string; readonly to: string | null };

const ruleCalled = (id: string, { book }: RulesShown): Rule<unknown> | undefined =>
  allRules(book).find((rule) => rule.id.toUpperCase() === id.toUpperCase());

const periodText = (row: Period, language: Language): string =>
  `${formatDay(row.from, language)} – ${row.to === null ? '…' : formatDay(row.to, language)}`;

const show = (id: string, shown: RulesShown, language: Language): Outcome => {
  const rule = ruleCalled(id, shown);
  if (rule === undefined) {
    return refusedWith('RuleUnknown', say(language, rulePhrases.unknown, { id }));
  }
  const json = ruleJson(rule);
  const question = rule.doubt === null ? [] : [`? ${rule.doubt.question[language]}`];
  const { ruleset, source } = shown;
  return done({ ...json, ruleset, source }, [
    `${rule.id}  ${rule.title[language]}`,
    ...question,
    ...json.rows.flatMap((row, index) => [
      `${row.law_version ?? '–'}  ${periodText(row, language)}  ${articleText(row.article, language)}  [${row.confidence}]`,
      ...rowLines(rule.rows[index] ?? null, language).map((line) => `  ${line}`),
    ]),
    ...confidenceLines(json.rows, language),
    rulesShownLine(shown, language),
  ]);
};

/** A day, or the first day of a law version. */
const dayOrVersion = (text: string): LocalDate => {
  const version = LAW_VERSIONS.find(({ code }) => code.toUpperCase() === text.toUpperCase());
  if (version !== undefined) return version.from;
  if (isLocalDate(text)) return text;
  const codes = LAW_VERSIONS.map(({ code }) => code).join(', ');
  throw expected('dayOrLaw', codes);
};

/** Or a version of the rule book: `+2`, or its whole name. */
const dayLawOrRules = (text: string): string =>
  /^(.+\+|\+)?\d{1,6}$/.test(text) ? text : dayOrVersion(text);

type DiffOptions = { readonly openClaims?: boolean };

const diff = (from: LocalDate, to: LocalDate, language: Language): Outcome => {
  const changes = rulesChanged(allRules(), [from, to]);
  const rows = changes.map(({ rule, before, after }) => [
    rule.id,
    cut(rule.title[language], TITLE_MAX),
    valueText(before, language),
    '→',
    valueText(after, language),
    articleText(after?.article ?? before?.article ?? '', language),
  ]);
  const { id, rule: title, article } = ruleColumns;
  return done(
    {
      from,
      to,
      changes: changes.map(({ rule, before, after }) => ({
        id: rule.id,
        title: rule.title,
        before: before === null ? null : ruleJson(rule, [before]).rows[0],
        after: after === null ? null : ruleJson(rule, [after]).rows[0],
      })),
    },
    rows.length === 0
      ? [say(language, rulePhrases.noDifference)]
      : headed(language, [id, title, [from, from], ['', ''], [to, to], article], rows),
  );
};

type View = (shown: RulesShown, language: Language) => Outcome;

/** What is in force here where the installation runs; else, or with `--release`, what was shipped. */
const asked = (cli: Cli, { release }: ShowOptions, view: View): Promise<void> =>
  release === true
    ? cli.performAlone(async ({ lang = 'id' }) => view(await rulesShown(null), lang))
    : cli.performAnyway(async (session, { lang = 'id' }) => view(await rulesShown(session), lang));

export const registerRules = (program: Command, cli: Cli): void => {
  const rules = program.command('rules');
  rules
    .command('list')
    .option('--doubtful')
    .option('--at <day>', '', dayOption)
    .option('--release')
    .action((options: ListOptions) =>
      asked(cli, options, (shown, language) => list(options, shown, language)),
    );
  rules
    .command('show')
    .argument('<id>')
    .option('--release')
    .action((id: string, options: ShowOptions) =>
      asked(cli, options, (shown, language) => show(id, shown, language)),
    );
  rules
    .command('diff')
    .argument('<from>', '', dayLawOrRules)
    .argument('[to]', '', dayOrVersion)
    .option('--open-claims')
    .action(async (from: string, to: LocalDate | undefined, options: DiffOptions) => {
      if (!isLocalDate(from))
        return cli.perform((session) => diffVersion(session, from, options.openClaims === true));
      return cli.performAlone(async ({ lang = 'id' }) =>
        to === undefined
          ? usageWrong('SecondDayMissing', say(lang, rulePhrases.secondDay))
          : diff(from, to, lang),
      );
    });
  registerRuleVersions(rules, cli);
};
