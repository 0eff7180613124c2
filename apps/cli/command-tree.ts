// Builds the command line from groups of commands, and runs it: arguments in, exit code out.
import { readFileSync } from 'node:fs';
import { Command, type CommanderError } from 'commander';
import type { Language } from '../copy/format.ts';
import {
  type Cli,
  createCli,
  type OpenSession,
  type RunCommandLine,
  type Terminal,
} from './cli.ts';
import { applyHelp, pathOf } from './help.ts';
import { agendaOption, idOption, instantOption, oneOf } from './option-values.ts';
import { languageIn, usageProblem, wantsJson } from './usage.ts';

const PACKAGE = new URL('../../package.json', import.meta.url);
const VERSION = String((JSON.parse(readFileSync(PACKAGE, 'utf8')) as { version: string }).version);

export type Group = (program: Command, cli: Cli) => void;
type Parts = {
  readonly terminal: Terminal;
  readonly openSession: OpenSession;
  readonly language?: Language;
};

const inert: Parts = {
  terminal: { out: () => undefined, err: () => undefined },
  openSession: () => Promise.reject(new Error('a tree without a session')),
};

const namesOf = (group: Group): readonly string[] => {
  const program = new Command();
  const run: RunCommandLine = () => Promise.reject(new Error('a tree that runs nothing'));
  group(program, createCli({ program, ...inert, language: 'id', runCommandLine: run }));
  return program.commands.map((command) => command.name());
};

const HELP = ['help', '-h', '--help'];

/** The groups whose names are said; all of them when none is, or when help is asked for. */
const groupFinder = (groups: readonly Group[]) => {
  let known: readonly { readonly group: Group; readonly names: readonly string[] }[] | undefined;
  return (args: readonly string[]): readonly Group[] => {
    known ??= groups.map((group) => ({ group, names: namesOf(group) }));
    const said = known.filter(({ names }) => names.some((name) => args.includes(name)));
    if (said.length === 0 || args.some((arg) => HELP.includes(arg))) return groups;
    return said.map(({ group }) => group);
  };
};

/** `run` is the command line that a command may issue commands to. */
export const buildTree = (
  groups: readonly Group[],
  parts: Parts,
  run: RunCommandLine,
): { readonly program: Command; readonly cli: Cli; failedAt(): Command } => {
  const { language = 'id' } = parts;
  const program = new Command('lindung')
    .version(VERSION, '--version')
    .option('--json')
    .option('--lang <language>', '', oneOf(['id', 'en'] as const))
    .option('--as <actor>')
    .option('--reason <text>')
    .option('--agenda <number>', '', agendaOption)
    .option('--source <text>')
    .option('--effective-at <time>', '', instantOption)
    .option('--command-id <uuid>', '', idOption)
    .configureOutput({
      writeOut: (text) => parts.terminal.out(text.trimEnd()),
      // What is wrong is said once the whole command line is known (`usage.ts`).
      writeErr: () => undefined,
    });
  const cli = createCli({ program, ...parts, language, runCommandLine: run });
  for (const register of groups) register(program, cli);
  let failed = program;
  applyHelp(program, language, (command) => {
    failed = command;
  });
  return { program, cli, failedAt: () => failed };
};

const helpAt = (program: Command, path: string): string => {
  const names = path === '' ? [] : path.split(' ');
  const found = names.reduce(
    (command, name) => command.commands.find((child) => child.name() === name) ?? command,
    program,
  );
  return found.helpInformation().trimEnd();
};

const isUsage = (error: unknown): error is CommanderError =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('commander.');

const isHelpAsked = ({ code, exitCode }: CommanderError): boolean =>
  ['commander.help', 'commander.helpDisplayed', 'commander.version'].includes(code) &&
  exitCode === 0;

const complain = (
  error: CommanderError,
  parts: {
    readonly args: readonly string[];
    readonly terminal: Terminal;
    readonly language: Language;
    readonly program: Command;
    readonly failed: Command;
  },
): void => {
  const { args, terminal, language, program, failed } = parts;
  const path = pathOf(failed);
  const { json, lines } = usageProblem(error, failed, language);
  if (wantsJson(args)) terminal.out(JSON.stringify(json, null, 2));
  else if (error.code === 'commander.help') terminal.err(helpAt(program, path));
  else for (const line of lines) terminal.err(line);
};

/** Runs one command line and answers its exit code; never throws for a user's mistake. */
export const runTree = (groups: readonly Group[]): RunCommandLine => {
  const groupsFor = groupFinder(groups);
  const run: RunCommandLine = async (args, parts) => {
    const language = languageIn(args) ?? parts.language ?? 'id';
    // A story types thousands of lines: each builds only what it names.
    const { program, cli, failedAt } = buildTree(groupsFor(args), { ...parts, language }, run);
    try {
      await program.parseAsync(args, { from: 'user' });
      return cli.exitCode();
    } catch (error) {
      if (!isUsage(error)) throw error;
      if (isHelpAsked(error)) return 0;
      const { terminal } = parts;
      complain(error, { args, terminal, language, program, failed: failedAt() });
      return 2;
    }
  };
  return run;
};
