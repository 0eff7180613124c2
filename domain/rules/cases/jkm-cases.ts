// Cases of kind `jkm_death` and `jkm_batch`.
import type { LocalDate } from '../../calendar.ts';
import { type ExplainedLine, multiplied, totalOf } from '../explained-line.ts';
import { isFlag } from '../flags.ts';
import { fullJkmLines, jkmLines, type Waiting, waitingOf } from '../jkm.ts';
import { assignPayees, type FamilyFacts, payeesOf } from '../payees.ts';
import type { LawReader } from '../read-law.ts';
import { jkmTimeBar } from '../time-bar.ts';
import type { Fields } from './fields.ts';
import { type CaseKind, type CaseOutcome, caseKind, outcome } from './outcome.ts';
import { type PressFacts, pressFacts, pressPart } from './press-part.ts';
import {
  type ChildrenFacts,
  childrenFacts,
  headlineOf,
  headlinesOf,
  type ScholarshipPart,
  scholarshipPart,
  withheld,
} from './scholarship-result.ts';
import {
  byPayee,
  coverResult,
  familyFacts,
  lawfulDate,
  lawfulDateOrLatest,
  type Membership,
  membershipFacts,
  railOf,
  type Segment,
  segmentOf,
} from './shared-facts.ts';

type JkmCase = {
  readonly segment: Segment;
  readonly deathDate: LocalDate;
  readonly membership: Membership;
  readonly family: FamilyFacts;
  readonly children: ChildrenFacts;
  readonly press: PressFacts;
  readonly claimDate: LocalDate | null;
  /** Held at once (C-18). */
  readonly memberships: number;
};

/** M-16: a death by work is JKK's, never both. */
const WORK_CAUSES = ['WORK_ACCIDENT', 'OCCUPATIONAL_DISEASE', 'PAK', 'KK'];

const readJkm = (fields: Fields, law: LawReader): JkmCase => {
  const deathDate = lawfulDate(fields, 'death_date');
  const cause = fields.optionalText('cause');
  if (cause !== null && WORK_CAUSES.includes(cause.toUpperCase()))
    fields.refuse('cause', 'NOT_A_WORK_ACCIDENT', 'M-16');
  return {
    segment: segmentOf(fields),
    deathDate,
    membership: membershipFacts(fields, deathDate),
    family: familyFacts(fields, deathDate),
    children: childrenFacts(fields, ['JKM', deathDate], law),
    press: pressFacts(fields),
    claimDate: fields.optionalDate('claim_date'),
    memberships: fields.optionalCount('memberships', { min: 1, max: 9 }) ?? 1,
  };
};

/** M-12 is for BPU only; without a start of membership nobody can say. */
const waitingFor = (facts: JkmCase, law: LawReader): Waiting => {
  const { start, earlierStart, payer } = facts.membership;
  const none: Waiting = { within: false, flags: [], fullFrom: null, source: null };
  if (facts.segment !== 'BPU') return none;
  if (start !== null) {
    const { deathDate } = facts;
    const waiting = {
      membershipStart: start,
      deathDate,
      sponsored: payer !== 'SELF',
      earlierStart,
    };
    return waitingOf(waiting, law);
  }
  if (law.find(law.book['M-12'], facts.deathDate) !== null)
    law.review('MEMBERSHIP_START_MISSING', 'M-12');
  return none;
};

/** C-18: by default two memberships pay once. */
const timesMemberships = (
  lines: readonly ExplainedLine[],
  { memberships, deathDate }: JkmCase,
  law: LawReader,
): readonly ExplainedLine[] => {
  if (memberships === 1) return lines;
  const pays = law.find(law.book['C-18'], deathDate)?.value.two_memberships;
  return pays === 'PAY_EACH'
    ? lines.map((line) => multiplied(line, memberships, 'CLAIMS_TIMES_AMOUNT'))
    : lines;
};

