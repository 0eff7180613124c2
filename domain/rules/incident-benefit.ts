// The benefit of a living worker after a work accident: days off, costs, disability, line by line.
import type { LocalDate } from '../calendar.ts';
import type { BenefitLine, CoverageState } from '../claim/assessment/assessment-events.ts';
import type {
  ClaimedBill,
  MedicalOutcome,
  MedicalStatement,
  StatedLoss,
} from '../claim/incident/incident-events.ts';
import { rupiahText } from '../money.ts';
import { arrearsBlock } from './benefit-cover.ts';
import type { BenefitResult } from './benefit-rules.ts';
import { RULE_BOOK, type RuleBook } from './book/rule-book.ts';
import { type ExplainedLine, halfUp, totalOf } from './explained-line.ts';
import { totalDisabilityLines } from './jkk-lump.ts';
import { RULESET_ID } from './law-versions.ts';
import { isLossCode, type Loss, partialDisability } from './partial-disability.ts';
import { decidingVersion, type LawReader, readLaw } from './read-law.ts';
import { type Bill, reimbursementOf } from './reimbursement.ts';
import { stmbOf } from './stmb.ts';
import { jkkTimeBar } from './time-bar.ts';

export const JKK_FLAGS = [
  'ARREARS_DUE',
  'LAPSED',
  'COVER_NOT_STARTED',
  'EVENT_BEFORE_MEMBERSHIP',
  'EXPIRED',
  'REPORTED_LATE',
  'CAPPED',
  'REVIEW_LOSSES',
  'SCHOLARSHIP_RIGHT',
  'WAGE_ASSUMED',
] as const;
export type JkkFlag = (typeof JKK_FLAGS)[number];

export type IncidentFacts = {
  readonly eventDate: LocalDate;
  /** Day of KK2: the application. */
  readonly claimedOn: LocalDate;
  readonly membershipStart: LocalDate;
  readonly coverage: CoverageState;
  readonly monthlyContributionIdr: bigint;
  readonly outcome: MedicalOutcome;
  readonly statement: MedicalStatement;
  readonly bills: readonly ClaimedBill[];
  /** What hospitals were granted of the same ceilings. */
  readonly taken?: readonly Bill[];
  readonly reportedLate: boolean;
  readonly payee: string;
};

export type Wage = { readonly wageIdr: bigint; readonly isAssumed: boolean };

/** K-31: the base of the band that the monthly contribution pays for; else the lowest band. */
export const wageOfContribution = (monthlyIdr: bigint, date: LocalDate, law: LawReader): Wage => {
  const { bands, percent, minIdr } = law.must(law.book['C-01'], date).value;
  const jkmIdr = law.must(law.book['C-02'], date).value.idr;
  law.find(law.book['K-31'], date);
  const priceOf = (referenceIdr: bigint): bigint => {
    const share = halfUp(referenceIdr * percent, 100n);
    // Rupiah are bigint, which Math.max cannot take.
    if (share < minIdr) return minIdr + jkmIdr;
    return share + jkmIdr;
  };
  const found = bands.find(({ referenceIdr }) => priceOf(referenceIdr) === monthlyIdr);
  return { wageIdr: (found ?? bands[0])?.referenceIdr ?? 0n, isAssumed: found === undefined };
};

const lossOf = ({ code, count, functionLost, measure }: StatedLoss): readonly Loss[] =>
  isLossCode(code)
    ? [
        {
          ...{ code, count },
          functionLost: functionLost === null ? null : BigInt(functionLost),
          measure: measure === null ? null : BigInt(measure),
        },
      ]
    : [];

const noRight = (facts: IncidentFacts, law: LawReader): JkkFlag | null => {
  if (facts.coverage === 'LAPSED') return 'LAPSED';
  if (facts.eventDate < facts.membershipStart) return 'EVENT_BEFORE_MEMBERSHIP';
  if (facts.coverage === 'NOT_STARTED') return 'COVER_NOT_STARTED';
  return jkkTimeBar(facts.eventDate, facts.claimedOn, law).expired ? 'EXPIRED' : null;
};

