// The result of a case as JSON with the keys of `expected` (domain-rules §9.1): money is a number.
import type { Words } from '../book/rule.ts';
import type { ExplainedLine } from '../explained-line.ts';
import { totalOf } from '../explained-line.ts';
import type { CaseResult } from './calculate-case.ts';
import type { Figure } from './outcome.ts';

export type CaseJson =
  | string
  | number
  | boolean
  | null
  | readonly CaseJson[]
  | { readonly [name: string]: CaseJson };

/** Says a line's formula in words, in both languages. */
export type Explain = (line: ExplainedLine) => Words;

const isList = (figure: Figure): figure is readonly Figure[] => Array.isArray(figure);

const plain = (figure: Figure): CaseJson => {
  if (typeof figure === 'bigint') return Number(figure);
  if (figure === null || typeof figure !== 'object') return figure;
  if (isList(figure)) return figure.map(plain);
  return Object.fromEntries(Object.entries(figure).map(([name, value]) => [name, plain(value)]));
};

const lineJson = (line: ExplainedLine, explain: Explain): CaseJson => ({
  code: line.code,
  amount: Number(line.amountIdr),
  ...(line.payee !== null && { payee: line.payee }),
  ...(line.child !== null && { child: line.child }),
  formula: line.formula,
  explanation: { ...explain(line) },
  rule: line.ruleId,
  article: line.article,
  law_version: line.lawVersion,
  confidence: line.confidence,
  facts: plain(line.facts),
});

export const caseJson = (
  result: CaseResult,
  explain: Explain,
): Readonly<Record<string, CaseJson>> => ({
  lines: result.lines.map((line) => lineJson(line, explain)),
  total: Number(totalOf(result.lines)),
  ...Object.fromEntries(
    Object.entries(result.figures).map(([name, value]) => [name, plain(value)]),
  ),
  ...(result.scholarship !== null && {
    scholarship: {
      ...Object.fromEntries(
        Object.entries(result.scholarship.figures).map(([name, value]) => [name, plain(value)]),
      ),
      lines: result.scholarship.lines.map((line) => lineJson(line, explain)),
    },
  }),
  flags: result.flags,
  review: result.reviews.map(({ code, rule, parameters }) => ({ code, rule, parameters })),
  law_version: result.lawVersion,
  ruleset: result.rulesetId,
  rules: result.rules.map((used) => ({ ...used })),
  ...(result.ignored.length > 0 && { ignored_fields: result.ignored }),
});
