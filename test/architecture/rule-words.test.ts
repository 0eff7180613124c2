// No field and no code of the rule book is shown without a word, in either language.
import { expect, test } from 'vitest';
import { valueText } from '../../apps/cli/rule-views.ts';
import { ruleCodes, ruleFieldNames } from '../../apps/copy/rule-value-words.ts';
import { RULE_BOOK, rulesOf } from '../../domain/rules/book/rule-book.ts';

const RULES = rulesOf(RULE_BOOK);

const namesIn = (value: unknown): readonly string[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(namesIn);
  return Object.entries(value).flatMap(([name, each]) =>
    ['says', 'id', 'en'].includes(name) ? [] : [name, ...namesIn(each)],
  );
};

/** Shown by their number only, in lists too long for a line. */
const COUNTED = ['band', 'confidence', 'fromIdr', 'referenceIdr'];

test('every field of a value has its words', () => {
  const names = new Set(RULES.flatMap(({ rows }) => rows.flatMap(({ value }) => namesIn(value))));
  const wordless = [...names].filter((name) => !Object.hasOwn(ruleFieldNames, name));
  expect(wordless.sort()).toEqual(COUNTED);
});

test('every answer that a doubtful parameter may have has its words', () => {
  const answers = RULES.flatMap(({ doubt }) => Object.values(doubt?.choices ?? {}).flat());
  expect(answers.filter((answer) => !Object.hasOwn(ruleCodes, String(answer)))).toEqual([]);
});

test.each(['id', 'en'] as const)('no value is shown as code in %s', (language) => {
  const shown = RULES.flatMap((rule) => rule.rows.map((row) => valueText(row, language)));
  expect(
    shown.filter((text) => /[a-z]{2}[A-Z]|_|[{}[\]]|null|true|false|[A-Z]{5}/.test(text)),
  ).toEqual([]);
});
