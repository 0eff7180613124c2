// One case in the format of the worked examples (domain-rules §9.1): read, refuse or calculate.
import { RULE_BOOK, type RuleBook } from '../book/rule-book.ts';
import { RULESET_ID } from '../law-versions.ts';
import { decidingVersion, type Review, readLaw, type UsedRule } from '../read-law.ts';
import { latePaymentCase, suspectedAccidentCase, timeBarCase } from './clock-cases.ts';
import { contributionCase, invoiceCase } from './contribution-cases.ts';
import { type Problem, readFields } from './fields.ts';
import { jkkDeathCase, jkkTotalCase } from './jkk-cases.ts';
import { jkkPartialCase, jkkReimbursementCase, jkkStmbCase } from './jkk-injury-cases.ts';
import { jkmBatchCase, jkmDeathCase } from './jkm-cases.ts';
import { pressCase, scholarshipPaymentCase } from './other-cases.ts';
import type { CaseKind, CaseOutcome } from './outcome.ts';

const KINDS = {
  contribution: contributionCase,
  contribution_invoice: invoiceCase,
  jkm_death: jkmDeathCase,
  jkm_batch: jkmBatchCase,
  jkk_death: jkkDeathCase,
  jkk_total_disability: jkkTotalCase,
  jkk_partial_disability: jkkPartialCase,
  jkk_stmb: jkkStmbCase,
  jkk_reimbursement: jkkReimbursementCase,
  scholarship_payment: scholarshipPaymentCase,
  late_payment: latePaymentCase,
  time_bar: timeBarCase,
  suspected_accident: suspectedAccidentCase,
  press_reconciliation: pressCase,
} as const satisfies Readonly<Record<string, CaseKind>>;

export const CASE_KINDS = Object.keys(KINDS);

const kindOf = (name: string): CaseKind | null =>
  Object.entries<CaseKind>(KINDS).find(([kind]) => kind === name)?.[1] ?? null;

export type CaseResult = CaseOutcome & {
  readonly lawVersion: string;
  readonly rulesetId: string;
  readonly rules: readonly UsedRule[];
  readonly reviews: readonly Review[];
  /** Fields of the input that had no part in the result. */
  readonly ignored: readonly string[];
};

export type CaseAnswer =
  | { readonly status: 'calculated'; readonly result: CaseResult }
  | { readonly status: 'refused'; readonly problems: readonly Problem[] };

/** `input` is one case's input; nothing is calculated while a field is wrong. */
export const calculateCase = (
  input: Readonly<Record<string, unknown>>,
  book: RuleBook = RULE_BOOK,
): CaseAnswer => {
  const reading = readFields(input);
  const law = readLaw(book);
  const kind = kindOf(reading.fields.optionalText('kind') ?? '');
  if (kind === null) {
    const problem: Problem = { field: 'kind', expected: 'ONE_OF', detail: CASE_KINDS.join(', ') };
    return { status: 'refused', problems: [problem] };
  }
  const outcome = kind(reading.fields, law, () => reading.problems().length > 0);
  if (outcome === null) return { status: 'refused', problems: reading.problems() };
  const rules = law.used();
  return {
    status: 'calculated',
    result: {
      ...outcome,
      flags: [...new Set(outcome.flags)],
      lawVersion: decidingVersion(rules, outcome.eventDate),
      rulesetId: RULESET_ID,
      rules,
      reviews: law.reviews(),
      ignored: reading.unread(),
    },
  };
};
