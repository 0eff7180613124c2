// The word for an occupation, as the domain's own list of occupations has it.
import { OCCUPATIONS } from '../../domain/occupation.ts';
import { type Words, wordOf } from './code-words.ts';
import type { Language } from './format.ts';

const words: Words = Object.fromEntries(
  Object.entries(OCCUPATIONS).map(([code, { id, en }]) => [code, [id, en] as const]),
);

export const occupationWord = (code: string, language: Language): string =>
  wordOf(words, code, language);