type Found = { readonly lines: readonly ExplainedLine[]; readonly flags: readonly JkkFlag[] };

const disabilityOf = (facts: IncidentFacts, { wageIdr }: Wage, law: LawReader): Found => {
  const { eventDate, outcome, statement } = facts;
  if (outcome === 'TOTAL_DISABILITY') {
    law.find(law.book['K-29'], eventDate);
    return {
      lines: totalDisabilityLines({ wageIdr, eventDate }, law),
      flags: ['SCHOLARSHIP_RIGHT'],
    };
  }
  // Who died has what was due in life here, and the death benefit on its own claim.
  if (outcome === 'HEALED' || outcome === 'DIED') return { lines: [], flags: [] };
  const { handedness } = statement;
  const losses = statement.losses.flatMap(lossOf);
  const found = partialDisability({ wageIdr, eventDate, handedness, losses }, law);
  return { lines: found.lines, flags: found.capped ? ['CAPPED'] : [] };
};

const LOSS_REVIEWS = ['NOT_A_FULL_TEN', 'PARTS_ABOVE_WHOLE'];

const billOf = ({ code, amountIdr, referencePriceIdr }: ClaimedBill): Bill => ({
  ...{ code, amountIdr: BigInt(amountIdr) },
  referencePriceIdr: referencePriceIdr === null ? null : BigInt(referencePriceIdr),
});

const everything = (facts: IncidentFacts, wage: Wage, law: LawReader): Found => {
  const { eventDate, statement, bills, reportedLate, coverage } = facts;
  const stmb = stmbOf({ wageIdr: wage.wageIdr, eventDate, days: statement.daysOff }, law);
  const costs = reimbursementOf([...bills.map(billOf), ...(facts.taken ?? [])], eventDate, law);
  const disability = disabilityOf(facts, wage, law);
  const isReviewed = law.reviews().some(({ code }) => LOSS_REVIEWS.includes(code));
  const flags: readonly JkkFlag[] = [
    ...(coverage === 'GRACE' ? (['ARREARS_DUE'] as const) : []),
    ...(reportedLate ? (['REPORTED_LATE'] as const) : []),
    ...(costs.flags.length > 0 ? (['CAPPED'] as const) : []),
    ...disability.flags,
    ...(isReviewed ? (['REVIEW_LOSSES'] as const) : []),
    ...(wage.isAssumed ? (['WAGE_ASSUMED'] as const) : []),
  ];
  return {
    lines: [...stmb.lines, ...costs.lines, ...disability.lines],
    flags: [...new Set(flags)],
  };
};

export const benefitLineOf = (line: ExplainedLine, payee: string): BenefitLine => ({
  code: line.code,
  amountIdr: rupiahText(line.amountIdr),
  payee,
  formula: line.formula,
  ruleId: line.ruleId,
  article: line.article,
});

/** Total over every input: no right answers zero and a flag, never an exception. */
export const calculateIncident = (
  facts: IncidentFacts,
  book: RuleBook = RULE_BOOK,
  rulesetId: string = RULESET_ID,
): Omit<BenefitResult, 'arrearsDueIdr'> => {
  const law = readLaw(book);
  const wage = wageOfContribution(facts.monthlyContributionIdr, facts.eventDate, law);
  const lacking = noRight(facts, law);
  const { lines, flags }: Found =
    lacking === null ? everything(facts, wage, law) : { lines: [], flags: [lacking] };
  return {
    lawVersion: decidingVersion(law.used(), facts.eventDate),
    rulesetId,
    lines: lines.map((line) => benefitLineOf(line, facts.payee)),
    totalIdr: totalOf(lines),
    flags,
    // C-16: arrears first, then the benefit.
    paymentBlocked:
      lacking === null && facts.coverage === 'GRACE' && arrearsBlock(facts.eventDate, law),
  };
};
