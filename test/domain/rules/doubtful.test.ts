// Every doubtful parameter is the value that the calculation uses: another answer changes a result.
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../domain/calendar.ts';
import type { Rule } from '../../../domain/rules/book/rule.ts';
import { RULE_BOOK, type RuleBook, rulesOf } from '../../../domain/rules/book/rule-book.ts';
import { NATIONAL_HOLIDAYS } from '../../../domain/rules/holidays.ts';
import { objectionAnswerDue, objectionBar } from '../../../domain/rules/objection-terms.ts';
import { readLaw } from '../../../domain/rules/read-law.ts';
import {
  accident,
  type CaseInput,
  child,
  jkkDeath,
  jkmDeath,
  late,
  payment,
  resultOf,
} from './cases/case.ts';

const three = ['2010-05-01', '2012-05-01', '2014-05-01'].map((birth_date, index) =>
  child({ ref: `c${index}`, birth_date, level: ['SMA', 'SMP', 'SD'][index] }),
);

/** Each stands where the open questions matter. */
const PROBES: readonly CaseInput[] = [
  jkmDeath({ unpaid_months: 2 }),
  jkmDeath({ unpaid_months: 4 }),
  jkmDeath({ death_date: '2025-06-01', memberships: 2 }),
  jkmDeath({ membership_start: '2025-06-01', death_date: '2025-07-01' }),
  jkmDeath({ membership_start: '2025-01-10', death_date: '2025-03-01' }),
  jkmDeath({ membership_start: '2025-06-01', death_date: '2025-09-05' }),
  jkmDeath({
    ...{ membership_start: '2025-06-01', previous_membership_start: '2022-01-01' },
    death_date: '2025-07-15',
  }),
  jkmDeath({ contribution_months: 40, children: three }),
  jkmDeath({ contribution_months: 40, unbroken_contribution_months: 20, children: [child()] }),
  payment({ birth_date: '2001-05-01', level: 'PT' }, { school_year_start: '2024-07-15' }),
  jkkDeath({ disability_paid: 8_000_000 }),
  jkkDeath(),
  accident('jkk_stmb', { stmb_days: 200 }),
  accident('jkk_stmb', { stmb_days: 200, stage1_received_date: '2023-05-20' }),
  late({ late_day_unit: undefined }),
  { kind: 'time_bar', benefit: 'JKM', death_date: '2021-01-01', claim_date: '2026-06-02' },
];

const DECIDED_ON = localDate('2024-07-08');

/** X-04 sets days, and no sum. */
const termsBy = (book: RuleBook): readonly string[] =>
  [objectionBar, objectionAnswerDue].map(
    (term) => term(DECIDED_ON, NATIONAL_HOLIDAYS, readLaw(book)).dueOn,
  );

/** What depends on a row by being shown as a parameter of a review would prove nothing. */
const answersBy = (book: RuleBook): string =>
  JSON.stringify([
    termsBy(book),
    ...PROBES.map((input) => {
      const { review, rules: _, ...shown } = resultOf(input, book);
      const codes = Array.isArray(review)
        ? review.map((one: unknown) => (one as { readonly code: string }).code)
        : [];
      return { ...shown, codes: codes.filter((code) => code !== 'DOUBTFUL_RULE') };
    }),
  ]);

const otherAnswer = (value: unknown): unknown => {
  if (typeof value === 'boolean') return !value;
  return typeof value === 'number' ? value + 1 : 1;
};

type Question = readonly [parameter: string, rule: Rule<unknown>, answer: unknown];

const QUESTIONS: readonly Question[] = rulesOf(RULE_BOOK).flatMap((rule) =>
  (rule.doubt?.parameters ?? []).flatMap((parameter): readonly Question[] => {
    const now = Object.entries(rule.rows.at(-1)?.value ?? {}).find(([name]) => name === parameter);
    const choices = rule.doubt?.choices[parameter];
    const others = choices?.filter((choice) => choice !== now?.[1]) ?? [otherAnswer(now?.[1])];
    return others.map((answer) => [parameter, rule, answer] as const);
  }),
);

/** A set-off that is only recorded as decided changes no figure: the default waits for a person. */
const SAME_FIGURE = ['NO_SET_OFF'];

describe('doubtful parameters', () => {
  const untouched = answersBy(RULE_BOOK);

  test.each(QUESTIONS.filter(([, , answer]) => !SAME_FIGURE.includes(String(answer))))(
    '%s is used',
    (parameter, rule, answer) => {
      const rows = rule.rows.map((row) => ({
        ...row,
        value: { ...Object(row.value), [parameter]: answer },
      }));
      const book = { ...RULE_BOOK, [rule.id]: { ...rule, rows } } as RuleBook;
      expect(answersBy(book)).not.toBe(untouched);
    },
  );

  test('there is an answer to choose wherever code has to know it', () => {
    const texts = rulesOf(RULE_BOOK).flatMap((rule) =>
      Object.entries(rule.rows.at(-1)?.value ?? {})
        .filter(
          ([name, value]) => rule.doubt?.parameters.includes(name) && typeof value === 'string',
        )
        .map(([name, value]) => ({ name, known: rule.doubt?.choices[name]?.includes(value) })),
    );
    expect(texts.filter(({ known }) => known !== true)).toEqual([]);
  });
});
