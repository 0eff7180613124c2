// Cursor paging: a page says where the next one begins, so that new rows never shift what was read.
import { type RawBuilder, sql } from 'kysely';

export const PAGE_ROWS_MAX = 500;
const PAGE_ROWS = 50;

export type PageWish = { readonly limit?: number; readonly cursor?: string };
export type Page<Row> = { readonly rows: readonly Row[]; readonly nextCursor: string | null };

export const limitOf = (wish: PageWish): number =>
  Math.min(PAGE_ROWS_MAX, Math.max(1, Math.trunc(wish.limit ?? PAGE_ROWS)));

export const encodeCursor = (keys: readonly string[]): string =>
  Buffer.from(JSON.stringify(keys), 'utf8').toString('base64url');

const readCursor = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
};

/** For the edge, before it asks: a cursor is a caller's text and may be anything. */
export const isCursor = (cursor: string): boolean => {
  const keys = readCursor(cursor);
  return Array.isArray(keys) && keys.every((key) => typeof key === 'string');
};

/** Where the last page ended; a cursor that is not of this list begins at its first row again. */
export const cursorKeys = (wish: PageWish, count: number): readonly string[] => {
  const keys = wish.cursor === undefined ? undefined : readCursor(wish.cursor);
  if (!Array.isArray(keys) || keys.length !== count) return [];
  return keys.every((key) => typeof key === 'string') ? keys : [];
};

/** One row more than asked tells whether a next page exists. */
export const pageOf = <Row>(
  rows: readonly Row[],
  limit: number,
  keysOf: (row: Row) => readonly string[],
): Page<Row> => {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { rows: shown, nextCursor: more ? encodeCursor(keysOf(last)) : null };
};

/** The few rows of a list that is held in memory, in the order of their keys. */
export const pageOfAll = <Row>(
  rows: readonly Row[],
  wish: PageWish,
  keyOf: (row: Row) => string,
): Page<Row> => {
  const limit = limitOf(wish);
  const [after = ''] = cursorKeys(wish, 1);
  const later = rows.filter((row) => keyOf(row) > after);
  const sorted = later.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return pageOf(sorted.slice(0, limit + 1), limit, (row) => [keyOf(row)]);
};

/** `where a and b`, or nothing. */
export const whereAll = (
  conditions: readonly (RawBuilder<unknown> | null)[],
): RawBuilder<unknown> => {
  const present = conditions.filter((condition) => condition !== null);
  return present.length === 0 ? sql`` : sql`where ${sql.join(present, sql` and `)}`;
};

/** Equality with a wish, or nothing when there is no wish. */
export const equals = (
  column: RawBuilder<unknown>,
  value: string | undefined,
): RawBuilder<unknown> | null => (value === undefined ? null : sql`${column} = ${value}`);

/** One of several, or nothing when there is no wish; of none of them there is no row. */
export const isOneOf = (
  column: RawBuilder<unknown>,
  values: readonly string[] | undefined,
): RawBuilder<unknown> | null =>
  values === undefined ? null : sql`${column} = any(${[...values]}::text[])`;
