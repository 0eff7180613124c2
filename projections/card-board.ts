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

type Counted = Omit<CardBoardRow, 'trancheId'>;

const added = (one: Counted, other: Counted): Counted => {
  const enrolled = one.enrolled + other.enrolled;
  const handedOver = one.handedOver + other.handedOver;
  return {
    kelurahan: one.kelurahan,
    enrolled,
    issued: one.issued + other.issued,
    handedOver,
    byScan: one.byScan + other.byScan,
    byList: one.byList + other.byList,
    toFamily: one.toFamily + other.toFamily,
    percent: percentOf(handedOver, enrolled),
  };
};

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

/** The same counts without the tranches: one row per kelurahan, in the order of the board. */
export const cardsByKelurahan = (rows: readonly CardBoardRow[]): readonly Counted[] => {
  const sums = new Map<string, Counted>();
  for (const { trancheId: _, ...row } of rows) {
    const known = sums.get(row.kelurahan);
    sums.set(row.kelurahan, known === undefined ? row : added(known, row));
  }
  return [...sums.values()];
};
