// What is wrong in a heirs file: which person, which field, what is expected there; never the value.
import { heirRelations } from './claim-words.ts';
import { codesOf } from './code-words.ts';
import type { Language } from './format.ts';
import { inLanguage, say, type Text } from './text.ts';

/** Whose account a file holds: the heirs', the worker's, the hospital's. */
export type AccountFile = 'heirs' | 'payee' | 'hospital';

export type HeirsFault = {
  /** `['heirs', 2, 'relation']` */
  readonly path: readonly (string | number)[];
  /** A field that a heirs file does not have. */
  readonly isUnknown: boolean;
};

const expected: Readonly<Record<string, Text>> = {
  account: ['nomor rekening: 8 sampai 20 angka', 'an account number of 8 to 20 digits'],
  bic: ['kode bank (BIC): 8 atau 11 huruf besar dan angka', 'a BIC of 8 or 11 capitals and digits'],
  guardianName: ['nama wali, 1 sampai 120 huruf', 'the name of the guardian, 1 to 120 letters'],
  heirs: ['daftar ahli waris, paling banyak 30 orang', 'a list of heirs, 30 persons at most'],
  minor: ['true atau false', 'true or false'],
  name: ['nama, 1 sampai 120 huruf', 'a name of 1 to 120 letters'],
  payee: ['penerima: ref, name, account, bic', 'the payee: ref, name, account, bic'],
  ref: [
    'sebutan singkat: huruf kecil, angka, tanda hubung, paling panjang 20',
    'a short label of small letters, digits and hyphens, 20 at most',
  ],
  relation: [
    `salah satu dari ${codesOf(heirRelations).join(', ')}`,
    `one of ${codesOf(heirRelations).join(', ')}`,
  ],
};

const phrases = {
  file: ['seluruh berkas', 'the whole file'],
  head: ['{file} belum benar:', '{file} is not right yet:'],
  heir: ['ahli waris nomor {number}', 'heir number {number}'],
  hospital: ['rekening rumah sakit', 'account of the hospital'],
  notJson: [
    '{file} bukan JSON yang utuh. Periksa tanda kutip, koma, dan kurungnya.',
    '{file} is not whole JSON. Check its quotes, commas and brackets.',
  ],
  payee: ['penerima', 'payee'],
  place: ['{who}, {field}: seharusnya {what}.', '{who}, {field}: expected {what}.'],
  person: ['{who}: seharusnya {what}.', '{who}: expected {what}.'],
  personExpected: [
    'satu orang dengan ref, relation, dan name',
    'one person with ref, relation and name',
  ],
  unknown: [
    '{who}: tidak ada isian bernama {field}; periksa ejaannya atau hapus.',
    '{who}: there is no field {field}; check its spelling or remove it.',
  ],
  whole: [
    'seharusnya {"heirs": [...], "payee": {...}}.',
    'expected {"heirs": [...], "payee": {...}}.',
  ],
} as const satisfies Readonly<Record<string, Text>>;

const files: Readonly<Record<AccountFile, Text>> = {
  heirs: ['Berkas ahli waris', 'The heirs file'],
  hospital: ['Berkas rekening rumah sakit', 'The file with the account of the hospital'],
  payee: ['Berkas rekening penerima', 'The file with the account of the payee'],
};

const wholes: Readonly<Record<AccountFile, Text>> = {
  heirs: phrases.whole,
  hospital: [
    'seharusnya {"payee": {"name": "…", "account": "…", "bic": "…"}}.',
    'expected {"payee": {"name": "…", "account": "…", "bic": "…"}}.',
  ],
  payee: [
    'seharusnya {"payee": {"ref": "…", "name": "…", "account": "…", "bic": "…"}}.',
    'expected {"payee": {"ref": "…", "name": "…", "account": "…", "bic": "…"}}.',
  ],
};

/** `payee` itself, as a hospital's file must hold it. */
const hospitalExpected: Text = ['isian name, account, bic', 'the fields name, account, bic'];

export const notJsonSentence = (of: AccountFile, language: Language): string =>
  say(language, phrases.notJson, { file: inLanguage(language, files[of]) });

const whoOf = (path: HeirsFault['path'], language: Language, of: AccountFile): string => {
  const [part, place] = path;
  if (part === 'heirs' && typeof place === 'number')
    return say(language, phrases.heir, { number: place + 1 });
  if (part !== 'payee') return say(language, phrases.file);
  return say(language, of === 'hospital' ? phrases.hospital : phrases.payee);
};

const faultText = (
  { path, isUnknown }: HeirsFault,
  language: Language,
  of: AccountFile,
): string => {
  const who = whoOf(path, language, of);
  const field = path.at(-1);
  if (isUnknown) return say(language, phrases.unknown, { who, field: String(field) });
  if (field === undefined) return `${who}: ${inLanguage(language, wholes[of])}`;
  if (typeof field === 'number') {
    const what = say(language, phrases.personExpected);
    return say(language, phrases.person, { who, what });
  }
  const isWhole = of === 'hospital' && field === 'payee';
  const text = isWhole ? hospitalExpected : expected[field];
  const what = text === undefined ? '?' : inLanguage(language, text);
  return say(language, phrases.place, { who, field, what });
};

/** At most ten faults are named: mended, the rest shows itself. */
export const heirsFileSentence = (
  faults: readonly HeirsFault[],
  language: Language,
  of: AccountFile = 'heirs',
): string =>
  [
    say(language, phrases.head, { file: inLanguage(language, files[of]) }),
    ...faults.slice(0, 10).map((fault) => `- ${faultText(fault, language, of)}`),
  ].join('\n');
