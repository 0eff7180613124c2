// One changed row of the rule book as plain data: what a lawyer writes, what the log keeps, and the book
// that results from it.
import { addDays, type LocalDate } from '../calendar.ts';
import type { Rule, RuleRow } from '../rules/book/rule.ts';
import { RULE_BOOK, type RuleBook, type RuleId } from '../rules/book/rule-book.ts';
import type { Confidence, LawVersionCode } from '../rules/law-versions.ts';
import { readingFor, readLike } from './row-value.ts';

type Plain = string | number | boolean | null;
type Part = Plain | readonly Plain[] | { readonly [name: string]: Plain | readonly Plain[] };
/** As deep as a value of the book ever is: a list of rows of fields. Money as a decimal string. */
export type RowValue = { readonly [name: string]: Part | readonly Part[] };

/** The row that is in force from a day on; a row of the same first day is replaced. */
export type RowChange = {
  readonly rule: string;
  readonly from: LocalDate;
  /** Last day in force; absent or null: until the next row begins. */
  readonly to?: LocalDate | null;
  readonly law: LawVersionCode | null;
  readonly article: string;
  readonly confidence: Confidence;
  readonly value: RowValue;
};

export const isRuleId = (text: string): text is RuleId => Object.hasOwn(RULE_BOOK, text);

const ruleOf = (book: RuleBook, id: RuleId): Rule<unknown> => book[id];

/** The row in force on the day says how a value looks; before the first row, the first. */
export const shapeOn = (rule: Rule<unknown>, day: LocalDate): unknown =>
  (rule.rows.findLast((row) => row.from <= day) ?? rule.rows[0])?.value;

const addRow = (rule: Rule<unknown>, row: RuleRow<unknown>): Rule<unknown> => {
  const others = rule.rows.filter(({ from }) => from !== row.from);
  const before = others.filter(({ from }) => from < row.from);
  const after = others.filter(({ from }) => from > row.from);
  const eve = addDays(row.from, -1);
  const ended = before.map((each, index) =>
    index === before.length - 1 && (each.to === null || each.to > eve)
      ? { ...each, to: eve }
      : each,
  );
  const next = after[0];
  const end = next === undefined ? row.to : (row.to ?? addDays(next.from, -1));
  return { ...rule, rows: [...ended, { ...row, to: end }, ...after] };
};

const rowOf = (change: RowChange, value: unknown): RuleRow<unknown> => ({
  law: change.law,
  from: change.from,
  to: change.to ?? null,
  article: change.article,
  confidence: change.confidence,
  value,
});

export const withRow = (book: RuleBook, change: RowChange): RuleBook => {
  if (!isRuleId(change.rule)) return book;
  const rule = ruleOf(book, change.rule);
  const value = readLike(readingFor(rule), 'value', [change.value, shapeOn(rule, change.from)]);
  // The shape was checked when the row was proposed: it is the rule's own.
  return { ...book, [change.rule]: addRow(rule, rowOf(change, value)) } as RuleBook;
};

/** The book with rows changed one after the other. */
export const bookWith = (changes: readonly RowChange[], book: RuleBook = RULE_BOOK): RuleBook =>
  changes.reduce(withRow, book);
