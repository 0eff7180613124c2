// The scholarship part of a case: which children, this year's payment, what may still come.
import type { LocalDate } from '../../calendar.ts';
import { type ExplainedLine, totalOf } from '../explained-line.ts';
import type { Flag } from '../flags.ts';
import type { LawReader } from '../read-law.ts';
import {
  type Child,
  type ChildScholarship,
  childrenMax,
  childScholarship,
  fullPotential,
  monthsReason,
  SCHOOL_LEVELS,
  type ScholarshipFacts,
  type ScholarshipOrigin,
  type SchoolLevel,
  type YearAmount,
} from '../scholarship.ts';
import type { Fields } from './fields.ts';
import type { Figures, ScholarshipResult } from './outcome.ts';

export type ChildrenFacts = {
  readonly children: readonly Child[] | null;
  readonly selected: readonly string[] | null;
  /** Published cases say only how many children could start in kindergarten. */
  readonly atStart: number | null;
  readonly contributionMonths: number | null;
  readonly unbrokenMonths: number | null;
  readonly schoolYearStart: LocalDate | null;
};

const LEVEL_WORDS = [...SCHOOL_LEVELS, 'TRAINING', 'NONE'] as const;
const REGISTERED = ['BPU', 'PU', 'APPRENTICE', 'MAGANG', 'INTERN'] as const;

const levelOf = (word: (typeof LEVEL_WORDS)[number] | null): SchoolLevel | null => {
  if (word === null || word === 'NONE') return null;
  return word === 'TRAINING' ? 'PT' : word;
};

const MONTH_FIELDS = ['registered_months', 'registered_consecutive_months', 'pu_months'] as const;

const monthsAsEmployee = (fields: Fields): number | null => {
  const given = MONTH_FIELDS.map((name) => fields.optionalCount(name, { max: 600 }));
  return given.find((months) => months !== null) ?? null;
};

export const childFacts = (fields: Fields, index: number): Child => {
  const level = levelOf(fields.optionalOneOf('level', LEVEL_WORDS));
  const registered = fields.optionalOneOf('registered_as', REGISTERED);
  const isApprentice = registered === 'MAGANG' || registered === 'INTERN';
  return {
    ref: fields.optionalText('ref') ?? `c${index + 1}`,
    level,
    grade: fields.optionalCount('grade', { min: 1, max: 20 }) ?? 1,
    birthDate: fields.optionalDate('birth_date'),
    studying: fields.flag('studying', level !== null),
    married: fields.flag('married'),
    working: fields.flag('working'),
    registeredAs: isApprentice ? 'APPRENTICE' : registered,
    registeredMonths: monthsAsEmployee(fields),
  };
};

const checkSelection = (
  fields: Fields,
  children: readonly Child[],
  [selected, max]: readonly [readonly string[], number],
): void => {
  const refs = children.map((child) => child.ref);
  const isKnown = selected.every((ref) => refs.includes(ref));
  const isOnce = new Set(selected).size === selected.length;
  if (!isKnown || !isOnce) fields.refuse('selected_children', 'KNOWN_REF', refs.join(', '));
  if (selected.length > max) fields.refuse('selected_children', 'AT_MOST', String(max));
};

export const unbrokenMonths = (fields: Fields): number | null =>
  fields.optionalCount('unbroken_contribution_months', { max: 1_200 });

export const childrenFacts = (
  fields: Fields,
  [origin, eventDate]: readonly [ScholarshipOrigin, LocalDate],
  law: Pick<LawReader, 'book'>,
): ChildrenFacts => {
  const children = fields.optionalList('children')?.map(childFacts) ?? null;
  const selected = fields.optionalTexts('selected_children');
  const atStart = fields.optionalCount('eligible_children_at_tk_start', { max: 20 });
  const contributionMonths = fields.optionalCount('contribution_months', { max: 1_200 });
  const needsMonths = (children?.length ?? 0) > 0 || (atStart ?? 0) > 0;
  if (origin === 'JKM' && needsMonths && contributionMonths === null)
    fields.refuse('contribution_months', 'REQUIRED_WITH', 'children');
  if (selected !== null)
    checkSelection(fields, children ?? [], [selected, childrenMax(eventDate, law)]);
  return {
    children,
    selected,
    atStart,
    contributionMonths,
    unbrokenMonths: unbrokenMonths(fields),
    schoolYearStart: fields.optionalDate('school_year_start'),
  };
};

const sumOf = (amounts: readonly YearAmount[]): bigint =>
  amounts.reduce((sum, { amountIdr }) => sum + amountIdr, 0n);

const byLevel = (all: readonly YearAmount[]): Figures => {
  const sums: Record<string, bigint> = {};
  for (const { code, amountIdr } of all) sums[code] = (sums[code] ?? 0n) + amountIdr;
  return sums;
};

const isOpen = (child: ChildScholarship): boolean =>
  child.reason === null || child.potential.length > 0;

type Chosen = {
  readonly chosen: readonly ChildScholarship[];
  readonly isRequired: boolean;
  readonly isRecorded: boolean;
};

const choosesEldest = (eventDate: LocalDate, law: LawReader): boolean =>
  law.find(law.book['B-01'], eventDate)?.value.child_choice === 'ELDEST';

const byAge = (children: readonly ChildScholarship[]): readonly ChildScholarship[] =>
  children.toSorted((a, b) =>
    (a.child.birthDate ?? '9999') < (b.child.birthDate ?? '9999') ? -1 : 1,
  );

