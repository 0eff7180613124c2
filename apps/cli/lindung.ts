#!/usr/bin/env node
// The command line of Lindung: reads the arguments, runs one command, sets the exit code.
import { keepCompiled } from '../../infra/local/compile-cache.ts';

keepCompiled();
const { isLanguage, processTerminal } = await import('./output.ts');
const { asksForRulesOnly } = await import('./rules-program.ts');

/** `LINDUNG_LANG` is `--lang` for every command that names no language itself. */
const language = process.env['LINDUNG_LANG'];
const args = [...(isLanguage(language) ? ['--lang', language] : []), ...process.argv.slice(2)];

// Rules and calculations need no service: neither do they wait for the rest to be loaded.
const { runCommandLine } = asksForRulesOnly(process.argv.slice(2))
  ? await import('./rules-program.ts')
  : await import('./program.ts');

process.exitCode = await runCommandLine(args, {
  terminal: processTerminal,
  openSession: async (options, terminal) =>
    (await import('./open-session.ts')).openSession(options, terminal),
});
