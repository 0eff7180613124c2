// `lindung roster …`: a list is checked, received, named by a decree; and where every list stands.
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { LocalDate } from '../../../domain/calendar.ts';
import type { RosterRow } from '../../../projections/roster-board/roster-row.ts';
import { listRosters, rosterById } from '../../../projections/roster-board.ts';
import { batchSteps, wordOf } from '../../copy/code-words.ts';
import { deskPhrases } from '../../copy/desk-phrases.ts';
import { formatCount, formatDay, formatInstant, type Language } from '../../copy/format.ts';
import { peopleColumns, peoplePhrases as phrases } from '../../copy/people-phrases.ts';
import { takeOverPhrases } from '../../copy/take-over-phrases.ts';
import { say } from '../../copy/text.ts';
import type { Cli } from '../cli.ts';
import { followBatch } from '../follow-batch.ts';
import {
  cursorOption,
  dayOption,
  idOption,
  isIdKey,
  isInstantKey,
  limitOption,
} from '../option-values.ts';
import { done, foundWrong, type Outcome, refusedWith, usageWrong } from '../outcome.ts';
import { pageLines } from '../page-lines.ts';
import { writePrivateFile } from '../private-file.ts';
import { checkRosterFile } from '../roster-check.ts';
import { importRoster } from '../roster-import.ts';
import { verdictLines } from '../roster-verdict-lines.ts';
import { answerOutcome, envelope, type Session } from '../session.ts';
import { registerRegistration } from './registration.ts';
import { checkTakeOver, importTakeOver } from './roster-take-over.ts';

type RegisteredOptions = {
  registered?: boolean;
  asOf?: LocalDate;
  sk?: string;
  skDate?: LocalDate;
};
type CheckOptions = { tranche: string; refusedTo?: string } & RegisteredOptions;
type ImportOptions = CheckOptions & { yes?: boolean };

/** Options of a list of people whom BPJS has registered already. */
const registeredOptions = (command: Command): Command =>
  command
    .argument('<file>')
    .requiredOption('--tranche <id>', '', idOption)
    .option('--registered')
    .option('--as-of <date>', '', dayOption)
    .option('--sk <number>')
    .option('--sk-date <date>', '', dayOption)
    .option('--refused-to <path>');

const withAsOf = <O extends RegisteredOptions>(
  options: O,
): (O & { asOf: LocalDate }) | undefined =>
  options.asOf === undefined ? undefined : { ...options, asOf: options.asOf };

const asOfMissing = ({ language }: Session): Outcome =>
  usageWrong('AsOfMissing', say(language, takeOverPhrases.asOfMissing));

const check = async (session: Session, file: string, options: CheckOptions): Promise<Outcome> => {
  if (options.registered === true) {
    const known = withAsOf(options);
    return known === undefined ? asOfMissing(session) : checkTakeOver(session, file, known);
  }
  const { refusedTo: path } = options;
  const checked = await checkRosterFile(session, options.tranche, await readFile(file));
  if (path !== undefined) await writePrivateFile(path, checked.refusedRowsCsv());
  const { rows, accepted, refused, warnings, verdicts } = checked;
  const json = { rows, accepted, refused, warnings, verdicts };
  const lines = [
    ...verdictLines(checked, session.language),
    ...(path === undefined ? [] : [say(session.language, phrases.refusedWritten, { path })]),
  ];
  return refused === 0 ? done(json, lines) : foundWrong(json, lines);
};

const received = async (
  session: Session,
  file: string,
  options: ImportOptions,
): Promise<Outcome> => {
  if (options.registered !== true) return importRoster(session, file, options);
  const known = withAsOf(options);
  return known === undefined ? asOfMissing(session) : importTakeOver(session, file, known);
};

const registerApprove = (roster: Command, cli: Cli): void => {
  roster
    .command('approve')
    .argument('<roster>', '', idOption)
    .requiredOption('--sk <number>')
    .requiredOption('--sk-date <date>', '', dayOption)
    .action((rosterId: string, options: { sk: string; skDate: LocalDate }) =>
      cli.act(async (session) => {
        const answer = await session.gateway.send(
          envelope(session, 'roster', rosterId, {
            type: 'ApproveRoster',
            data: { decreeNumber: options.sk, decreeDate: options.skDate },
          }),
        );
        if (answer.status === 'refused' || answer.position === '0')
          return answerOutcome(session, answer, []);
        const batch = { kind: 'roster', id: rosterId, step: 'DECREE' } as const;
        const progress = await followBatch(session, batch);
        return answerOutcome(session, answer, [progress.line], { rosterId, progress });
      }),
    );
};

