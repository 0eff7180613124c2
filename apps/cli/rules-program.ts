// The commands that are pure calculation, as a command line of their own that starts at once.
import type { RunCommandLine } from './cli.ts';
import { runTree } from './command-tree.ts';
import { registerBenefits } from './commands/benefits.ts';
import { registerRules } from './commands/rules.ts';

const GROUPS = ['benefits', 'rules'];

/** Only where the noun comes first: `lindung --lang en benefits …` is understood by the whole. */
export const asksForRulesOnly = ([first]: readonly string[]): boolean =>
  first !== undefined && GROUPS.includes(first);

export const runCommandLine: RunCommandLine = runTree([registerBenefits, registerRules]);
