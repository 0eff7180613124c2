// The books folded from the journal: what was received, booked, answered.
import type { AttemptRecord, CreditRecord, JournalRecord, StatementRecord } from './journal.ts';

export type MessageBook = {
  readonly attempt: AttemptRecord;
  /** By place in the file; a hole is a payment that is not booked yet. */
  readonly credits: Map<number, CreditRecord>;
};

export type Books = {
  readonly attempts: AttemptRecord[];
  readonly seen: Set<string>;
  readonly messages: Map<string, MessageBook>;
  readonly bookedIds: Set<string>;
  /** Money that left the funding accounts, in the order of the journal. */
  readonly bookings: CreditRecord[];
  readonly statements: StatementRecord[];
  readonly sealed: Set<string>;
  readonly delivered: Set<string>;
  /** Messages with nothing left to answer: known again after a restart by looking once. */
  readonly answered: Set<string>;
};

export const emptyBooks = (): Books => ({
  attempts: [],
  seen: new Set(),
  messages: new Map(),
  bookedIds: new Set(),
  bookings: [],
  statements: [],
  sealed: new Set(),
  delivered: new Set(),
  answered: new Set(),
});

const applyAttempt = (books: Books, attempt: AttemptRecord): void => {
  books.attempts.push(attempt);
  books.seen.add(attempt.identity);
  if (attempt.verdict !== 'accepted') return;
  books.messages.set(attempt.messageId, { attempt, credits: new Map() });
};

const applyCredit = (books: Books, credit: CreditRecord): void => {
  books.messages.get(credit.messageId)?.credits.set(credit.index, credit);
  if (credit.outcome !== 'settled' && credit.outcome !== 'returned') return;
  if (books.bookedIds.has(credit.endToEndId)) throw new Error('an end-to-end id was booked twice');
  books.bookedIds.add(credit.endToEndId);
  books.bookings.push(credit);
};

const applyOther = (books: Books, record: Exclude<JournalRecord, CreditRecord>): void => {
  switch (record.t) {
    case 'attempt':
      applyAttempt(books, record);
      break;
    case 'statement':
      books.statements.push(record);
      break;
    case 'sealed':
      books.sealed.add(record.name);
      break;
    case 'delivered':
      books.delivered.add(record.name);
      break;
    default: {
      const never: never = record;
      throw new Error(`unknown record ${String(never)}`);
    }
  }
};

export const applyRecord = (books: Books, record: JournalRecord): void => {
  if (record.t === 'credit') applyCredit(books, record);
  else applyOther(books, record);
};

export const foldBooks = (records: readonly JournalRecord[]): Books => {
  const books = emptyBooks();
  for (const record of records) applyRecord(books, record);
  return books;
};

export const isBookedWhole = ({ attempt, credits }: MessageBook): boolean =>
  credits.size === attempt.count;

const sumOf = (credits: readonly CreditRecord[]): string =>
  credits.reduce((sum, { amountIdr }) => sum + BigInt(amountIdr), 0n).toString();

/** What a test compares with our own books: files, credits, refused duplicates, sum. */
export const reportOf = (books: Books) => {
  const credits = [...books.messages.values()].flatMap((book) => [...book.credits.values()]);
  const withOutcome = (outcome: CreditRecord['outcome']): readonly CreditRecord[] =>
    credits.filter((credit) => credit.outcome === outcome);
  const returned = withOutcome('returned');
  const duplicates = books.attempts.filter(({ verdict }) => verdict === 'duplicate-message');
  return {
    attempts: books.attempts.length,
    files: books.messages.size,
    files_refused: books.attempts.filter(({ verdict }) => verdict === 'refused').length,
    credits: books.bookings.length,
    duplicates_refused: duplicates.length + withOutcome('repeated').length,
    sum: sumOf(books.bookings),
    rejected: withOutcome('rejected').length,
    returned: returned.length,
    returned_sum: sumOf(returned),
    silent: books.bookings.filter(({ isSilent }) => isSilent).length,
    answers: books.delivered.size,
  };
};
