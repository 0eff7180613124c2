// What docs/comparison.md claims can be run: every path it names is there, and no row is built and open at once.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(ROOT, 'docs/comparison.md'), 'utf8');

const ROOMS = /^(domain|workflows|activities|projections|infra|apps|bench|test|docs)\//;

/** `test/{a,b}/x.test.ts` stands for two paths; groups stand inside groups too. */
const expanded = (text: string): readonly string[] => {
  const group = /\{([^{}]*)\}/.exec(text);
  if (group === null) return [text];
  return (group[1] ?? '').split(',').flatMap((part) => expanded(text.replace(group[0], part)));
};

const paths = [...page.matchAll(/`([^`]+)`/g)]
  .flatMap(([, text = '']) => text.split(' '))
  .filter((text) => ROOMS.test(text))
  .flatMap(expanded);

/** A test may be named without its ending. */
const stands = (path: string): boolean =>
  ['', '.test.ts'].some((ending) => existsSync(join(ROOT, `${path}${ending}`)));

const inTable = [...page.matchAll(/^\| ([A-Z]\d+) \|/gm)].map(([, id = '']) => id);

/** `P1–P3` is three rows. */
const isOpen = (page.split('\nOpen: ')[1] ?? '').split('.')[0] ?? '';
const open = [...isOpen.matchAll(/([A-Z])(\d+)(?:–[A-Z](\d+))?/g)].flatMap(
  ([, letter = '', from = '', to = from]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, n) => `${letter}${Number(from) + n}`),
);

test('every path that the comparison names is there', () => {
  expect(paths.length).toBeGreaterThan(40);
  expect(paths.filter((path) => !stands(path))).toEqual([]);
});

/** How many rows each part of the field has. */
const FIELD = { V: 17, A: 14, F: 18, E: 11, P: 7, O: 14 };

test('every row of the field stands once, either in the table or among the open ones', () => {
  const rows = [...inTable, ...open];
  const field = Object.entries(FIELD).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, n) => `${letter}${n + 1}`),
  );
  expect(field.filter((id) => !rows.includes(id))).toEqual([]);
  expect(rows.filter((id, place) => rows.indexOf(id) !== place)).toEqual([]);
});
