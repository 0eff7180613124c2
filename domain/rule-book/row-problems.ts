// What is wrong with the rows of a proposal: each over the book as the rows before it left it.
import { isLocalDate, localDate } from '../calendar.ts';
import { L0_FROM, type Rule } from '../rules/book/rule.ts';
import type { RuleBook } from '../rules/book/rule-book.ts';
import { LAW_VERSIONS } from '../rules/law-versions.ts';
import { isRuleId, type RowChange, shapeOn, withRow } from './row-change.ts';
import { CONFIDENCES, plainValue, type RowFault, readingFor, readLike } from './row-value.ts';

/** What is wrong with a row: the field, and which words would be right where only some are. */
export type RowProblem = {
  readonly row: number;
  readonly rule: string;
  readonly field: string;
  readonly fault: RowFault;
  readonly expected: string;
};

type Fault = Omit<RowProblem, 'row' | 'rule'>;

const none: readonly Fault[] = [];
const one = (field: string, fault: RowFault, expected = ''): readonly Fault[] => [
  { field, fault, expected },
];

const isDay = (given: unknown): given is string => typeof given === 'string' && isLocalDate(given);

const dayFaults = ({ from, to }: RowChange): readonly Fault[] => {
  if (!isDay(from)) return one('from', 'DAY', 'YYYY-MM-DD');
  if (from < localDate(L0_FROM)) return one('from', 'BEFORE_LAW', L0_FROM);
  if (to === undefined || to === null) return none;
  if (!isDay(to)) return one('to', 'DAY', 'YYYY-MM-DD');
  return to < from ? one('to', 'ENDS_BEFORE_IT_BEGINS', from) : none;
};

const CODES = LAW_VERSIONS.map(({ code }) => code);

const sourceFaults = ({ law, article, confidence }: RowChange): readonly Fault[] => [
  ...(law !== null && !CODES.includes(law)
    ? one('law', 'LAW_UNKNOWN', [...CODES, 'null'].join(', '))
    : none),
  ...(typeof article !== 'string' || article.trim() === ''
    ? one('article', 'ARTICLE_MISSING')
    : none),
  ...(CONFIDENCES.includes(confidence)
    ? none
    : one('confidence', 'CONFIDENCE', CONFIDENCES.join(', '))),
];

const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(plainValue(a)) === JSON.stringify(plainValue(b));

const changesNothing = (rule: Rule<unknown>, change: RowChange, value: unknown): boolean => {
  const row = rule.rows.find(({ from }) => from === change.from);
  if (row === undefined) return false;
  const { law, article, confidence } = row;
  return (
    same(row.value, value) &&
    law === change.law &&
    article === change.article &&
    confidence === change.confidence &&
    (change.to === undefined || change.to === row.to)
  );
};

const faultsOf = (book: RuleBook, change: RowChange): readonly Fault[] => {
  if (!isRuleId(change.rule)) return one('rule', 'RULE_UNKNOWN');
  const basis = [...dayFaults(change), ...sourceFaults(change)];
  if (basis.length > 0) return basis;
  const rule: Rule<unknown> = book[change.rule];
  const reading = readingFor(rule);
  const value = readLike(reading, 'value', [change.value, shapeOn(rule, change.from)]);
  if (reading.faults.length === 0 && changesNothing(rule, change, value))
    return one('value', 'NOTHING_CHANGES');
  return reading.faults;
};

/** Everything that is wrong with the rows of a proposal, each over the book as the rows before left it. */
export const rowProblems = (
  changes: readonly RowChange[],
  book: RuleBook,
): readonly RowProblem[] => {
  const problems: RowProblem[] = [];
  let now = book;
  changes.forEach((change, index) => {
    const faults = faultsOf(now, change);
    problems.push(
      ...faults.map((fault) => ({ row: index + 1, rule: String(change.rule), ...fault })),
    );
    if (faults.length === 0) now = withRow(now, change);
  });
  return problems;
};
