// Reads the fields of a case as a lawyer wrote them; a wrong one is named with what was expected.
import { isLocalDate, isMonth, type LocalDate, type Month } from '../../calendar.ts';

export type Expectation =
  | 'AMOUNT'
  | 'AT_MOST'
  | 'BOOLEAN'
  | 'CONSISTENT_WITH'
  | 'COUNT'
  | 'DATE'
  | 'KNOWN_REF'
  | 'LIST'
  | 'MEASURE'
  | 'MONTH'
  | 'NOT_A_WORK_ACCIDENT'
  | 'OBJECT'
  | 'ONE_OF'
  | 'ON_OR_AFTER'
  | 'REQUIRED_WITH'
  | 'TEXT';

export type Problem = {
  /** Path of the field, e.g. `children[0].birth_date`. */
  readonly field: string;
  readonly expected: Expectation;
  readonly detail: string;
};

type Value = Readonly<Record<string, unknown>>;
type Limits = { readonly min?: number; readonly max?: number };

export type Fields = {
  has(name: string): boolean;
  date(name: string): LocalDate;
  optionalDate(name: string): LocalDate | null;
  month(name: string): Month;
  optionalMonth(name: string): Month | null;
  amount(name: string): bigint;
  optionalAmount(name: string): bigint | null;
  count(name: string, limits?: Limits): number;
  optionalCount(name: string, limits?: Limits): number | null;
  /** Hundredths of a number with at most two decimals. */
  optionalMeasure(name: string): bigint | null;
  flag(name: string, fallback?: boolean): boolean;
  oneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice;
  optionalOneOf<Choice extends string>(name: string, choices: readonly Choice[]): Choice | null;
  optionalText(name: string): string | null;
  optionalList(name: string): readonly Fields[] | null;
  optionalTexts(name: string): readonly string[] | null;
  optionalObject(name: string): Fields | null;
  raw(name: string): unknown;
  refuse(name: string, expected: Expectation, detail?: string): void;
};

export type Reading = {
  readonly fields: Fields;
  problems(): readonly Problem[];
  /** Fields that nothing asked for: misspelt, or of another kind of case. */
  unread(): readonly string[];
};

/** Stands for a field that was wrong; a case with problems is never calculated. */
const NO_DATE = '2024-01-01' as LocalDate;
const NO_MONTH = '2024-01' as Month;
const AMOUNT_MAX = 1_000_000_000_000_000n;
const COUNT_MAX = 100_000_000;

export const isRecord = (value: unknown): value is Value =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const amountIn = (value: unknown): bigint | null => {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : null;
  return typeof value === 'string' && /^\d{1,18}$/.test(value) ? BigInt(value) : null;
};

const measureIn = (value: unknown): bigint | null => {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0 || value > 1_000_000)
    return null;
  const hundredths = Math.round(value * 100);
  return Math.abs(value * 100 - hundredths) < 1e-6 ? BigInt(hundredths) : null;
};

type Shared = { readonly problems: Problem[]; readonly unread: Set<string> };
/** One object of the case; `path` is where it stands. */
type Spot = { readonly value: Value; readonly path: string; readonly shared: Shared };

const at = ({ path }: Spot, name: string): string => (path === '' ? name : `${path}.${name}`);

const refuse = (spot: Spot, [name, expected, detail]: readonly [string, Expectation, string]) => {
  const field = at(spot, name);
  // Two readers of one field find the same fault.
  const isKnown = spot.shared.problems.some(
    (problem) => problem.field === field && problem.expected === expected,
  );
  if (!isKnown) spot.shared.problems.push({ field, expected, detail });
};

const raw = (spot: Spot, name: string): unknown => {
  spot.shared.unread.delete(at(spot, name));
  return spot.value[name];
};

type Find<Found> = (given: unknown) => Found | null;
type Wanted<Found> = readonly [expected: Expectation, find: Find<Found>, detail?: string];

/** Null when absent, and when malformed: that was refused. */
const optional = <Found>(
  spot: Spot,
  name: string,
  [expected, find, detail = '']: Wanted<Found>,
): Found | null => {
  const given = raw(spot, name);
  if (given === undefined || given === null) return null;
  const found = find(given);
  if (found === null) refuse(spot, [name, expected, detail]);
  return found;
};

