// Which answer files the books call for, and from when on.
import { createHash } from 'node:crypto';
import {
  bookingNotice,
  movementOf,
  refusalReport,
  statementOf,
  statusReport,
} from './answer-documents.ts';
import type { Books, MessageBook } from './books.ts';
import { isBookedWhole } from './books.ts';
import type { AttemptRecord, CreditRecord, StatementRecord } from './journal.ts';

export type DueAnswer = {
  readonly name: string;
  readonly dueAtMs: number;
  readonly render: () => Uint8Array;
};

/** What every funding account holds before the first payment; the simulator never runs dry. */
const openingIdr = 1_000_000_000_000n;

/** A message id may hold characters that a file name may not. */
const fileKey = (messageId: string): string => {
  if (/^[A-Z0-9][A-Z0-9-]*$/.test(messageId)) return messageId;
  if (messageId === '') return 'unreadable';
  return `message-${createHash('sha256').update(messageId).digest('hex').slice(0, 16)}`;
};

const ofMessage = (book: MessageBook, delayMs: number): readonly DueAnswer[] => {
  const { attempt } = book;
  const credits = [...book.credits.values()].sort((a, b) => a.index - b.index);
  const told = credits.filter(({ isSilent }) => !isSilent);
  const moved = told.filter(({ outcome }) => outcome === 'settled' || outcome === 'returned');
  const returned = told.filter(({ outcome }) => outcome === 'returned');
  // The time of the answer is the time of the last booking, so a restart renders the same bytes.
  const times = credits.map((credit) => credit.at).sort();
  const at = times.at(-1) ?? '';
  const plan = (suffix: string, lines: readonly CreditRecord[], waits: number) => {
    const name = `${fileKey(attempt.messageId)}.${suffix}.xml`;
    return { answer: { name, at, attempt }, lines, dueAtMs: Date.parse(at) + waits * delayMs };
  };
  const status = plan('1-pain.002', told, 0);
  const booked = plan('2-camt.054', moved, 1);
  const back = plan('3-camt.054-return', returned, 2);
  return [
    { ...status, render: () => statusReport(status.answer, status.lines) },
    { ...booked, render: () => bookingNotice(booked.answer, booked.lines, 'DBIT') },
    { ...back, render: () => bookingNotice(back.answer, back.lines, 'CRDT') },
  ]
    .filter(({ lines }) => lines.length > 0)
    .map(({ answer, dueAtMs, render }) => ({ name: answer.name, dueAtMs, render }));
};

const ofRefusal = (attempt: AttemptRecord): DueAnswer => {
  const { at, messageId, number } = attempt;
  const name = `${fileKey(messageId)}.refused-${number}.pain.002.xml`;
  return { name, dueAtMs: Date.parse(at), render: () => refusalReport({ name, at, attempt }) };
};

const ofStatement = (books: Books, statement: StatementRecord): DueAnswer => {
  const { at, from, number, to } = statement;
  const name = `statement-${number}.camt.053.xml`;
  const accountOf = ({ messageId }: CreditRecord): string =>
    books.messages.get(messageId)?.attempt.debtorAccount ?? '';
  const render = (): Uint8Array => {
    const earlier = books.bookings.slice(0, from);
    const shown = books.bookings.slice(from, to);
    const pages = [...new Set(shown.map(accountOf))].map((debtorAccount) => {
      const isHere = (credit: CreditRecord): boolean => accountOf(credit) === debtorAccount;
      return {
        debtorAccount,
        openingIdr: openingIdr + movementOf(earlier.filter(isHere)),
        credits: shown.filter(isHere),
      };
    });
    return statementOf(name, at, pages);
  };
  return { name, dueAtMs: Date.parse(at), render };
};

const notDelivered = (books: Books, answers: readonly DueAnswer[]): readonly DueAnswer[] =>
  answers.filter(({ name }) => !books.delivered.has(name));

const ofOpenMessages = (books: Books, delayMs: number): readonly DueAnswer[] =>
  [...books.messages].flatMap(([messageId, book]) => {
    if (books.answered.has(messageId) || !isBookedWhole(book)) return [];
    const answers = notDelivered(books, ofMessage(book, delayMs));
    if (answers.length === 0) books.answered.add(messageId);
    return answers;
  });

export const undeliveredAnswers = (books: Books, delayMs: number): readonly DueAnswer[] => [
  ...ofOpenMessages(books, delayMs),
  ...notDelivered(books, [
    ...books.attempts.filter(({ verdict }) => verdict !== 'accepted').map(ofRefusal),
    ...books.statements
      .filter(({ from, to }) => to > from)
      .map((statement) => ofStatement(books, statement)),
  ]),
];
