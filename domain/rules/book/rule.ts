// One rule of law as dated data: what holds from which day to which, by which article, how sure.
import type { LocalDate } from '../../calendar.ts';
import { addDays, localDate } from '../../calendar.ts';
import type { Confidence, LawVersionCode } from '../law-versions.ts';

export type Words = { readonly id: string; readonly en: string };

export type RuleRow<Value> = {
  /** The version whose instrument sets this row; null for practice and internal regulations. */
  readonly law: LawVersionCode | null;
  readonly from: LocalDate;
  /** Last day in force, or null while nothing replaced the row. */
  readonly to: LocalDate | null;
  readonly article: string;
  readonly confidence: Confidence;
  readonly value: Value;
};

/** An open question: these keys of the value are parameters with a default, and every use is reviewed. */
export type Doubt = {
  readonly parameters: readonly string[];
  readonly question: Words;
  /** Where only some answers are known to the calculation: these. */
  readonly choices: Readonly<Record<string, readonly unknown[]>>;
};

export type Rule<Value> = {
  readonly id: string;
  readonly title: Words;
  readonly doubt: Doubt | null;
  /** Oldest first; a row without an end of its own ends on the day before the next. */
  readonly rows: readonly RuleRow<Value>[];
};

type RowDraft<Value> = {
  readonly law: LawVersionCode | null;
  readonly from: string;
  readonly to?: string;
  readonly article: string;
  readonly confidence: Confidence;
  readonly value: Value;
};

type RuleDraft<Value> = {
  readonly id: string;
  readonly title: readonly [id: string, en: string];
  readonly doubt?: {
    readonly parameters: readonly (keyof Value & string)[];
    readonly question: readonly [id: string, en: string];
    readonly choices?: { readonly [K in keyof Value]?: readonly Value[K][] };
  };
  readonly rows: readonly RowDraft<Value>[];
};

const words = ([id, en]: readonly [string, string]): Words => ({ id, en });

const endOf = <Value>(row: RowDraft<Value>, next: RowDraft<Value> | undefined): LocalDate | null =>
  row.to === undefined
    ? next === undefined
      ? null
      : addDays(localDate(next.from), -1)
    : localDate(row.to);

/** Closes each row where the next begins, so that a new version is one more row and nothing else. */
export const rule = <Value>({ id, title, doubt, rows }: RuleDraft<Value>): Rule<Value> => ({
  id,
  title: words(title),
  doubt:
    doubt === undefined
      ? null
      : {
          parameters: doubt.parameters,
          question: words(doubt.question),
          choices: Object.fromEntries(
            Object.entries<readonly unknown[] | undefined>(doubt.choices ?? {}).flatMap(
              ([name, words]) => (words === undefined ? [] : [[name, words]]),
            ),
          ),
        },
  rows: rows.map((row, index) => ({
    ...row,
    from: localDate(row.from),
    to: endOf(row, rows[index + 1]),
  })),
});

/** The first days of the versions that set amounts. */
export const L0_FROM = '2015-07-01';
export const L1_FROM = '2019-12-02';
export const L2_FROM = '2023-11-01';
export const L3_FROM = '2025-02-24';
export const L4_FROM = '2025-12-22';

/** What a rule says where it holds no figure: procedure, practice, definition. */
export type Statement = { readonly says: Words };

type StatementDraft = readonly [
  id: string,
  titleId: string,
  titleEn: string,
  basis: Pick<RowDraft<Statement>, 'law' | 'article' | 'confidence'> &
    Partial<Pick<RowDraft<Statement>, 'from' | 'to'>>,
  saysId: string,
  saysEn: string,
];

export const statement = ([
  id,
  titleId,
  titleEn,
  basis,
  saysId,
  saysEn,
]: StatementDraft): Rule<Statement> =>
  rule({
    id,
    title: [titleId, titleEn],
    rows: [{ from: L0_FROM, ...basis, value: { says: { id: saysId, en: saysEn } } }],
  });

export const rowOn = <Value>(rules: Rule<Value>, date: LocalDate): RuleRow<Value> | null =>
  rules.rows.findLast((row) => row.from <= date && (row.to === null || date <= row.to)) ?? null;