/** Absent is as wrong as malformed. */
const needed = <Found>(
  spot: Spot,
  name: string,
  [[expected, find, detail = ''], instead]: readonly [Wanted<Found>, Found],
): Found => {
  const given = spot.value[name];
  if (given === undefined || given === null) refuse(spot, [name, expected, detail]);
  return optional(spot, name, [expected, find, detail]) ?? instead;
};

const aDate: Wanted<LocalDate> = [
  'DATE',
  (given) => (typeof given === 'string' && isLocalDate(given) ? given : null),
];
const aMonth: Wanted<Month> = [
  'MONTH',
  (given) => (typeof given === 'string' && isMonth(given) ? given : null),
];
const anAmount: Wanted<bigint> = [
  'AMOUNT',
  (given) => {
    const amount = amountIn(given);
    return amount !== null && amount >= 0n && amount <= AMOUNT_MAX ? amount : null;
  },
];
const aCount = ({ min = 0, max = COUNT_MAX }: Limits = {}): Wanted<number> => [
  'COUNT',
  (given) =>
    typeof given === 'number' && Number.isSafeInteger(given) && given >= min && given <= max
      ? given
      : null,
  `${min}–${max}`,
];
const aChoice = <Choice extends string>(choices: readonly Choice[]): Wanted<Choice> => [
  'ONE_OF',
  (given) => choices.find((choice) => choice === given) ?? null,
  choices.join(', '),
];
const aFlag: Wanted<boolean> = ['BOOLEAN', (given) => (typeof given === 'boolean' ? given : null)];
const aText: Wanted<string> = [
  'TEXT',
  (given) => (typeof given === 'string' && given.trim() !== '' ? given : null),
];
const texts: Wanted<readonly string[]> = [
  'LIST',
  (given) =>
    Array.isArray(given) && given.every((item) => typeof item === 'string') ? given : null,
];
const records: Wanted<readonly Value[]> = [
  'LIST',
  (given) => (Array.isArray(given) && given.every(isRecord) ? given : null),
];
const aRecord: Wanted<Value> = ['OBJECT', (given) => (isRecord(given) ? given : null)];

const fieldsOf = (spot: Spot): Fields => {
  const { value, shared } = spot;
  for (const name of Object.keys(value)) shared.unread.add(at(spot, name));
  const below = (name: string, found: Value): Fields =>
    fieldsOf({ value: found, path: at(spot, name), shared });
  return {
    has: (name) => value[name] !== undefined,
    raw: (name) => raw(spot, name),
    refuse: (name, expected, detail = '') => refuse(spot, [name, expected, detail]),
    date: (name) => needed(spot, name, [aDate, NO_DATE]),
    optionalDate: (name) => optional(spot, name, aDate),
    month: (name) => needed(spot, name, [aMonth, NO_MONTH]),
    optionalMonth: (name) => optional(spot, name, aMonth),
    amount: (name) => needed(spot, name, [anAmount, 0n]),
    optionalAmount: (name) => optional(spot, name, anAmount),
    count: (name, limits) => needed(spot, name, [aCount(limits), limits?.min ?? 0]),
    optionalCount: (name, limits) => optional(spot, name, aCount(limits)),
    optionalMeasure: (name) => optional(spot, name, ['MEASURE', measureIn]),
    flag: (name, fallback = false) => optional(spot, name, aFlag) ?? fallback,
    oneOf: (name, choices) => {
      const [first] = choices;
      if (first === undefined) throw new Error('no choice is offered');
      return needed(spot, name, [aChoice(choices), first]);
    },
    optionalOneOf: (name, choices) => optional(spot, name, aChoice(choices)),
    optionalText: (name) => optional(spot, name, aText),
    optionalTexts: (name) => optional(spot, name, texts),
    optionalList: (name) =>
      optional(spot, name, records)?.map((item, index) => below(`${name}[${index}]`, item)) ?? null,
    optionalObject: (name) => {
      const found = optional(spot, name, aRecord);
      return found === null ? null : below(name, found);
    },
  };
};

export const readFields = (value: Value): Reading => {
  const shared: Shared = { problems: [], unread: new Set() };
  return {
    fields: fieldsOf({ value, path: '', shared }),
    problems: () => shared.problems,
    unread: () => [...shared.unread],
  };
};
