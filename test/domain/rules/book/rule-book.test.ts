// The book of rules: whole, cited, in force without overlap; a new version is a row and nothing else;
// and no row is dead: whoever changes one changes a result.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { localDate } from '../../../../domain/calendar.ts';
import { rulesChanged } from '../../../../domain/rules/book/diff.ts';
import { rowOn, rule } from '../../../../domain/rules/book/rule.ts';
import { RULE_BOOK, type RuleBook, rulesOf } from '../../../../domain/rules/book/rule-book.ts';
import { calculateCase } from '../../../../domain/rules/cases/calculate-case.ts';
import { GRACE_MONTHS } from '../../../../domain/rules/cover.ts';
import {
  accident,
  type CaseInput,
  child,
  contribution,
  jkkDeath,
  jkmDeath,
  late,
  partial,
  payment,
  resultOf,
} from '../cases/case.ts';

const RULES = rulesOf(RULE_BOOK);

describe('every rule', () => {
  test('stands under its own id', () =>
    expect(Object.entries(RULE_BOOK).filter(([id, { id: own }]) => id !== own)).toEqual([]));

  test.each(RULES.map((each) => [each.id, each] as const))(
    '%s has a title in both languages, an article, and rows that follow each other',
    (_, { title, rows, doubt }) => {
      expect(title.id).not.toBe('');
      expect(title.en).not.toBe('');
      expect(rows.length).toBeGreaterThan(0);
      rows.forEach((row, index) => {
        expect(row.article).not.toBe('');
        expect(row.to ?? '9999').toSatisfy((to: string) => to >= row.from);
        const next = rows[index + 1];
        if (next !== undefined) expect(row.to).toSatisfy((to: string) => to < next.from);
        for (const name of doubt?.parameters ?? []) expect(row.value).toHaveProperty(name);
      });
      // A row of doubt has a named parameter that a lawyer can set.
      if (rows.some((row) => row.confidence === 'D')) expect(doubt).not.toBeNull();
    },
  );

  test('the constants of older callers are those of the book', () => {
    const today = localDate('2026-06-01');
    expect(GRACE_MONTHS).toBe(rowOn(RULE_BOOK['C-09'], today)?.value.graceMonths);
    expect(GRACE_MONTHS).toBe(rowOn(RULE_BOOK['C-08'], today)?.value.monthsMax);
  });
});

describe('a new version of a rule', () => {
  const lump = rule({
    id: 'M-01',
    title: ['Santunan sekaligus JKM', 'JKM lump sum'],
    rows: [
      ...RULE_BOOK['M-01'].rows.map(({ to: _, ...row }) => row),
      {
        law: 'L4',
        from: '2027-01-01',
        article: 'PP 1/2027 Pasal 3',
        confidence: 'V',
        value: { idr: 25_000_000n },
      },
    ],
  });
  const next: RuleBook = { ...RULE_BOOK, 'M-01': lump };

  test('is data: the day before pays the old sum, the day pays and cites the new one', () => {
    const before = resultOf(jkmDeath({ death_date: '2026-12-31' }), next);
    const since = resultOf(jkmDeath({ death_date: '2027-01-01' }), next);
    expect(before['total']).toBe(42_000_000);
    expect(since['total']).toBe(47_000_000);
    expect(since['lines']).toContainEqual(
      expect.objectContaining({ article: 'PP 1/2027 Pasal 3', amount: 25_000_000 }),
    );
    expect(since['law_version']).toBe('L4');
  });

  test('is what a diff shows, and closes the row before it', () => {
    const days = [localDate('2026-12-31'), localDate('2027-01-01')] as const;
    expect(rulesChanged(rulesOf(next), days).map((change) => change.rule.id)).toEqual(['M-01']);
    expect(lump.rows.at(-2)?.to).toBe('2026-12-31');
  });
});

