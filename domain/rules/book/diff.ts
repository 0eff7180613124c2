// Which rules say something else on one day than on another.
import type { LocalDate } from '../../calendar.ts';
import { type Rule, type RuleRow, rowOn } from './rule.ts';

export type RuleChange = {
  readonly rule: Rule<unknown>;
  readonly before: RuleRow<unknown> | null;
  readonly after: RuleRow<unknown> | null;
};

/** Two rows are the same when they are one row: a repeated amount by a new article is a change. */
export const rulesChanged = (
  rules: readonly Rule<unknown>[],
  [from, to]: readonly [LocalDate, LocalDate],
): readonly RuleChange[] =>
  rules
    .map((rule) => ({ rule, before: rowOn(rule, from), after: rowOn(rule, to) }))
    .filter(({ before, after }) => before?.from !== after?.from);
