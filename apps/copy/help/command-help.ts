// What `--help` says of one command: what it does, its arguments and options, an example.

import type { Words } from '../code-words.ts';
import type { Text } from '../text.ts';

export type CommandHelp = {
  readonly about: Text;
  /** By name; what many commands share stands in `shared-help.ts`. */
  readonly arguments?: Readonly<Record<string, Text>>;
  /** By long flag. */
  readonly options?: Readonly<Record<string, Text>>;
  /** Codes that an option takes, by long flag, each with its word. */
  readonly choices?: Readonly<Record<string, Words>>;
  /** As it is typed after `lindung`; `{id}` stands for any id. */
  readonly example?: string | Text;
};

/** By the path of the command: `claim documents add`. */
export type HelpTexts = Readonly<Record<string, CommandHelp>>;
