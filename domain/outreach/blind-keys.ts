// Under which keys a person can be looked for without being opened; the caller hashes each with a key.
import type { LocalDate } from '../calendar.ts';
import { nameWords, skeleton } from './name-form.ts';

/**
 * The day alone brings some ten people together; the whole name as it sounds, with the year or the day in
 * it, a few. A slip that leaves none of the three the same leaves too little to believe.
 */
export const blindKeys = (name: string, birth: LocalDate): readonly string[] => {
  const words = [...new Set(nameWords(name).map(skeleton))].filter((word) => word.length > 1);
  const whole = [...words].sort().join(' ');
  return [
    `birth|${birth}`,
    ...(whole === ''
      ? []
      : [birth.slice(0, 4), birth.slice(5)].map((part) => `name|${whole}|${part}`)),
  ];
};
