// The whole book of rules: every dated row that a calculation or a letter may cite, by rule id.
import { CONTRIBUTION_PRACTICE } from './contribution-practice.ts';
import { CONTRIBUTION_RULES } from './contribution-rules.ts';
import { DEADLINE_RULES } from './deadline-rules.ts';
import { DISABILITY_TABLE } from './disability-table.ts';
import { FIELD_RULES } from './field-rules.ts';
import { HEIR_RULES } from './heir-rules.ts';
import { JKK_PRACTICE } from './jkk-practice.ts';
import { JKK_RULES } from './jkk-rules.ts';
import { JKM_RULES } from './jkm-rules.ts';
import type { Rule } from './rule.ts';
import { SCHOLARSHIP_RULES } from './scholarship-rules.ts';

export const RULE_BOOK = {
  ...CONTRIBUTION_RULES,
  ...CONTRIBUTION_PRACTICE,
  ...JKM_RULES,
  ...SCHOLARSHIP_RULES,
  ...JKK_RULES,
  ...JKK_PRACTICE,
  ...DISABILITY_TABLE,
  ...DEADLINE_RULES,
  ...HEIR_RULES,
  ...FIELD_RULES,
};

export type RuleBook = typeof RULE_BOOK;
export type RuleId = keyof RuleBook;

const ORDER = ['C', 'L', 'M', 'E', 'B', 'K', 'D', 'T', 'H', 'F', 'X', 'W'];

const rankOf = (id: string): number =>
  id === 'BI-FAST' ? ORDER.length : ORDER.indexOf(id.slice(0, 1));

/** All rules of a book, in the order of the law: contributions, JKM, scholarships, JKK … */
export const rulesOf = (book: RuleBook): readonly Rule<unknown>[] =>
  Object.values<Rule<unknown>>(book).sort(
    (one, other) => rankOf(one.id) - rankOf(other.id) || (one.id < other.id ? -1 : 1),
  );
