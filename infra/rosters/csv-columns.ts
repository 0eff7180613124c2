// Finds our columns in the header of somebody's file, whatever they call them.
import type { CsvRefusal } from './csv-table.ts';

/** Our column → the names that lists use for it. */
export type ColumnNames<Column extends string> = Readonly<Record<Column, readonly string[]>>;

/** Our column → its place in the file, or null where an optional column is absent. */
export type ColumnPlaces<Column extends string> = Readonly<Record<Column, number | null>>;

const keyOf = (name: string): string => name.toUpperCase().replace(/[^A-Z]/g, '');

export const findColumns = <Column extends string>(
  header: readonly string[],
  names: ColumnNames<Column>,
  isOptional: (column: Column) => boolean,
): { readonly places: ColumnPlaces<Column> } | { readonly refused: CsvRefusal } => {
  const columns = Object.keys(names) as Column[];
  const keys = header.map(keyOf);
  const found = columns.map((column) => {
    const wanted = [column, ...names[column]].map(keyOf);
    return { column, places: keys.flatMap((key, place) => (wanted.includes(key) ? [place] : [])) };
  });
  const twice = found.find(({ places }) => places.length > 1);
  if (twice !== undefined)
    return { refused: { code: 'ColumnTwice', facts: { column: twice.column } } };
  const missing = found.filter(({ column, places }) => places.length === 0 && !isOptional(column));
  // One single unknown cell is a text, not a table with other names.
  if (header.length === 1 && missing.length > 1)
    return { refused: { code: 'FileNotCsv', facts: { line: 1 } } };
  if (missing.length > 0) {
    const names = missing.map(({ column }) => column).join(', ');
    return { refused: { code: 'ColumnsMissing', facts: { columns: names } } };
  }
  const places = Object.fromEntries(found.map((f) => [f.column, f.places[0] ?? null]));
  return { places: places as ColumnPlaces<Column> };
};
