// One case in, its JSON result out: what `benefits calculate` would print.
import type { RuleBook } from '../../../../domain/rules/book/rule-book.ts';
import { calculateCase } from '../../../../domain/rules/cases/calculate-case.ts';
import { type CaseJson, caseJson } from '../../../../domain/rules/cases/case-json.ts';

export type CaseInput = Readonly<Record<string, unknown>>;

const silent = () => ({ id: '', en: '' });

export const resultOf = (input: CaseInput, book?: RuleBook): Readonly<Record<string, CaseJson>> => {
  const answer = calculateCase(input, book);
  if (answer.status === 'refused') throw new Error(JSON.stringify(answer.problems));
  return caseJson(answer.result, silent);
};

/** `field expectation` of every problem. */
export const problemsOf = (input: CaseInput): readonly string[] => {
  const answer = calculateCase(input);
  return answer.status === 'calculated'
    ? []
    : answer.problems.map(({ field, expected }) => `${field} ${expected}`);
};

export const contribution = (change: CaseInput = {}): CaseInput => ({
  kind: 'contribution',
  segment: 'BPU',
  contribution_month: '2023-10',
  declared_monthly_income: 900_000,
  payer: 'APBD',
  ...change,
});

export const jkmDeath = (change: CaseInput = {}): CaseInput => ({
  kind: 'jkm_death',
  segment: 'BPU',
  membership_start: '2019-01-10',
  death_date: '2024-03-01',
  declared_monthly_income: 900_000,
  cause: 'ILLNESS',
  ...change,
});

export const jkkDeath = (change: CaseInput = {}): CaseInput => ({
  kind: 'jkk_death',
  segment: 'BPU',
  membership_start: '2018-01-03',
  accident_date: '2023-05-15',
  death_date: '2023-05-20',
  declared_monthly_income: 900_000,
  ...change,
});

export const accident = (kind: string, change: CaseInput = {}): CaseInput => ({
  kind,
  segment: 'BPU',
  membership_start: '2016-01-03',
  accident_date: '2023-05-15',
  finding_date: '2023-08-21',
  declared_monthly_income: 900_000,
  ...change,
});

export const partial = (losses: readonly CaseInput[], change: CaseInput = {}): CaseInput =>
  accident('jkk_partial_disability', { handedness: 'RIGHT', losses, ...change });

export const child = (change: CaseInput = {}): CaseInput => ({
  ref: 'c1',
  level: 'SD',
  grade: 1,
  birth_date: '2014-06-01',
  studying: true,
  married: false,
  working: false,
  ...change,
});

export const payment = (own: CaseInput, change: CaseInput = {}): CaseInput => ({
  kind: 'scholarship_payment',
  origin: 'JKM',
  segment: 'BPU',
  death_date: '2023-03-10',
  contribution_months: 48,
  child: child(own),
  school_year_start: '2024-07-15',
  ...change,
});

export const late = (change: CaseInput = {}): CaseInput => ({
  kind: 'late_payment',
  benefit: 'JKM',
  segment: 'BPU',
  documents_complete_date: '2024-07-08',
  paid_date: '2024-07-15',
  amount_due: 42_000_000,
  late_day_unit: 'CALENDAR',
  public_holidays: [],
  ...change,
});
