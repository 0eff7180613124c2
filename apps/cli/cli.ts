// Runs one action of the command line: opens what it needs, prints its outcome, sets the exit code.
import type { Command } from 'commander';
import { storeFailure } from '../../infra/database/store-failure.ts';
import { isFailure } from '../../infra/failure.ts';
import { errorCode } from '../../infra/local/sentence.ts';
import type { Language } from '../copy/format.ts';
import type { ExitCode, Outcome } from './outcome.ts';
import type { Session } from './session.ts';

export type GlobalOptions = {
  readonly json?: boolean;
  readonly lang?: Language;
  readonly as?: string;
  readonly reason?: string;
  readonly commandId?: string;
  readonly effectiveAt?: string;
  readonly source?: string;
};

/** Where output goes: the terminal, or a caller that runs commands in this process (the demo). */
export type Terminal = {
  out(text: string): void;
  err(text: string): void;
  /** Hears the whole outcome: lines for people and the document for programs. */
  outcome?(outcome: Outcome): void;
};

export type OpenSession = (
  options: GlobalOptions,
  terminal: Terminal,
) => Promise<
  | { readonly status: 'open'; readonly session: Session }
  | { readonly status: 'out-of-reach'; readonly sentence: string }
>;

/** The whole command line as a function: arguments in, exit code out. */
export type RunCommandLine = (
  args: readonly string[],
  parts: { readonly terminal: Terminal; readonly openSession: OpenSession },
) => Promise<ExitCode>;

export type Cli = {
  readonly terminal: Terminal;
  /** For a command that issues commands (the demo). */
  readonly runCommandLine: RunCommandLine;
  /** An act or a question that needs the running installation. */
  perform(action: (session: Session) => Promise<Outcome>): Promise<void>;
  /** A command that needs no service. */
  performAlone(action: (options: GlobalOptions) => Promise<Outcome>): Promise<void>;
  exitCode(): ExitCode;
};

const FILE_SENTENCES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  ENOENT: { id: 'Berkas atau folder tidak ditemukan', en: 'No such file or folder' },
  EISDIR: { id: 'Ini folder, bukan berkas', en: 'This is a folder, not a file' },
  EACCES: { id: 'Tidak ada izin membuka berkas', en: 'No permission to open the file' },
  ENOSPC: { id: 'Disk penuh; kosongkan ruang lalu ulangi', en: 'The disk is full; free some room' },
};

/** What went wrong with a file that the user named; the path is the user's own word. */
const fileSentence = (error: unknown, language: Language): string | undefined => {
  const code = errorCode(error) ?? '';
  const text = FILE_SENTENCES[code]?.[language];
  if (text === undefined || !(error instanceof Error)) return undefined;
  return 'path' in error ? `${text}: ${String(error.path)}` : `${text}.`;
};

const sentenceOf = (error: unknown, language: Language): { code: string; sentence: string } => {
  if (isFailure(error)) return { code: error.code, sentence: error.sentence[language] };
  const fileProblem = fileSentence(error, language);
  if (fileProblem !== undefined) return { code: 'FileProblem', sentence: fileProblem };
  return { code: 'Failure', sentence: error instanceof Error ? error.message : String(error) };
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
  readonly runCommandLine: RunCommandLine;
}): Cli => {
  const { program, terminal, openSession, runCommandLine } = parts;
  let code: ExitCode = 0;

  const print = (outcome: Outcome, options: GlobalOptions): void => {
    code = outcome.exitCode;
    terminal.outcome?.(outcome);
    if (options.json === true) terminal.out(JSON.stringify(outcome.json, jsonValue, 2));
    else for (const line of outcome.lines) terminal.out(line);
  };

  const fail = (cause: unknown, options: GlobalOptions): void => {
    const error = known(cause);
    const { code: failureCode, sentence } = sentenceOf(error, options.lang ?? 'id');
    code = exitOf(error);
    if (options.json === true)
      terminal.out(JSON.stringify({ error: failureCode, sentence }, null, 2));
    terminal.err(sentence);
  };

  return {
    terminal,
    runCommandLine,
    exitCode: () => code,
    async performAlone(action) {
      const options = program.opts<GlobalOptions>();
      try {
        print(await action(options), options);
      } catch (error) {
        fail(error, options);
      }
    },
    async perform(action) {
      const options = program.opts<GlobalOptions>();
      const opened = await openSession(options, terminal).catch((error: unknown) => ({
        status: 'failed' as const,
        error,
      }));
      if (opened.status === 'failed') return fail(opened.error, options);
      if (opened.status === 'out-of-reach') {
        code = 3;
        if (options.json === true)
          terminal.out(JSON.stringify({ error: 'OutOfReach', sentence: opened.sentence }, null, 2));
        terminal.err(opened.sentence);
        return;
      }
      try {
        print(await action(opened.session), options);
      } catch (error) {
        fail(error, options);
      } finally {
        await opened.session.close();
      }
    },
  };
};

/** Money in memory is a bigint: on the wire a decimal string. */
const jsonValue = (_key: string, value: unknown): unknown =>
  typeof value === 'bigint' ? value.toString() : value;
