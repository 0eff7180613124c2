// Runs one action of the command line: opens what it needs, prints its outcome, sets the exit code.
import type { Command } from 'commander';
import { storeFailure } from '../../infra/database/store-failure.ts';
import { isFailure } from '../../infra/failure.ts';
import { errorCode } from '../../infra/local/sentence.ts';
import type { Language } from '../copy/format.ts';
import { inLanguage, say, type Text } from '../copy/text.ts';
import { usagePhrases } from '../copy/usage-phrases.ts';
import { hasLogin } from './login-file.ts';
import { type ExitCode, type Outcome, usageWrong } from './outcome.ts';
import { isNobody, type Session } from './session.ts';

export type GlobalOptions = {
  readonly json?: boolean;
  readonly lang?: Language;
  readonly as?: string;
  readonly reason?: string;
  readonly agenda?: string;
  readonly commandId?: string;
  readonly effectiveAt?: string;
  readonly source?: string;
};

/** Where output goes: the terminal, or a caller that runs commands in this process (the demo). */
export type Terminal = {
  out(text: string): void;
  err(text: string): void;
  /** One line from the person or the pipe, not shown while it is typed. */
  ask?(question: string): Promise<string>;
  /** Hears the whole outcome: lines for people and the document for programs. */
  outcome?(outcome: Outcome): void;
};

export type OpenSession = (
  options: GlobalOptions,
  terminal: Terminal,
) => Promise<
  | { readonly status: 'open'; readonly session: Session }
  | { readonly status: 'out-of-reach'; readonly sentence: string }
  /** Who acts is not known here. */
  | { readonly status: 'refused'; readonly code: string; readonly sentence: string }
>;

/** The whole command line as a function: arguments in, exit code out. */
export type RunCommandLine = (
  args: readonly string[],
  parts: {
    readonly terminal: Terminal;
    readonly openSession: OpenSession;
    /** Where the arguments name none (`--lang`); else Bahasa Indonesia. */
    readonly language?: Language;
  },
) => Promise<ExitCode>;

export type Cli = {
  readonly terminal: Terminal;
  /** For a command that issues commands (the demo). */
  readonly runCommandLine: RunCommandLine;
  /** An act, or a look at one person's data: it needs to be known who asks (a login, or `--as`). */
  act(action: (session: Session) => Promise<Outcome>): Promise<void>;
  /** A question about sums and lists, which anybody at this machine may ask. */
  perform(action: (session: Session) => Promise<Outcome>): Promise<void>;
  /** A question that is answered without services too, by what this release knows. */
  performAnyway(
    action: (session: Session | null, options: GlobalOptions) => Promise<Outcome>,
  ): Promise<void>;
  /** A command that needs no service. */
  performAlone(action: (options: GlobalOptions) => Promise<Outcome>): Promise<void>;
  exitCode(): ExitCode;
};

const FILE_SENTENCES: Readonly<Record<string, Text>> = {
  EACCES: ['Tidak ada izin membuka berkas', 'No permission to open the file'],
  EISDIR: ['Ini folder, bukan berkas', 'This is a folder, not a file'],
  ENOENT: ['Berkas atau folder tidak ditemukan', 'No such file or folder'],
  ENOSPC: ['Disk penuh; kosongkan ruang lalu ulangi', 'The disk is full; free some room'],
};

const UNEXPECTED = [
  'Terjadi kesalahan yang tidak terduga; laporkan kepada pengelola: {message}',
  'Something unexpected went wrong; tell the operator: {message}',
] as const satisfies Text;

/** What went wrong with a file that the user named; the path is the user's own word. */
const fileSentence = (error: unknown, language: Language): string | undefined => {
  const text = FILE_SENTENCES[errorCode(error) ?? ''];
  if (text === undefined || !(error instanceof Error)) return undefined;
  const sentence = inLanguage(language, text);
  return 'path' in error ? `${sentence}: ${String(error.path)}` : `${sentence}.`;
};

const sentenceOf = (error: unknown, language: Language): { code: string; sentence: string } => {
  if (isFailure(error)) return { code: error.code, sentence: error.sentence[language] };
  const fileProblem = fileSentence(error, language);
  if (fileProblem !== undefined) return { code: 'FileProblem', sentence: fileProblem };
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'Failure', sentence: say(language, UNEXPECTED, { message }) };
};

const exitOf = (error: unknown): ExitCode => (isFailure(error) && error.retryable ? 3 : 1);

/** A look at a read model meets PostgreSQL without a port between: out of reach is no finding. */
const known = (error: unknown): unknown => {
  const failure = storeFailure(error);
  return failure.retryable ? failure : error;
};

export const createCli = (parts: {
  readonly program: Command;
  readonly terminal: Terminal;
  readonly openSession: OpenSession;
  readonly language?: Language;
  readonly runCommandLine: RunCommandLine;
}): Cli => {
  const { program, terminal, openSession, runCommandLine, language = 'id' } = parts;
  let code: ExitCode = 0;

  const given = (): GlobalOptions => ({
    ...program.opts<GlobalOptions>(),
    ...(parts.language !== undefined && { lang: parts.language }),
  });

  const print = (outcome: Outcome): void => {
    code = outcome.exitCode;
    terminal.outcome?.(outcome);
    const { json, lines, isComplaint } = outcome;
    if (given().json === true) terminal.out(JSON.stringify(json, jsonValue, 2));
    else for (const line of lines) (isComplaint === true ? terminal.err : terminal.out)(line);
  };

  const complain = (error: string, sentence: string, exitCode: ExitCode): void =>
    print({ json: { error, sentence }, lines: [sentence], exitCode, isComplaint: true });

  const fail = (cause: unknown): void => {
    const error = known(cause);
    const { code: failureCode, sentence } = sentenceOf(error, language);
    complain(failureCode, sentence, exitOf(error));
  };

  const perform: Cli['perform'] = async (action) => {
    const opened = await openSession(given(), terminal).catch((error: unknown) => ({
      status: 'failed' as const,
      error,
    }));
    if (opened.status === 'failed') return fail(opened.error);
    if (opened.status === 'out-of-reach') return complain('OutOfReach', opened.sentence, 3);
    if (opened.status === 'refused') return complain(opened.code, opened.sentence, 1);
    try {
      print(await action(opened.session));
    } catch (error) {
      fail(error);
    } finally {
      await opened.session.close();
    }
  };

  const performAlone: Cli['performAlone'] = async (action) => {
    try {
      print(await action(given()));
    } catch (error) {
      fail(error);
    }
  };

  /** Nothing runs here, or it cannot be reached just now. */
  const reachable = async (): Promise<Session | null> => {
    try {
      const opened = await openSession(given(), terminal);
      return opened.status === 'open' ? opened.session : null;
    } catch (error) {
      const failure = known(error);
      if (isFailure(failure) && failure.retryable) return null;
      throw error;
    }
  };

  return {
    terminal,
    runCommandLine,
    exitCode: () => code,
    perform,
    performAlone,
    performAnyway: (action) =>
      performAlone(async (options) => {
        const session = await reachable();
        try {
          return await action(session, options);
        } finally {
          await session?.close();
        }
      }),
    async act(action) {
      const missing = say(language, usagePhrases.actorMissing);
      if (given().as === undefined && !hasLogin()) return complain('ActorMissing', missing, 2);
      await perform((session) =>
        isNobody(session) ? Promise.resolve(usageWrong('ActorMissing', missing)) : action(session),
      );
    },
  };
};

/** Money in memory is a bigint: on the wire a decimal string. */
const jsonValue = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;
