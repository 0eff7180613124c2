// The refused rows back as the same file plus three columns: reasons, where they stand, which row.
import type { RowVerdict } from '../../domain/roster/events.ts';
import { csvLine } from './csv-cell.ts';
import type { RosterReading } from './roster-csv.ts';
import { ROW_PROBLEM_TEXTS } from './row-problem-texts.ts';

const REASON_COLUMN = 'ALASAN';
const PLACE_COLUMN = 'KOLOM';
const ROW_COLUMN = 'BARIS';
const BYTE_ORDER_MARK = '\uFEFF'; // Without it a spreadsheet reads names in the wrong encoding.

/** A file that was handed back once already does not grow the same columns again. */
const keptPlaces = (header: readonly string[]): readonly number[] =>
  header.flatMap((name, place) =>
    [REASON_COLUMN, PLACE_COLUMN, ROW_COLUMN].includes(name.trim().toUpperCase()) ? [] : [place],
  );

const refusalsByRow = (
  verdicts: readonly RowVerdict[],
): ReadonlyMap<number, readonly RowVerdict[]> => {
  const found = new Map<number, RowVerdict[]>();
  for (const verdict of verdicts) {
    if (verdict.severity !== 'refused') continue;
    const known = found.get(verdict.row);
    if (known === undefined) found.set(verdict.row, [verdict]);
    else known.push(verdict);
  }
  return found;
};

/** Personal data: write it only where the person who sent the list may read it. */
export const refusedRowsCsv = function* (
  reading: Pick<RosterReading, 'delimiter' | 'header' | 'refused' | 'verdicts'>,
  language: 'id' | 'en' = 'id',
): Generator<string> {
  const places = keptPlaces(reading.header);
  const reasons = refusalsByRow(reading.verdicts);
  const line = (cells: readonly string[], ...about: readonly string[]): string => {
    const kept = places.map((place) => cells[place] ?? '');
    return csvLine([...kept, ...about], reading.delimiter);
  };
  yield BYTE_ORDER_MARK + line(reading.header, REASON_COLUMN, PLACE_COLUMN, ROW_COLUMN);
  for (const { row, cells } of reading.refused) {
    const found = reasons.get(row) ?? [];
    const texts = found.map(({ problem }) => ROW_PROBLEM_TEXTS[problem][language]);
    // The row of the file that was sent: the refused ones alone are counted anew.
    const columns = found.map(({ column }) => column).join(', ');
    yield line(cells, texts.join(' '), columns, String(row));
  }
};
