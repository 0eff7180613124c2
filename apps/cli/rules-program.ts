// The commands that are pure calculation, as a command line of their own that starts at once.
import type { RunCommandLine } from './cli.ts';
import { runTree } from './command-tree.ts';
import { registerBenefits } from './commands/benefits.ts';
import { registerRules } from './commands/rules.ts';

const isOption = (arg: string): boolean => arg.startsWith('-');

/**
 * Only where the noun comes first: `lindung --lang en benefits …` is understood by the whole. Versions
 * of the rule book stand in the log; what this release says of two days does not.
 */
export const asksForRulesOnly = ([noun, verb = '', ...rest]: readonly string[]): boolean => {
  if (noun === 'benefits') return true;
  if (noun !== 'rules') return false;
  const isOfTwoDays = verb === 'diff' && rest.filter((arg) => !isOption(arg)).length > 1;
  return ['list', 'show'].includes(verb) || isOfTwoDays;
};

export const runCommandLine: RunCommandLine = runTree([registerBenefits, registerRules]);
