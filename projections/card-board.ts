// How many cards of a kelurahan and tranche were made and reached a hand, by scan or by list.
import { sql } from 'kysely';
import { cardTable } from './card-board/card-row.ts';
import type { ReadModels } from './keyed-table.ts';
import { equals, whereAll } from './page.ts';

export type CardBoardRow = {
  readonly kelurahan: string;
  readonly trancheId: string;
  /** Terdaftar: persons who are to have a card. */
  readonly enrolled: number;
  readonly issued: number;
  readonly handedOver: number;
  readonly byScan: number;
  readonly byList: number;
  readonly toFamily: number;
  /** Handed over of enrolled, in percent with one decimal; null where nobody is enrolled. */
  readonly percent: number | null;
};

/** Rounded down: a hundred percent is shown only when every card has arrived. */
const percentOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((part * 1_000) / whole) / 10;

export const cardBoard = async (
  db: ReadModels,
  filter: { readonly trancheId?: string; readonly kelurahan?: string } = {},
): Promise<readonly CardBoardRow[]> => {
  const where = whereAll([
    equals(sql`t.tranche_id`, filter.trancheId),
    equals(sql`t.kelurahan`, filter.kelurahan),
  ]);
  const answer = await sql<Omit<CardBoardRow, 'percent'>>`
    select t.kelurahan, t.tranche_id as "trancheId",
      count(*) filter (where t.enrolled)::int as enrolled,
      count(t.issued_at)::int as issued,
      count(t.handed_over_at)::int as "handedOver",
      count(*) filter (where t.method = 'SCAN')::int as "byScan",
      count(*) filter (where t.method = 'LIST')::int as "byList",
      count(*) filter (where t.received_by = 'FAMILY')::int as "toFamily"
    from ${sql.table(cardTable.name)} as t ${where}
    group by t.kelurahan, t.tranche_id order by t.kelurahan, t.tranche_id`.execute(db);
  return answer.rows.map((row) => ({ ...row, percent: percentOf(row.handedOver, row.enrolled) }));
};
