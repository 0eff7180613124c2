// A name as lists of different offices write it, brought to one form: no titles, one spelling.

/** Before or after a name, and no part of it. */
const TITLES: ReadonlySet<string> = new Set([
  ...['H', 'HJ', 'HAJI', 'HAJAH', 'HJJ', 'KH', 'UST', 'USTAD', 'DR', 'DRA', 'DRS', 'IR', 'PROF'],
  ...['ALM', 'ALMH', 'ALMARHUM', 'ALMARHUMAH', 'BPK', 'BAPAK', 'IBU', 'SDR', 'SDRI', 'TN', 'NY'],
]);

/** From here on the father is named. */
const OF_FATHER: readonly string[] = ['BIN', 'BINTI', 'BT', 'BINTE'];

const SHORT: Readonly<Record<string, string>> = {
  M: 'MUHAMMAD',
  MD: 'MUHAMMAD',
  MHD: 'MUHAMMAD',
  MOH: 'MUHAMMAD',
  MOHD: 'MUHAMMAD',
  MUH: 'MUHAMMAD',
  MOHAMAD: 'MUHAMMAD',
  MOHAMMAD: 'MUHAMMAD',
  MUHAMAD: 'MUHAMMAD',
  MUHAMMED: 'MUHAMMAD',
  MOCH: 'MUHAMMAD',
  MOCHAMAD: 'MUHAMMAD',
  MOCHAMMAD: 'MUHAMMAD',
  MUCHAMAD: 'MUHAMMAD',
  ABD: 'ABDUL',
  ABDL: 'ABDUL',
  ACH: 'AHMAD',
  AKH: 'AHMAD',
  SITTI: 'SITI',
  ST: 'SITI',
  SY: 'SYARIFAH',
};

/** One sound, one sign: the spelling of before 1947 and 1972, Arabic and Dutch habits. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/OE/g, 'U'],
  [/DJ/g, 'J'],
  [/TJ/g, 'C'],
  [/NJ/g, 'NY'],
  [/(?:SJ|SY|SH|TS)/g, 'S'],
  [/(?:KH|CH|GH)/g, 'H'],
  [/DH/g, 'D'],
  [/TH/g, 'T'],
  [/[FV]/g, 'P'],
  [/Q/g, 'K'],
  [/X/g, 'S'],
  [/Z/g, 'J'],
  [/Y/g, 'I'],
  [/(.)\1+/g, '$1'],
  [/D$/, 'T'],
];

/** The words of a name that tell people apart, in capitals without accents. */
export const nameWords = (name: string): readonly string[] => {
  // Behind a comma stand degrees.
  const [before = ''] = name.normalize('NFKD').toUpperCase().split(',');
  const all = before
    .replace(/[\u0300-\u036f'’`]/g, '')
    .split(/[^A-Z]+/)
    .filter((word) => word !== '');
  const father = all.findIndex((word, at) => at > 0 && OF_FATHER.includes(word));
  const own = father < 0 ? all : all.slice(0, father);
  const kept = own.filter((word) => !TITLES.has(word));
  return (kept.length === 0 ? own : kept).map((word) => SHORT[word] ?? word);
};

/** As it sounds, whoever wrote it. */
export const spelt = (word: string): string =>
  SOUNDS.reduce((text, [pattern, sign]) => text.replace(pattern, sign), word);

/** First sign and consonants: what a wrong vowel or a swallowed H leaves. */
export const skeleton = (word: string): string => {
  const text = spelt(word);
  return text.slice(0, 1) + text.slice(1).replace(/[AEIOUH]/g, '');
};
