// The command line as a tree: what the demo types is in it, and help lists only what works.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, describe, expect, test } from 'vitest';
import type { OpenSession } from '../../apps/cli/cli.ts';
import { buildProgram, runCommandLine } from '../../apps/cli/program.ts';
import { scenarioOf } from '../../apps/demo/bontang/scenario.ts';
import { tellBontang } from '../../apps/demo/bontang/story.ts';
import { argumentsOf, type Line, type Narrator } from '../../apps/demo/narrator.ts';
import { localDate } from '../../domain/calendar.ts';

const OUT_OF_REACH = 3;

const nothingRuns: OpenSession = () =>
  Promise.resolve({ status: 'out-of-reach', sentence: 'nothing runs' });

const typed = async (args: readonly string[]) => {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
  const code = await runCommandLine(args, { terminal, openSession: nothingRuns });
  return { code, out: out.join('\n'), err: err.join('\n') };
};

const program = (): Command => {
  const quiet = { out: () => undefined, err: () => undefined };
  return buildProgram({ terminal: quiet, openSession: nothingRuns }).program;
};

const UUID = '11f9a9e0-4e63-5257-b227-698cdcd5da9f';

/** Answers that let the story go on: only its command lines count here. */
const ANSWER = {
  ...{ rosterId: UUID, claimId: UUID, runId: UUID, token: 'a.b.c', registered: 90 },
  ...{ cardsIssued: 90, payables: [{}], stage: 'SETTLED', claimOutcome: 'SETTLED' },
  workers: [{ workerId: UUID, stage: 'ENROLLED' }],
  rows: [{ claimId: UUID }],
  contents: { documents: [{ documentId: UUID, kind: 'HEIR_STATEMENT' }] },
};

/** What a command would have written, for the story to go on with. */
const WRITTEN: Readonly<Record<string, string>> = {
  registration: 'REFERENSI,NIK\r\n',
  card: `KARTU,KELURAHAN,QR\r\n${UUID},64.74.02.1001,a.b.c\r\n${UUID},64.74.01.1001,a.b.c\r\n`,
};

/** Every command line of the demo, as the story gives it to its narrator. */
const demoLines = async (folder: string): Promise<readonly (readonly string[])[]> => {
  const lines: (readonly string[])[] = [
    ['payout', 'ingest'],
    ['payout', 'status', UUID],
  ];
  const type = (line: Line): Promise<typeof ANSWER> => {
    const args = argumentsOf(line);
    lines.push(args);
    const output = args.indexOf('-o');
    if (output > 0) writeFileSync(args[output + 1] ?? '', WRITTEN[args[0] ?? ''] ?? '');
    return Promise.resolve(ANSWER);
  };
  const narrator: Narrator = {
    chapter: () => undefined,
    say: () => undefined,
    step: type,
    quietly: type,
    many: async (request) => {
      for (const line of request.lines) await type(line);
    },
    together: async (_title, works) => {
      for (const work of works) await work();
    },
    settle: (args) => type({ as: 'someone', args }),
    ingestUntilSettled: () => Promise.resolve(ANSWER),
  };
  await tellBontang({
    ...{ narrator, folder, storyId: 'tree', today: localDate('2026-11-21') },
    scenario: scenarioOf(90, 1),
  });
  return lines;
};

type Node = { readonly path: readonly string[]; readonly command: Command };

const nodesUnder = (command: Command, path: readonly string[]): readonly Node[] => [
  { path, command },
  ...command.commands.flatMap((child) => nodesUnder(child, [...path, child.name()])),
];

describe('the command line', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lindung-tree-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('knows every command line that the demo types, option for option', async () => {
    const lines = await demoLines(folder);
    expect(lines.length).toBeGreaterThan(40);
    for (const args of lines) {
      const { code, err } = await typed([...args, '--json', '--as', 'someone']);
      expect(code, `${args.join(' ')}: ${err}`).toBe(OUT_OF_REACH);
    }
  });

  test('refuses a command or an option that is not in it', async () => {
    expect((await typed(['claim', 'settle', UUID])).code).toBe(2);
    expect((await typed(['claim', 'show', UUID, '--secret'])).code).toBe(2);
  });

  const nodes = nodesUnder(program(), []);

  test.each(
    nodes.map(({ path, command }) => [path.join(' ') || 'lindung', { path, command }] as const),
  )(
    '%s --help answers, and lists what can be done there and nothing else',
    async (_name, { path, command }) => {
      const { code, out } = await typed([...path, '--help']);
      expect(code).toBe(0);
      const [, listed = ''] = out.split(/^Commands:$/m);
      const names = [...listed.matchAll(/^ {2}([a-z][\w-]*)/gm)].map((match) => match[1]);
      const children = command.commands.map((child) => child.name());
      expect(names.filter((name) => name !== 'help').sort()).toEqual([...children].sort());
      const hasAction = typeof Reflect.get(command, '_actionHandler') === 'function';
      // A group is there for what is below it; a leaf must do something.
      expect(hasAction || children.length > 0).toBe(true);
    },
  );
});
