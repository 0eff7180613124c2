// How a list says that a line was entered as history: a mark on the line, its meaning below.
import { deskPhrases } from '../copy/desk-phrases.ts';
import type { Language } from '../copy/format.ts';
import { say } from '../copy/text.ts';

type Marked = { readonly historic: boolean };

export const marked = (word: string, { historic }: Marked): string =>
  historic ? `${word} *` : word;

/** Only where the list holds such a line. */
export const historicNote = (rows: readonly Marked[], language: Language): readonly string[] =>
  rows.some(({ historic }) => historic) ? [say(language, deskPhrases.historicNote)] : [];
