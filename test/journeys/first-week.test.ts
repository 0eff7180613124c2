// The guide for a new office: every command in it is one that the command line takes.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { OpenSession } from '../../apps/cli/cli.ts';
import { runCommandLine } from '../../apps/cli/program.ts';

const GUIDE = 'docs/guides/first-week.md';
const OUT_OF_REACH = 3;
const SOME_ID = '11f9a9e0-4e63-5257-b227-698cdcd5da9f';
/** What a reader puts in: an id, or the content of a QR. */
const STANDS_FOR: Readonly<Record<string, string>> = { TOKEN: 'a.b.c', STREAM: `claim-${SOME_ID}` };

const commands = readFileSync(GUIDE, 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('lindung '));

const argumentsOf = (line: string): readonly string[] =>
  [...line.slice('lindung '.length).matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare = '']) => {
    const word = quoted ?? bare;
    return /^[A-Z]{3,}$/.test(word) && !KEPT.includes(word) ? (STANDS_FOR[word] ?? SOME_ID) : word;
  });
/** Words in capitals that are values themselves. */
const KEPT = ['DISNAKER', 'BENEFIT', 'TRACKS', 'KELURAHAN', 'OFFICER', 'LEGALISED'];

const nothingRuns: OpenSession = () =>
  Promise.resolve({ status: 'out-of-reach', sentence: 'nothing runs' });

test('has a command for every day', () => {
  expect(commands.length).toBeGreaterThan(35);
});

test.each(commands)('%s', async (line) => {
  const err: string[] = [];
  const terminal = { out: () => undefined, err: (text: string) => err.push(text) };
  const args = argumentsOf(line);
  const code = await runCommandLine(args, { terminal, openSession: nothingRuns });
  expect(code, err.join('\n')).toBe(OUT_OF_REACH);
});
