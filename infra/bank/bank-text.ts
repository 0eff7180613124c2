// Writes names and texts in the few characters that Indonesian banks accept.

/** A–Z 0–9 and `/-?:().,'+` and space (`domain-rules.md` §6.4). */
const bankCharset = /^[A-Z0-9/\-?:().,'+ ]*$/;
const outsideCharset = /[^A-Z0-9/\-?:().,'+ ]/gu;

/** Letters that Unicode does not take apart into a base letter and a mark. */
const letters: Readonly<Record<string, string>> = {
  Æ: 'AE',
  Œ: 'OE',
  Ø: 'O',
  Đ: 'D',
  Ð: 'D',
  Ł: 'L',
  Þ: 'TH',
  Ħ: 'H',
  Ŧ: 'T',
  Ŋ: 'NG',
  ẞ: 'SS',
  ı: 'I',
};

const symbols: Readonly<Record<string, string>> = {
  '&': '+',
  _: '-',
  ';': ',',
  '"': "'",
  '`': "'",
  '‘': "'",
  '’': "'",
  ʼ: "'",
  ʻ: "'",
  ʿ: "'",
  ʾ: "'",
  '“': "'",
  '”': "'",
  '‐': '-',
  '‑': '-',
  '–': '-',
  '—': '-',
  '[': '(',
  ']': ')',
  '\\': '/',
};

/** A letter of another script stays visible as `?`, so that nobody's name shrinks unseen. */
const replaceOne = (character: string): string =>
  letters[character] ?? symbols[character] ?? (/[\p{L}\p{N}]/u.test(character) ? '?' : ' ');

/**
 * Takes marks off, drops control characters (XML must never carry them), writes capitals. A leading
 * `/`, `:` or `-` is taken off: older bank systems read it as the start of a field.
 */
export const toBankText = (raw: string, charsMax: number): string =>
  raw
    .replace(/\s/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(outsideCharset, replaceOne)
    .replace(/ {2,}/g, ' ')
    .replace(/^[ /:-]+/, '')
    .trim()
    .slice(0, charsMax)
    .trim();

export const isBankText = (text: string): boolean => bankCharset.test(text);

/** An id goes through banks unchanged only without outer blanks and without stray slashes. */
export const isBankId = (text: string, charsMax: number): boolean =>
  text.length > 0 &&
  text.length <= charsMax &&
  isBankText(text) &&
  text === text.trim() &&
  !/^\/|\/$|\/\/| {2}/.test(text);

/** Sixteen digits standing alone, or in the groups in which people write a NIK. */
export const holdsNik = (text: string): boolean =>
  /(?<!\d)(?:\d{16}|\d{6}[ .-]\d{6}[ .-]\d{4}|\d{4}[ .-]\d{4}[ .-]\d{4}[ .-]\d{4})(?!\d)/.test(
    text,
  );