const OLD = { accident_date: '2018-05-15', finding_date: '2018-08-21' };
const BILLS = [
  'JKK.TRANSPORT_LAND',
  'JKK.TRANSPORT_SEA',
  'JKK.TRANSPORT_AIR',
  'JKK.HOME_CARE',
  'JKK.HEARING_AID',
  'JKK.GLASSES',
  'JKK.DENTURES',
].map((code) => ({ code, amount: 30_000_000 }));
const AID = { code: 'JKK.REHABILITATION', amount: 30_000_000, reference_price: 1_000_000 };
const BANDS = [...RULE_BOOK['C-01'].rows].flatMap((row) => row.value.bands);
const FIXED = Array.from({ length: 42 }, (_, index) => `D${String(index + 1).padStart(2, '0')}`);
const measured = (code: string): readonly CaseInput[] =>
  [10, 26, 51].map((loss_percent) => ({ code, loss_percent, loss_db: 10 }));
const CM = [0, 0.01, 5, 7.5].map((loss_cm) => ({ code: 'D30', loss_cm }));
const ORACLES: readonly { readonly input: CaseInput }[] = JSON.parse(
  readFileSync(new URL('../../../oracles.json', import.meta.url), 'utf8'),
);
const SMALL = { reference_wage: 100_000, reference_wage_source: 'as_published' };
const levels = ['TK', 'SD', 'SMP', 'SMA', 'PT'];

/** Cases that between them rest on every figure of the book. */
const PROBES: readonly CaseInput[] = [
  ...ORACLES.map((oracle) => oracle.input),
  ...BANDS.flatMap(({ fromIdr }) => [
    contribution({ declared_monthly_income: Number(fromIdr) }),
    contribution({ declared_monthly_income: Math.max(0, Number(fromIdr) - 1) }),
  ]),
  contribution({ contribution_month: '2020-10' }),
  ...['2026-05', '2026-02'].flatMap((contribution_month) =>
    [true, false].map((transport_sector) =>
      contribution({ contribution_month, payer: 'SELF', transport_sector }),
    ),
  ),
  ...FIXED.map((code) => partial([{ code }])),
  ...FIXED.flatMap((code) => measured(code).map((loss) => partial([loss]))),
  ...CM.map((loss) => partial([loss])),
  ...[10, 30, 31].map((loss_percent) => partial([{ code: 'D28', loss_percent }])),
  partial([{ code: 'D38', loss_percent: 70.01 }]),
  accident('jkk_reimbursement', { bills: [{ code: 'JKK.MEDICAL', amount: 250_000_001 }] }),
  partial([{ code: 'D01' }, { code: 'D08' }]),
  partial([{ code: 'D05', kind: 'FUNCTIONAL', function_loss_percent: 50 }]),
  ...[{}, OLD].flatMap((dates) => [
    jkkDeath({ ...dates, death_date: '2023-06-01' }),
    { ...jkkDeath({ ...dates, death_date: '2023-06-01' }), ...SMALL },
    accident('jkk_total_disability', dates),
    ...[100, 181, 200, 361, 400].map((stmb_days) => accident('jkk_stmb', { ...dates, stmb_days })),
    accident('jkk_reimbursement', { ...dates, bills: BILLS }),
    accident('jkk_reimbursement', { ...dates, bills: [AID] }),
    accident('jkk_stmb', { ...dates, stmb_days: 10, claim_date: '2020-05-16' }),
    accident('jkk_stmb', { ...dates, stmb_days: 10, claim_date: '2028-05-16' }),
  ]),
  jkkDeath({ declared_monthly_income: 4_700_000 }),
  jkkDeath({ declared_monthly_income: 4_700_000, reference_wage: 4_750_000 }),
  ...['2018-03-01', '2024-03-01'].flatMap((death_date) =>
    [35, 36, 59, 60].map((contribution_months) =>
      jkmDeath({
        membership_start: '2016-01-10',
        death_date,
        contribution_months,
        children: [child()],
      }),
    ),
  ),
  ...levels.flatMap((level) =>
    [1, 2, 3, 4, 5, 6, 7].map((grade) => payment({ level, grade, birth_date: '2003-01-01' })),
  ),
  payment({ birth_date: '2001-07-15' }),
  payment({ birth_date: '2001-07-15' }, { death_date: '2018-03-10', contribution_months: 70 }),
  ...[{}, { death_date: '2018-03-01', contribution_months: 70 }].map((change) =>
    jkmDeath({
      membership_start: '2016-01-10',
      contribution_months: 40,
      children: [1, 2, 3].map((number) => child({ ref: `c${number}` })),
      ...change,
    }),
  ),
  ...[5, 6, 7].map((registered_months) =>
    payment(
      { working: true, registered_as: 'PU', registered_months },
      { death_date: '2025-03-10', school_year_start: '2025-07-14' },
    ),
  ),
  ...[3, 4].map((unpaid_months) => jkmDeath({ unpaid_months })),
  jkmDeath({ membership_start: '2025-06-01', death_date: '2025-09-04' }),
  jkmDeath({ membership_start: '2025-06-01', death_date: '2025-09-05' }),
  jkmDeath({ membership_start: '2025-06-01', death_date: '2025-09-30' }),
  ...['JKM', 'JKK'].map((benefit) => late({ benefit, paid_date: '2024-08-30' })),
  ...['2026-01-02', '2027-01-02'].map((claim_date) => ({
    kind: 'time_bar',
    benefit: 'JKM',
    death_date: '2021-01-01',
    claim_date,
  })),
  ...['2024-02-09', '2024-02-10'].map((as_of_date) => ({
    kind: 'suspected_accident',
    stage1_received_date: '2024-01-10',
    as_of_date,
  })),
];

