// Reads a hand-over list: a CSV whose column KARTU names the cards that were handed over.
import type { Sentence } from '../local/sentence.ts';
import { cellText } from '../rosters/csv-cell.ts';
import { type ColumnNames, findColumns } from '../rosters/csv-columns.ts';
import { type CsvRefusal, openCsv } from '../rosters/csv-table.ts';
import { fileRefusalText } from '../rosters/file-refusal-texts.ts';

/** Not `NO KARTU`: offices write the membership number there, which is personal. */
const COLUMNS: ColumnNames<'KARTU'> = { KARTU: ['ID KARTU', 'CARD'] };

/** The form of our card ids. Anything else may be personal and must not reach the log. */
const CARD_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export type HandOverList =
  | { readonly status: 'read'; readonly cardIds: readonly string[] }
  /** `row` (1 = first data row): where something else than a card id stands; never its text. */
  | {
      readonly status: 'refused';
      readonly code: string;
      readonly row?: number;
      /** Of a file that is no table of cards at all: why, and what to do. */
      readonly sentence?: Sentence;
    };

const refusedFile = (refusal: CsvRefusal): HandOverList => ({
  status: 'refused',
  code: refusal.code,
  sentence: fileRefusalText(refusal),
});

/** Card ids in the order of the rows; the same card twice counts once. */
export const readHandOverList = async (bytes: Uint8Array): Promise<HandOverList> => {
  const table = await openCsv([bytes]);
  if ('code' in table) return refusedFile(table);
  const columns = findColumns(table.header, COLUMNS, () => false);
  if ('refused' in columns) return refusedFile(columns.refused);
  const place = columns.places.KARTU;
  const cardIds = new Set<string>();
  let row = 0;
  for await (const { cells } of table.rows) {
    row += 1;
    const cardId = place === null ? '' : cellText(cells[place] ?? '');
    if (cardId === '') continue;
    if (!CARD_ID.test(cardId)) return { status: 'refused', code: 'CardIdMalformed', row };
    cardIds.add(cardId.toLowerCase());
  }
  const refusal = table.refusal();
  if (refusal !== null) return refusedFile(refusal);
  return { status: 'read', cardIds: [...cardIds] };
};
