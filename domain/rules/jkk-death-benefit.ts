// The benefit of a death from work: 48 times the wage, periodic benefit and burial, line by line.
import type { LocalDate } from '../calendar.ts';
import type { CoverageState } from '../claim/assessment/assessment-events.ts';
import { rupiah } from '../money.ts';
import { arrearsBlock } from './benefit-cover.ts';
import type { BenefitResult } from './benefit-rules.ts';
import { RULE_BOOK, type RuleBook } from './book/rule-book.ts';
import { type ExplainedLine, rp, totalOf } from './explained-line.ts';
import { benefitLineOf, wageOfContribution } from './incident-benefit.ts';
import { jkkDeathLines } from './jkk-lump.ts';
import { FUND_PAYEE } from './jkm.ts';
import { RULESET_ID } from './law-versions.ts';
import { decidingVersion, type LawReader, readLaw } from './read-law.ts';
import { jkkTimeBar } from './time-bar.ts';

export const JKK_DEATH_FLAGS = [
  'ARREARS_DUE',
  'LAPSED',
  'COVER_NOT_STARTED',
  'EVENT_BEFORE_MEMBERSHIP',
  'EXPIRED',
  'NO_HEIR',
  'REVIEW_AFTER_DISABILITY',
  'SCHOLARSHIP_RIGHT',
  'WAGE_ASSUMED',
] as const;
export type JkkDeathFlag = (typeof JKK_DEATH_FLAGS)[number];

export type JkkDeathFacts = {
  /** The accident, or the diagnosis of a disease of work: it selects law and cover, not the death. */
  readonly accidentDate: LocalDate;
  /** Day on which the death was said to come from work: the application (T-09). */
  readonly claimedOn: LocalDate;
  readonly membershipStart: LocalDate;
  readonly coverage: CoverageState;
  readonly monthlyContributionIdr: bigint;
  /** Disability benefit granted for the same accident (K-34). */
  readonly disabilityIdr: bigint;
  /** True when no heir of any rank exists: burial to its organiser, the rest stays in the fund. */
  readonly noHeir: boolean;
  readonly payee: string;
};

const noRight = (facts: JkkDeathFacts, law: LawReader): JkkDeathFlag | null => {
  const { accidentDate, membershipStart, coverage, claimedOn } = facts;
  if (coverage === 'LAPSED') return 'LAPSED';
  if (accidentDate < membershipStart) return 'EVENT_BEFORE_MEMBERSHIP';
  if (coverage === 'NOT_STARTED') return 'COVER_NOT_STARTED';
  return jkkTimeBar(accidentDate, claimedOn, law).expired ? 'EXPIRED' : null;
};

/** K-34: unless the book says how a disability payment is set off, a person decides. */
export const setOffDisability = (
  lines: readonly ExplainedLine[],
  paid: { readonly disabilityIdr: bigint; readonly accidentDate: LocalDate },
  law: LawReader,
): readonly ExplainedLine[] => {
  const { disabilityIdr, accidentDate } = paid;
  if (disabilityIdr === 0n) return lines;
  const rule = law.find(law.book['K-34'], accidentDate)?.value.death_after_disability;
  if (rule !== 'SET_OFF') return lines;
  return lines.map((line) => {
    if (line.code !== 'JKK.DEATH') return line;
    const left = line.amountIdr > disabilityIdr ? line.amountIdr - disabilityIdr : 0n;
    return {
      ...line,
      amountIdr: rupiah(left),
      formula: `${line.formula} − ${rp(disabilityIdr)} = ${rp(left)}`,
      facts: { ...line.facts, disabilityPaidIdr: disabilityIdr },
    };
  });
};

const payeeOf = ({ noHeir, payee }: JkkDeathFacts, { code }: ExplainedLine): string =>
  noHeir && code !== 'JKK.FUNERAL' ? FUND_PAYEE : payee;

/** Total over every input: no right answers zero and a flag, never an exception. */
export const calculateJkkDeath = (
  facts: JkkDeathFacts,
  book: RuleBook = RULE_BOOK,
  rulesetId: string = RULESET_ID,
): Omit<BenefitResult, 'arrearsDueIdr'> => {
  const law = readLaw(book);
  const { accidentDate, coverage, monthlyContributionIdr } = facts;
  const wage = wageOfContribution(monthlyContributionIdr, accidentDate, law);
  const lacking = noRight(facts, law);
  const isOwed = lacking === null;
  if (isOwed) law.find(law.book['K-29'], accidentDate);
  const lines = isOwed
    ? setOffDisability(
        jkkDeathLines({ wageIdr: wage.wageIdr, eventDate: accidentDate }, law),
        facts,
        law,
      )
    : [];
  const flags: readonly JkkDeathFlag[] = isOwed
    ? [
        ...(coverage === 'GRACE' ? (['ARREARS_DUE'] as const) : []),
        ...(facts.noHeir ? (['NO_HEIR'] as const) : []),
        ...(facts.disabilityIdr > 0n ? (['REVIEW_AFTER_DISABILITY'] as const) : []),
        'SCHOLARSHIP_RIGHT',
        ...(wage.isAssumed ? (['WAGE_ASSUMED'] as const) : []),
      ]
    : [lacking];
  return {
    lawVersion: decidingVersion(law.used(), accidentDate),
    rulesetId,
    lines: lines.map((line) => benefitLineOf(line, payeeOf(facts, line))),
    totalIdr: totalOf(lines),
    flags,
    // C-16: arrears first, then the benefit.
    paymentBlocked: isOwed && coverage === 'GRACE' && arrearsBlock(accidentDate, law),
  };
};
