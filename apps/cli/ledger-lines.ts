// The books of payers as people read them: one table per payer and flow, debit and credit side by side.
import type { Account } from '../../domain/ledger/accounts.ts';
import type { Flow } from '../../domain/programme/events.ts';
import type { BookAccount, ClosingBook, JournalEntry } from '../../projections/general-ledger.ts';
import type { ReadModels } from '../../projections/keyed-table.ts';
import type { Page } from '../../projections/page.ts';
import { listProgrammes } from '../../projections/programme-summary.ts';
import { eventText } from '../copy/catalogue.ts';
import { flows, wordOf } from '../copy/code-words.ts';
import { deskPhrases } from '../copy/desk-phrases.ts';
import {
  accounts as accountWords,
  financeColumns as columns,
  financePhrases as phrases,
} from '../copy/finance-phrases.ts';
import { formatDay, formatRupiah, type Language } from '../copy/format.ts';
import { inLanguage, say } from '../copy/text.ts';
import { historicNote, marked } from './historic-mark.ts';
import { rightOf, table } from './outcome.ts';

/** The fund of every payer that a programme knows. */
export type BookNames = ReadonlyMap<string, string>;

type Shown = {
  readonly names: BookNames;
  readonly language: Language;
  readonly position: string;
};

type Book = { readonly payerId: string | null; readonly flow: Flow };

export const bookNames = async (db: ReadModels): Promise<BookNames> => {
  const programmes = await listProgrammes(db);
  return new Map(
    programmes.flatMap(({ payers }) =>
      payers.map(({ payerId, legalEntity, fund }) => [payerId, `${legalEntity} (${fund})`]),
    ),
  );
};

const bookTitle = ({ payerId, flow }: Book, { names, language }: Shown): string => {
  const payer = payerId === null ? say(language, phrases.nobody) : (names.get(payerId) ?? payerId);
  return say(language, phrases.book, { payer, flow: wordOf(flows, flow, language) });
};

const accountWord = (account: Account, { language }: Shown): string =>
  wordOf(accountWords, account, language);

const sumOf = (amounts: readonly string[], { language }: Shown): string =>
  formatRupiah(
    amounts.reduce((sum, amount) => sum + BigInt(amount), 0n),
    language,
  );

const indented = (rows: readonly (readonly string[])[]): readonly string[] =>
  table(rightOf(rows)).map((line) => `  ${line}`);

const sameBook = (a: Book, b: Book): boolean => a.payerId === b.payerId && a.flow === b.flow;

const none = ({ language, position }: Shown): readonly string[] => [
  say(language, phrases.none, { position }),
];

const balanceRows = (accounts: readonly BookAccount[], shown: Shown) => {
  const { language } = shown;
  const { account, debit, credit, balance } = columns;
  return [
    [account, debit, credit, balance].map((column) => inLanguage(language, column)),
    ...accounts.map((one) => [
      accountWord(one.account, shown),
      ...[one.debitIdr, one.creditIdr, one.balanceIdr].map((idr) =>
        formatRupiah(idr, shown.language),
      ),
    ]),
    [
      say(language, phrases.total),
      sumOf(
        accounts.map(({ debitIdr }) => debitIdr),
        shown,
      ),
      sumOf(
        accounts.map(({ creditIdr }) => creditIdr),
        shown,
      ),
      sumOf(
        accounts.map(({ balanceIdr }) => balanceIdr),
        shown,
      ),
    ],
  ];
};

export const trialBalanceLines = (
  accounts: readonly BookAccount[],
  shown: Shown,
): readonly string[] => {
  if (accounts.length === 0) return none(shown);
  const books = accounts.filter(
    (one, index) => accounts.findIndex((other) => sameBook(one, other)) === index,
  );
  return books.flatMap((book) => [
    '',
    bookTitle(book, shown),
    ...indented(
      balanceRows(
        accounts.filter((one) => sameBook(one, book)),
        shown,
      ),
    ),
  ]);
};

const closingRows = ({ accounts }: ClosingBook, shown: Shown) => {
  const { language } = shown;
  const { account, opening, debit, credit, balance } = columns;
  return [
    [account, opening, debit, credit, balance].map((column) => inLanguage(language, column)),
    ...accounts.map((one) => [
      accountWord(one.account, shown),
      ...[one.openingIdr, one.debitIdr, one.creditIdr, one.balanceIdr].map((idr) =>
        formatRupiah(idr, shown.language),
      ),
    ]),
    [
      say(language, phrases.total),
      sumOf(
        accounts.map(({ openingIdr }) => openingIdr),
        shown,
      ),
      sumOf(
        accounts.map(({ debitIdr }) => debitIdr),
        shown,
      ),
      sumOf(
        accounts.map(({ creditIdr }) => creditIdr),
        shown,
      ),
      sumOf(
        accounts.map(({ balanceIdr }) => balanceIdr),
        shown,
      ),
    ],
  ];
};

export const closingLines = (books: readonly ClosingBook[], shown: Shown): readonly string[] =>
  books.length === 0
    ? none(shown)
    : books.flatMap((book) => [
        '',
        bookTitle(book, shown),
        ...indented(closingRows(book, shown)),
        `  ${say(shown.language, phrases.entries, {
          entries: book.entries,
          historic: book.historic,
        })}`,
      ]);

const postingRows = (entry: JournalEntry, shown: Shown) =>
  entry.lines.map(({ account, amountIdr }) => {
    const amount = BigInt(amountIdr);
    const sum = formatRupiah(amount > 0n ? amount : -amount, shown.language);
    const [debit, credit] = amount > 0n ? [sum, ''] : ['', sum];
    return [`  ${accountWord(account, shown)}`, debit, credit];
  });

export const journalLines = (page: Page<JournalEntry>, shown: Shown): readonly string[] => {
  const { language } = shown;
  const { rows, nextCursor: cursor } = page;
  if (rows.length === 0) return none(shown);
  const { account, debit, credit } = columns;
  const head = [account, debit, credit].map((column) => inLanguage(language, column));
  const [title = '', ...postings] = table(
    rightOf([head, ...rows.flatMap((entry) => postingRows(entry, shown))]),
  );
  let next = 0;
  const entries = rows.flatMap((entry) => {
    const own = postings.slice(next, next + entry.lines.length);
    next += entry.lines.length;
    return [
      `${formatDay(entry.on, language)}  ${marked(eventText(entry.type, language), entry)}`,
      `  ${bookTitle(entry, shown)}; ${entry.category}-${entry.streamId} #${entry.position}`,
      ...own,
    ];
  });
  const more = cursor === null ? [] : [say(language, deskPhrases.nextPage, { cursor })];
  return [title, ...entries, ...historicNote(rows, language), ...more];
};
