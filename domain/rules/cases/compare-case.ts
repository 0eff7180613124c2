// Compares a result with what a case expects: a key that `expected` lacks is not asserted (§9.1).
import { isFlag } from '../flags.ts';
import type { CaseJson } from './case-json.ts';
import { isRecord } from './fields.ts';

export type Difference = {
  /** Path within `expected`, e.g. `scholarship.potential_total`. */
  readonly at: string;
  readonly expected: unknown;
  readonly found: unknown;
};

const below = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

const matches = (expected: unknown, found: unknown): boolean =>
  compareValue(expected, found, '').length === 0;

/** Lines have no order; each expected one is matched once. */
const compareLines = (
  expected: readonly unknown[],
  found: readonly unknown[],
  [path, isComplete]: readonly [string, boolean],
): readonly Difference[] => {
  const left = [...found];
  const missing = expected.filter((line) => {
    const index = left.findIndex((other) => matches(line, other));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
  const wrong = missing.map((line) => ({ at: path, expected: line, found: undefined }));
  const extra = isComplete
    ? left.map((line) => ({ at: path, expected: undefined, found: line }))
    : [];
  return [...wrong, ...extra];
};

/** Only flags of the shared vocabulary are asserted: the product may raise others. */
const compareFlags = (
  expected: readonly unknown[],
  found: readonly unknown[],
  path: string,
): readonly Difference[] => {
  const known = found.filter((flag): boolean => typeof flag === 'string' && isFlag(flag));
  const same = known.length === expected.length && expected.every((flag) => known.includes(flag));
  return same ? [] : [{ at: path, expected, found: known }];
};

const compareList = (
  expected: readonly unknown[],
  found: unknown,
  [path, key]: readonly [string, string],
): readonly Difference[] => {
  if (!Array.isArray(found)) return [{ at: path, expected, found }];
  if (key === 'flags') return compareFlags(expected, found, path);
  if (key === 'lines') return compareLines(expected, found, [path, true]);
  if (expected.length !== found.length) return [{ at: path, expected, found }];
  return expected.flatMap((item, index) => compareValue(item, found[index], `${path}[${index}]`));
};

const compareEntry = (
  [key, expected]: readonly [string, unknown],
  found: Readonly<Record<string, unknown>>,
  path: string,
): readonly Difference[] => {
  const at = below(path, key);
  if (key === 'lines_include' && Array.isArray(expected)) {
    const lines = found['lines'];
    return compareLines(expected, Array.isArray(lines) ? lines : [], [at, false]);
  }
  return Array.isArray(expected)
    ? compareList(expected, found[key], [at, key])
    : compareValue(expected, found[key], at);
};

const compareValue = (expected: unknown, found: unknown, path: string): readonly Difference[] => {
  if (Array.isArray(expected)) return compareList(expected, found, [path, '']);
  if (!isRecord(expected)) return expected === found ? [] : [{ at: path, expected, found }];
  if (!isRecord(found)) return [{ at: path, expected, found }];
  return Object.entries(expected).flatMap((entry) => compareEntry(entry, found, path));
};

export const compareCase = (
  expected: Readonly<Record<string, unknown>>,
  found: Readonly<Record<string, CaseJson>>,
): readonly Difference[] => compareValue(expected, found, '');
