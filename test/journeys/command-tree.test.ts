// The command line as a tree: what the demo types is in it, and help lists only what works.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from 'commander';
import { afterAll, describe, expect, test } from 'vitest';
import type { OpenSession } from '../../apps/cli/cli.ts';
import { argumentText, exampleOf, optionText } from '../../apps/cli/help.ts';
import { buildProgram, runCommandLine } from '../../apps/cli/program.ts';
import { claimActs } from '../../apps/copy/claim-acts.ts';
import { helpTexts } from '../../apps/copy/help/help-texts.ts';
import { placeholders } from '../../apps/copy/help/shared-help.ts';
import { administrator, cast } from '../../apps/demo/cast.ts';
import { CITIES } from '../../apps/demo/cities.ts';
import type { Line, Narrator } from '../../apps/demo/narrator.ts';
import { argumentsOf } from '../../apps/demo/told-lines.ts';
import type { Act } from '../../domain/actor.ts';
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

/** Words that only one of the two languages has, and that any mixed text would hold. */
const ENGLISH = [
  'the',
  'of',
  'and',
  'with',
  'what',
  'which',
  'only',
  'default',
  'display',
  'options',
];
const INDONESIAN = [
  'yang',
  'dan',
  'dengan',
  'dari',
  'nomor',
  'satu',
  'hanya',
  'opsi',
  'untuk',
  'contoh',
];

/** These start processes or read a file; the supervisor's and the rules' own tests run them. */
const RUN_ELSEWHERE = /^lindung (up|down|status|demo|benefits|audit verif(?:ier|y-bundle)) ?/;
/** Answered from the rules themselves, without a service. */
const NEEDS_NO_SERVICE =
  /^lindung (rules (list|show|diff \d)|claim heirs-template|claim hospital template|aid template)/;

const UUID = '11f9a9e0-4e63-5257-b227-698cdcd5da9f';

/** Answers that let the story go on: only its command lines count here. */
const ANSWER = {
  ...{ rosterId: UUID, workerId: UUID, claimId: UUID, runId: UUID },
  ...{ token: 'a.b.c', registered: 90 },
  ...{
    cardsIssued: 90,
    payables: [{ payableId: UUID }],
    stage: 'SETTLED',
    claimOutcome: 'SETTLED',
  },
  workers: [1, 2].map(() => ({ workerId: UUID, stage: 'ENROLLED' })),
  rows: [{ claimId: UUID }],
  contents: { documents: [{ documentId: UUID, kind: 'HEIR_STATEMENT' }] },
};

/** What a command would have written, for the story to go on with. */
const WRITTEN: Readonly<Record<string, string>> = {
  registration: 'REFERENSI,NIK\r\n',
  card: `KARTU,KELURAHAN,QR\r\n${UUID},64.74.02.1001,a.b.c\r\n${UUID},64.74.01.1001,a.b.c\r\n`,
};

