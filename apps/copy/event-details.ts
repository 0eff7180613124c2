// What matters of one event in a line of words: which paper, sum, cause or field; never a sealed value.

import { isLocalDate } from '../../domain/calendar.ts';
import { catalogue, type EventType } from '../../domain/catalogue.ts';
import { areaName } from '../../domain/region.ts';
import { refusalText } from './catalogue.ts';
import { checkCodes, checkVerdicts } from './claim-words.ts';
import { type Words, wordOf } from './code-words.ts';
import { fieldNames } from './event-field-names.ts';
import type { Part } from './event-part-groups.ts';
import { eventParts } from './event-parts.ts';
import { factNames } from './fact-words.ts';
import { formatDay, formatInstant, formatRupiah, type Language } from './format.ts';
import { inLanguage, type Text } from './text.ts';

type Data = Readonly<Record<string, unknown>>;

const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null;

const at = (data: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (isData(value) ? value[key] : undefined), data);

const PLACES = ['area', 'kelurahan', 'place', 'region'];
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

const shown = (value: unknown, path: string, words: Words, language: Language): string => {
  if (Array.isArray(value)) return value.map((one) => shown(one, path, words, language)).join(', ');
  const text = String(value);
  if (path.endsWith('Idr')) return formatRupiah(text, language);
  if (isLocalDate(text)) return formatDay(text, language);
  if (INSTANT.test(text)) return formatInstant(text, language);
  if (PLACES.includes(path)) return areaName(text);
  return wordOf(words, text, language);
};

export const nameOf = (path: string, language: Language): string => {
  const name = fieldNames[path] ?? factNames[path];
  return name === undefined ? path : inLanguage(language, name);
};

/** Nothing is said of what is not there, and a plain no says nothing. */
const isSilent = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || value === false || value === '0';

const partText = (
  [path, words = {}, ownName]: Part,
  data: Data,
  language: Language,
): readonly string[] => {
  const value = at(data, path);
  if (isSilent(value)) return [];
  const name = ownName === undefined ? nameOf(path, language) : inLanguage(language, ownName);
  return value === true ? [name] : [`${name}: ${shown(value, path, words, language)}`];
};

const ALL_HOLD: Text = ['semua pemeriksaan terpenuhi', 'every check holds'];
const PRECHECK: Text = ['verifikasi awal (bukan penetapan)', 'precheck (no determination)'];
const RECOMMENDATION: Text = ['usulan persetujuan', 'recommendation to approve'];
const HEIRS: Text = ['ahli waris', 'heirs'];
const NEEDED: Text = ['daftar berkas penuh', 'the checklist is full'];

const checksText = (data: Data, language: Language): string => {
  const checks = Array.isArray(data['checks']) ? data['checks'].filter(isData) : [];
  const open = checks.filter(({ verdict }) => verdict !== 'HOLDS');
  if (open.length === 0) return inLanguage(language, ALL_HOLD);
  return open
    .map(({ code, verdict }) => {
      const check = wordOf(checkCodes, String(code), language);
      return `${check}: ${wordOf(checkVerdicts, String(verdict), language)}`;
    })
    .join('; ');
};

/** What a list of fields cannot say. */
const sayings: Readonly<Partial<Record<EventType, (data: Data, language: Language) => string>>> = {
  ChecksRecorded: checksText,
  ClaimRecommended: (data, language) =>
    inLanguage(language, data['precheck'] === true ? PRECHECK : RECOMMENDATION),
  DocumentsCompleted: (_data, language) => inLanguage(language, NEEDED),
  FollowUpRefused: ({ code }, language) =>
    refusalText({ status: 'refused', code: String(code), facts: {} }, language),
  ScheduledRunRefused: ({ code }, language) =>
    refusalText({ status: 'refused', code: String(code), facts: {} }, language),
  HeirsDetermined: ({ heirs }, language) =>
    `${inLanguage(language, HEIRS)}: ${Array.isArray(heirs) ? heirs.length : 0}`,
};

/** Every type by its own key: a look-up by a type that is known only when it runs. */
const partsOf: Readonly<Record<EventType, readonly Part[]>> = eventParts;

const isKnown = (type: string): type is EventType => Object.hasOwn(catalogue, type);

/** Empty for events of which the name alone says everything. */
export const eventDetail = (type: string, data: unknown, language: Language): string => {
  if (!isData(data) || !isKnown(type)) return '';
  const saying = sayings[type]?.(data, language);
  const parts = partsOf[type].flatMap((part) => partText(part, data, language));
  return [...(saying === undefined ? [] : [saying]), ...parts].join('; ');
};