/** Everything but the list of sources, which shows any change by itself. */
const answerOf = (input: CaseInput, book: RuleBook): string => {
  const answer = calculateCase(input, book);
  const { rules: _, ...shown } =
    answer.status === 'calculated' ? answer.result : { ...answer, rules: [] };
  return JSON.stringify(shown, (__, value: unknown) =>
    typeof value === 'bigint' ? `${value}n` : value,
  );
};

type Path = readonly (string | number)[];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Every number in the rows of a rule. */
const figuresIn = (value: unknown, path: Path = []): readonly Path[] => {
  if (typeof value === 'bigint' || typeof value === 'number') return [path];
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => figuresIn(inner, [...path, name]));
};

const raised = (value: unknown, [name, ...rest]: Path): unknown => {
  if (name === undefined) return typeof value === 'bigint' ? value + 1n : Number(value) + 1;
  if (Array.isArray(value))
    return value.map((item: unknown, index) =>
      String(index) === name ? raised(item, rest) : item,
    );
  return isRecord(value) ? { ...value, [name]: raised(value[name], rest) } : value;
};

const FIGURES = RULES.flatMap((each) =>
  each.rows.flatMap((row, index) =>
    figuresIn(row.value).map((path) => ({
      id: each.id,
      path: ['rows', String(index), 'value', ...path],
    })),
  ),
);

/** Stated for letters and for the desk; no calculation rests on them. */
const FOR_LETTERS = ['T-01', 'T-05', 'X-04', 'F-01'];
/**
 * Held by their neighbours: the limits of C-01 by its bands, whose first begins at nothing, and the
 * three months of C-08 by the grace of C-09. Home care (K-27) is billed without its dates.
 */
const BY_PLACE = /C-01.*(minIdr|maxIdr|bands\.0\.fromIdr)$|C-08.*monthsMax$|K-27.*monthsMax$/;

describe('no figure of the book is dead', () => {
  const untouched = PROBES.map((input) => answerOf(input, RULE_BOOK));
  const live = FIGURES.filter(({ id, path }) => {
    const name = `${id}.${path.join('.')}`;
    return !FOR_LETTERS.includes(id) && !BY_PLACE.test(name);
  });

  test('there are hundreds of them', () => expect(live.length).toBeGreaterThan(200));

  test('one more rupiah, day, month or percent anywhere changes a result', () => {
    const dead = live.filter(({ id, path }) => {
      const book = {
        ...RULE_BOOK,
        ...Object.fromEntries([
          [
            id,
            raised(
              RULES.find((each) => each.id === id),
              path,
            ),
          ],
        ]),
      };
      return PROBES.every((input, index) => answerOf(input, book) === untouched[index]);
    });
    expect(dead.map(({ id, path }) => `${id}.${path.join('.')}`)).toEqual([]);
  }, 120_000);
});
