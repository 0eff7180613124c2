// `lindung roster|registration …`: a list is checked, received, named by decree, registered.
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import type { LocalDate } from '../../../domain/calendar.ts';
import { streamIds } from '../../../infra/ids/stream-ids.ts';
import { rosterById } from '../../../projections/roster-board.ts';
import type { Cli } from '../cli.ts';
import { followBatch } from '../follow-batch.ts';
import { dayOption, idOption } from '../option-values.ts';
import { done, foundWrong, type Outcome, usageWrong } from '../outcome.ts';
import { writePrivateFile } from '../private-file.ts';
import { checkRosterFile, verdictLines } from '../roster-check.ts';
import { answerOutcome, envelope, newCommandId, type Session } from '../session.ts';
import { checkTakeOver, importTakeOver } from './roster-take-over.ts';

type RegisteredOptions = {
  registered?: boolean;
  asOf?: LocalDate;
  sk?: string;
  skDate?: LocalDate;
};
type CheckOptions = { tranche: string; refusedTo?: string } & RegisteredOptions;

const REGISTERED_HELP = `
Ambil alih program berjalan / taking over a running programme (docs/reference/take-over-files.md):
  lindung --as dinas-rahma --source "Data BPJS per 17-07-2024" --reason "ambil alih" \\
    roster import peserta.csv --tranche ID --registered --as-of 2024-07-17`;

/** Options of a list of people whom BPJS has registered already. */
const registeredOptions = (command: Command): Command =>
  command
    .option('--registered', 'orangnya sudah terdaftar di BPJS / people registered already')
    .option('--as-of <date>', 'keadaan daftar per tanggal / the day the list speaks of', dayOption)
    .option('--sk <number>', 'nomor SK, bila ada / decree number, if any')
    .option('--sk-date <date>', 'tanggal SK / decree date', dayOption)
    .addHelpText('after', REGISTERED_HELP);

const withAsOf = <O extends RegisteredOptions>(
  options: O,
): (O & { asOf: LocalDate }) | undefined =>
  options.asOf === undefined ? undefined : { ...options, asOf: options.asOf };

const asOfMissing = (): Outcome =>
  usageWrong('AsOfMissing', '--registered: sebutkan --as-of <tanggal> / name the day by --as-of');

const checkRoster = async (
  session: Session,
  file: string,
  options: CheckOptions,
): Promise<Outcome> => {
  if (options.registered === true) {
    const known = withAsOf(options);
    return known === undefined ? asOfMissing() : checkTakeOver(session, file, known);
  }
  const check = await checkRosterFile(session, options.tranche, await readFile(file));
  if (options.refusedTo !== undefined)
    await writePrivateFile(options.refusedTo, check.refusedRowsCsv());
  const { rows, accepted, refused, warnings, verdicts } = check;
  const json = { rows, accepted, refused, warnings, verdicts };
  const answer = refused === 0 ? done : foundWrong;
  return answer(json, verdictLines(check, session.language));
};

const registerCheck = (roster: Command, cli: Cli): void => {
  const check = roster.command('check');
  registeredOptions(check)
    .description('periksa tanpa menyimpan apa pun / dry run: nothing is recorded')
    .argument('<file>', 'CSV')
    .requiredOption('--tranche <id>', 'gelombang / tranche', idOption)
    .option('--refused-to <path>', 'tulis baris ditolak + alasan / write refused rows + reasons')
    .action((file: string, options: CheckOptions) =>
      cli.perform((session) => checkRoster(session, file, options)),
    );
};

const importRoster = async (session: Session, file: string, trancheId: string) => {
  const bytes = await readFile(file);
  const check = await checkRosterFile(session, trancheId, bytes);
  const { sha256: stored } = await session.documents.put(bytes);
  const commandId = newCommandId(session);
  // The same bytes for the same tranche are the same roster: a repeated import changes nothing.
  const rosterId = streamIds.roster(trancheId, stored);
  const answer = await session.gateway.startRoster({
    ...envelope(session, 'roster', rosterId, {
      type: 'ReceiveRoster',
      data: {
        rosterId,
        trancheId,
        programmeId: check.programmeId,
        fileSha256: stored,
        rows: check.rows,
        accepted: check.accepted,
        refused: check.refused,
        // The engine reads the stored list itself: its verdicts would fit in no message.
        verdicts: [],
      },
    }),
    commandId,
  });
  if (answer.status === 'refused') return answerOutcome(session, answer, []);
  // "Already so": the list was received by an earlier command, and no step waits to be followed.
  if (answer.position === '0')
    return answerOutcome(
      session,
      answer,
      [`daftar ini sudah diterima / received before: lindung roster show ${rosterId}`],
      { rosterId, rows: check.rows, accepted: check.accepted, refused: check.refused },
    );
  const progress = await followBatch(session, { kind: 'roster', id: rosterId, step: 'NOMINATION' });
  return answerOutcome(
    session,
    answer,
    [`roster: ${rosterId}`, ...verdictLines(check, session.language), progress.line],
    { rosterId, rows: check.rows, accepted: check.accepted, refused: check.refused, progress },
  );
};

