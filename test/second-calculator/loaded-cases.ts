// Cases with our own answers, and the law of the second calculator, copied into one database.
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import type { CaseJson } from '../../domain/rules/cases/case-json.ts';
import { type CaseInput, resultOf } from '../domain/rules/cases/case.ts';
import { BANDS, LOSSES, SWAPPED } from '../domain/rules/cases/transcribed-tables.ts';

export const sql = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');

/** What both calculators say of a case besides its lines and flags. */
const FIGURES = [
  'arrears_due',
  'coverage_state',
  'disability_basis_points',
  'discount_percent',
  'due_date',
  'expired',
  'last_claim_date',
  'late_days',
  'payment_blocked',
  'payment_rail',
  'total',
  'unpaid_months',
];
const OF_SCHOLARSHIP = [
  'eligible',
  'payable_this_year',
  'potential_total',
  'reason',
  'selection_required',
];

type Shown = Readonly<Record<string, CaseJson>>;
type Row = readonly (string | number)[];

const isShown = (value: CaseJson | undefined): value is Shown =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const listOf = (value: CaseJson | undefined): readonly CaseJson[] =>
  Array.isArray(value) ? value : [];

const figuresOf = (shown: Shown, names: readonly string[]): readonly Row[] =>
  names.flatMap((name) => {
    const value = shown[name];
    return value === undefined || value === null ? [] : [[name, String(value)]];
  });

const payeesOf = (shown: CaseJson | undefined): readonly Row[] =>
  isShown(shown)
    ? Object.entries(shown).map(([payee, sum]) => [`payee:${payee}`, String(sum)])
    : [];

/** Of one code there may be several lines: their sum. */
const linesOf = (result: Shown): readonly Row[] => {
  const sums = new Map<string, number>();
  for (const line of listOf(result['lines'])) {
    if (!isShown(line)) continue;
    const code = String(line['code']);
    sums.set(code, (sums.get(code) ?? 0) + Number(line['amount']));
  }
  return [...sums];
};

/** Tab-separated as `copy` reads it. */
const copied = (rows: readonly Row[]): string =>
  rows
    .map((row) => `${row.map((cell) => String(cell).replaceAll('\\', '\\\\')).join('\t')}\n`)
    .join('');

const TABLES = {
  given: 'n int, c jsonb',
  our_line: 'n int, code text, amount bigint',
  our_flag: 'n int, flag text',
  our_figure: 'n int, name text, value text',
} as const;

const answered = (cases: readonly CaseInput[]): Readonly<Record<keyof typeof TABLES, string>> => {
  const rows = {
    given: [] as Row[],
    our_line: [] as Row[],
    our_flag: [] as Row[],
    our_figure: [] as Row[],
  };
  cases.forEach((input, n) => {
    const result = resultOf(input);
    const { scholarship } = result;
    const figures = [
      ...figuresOf(result, FIGURES),
      ...payeesOf(result['total_by_payee']),
      ...figuresOf(isShown(scholarship) ? scholarship : {}, OF_SCHOLARSHIP),
    ];
    rows.given.push([n, JSON.stringify(input)]);
    rows.our_line.push(...linesOf(result).map((line) => [n, ...line]));
    rows.our_flag.push(...listOf(result['flags']).map((flag) => [n, String(flag)]));
    rows.our_figure.push(...figures.map((figure) => [n, ...figure]));
  });
  return {
    given: copied(rows.given),
    our_line: copied(rows.our_line),
    our_flag: copied(rows.our_flag),
    our_figure: copied(rows.our_figure),
  };
};

const copyCases = async (
  client: pg.Client,
  folder: string,
  cases: readonly CaseInput[],
): Promise<void> => {
  const rows = answered(cases);
  for (const [name, columns] of Object.entries(TABLES)) {
    const path = join(folder, `${name}.tsv`);
    writeFileSync(path, rows[name as keyof typeof TABLES], { mode: 0o644 });
    await client.query(`create table ${name} (${columns})`);
    await client.query(`copy ${name} from '${path}'`);
  }
  await client.query('analyze');
};

/** `given` and what we answer: `our_line`, `our_flag`, `our_figure`. */
export const loadCases = async (client: pg.Client, cases: readonly CaseInput[]): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'lindung-cases-'));
  chmodSync(folder, 0o755); // PostgreSQL may run as another user than we
  try {
    await copyCases(client, folder, cases);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

export const loadLaw = async (client: pg.Client): Promise<void> => {
  await client.query(sql('law.sql'));
  const bands = BANDS.map(([band, from, , reference]) => `(${band}, ${from}, ${reference})`);
  await client.query(`insert into law_band values ${bands.join()}`);
  const sides = SWAPPED.flatMap((pair) => {
    const [right = '', left = ''] = pair.split('-');
    return [[`D${right}`, `D${left}`] as const, [`D${left}`, `D${right}`] as const];
  });
  const otherSide = new Map<string, string>(sides);
  const losses = LOSSES.map(([code, basisPoints]) => {
    const other = otherSide.get(code);
    return `('${code}', ${basisPoints}, ${other === undefined ? 'null' : `'${other}'`})`;
  });
  await client.query(`insert into law_loss values ${losses.join()}`);
};
