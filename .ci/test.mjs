// Every test, in lanes side by side: journeys and outages mostly wait for processes, the others compute.
// With arguments it is plain `vitest run` with them. Ends with the line `Tests  N passed | N failed`.
import { spawn } from 'node:child_process';
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const VITEST = 'node_modules/vitest/vitest.mjs';
const LANES = [
  { name: 'parts', projects: ['histories', 'programs', 'services'] },
  { name: 'journeys', projects: ['journeys'] },
  { name: 'rules and outages', projects: ['domain', 'races', 'outages'] },
];

const run = (args, output) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [VITEST, 'run', ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk) => {
        for (const target of output) target.write(chunk);
      });
    child.once('close', (code) => resolve(code ?? 1));
  });

const countIn = (text, word) => {
  const line = text.split('\n').findLast((one) => /^ *Tests /.test(one)) ?? '';
  return Number(line.match(new RegExp(`(\\d+) ${word}`))?.[1] ?? 0);
};

const allLanes = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'lindung-tests-'));
  const files = LANES.map((_, lane) => join(folder, String(lane)));
  // The first lane is seen while it runs; the others are told when all have ended.
  const codes = await Promise.all(
    LANES.map(async ({ projects }, lane) => {
      const file = createWriteStream(files[lane]);
      const args = projects.flatMap((project) => ['--project', project]);
      const code = await run(args, lane === 0 ? [file, process.stdout] : [file]);
      await new Promise((resolve) => file.end(resolve));
      return code;
    }),
  );
  const texts = files.map((file) => readFileSync(file, 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  for (const text of texts.slice(1)) process.stdout.write(text);
  const plain = texts.map(stripVTControlCharacters);
  const sum = (word) => plain.reduce((total, text) => total + countIn(text, word), 0);
  console.log(LANES.map(({ name }, lane) => `${name}: exit ${codes[lane]}`).join(' · '));
  console.log(`Tests  ${sum('passed')} passed | ${sum('failed')} failed`);
  return codes.some((code) => code !== 0) ? 1 : 0;
};

const args = process.argv.slice(2);
process.exitCode = args.length > 0 ? await run(args, [process.stdout]) : await allLanes();
