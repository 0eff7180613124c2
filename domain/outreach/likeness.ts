// How alike two names and two birth dates are, between nought and one; pure arithmetic, no list.
import type { LocalDate } from '../calendar.ts';
import { nameWords, spelt } from './name-form.ts';

/** Signs of one text that the other has near the same place (Jaro). */
const commonSigns = (one: string, other: string): { first: string; second: string } => {
  const reach = Math.max(0, Math.floor(Math.max(one.length, other.length) / 2) - 1);
  const taken = new Set<number>();
  let first = '';
  for (let at = 0; at < one.length; at += 1) {
    const until = Math.min(other.length - 1, at + reach);
    for (let near = Math.max(0, at - reach); near <= until; near += 1) {
      if (taken.has(near) || other[near] !== one[at]) continue;
      taken.add(near);
      first += one[at];
      break;
    }
  }
  const second = [...taken].sort((a, b) => a - b).map((at) => other[at]);
  return { first, second: second.join('') };
};

const PREFIX_MAX = 4;
const PREFIX_WORTH = 0.1;

/** Jaro–Winkler: who writes by hand gets the beginning of a word right. */
export const wordLikeness = (one: string, other: string): number => {
  if (one === other) return 1;
  const { first, second } = commonSigns(one, other);
  if (first.length === 0) return 0;
  const moved = [...first].filter((sign, at) => sign !== second[at]).length / 2;
  const common = first.length;
  const jaro = (common / one.length + common / other.length + (common - moved) / common) / 3;
  let prefix = 0;
  while (prefix < PREFIX_MAX && one[prefix] !== undefined && one[prefix] === other[prefix])
    prefix += 1;
  return jaro + prefix * PREFIX_WORTH * (1 - jaro);
};

/** Below this two words are two words: any two have some signs in common. */
const ALIKE_MIN = 0.8;
/** `S.` may stand for Surya: less than the word, more than nothing. */
const INITIAL = 0.85;
/** What a word of one list only takes away, were it the whole name. */
const MISSING_WORD = 0.35;

const pairLikeness = (one: string, other: string): number => {
  if (one.length === 1 || other.length === 1) return one[0] === other[0] ? INITIAL : 0;
  const alike = wordLikeness(one, other);
  return alike < ALIKE_MIN ? 0 : alike;
};

/** Each word of the shorter name with the best one left, whatever the order. */
const wordByWord = (short: readonly string[], long: readonly string[]): number => {
  const left = [...long];
  let sum = 0;
  let weight = 0;
  for (const word of short) {
    const alike = left.map((other) => pairLikeness(word, other));
    const best = alike.reduce((top, value, at) => (value > (alike[top] ?? 0) ? at : top), 0);
    const partner = left.splice(best, 1)[0] ?? '';
    const length = Math.max(word.length, partner.length);
    sum += (alike[best] ?? 0) * length;
    weight += length;
  }
  const missing = left.reduce((signs, word) => signs + word.length, 0);
  return (sum / weight) * (1 - (MISSING_WORD * missing) / (weight + missing));
};

/** Titles, order, spelling and gaps between words count for little; a word more or less for some. */
export const nameLikeness = (one: string, other: string): number => {
  const a = nameWords(one).map(spelt);
  const b = nameWords(other).map(spelt);
  if (a.length === 0 || b.length === 0) return 0;
  const byWord = a.length <= b.length ? wordByWord(a, b) : wordByWord(b, a);
  // ABDUL RAHMAN and ABDURRAHMAN: together they are one word.
  const [joined, other_] = [a.join(''), b.join('')].map((text) => text.replace(/(.)\1+/g, '$1'));
  if (joined === undefined || other_ === undefined || a.length === b.length) return byWord;
  const together = wordLikeness(joined, other_);
  return Math.max(byWord, together < 0.93 ? 0 : together);
};

/** How many of the digits differ. */
const differing = (one: string, other: string): number =>
  [...one].filter((digit, at) => digit !== other[at]).length;

const SWAPPED = 0.8;
const ONE_DIGIT = 0.75;
const TWO_NEIGHBOURS = 0.65;
const UNKNOWN_DAY = 0.55;
const SAME_YEAR = 0.25;

const isUnknownDay = (date: LocalDate): boolean => /-01-01$|-12-31$|-07-01$/.test(date);

/** The slips that a day goes through: day and month exchanged, a wrong digit, only the year known. */
export const birthLikeness = (one: LocalDate, other: LocalDate): number => {
  if (one === other) return 1;
  const [year, month, day] = [one.slice(0, 4), one.slice(5, 7), one.slice(8, 10)];
  if (other === `${year}-${day}-${month}`) return SWAPPED;
  const count = differing(one, other);
  if (count === 1) return ONE_DIGIT;
  const isSameYear = other.startsWith(year);
  if (isSameYear && (isUnknownDay(one) || isUnknownDay(other))) return UNKNOWN_DAY;
  const parts = [year !== other.slice(0, 4), month !== other.slice(5, 7), day !== other.slice(8)];
  if (count === 2 && parts.filter((differs) => differs).length === 1) return TWO_NEIGHBOURS;
  return isSameYear ? SAME_YEAR : 0;
};