const registerApprove = (roster: Command, cli: Cli): void => {
  roster
    .command('approve')
    .description('sahkan dengan SK / approve with its decree')
    .argument('<roster>', 'roster', idOption)
    .requiredOption('--sk <number>', 'nomor SK / decree number')
    .requiredOption('--sk-date <date>', 'tanggal SK / decree date', dayOption)
    .action((rosterId: string, options: { sk: string; skDate: LocalDate }) =>
      cli.perform(async (session) => {
        const answer = await session.gateway.send(
          envelope(session, 'roster', rosterId, {
            type: 'ApproveRoster',
            data: { decreeNumber: options.sk, decreeDate: options.skDate },
          }),
        );
        if (answer.status === 'refused' || answer.position === '0')
          return answerOutcome(session, answer, []);
        const progress = await followBatch(session, {
          kind: 'roster',
          id: rosterId,
          step: 'DECREE',
        });
        return answerOutcome(session, answer, [progress.line], { rosterId, progress });
      }),
    );
};

const takenOverMark = (steps: readonly { readonly step: string }[]): string =>
  steps.some(({ step }) => step === 'TAKE_OVER') ? ' (riwayat, diambil alih / historic)' : '';

export const registerRoster = (program: Command, cli: Cli): void => {
  const roster = program.command('roster').description('daftar pekerja rentan / rosters');
  registerCheck(roster, cli);
  registeredOptions(roster.command('import'))
    .description('terima daftar dan calonkan pekerja / receive a list and nominate its people')
    .argument('<file>', 'CSV')
    .requiredOption('--tranche <id>', 'gelombang / tranche', idOption)
    .option('--refused-to <path>', 'tulis baris ditolak + alasan (dengan --registered)')
    .action((file: string, options: CheckOptions) =>
      cli.perform(async (session) => {
        if (options.registered !== true) return importRoster(session, file, options.tranche);
        const known = withAsOf(options);
        return known === undefined ? asOfMissing() : importTakeOver(session, file, known);
      }),
    );
  registerApprove(roster, cli);
  roster
    .command('show')
    .description('keadaan satu daftar / the state of a roster')
    .argument('<roster>', 'roster', idOption)
    .action((rosterId: string) =>
      cli.perform(async (session) => {
        const found = await rosterById(session.db, rosterId);
        return found === undefined
          ? foundWrong({ rosterId, found: false }, ['roster tidak ditemukan / not found'])
          : done({ ...found, registered: found.registrationAccepted ?? 0 }, [
              `roster ${rosterId}${takenOverMark(found.steps)}`,
              `baris ${found.rows}: ${found.accepted} diterima, ${found.refused} ditolak`,
              `SK: ${found.decreeNumber ?? '-'} (${found.decreeDate ?? '-'})`,
              `BPJS: ${found.registrationAccepted ?? '-'} diterima, ${found.registrationRefused ?? '-'} ditolak`,
              ...found.steps.map(
                (step) => `${step.step}: ${step.done} selesai, ${step.skipped} dilewati`,
              ),
            ]);
      }),
    );
  registerRegistration(program, cli);
};

const registerRegistration = (program: Command, cli: Cli): void => {
  const registration = program
    .command('registration')
    .description('pendaftaran ke BPJS / registration with BPJS');
  registration
    .command('export')
    .description('tulis berkas pendaftaran / write the registration file')
    .argument('<roster>', 'roster', idOption)
    .requiredOption(
      '-o, --output <path>',
      'berkas CSV (berisi data pribadi) / contains personal data',
    )
    .action((rosterId: string, options: { output: string }) =>
      cli.perform(async (session) => {
        const exported = await session.gateway.exportRegistration(
          envelope(session, 'roster', rosterId, {
            type: 'SubmitRoster',
            data: { workers: 0, fileSha256: '' },
          }),
        );
        if (exported.answer.status === 'refused')
          return answerOutcome(session, exported.answer, []);
        await writePrivateFile(options.output, exported.bytes);
        return answerOutcome(
          session,
          exported.answer,
          [`${exported.workers} orang → ${options.output}`],
          { workers: exported.workers },
        );
      }),
    );
  registration
    .command('ingest')
    .description('baca jawaban BPJS: KPJ atau alasan / read the answer of BPJS')
    .argument('<roster>', 'roster', idOption)
    .argument('<file>', 'CSV')
    .action((rosterId: string, file: string) =>
      cli.perform(async (session) => {
        const { sha256: stored } = await session.documents.put(await readFile(file));
        const answer = await session.gateway.answerRegistration(
          envelope(session, 'roster', rosterId, {
            type: 'AnswerRegistration',
            data: { fileSha256: stored, accepted: 0, refused: 0 },
          }),
        );
        if (answer.status === 'refused') return answerOutcome(session, answer, []);
        const progress = await followBatch(session, {
          kind: 'roster',
          id: rosterId,
          step: 'REGISTRATION',
        });
        return answerOutcome(session, answer, [progress.line], { rosterId, progress });
      }),
    );
};
