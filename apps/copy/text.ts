// One sentence in both languages, and how its gaps are filled: `Klaim {id}` with `{ id }`.
import { formatCount, type Language } from './format.ts';

export type Text = readonly [id: string, en: string];

type Gaps<Sentence extends string> = Sentence extends `${string}{${infer Gap}}${infer Rest}`
  ? Gap | Gaps<Rest>
  : never;

type Filling<Pair extends Text> = { readonly [Gap in Gaps<Pair[0]>]: string | number | bigint };

export const inLanguage = (language: Language, [id, en]: Text): string =>
  language === 'id' ? id : en;

/** English words behind a number that end in a plain s; Bahasa Indonesia has no plural. */
const COUNTED = /\{(\w+)\} (?:card|claim|line|member|payment|person|row|warning|worker)s\b/g;

/** Numbers that name a place instead of counting: nobody writes the year `2.026`. */
const NAMING = [
  ...['attempt', 'epoch', 'index', 'line', 'pid', 'port', 'position', 'row', 'seed', 'size'],
  ...['version', 'year'],
];

/** A number in a sentence, by the name of its gap. */
export const numberText = (name: string, value: number | bigint, language: Language): string =>
  NAMING.includes(name) ? String(value) : formatCount(value, language);

/** A sentence with a gap left open does not compile; both languages have the same gaps by test. */
export const say = <const Pair extends Text>(
  language: Language,
  pair: Pair,
  ...[filling]: [Gaps<Pair[0]>] extends [never] ? [] : [Filling<Pair>]
): string => {
  const values = new Map<string, string | number | bigint>(Object.entries(filling ?? {}));
  const isOne = (name: string): boolean => String(values.get(name)) === '1';
  return inLanguage(language, pair)
    .replace(COUNTED, (counted, name: string) => (isOne(name) ? counted.slice(0, -1) : counted))
    .replace(/\{(\w+)\}/g, (gap, name: string) => {
      const value = values.get(name);
      if (value === undefined) return gap;
      return typeof value === 'string' ? value : numberText(name, value, language);
    });
};
