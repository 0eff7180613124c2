// Scholarships of a worker's children: who is eligible, this year's payment, what may still come
// (domain-rules §2.3). A potential is never cash (B-04).
import { ageOn, type LocalDate } from '../calendar.ts';
import { type ExplainedLine, explain, rp } from './explained-line.ts';
import type { Citation, LawReader } from './read-law.ts';

export const SCHOOL_LEVELS = ['TK', 'SD', 'SMP', 'SMA', 'PT'] as const;
export type SchoolLevel = (typeof SCHOOL_LEVELS)[number];

export type Child = {
  readonly ref: string;
  /** Null for a child below school age (B-07). */
  readonly level: SchoolLevel | null;
  /** The year of the level the child is in, which counts as one of the years left. */
  readonly grade: number;
  readonly birthDate: LocalDate | null;
  readonly studying: boolean;
  readonly married: boolean;
  readonly working: boolean;
  readonly registeredAs: 'BPU' | 'PU' | 'APPRENTICE' | null;
  /** Consecutive months as a wage earner (B-03). */
  readonly registeredMonths: number | null;
};

export type ScholarshipOrigin = 'JKM' | 'JKK';

export type ScholarshipFacts = {
  readonly origin: ScholarshipOrigin;
  /** Day of death, or of the finding of total disability: it selects the law version. */
  readonly eventDate: LocalDate;
  /** Start of the school year that is paid (B-10). */
  readonly testDate: LocalDate;
  readonly contributionMonths: number | null;
  /** The longest run of months without a gap, where it is known (B-06). */
  readonly unbrokenMonths?: number | null;
};

export type Ineligible =
  | 'CONTRIBUTION_MONTHS_BELOW_36'
  | 'CONTRIBUTION_MONTHS_BELOW_60'
  | 'AGE_LIMIT_REACHED'
  | 'CHILD_WORKS'
  | 'CHILD_MARRIED'
  | 'CHILD_NOT_STUDYING'
  | 'LEVEL_YEARS_USED_UP';

export type YearAmount = { readonly code: string; readonly amountIdr: bigint };

export type ChildScholarship = {
  readonly child: Child;
  readonly reason: Ineligible | null;
  readonly line: ExplainedLine | null;
  /** What each level may still pay, by line code. */
  readonly potential: readonly YearAmount[];
};

const eduCode = (level: SchoolLevel): `EDU.${SchoolLevel}` => `EDU.${level}`;

/** B-06: all months, or those of the longest run; a case that names no run is taken to have none. */
const countedMonths = (facts: ScholarshipFacts, law: LawReader): number => {
  const count = law.find(law.book['B-06'], facts.eventDate)?.value.contribution_months_count;
  const all = facts.contributionMonths ?? 0;
  return count === 'UNBROKEN' ? (facts.unbrokenMonths ?? all) : all;
};

/** B-05: JKM needs a minimum of contribution months, JKK none. */
export const monthsReason = (facts: ScholarshipFacts, law: LawReader): Ineligible | null => {
  const { monthsMin } = law.must(law.book['B-05'], facts.eventDate).value;
  if (facts.origin === 'JKK') return null;
  if (countedMonths(facts, law) >= monthsMin) return null;
  return monthsMin === 60 ? 'CONTRIBUTION_MONTHS_BELOW_60' : 'CONTRIBUTION_MONTHS_BELOW_36';
};

/** B-03: since L3 some who work while they study stay eligible. */
const workIsAllowed = (child: Child, facts: ScholarshipFacts, law: LawReader): boolean => {
  const exception = law.find(law.book['B-03'], facts.eventDate);
  if (exception === null || !child.studying) return false;
  if (child.registeredAs === 'BPU' || child.registeredAs === 'APPRENTICE') return true;
  const { wageEarnerMonthsMax } = exception.value;
  return (
    child.registeredAs === 'PU' &&
    child.registeredMonths !== null &&
    child.registeredMonths <= wageEarnerMonthsMax
  );
};

const isTooOld = (child: Child, facts: ScholarshipFacts, law: LawReader): boolean => {
  const { ageBelow } = law.must(law.book['B-02'], facts.eventDate).value;
  if (child.birthDate === null) {
    law.review('BIRTH_DATE_MISSING', 'B-02');
    return false;
  }
  const tested = law.find(law.book['B-10'], facts.eventDate)?.value.age_test_date;
  const day = tested === 'EVENT_DATE' ? facts.eventDate : facts.testDate;
  return ageOn(child.birthDate, day) >= ageBelow;
};

