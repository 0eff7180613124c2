// Rules of law as JSON and as text: one row per span of days, with article, confidence and doubt.

import type { Rule, RuleRow } from '../../domain/rules/book/rule.ts';
import { RULE_BOOK, rulesOf } from '../../domain/rules/book/rule-book.ts';
import { rp } from '../../domain/rules/explained-line.ts';
import type { Language } from '../copy/format.ts';

export const allRules = (): readonly Rule<unknown>[] => rulesOf(RULE_BOOK);

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

const partText = (name: string, value: unknown, language: Language): string => {
  if (isRecord(value) && 'id' in value && 'en' in value) return String(value[language]);
  if (typeof value === 'bigint' && (name === 'idr' || name.endsWith('Idr')))
    return `${name} ${rp(value)}`;
  if (Array.isArray(value) && value.length > LIST_SHOWN_MAX) return `${name}: ${value.length}`;
  const text = isRecord(value) || Array.isArray(value) ? JSON.stringify(plain(value)) : value;
  return `${name} ${String(text)}`;
};

/** A row's value on one line; long lists by their length (`rules show` has them whole). */
export const valueText = (row: RuleRow<unknown> | null, language: Language): string => {
  if (row === null) return '–';
  return Object.entries(row.value ?? {})
    .map(([name, value]) => partText(name, value, language))
    .join(', ');
};

export const spanText = (row: RuleRow<unknown>): string => `${row.from} – ${row.to ?? '…'}`;
