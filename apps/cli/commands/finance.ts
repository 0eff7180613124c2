// `lindung finance …`: trial balance, journal and closing of every payer's book.
import { createHash } from 'node:crypto';
import type { Command } from 'commander';
import {
  addDays,
  addMonthsTo,
  type LocalDate,
  localDate,
  type Month,
  officeDay,
} from '../../../domain/calendar.ts';
import { FLOWS, type Flow } from '../../../domain/programme/events.ts';
import type { Position } from '../../../infra/event-store/event-store.ts';
import { pdfOf } from '../../../infra/reports/pdf.ts';
import {
  type BookWish,
  closing,
  journal,
  ledgerPosition,
  type Period,
  trialBalance,
} from '../../../projections/general-ledger.ts';
import type { PageWish } from '../../../projections/page.ts';
import { financePhrases as phrases } from '../../copy/finance-phrases.ts';
import { formatDay } from '../../copy/format.ts';
import { reportPhrases } from '../../copy/report-phrases.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { bookNames, closingLines, journalLines, trialBalanceLines } from '../ledger-lines.ts';
import {
  cursorOption,
  dayOption,
  idOption,
  isDayKey,
  isPositionKey,
  limitOption,
  monthOption,
  oneOf,
  positionOption,
  yearOption,
} from '../option-values.ts';
import { done, type Outcome, usageWrong } from '../outcome.ts';
import { writePrivateFile } from '../private-file.ts';
import { sealNotes } from '../report-file.ts';
import type { Session } from '../session.ts';

type BookOptions = { payer?: string; flow?: Flow; knownAt?: Position };

/** A position that the ledger has not reached yet is answered as far as it has come. */
const bookWish = async (session: Session, options: BookOptions): Promise<BookWish> => {
  const reached = await ledgerPosition(session.db);
  const { payer, flow, knownAt } = options;
  const isBefore = knownAt !== undefined && BigInt(knownAt) < BigInt(reached);
  return {
    knownAt: isBefore ? knownAt : reached,
    ...(payer !== undefined && { payerId: payer }),
    ...(flow !== undefined && { flow }),
  };
};

const withBookOptions = (command: Command): Command =>
  command
    .option('--payer <id>', '', idOption)
    .option('--flow <flow>', '', oneOf(FLOWS))
    .option('--known-at <position>', '', positionOption);

const showTrialBalance = async (
  session: Session,
  options: BookOptions & { readonly at?: LocalDate },
): Promise<Outcome> => {
  const { language } = session;
  const at = options.at ?? officeDay(session.now());
  const wish = await bookWish(session, options);
  const { knownAt: position } = wish;
  const accounts = await trialBalance(session.db, { ...wish, at });
  const names = await bookNames(session.db);
  const title = say(language, phrases.trialBalance, { at: formatDay(at, language), position });
  return done({ at, position, accounts }, [
    title,
    ...trialBalanceLines(accounts, { names, language, position }),
  ]);
};

const showJournal = async (
  session: Session,
  options: BookOptions & Period & PageWish,
): Promise<Outcome> => {
  const { from, to, limit, cursor } = options;
  const wish = await bookWish(session, options);
  const page = await journal(session.db, {
    ...{ ...wish, from, to },
    ...(limit !== undefined && { limit }),
    ...(cursor !== undefined && { cursor }),
  });
  const names = await bookNames(session.db);
  const { language } = session;
  return done(
    { from, to, position: wish.knownAt, entries: page.rows, nextCursor: page.nextCursor },
    journalLines(page, { names, language, position: wish.knownAt }),
  );
};

const periodOf = ({ month, year }: { month?: Month; year?: string }): Period | null => {
  if ((month === undefined) === (year === undefined)) return null;
  const first = month ?? (`${year}-01` as Month);
  const next = addMonthsTo(first, month === undefined ? 12 : 1);
  return { from: localDate(`${first}-01`), to: addDays(localDate(`${next}-01`), -1) };
};

const showClosing = async (
  session: Session,
  options: BookOptions & {
    readonly month?: Month;
    readonly year?: string;
    readonly output?: string;
  },
): Promise<Outcome> => {
  const { language } = session;
  const period = periodOf(options);
  if (period === null) return usageWrong('PeriodMissing', say(language, phrases.periodMissing));
  const wish = await bookWish(session, options);
  const books = await closing(session.db, { ...wish, ...period });
  const position = wish.knownAt;
  const pack = { ...period, position, books };
  const sha256 = createHash('sha256').update(JSON.stringify(pack)).digest('hex');
  const names = await bookNames(session.db);
  const days = { from: formatDay(period.from, language), to: formatDay(period.to, language) };
  const title = say(language, phrases.closing, { ...days, position });
  const seal = say(language, phrases.seal, { sha256 });
  const lines = closingLines(books, { names, language, position });
  if (options.output === undefined) return done({ ...pack, sha256 }, [title, ...lines, seal]);
  const notes = [seal, ...(await sealNotes(session))];
  const sheet = { title, language, asOf: period.to, notes, lines };
  await writePrivateFile(options.output, await pdfOf(sheet));
  const written = say(language, reportPhrases.written, { path: options.output });
  return done({ ...pack, sha256, path: options.output }, [written]);
};

export const registerFinance = (program: Command, cli: Cli): void => {
  const finance = program.command('finance');
  withBookOptions(finance.command('trial-balance'))
    .option('--at <date>', '', dayOption)
    .action((options: BookOptions & { at?: LocalDate }) =>
      cli.perform((session) => showTrialBalance(session, options)),
    );
  withBookOptions(finance.command('journal'))
    .requiredOption('--from <date>', '', dayOption)
    .requiredOption('--to <date>', '', dayOption)
    .option('--limit <n>', '', limitOption, 50)
    .option('--cursor <cursor>', '', cursorOption([isDayKey, isPositionKey]))
    .action((options: BookOptions & Period & PageWish) =>
      cli.perform((session) => showJournal(session, options)),
    );
  withBookOptions(finance.command('closing'))
    .option('--month <month>', '', monthOption)
    .option('--year <year>', '', yearOption)
    .option('-o, --output <path>')
    .action((options: BookOptions & { month?: Month; year?: string; output?: string }) =>
      cli.perform((session) => showClosing(session, options)),
    );
};