/** Every command line of the demo's stories, as each gives it to its narrator. */
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
      for (const work of works) await work(type);
    },
    settle: (args) => type({ as: 'someone', args }),
    ingestUntilSettled: () => Promise.resolve(ANSWER),
  };
  for (const city of CITIES) {
    const own = join(folder, city.name);
    mkdirSync(own);
    const story = { narrator, folder: own, storyId: 'tree', today: localDate('2026-11-21') };
    await city.tell(story, { workers: 90, seed: 1 });
  }
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
      const expected = args[0] === 'rules' ? 0 : OUT_OF_REACH;
      expect(code, `${args.join(' ')}: ${err}`).toBe(expected);
    }
  });

  test('refuses a command or an option that is not in it', async () => {
    expect((await typed(['claim', 'settle', UUID])).code).toBe(2);
    expect((await typed(['claim', 'show', UUID, '--secret'])).code).toBe(2);
  });

  test('names its version', async () => {
    const { code, out } = await typed(['--version']);
    expect([code, out]).toEqual([0, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
  });

  test('says in one JSON document what is wrong with a command line', async () => {
    const { code, out, err } = await typed(['claim', 'list', '--stage', 'X', '--json']);
    expect([code, err]).toEqual([2, '']);
    const problem: unknown = JSON.parse(out);
    expect(problem).toMatchObject({ error: 'UsageInvalid', help: 'lindung claim list --help' });
    expect(out).toContain('salah satu dari');
    const english = await typed(['claim', 'list', '--stage', 'X', '--json', '--lang', 'en']);
    expect(english.out).toContain('is not one of');
  });

  test('names every option that is missing, and takes a reason under either name', async () => {
    const pause = ['payout', 'schedule', 'pause', '--as', 'someone'];
    const { code, err } = await typed(pause);
    expect(code).toBe(2);
    expect(err).toMatch(/--payer, --why\./);
    const reasoned = await typed([...pause, '--payer', UUID, '--reason', 'diperiksa']);
    expect([reasoned.code, reasoned.err]).toEqual([OUT_OF_REACH, 'nothing runs']);
    const blank = await typed([...pause, '--payer', UUID, '--reason', ' ']);
    expect([blank.code, blank.err]).toEqual([2, expect.stringContaining('--why')]);
  });

  test.each(Object.entries(claimActs))(
    '%s is done by a command that there is',
    (_, { command }) => {
      const paths = nodesUnder(program(), []).map(({ path }) => path.join(' '));
      expect(paths).toContain(`claim ${command}`);
    },
  );

  test('refuses a story for too few people before anything is started', async () => {
    const { code, err } = await typed(['demo', 'kutim', '--workers', '5']);
    expect(code).toBe(2);
    expect(err).toContain('--workers 30');
  });

  test('asks who acts before anything is done, and says how to find out', async () => {
    const { code, err } = await typed(['claim', 'check', UUID]);
    expect(code).toBe(2);
    expect(err).toContain('--as');
    expect(err).toContain('lindung actor list');
  });

  test.each([
    ['claim', 'list', '--cursor', 'abc'],
    ['worker', 'list', '--cursor', Buffer.from('["x","y"]').toString('base64url')],
    ['claim', 'list', '--kelurahan', 'Atlantis'],
    ['worker', 'list', '--limit', '0'],
    ['payout', 'due', '--limit', '501'],
    ['claim', 'report', '--death-date', '2026-02-30'],
  ])('refuses %s %s %s %s and says what is allowed', async (...args) => {
    const { code, err } = await typed([...args, '--as', 'someone']);
    expect(code).toBe(2);
    expect(err).toMatch(/bukan .{10}/);
  });

  const nodes = nodesUnder(program(), []);
  const named = nodes.map(
    ({ path, command }) => [path.join(' ') || 'lindung', { path, command }] as const,
  );

  test.each(named)(
    '%s --help answers, and lists what can be done there and nothing else',
    async (_name, { path, command }) => {
      const { code, out } = await typed([...path, '--help']);
      expect(code).toBe(0);
      const listed = out.split(/^Perintah:$/m)[1]?.split('\n\n')[0] ?? '';
      const names = [...listed.matchAll(/^ {2}([a-z][\w-]*)/gm)].map((match) => match[1]);
      const children = command.commands.map((child) => child.name());
      expect(names.filter((name) => name !== 'help').sort()).toEqual([...children].sort());
      const hasAction = typeof Reflect.get(command, '_actionHandler') === 'function';
      // A group is there for what is below it; a leaf must do something.
      expect(hasAction || children.length > 0).toBe(true);
    },
  );

  test.each(named)('%s: every text of its help stands in the catalogue', (name, { command }) => {
    const path = name === 'lindung' ? '' : name;
    expect(helpTexts[path], 'what it does').toBeDefined();
    for (const argument of command.registeredArguments)
      expect(argumentText(command, argument), `<${argument.name()}>`).toBeDefined();
    const { mandatory = false } = command.options.find(({ long }) => long === '--why') ?? {};
    if (mandatory) expect(command.helpInformation()).toMatch(/--why <teks>.*\n?.*\(wajib\)/);
    for (const option of command.options.filter(({ hidden }) => !hidden))
      expect(optionText(command, option), option.flags).toBeDefined();
    const terms = [...command.options.map(({ flags }) => flags), command.usage()].join(' ');
    for (const [, placeholder = ''] of terms.matchAll(/[<[]([a-z]+)[\]>]/g))
      expect(placeholders[placeholder], placeholder).toBeDefined();
  });

  test.each(named)(
    '%s: its help is in one language, whichever is asked for',
    async (_, { path }) => {
      const told = async (language: string) =>
        (await typed([...path, '--help', '--lang', language])).out;
      const [id, en] = [await told('id'), await told('en')];
      // Flags, codes and names of commands are typed as they are in both languages.
      const wordsOf = (text: string) =>
        new Set(
          text
            .replace(/--?[\w-]+|[A-Z]+_\w+|what-if/g, ' ')
            .toLowerCase()
            .match(/[a-z]+/g),
        );
      expect(
        ENGLISH.filter((word) => wordsOf(id).has(word)),
        id,
      ).toEqual([]);
      expect(
        INDONESIAN.filter((word) => wordsOf(en).has(word)),
        en,
      ).toEqual([]);
      expect(`${id}${en}`).not.toMatch(/ \/ /);
    },
  );

  test('help texts are there for commands that there are, and for no others', () => {
    const paths = nodes.map(({ path }) => path.join(' '));
    expect(Object.keys(helpTexts).filter((path) => !paths.includes(path))).toEqual([]);
  });

  const leaves = named.filter(([, { command }]) => command.commands.length === 0);

  test.each(leaves)('%s: what must be filled in is shown in an example', (name, { command }) => {
    const required = command.options.filter(({ mandatory }) => mandatory);
    const needs = [...command.registeredArguments.filter((one) => one.required), ...required];
    for (const language of ['id', 'en'] as const) {
      const example = exampleOf(name, language);
      if (needs.length > 0) expect(example).toBeDefined();
      for (const { long, short } of required)
        expect(example).toMatch(new RegExp(` (${long}|${short}) `));
    }
  });

  const examples = leaves.flatMap(([name]) =>
    (['id', 'en'] as const).flatMap((language) => exampleOf(name, language) ?? []),
  );

  const held = new Map(
    [administrator, ...cast].map(({ id, acts }) => [id, new Set<Act>(acts)] as const),
  );

  test('examples name only people whom the demo knows', () => {
    const named = examples.flatMap((line) => line.match(/--as (\S+)/)?.[1] ?? []);
    expect(named.length).toBeGreaterThan(40);
    expect(named.filter((id) => !held.has(id))).toEqual([]);
  });

  test.each<readonly [string, Act]>([
    ['tranche override', 'override-gate'],
    ['tranche gate', 'manage-programme'],
    ['tranche cards', 'hand-over-card'],
    ['tranche arrears', 'accept-arrears'],
    ['tranche budget', 'record-contribution'],
    ['payout hold', 'hold-payment'],
    ['payout unhold', 'hold-payment'],
    ['payout resolve', 'hold-payment'],
    ['payout report', 'report-payment'],
    ['payout receipt', 'report-payment'],
    ['keys shred', 'manage-keys'],
  ])('the example of %s is typed by somebody who holds %s', (path, act) => {
    for (const language of ['id', 'en'] as const) {
      const who = exampleOf(path, language)?.match(/--as (\S+)/)?.[1] ?? '';
      expect(held.get(who)?.has(act), who).toBe(true);
    }
  });

  const wordsIn = (line: string): readonly string[] =>
    [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '').slice(1);

  const ofClaims = leaves
    .map(([name]) => exampleOf(name, 'id') ?? '')
    .filter((line) => line.startsWith('lindung claim ') && !NEEDS_NO_SERVICE.test(line));

  test('there are examples of the acts on claims', () => {
    expect(ofClaims.length).toBeGreaterThan(40);
  });

  test('whatever is sent of a claim is wrapped by the one envelope, which keeps that number', () => {
    const commands = join(import.meta.dirname, '../../apps/cli/commands');
    const senders = readdirSync(commands)
      .filter((name) => name.startsWith('claim'))
      .map((name) => readFileSync(join(commands, name), 'utf8'))
      .filter((text) => text.includes('gateway.send('));
    expect(senders.length).toBeGreaterThan(10);
    for (const text of senders) {
      expect(text).toMatch(/[eE]nvelope\(/);
      expect(text).not.toMatch(/actorId: session\.actorId|agenda:/);
    }
  });

  test.each(ofClaims)('takes the number of the agenda with %s', async (line) => {
    const agendas: unknown[] = [];
    const openSession: OpenSession = ({ agenda }) => {
      agendas.push(agenda);
      return Promise.resolve({ status: 'out-of-reach', sentence: 'nothing runs' });
    };
    const err: string[] = [];
    const terminal = { out: () => undefined, err: (text: string) => err.push(text) };
    const args = [...wordsIn(line), '--agenda', '123/KLAIM/2026'];
    expect(await runCommandLine(args, { terminal, openSession }), err.join()).toBe(OUT_OF_REACH);
    expect(agendas).toEqual(['123/KLAIM/2026']);
  });

  test.each(examples.filter((line) => !RUN_ELSEWHERE.test(line)))(
    'understands %s',
    async (line) => {
      // Run here, from the folder of the project: it must leave nothing behind.
      if (NEEDS_NO_SERVICE.test(line)) expect(line).not.toMatch(/ (-o|--output) /);
      const { code, err } = await typed(wordsIn(line));
      expect(code, err).toBe(NEEDS_NO_SERVICE.test(line) ? 0 : OUT_OF_REACH);
    },
  );
});
