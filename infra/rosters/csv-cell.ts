// Writes CSV lines that a spreadsheet opens as text: quoted where needed, never as a formula.

/** A spreadsheet runs a cell that begins with one of these as a formula. */
const FORMULA_START = /^[=+\-@\t\r]/;

const csvCell = (text: string, delimiter: string): string => {
  const safe = FORMULA_START.test(text) ? `'${text}` : text;
  const needsQuotes = safe.includes(delimiter) || /["\r\n]|^\s|\s$/.test(safe);
  return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** One line with its line end (CRLF, RFC 4180). */
export const csvLine = (cells: readonly string[], delimiter = ','): string =>
  `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`;

/** What a person meant by a cell: no blanks around, no apostrophe that only forces text. */
export const cellText = (raw: string): string => raw.trim().replace(/^'(?=[=+\-@\d])/, '');