const decreeText = (row: RosterRow, language: Language): string => {
  const { decreeNumber: number, decreeDate } = row;
  if (number === null || decreeDate === null) return say(language, phrases.decreeNone);
  return say(language, phrases.decree, { number, day: formatDay(decreeDate, language) });
};

const rosterLines = (row: RosterRow, language: Language): readonly string[] => {
  const { rosterId: id, rows, accepted, refused, registrationAccepted } = row;
  const isTakenOver = row.steps.some(({ step }) => step === 'TAKE_OVER');
  const mark = isTakenOver ? ` (${say(language, phrases.historic)})` : '';
  return [
    `${say(language, phrases.roster, { id })}${mark}`,
    say(language, phrases.rosterRows, { rows, accepted, refused }),
    decreeText(row, language),
    ...(registrationAccepted === null
      ? []
      : [
          say(language, phrases.answered, {
            accepted: registrationAccepted,
            refused: row.registrationRefused ?? 0,
          }),
        ]),
    ...row.steps.map(({ step, done: finished, skipped }) => {
      const word = wordOf(batchSteps, step, language);
      return say(language, phrases.step, { step: word, done: finished, skipped });
    }),
  ];
};

type ListOptions = { tranche?: string; programme?: string; limit: number; cursor?: string };

const list = async (session: Session, options: ListOptions): Promise<Outcome> => {
  const { language } = session;
  const { tranche, programme, limit, cursor } = options;
  const page = await listRosters(session.db, {
    limit,
    ...(tranche !== undefined && { trancheId: tranche }),
    ...(programme !== undefined && { programmeId: programme }),
    ...(cursor !== undefined && { cursor }),
  });
  const { list: id, received, rows, accepted, refused, decree, registered } = peopleColumns;
  const lines = pageLines(language, {
    columns: [id, received, rows, accepted, refused, decree, registered],
    rows: page.rows.map((row) => [
      row.rosterId,
      formatInstant(row.receivedAt, language),
      formatCount(row.rows, language),
      formatCount(row.accepted, language),
      formatCount(row.refused, language),
      row.decreeNumber ?? '-',
      row.registrationAccepted === null ? '-' : formatCount(row.registrationAccepted, language),
    ]),
    next: page.nextCursor,
    empty: say(language, phrases.listsNone),
  });
  return done({ rosters: page.rows, nextCursor: page.nextCursor }, lines);
};

const show = async (session: Session, rosterId: string): Promise<Outcome> => {
  const { language } = session;
  const found = await rosterById(session.db, rosterId);
  if (found === undefined) {
    const sentence = say(language, deskPhrases.rosterNotFound, { id: rosterId });
    return refusedWith('RosterNotFound', sentence, { rosterId, found: false });
  }
  const json = { ...found, registered: found.registrationAccepted ?? 0 };
  return done(json, rosterLines(found, language));
};

export const registerRoster = (program: Command, cli: Cli): void => {
  const roster = program.command('roster');
  registeredOptions(roster.command('check')).action((file: string, options: CheckOptions) =>
    cli.perform((session) => check(session, file, options)),
  );
  registeredOptions(roster.command('import'))
    .option('--yes')
    .action((file: string, options: ImportOptions) =>
      cli.act((session) => received(session, file, options)),
    );
  registerApprove(roster, cli);
  roster
    .command('list')
    .option('--tranche <id>', '', idOption)
    .option('--programme <id>', '', idOption)
    .option('--limit <n>', '', limitOption, 50)
    .option('--cursor <cursor>', '', cursorOption([isInstantKey, isIdKey]))
    .action((options: ListOptions) => cli.perform((session) => list(session, options)));
  roster
    .command('show')
    .argument('<roster>', '', idOption)
    .action((rosterId: string) => cli.perform((session) => show(session, rosterId)));
  registerRegistration(program, cli);
};
