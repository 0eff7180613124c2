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

export const dayOption = (text: string): LocalDate => {
  if (!isLocalDate(text)) throw new InvalidArgumentError('tanggal YYYY-MM-DD / a day YYYY-MM-DD');
  return text;
};

/** A bare day stands for the beginning of that office day. */
export const instantOption = (text: string): string => {
  if (isLocalDate(text)) return startOfOfficeDay(text);
  const ms = Date.parse(text);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text) || Number.isNaN(ms))
    throw new InvalidArgumentError('YYYY-MM-DD atau / or 2023-11-05T08:00:00+08:00');
  return new Date(ms).toISOString();
};

export const monthOption = (text: string): Month => {
  if (!isMonth(text)) throw new InvalidArgumentError('bulan YYYY-MM / a month YYYY-MM');
  return text;
};

export const rupiahOption = (text: string): RupiahText => {
  if (!/^\d{1,15}$/.test(text))
    throw new InvalidArgumentError('rupiah bulat tanpa titik / whole rupiah without separators');
  return BigInt(text).toString() as RupiahText;
};

export const countOption = (text: string): number => {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('bilangan bulat / a whole number');
  return Number(text);
};

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const idOption = (text: string): string => {
  const id = text.toLowerCase();
  if (!UUID.test(id)) throw new InvalidArgumentError('id berbentuk UUID / an id in UUID form');
  return id;
};

/** One of a fixed list, e.g. an office or an act. */
export const oneOf =
  <Choice extends string>(choices: readonly Choice[]) =>
  (text: string): Choice => {
    const found = choices.find((choice) => choice === text || choice === text.toUpperCase());
    if (found === undefined) throw new InvalidArgumentError(choices.join(' | '));
    return found;
  };

/** Repeated or comma-separated values. */
export const collect =
  <Value>(parse: (text: string) => Value) =>
  (text: string, before: readonly Value[] | undefined): readonly Value[] => [
    ...(before ?? []),
    ...text.split(',').map((part) => parse(part.trim())),
  ];
