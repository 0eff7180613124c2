// Changes one operator of the domain at a time and asks the domain's tests whether they notice.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '40' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string', default: 'domain/claim,domain/rules' },
  },
});

/** One operator for another: boundaries, logic, equality, sums, truth. */
const CHANGES: readonly (readonly [RegExp, string])[] = [
  [/ === /g, ' !== '],
  [/ !== /g, ' === '],
  [/ <= /g, ' < '],
  [/ >= /g, ' > '],
  [/(?<![=<]) > /g, ' >= '],
  [/ < (?![A-Z])/g, ' <= '],
  [/ && /g, ' || '],
  [/ \|\| /g, ' && '],
  [/ \+ 1\b/g, ' - 1'],
  [/\btrue\b/g, 'false'],
  [/\breturn accept\(\)/g, "return refuse('ClaimUnknown')"],
];

type Mutant = {
  readonly file: string;
  readonly at: number;
  readonly was: string;
  readonly now: string;
};

const filesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/events\.ts$|copy/.test(name))
    .map((name) => join(folder, name));

const isCode = (text: string, at: number): boolean => {
  const line = text.slice(text.lastIndexOf('\n', at) + 1, text.indexOf('\n', at));
  return !/^\s*(\/\/|\*|\/\*|import |export type|readonly |type )/.test(line);
};

const mutantsOf = (file: string): readonly Mutant[] => {
  const text = readFileSync(file, 'utf8');
  return CHANGES.flatMap(([pattern, now]) =>
    [...text.matchAll(pattern)]
      .filter(({ index }) => isCode(text, index))
      .map(({ index, 0: was }) => ({ file, at: index, was, now })),
  );
};

/** The same seed takes the same sample. */
const shuffled = <Item>(items: readonly Item[], seed: number): readonly Item[] => {
  let state = seed;
  const next = (): number => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state;
  };
  return items
    .map((item) => ({ item, key: next() }))
    .toSorted((a, b) => a.key - b.key)
    .map(({ item }) => item);
};

const isNoticed = ({ file, at, was, now }: Mutant): boolean => {
  const text = readFileSync(file, 'utf8');
  try {
    writeFileSync(file, text.slice(0, at) + now + text.slice(at + was.length));
    const folder = file.startsWith('domain/rules') ? 'test/domain/rules' : 'test/domain/claim';
    const args = ['vitest', 'run', '--project', 'domain', '--bail', '1', folder];
    return spawnSync('npx', args, { encoding: 'utf8', timeout: 300_000 }).status !== 0;
  } finally {
    writeFileSync(file, text);
  }
};

const all = values.only.split(',').flatMap(filesIn).flatMap(mutantsOf);
const sample = shuffled(all, Number(values.seed)).slice(0, Number(values.sample));
let noticed = 0;
for (const [index, mutant] of sample.entries()) {
  const { file, at, was, now } = mutant;
  const killed = isNoticed(mutant);
  if (killed) noticed += 1;
  const line = readFileSync(file, 'utf8').slice(0, at).split('\n').length;
  const word = killed ? 'noticed ' : 'SURVIVED';
  process.stdout.write(`${index + 1} ${word} ${file}:${line} '${was.trim()}' → '${now.trim()}'\n`);
}
process.stdout.write(
  `${noticed} of ${sample.length} noticed (${((noticed * 100) / sample.length).toFixed(1)} %), of ${all.length} possible\n`,
);
