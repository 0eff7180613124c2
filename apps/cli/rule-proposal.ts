// Reads the file of `rules propose`: the basis and the rows, as a lawyer wrote them.
import { readFileSync } from 'node:fs';
import type { RowChange } from '../../domain/rule-book/row-change.ts';
import type { RowProblem } from '../../domain/rule-book/row-problems.ts';
import { wordOf } from '../copy/code-words.ts';
import type { Language } from '../copy/format.ts';
import { ruleVersionPhrases as phrases } from '../copy/rule-version-phrases.ts';
import { rowFaults } from '../copy/rule-words.ts';
import { say } from '../copy/text.ts';

export type Proposal = { readonly basis: string; readonly rows: readonly RowChange[] };

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only its form: what a row says is judged over the book that it would change. */
const isRow = (value: unknown): value is RowChange =>
  isRecord(value) && typeof value['rule'] === 'string' && isRecord(value['value']);

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** Only what the log keeps of a row: other fields of the file are the lawyer's own notes. */
const rowOf = ({ rule, from, to, law, article, confidence, value }: RowChange): RowChange => ({
  ...{ rule: rule.toUpperCase() === 'L1C' ? 'L1c' : rule.toUpperCase(), from },
  ...(to !== undefined && { to }),
  ...{ law: law ?? null, article, confidence, value },
});

/** Null when the file is no proposal. */
export const readProposal = (path: string): Proposal | null => {
  const text = readFileSync(path === '-' ? 0 : path, 'utf8').replace(/^\uFEFF/, '');
  const given = parsed(text);
  if (!isRecord(given)) return null;
  const { basis, rows } = given;
  if (typeof basis !== 'string' || !Array.isArray(rows) || !rows.every(isRow)) return null;
  return { basis, rows: rows.map(rowOf) };
};

export const problemLine = (problem: RowProblem, language: Language): string => {
  const { row, rule, field, fault, expected } = problem;
  const words = wordOf(rowFaults, fault, language);
  const line = say(language, phrases.problem, { row, rule, field, fault: words });
  return expected === '' ? line : `${line} (${expected})`;
};
