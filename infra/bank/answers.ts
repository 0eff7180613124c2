// Reads what the bank answers (pain.002, camt.053, camt.054); each line is judged on its payable's stream.
import { createHash } from 'node:crypto';
import type { AnswerParts } from './answer-lines.ts';
import type { AnswerFile, AnswerProblem, ReadAnswer } from './bank-port.ts';
import { answerBytesMax, answerLinesMax } from './bank-port.ts';
import { readStatements } from './camt-entries.ts';
import { readStatusReport } from './status-report.ts';
import type { XmlElement } from './xml.ts';
import { onlyAt, readXml, textAt } from './xml.ts';

type Reader = {
  readonly format: 'pain.002.001.10' | 'camt.053.001.08' | 'camt.054.001.08';
  readonly message: string;
  readonly read: (message: XmlElement) => AnswerParts;
};

const readers: readonly Reader[] = [
  { format: 'pain.002.001.10', message: 'CstmrPmtStsRpt', read: readStatusReport },
  {
    format: 'camt.053.001.08',
    message: 'BkToCstmrStmt',
    read: (message) => readStatements(message, 'Stmt'),
  },
  {
    format: 'camt.054.001.08',
    message: 'BkToCstmrDbtCdtNtfctn',
    read: (message) => readStatements(message, 'Ntfctn'),
  },
];

/** Versions differ in where the amount and the status stand, so only the agreed ones are read. */
const readerFor = (root: XmlElement): Reader | undefined => {
  if (root.name !== 'Document') return undefined;
  const spaces = [...root.attributes]
    .filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
    .map(([, space]) => space);
  return readers.find(
    ({ format, message }) =>
      spaces.includes(`urn:iso:std:iso:20022:tech:xsd:${format}`) &&
      onlyAt(root, message) !== undefined,
  );
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

/** Nothing of the file is dropped: each transaction becomes a line or a problem. */
export const readAnswerFile = (
  bytes: Uint8Array,
  limits: AnswerLimits = { bytesMax: answerBytesMax, linesMax: answerLinesMax },
): AnswerFile => {
  const xml = readXml(bytes, limits.bytesMax);
  if (xml.status === 'refused') {
    return { status: 'unreadable', code: xml.code, detail: xml.detail };
  }
  const reader = readerFor(xml.root);
  const message = reader === undefined ? undefined : onlyAt(xml.root, reader.message);
  if (reader === undefined || message === undefined) {
    const known = readers.map(({ format }) => format).join(', ');
    return { status: 'unreadable', code: 'UnknownFormat', detail: `expected one of ${known}` };
  }
  const parts = reader.read(message);
  const lineCount = parts.answers.length + parts.problems.length;
  if (lineCount > limits.linesMax) {
    const detail = `${lineCount} lines, at most ${limits.linesMax}`;
    return { status: 'unreadable', code: 'TooManyLines', detail };
  }
  return {
    status: 'read',
    format: reader.format,
    messageId: textAt(message, 'GrpHdr', 'MsgId') ?? '',
    sha256: createHash('sha256').update(bytes).digest('hex'),
    ...(parts.originalMessageId !== undefined && { originalMessageId: parts.originalMessageId }),
    summaries: parts.summaries,
    accounts: parts.accounts,
    ...withoutClashes(parts),
  };
};
