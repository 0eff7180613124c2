// Rules of law as JSON and as text: one row per span of days, with article, confidence and doubt.

import type { Rule, RuleRow } from '../../domain/rules/book/rule.ts';
import { RULE_BOOK, type RuleBook, rulesOf } from '../../domain/rules/book/rule-book.ts';
import { percentText, rp } from '../../domain/rules/explained-line.ts';
import { codesOf, wordOf } from '../copy/code-words.ts';
import { figuresIn, type Language } from '../copy/format.ts';
import { articleOpen, confidences, practice } from '../copy/rule-phrases.ts';
import { ruleCodes, ruleFieldNames } from '../copy/rule-value-words.ts';
import { inLanguage, say } from '../copy/text.ts';

export const allRules = (book: RuleBook = RULE_BOOK): readonly Rule<unknown>[] => rulesOf(book);

export const isDoubtful = (rule: Rule<unknown>): boolean =>
  rule.doubt !== null || rule.rows.some((row) => row.confidence === 'D');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Money as a decimal string, as everywhere on the wire. */
const plain = (value: unknown): unknown => {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(plain);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, plain(each)]));
};

export const ruleJson = (rule: Rule<unknown>, rows: readonly RuleRow<unknown>[] = rule.rows) => ({
  id: rule.id,
  title: rule.title,
  doubtful: isDoubtful(rule),
  ...(rule.doubt !== null && { parameters: rule.doubt.parameters, question: rule.doubt.question }),
  rows: rows.map((row) => ({
    law_version: row.law,
    article: row.article,
    from: row.from,
    to: row.to,
    confidence: row.confidence,
    value: plain(row.value),
  })),
});

const LIST_SHOWN_MAX = 4;
const BASIS_POINTS = /basisPoints$/i;
/** Limits of steps are kept in hundredths of their unit. */
const HUNDREDTHS = ['atLeast', 'atMost'];

const truth = (value: boolean, language: Language): string =>
  inLanguage(language, value ? ['ya', 'yes'] : ['tidak', 'no']);

const amountText = (name: string, value: bigint): string => {
  if (name === 'idr' || name.endsWith('Idr')) return rp(value);
  if (BASIS_POINTS.test(name)) return percentText(value);
  return HUNDREDTHS.includes(name) ? percentText(value).replace(' %', '') : `${value}`;
};

const oneText = (name: string, value: unknown, language: Language): string => {
  if (typeof value === 'bigint') return amountText(name, value);
  if (typeof value === 'boolean') return truth(value, language);
  if (value === null || value === undefined)
    return inLanguage(
      language,
      name === 'mirror' ? ['sama', 'the same'] : ['tanpa batas', 'no limit'],
    );
  if (isRecord(value)) return fieldsText(value, language);
  return wordOf(ruleCodes, String(value), language);
};

const partText = (name: string, value: unknown, language: Language): string => {
  if (isRecord(value) && 'id' in value && 'en' in value) return String(value[language]);
  const label = wordOf(ruleFieldNames, name, language);
  if (!Array.isArray(value)) return `${label} ${oneText(name, value, language)}`;
  if (value.length > LIST_SHOWN_MAX) return `${value.length} ${label}`;
  const items = value.map((item: unknown) => oneText(name, item, language));
  return `${label} ${items.join(isRecord(value[0]) ? '; ' : ', ')}`;
};

const fieldsText = (value: Readonly<Record<string, unknown>>, language: Language): string =>
  Object.entries(value)
    .map(([name, each]) => partText(name, each, language))
    .join(', ');

/** A row's value on one line; long lists by their length (`rules show` has them whole). */
export const valueText = (row: RuleRow<unknown> | null, language: Language): string => {
  if (row === null) return '–';
  return figuresIn(fieldsText(isRecord(row.value) ? row.value : {}, language), language);
};

export const spanText = (row: RuleRow<unknown>): string => `${row.from} – ${row.to ?? '…'}`;

/** The row in words; below it the whole value, where a line does not hold its lists. */
export const rowLines = (row: RuleRow<unknown> | null, language: Language): readonly string[] => {
  if (row === null) return [];
  const parts = Object.values(isRecord(row.value) ? row.value : {});
  const isLong = parts.some((part) => Array.isArray(part) && part.length > LIST_SHOWN_MAX);
  return [
    valueText(row, language),
    ...(isLong ? JSON.stringify(plain(row.value), null, 2).split('\n') : []),
  ];
};

/** Practice in the language asked for; a regulation without number or article says so. */
export const articleText = (article: string, language: Language): string => {
  if (/^praktik/.test(article)) return article.replace(/^praktik/, say(language, practice));
  const isWhole = !/^(Permenaker|PP|UU)\b/.test(article) || /\d\/\d{4}.*Pasal/.test(article);
  return isWhole ? article : `${article} (${say(language, articleOpen)})`;
};

/** What the letters behind the rows mean, for those letters that are shown. */
export const confidenceLines = (
  rows: readonly Pick<RuleRow<unknown>, 'confidence'>[],
  language: Language,
): readonly string[] =>
  codesOf(confidences)
    .filter((code) => rows.some(({ confidence }) => confidence === code))
    .map((code) => `  ${code}  ${wordOf(confidences, code, language)}`);
