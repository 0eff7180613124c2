// Under which keys a person can be looked for without being opened; the caller hashes each with a key.
import type { LocalDate } from '../calendar.ts';
import { nameWords, skeleton } from './name-form.ts';

/** One word and a month bring few people together, the day alone some ten, the name as it sounds too. */
export const blindKeys = (name: string, birth: LocalDate): readonly string[] => {
  const words = [...new Set(nameWords(name).map(skeleton))].filter((word) => word.length > 1);
  const whole = [...words].sort().join(' ');
  return [
    `birth|${birth}`,
    ...(whole === '' ? [] : [`name|${whole}`]),
    ...words.map((word) => `word|${word}|${birth.slice(0, 7)}`),
  ];
};
