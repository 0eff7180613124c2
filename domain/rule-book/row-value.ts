// The value of a row as it is written and as the book holds it: only figures and known words may change.
import { isMonth } from '../calendar.ts';
import type { Rule } from '../rules/book/rule.ts';
import type { Confidence } from '../rules/law-versions.ts';

export const ROW_FAULTS = [
  'RULE_UNKNOWN',
  'DAY',
  'BEFORE_LAW',
  'ENDS_BEFORE_IT_BEGINS',
  'LAW_UNKNOWN',
  'ARTICLE_MISSING',
  'CONFIDENCE',
  'FIELDS_DIFFER',
  'AMOUNT',
  'NUMBER',
  'TRUE_OR_FALSE',
  'NOT_A_CHOICE',
  'LIST',
  'NOTHING_CHANGES',
] as const;
export type RowFault = (typeof ROW_FAULTS)[number];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A book's value as it is written: money as a decimal string. */
export const plainValue = (value: unknown): unknown => {
  if (typeof value === 'bigint') return value.toString();
  if (Array.isArray(value)) return value.map(plainValue);
  if (isRecord(value))
    return Object.fromEntries(
      Object.entries(value).map(([name, each]) => [name, plainValue(each)]),
    );
  return value;
};

export type Reading = {
  readonly faults: { field: string; fault: RowFault; expected: string }[];
  readonly choices: Readonly<Record<string, readonly unknown[]>>;
  /** Every text that the rule holds under a name: the code knows these and no others. */
  readonly known: ReadonlyMap<string, ReadonlySet<string>>;
};

const AMOUNT = /^\d{1,15}$/;

type Wrong = readonly [fault: RowFault, expected: string];

const wrong = (reading: Reading, field: string, [fault, expected]: Wrong): null => {
  reading.faults.push({ field, fault, expected });
  return null;
};

const lastName = (field: string): string =>
  field.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';

const readText = (reading: Reading, field: string, given: unknown, like: string): unknown => {
  if (typeof given === 'string') {
    if (/\.says\.(id|en)$/.test(field)) return given;
    if (isMonth(like)) return isMonth(given) ? given : wrong(reading, field, ['DAY', 'YYYY-MM']);
    if (reading.known.get(lastName(field))?.has(given) === true) return given;
  }
  const known = [...(reading.known.get(lastName(field)) ?? [])];
  return wrong(reading, field, ['NOT_A_CHOICE', known.join(', ')]);
};

const isCount = (given: unknown): boolean =>
  typeof given === 'number' && Number.isSafeInteger(given) && given >= 0;

const readNumber = (reading: Reading, field: string, given: unknown): unknown =>
  isCount(given) ? given : wrong(reading, field, ['NUMBER', '0, 1, 2 …']);

const readAmount = (reading: Reading, field: string, given: unknown): unknown => {
  const text = typeof given === 'number' ? String(given) : given;
  return typeof text === 'string' && AMOUNT.test(text)
    ? BigInt(text)
    : wrong(reading, field, ['AMOUNT', '0, 1, 2 …']);
};

const readList = (
  reading: Reading,
  field: string,
  [given, like]: readonly [unknown, readonly unknown[]],
): unknown => {
  if (!Array.isArray(given)) return wrong(reading, field, ['LIST', '[…]']);
  return given.map((each: unknown, index) =>
    readLike(reading, `${field}.${index}`, [each, like[Math.min(index, like.length - 1)]]),
  );
};

const readRecord = (
  reading: Reading,
  field: string,
  [given, like]: readonly [unknown, Readonly<Record<string, unknown>>],
): unknown => {
  const names = Object.keys(like);
  const isSame =
    isRecord(given) &&
    Object.keys(given).length === names.length &&
    names.every((name) => Object.hasOwn(given, name));
  if (!isSame) return wrong(reading, field, ['FIELDS_DIFFER', names.join(', ')]);
  return Object.fromEntries(
    names.map((name) => [name, readLike(reading, `${field}.${name}`, [given[name], like[name]])]),
  );
};

/** A value of the same shape as the rule has it now: only figures and known words can change. */
export const readLike = (
  reading: Reading,
  field: string,
  [given, like]: readonly [unknown, unknown],
): unknown => {
  const choices = reading.choices[lastName(field)];
  if (choices?.includes(given) === true) return given;
  if (choices !== undefined && typeof like !== 'number' && like !== null)
    return wrong(reading, field, ['NOT_A_CHOICE', choices.join(', ')]);
  switch (typeof like) {
    case 'bigint':
      return readAmount(reading, field, given);
    case 'number':
      return readNumber(reading, field, given);
    case 'boolean':
      return typeof given === 'boolean'
        ? given
        : wrong(reading, field, ['TRUE_OR_FALSE', 'true, false']);
    case 'string':
      return readText(reading, field, given, like);
    default:
      if (Array.isArray(like)) return readList(reading, field, [given, like]);
      if (isRecord(like)) return readRecord(reading, field, [given, like]);
      // No limit now (null): none, or a number.
      return given === null ? null : readNumber(reading, field, given);
  }
};

const noteTexts = (known: Map<string, Set<string>>, name: string, value: unknown): void => {
  if (typeof value === 'string') known.set(name, (known.get(name) ?? new Set()).add(value));
  else if (Array.isArray(value)) for (const each of value) noteTexts(known, name, each);
  else if (isRecord(value))
    for (const [inner, each] of Object.entries(value)) noteTexts(known, inner, each);
};

const SECTORS = ['TRANSPORT', 'OTHER'];
export const CONFIDENCES: readonly Confidence[] = ['V', 'P', 'K', 'D'];
/** Words that the code knows although no row of the rule uses them at present. */
const FURTHER_WORDS: Readonly<Record<string, readonly string[]>> = {
  payers: ['APBD', 'APBN', 'SELF'],
  sector: SECTORS,
  confidence: CONFIDENCES,
};

export const readingFor = (rule: Rule<unknown>): Reading => {
  const known = new Map<string, Set<string>>();
  for (const { value } of rule.rows) noteTexts(known, 'value', value);
  for (const [name, texts] of known) for (const more of FURTHER_WORDS[name] ?? []) texts.add(more);
  return { faults: [], choices: rule.doubt?.choices ?? {}, known };
};
