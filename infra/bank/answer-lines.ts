// What every reader of a bank's answer hands on, and how a single line of it is judged.
import type { AnswerKind, AnswerProblem, AnswerSummary, ReadAnswer } from './bank-port.ts';
import { readIdr } from './idr-amount.ts';
import type { XmlElement } from './xml.ts';
import { firstAt, textAt } from './xml.ts';

export type AnswerParts = {
  readonly originalMessageId?: string;
  readonly summaries: readonly AnswerSummary[];
  readonly accounts: readonly string[];
  readonly answers: readonly ReadAnswer[];
  readonly problems: readonly AnswerProblem[];
};

/** One transaction as the bank wrote it, before anything is believed. */
export type RawLine = Omit<AnswerProblem, 'code' | 'amountText'> & {
  readonly amount?: XmlElement;
};

export type JudgedLine = { readonly answer: ReadAnswer } | { readonly problem: AnswerProblem };

export const problemFrom = (raw: RawLine, code: AnswerProblem['code']): JudgedLine => {
  const { amount, ...rest } = raw;
  const problem = { code, ...rest };
  return { problem: amount === undefined ? problem : { ...problem, amountText: amount.text } };
};

type Amount = { readonly amountIdr?: bigint } | { readonly code: AnswerProblem['code'] };

const amountOf = (amount: XmlElement | undefined): Amount => {
  if (amount === undefined) return {};
  if (amount.attributes.get('Ccy') !== 'IDR') return { code: 'CurrencyNotIdr' };
  const read = readIdr(amount.text);
  return read.status === 'read' ? { amountIdr: read.amountIdr } : { code: read.code };
};

/** `moved`: money moved, so amount and booking date are not optional. */
export const judgeLine = (raw: RawLine, kind: AnswerKind, moved: boolean): JudgedLine => {
  const known: RawLine = { ...raw, kind };
  const { endToEndId } = raw;
  if (endToEndId === undefined || endToEndId === 'NOTPROVIDED') {
    return problemFrom(known, 'NoEndToEndId');
  }
  const amount = amountOf(raw.amount);
  if ('code' in amount) return problemFrom(known, amount.code);
  if (moved && amount.amountIdr === undefined) return problemFrom(known, 'AmountMissing');
  if (moved && raw.bookedOn === undefined) return problemFrom(known, 'BookingDateMissing');
  return {
    answer: {
      ordinal: raw.ordinal,
      kind,
      endToEndId,
      bankReference: raw.bankReference ?? '',
      ...(amount.amountIdr !== undefined && { amountIdr: amount.amountIdr }),
      ...(raw.reasonCode !== undefined && { reasonCode: raw.reasonCode }),
      ...(raw.bookedOn !== undefined && { bookedOn: raw.bookedOn }),
    },
  };
};

/** The first reason given; banks may list several. */
export const reasonAt = (
  element: XmlElement | undefined,
  ...path: readonly string[]
): string | undefined => {
  const reason = firstAt(element, ...path, 'Rsn');
  return textAt(reason, 'Cd') ?? textAt(reason, 'Prtry');
};

export const splitLines = (
  lines: readonly JudgedLine[],
): Pick<AnswerParts, 'answers' | 'problems'> => ({
  answers: lines.flatMap((line) => ('answer' in line ? [line.answer] : [])),
  problems: lines.flatMap((line) => ('problem' in line ? [line.problem] : [])),
});
