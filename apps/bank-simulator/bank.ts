// The bank at work: collect, book, answer; each step is on disk before the next one starts.
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { faultPoint } from '../../infra/config/fault-points.ts';
import type { Books, MessageBook } from './books.ts';
import { applyRecord, foldBooks, isBookedWhole } from './books.ts';
import type { DueAnswer } from './due-answers.ts';
import { undeliveredAnswers } from './due-answers.ts';
import { fateOf } from './fate.ts';
import type { AttemptRecord, CreditRecord, Journal, JournalRecord } from './journal.ts';
import { openJournal, readJournal } from './journal.ts';
import type { SimulatorOptions } from './options.ts';
import type { ReadOrder, ReceivedOrder } from './received-order.ts';
import { readOrder } from './received-order.ts';
import { moveInto, writeSynced } from './synced-files.ts';

/** Credits per write: small, so that a crash often falls between two payments of one file. */
const creditsPerWrite = 16;

export type BankFolders = {
  readonly outbox: string;
  readonly inbox: string;
  readonly received: string;
  readonly pending: string;
  readonly requests: string;
  readonly journal: string;
  readonly lock: string;
};

export const bankFolders = (dir: string): BankFolders => ({
  outbox: join(dir, 'outbox'),
  inbox: join(dir, 'inbox'),
  received: join(dir, 'bank-side', 'received'),
  pending: join(dir, 'bank-side', 'pending'),
  requests: join(dir, 'bank-side', 'requests'),
  journal: join(dir, 'bank-side', 'journal.jsonl'),
  lock: join(dir, 'bank-side', 'lock'),
});

export const makeFolders = (folders: BankFolders): void => {
  for (const folder of [folders.outbox, folders.inbox, folders.received, folders.pending]) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  }
  mkdirSync(folders.requests, { recursive: true, mode: 0o700 });
};

type Bank = {
  readonly folders: BankFolders;
  readonly options: SimulatorOptions;
  readonly books: Books;
  readonly journal: Journal;
};

const record = (bank: Bank, records: readonly JournalRecord[]): void => {
  bank.journal.append(records);
  for (const one of records) applyRecord(bank.books, one);
};

const now = (): string => new Date().toISOString();

const sha256 = (data: Uint8Array | string): string =>
  createHash('sha256').update(data).digest('hex');

const copyPath = (bank: Bank, messageId: string): string =>
  join(bank.folders.received, `${sha256(messageId).slice(0, 32)}.xml`);

const verdictOf = (
  bank: Bank,
  read: ReadOrder,
): Pick<AttemptRecord, 'verdict' | 'reasonCode' | 'messageId'> => {
  if (read.status === 'refused') {
    return { verdict: 'refused', reasonCode: read.reasonCode, messageId: read.messageId };
  }
  const { messageId } = read.order;
  return bank.books.messages.has(messageId)
    ? { verdict: 'duplicate-message', reasonCode: 'DU01', messageId }
    : { verdict: 'accepted', messageId };
};

const collect = (bank: Bank, fileName: string, identity: string): void => {
  const bytes = readFileSync(join(bank.folders.outbox, fileName));
  const read = readOrder(bytes);
  const order = read.status === 'read' ? read.order : undefined;
  const verdict = verdictOf(bank, read);
  // The bank keeps what it received: the customer may tidy the outbox before all is booked.
  if (verdict.verdict === 'accepted') writeSynced(copyPath(bank, verdict.messageId), bytes);
  record(bank, [
    {
      t: 'attempt',
      number: bank.books.attempts.length + 1,
      fileName,
      identity,
      sha256: sha256(bytes),
      ...verdict,
      groupId: order?.groupId ?? '',
      debtorAccount: order?.debtorAccount ?? '',
      count: order?.payments.length ?? 0,
      sumIdr: (order?.sumIdr ?? 0n).toString(),
      at: now(),
    },
  ]);
};

const collectNew = (bank: Bank): void => {
  const names = readdirSync(bank.folders.outbox).filter((name) => /^[^.].*\.xml$/.test(name));
  for (const name of names.sort()) {
    const stat = lstatSync(join(bank.folders.outbox, name), {
      bigint: true,
      throwIfNoEntry: false,
    });
    if (stat === undefined || !stat.isFile()) continue;
    const identity = `${name}:${stat.ino}:${stat.mtimeNs}`;
    if (!bank.books.seen.has(identity)) collect(bank, name, identity);
  }
};

