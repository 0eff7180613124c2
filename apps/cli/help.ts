// Puts the words of the catalogue on the command tree: descriptions, choices, examples, headings.
import { type Argument, type Command, Help, type Option } from 'commander';
import { wordOf } from '../copy/code-words.ts';
import type { Language } from '../copy/format.ts';
import type { CommandHelp } from '../copy/help/command-help.ts';
import { helpTexts } from '../copy/help/help-texts.ts';
import {
  helpTitles,
  helpWords,
  placeholders,
  sharedArguments,
  sharedChoices,
  sharedOptions,
} from '../copy/help/shared-help.ts';
import { inLanguage, say, type Text } from '../copy/text.ts';

const SAMPLE_ID = '5f1c0a52-7d3e-5b8a-9c41-2e6d8f7a1b30';

/** `claim documents add`: where the command stands below the program. */
export const pathOf = (command: Command): string =>
  command.parent === null ? '' : `${pathOf(command.parent)} ${command.name()}`.trimStart();

const translated = (text: string, language: Language): string =>
  text.replace(/(?<=[<[])([a-z]+)(?=[\]>])/g, (name) => {
    const word = placeholders[name];
    return word === undefined ? name : inLanguage(language, word);
  });

export const argumentText = (command: Command, argument: Argument): Text | undefined =>
  helpTexts[pathOf(command)]?.arguments?.[argument.name()] ?? sharedArguments[argument.name()];

export const optionText = (command: Command, option: Option): Text | undefined => {
  const flag = option.long ?? option.flags;
  return helpTexts[pathOf(command)]?.options?.[flag] ?? sharedOptions[flag];
};

/** As it is typed, with an id in every gap. */
export const exampleOf = (path: string, language: Language): string | undefined => {
  const example = helpTexts[path]?.example;
  if (example === undefined) return undefined;
  const text = typeof example === 'string' ? example : inLanguage(language, example);
  return `lindung ${text.replaceAll('{id}', SAMPLE_ID)}`;
};

const choiceLines = (
  command: Command,
  help: CommandHelp | undefined,
  language: Language,
): readonly string[] => {
  const lines: string[] = [];
  for (const { long } of command.options) {
    const words = long == null ? undefined : (help?.choices?.[long] ?? sharedChoices[long]);
    if (long == null || words === undefined) continue;
    const codes = Object.keys(words);
    const width = Math.max(...codes.map((code) => code.length));
    lines.push('', say(language, helpWords.choices, { flag: long }));
    for (const code of codes)
      lines.push(`  ${code.padEnd(width)}  ${wordOf(words, code, language)}`);
  }
  return lines;
};

const textBelow = (command: Command, language: Language): string => {
  const path = pathOf(command);
  const example = exampleOf(path, language);
  return [
    ...choiceLines(command, helpTexts[path], language),
    ...(example === undefined ? [] : ['', say(language, helpWords.example), `  ${example}`]),
    ...(command.parent === null ? [] : ['', say(language, helpWords.global)]),
  ].join('\n');
};

const formatting = (language: Language): Partial<Help> => {
  const plain = new Help();
  return {
    styleTitle: (title) => {
      const words = helpTitles[title];
      return words === undefined ? title : inLanguage(language, words);
    },
    commandUsage: (command) => translated(plain.commandUsage(command), language),
    subcommandTerm: (command) => translated(plain.subcommandTerm(command), language),
    optionTerm: (option) => translated(option.flags, language),
    argumentTerm: (argument) => {
      const word = placeholders[argument.name()];
      return word === undefined ? argument.name() : inLanguage(language, word);
    },
    optionDescription: (option) => {
      if (option.mandatory) return `${option.description} (${say(language, helpWords.required)})`;
      if (option.defaultValue === undefined || option.isBoolean()) return option.description;
      const value = String(option.defaultValue);
      return `${option.description} (${say(language, helpWords.default, { value })})`;
    },
  };
};

/** A command that asks `--why` takes the reason that was given as `--reason`. */
const takeReason = (parent: Command, child: Command): void => {
  const why = child.options.find(({ long }) => long === '--why');
  const { reason } = parent.optsWithGlobals<{ reason?: string }>();
  if (why === undefined || reason === undefined || reason.trim() === '') return;
  child.setOptionValueWithSource('why', why.parseArg?.(reason, undefined) ?? reason, 'implied');
};

/** Called on the finished tree; `failedAt` hears at which command a usage error was found. */
export const applyHelp = (
  command: Command,
  language: Language,
  failedAt: (command: Command) => void,
): void => {
  const about = helpTexts[pathOf(command)]?.about;
  if (about !== undefined) command.description(inLanguage(language, about));
  for (const argument of command.registeredArguments) {
    const text = argumentText(command, argument);
    if (text !== undefined) argument.description = inLanguage(language, text);
  }
  for (const option of command.options) {
    const text = optionText(command, option);
    if (text !== undefined) option.description = inLanguage(language, text);
  }
  command
    .helpOption('-h, --help', say(language, helpWords.help))
    .configureHelp(formatting(language))
    .addHelpText('after', () => textBelow(command, language))
    // Said once, a reason is the reason, under whichever of the two names.
    .hook('preSubcommand', (_, child) => takeReason(command, child))
    .exitOverride((error) => {
      failedAt(command);
      throw error;
    });
  if (command.commands.length > 0)
    command.helpCommand('help [command]', say(language, helpWords.helpCommand));
  for (const child of command.commands) applyHelp(child, language, failedAt);
};
