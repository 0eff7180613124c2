// Numbered letters: of one claim, of one series with its void numbers, or the one of a number.
import { sql } from 'kysely';
import type { Office } from '../domain/actor.ts';
import type { LetterKind } from '../domain/letter/letter-events.ts';
import { type ReadModels, selectRows } from './keyed-table.ts';
import { type LetterRow, letterTable } from './letter-book/letter-row.ts';
import { cursorKeys, limitOf, type Page, type PageWish, pageOf, whereAll } from './page.ts';

export type LetterFilter = {
  readonly claimId?: string;
  readonly office?: Office;
  readonly kind?: LetterKind;
  readonly year?: number;
};

/** In the order of their numbers, series by series: a gap would show. */
export const listLetters = async (
  db: ReadModels,
  wish: LetterFilter & PageWish,
): Promise<Page<LetterRow>> => {
  const limit = limitOf(wish);
  const { claimId, office, kind, year } = wish;
  const [series, number] = cursorKeys(wish, 2);
  const isPlace = series !== undefined && number !== undefined && /^\d+$/.test(number);
  const where = whereAll([
    claimId === undefined ? null : sql`t.claim_id = ${claimId}`,
    office === undefined ? null : sql`t.office = ${office}`,
    kind === undefined ? null : sql`t.kind = ${kind}`,
    year === undefined ? null : sql`t.year = ${year}`,
    isPlace ? sql`(t.series_id, t.number) > (${series}, ${Number(number)})` : null,
  ]);
  const rows = await selectRows(
    db,
    letterTable,
    sql`${where} order by t.series_id, t.number limit ${limit + 1}`,
  );
  return pageOf(rows, limit, (row) => [row.seriesId, String(row.number)]);
};

/** Two offices may write the same code: then there are two letters of one number. */
export const lettersOfNumber = (db: ReadModels, reference: string): Promise<readonly LetterRow[]> =>
  selectRows(db, letterTable, sql`where upper(t.reference) = ${reference.toUpperCase()}`);