/** B-02, in the order in which a verifier would ask. */
const childReason = (child: Child, facts: ScholarshipFacts, law: LawReader): Ineligible | null => {
  if (isTooOld(child, facts, law)) return 'AGE_LIMIT_REACHED';
  if (child.married) return 'CHILD_MARRIED';
  if (child.working && !workIsAllowed(child, facts, law)) return 'CHILD_WORKS';
  return child.level !== null && !child.studying ? 'CHILD_NOT_STUDYING' : null;
};

/** PP 44/2015: one sum, once, for one child. */
const onceLine = (
  child: Child,
  source: Citation<{ readonly onceIdr: bigint }>,
): ExplainedLine | null =>
  child.level === null
    ? null
    : explain(source, {
        code: eduCode(child.level),
        amountIdr: source.value.onceIdr,
        formula: rp(source.value.onceIdr),
        because: 'SCHOLARSHIP_ONCE',
        facts: { child: child.ref, level: child.level },
        child: child.ref,
      });

const yearsLeft = (child: Child, level: SchoolLevel, years: number): number => {
  if (child.level === null) return years;
  const position = SCHOOL_LEVELS.indexOf(level) - SCHOOL_LEVELS.indexOf(child.level);
  if (position < 0) return 0;
  return position === 0 ? Math.max(0, years - child.grade + 1) : years;
};

const yearLine = (
  child: Child,
  facts: ScholarshipFacts,
  law: LawReader,
): ExplainedLine | 'USED_UP' | null => {
  if (child.level === null) return null;
  const code = eduCode(child.level);
  const source = law.must(law.book[code], facts.eventDate);
  const { years, yearlyIdr } = source.value;
  if (yearsLeft(child, child.level, years) === 0) return 'USED_UP';
  return explain(source, {
    code,
    amountIdr: yearlyIdr,
    formula: rp(yearlyIdr),
    because: 'SCHOLARSHIP_YEAR',
    facts: { child: child.ref, level: child.level, grade: child.grade, years },
    child: child.ref,
  });
};

const potentialOf = (
  child: Child,
  facts: ScholarshipFacts,
  law: LawReader,
): readonly YearAmount[] => {
  law.find(law.book['B-04'], facts.eventDate);
  law.find(law.book[child.level === null ? 'B-07' : 'B-08'], facts.eventDate);
  return SCHOOL_LEVELS.flatMap((level) => {
    const row = law.must(law.book[eduCode(level)], facts.eventDate);
    const years = yearsLeft(child, level, row.value.years);
    return years === 0
      ? []
      : [{ code: eduCode(level), amountIdr: BigInt(years) * row.value.yearlyIdr }];
  });
};

const NOTHING = { line: null, potential: [] };

/** One child: this year's line, and what may still come if everything goes on. */
export const childScholarship = (
  child: Child,
  facts: ScholarshipFacts,
  law: LawReader,
): ChildScholarship => {
  const reason = monthsReason(facts, law) ?? childReason(child, facts, law);
  if (reason !== null) return { child, reason, ...NOTHING };
  const once = law.find(law.book['M-05'], facts.eventDate);
  if (once !== null) {
    const potential = [{ code: eduCode(child.level ?? 'TK'), amountIdr: once.value.onceIdr }];
    return { child, reason: null, line: onceLine(child, once), potential };
  }
  const line = yearLine(child, facts, law);
  if (line === 'USED_UP') {
    const later = potentialOf(child, facts, law);
    return { child, reason: 'LEVEL_YEARS_USED_UP', line: null, potential: later };
  }
  return { child, reason: null, line, potential: potentialOf(child, facts, law) };
};

/** How many children one worker's case can pay for (B-01). */
export const childrenMax = (eventDate: LocalDate, law: Pick<LawReader, 'book'>): number => {
  const rule = law.book['B-01'];
  return rule.rows.findLast((row) => row.from <= eventDate)?.value.childrenMax ?? 0;
};

/** What one child may get from the first year of kindergarten on. */
export const fullPotential = (eventDate: LocalDate, law: LawReader): bigint => {
  const once = law.find(law.book['M-05'], eventDate);
  if (once !== null) return once.value.onceIdr;
  return SCHOOL_LEVELS.reduce((sum, level) => {
    const { yearlyIdr, years } = law.must(law.book[eduCode(level)], eventDate).value;
    return sum + yearlyIdr * BigInt(years);
  }, 0n);
};
