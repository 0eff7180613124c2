// Reads pain.002 in any agreed version: which of our instructions the bank took and which it rejected.
import type { AnswerParts, JudgedLine, RawLine } from './answer-lines.ts';
import { judgeLine, problemFrom, reasonAt, splitLines } from './answer-lines.ts';
import type { AnswerSummary } from './bank-port.ts';
import type { XmlElement } from './xml.ts';
import { childrenOf, onlyAt, textAt } from './xml.ts';

/** Even `ACSC` and `ACCC` only mean taken: for us a payment is settled by a statement alone. */
const takenStatuses = ['ACTC', 'ACCP', 'ACSP', 'ACFC', 'ACSC', 'ACCC'];
const openStatuses = ['RCVD', 'PDNG', 'PATC'];
/** "You sent this before": the first one may well be paid, so nobody may pay again because of it. */
const duplicateReasons = ['AM05', 'DUPL', 'DU01', 'DU02', 'DU03', 'DU04', 'DU05'];

const rawLine = (transaction: XmlElement, ordinal: number): RawLine => {
  const endToEndId = textAt(transaction, 'OrgnlEndToEndId');
  const bankReference = textAt(transaction, 'AcctSvcrRef') ?? textAt(transaction, 'StsId');
  const reasonCode = reasonAt(transaction, 'StsRsnInf');
  const amount = onlyAt(transaction, 'OrgnlTxRef', 'Amt', 'InstdAmt');
  return {
    ordinal,
    ...(endToEndId !== undefined && { endToEndId }),
    ...(bankReference !== undefined && { bankReference }),
    ...(reasonCode !== undefined && { reasonCode }),
    ...(amount !== undefined && { amount }),
  };
};

const judge = (transaction: XmlElement, ordinal: number): JudgedLine => {
  const raw = rawLine(transaction, ordinal);
  const status = textAt(transaction, 'TxSts') ?? '';
  if (status === 'RJCT' && duplicateReasons.includes(raw.reasonCode ?? '')) {
    return problemFrom(raw, 'RejectedAsDuplicate');
  }
  if (status === 'RJCT') return judgeLine(raw, 'rejected', false);
  if (takenStatuses.includes(status)) return judgeLine(raw, 'accepted', false);
  return problemFrom(raw, openStatuses.includes(status) ? 'StatusNotFinal' : 'UnknownStatus');
};

const summaryOf = (
  element: XmlElement | undefined,
  names: { readonly about: AnswerSummary['about']; readonly id: string; readonly status: string },
): readonly AnswerSummary[] => {
  const status = textAt(element, names.status);
  if (status === undefined) return [];
  const reasonCode = reasonAt(element, 'StsRsnInf');
  const summary = { about: names.about, id: textAt(element, names.id) ?? '', status };
  return [reasonCode === undefined ? summary : { ...summary, reasonCode }];
};

/**
 * A message rejected as a whole is not spread over its payments: the reason may be that the bank
 * already has this message, and then the payments of the first one stand.
 */
const rejectedAsAWhole = (summaries: readonly AnswerSummary[]): readonly JudgedLine[] =>
  summaries
    .filter(({ status }) => status === 'RJCT')
    .map(({ reasonCode }) =>
      problemFrom(
        reasonCode === undefined ? { ordinal: 0 } : { ordinal: 0, reasonCode },
        'RejectedAsAWhole',
      ),
    );

export const readStatusReport = (message: XmlElement): AnswerParts => {
  const original = onlyAt(message, 'OrgnlGrpInfAndSts');
  const groups = childrenOf(message, 'OrgnlPmtInfAndSts');
  const transactions = groups.flatMap((group) => childrenOf(group, 'TxInfAndSts'));
  const summaries = [
    ...summaryOf(original, { about: 'message', id: 'OrgnlMsgId', status: 'GrpSts' }),
    ...groups.flatMap((group) =>
      summaryOf(group, { about: 'group', id: 'OrgnlPmtInfId', status: 'PmtInfSts' }),
    ),
  ];
  const lines = transactions.map((transaction, index) => judge(transaction, index + 1));
  const originalMessageId = textAt(original, 'OrgnlMsgId');
  return {
    ...(originalMessageId !== undefined && { originalMessageId }),
    summaries,
    accounts: [],
    ...splitLines(lines.length === 0 ? rejectedAsAWhole(summaries) : lines),
  };
};
