// Builds the command line from groups of commands, and runs it: arguments in, exit code out.
import { Command } from 'commander';
import {
  type Cli,
  createCli,
  type OpenSession,
  type RunCommandLine,
  type Terminal,
} from './cli.ts';
import { instantOption, oneOf } from './option-values.ts';

export type Group = (program: Command, cli: Cli) => void;
type Parts = { readonly terminal: Terminal; readonly openSession: OpenSession };

/** `run` is the command line that a command may issue commands to. */
export const buildTree = (
  groups: readonly Group[],
  parts: Parts,
  run: RunCommandLine,
): { readonly program: Command; readonly cli: Cli } => {
  const program = new Command('lindung')
    .description('Perlindungan pekerja rentan: dari daftar sampai uang diterima ahli waris')
    .option('--json', 'satu dokumen JSON di stdout / one JSON document on stdout')
    .option('--lang <language>', 'id | en', oneOf(['id', 'en'] as const))
    .option('--as <actor>', 'pelaku (sampai ada masuk akun) / acting person, asserted')
    .option('--reason <text>', 'alasan yang dicatat / recorded reason')
    .option('--source <text>', 'sumber riwayat / where the past is known from')
    .option(
      '--effective-at <time>',
      'catat sebagai riwayat sejak waktu ini (izin record-history) / enter the past',
      instantOption,
    )
    .option('--command-id <uuid>', 'ulangi perintah yang sama / repeat the same command')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => parts.terminal.out(text.trimEnd()),
      writeErr: (text) => parts.terminal.err(text.trimEnd()),
    });
  const cli = createCli({ program, ...parts, runCommandLine: run });
  for (const register of groups) register(program, cli);
  return { program, cli };
};

const isUsage = (error: unknown): error is { code: string; exitCode: number } =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');

const HELP_CODES = ['commander.help', 'commander.helpDisplayed', 'commander.version'];

/** Runs one command line and answers its exit code; never throws for a user's mistake. */
export const runTree = (groups: readonly Group[]): RunCommandLine => {
  const run: RunCommandLine = async (args, parts) => {
    const { program, cli } = buildTree(groups, parts, run);
    try {
      await program.parseAsync(args, { from: 'user' });
      return cli.exitCode();
    } catch (error) {
      if (!isUsage(error)) throw error;
      return HELP_CODES.includes(error.code) ? 0 : 2;
    }
  };
  return run;
};
