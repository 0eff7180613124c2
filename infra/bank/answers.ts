// Reads what the bank answers (pain.002, camt.053, camt.054, a table); each line is judged on its payable's stream.
import { createHash } from 'node:crypto';
import type { AnswerParts } from './answer-lines.ts';
import type { AnswerFile, AnswerFormat, AnswerProblem, ReadAnswer } from './bank-port.ts';
import { answerBytesMax, answerLinesMax } from './bank-port.ts';
import { readStatements } from './camt-entries.ts';
import { readCsvStatement } from './csv-statement.ts';
import { readStatusReport } from './status-report.ts';
import type { XmlElement } from './xml.ts';
import { onlyAt, readXml, textAt } from './xml.ts';

type Reader = {
  readonly message: string;
  readonly versions: readonly AnswerFormat[];
  readonly read: (message: XmlElement) => AnswerParts;
};

/** Versions that we know where to look in: what we read stands in the same place in all of a kind. */
const readers: readonly Reader[] = [
  {
    message: 'CstmrPmtStsRpt',
    versions: ['pain.002.001.03', 'pain.002.001.10', 'pain.002.001.12'],
    read: readStatusReport,
  },
  {
    message: 'BkToCstmrStmt',
    versions: [
      ...(['camt.053.001.02', 'camt.053.001.04', 'camt.053.001.06'] as const),
      ...(['camt.053.001.08', 'camt.053.001.10'] as const),
    ],
    read: (message) => readStatements(message, 'Stmt'),
  },
  {
    message: 'BkToCstmrDbtCdtNtfctn',
    versions: [
      ...(['camt.054.001.02', 'camt.054.001.04', 'camt.054.001.06'] as const),
      ...(['camt.054.001.08', 'camt.054.001.10'] as const),
    ],
    read: (message) => readStatements(message, 'Ntfctn'),
  },
];

type Found = {
  readonly reader: Reader;
  readonly format: AnswerFormat;
  readonly message: XmlElement;
};

const readerFor = (root: XmlElement): Found | undefined => {
  if (root.name !== 'Document') return undefined;
  const spaces = [...root.attributes]
    .filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
    .map(([, space]) => space);
  for (const reader of readers) {
    const format = reader.versions.find((version) =>
      spaces.includes(`urn:iso:std:iso:20022:tech:xsd:${version}`),
    );
    const message = onlyAt(root, reader.message);
    if (format !== undefined && message !== undefined) return { reader, format, message };
  }
  return undefined;
};

const lineKey = (line: ReadAnswer): string => `${line.kind} ${line.endToEndId}`;

const problemOf = (line: ReadAnswer, code: AnswerProblem['code']): AnswerProblem => ({
  code,
  ordinal: line.ordinal,
  kind: line.kind,
  endToEndId: line.endToEndId,
  ...(line.amountIdr !== undefined && { amountText: line.amountIdr.toString() }),
  bankReference: line.bankReference,
  ...(line.reasonCode !== undefined && { reasonCode: line.reasonCode }),
  ...(line.bookedOn !== undefined && { bookedOn: line.bookedOn }),
});

/** A line said twice counts once and is shown; accepted and rejected at once counts for neither. */
const withoutClashes = (parts: AnswerParts): Pick<AnswerParts, 'answers' | 'problems'> => {
  const keys = new Set(parts.answers.map(lineKey));
  const seen = new Set<string>();
  const answers: ReadAnswer[] = [];
  const problems: AnswerProblem[] = [...parts.problems];
  for (const line of parts.answers) {
    const id = line.endToEndId;
    if (keys.has(`accepted ${id}`) && keys.has(`rejected ${id}`)) {
      problems.push(problemOf(line, 'ContradictsInFile'));
    } else if (seen.has(lineKey(line))) {
      problems.push(problemOf(line, 'RepeatedInFile'));
    } else {
      seen.add(lineKey(line));
      answers.push(line);
    }
  }
  return { answers, problems: problems.sort((a, b) => a.ordinal - b.ordinal) };
};

export type AnswerLimits = { readonly bytesMax: number; readonly linesMax: number };

type Told = {
  readonly format: AnswerFormat;
  readonly messageId: string;
  readonly parts: AnswerParts;
};
type Unreadable = Extract<AnswerFile, { status: 'unreadable' }>;

const toldByXml = (bytes: Uint8Array, bytesMax: number): Told | Unreadable => {
  const xml = readXml(bytes, bytesMax);
  if (xml.status === 'refused') {
    return { status: 'unreadable', code: xml.code, detail: xml.detail };
  }
  const found = readerFor(xml.root);
  if (found === undefined) {
    const known = readers.flatMap(({ versions }) => versions).join(', ');
    return { status: 'unreadable', code: 'UnknownFormat', detail: `expected one of ${known}` };
  }
  const { reader, format, message } = found;
  const messageId = textAt(message, 'GrpHdr', 'MsgId') ?? '';
  return { format, messageId, parts: reader.read(message) };
};

const isXml = (bytes: Uint8Array): boolean =>
  new TextDecoder().decode(bytes.subarray(0, 64)).trimStart().startsWith('<');

const told = (bytes: Uint8Array, bytesMax: number): Told | Unreadable => {
  if (bytes.byteLength > bytesMax || isXml(bytes)) return toldByXml(bytes, bytesMax);
  const parts = readCsvStatement(bytes);
  return parts === undefined ? toldByXml(bytes, bytesMax) : { format: 'csv', messageId: '', parts };
};

/** Nothing of the file is dropped: each transaction becomes a line or a problem. */
export const readAnswerFile = (
  bytes: Uint8Array,
  limits: AnswerLimits = { bytesMax: answerBytesMax, linesMax: answerLinesMax },
): AnswerFile => {
  const read = told(bytes, limits.bytesMax);
  if ('status' in read) return read;
  const { format, messageId, parts } = read;
  const lineCount = parts.answers.length + parts.problems.length;
  if (lineCount > limits.linesMax) {
    const detail = `${lineCount} lines, at most ${limits.linesMax}`;
    return { status: 'unreadable', code: 'TooManyLines', detail };
  }
  return {
    status: 'read',
    format,
    messageId,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...(parts.originalMessageId !== undefined && { originalMessageId: parts.originalMessageId }),
    summaries: parts.summaries,
    accounts: parts.accounts,
    ...withoutClashes(parts),
  };
};
