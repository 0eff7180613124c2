// A command line that cannot be understood: what is wrong, in the language asked for, and what to type.
import type { Command, CommanderError } from 'commander';
import type { Language } from '../copy/format.ts';
import { placeholders } from '../copy/help/shared-help.ts';
import { inLanguage, say } from '../copy/text.ts';
import { type Expectation, expectations, usagePhrases } from '../copy/usage-phrases.ts';
import { exampleOf, pathOf } from './help.ts';
import { isLanguage } from './output.ts';

/** The last `--lang` counts, as it does for every other option. */
export const languageIn = (args: readonly string[]): Language | undefined => {
  let found: Language | undefined;
  args.forEach((arg, index) => {
    const value = arg === '--lang' ? args[index + 1] : arg.match(/^--lang=(.*)$/)?.[1];
    if (isLanguage(value)) found = value;
  });
  return found;
};

export const wantsJson = (args: readonly string[]): boolean => args.includes('--json');

const isExpectation = (text: string): text is Expectation => Object.hasOwn(expectations, text);

/** The parsers name what they expected by a code, and after it the choices that there are. */
const expectedIn = (text: string, language: Language): string => {
  const [code = '', ...rest] = text.trim().split(' ');
  if (!isExpectation(code)) return text.trim();
  return code === 'choice' || code === 'dayOrLaw'
    ? say(language, expectations[code], { choices: rest.join(' ') })
    : inLanguage(language, expectations[code]);
};

const nameOf = (argument: string, language: Language): string => {
  const word = placeholders[argument];
  return `<${word === undefined ? argument : inLanguage(language, word)}>`;
};

const flagOf = (flags: string): string => flags.match(/--[\w-]+/)?.[0] ?? flags;

const invalid = (message: string, language: Language): string => {
  const option = message.match(
    /^error: option '(.*?)' argument '([\s\S]*)' is invalid\.([\s\S]*)$/,
  );
  if (option !== null) {
    const [, flags = '', value = '', rest = ''] = option;
    const expected = expectedIn(rest, language);
    // What was typed in place of a prompt is somebody's number: it is not said again.
    const shown = rest.trim() === 'prompt' ? '…' : value;
    const name = flagOf(flags);
    return say(language, usagePhrases.argumentInvalid, { name, value: shown, expected });
  }
  const argument = message.match(
    /^error: command-argument value '([\s\S]*)' is invalid for argument '(.*?)'\.([\s\S]*)$/,
  );
  const [, value = '', name = '', rest = ''] = argument ?? [];
  const expected = expectedIn(rest, language);
  const shown = nameOf(name, language);
  return say(language, usagePhrases.argumentInvalid, { name: shown, value, expected });
};

const unknown = (kind: 'optionUnknown' | 'commandUnknown', message: string, language: Language) => {
  const name = message.match(/'([\s\S]*?)'/)?.[1] ?? '';
  const meant = message.match(/\(Did you mean (?:one of )?([^?]*)\?\)/)?.[1];
  const sentence = say(language, usagePhrases[kind], { name });
  return meant === undefined
    ? sentence
    : `${sentence} ${say(language, usagePhrases.didYouMean, { name: meant })}`;
};

/** The library stops at the first: whoever types is told of all of them at once. */
const missingOptions = (failed: Command, language: Language): string => {
  const flags = failed.options
    .filter((option) => option.mandatory)
    .filter((option) => failed.getOptionValue(option.attributeName()) === undefined)
    .map(({ flags: each }) => flagOf(each));
  return say(language, usagePhrases.optionMissing, { name: flags.join(', ') });
};

/** The library's sentences are English and its own: only their facts are kept. */
const sentenceOf = (
  { code, message }: CommanderError,
  failed: Command,
  language: Language,
): string => {
  const quoted = message.match(/'(.*?)'/)?.[1] ?? '';
  switch (code) {
    case 'commander.missingArgument':
      return say(language, usagePhrases.argumentMissing, { name: nameOf(quoted, language) });
    case 'commander.optionMissingArgument':
      return say(language, usagePhrases.optionValueMissing, { name: flagOf(quoted) });
    case 'commander.missingMandatoryOptionValue':
      return missingOptions(failed, language);
    case 'commander.unknownOption':
      return unknown('optionUnknown', message, language);
    case 'commander.unknownCommand':
      return unknown('commandUnknown', message, language);
    case 'commander.invalidArgument':
      return invalid(message, language);
    case 'commander.excessArguments': {
      const [, expected = '', given = ''] = message.match(/Expected (\d+).*?but got (\d+)/) ?? [];
      return say(language, usagePhrases.argumentsTooMany, { expected, given });
    }
    case 'commander.help':
      return say(language, usagePhrases.commandMissing);
    default:
      return message;
  }
};

export type UsageProblem = {
  readonly json: {
    readonly error: 'UsageInvalid';
    readonly problem: string;
    readonly sentence: string;
    readonly help: string;
  };
  readonly lines: readonly string[];
};

export const usageProblem = (
  error: CommanderError,
  failed: Command,
  language: Language,
): UsageProblem => {
  const path = pathOf(failed);
  const sentence = sentenceOf(error, failed, language);
  const help = `lindung ${path} --help`.replace('  ', ' ');
  const example = exampleOf(path, language);
  return {
    json: {
      error: 'UsageInvalid',
      problem: error.code.replace(/^commander\./, ''),
      sentence,
      help,
    },
    lines: [
      sentence,
      ...(example === undefined ? [] : [say(language, usagePhrases.example, { example })]),
      say(language, usagePhrases.more, { help }),
    ],
  };
};
