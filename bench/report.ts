// Keeps the last result of each benchmark and writes all of them into results.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Fact, QUIET_LOAD } from './machine.ts';
import { type Compared, isNoisy, type Rounds } from './rounds.ts';

export type Verdict = {
  readonly promise: string;
  readonly measured: string;
  readonly target: string;
  readonly met: boolean;
};

export type Table = {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

export type Section = {
  readonly name: string;
  readonly title: string;
  readonly how: readonly string[];
  readonly tables: readonly Table[];
  readonly verdicts: readonly Verdict[];
  /** Every round that counted, under the name of its table. */
  readonly rounds: Readonly<Record<string, Rounds>>;
  /** A baseline far below what this kind of machine reaches: its absolute numbers say nothing. */
  readonly doubts: readonly string[];
};

export type Result = Section & {
  readonly measuredOn: string;
  readonly seconds: number;
  readonly loadBefore: number;
  /** Of all cores, while it ran; absent where the system does not tell. */
  readonly otherWork?: number;
  readonly machine: readonly Fact[];
};

const FILE = fileURLToPath(new URL('./results.md', import.meta.url));
/** One JSON line per benchmark: the numbers of every round, for whoever wants to check the medians. */
const KEPT = fileURLToPath(new URL('./results.jsonl', import.meta.url));

export const ORDER = ['appends', 'relay', 'visible', 'update', 'bulk', 'lifecycles'] as const;

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

const tableOf = ({ head, rows }: Table): string =>
  [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');

const verdictRow = ({ promise, measured, target, met }: Verdict): readonly string[] => [
  promise,
  measured,
  target,
  met ? 'met' : '**not met**',
];

const HEAD = ['promise', 'measured', 'target', ''];

/** More of the processor than this in other hands, and the numbers are no statement of speed. */
const QUIET_SHARE = 0.05;

const SHARED =
  'The machine was shared with other work: the ratios come from rounds in turn, so both sides were hurt, but ' +
  'not alike where one needs more processes than the other; the absolute numbers are lower bounds.';

const circumstances = (result: Result): string => {
  const { measuredOn, seconds, loadBefore, otherWork } = result;
  const others =
    otherWork === undefined
      ? ''
      : `; others used ${Math.round(otherWork * 100)} % of the processor`;
  const shared = otherWork === undefined ? QUIET_LOAD <= loadBefore : QUIET_SHARE < otherWork;
  const when = `Measured on ${measuredOn} in ${Math.round(seconds)} s${others}.`;
  return shared ? `${when} ${SHARED}` : when;
};

const sectionOf = (result: Result): string =>
  [
    `## ${result.name}: ${result.title}`,
    result.how.join('\n'),
    ...result.tables.map(tableOf),
    ...result.doubts.map((doubt) => `**Doubtful:** ${doubt}`),
    circumstances(result),
  ].join('\n\n');

const machineOf = (result: Result): string =>
  tableOf({ head: ['machine', ''], rows: result.machine.map(([name, value]) => [name, value]) });

const render = (results: readonly Result[]): string => {
  const last = results.toSorted((a, b) => (a.measuredOn < b.measuredOn ? -1 : 1)).at(-1);
  const promises = results.flatMap(({ verdicts }) => verdicts.map(verdictRow));
  return [
    '# Hasil pengukuran · Results',
    'Ditulis oleh `npm run bench`; jangan diubah dengan tangan. Written by `npm run bench`; not edited by hand.',
    'Baseline and product take turns, in another order every round. A ratio is the median of the ratios round by\n' +
      'round, with the ratio of the two medians beside it; a promise is met only if both say so. Every round is\n' +
      'listed in `results.jsonl`.',
    tableOf({ head: HEAD, rows: promises }),
    ...(last === undefined ? [] : [machineOf(last)]),
    ...results.map(sectionOf),
    '',
  ].join('\n\n');
};

const isResult = (value: unknown): value is Result =>
  typeof value === 'object' && value !== null && 'verdicts' in value && 'measuredOn' in value;

const keptResults = (): readonly Result[] =>
  existsSync(KEPT)
    ? readFileSync(KEPT, 'utf8')
        .split('\n')
        .filter((text) => text !== '')
        .map((text): unknown => JSON.parse(text))
        .filter(isResult)
    : [];

/** What was measured elsewhere, or with another Node, cannot stand beside today's numbers. */
const sameMachine = (one: Result, other: Result): boolean => {
  const [left, right] = [one, other].map(({ machine }) =>
    machine.filter(([name]) => name !== 'flush of one page'),
  );
  return JSON.stringify(left) === JSON.stringify(right);
};

export const writeResults = (fresh: readonly Result[]): void => {
  const [first] = fresh;
  if (first === undefined) return;
  const names = new Set(fresh.map(({ name }) => name));
  const old = keptResults().filter((kept) => !names.has(kept.name) && sameMachine(kept, first));
  const all = ORDER.flatMap((name) => [...old, ...fresh].filter((each) => each.name === name));
  writeFileSync(KEPT, `${all.map((result) => JSON.stringify(result)).join('\n')}\n`);
  writeFileSync(FILE, render(all));
};

export const printSection = (section: Section): void => {
  const text = [...section.tables.map(tableOf), ...section.doubts].join('\n\n');
  process.stdout.write(`${text}\n\n`);
  for (const { promise, measured, target, met } of section.verdicts)
    process.stdout.write(`${met ? 'met    ' : 'NOT MET'} ${promise}: ${measured} (${target})\n`);
};

const shown = ({ paired, ofMedians }: Compared): string =>
  `${asRatio(paired)} (of the medians ${asRatio(ofMedians)})`;

/** Met only if both ways to compare say so. */
export const ratioVerdict = (
  compared: Compared,
  wish: {
    readonly promise: string;
    readonly of: string;
    readonly atLeast?: number;
    readonly atMost?: number;
  },
): Verdict => {
  const { atLeast, atMost, promise, of } = wish;
  const both = [compared.paired, compared.ofMedians];
  const measured = `${shown(compared)} of ${of}`;
  if (atLeast !== undefined)
    return { promise, measured, target: `≥ ${atLeast}`, met: atLeast <= Math.min(...both) };
  const limit = atMost ?? Number.NaN;
  return { promise, measured, target: `≤ ${limit}`, met: Math.max(...both) <= limit };
};

/** What must be said beside a ratio that noise has a large part in. */
export const noiseDoubt = (what: string, compared: Compared): readonly string[] =>
  isNoisy(compared)
    ? [
        `${what}: the two ways to compare lie more than 10 % apart; the machine was not quiet enough.`,
      ]
    : [];

export const perSecond = (rate: number): string => Math.round(rate).toLocaleString('en-US');
export const asRatio = (ratio: number): string => ratio.toFixed(2);
export const asMs = (ms: number): string => ms.toFixed(1);
export const spread = (values: readonly number[], show: (value: number) => string): string =>
  values.length === 0 ? '–' : `${show(Math.min(...values))} – ${show(Math.max(...values))}`;