/** B-01: the heirs choose; without a recorded choice none is paid. */
const choose = (
  open: readonly ChildScholarship[],
  selected: readonly string[] | null,
  [eventDate, law]: readonly [LocalDate, LawReader],
): Chosen => {
  const isRequired = open.length > childrenMax(eventDate, law);
  if (isRequired) law.find(law.book['B-01'], eventDate);
  if (selected === null && isRequired && choosesEldest(eventDate, law))
    return {
      chosen: byAge(open).slice(0, childrenMax(eventDate, law)),
      isRequired: false,
      isRecorded: false,
    };
  if (selected === null) {
    if (isRequired) law.review('CHILD_SELECTION_MISSING', 'B-01');
    return { chosen: isRequired ? [] : open, isRequired, isRecorded: false };
  }
  const chosen = open.filter(({ child }) => selected.includes(child.ref));
  if (chosen.length < selected.length) law.review('SELECTED_CHILD_NOT_ELIGIBLE', 'B-02');
  return { chosen, isRequired, isRecorded: isRequired };
};

export type ScholarshipPart = {
  readonly result: ScholarshipResult | null;
  readonly flags: readonly Flag[];
  readonly potentialIdr: bigint;
};

export const NO_SCHOLARSHIP: ScholarshipPart = { result: null, flags: [], potentialIdr: 0n };

const published = (facts: ScholarshipFacts, atStart: number, law: LawReader): ScholarshipPart => {
  const reason = monthsReason(facts, law);
  const count = BigInt(Math.min(atStart, childrenMax(facts.eventDate, law)));
  const potentialIdr = reason === null ? count * fullPotential(facts.eventDate, law) : 0n;
  return {
    result: {
      lines: [],
      figures: {
        eligible: potentialIdr > 0n,
        ...(reason !== null && { reason }),
        max_children: childrenMax(facts.eventDate, law),
        potential_total: potentialIdr,
      },
    },
    flags: [],
    potentialIdr,
  };
};

const ofChildren = (
  children: readonly Child[],
  [facts, selected]: readonly [ScholarshipFacts, readonly string[] | null],
  law: LawReader,
): ScholarshipPart => {
  const all = children.map((child) => childScholarship(child, facts, law));
  const open = all.filter(isOpen);
  const { chosen, isRequired, isRecorded } = choose(open, selected, [facts.eventDate, law]);
  const lines = chosen.flatMap(({ line }): readonly ExplainedLine[] => (line ? [line] : []));
  const reason = open.length === 0 ? all[0]?.reason : null;
  const shown = isRequired && !isRecorded ? open : chosen;
  const potentialIdr = sumOf(chosen.flatMap(({ potential }) => potential));
  const others = all.filter((child) => child.reason !== null);
  return {
    result: {
      lines,
      figures: {
        eligible: open.length > 0,
        ...(reason !== null && reason !== undefined && { reason }),
        payable_this_year: totalOf(lines),
        max_children: childrenMax(facts.eventDate, law),
        selection_required: isRequired,
        selected_children: chosen.map(({ child }) => child.ref),
        potential_by_child: Object.fromEntries(
          shown.map(({ child, potential }) => [child.ref, sumOf(potential)]),
        ),
        potential_by_level: byLevel(chosen.flatMap(({ potential }) => potential)),
        potential_total: potentialIdr,
        ...(others.length > 0 && {
          reasons: Object.fromEntries(others.map((one) => [one.child.ref, one.reason])),
        }),
      },
    },
    flags: isRecorded ? ['CHILD_SELECTION_RECORDED'] : [],
    potentialIdr,
  };
};

/** Null result when the case says nothing of children. */
export const scholarshipPart = (
  facts: ChildrenFacts,
  event: { readonly origin: ScholarshipOrigin; readonly date: LocalDate },
  law: LawReader,
): ScholarshipPart => {
  const known: ScholarshipFacts = {
    origin: event.origin,
    eventDate: event.date,
    testDate: facts.schoolYearStart ?? event.date,
    contributionMonths: facts.contributionMonths,
    unbrokenMonths: facts.unbrokenMonths,
  };
  if (facts.children !== null) return ofChildren(facts.children, [known, facts.selected], law);
  return facts.atStart === null ? NO_SCHOLARSHIP : published(known, facts.atStart, law);
};

/** Without cover, or with the burial cost alone, no scholarship follows. */
export const withheld = (facts: ChildrenFacts, reason: string): ScholarshipPart =>
  facts.children === null && facts.atStart === null
    ? NO_SCHOLARSHIP
    : {
        result: { lines: [], figures: { eligible: false, reason, payable_this_year: 0n } },
        flags: [],
        potentialIdr: 0n,
      };

/** "Up to …": cash and potential together, as headlines quote them; never a sum that is paid. */
export const headlineOf = (totalIdr: bigint, part: ScholarshipPart): Figures =>
  part.potentialIdr === 0n ? {} : { headline_total: totalIdr + part.potentialIdr };

/** The sums that a published figure may mean. */
export const headlinesOf = (totalIdr: bigint, part: ScholarshipPart): readonly bigint[] => [
  totalIdr,
  totalIdr + totalOf(part.result?.lines ?? []),
  totalIdr + part.potentialIdr,
];
