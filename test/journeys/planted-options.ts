// Every option of the command tree that takes a person's own words, as a command line that plants there.
import type { Command, Option } from 'commander';
import { agendaOption, reasonOption } from '../../apps/cli/option-values.ts';
import { buildProgram } from '../../apps/cli/program.ts';

/** What the option says is sealed; the journey itself types it. */
const SEALED: readonly string[] = [
  ...[
    'actor add --name',
    'payer add --account',
    'claim object --grounds',
    'claim object --objector',
  ],
  'claim verify-field done --minutes',
  'outreach visit --note',
  ...['place', 'cause', 'time', 'work', 'tenure', 'exposure', 'diagnosis'].map(
    (field) => `claim report --${field}`,
  ),
  ...['claim report --circumstances', 'claim report --contact', 'claim report --reporter'],
];
/** They only choose among what is on record: what is typed goes nowhere. */
const CHOOSING: readonly string[] = ['claim hospital bill --code'];
/** They ask, and record nothing. */
const QUESTIONS: readonly string[] = [
  ...['audit figures', 'audit verify-bundle', 'audit what-if', 'claim list'],
  ...['payout exception list', 'roster check'],
];
/** The number of a letter, a decree, a bill: as long as an account. */
const NUMBERS: readonly string[] = [
  ...['--account-code', '--agenda', '--budget', '--code', '--contact', '--document', '--letter'],
  ...['--note', '--number', '--payment-code', '--perwali', '--reference', '--sk'],
];
/** Arguments that name a case, whose persons are known. */
const OF_A_CASE: readonly string[] = ['claim', 'letter', 'payable', 'subject', 'worker'];

/** Whose desk it is: some commands look at the role before they do anything. */
const HANDS: Readonly<Record<string, string>> = { keys: 'kunci-indra', aid: 'dinas-rahma' };
const USUAL_HAND = 'verifikator-ani';

/** Options without which the planted one means nothing. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  'audit bundle': ['--open', 'PAYEE_NAME'],
  'claim approve': ['--determined', '1', '--determined-on', '2026-01-02'],
  'claim documents add': ['--form', 'ORIGINAL_SEEN', '--seen-on', '2026-01-02'],
  'contribution decide': ['--difference', '1'],
  'roster import': [
    ...['--registered', '--as-of', '2026-01-02', '--sk-date', '2026-01-02', '--yes'],
    ...['--source', 'buku', '--reason', 'ambil alih'],
  ],
};

type Node = { readonly path: string; readonly command: Command };

const nodesUnder = (command: Command, path: string): readonly Node[] => [
  { path, command },
  ...command.commands.flatMap((child) => nodesUnder(child, `${path} ${child.name()}`.trim())),
];

const tree = (): Command => {
  const terminal = { out: () => undefined, err: () => undefined };
  const openSession = () => Promise.reject(new Error('only the tree is looked at'));
  return buildProgram({ terminal, openSession }).program;
};

const isPath = ({ flags }: Option): boolean => /<(?:path|file|folder)>/.test(flags);

const takesWords = ({ required, optional, parseArg }: Option): boolean =>
  (required || optional) &&
  (parseArg === undefined || parseArg === reasonOption || parseArg === agendaOption);

/** What stands for each argument and option that names a thing of the town. */
export type Known = Readonly<Record<string, string>>;

const WORTHS = [
  ...['2026-01-02', '2026-01', '2026', '64.74.02.1001', '1', 'PDKTIDJ1', '1240031122301'],
  '0198a0c0-0000-7000-8000-000000000001',
];

/** A value that the option takes: the first choice of a list, else of what options are made of. */
const worthOf = (option: Option): string => {
  for (const worth of WORTHS)
    try {
      option.parseArg?.(worth, undefined);
      return worth;
    } catch (error) {
      const [, first] = /^choice ([^,\s]+)/.exec(error instanceof Error ? error.message : '') ?? [];
      if (first !== undefined) return first;
    }
  throw new Error(`${option.flags}: no value is known that it takes`);
};

const filled = (option: Option, path: string, known: Known): readonly string[] => {
  const flag = option.long ?? option.flags;
  if (!option.required) return [flag];
  if (isPath(option)) return [flag, known[`${path} ${flag}`] ?? known['file'] ?? ''];
  return [flag, known[flag] ?? (takesWords(option) ? 'biasa' : worthOf(option))];
};

const argumentsOf = ({ path, command }: Node, known: Known): readonly string[] =>
  command.registeredArguments.map((argument) => {
    const value = known[`${path} ${argument.name()}`] ?? known[argument.name()];
    if (value === undefined) throw new Error(`${path}: no ${argument.name()} is known to plant at`);
    return value;
  });

export type Planted = {
  /** The command and its option, as a person says it. */
  readonly place: string;
  readonly as: string;
  readonly args: readonly string[];
};

export type Plants = Readonly<Record<'NIK' | 'ACCOUNT' | 'NAME', string>>;

const plantsFor = (node: Node, flag: string, plants: Plants): readonly string[] => {
  const isOfCase = node.command.registeredArguments.some((a) => OF_A_CASE.includes(a.name()));
  return [
    plants.NIK,
    ...(NUMBERS.includes(flag) ? [] : [plants.ACCOUNT]),
    ...(isOfCase ? [plants.NAME] : []),
  ];
};

const plantedIn = (node: Node, known: Known, plants: Plants): readonly Planted[] => {
  const { path, command } = node;
  const places = command.options.filter(
    (option) =>
      takesWords(option) &&
      !isPath(option) &&
      ![...SEALED, ...CHOOSING].includes(`${path} ${option.long}`),
  );
  return places.flatMap((option) => {
    const flag = option.long ?? option.flags;
    const rest = command.options.filter((other) => other.mandatory && other !== option);
    const args = [
      ...[...path.split(' '), ...argumentsOf(node, known)],
      ...rest.flatMap((other) => filled(other, path, known)),
      ...(BESIDE[path] ?? []),
    ];
    const as = HANDS[path.split(' ')[0] ?? ''] ?? USUAL_HAND;
    return plantsFor(node, flag, plants).map((plant) => ({
      ...{ place: `${path} ${flag}`, as, args: [...args, flag, plant] },
    }));
  });
};

/** The words that stand beside every act, typed with one that anybody may try. */
const besideActs = (known: Known, plants: Plants): readonly Planted[] => {
  const act = ['claim', 'assign', known['claim'] ?? ''];
  const past = ['--effective-at', '2026-01-02', '--reason', 'ambil alih'];
  const options = { '--reason': act, '--agenda': act, '--source': [...act, ...past] };
  return Object.entries(options).flatMap(([flag, args]) =>
    [plants.NIK, plants.NAME, ...(NUMBERS.includes(flag) ? [] : [plants.ACCOUNT])].map((plant) => ({
      ...{ place: flag, as: USUAL_HAND, args: [...args, flag, plant] },
    })),
  );
};

/** A new option of words is here by itself; a new argument that nothing is known for throws. */
export const plantedLines = (known: Known, plants: Plants): readonly Planted[] => {
  const nodes = nodesUnder(tree(), '').filter(
    ({ path }) => path !== '' && !QUESTIONS.includes(path),
  );
  return [...nodes.flatMap((node) => plantedIn(node, known, plants)), ...besideActs(known, plants)];
};

/** Options of the program itself that take words: each stands in `besideActs`, or is no text. */
export const wordsOfProgram = (): readonly string[] =>
  tree().options.flatMap((option) => (takesWords(option) ? [option.long ?? ''] : []));
