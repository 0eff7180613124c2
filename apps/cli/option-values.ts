// Parsers of option values: a wrong value is a usage error (exit 2) that names the form expected.
import { InvalidArgumentError } from 'commander';
import {
  isLocalDate,
  isMonth,
  type LocalDate,
  type Month,
  startOfOfficeDay,
} from '../../domain/calendar.ts';
import type { RupiahText } from '../../domain/money.ts';
import { isAreaCode, readKelurahan } from '../../domain/region.ts';
import type { Position } from '../../infra/event-store/event-store.ts';
import { cursorKeys, PAGE_ROWS_MAX } from '../../projections/page.ts';
import type { Expectation } from '../copy/usage-phrases.ts';

/** By its code: the sentence is put together where the language is known (`usage.ts`). */
export const expected = (what: Expectation, choices = ''): InvalidArgumentError =>
  new InvalidArgumentError(`${what} ${choices}`.trimEnd());

export const dayOption = (text: string): LocalDate => {
  if (!isLocalDate(text)) throw expected('day');
  return text;
};

/** A bare day stands for the beginning of that office day. */
export const instantOption = (text: string): string => {
  if (isLocalDate(text)) return startOfOfficeDay(text);
  const ms = Date.parse(text);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text) || Number.isNaN(ms)) throw expected('instant');
  return new Date(ms).toISOString();
};

export const monthOption = (text: string): Month => {
  if (!isMonth(text)) throw expected('month');
  return text;
};

/** A reason that stays: words, not blanks. */
export const reasonOption = (text: string): string => {
  if (text.trim() === '') throw expected('reason');
  return text;
};

const AGENDA_CHARS_MAX = 64;

/** As it stands in the office's register; nobody's own number, so any sign on a keyboard. */
export const agendaOption = (text: string): string => {
  const number = text.trim();
  const isPrintable = /^[\x20-\x7e]+$/.test(number);
  if (!isPrintable || number.length > AGENDA_CHARS_MAX) throw expected('agenda');
  return number;
};

/** `-`: from the prompt or the pipe. A number typed here would stay in the shell's history. */
export const promptOption = (text: string): '-' => {
  if (text !== '-') throw expected('prompt');
  return text;
};

export const yearOption = (text: string): string => {
  if (!/^20\d{2}$/.test(text)) throw expected('year');
  return text;
};

export const rupiahOption = (text: string): RupiahText => {
  if (!/^\d{1,15}$/.test(text)) throw expected('rupiah');
  return BigInt(text).toString() as RupiahText;
};

export const countOption = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw expected('count');
  return Number(text);
};

/** The first, the second … of one day. */
export const ordinalOption = (text: string): number => {
  if (!/^[1-9]$/.test(text)) throw expected('ordinal');
  return Number(text);
};

/** Rows of one page: what a list would cut off silently is refused. */
export const limitOption = (text: string): number => {
  const limit = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (limit < 1 || limit > PAGE_ROWS_MAX) throw expected('limit');
  return limit;
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const idOption = (text: string): string => {
  const id = text.toLowerCase();
  if (!UUID.test(id)) throw expected('id');
  return id;
};

/** `claim-<uuid>` or the bare uuid. */
export const streamOption = (text: string): string => {
  const id = text
    .toLowerCase()
    .match(/^(?:[a-z_]+-)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/);
  if (id?.[1] === undefined) throw expected('stream');
  return id[1];
};

export const areaOption = (text: string): string => {
  if (!isAreaCode(text)) throw expected('area');
  return text;
};

/** A code of any region, or a name where the villages of the region are listed. */
export const kelurahanOption = (text: string): string => {
  const region = /^\d{2}\.?\d{2}/.test(text) ? text.replace(/\./g, '').slice(0, 4) : '6474';
  const found = readKelurahan(text, `${region.slice(0, 2)}.${region.slice(2)}`);
  if (found.status === 'refused') throw expected('kelurahan');
  return found.code;
};

/** Where cards of a list are handed over: a kelurahan, or the whole of a district. */
export const placeOption = (text: string): string =>
  /^\d{2}\.\d{2}\.\d{2}$/.test(text) ? areaOption(text) : kelurahanOption(text);

/** A cursor of this list: a list's cursor has as many keys as the list has columns to sort by. */
export const cursorOption =
  (keys: readonly ((key: string) => boolean)[]) =>
  (text: string): string => {
    const found = cursorKeys({ cursor: text }, keys.length);
    const fits = found.length === keys.length && keys.every((isOf, at) => isOf(found[at] ?? ''));
    if (!fits) throw expected('cursor');
    return text;
  };

export const isIdKey = (key: string): boolean => UUID.test(key);
export const isInstantKey = (key: string): boolean =>
  key === 'infinity' || !Number.isNaN(Date.parse(key));

/** An id with words behind it. */
export const isTextKey = (key: string): boolean => /^[\w:-]{1,120}$/.test(key);

export const isDayKey = (key: string): boolean => isLocalDate(key);

export const isPositionKey = (key: string): boolean => /^\d{1,18}$/.test(key);

export const positionOption = (text: string): Position => {
  if (!isPositionKey(text)) throw expected('position');
  return text as Position;
};

/** One of a fixed list, e.g. an office or an act. */
export const oneOf =
  <Choice extends string>(choices: readonly Choice[]) =>
  (text: string): Choice => {
    const found = choices.find((choice) => choice === text || choice === text.toUpperCase());
    if (found === undefined) throw expected('choice', choices.join(', '));
    return found;
  };

/** Repeated or comma-separated values. */
export const collect =
  <Value>(parse: (text: string) => Value) =>
  (text: string, before: readonly Value[] | undefined): readonly Value[] => [
    ...(before ?? []),
    ...text.split(',').map((part) => parse(part.trim())),
  ];
