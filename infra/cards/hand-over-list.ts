// Reads a hand-over list: a CSV whose column KARTU names the cards that were handed over.
import { cellText } from '../rosters/csv-cell.ts';
import { type ColumnNames, findColumns } from '../rosters/csv-columns.ts';
import { openCsv } from '../rosters/csv-table.ts';

const COLUMNS: ColumnNames<'KARTU'> = { KARTU: ['ID KARTU', 'NO KARTU', 'NOMOR KARTU', 'CARD'] };

export type HandOverList =
  | { readonly status: 'read'; readonly cardIds: readonly string[] }
  | { readonly status: 'refused'; readonly code: string };

/** Card ids in the order of the rows; the same card twice counts once. */
export const readHandOverList = async (bytes: Uint8Array): Promise<HandOverList> => {
  const table = await openCsv([bytes]);
  if ('code' in table) return { status: 'refused', code: table.code };
  const columns = findColumns(table.header, COLUMNS, () => false);
  if ('refused' in columns) return { status: 'refused', code: columns.refused.code };
  const place = columns.places.KARTU;
  const cardIds = new Set<string>();
  for await (const { cells } of table.rows) {
    const cardId = place === null ? '' : cellText(cells[place] ?? '');
    if (cardId !== '') cardIds.add(cardId);
  }
  const refusal = table.refusal();
  if (refusal !== null) return { status: 'refused', code: refusal.code };
  return { status: 'read', cardIds: [...cardIds] };
};
