// Reads the entries of camt.053 and camt.054 in any agreed version: money that left, money that came back.
import type { AnswerParts, JudgedLine, RawLine } from './answer-lines.ts';
import { judgeLine, problemFrom, reasonAt, splitLines } from './answer-lines.ts';
import type { AnswerProblem } from './bank-port.ts';
import { readIdr } from './idr-amount.ts';
import { isIsoDate } from './payment-checks.ts';
import type { XmlElement } from './xml.ts';
import { childrenOf, firstAt, onlyAt, textAt } from './xml.ts';

/** The day as the bank wrote it: its own books count, in its own time zone. */
const bookingDate = (entry: XmlElement): string | undefined => {
  const written = textAt(entry, 'BookgDt', 'Dt') ?? textAt(entry, 'BookgDt', 'DtTm');
  const day = written?.slice(0, 10);
  return day !== undefined && isIsoDate(day) ? day : undefined;
};

const transactionsOf = (entry: XmlElement): readonly XmlElement[] =>
  childrenOf(entry, 'NtryDtls').flatMap((details) => childrenOf(details, 'TxDtls'));

/** An entry of one transaction may give the amount only once, on the entry. */
const amountOf = (entry: XmlElement, details: XmlElement): XmlElement | undefined =>
  onlyAt(details, 'Amt') ??
  onlyAt(details, 'AmtDtls', 'TxAmt', 'Amt') ??
  (transactionsOf(entry).length === 1 ? onlyAt(entry, 'Amt') : undefined);

/** Up to version 06 the status is a bare code, later a choice. */
const statusOf = (entry: XmlElement): string | undefined =>
  textAt(entry, 'Sts', 'Cd') ?? textAt(entry, 'Sts');

const rawLine = (entry: XmlElement, details: XmlElement, ordinal: number): RawLine => {
  const endToEndId = textAt(details, 'Refs', 'EndToEndId');
  const bankReference = textAt(details, 'Refs', 'AcctSvcrRef') ?? textAt(entry, 'AcctSvcrRef');
  const reasonCode = reasonAt(details, 'RtrInf');
  const bookedOn = bookingDate(entry);
  const amount = amountOf(entry, details);
  return {
    ordinal,
    ...(endToEndId !== undefined && { endToEndId }),
    ...(bankReference !== undefined && { bankReference }),
    ...(reasonCode !== undefined && { reasonCode }),
    ...(bookedOn !== undefined && { bookedOn }),
    ...(amount !== undefined && { amount }),
  };
};

const judge = (entry: XmlElement, details: XmlElement, ordinal: number): JudgedLine => {
  const raw = rawLine(entry, details, ordinal);
  if (statusOf(entry) !== 'BOOK') return problemFrom(raw, 'NotBooked');
  const direction = textAt(details, 'CdtDbtInd') ?? textAt(entry, 'CdtDbtInd');
  const isReversal = ['true', '1'].includes(textAt(entry, 'RvslInd') ?? '');
  const cameBack = isReversal || firstAt(details, 'RtrInf') !== undefined;
  if (direction === 'DBIT' && !cameBack) return judgeLine(raw, 'settled', true);
  if (direction === 'CRDT' && cameBack) return judgeLine(raw, 'returned', true);
  return problemFrom(raw, direction === 'CRDT' ? 'CreditWithoutReturn' : 'UnknownStatus');
};

const withoutDetails = (entry: XmlElement, ordinal: number): JudgedLine =>
  problemFrom(rawLine(entry, entry, ordinal), 'NoEndToEndId');

/** `undefined` while any part is unreadable: the part itself is then the problem. */
const sumOfDetails = (entry: XmlElement): bigint | undefined => {
  let sum = 0n;
  for (const transaction of transactionsOf(entry)) {
    const read = readIdr(amountOf(entry, transaction)?.text ?? '');
    if (read.status !== 'read') return undefined;
    sum += read.amountIdr;
  }
  return sum;
};

/** The money that moved is the entry's; details that do not add up to it must be seen. */
const sumProblem = (entry: XmlElement, ordinal: number): readonly JudgedLine[] => {
  const sum = sumOfDetails(entry);
  const whole = readIdr(textAt(entry, 'Amt') ?? '');
  if (sum === undefined || (whole.status === 'read' && whole.amountIdr === sum)) return [];
  const code: AnswerProblem['code'] = 'EntrySumDiffers';
  const amount = onlyAt(entry, 'Amt');
  const bankReference = textAt(entry, 'AcctSvcrRef');
  const raw: RawLine = {
    ordinal,
    ...(bankReference !== undefined && { bankReference }),
    ...(amount !== undefined && { amount }),
  };
  return [problemFrom(raw, code)];
};

const linesOf = (entries: readonly XmlElement[]): readonly JudgedLine[] => {
  const lines: JudgedLine[] = [];
  let ordinal = 0;
  for (const entry of entries) {
    const transactions = transactionsOf(entry);
    if (transactions.length === 0) {
      ordinal += 1;
      lines.push(withoutDetails(entry, ordinal));
      continue;
    }
    lines.push(...sumProblem(entry, ordinal + 1));
    for (const details of transactions) {
      ordinal += 1;
      lines.push(judge(entry, details, ordinal));
    }
  }
  return lines;
};

export const readStatements = (message: XmlElement, name: 'Stmt' | 'Ntfctn'): AnswerParts => {
  const statements = childrenOf(message, name);
  const entries = statements.flatMap((statement) => childrenOf(statement, 'Ntry'));
  const accounts = statements.flatMap((statement) => {
    const account = onlyAt(statement, 'Acct', 'Id');
    return textAt(account, 'Othr', 'Id') ?? textAt(account, 'IBAN') ?? [];
  });
  return { summaries: [], accounts, ...splitLines(linesOf(entries)) };
};
