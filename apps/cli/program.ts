// The tree of commands: one group per noun. `--help` at every level lists only what works.
import { Command } from 'commander';
import {
  type Cli,
  createCli,
  type OpenSession,
  type RunCommandLine,
  type Terminal,
} from './cli.ts';
import { registerActor } from './commands/actor.ts';
import { registerAudit } from './commands/audit.ts';
import { registerBatch } from './commands/batch.ts';
import { registerClaim } from './commands/claim.ts';
import { registerDemo } from './commands/demo.ts';
import { registerHistory } from './commands/history.ts';
import { registerOperate } from './commands/operate.ts';
import { registerPayout } from './commands/payout.ts';
import { registerProgramme } from './commands/programme.ts';
import { registerRoster } from './commands/roster.ts';
import { registerStack } from './commands/stack.ts';
import { registerDeadlines } from './commands/tranche-views.ts';
import { registerWatch } from './commands/watch.ts';
import { registerWorker } from './commands/worker.ts';
import { instantOption, oneOf } from './option-values.ts';

const groups = [
  registerStack,
  registerDemo,
  registerWatch,
  registerDeadlines,
  registerActor,
  registerProgramme,
  registerRoster,
  registerBatch,
  registerHistory,
  registerWorker,
  registerClaim,
  registerPayout,
  registerAudit,
  registerOperate,
];

export const buildProgram = (parts: {
  readonly terminal: Terminal;
  readonly openSession: OpenSession;
}): { readonly program: Command; readonly cli: Cli } => {
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
  const cli = createCli({ program, ...parts, runCommandLine });
  for (const register of groups) register(program, cli);
  return { program, cli };
};

const isUsage = (error: unknown): error is { code: string; exitCode: number } =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');

const HELP_CODES = ['commander.help', 'commander.helpDisplayed', 'commander.version'];

/** Runs one command line and answers its exit code; never throws for a user's mistake. */
export const runCommandLine: RunCommandLine = async (args, parts) => {
  const { program, cli } = buildProgram(parts);
  try {
    await program.parseAsync(args, { from: 'user' });
    return cli.exitCode();
  } catch (error) {
    if (!isUsage(error)) throw error;
    return HELP_CODES.includes(error.code) ? 0 : 2;
  }
};
