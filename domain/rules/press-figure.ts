// Published figures beside computed ones: exact, explained in more than one way, or not reproduced.
import type { LocalDate } from '../calendar.ts';
import { rowOn } from './book/rule.ts';
import type { LawReader } from './read-law.ts';
import { SCHOOL_LEVELS } from './scholarship.ts';

export type Reconciliation = 'EXACT' | 'AMBIGUOUS' | 'DOES_NOT_REPRODUCE';

/** Every sum that one child's scholarship can come to: a year's payment, or what may still come. */
const childSums = (eventDate: LocalDate, law: LawReader): readonly bigint[] => {
  const levels = SCHOOL_LEVELS.map(
    (level) => rowOn(law.book[`EDU.${level}`], eventDate)?.value ?? { yearlyIdr: 0n, years: 0 },
  );
  const sums = levels.flatMap(({ yearlyIdr, years }, index) => {
    const later = levels
      .slice(index + 1)
      .reduce((sum, level) => sum + level.yearlyIdr * BigInt(level.years), 0n);
    const fromGrade = Array.from(
      { length: years },
      (_, grade) => yearlyIdr * BigInt(years - grade) + later,
    );
    return [yearlyIdr, ...fromGrade];
  });
  return [...new Set(sums)].filter((sum) => sum > 0n);
};

/** Sums that `children` children or fewer can come to. */
const reachable = (sums: readonly bigint[], children: number): ReadonlySet<bigint> => {
  const found = new Set<bigint>([0n]);
  for (let child = 0; child < children; child += 1) {
    for (const before of [...found]) for (const sum of sums) found.add(before + sum);
  }
  return found;
};

/** Two deaths leave four children at most; more would explain any sum and so none. */
const CHILDREN_TRIED_MAX = 4;

/**
 * A rest that scholarships could explain is ambiguous, because the source names no parts; a rest that
 * nothing explains, or a published sum below the computed one, does not reproduce.
 */
export const reconcile = (
  figures: {
    readonly reportedIdr: bigint;
    readonly computedIdr: bigint;
    readonly deaths: number;
    readonly eventDate: LocalDate;
  },
  law: LawReader,
): Reconciliation => {
  const rest = figures.reportedIdr - figures.computedIdr;
  if (rest === 0n) return 'EXACT';
  if (rest < 0n) return 'DOES_NOT_REPRODUCE';
  const children = Math.min(2 * figures.deaths, CHILDREN_TRIED_MAX);
  const sums = childSums(figures.eventDate, law);
  return reachable(sums, children).has(rest) ? 'AMBIGUOUS' : 'DOES_NOT_REPRODUCE';
};
