// How a story reads in a terminal: what is typed, how long it took, how much of an answer is shown.
import type { Language } from '../copy/format.ts';

type Words = Readonly<Record<Language, string>>;

type Line = {
  readonly as: string;
  readonly args: readonly string[];
  readonly past?: { readonly on: string; readonly source: string };
};

const quoted = (arg: string): string => (/^[\w@%+=:,./-]+$/.test(arg) ? arg : `'${arg}'`);

const TAKE_OVER = 'ambil alih program berjalan';

/** What is typed, the words of a past act included. */
export const argumentsOf = ({ args, past }: Line): readonly string[] =>
  past === undefined
    ? args
    : [...args, '--effective-at', past.on, '--source', past.source, '--reason', TAKE_OVER];

export const typedLine = (line: Line): string =>
  `$ npx lindung ${[...argumentsOf(line), '--as', line.as].map(quoted).join(' ')}`;

export const seconds = (startedAt: number, language: Language): string =>
  `${((Date.now() - startedAt) / 1_000).toLocaleString(language === 'id' ? 'id-ID' : 'en-GB', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  })} ${language === 'id' ? 'dtk' : 's'}`;

/** The head of an answer; what is left out is counted. */
export const shownLines = (
  lines: readonly string[],
  limit: number,
  language: Language,
): readonly string[] => {
  // A single line left out would take the place of its own count.
  const shown = lines.length === limit + 1 ? lines.length : limit;
  const rest = lines.length - shown;
  const words: Words = { id: 'baris lagi', en: 'more lines' };
  const head = lines.slice(0, shown).map((line) => `      ${line}`);
  return rest <= 0 ? head : [...head, `      … ${rest} ${words[language]}`];
};

/** The end of an answer; what stands before it is counted. */
export const lastLines = (
  lines: readonly string[],
  limit: number,
  language: Language,
): readonly string[] => {
  const before = Math.max(0, lines.length - limit);
  const words: Words = { id: 'baris sebelumnya', en: 'lines before' };
  const end = lines.slice(before).map((line) => `      ${line}`);
  return before === 0 ? end : [`      … ${before} ${words[language]}`, ...end];
};
