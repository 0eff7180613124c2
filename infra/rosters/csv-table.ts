// Reads the table in a CSV file as a stream: any usual delimiter, strict UTF-8, with limits.
import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';

export type CsvLimits = { readonly bytesMax: number; readonly rowsMax: number };

/** Enough for a large city in one file; more comes in several. */
export const CSV_LIMITS: CsvLimits = { bytesMax: 64 * 1024 * 1024, rowsMax: 200_000 };

const HEADER_CHARACTERS_MAX = 16_384;
const RECORD_CHARACTERS_MAX = 16_384;

/** Why a file is no table for us. The facts never hold a cell of the file. */
export type CsvRefusal =
  | { readonly code: 'FileTooLarge'; readonly facts: { readonly bytesMax: number } }
  | { readonly code: 'FileTooManyRows'; readonly facts: { readonly rowsMax: number } }
  | { readonly code: 'FileEmpty'; readonly facts: Readonly<Record<string, never>> }
  | { readonly code: 'FileNotText'; readonly facts: { readonly looksLike: string } }
  | { readonly code: 'FileNotCsv'; readonly facts: { readonly line: number } }
  | { readonly code: 'ColumnsMissing'; readonly facts: { readonly columns: string } }
  | { readonly code: 'ColumnTwice'; readonly facts: { readonly column: string } };

/** `row` counts from 1 at the first line after the header, blank lines included. */
export type CsvRow = { readonly row: number; readonly cells: readonly string[] };

export type CsvSource = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export type CsvTable = {
  readonly delimiter: string;
  readonly header: readonly string[];
  /** Ends early when the file turns out to be refused; ask `refusal` after the last row. */
  readonly rows: AsyncIterable<CsvRow>;
  refusal(): CsvRefusal | null;
};

/** Set once by whichever part of the pipe finds the fault; everything after it stops. */
type Fault = { refusal: CsvRefusal | null };

const startsWith = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** Names the files that people send instead of a CSV. */
const foreignKind = (head: Uint8Array): string | null => {
  if (startsWith(head, [0x50, 0x4b, 0x03, 0x04])) return 'XLSX';
  if (startsWith(head, [0xd0, 0xcf, 0x11, 0xe0])) return 'XLS';
  if (startsWith(head, [0x25, 0x50, 0x44, 0x46])) return 'PDF';
  if (startsWith(head, [0xff, 0xfe]) || startsWith(head, [0xfe, 0xff])) return 'UTF-16';
  // In the first line: one in a row below is that row's fault, and comes back with it.
  const firstLineEnd = head.indexOf(0x0a);
  return head.subarray(0, firstLineEnd < 0 ? undefined : firstLineEnd).includes(0)
    ? 'BINARY'
    : null;
};

/** Looks at a chunk before it is read: what kind of file begins so, and how much came so far. */
const faultIn = (chunk: Uint8Array, before: number, limits: CsvLimits): CsvRefusal | null => {
  const kind = before === 0 ? foreignKind(chunk) : null;
  if (kind !== null) return { code: 'FileNotText', facts: { looksLike: kind } };
  return before + chunk.length > limits.bytesMax
    ? { code: 'FileTooLarge', facts: { bytesMax: limits.bytesMax } }
    : null;
};

const isEncodingError = (error: unknown): boolean =>
  error instanceof TypeError &&
  'code' in error &&
  error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA';

const decoded = async function* (
  source: CsvSource,
  limits: CsvLimits,
  fault: Fault,
): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let bytes = 0;
  try {
    for await (const chunk of source) {
      fault.refusal = faultIn(chunk, bytes, limits);
      if (fault.refusal !== null) return;
      bytes += chunk.length;
      yield decoder.decode(chunk, { stream: true });
    }
    yield decoder.decode();
  } catch (error) {
    if (!isEncodingError(error)) throw error;
    fault.refusal = { code: 'FileNotText', facts: { looksLike: 'NOT_UTF8' } };
  }
};

/** Takes text until the first line is whole, so that the delimiter can be seen before parsing. */
const firstLine = async (text: AsyncGenerator<string>): Promise<string> => {
  let head = '';
  while (!/\S[^\r\n]*[\r\n]/.test(head) && head.length < HEADER_CHARACTERS_MAX) {
    const next = await text.next();
    if (next.done === true) return head;
    head += next.value;
  }
  return head;
};

const DELIMITERS = [';', ',', '\t', '|'] as const;

const delimiterOf = (head: string): string => {
  const line = /\S[^\r\n]*/.exec(head)?.[0].replace(/"[^"]*"/g, '') ?? '';
  const counted = DELIMITERS.map((mark) => ({ mark, count: line.split(mark).length }));
  return counted.reduce((best, next) => (next.count > best.count ? next : best)).mark;
};

const isCsvError = (error: unknown): error is CsvError =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_');

const records = async function* (
  text: AsyncIterable<string>,
  delimiter: string,
  fault: Fault,
): AsyncGenerator<readonly string[]> {
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: RECORD_CHARACTERS_MAX,
  });
  const input = Readable.from(text);
  // A fault of the source must reach the reader of the rows: a pipe alone would swallow it.
  input.on('error', (error) => parser.destroy(error));
  try {
    for await (const record of input.pipe(parser)) yield record as readonly string[];
  } catch (error) {
    if (!isCsvError(error)) throw error;
    fault.refusal = { code: 'FileNotCsv', facts: { line: parser.info.lines } };
  } finally {
    input.destroy();
    parser.destroy();
  }
};

const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

const rejoined = async function* (
  head: string,
  rest: AsyncIterable<string>,
): AsyncGenerator<string> {
  yield head;
  yield* rest;
};

const dataRows = async function* (
  lines: AsyncGenerator<readonly string[]>,
  limits: CsvLimits,
  fault: Fault,
): AsyncGenerator<CsvRow> {
  let row = 0;
  for await (const cells of lines) {
    row += 1;
    if (isBlank(cells)) continue;
    if (row > limits.rowsMax) {
      fault.refusal = { code: 'FileTooManyRows', facts: { rowsMax: limits.rowsMax } };
      return;
    }
    yield { row, cells };
  }
};

/** Opens the file up to its header. Only one reader of `rows` is possible: it is a stream. */
export const openCsv = async (
  source: CsvSource,
  limits: CsvLimits = CSV_LIMITS,
): Promise<CsvTable | CsvRefusal> => {
  const fault: Fault = { refusal: null };
  const text = decoded(source, limits, fault);
  const head = await firstLine(text);
  const delimiter = delimiterOf(head);
  const lines = records(rejoined(head, text), delimiter, fault);
  for (;;) {
    const { value: header, done } = await lines.next();
    if (done === true) return fault.refusal ?? { code: 'FileEmpty', facts: {} };
    if (isBlank(header)) continue;
    const rows = dataRows(lines, limits, fault);
    return { delimiter, header, rows, refusal: () => fault.refusal };
  }
};
