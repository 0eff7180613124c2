// Every worked example holds, through the same door as `lindung benefits calculate`.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { calculateCase } from '../../../../domain/rules/cases/calculate-case.ts';
import { caseJson } from '../../../../domain/rules/cases/case-json.ts';
import { compareCase } from '../../../../domain/rules/cases/compare-case.ts';

type Oracle = {
  readonly id: string;
  readonly law_version: string;
  readonly confidence: string;
  readonly rules: readonly string[];
  readonly input: Readonly<Record<string, unknown>>;
  readonly expected: Readonly<Record<string, unknown>>;
};

const ORACLES: readonly Oracle[] = JSON.parse(
  readFileSync(new URL('../../../oracles.json', import.meta.url), 'utf8'),
);

const resultOf = (input: Oracle['input']) => {
  const answer = calculateCase(input);
  if (answer.status === 'refused') throw new Error(JSON.stringify(answer.problems));
  return answer.result;
};

const silent = () => ({ id: '', en: '' });

test('there are as many as were handed over', () => expect(ORACLES).toHaveLength(33));

describe.each(ORACLES.map((oracle) => [oracle.id, oracle] as const))('%s', (_, oracle) => {
  const result = resultOf(oracle.input);

  test('gives what is expected', () => {
    expect(compareCase(oracle.expected, caseJson(result, silent))).toEqual([]);
  });

  test('by the law version that it names, citing the rules that it names', () => {
    expect(result.lawVersion).toBe(oracle.law_version);
    expect(result.rules.map((used) => used.rule)).toEqual(
      expect.arrayContaining([...oracle.rules]),
    );
  });

  test('reads every field of the case', () => expect(result.ignored).toEqual([]));
});
