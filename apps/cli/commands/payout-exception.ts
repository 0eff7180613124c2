// `lindung payout exception list|assign|resolve`: what does not fit with the bank, whose it is, how it ends.
import type { Command } from 'commander';
import {
  type BankExceptionCommand,
  EXCEPTION_KINDS,
  EXCEPTION_RESULTS,
  type ExceptionKind,
  type ExceptionResult,
} from '../../../domain/bank-exception/events.ts';
import { daysBetween, officeDay } from '../../../domain/calendar.ts';
import type { BankExceptionRow } from '../../../projections/bank-exceptions/exception-row.ts';
import { listBankExceptions } from '../../../projections/bank-exceptions.ts';
import { wordOf } from '../../copy/code-words.ts';
import {
  exceptionKinds,
  exceptionResults,
  exceptionPhrases as phrases,
} from '../../copy/exception-phrases.ts';
import { formatRupiah, type Language } from '../../copy/format.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import {
  cursorOption,
  idOption,
  isIdKey,
  isInstantKey,
  limitOption,
  oneOf,
} from '../option-values.ts';
import { done, type Outcome } from '../outcome.ts';
import { pageLines } from '../page-lines.ts';
import { answerOutcome, envelope, type Session } from '../session.ts';

type ListOptions = {
  owner?: string;
  kind?: ExceptionKind;
  all?: true;
  limit: number;
  cursor?: string;
};

/** Whole days of the office since it was opened, or until it ended. */
const ageOf = ({ openedAt, resolvedAt }: BankExceptionRow, now: string): number =>
  daysBetween(officeDay(openedAt), officeDay(resolvedAt ?? now));

const amountText = ({ amountIdr, expectedIdr }: BankExceptionRow, language: Language): string => {
  const amount = amountIdr === null ? '-' : formatRupiah(amountIdr, language);
  if (expectedIdr === null || expectedIdr === amountIdr) return amount;
  return say(language, phrases.differs, { amount, expected: formatRupiah(expectedIdr, language) });
};

const SHA256 = /^[\da-f]{64}$/;

const endText = ({ result, reason }: BankExceptionRow, language: Language): string => {
  if (result === null || reason === null) return '-';
  const sha256 = reason.slice(0, 12);
  return say(language, phrases.ended, {
    result: wordOf(exceptionResults, result, language),
    reason: SHA256.test(reason) ? say(language, phrases.inFile, { sha256 }) : reason,
  });
};

const listExceptions = async (session: Session, options: ListOptions): Promise<Outcome> => {
  const { language } = session;
  const { owner, kind, all, limit, cursor } = options;
  const page = await listBankExceptions(session.db, {
    limit,
    ...(all !== true && { stage: 'EXCEPTION_OPEN' as const }),
    ...(kind !== undefined && { kind }),
    ...(owner !== undefined && { ownerId: owner }),
    ...(cursor !== undefined && { cursor }),
  });
  const { rows, nextCursor } = page;
  const now = session.now();
  const ages = rows.map((row) => ageOf(row, now));
  const open = rows.filter(({ stage }) => stage === 'EXCEPTION_OPEN');
  const oldest = Math.max(0, ...open.map((row) => ageOf(row, now)));
  const columns = [phrases.colException, phrases.colKind, phrases.colOwner, phrases.colAge];
  const more = [phrases.colAmount, phrases.colReference, phrases.colPayment];
  const lines = pageLines(language, {
    columns: [...columns, ...more, ...(all === true ? [phrases.colEnd] : [])],
    rows: rows.map((row, at) => [
      row.exceptionId,
      wordOf(exceptionKinds, row.kind, language),
      row.ownerId,
      say(language, phrases.days, { days: ages[at] ?? 0 }),
      amountText(row, language),
      row.lineReference === '' ? row.bankReference : row.lineReference,
      row.payableId ?? '-',
      ...(all === true ? [endText(row, language)] : []),
    ]),
    next: nextCursor,
    empty: say(language, phrases.none),
  });
  const count = say(language, phrases.count, { count: open.length, days: oldest });
  const exceptions = rows.map((row, at) => ({ ...row, ageDays: ages[at] ?? 0 }));
  return done({ exceptions, nextCursor }, rows.length === 0 ? lines : [...lines, count]);
};

const send = async (session: Session, id: string, command: BankExceptionCommand) =>
  answerOutcome(
    session,
    await session.gateway.send(envelope(session, 'bank_exception', id, command)),
    [say(session.language, phrases.exception, { id })],
  );

export const registerException = (payout: Command, cli: Cli): void => {
  const exception = payout.command('exception');
  exception
    .command('list')
    .option('--owner <actor>')
    .option('--kind <kind>', '', oneOf(EXCEPTION_KINDS))
    .option('--all')
    .option('--limit <n>', '', limitOption, 100)
    .option('--cursor <cursor>', '', cursorOption([isInstantKey, isIdKey]))
    .action((options: ListOptions) => cli.perform((session) => listExceptions(session, options)));
  exception
    .command('assign')
    .argument('<exception>', '', idOption)
    .requiredOption('--to <actor>')
    .requiredOption('--why <text>')
    .action((id: string, { to: assignee, why: reason }: { to: string; why: string }) =>
      cli.act((session) =>
        send(session, id, { type: 'AssignBankException', data: { assignee, reason } }),
      ),
    );
  exception
    .command('resolve')
    .argument('<exception>', '', idOption)
    .requiredOption('--result <result>', '', oneOf(EXCEPTION_RESULTS))
    .requiredOption('--why <text>')
    .action((id: string, { result, why }: { result: ExceptionResult; why: string }) =>
      cli.act((session) =>
        send(session, id, { type: 'ResolveBankException', data: { result, reason: why } }),
      ),
    );
};
