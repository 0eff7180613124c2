// The whole law as it stood on one day, laid over every other day: what another date would have given.
import { addDays, type LocalDate, localDate } from '../calendar.ts';
import { L0_FROM, type Rule, type RuleRow, rowOn } from '../rules/book/rule.ts';
import { type RuleBook, rulesOf } from '../rules/book/rule-book.ts';
import type { RowChange, RowValue } from './row-change.ts';
import { plainValue } from './row-value.ts';

const changeOf = (
  rule: Rule<unknown>,
  row: RuleRow<unknown>,
  span: { readonly from: LocalDate; readonly to: LocalDate | null },
): RowChange => ({
  ...{ rule: rule.id, ...span },
  ...{ law: row.law, article: row.article, confidence: row.confidence },
  // A value of the book, written as the book's own rows are.
  value: plainValue(row.value) as RowValue,
});

/** A rule that this law did not know, or no longer knew, never holds. */
const never = (rule: Rule<unknown>): readonly RowChange[] =>
  rule.rows.map((row) => changeOf(rule, row, { from: row.from, to: addDays(row.from, -1) }));

const always = (rule: Rule<unknown>, row: RuleRow<unknown>): readonly RowChange[] => {
  const days = [localDate(L0_FROM), ...rule.rows.map(({ from }) => from)];
  return [...new Set(days)].toSorted().map((from) => changeOf(rule, row, { from, to: null }));
};

/** Rows to change so that each rule says on every day what it said on this one. */
export const lawOfDay = (book: RuleBook, day: LocalDate): readonly RowChange[] =>
  rulesOf(book).flatMap((rule) => {
    const row = rowOn(rule, day);
    return row === null ? never(rule) : always(rule, row);
  });
