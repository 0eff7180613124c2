// Reads rules for one calculation and remembers which rows it used, and which of them are doubtful.
import type { LocalDate } from '../calendar.ts';
import type { Rule, RuleRow } from './book/rule.ts';
import { L1_FROM, rowOn } from './book/rule.ts';
import { RULE_BOOK, type RuleBook } from './book/rule-book.ts';
import {
  type Confidence,
  LAW_VERSIONS,
  type LawVersionCode,
  lawVersionOn,
} from './law-versions.ts';

export type Citation<Value> = RuleRow<Value> & { readonly ruleId: string };

/** A row that a result rests on, as a letter would cite it. */
export type UsedRule = {
  readonly rule: string;
  readonly article: string;
  readonly law_version: LawVersionCode | null;
  readonly from: LocalDate;
  readonly confidence: Confidence;
};

/** Something a person must look at; `rule` names the open question behind it. */
export type Review = {
  readonly code: string;
  readonly rule: string;
  readonly parameters: Readonly<Record<string, string | number | boolean | null>>;
};

export type LawReader = {
  readonly book: RuleBook;
  /** The row in force on the day, or null where that law did not know the rule. */
  find<Value>(rule: Rule<Value>, date: LocalDate): Citation<Value> | null;
  /** As `find`, for rules that every version has. */
  must<Value>(rule: Rule<Value>, date: LocalDate): Citation<Value>;
  review(code: string, ruleId: string): void;
  used(): readonly UsedRule[];
  reviews(): readonly Review[];
};

type Parameters = Review['parameters'];

const parametersOf = (rule: Rule<unknown>, value: unknown): Parameters =>
  Object.fromEntries(
    Object.entries(value ?? {}).filter(([key]) => rule.doubt?.parameters.includes(key) ?? false),
  );

/** One reader per calculation: what it remembers is the answer's list of sources. */
export const readLaw = (book: RuleBook = RULE_BOOK): LawReader => {
  const used = new Map<string, UsedRule>();
  const reviews = new Map<string, Review>();

  const find = <Value>(rule: Rule<Value>, date: LocalDate): Citation<Value> | null => {
    const row = rowOn(rule, date);
    if (row === null) return null;
    const { article, law, from, confidence } = row;
    used.set(`${rule.id}@${from}`, { rule: rule.id, article, law_version: law, from, confidence });
    if (rule.doubt !== null) {
      const parameters = parametersOf(rule, row.value);
      reviews.set(rule.id, { code: 'DOUBTFUL_RULE', rule: rule.id, parameters });
    }
    return { ...row, ruleId: rule.id };
  };

  return {
    book,
    find,
    must(rule, date) {
      const found = find(rule, date);
      if (found === null) throw new Error(`rule ${rule.id} has no row on ${date}`);
      return found;
    },
    review: (code, ruleId) => {
      reviews.set(code, { code, rule: ruleId, parameters: {} });
    },
    used: () => [...used.values()],
    reviews: () => [...reviews.values()],
  };
};

const rankOf = (code: LawVersionCode): number =>
  LAW_VERSIONS.findIndex((version) => version.code === code);

const setsAmounts = (code: LawVersionCode): boolean =>
  LAW_VERSIONS.some((version) => version.code === code && version.scope !== 'PROCEDURE');

/** The amounts in force: PP 44/2015, then PP 82/2019; later versions change single rules. */
const baseVersion = (date: LocalDate): LawVersionCode => (date < L1_FROM ? 'L0' : 'L1');

/** The latest version whose rule had a say in the result; `NONE` before PP 44/2015. */
export const decidingVersion = (
  used: readonly UsedRule[],
  date: LocalDate,
): LawVersionCode | 'NONE' => {
  if (lawVersionOn(date) === null) return 'NONE';
  const codes = used.flatMap(({ law_version: code }) =>
    code !== null && setsAmounts(code) ? [code] : [],
  );
  return codes.reduce<LawVersionCode>(
    (latest, code) => (rankOf(code) > rankOf(latest) ? code : latest),
    baseVersion(date),
  );
};
