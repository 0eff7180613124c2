// Reads the file of `benefits calculate`, answers each case, and compares where `expected` stands.
import { readFileSync } from 'node:fs';
import { type CaseResult, calculateCase } from '../../domain/rules/cases/calculate-case.ts';
import { type CaseJson, caseJson } from '../../domain/rules/cases/case-json.ts';
import { compareCase, type Difference } from '../../domain/rules/cases/compare-case.ts';
import { isRecord } from '../../domain/rules/cases/fields.ts';
import { errorCode } from '../../infra/local/sentence.ts';
import { lineSentence } from '../copy/benefit-sentences.ts';
import { problemText } from '../copy/benefits.ts';
import type { Language } from '../copy/format.ts';

export type AnsweredCase =
  | {
      readonly status: 'calculated';
      readonly id: string;
      readonly title: string;
      readonly result: CaseResult;
      readonly json: Readonly<Record<string, CaseJson>>;
      /** Null where the case expects nothing, or nothing was to be checked. */
      readonly differences: readonly Difference[] | null;
    }
  | { readonly status: 'refused'; readonly id: string; readonly sentences: readonly string[] };

export type ReadCases =
  | { readonly status: 'read'; readonly cases: readonly unknown[] }
  | { readonly status: 'unreadable'; readonly sentence: string };

const UNREADABLE: Readonly<
  Record<'json' | 'shape' | 'missing', Readonly<Record<Language, string>>>
> = {
  json: {
    id: 'Berkas ini bukan JSON yang utuh. Periksa tanda kutip, koma, dan kurungnya',
    en: 'This file is not whole JSON. Check its quotes, commas and brackets',
  },
  shape: {
    id: 'Berkas ini harus berisi satu perkara {id, input} atau daftar perkara',
    en: 'This file must hold one case {id, input} or a list of cases',
  },
  missing: { id: 'Berkas tidak dapat dibuka', en: 'The file cannot be opened' },
};

const unreadable = (why: keyof typeof UNREADABLE, path: string, language: Language): ReadCases => ({
  status: 'unreadable',
  sentence: `${UNREADABLE[why][language]}: ${path}`,
});

const textOf = (path: string): string | null => {
  try {
    return readFileSync(path === '-' ? 0 : path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return null;
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const readCases = (path: string, language: Language): ReadCases => {
  const text = textOf(path);
  if (text === null) return unreadable('missing', path, language);
  const found = parsed(text);
  if (found === undefined) return unreadable('json', path, language);
  if (Array.isArray(found)) return { status: 'read', cases: found };
  return isRecord(found) ? { status: 'read', cases: [found] } : unreadable('shape', path, language);
};

const idOf = (given: unknown, index: number): string => {
  const id = isRecord(given) ? given['id'] : undefined;
  return typeof id === 'string' && id !== '' ? id : `#${index + 1}`;
};

/** `{id, input, expected}`, or an input alone. */
const inputOf = (given: unknown): Readonly<Record<string, unknown>> | null => {
  if (!isRecord(given)) return null;
  if (isRecord(given['input'])) return given['input'];
  return 'kind' in given ? given : null;
};

const differencesOf = (
  given: unknown,
  json: Readonly<Record<string, CaseJson>>,
): readonly Difference[] | null => {
  const expected = isRecord(given) ? given['expected'] : undefined;
  return isRecord(expected) ? compareCase(expected, json) : null;
};

export const answerCase = (
  given: unknown,
  index: number,
  options: { readonly check: boolean; readonly language: Language },
): AnsweredCase => {
  const id = idOf(given, index);
  const input = inputOf(given);
  if (input === null) {
    const problem = { field: 'input', expected: 'OBJECT', detail: '{kind, …}' } as const;
    return { status: 'refused', id, sentences: [problemText(id, problem, options.language)] };
  }
  const answer = calculateCase(input);
  if (answer.status === 'refused') {
    const sentences = answer.problems.map((each) => problemText(id, each, options.language));
    return { status: 'refused', id, sentences };
  }
  const json = caseJson(answer.result, lineSentence);
  const title = isRecord(given) && typeof given['title'] === 'string' ? given['title'] : '';
  return {
    status: 'calculated',
    id,
    title,
    result: answer.result,
    json,
    differences: options.check ? differencesOf(given, json) : null,
  };
};
