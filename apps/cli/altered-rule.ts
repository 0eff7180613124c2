// Reads `--alter RULE@DAY:FIELD=VALUE`: one past parameter as it might have been, in a copy of the book.
import { isLocalDate } from '../../domain/calendar.ts';
import { isRuleId, type RowChange, type RowValue } from '../../domain/rule-book/row-change.ts';
import { rowProblems } from '../../domain/rule-book/row-problems.ts';
import { plainValue } from '../../domain/rule-book/row-value.ts';
import type { Rule } from '../../domain/rules/book/rule.ts';
import type { RuleBook } from '../../domain/rules/book/rule-book.ts';
import type { Language } from '../copy/format.ts';
import { recomputePhrases as phrases } from '../copy/recompute-phrases.ts';
import { say } from '../copy/text.ts';
import { expected } from './option-values.ts';
import { problemLine } from './rule-proposal.ts';

export type AlterWish = {
  readonly rule: string;
  readonly from: string;
  readonly field: string;
  readonly value: string;
};

export const alterOption = (text: string): AlterWish => {
  const [, rule = '', from = '', field = '', value = ''] =
    /^([^@\s]+)@(\d{4}-\d{2}-\d{2}):([^=]+)=(.+)$/.exec(text) ?? [];
  if (!isLocalDate(from)) throw expected('alter');
  return { rule: rule.toUpperCase() === 'L1C' ? 'L1c' : rule.toUpperCase(), from, field, value };
};

/** A number, a truth or a list stays what it is; anything else is text. */
const written = (value: string): unknown => {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
};

const read = (given: unknown, like: unknown): unknown =>
  typeof like === 'string' && typeof given === 'number' ? String(given) : given;

export type AlteredRule =
  | { readonly row: RowChange; readonly before: string }
  | { readonly sentence: string };

export const alteredRule = (
  book: RuleBook,
  { rule, from, field, value }: AlterWish,
  language: Language,
): AlteredRule => {
  const known: Rule<unknown> | undefined = isRuleId(rule) ? book[rule] : undefined;
  const row = known?.rows.find((each) => each.from === from);
  if (row === undefined) return { sentence: say(language, phrases.alterUnknown, { rule, from }) };
  const before = plainValue(row.value) as Readonly<Record<string, unknown>>;
  if (!Object.hasOwn(before, field)) {
    const fields = Object.keys(before).join(', ');
    return { sentence: say(language, phrases.alterField, { rule, field, fields }) };
  }
  const change: RowChange = {
    ...{ rule, from: row.from, to: row.to, law: row.law },
    ...{ article: row.article, confidence: row.confidence },
    value: { ...before, [field]: read(written(value), before[field]) } as RowValue,
  };
  const [problem] = rowProblems([change], book);
  if (problem === undefined) return { row: change, before: String(before[field]) };
  const why = problemLine(problem, language);
  return { sentence: say(language, phrases.alterValue, { value, field, expected: why }) };
};
