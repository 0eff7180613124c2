// Whether a text that stays readable for ever holds a person: a NIK, an account, a name of the case.
import { readNik } from './identity.ts';

/** What of a person a text holds. */
export type PersonalKind = 'NIK' | 'ACCOUNT' | 'NAME';

/**
 * `PROSE`: words of a person. `NUMBER`: the number of a letter, decree, bill or payment, which may be
 * as long as an account. `CODE`: chosen from a list or made by a machine; never a name.
 */
export type TextKind = 'PROSE' | 'NUMBER' | 'CODE';

const NIK_DIGITS = 16;
const ACCOUNT_DIGITS_MIN = 10;
const ACCOUNT_DIGITS_MAX = 18;

/** In its place a run of digits ends: not a separator, not a digit. */
const GAP = ' | ';

const MACHINE_IDS = /\b[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\b|\b[\da-f]{32,}\b/gi;
/** Only with a year of ours, and not as a piece of a longer number. */
const DAYS = [
  /(?<!\d[.-]?)(?:19|20)\d\d-(?:0\d|1[0-2])-[0-3]\d(?:T[\d:.]+Z?)?(?![.-]?\d)/g,
  /(?<!\d[.-]?)[0-3]?\d([./-])(?:0?\d|1[0-2])\1(?:19|20)\d\d(?![.-]?\d)/g,
] as const;
const AMOUNTS = [
  /\b(?:Rp|IDR)\.?\s*\d{1,3}(?:\.\d{3})+(?:,\d{2})?(?!\d|\.\d)/gi,
  /\b(?:Rp|IDR)\.?\s*\d{1,15}(?:,\d{2})?(?!\d|\.\d)/gi,
] as const;
/** Without `Rp`: three by three, up to billions, beginning with no nought. */
const BARE_AMOUNT = /(?<!\d|\d[\s.,/-])[1-9]\d{0,2}(?:\.\d{3}){1,3}(?:,\d{2})?(?!\d|[\s.,/-]\d)/g;
/** `64.74.02.1001`, `5.1.02.02.01.0026`: a village, a line of a budget. */
const DOTTED_CODES = /(?<!\d|\d[\s._-])\d{1,2}(?:\.\d{1,2}){1,7}(?:\.\d{4})?(?![\s._-]?\d)/g;
const ACCOUNT_WORD = /\b(?:no\.?\s*)?(?:rek|rekening|norek|account|acc|a\/c)\b/i;

/** Digits with what people put between them: blanks, dots, dashes, underscores. */
const RUNS = /\d+(?:[\s._\p{Pd}]{1,3}\d+)*/gu;
const SPLIT = /[\s._\p{Pd}]+/u;

const without = (text: string, patterns: readonly RegExp[]): string =>
  patterns.reduce((left, pattern) => left.replace(pattern, GAP), text);

/** Full-width digits are digits; what nobody sees separates nothing. */
const plain = (text: string): string => text.normalize('NFKC').replace(/\p{Cf}/gu, '');

/** Every number that neighbouring groups of one run make together, up to the longest of a person. */
const joinedGroups = (run: string): readonly string[] => {
  const groups = run.split(SPLIT);
  const joined: string[] = [];
  for (const [from, group] of groups.entries()) {
    let number = group;
    for (let next = from + 1; number.length <= ACCOUNT_DIGITS_MAX; next += 1) {
      joined.push(number);
      const more = groups[next];
      if (more === undefined) break;
      number += more;
    }
  }
  return joined;
};

const isNik = (digits: string): boolean =>
  digits.length === NIK_DIGITS && readNik(digits).status === 'plausible';

/** Years beside each other are no account. */
const isYears = (run: string): boolean =>
  run.split(SPLIT).every((group) => /^(?:19|20)\d\d$/.test(group));

const isAccountLike = ({ length }: string): boolean =>
  ACCOUNT_DIGITS_MIN <= length && length <= ACCOUNT_DIGITS_MAX;

/** Inside a document's number (`64.74/04.0/000123/LS/12/2026`) groups are not joined. */
const holdsAccount = (text: string): boolean => {
  const words = text.split(/\s+/);
  const documents = words.filter((word) => word.includes('/'));
  if (documents.some((word) => (word.match(/\d+/g) ?? []).some(({ length }) => length >= 10)))
    return true;
  const rest = words.map((word) => (word.includes('/') ? GAP : word)).join(' ');
  return (rest.match(RUNS) ?? []).some((run) => {
    if (isYears(run)) return false;
    const isTooLong = run.split(SPLIT).some(({ length }) => length > ACCOUNT_DIGITS_MAX);
    return isTooLong || joinedGroups(run).some(isAccountLike);
  });
};

const holdsNik = (text: string): boolean =>
  (text.match(RUNS) ?? []).some((run) => joinedGroups(run).some(isNik));

const WORDS = /[\p{L}\p{M}\p{Cf}]+/gu;

/** Small letters without marks: `Síti` and `SITI` are one word. */
const wordOf = (text: string): string =>
  plain(text).normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const wordsIn = (text: string): readonly string[] => (text.match(WORDS) ?? []).map(wordOf);

/** They stand before many names and are none. */
const TITLES = new Set([
  ...['almarhum', 'almarhumah', 'alm', 'almh', 'bapak', 'ibu', 'pak', 'bu', 'sdr', 'sdri', 'tn'],
  ...['ny', 'nn', 'h', 'hj', 'haji', 'hajjah', 'drs', 'dra', 'dr', 'ir', 'prof'],
]);

/** Some are names as well: where nothing else stands beside them, they name nobody. */
const EVERYDAY = new Set([
  ...['hari', 'bulan', 'tahun', 'surat', 'kartu', 'nomor', 'lengkap', 'sah', 'baik', 'benar'],
  ...['sehat', 'selamat', 'slamet', 'untung', 'mulia', 'setia', 'adil', 'murni', 'jaya', 'baru'],
  ...['cahaya', 'laut', 'timur', 'barat', 'utara', 'selatan', 'satu', 'lima', 'rukun', 'damai'],
  ...['wali', 'anak', 'istri', 'suami', 'ayah', 'ibu', 'keluarga', 'waris', 'ahli', 'nelayan'],
  ...['ketua', 'kepala', 'lurah', 'camat', 'desa', 'kelurahan', 'kantor', 'dinas', 'petugas'],
  ...['rt', 'rw', 'rs', 'rsud', 'rumah', 'sakit', 'puskesmas', 'bank', 'cabang', 'bpjs'],
]);

/** Shorter ones stand in every abbreviation. */
const LETTERS_MIN = 3;

const namesSomebody = (words: readonly string[]): boolean =>
  words.join('').length >= LETTERS_MIN && !words.every((word) => EVERYDAY.has(word));

const formsOf = (name: string): readonly string[] => {
  const words = wordsIn(name);
  const first = words.findIndex((word) => !TITLES.has(word));
  const own = first < 0 ? [] : words.slice(first);
  const pairs = own.slice(1).map((word, at) => [own[at] ?? '', word]);
  const together = pairs.filter((pair) => pair.every(({ length }) => length > 1));
  return [own, ...together].filter(namesSomebody).map((form) => form.join(''));
};

/** Names as they are looked for: whole, and any two words of one that stand together. */
export type NameForms = ReadonlySet<string>;

export const nameForms = (names: readonly string[]): NameForms => new Set(names.flatMap(formsOf));

/** How many words from this one on are a name; 0 where none begins. */
const nameLength = (words: readonly string[], from: number, forms: NameForms): number => {
  const longest = Math.max(0, ...[...forms].map(({ length }) => length));
  let joined = '';
  for (let next = from; next < words.length && joined.length < longest; next += 1) {
    joined += words[next];
    if (forms.has(joined)) return next - from + 1;
  }
  return 0;
};

const holdsName = (text: string, forms: NameForms): boolean => {
  const words = wordsIn(text);
  return words.some((_, from) => nameLength(words, from, forms) > 0);
};

/** What another house wrote, with three dots where a name stood. */
export const hideNames = (text: string, forms: NameForms): string => {
  const words = wordsIn(text);
  const hidden = new Set(
    words.flatMap((_, from) =>
      Array.from({ length: nameLength(words, from, forms) }, (__, more) => from + more),
    ),
  );
  let at = -1;
  return text.replace(WORDS, (word) => {
    at += 1;
    return hidden.has(at) ? '…' : word;
  });
};

/** A bare sum of billions is an amount, unless the text speaks of an account. */
const withoutAmounts = (text: string): string => {
  const isOfAccount = ACCOUNT_WORD.test(text);
  return without(text, [...AMOUNTS, DOTTED_CODES, ...(isOfAccount ? [] : [BARE_AMOUNT])]);
};

/** What of a person the text holds; null where it may stay readable for ever. */
export const personIn = (text: string, kind: TextKind, forms: NameForms): PersonalKind | null => {
  const dated = without(plain(text), [MACHINE_IDS, ...DAYS]);
  if (holdsNik(dated)) return 'NIK';
  if (kind === 'CODE') return null;
  if (kind === 'PROSE' && holdsAccount(withoutAmounts(dated))) return 'ACCOUNT';
  return holdsName(text, forms) ? 'NAME' : null;
};
