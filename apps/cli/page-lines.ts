// A page of a list for people: the head, the rows, where the next page begins; or that it is empty.
import { deskPhrases } from '../copy/desk-phrases.ts';
import type { Language } from '../copy/format.ts';
import { inLanguage, say, type Text } from '../copy/text.ts';
import { table } from './outcome.ts';

export const headed = (
  language: Language,
  columns: readonly Text[],
  rows: readonly (readonly string[])[],
): readonly string[] => table([columns.map((column) => inLanguage(language, column)), ...rows]);

export const pageLines = (
  language: Language,
  page: {
    readonly columns: readonly Text[];
    readonly rows: readonly (readonly string[])[];
    readonly next?: string | null;
    /** Instead of a head without rows. */
    readonly empty?: string;
  },
): readonly string[] => {
  const { columns, rows, next = null, empty = say(language, deskPhrases.nothingThere) } = page;
  if (rows.length === 0) return [empty];
  return [
    ...headed(language, columns, rows),
    ...(next === null ? [] : [say(language, deskPhrases.nextPage, { cursor: next })]),
  ];
};