const jkmScholarship = (
  facts: JkmCase,
  [isCovered, waiting]: readonly [boolean, Waiting],
  law: LawReader,
): ScholarshipPart => {
  if (!isCovered) return withheld(facts.children, 'NOT_COVERED');
  if (waiting.within) return withheld(facts.children, 'FUNERAL_ONLY_IN_FIRST_THREE_MONTHS');
  return scholarshipPart(facts.children, { origin: 'JKM', date: facts.deathDate }, law);
};

const calculateJkmCase = (facts: JkmCase, law: LawReader): CaseOutcome => {
  const { deathDate, membership } = facts;
  const cover = coverResult(membership, deathDate, law);
  const waiting = waitingFor(facts, law);
  if (facts.claimDate !== null) jkmTimeBar(deathDate, facts.claimDate, law);
  law.find(law.book['M-10'], deathDate);
  const payees = payeesOf(facts.family, law);
  const start = membership.start ?? deathDate;
  const earned = cover.isCovered
    ? jkmLines(
        { membershipStart: start, deathDate, earlierStart: membership.earlierStart },
        waiting,
        law,
      )
    : [];
  const lines = assignPayees(timesMemberships(earned, facts, law), payees);
  const totalIdr = totalOf(lines);
  const part = jkmScholarship(facts, [cover.isCovered, waiting], law);
  const rail = railOf(lines, deathDate, law);
  const computed = {
    totalIdr,
    headlines: headlinesOf(totalIdr, part),
    deaths: 1,
    eventDate: deathDate,
  };
  const press = pressPart(facts.press, computed, law);
  const waitingFlags = cover.isCovered ? waiting.flags : [];
  for (const flag of waitingFlags) if (!isFlag(flag)) law.review(flag, 'M-15');
  return outcome(deathDate, {
    lines,
    flags: [
      ...cover.flags,
      ...waitingFlags.filter(isFlag),
      ...(cover.isCovered && payees.kind === 'NO_HEIR' ? (['NO_HEIR'] as const) : []),
      ...part.flags,
      ...rail.flags,
      ...press.flags,
    ],
    figures: {
      ...cover.figures(totalIdr),
      ...byPayee(lines),
      ...rail.figures,
      ...headlineOf(totalIdr, part),
      ...press.figures,
    },
    scholarship: part.result,
  });
};

export const jkmDeathCase: CaseKind = caseKind(readJkm, calculateJkmCase);

type BatchCase = {
  readonly claims: number;
  readonly inVerification: number | null;
  readonly asOf: LocalDate;
  readonly press: PressFacts;
};

const readBatch = (fields: Fields, law: LawReader): BatchCase => {
  segmentOf(fields);
  return {
    claims: fields.count('claims', { max: 10_000_000 }),
    inVerification: fields.optionalCount('in_verification', { max: 10_000_000 }),
    asOf: lawfulDateOrLatest(fields, 'as_of_date', law),
    press: pressFacts(fields),
  };
};

/** The deaths of a batch are taken to fall under the law of its day, each with the full benefit. */
const calculateBatch = (facts: BatchCase, law: LawReader): CaseOutcome => {
  const { asOf, claims, inVerification } = facts;
  const each = fullJkmLines(asOf, law);
  if (law.find(law.book['M-12'], asOf) !== null) law.review('MEMBERSHIP_START_MISSING', 'M-12');
  const count = BigInt(claims);
  const lines =
    claims === 0 ? [] : each.map((line) => multiplied(line, claims, 'CLAIMS_TIMES_AMOUNT'));
  const one = totalOf(each);
  const computed = {
    totalIdr: one * count,
    headlines: [one * count],
    deaths: claims,
    eventDate: asOf,
  };
  const press = pressPart(facts.press, computed, law);
  const waiting = BigInt(inVerification ?? 0);
  return outcome(asOf, {
    lines,
    flags: press.flags,
    figures: {
      ...(inVerification !== null && {
        incurred_deaths: claims + inVerification,
        in_verification_total: one * waiting,
        incurred_total: one * (count + waiting),
      }),
      ...press.figures,
    },
  });
};

export const jkmBatchCase: CaseKind = caseKind(readBatch, calculateBatch);