type Place = { readonly order: ReceivedOrder; readonly index: number };

const creditFor = (bank: Bank, { index, order }: Place, taken: ReadonlySet<string>) => {
  const payment = order.payments[index];
  if (payment === undefined) throw new Error('the kept copy is shorter than the received file');
  const { endToEndId } = payment;
  const isRepeated = bank.books.bookedIds.has(endToEndId) || taken.has(endToEndId);
  const fate = isRepeated
    ? { outcome: 'repeated' as const, reasonCode: 'DU04', isSilent: false }
    : fateOf(payment, bank.options);
  const credit: CreditRecord = {
    t: 'credit',
    messageId: order.messageId,
    index,
    endToEndId,
    amountIdr: payment.amountIdr.toString(),
    ...fate,
    bankReference: `B${sha256(`${order.messageId} ${index}`).slice(0, 20).toUpperCase()}`,
    bookedOn: order.executionDate,
    at: now(),
  };
  return credit;
};

const bookNextCredits = (bank: Bank, book: MessageBook, order: ReceivedOrder): void => {
  const credits: CreditRecord[] = [];
  const taken = new Set<string>();
  for (let index = 0; index < order.payments.length; index += 1) {
    if (book.credits.has(index)) continue;
    const credit = creditFor(bank, { order, index }, taken);
    if (credit.outcome !== 'rejected') taken.add(credit.endToEndId);
    credits.push(credit);
    if (credits.length === creditsPerWrite) break;
  }
  record(bank, credits);
  faultPoint('bank.after-book');
};

/** The copy holds names and accounts; once the message is booked whole, the journal is enough. */
const dropCopy = (bank: Bank, book: MessageBook): void =>
  rmSync(copyPath(bank, book.attempt.messageId), { force: true });

const bookMessage = (bank: Bank, book: MessageBook): void => {
  const path = copyPath(bank, book.attempt.messageId);
  const read = readOrder(readFileSync(path));
  if (read.status === 'refused') throw new Error('the kept copy of an accepted file is unreadable');
  while (!isBookedWhole(book)) bookNextCredits(bank, book, read.order);
  dropCopy(bank, book);
};

/**
 * Sealed, then moved, then noted. After a crash the pending file tells which of the two happened:
 * still there = not delivered, gone = delivered. So no answer is lost and none comes twice.
 */
const deliver = (bank: Bank, answer: DueAnswer): void => {
  const { folders, books } = bank;
  const pending = join(folders.pending, answer.name);
  if (!books.sealed.has(answer.name)) {
    faultPoint('bank.before-answer');
    writeSynced(pending, answer.render());
    record(bank, [{ t: 'sealed', name: answer.name, at: now() }]);
  }
  if (existsSync(pending)) moveInto(pending, join(folders.inbox, answer.name));
  faultPoint('bank.after-answer');
  record(bank, [{ t: 'delivered', name: answer.name, at: now() }]);
};

const answerRequests = (bank: Bank): void => {
  const { books, folders } = bank;
  for (const request of readdirSync(folders.requests).sort()) {
    if (!books.statements.some((statement) => statement.request === request)) {
      const number = books.statements.length + 1;
      const from = books.statements.at(-1)?.to ?? 0;
      const to = books.bookings.length;
      record(bank, [{ t: 'statement', number, request, from, to, at: now() }]);
    }
    rmSync(join(folders.requests, request), { force: true });
  }
};

export type OpenBank = {
  /** Does all that can be done now; true while an answer still waits for its time. */
  work(): boolean;
  close(): void;
};

const work = (bank: Bank): boolean => {
  collectNew(bank);
  for (const book of bank.books.messages.values()) {
    if (!isBookedWhole(book)) bookMessage(bank, book);
  }
  answerRequests(bank);
  const waiting = undeliveredAnswers(bank.books, bank.options.delayMs);
  const due = waiting.filter(({ dueAtMs }) => dueAtMs <= Date.now());
  for (const answer of due) deliver(bank, answer);
  return due.length < waiting.length;
};

export const openBank = (options: SimulatorOptions): OpenBank => {
  const folders = bankFolders(options.dir);
  const books = foldBooks(readJournal(folders.journal));
  const bank: Bank = { folders, options, books, journal: openJournal(folders.journal) };
  for (const book of books.messages.values()) if (isBookedWhole(book)) dropCopy(bank, book);
  return { work: () => work(bank), close: () => bank.journal.close() };
};
