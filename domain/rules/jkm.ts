// JKM: what a death that was no work accident pays in cash (domain-rules §2; never scholarships).
import { addMonths, daysBetween, type LocalDate } from '../calendar.ts';
import type { BenefitLine } from '../claim/assessment/assessment-events.ts';
import { rupiah, rupiahText } from '../money.ts';
import { arrearsBlock } from './benefit-cover.ts';
import type { BenefitResult, JkmFacts } from './benefit-rules.ts';
import { rowOn } from './book/rule.ts';
import { RULE_BOOK, type RuleBook } from './book/rule-book.ts';
import { arrearsOwed } from './cover.ts';
import { type ExplainedLine, explain, rp, totalOf } from './explained-line.ts';
import { RULESET_ID } from './law-versions.ts';
import { type Citation, decidingVersion, type LawReader, readLaw } from './read-law.ts';

/** Payee of a line that the fund keeps (§4.1, 2.5): retained, never transferred. */
export const FUND_PAYEE = 'DJS';

/** Flags of domain-rules §9.1 that concern JKM cash, and four of our own (the last four). */
export const JKM_FLAGS = [
  'WITHIN_FIRST_THREE_MONTHS',
  'REVIEW_THREE_MONTH_BOUNDARY',
  'ARREARS_DUE',
  'LAPSED',
  'NO_HEIR',
  'REVIEW_EARLIER_MEMBER',
  'COVER_NOT_STARTED',
  'DEATH_BEFORE_MEMBERSHIP',
  'LAW_VERSION_UNKNOWN',
] as const;
export type JkmFlag = (typeof JKM_FLAGS)[number];

export type WaitingFacts = {
  readonly membershipStart: LocalDate;
  readonly deathDate: LocalDate;
  /** False for a member who pays the contribution alone (M-13). */
  readonly sponsored?: boolean;
  /** Start of an earlier membership that lapsed before this one (M-15). */
  readonly earlierStart?: LocalDate | null;
};

export type Waiting = {
  readonly within: boolean;
  readonly flags: readonly JkmFlag[];
  /** The first day with the full benefit. */
  readonly fullFrom: LocalDate | null;
  readonly source: Citation<{ readonly months: number }> | null;
};

const NO_WAITING: Waiting = { within: false, flags: [], fullFrom: null, source: null };

/** M-15: a lapse restarts the clock, unless the parameter says that the first start counts. */
const clockStart = (facts: WaitingFacts, law: LawReader): LocalDate => {
  if (facts.earlierStart === undefined || facts.earlierStart === null) return facts.membershipStart;
  const restarts = law.find(law.book['M-15'], facts.deathDate)?.value.m12_restart_on_lapse ?? true;
  return restarts ? facts.membershipStart : facts.earlierStart;
};

const isExempt = (facts: WaitingFacts, ruleFrom: LocalDate, law: LawReader): boolean => {
  const { deathDate, membershipStart } = facts;
  if (
    membershipStart < ruleFrom &&
    law.find(law.book['M-15'], deathDate)?.value.m12_grandfather === true
  )
    return true;
  return (
    facts.sponsored !== false &&
    law.find(law.book['M-13'], deathDate)?.value.m12_applies_to_sponsored === false
  );
};

/** M-12, M-14, M-15: full benefit only from `membership start + 3 calendar months`. */
export const waitingOf = (facts: WaitingFacts, law: LawReader): Waiting => {
  const { deathDate } = facts;
  const rule = law.find(law.book['M-12'], deathDate);
  if (rule === null) return NO_WAITING;
  const start = clockStart(facts, law);
  const fullFrom = addMonths(start, rule.value.months);
  const isBefore = deathDate < fullFrom;
  const isEarlier = start < rule.from;
  if (isBefore && isExempt(facts, rule.from, law)) return NO_WAITING;
  // Which part of the ten million is what (M-17) matters to whoever is paid the ten.
  if (isBefore) law.find(law.book['M-17'], deathDate);
  const reviewDays = rowOn(law.book['M-14'], deathDate)?.value.m12_review_days ?? 0;
  const isNear = Math.abs(daysBetween(fullFrom, deathDate)) <= reviewDays;
  if (isNear) law.find(law.book['M-14'], deathDate);
  return {
    within: isBefore,
    flags: [
      ...(isBefore ? (['WITHIN_FIRST_THREE_MONTHS'] as const) : []),
      ...(isNear ? (['REVIEW_THREE_MONTH_BOUNDARY'] as const) : []),
      ...(isBefore && isEarlier ? (['REVIEW_EARLIER_MEMBER'] as const) : []),
    ],
    fullFrom,
    source: rule,
  };
};

const funeralLine = (deathDate: LocalDate, law: LawReader): ExplainedLine => {
  const funeral = law.must(law.book['M-03'], deathDate);
  return explain(funeral, {
    code: 'JKM.FUNERAL',
    amountIdr: funeral.value.idr,
    formula: rp(funeral.value.idr),
    because: 'FIXED_AMOUNT',
    facts: { deathDate },
  });
};

/** The three lines of the full benefit. */
export const fullJkmLines = (deathDate: LocalDate, law: LawReader): readonly ExplainedLine[] => {
  const lump = law.must(law.book['M-01'], deathDate);
  const periodic = law.must(law.book['M-02'], deathDate);
  const { months, monthlyIdr } = periodic.value;
  law.find(law.book['M-04'], deathDate);
  law.find(law.book['M-11'], deathDate);
  return [
    explain(lump, {
      code: 'JKM.LUMP',
      amountIdr: lump.value.idr,
      formula: rp(lump.value.idr),
      because: 'FIXED_AMOUNT',
      facts: { deathDate },
    }),
    explain(periodic, {
      code: 'JKM.PERIODIC',
      amountIdr: months * monthlyIdr,
      formula: `${months} × ${rp(monthlyIdr)} = ${rp(months * monthlyIdr)}`,
      because: 'MONTHS_AT_ONCE',
      facts: { deathDate, months, monthlyIdr },
    }),
    funeralLine(deathDate, law),
  ];
};

/** M-17: whether the ten million are burial cost alone, or in part a benefit. */
const withheldParts = (
  funeral: ExplainedLine,
  deathDate: LocalDate,
  law: LawReader,
): readonly ExplainedLine[] => {
  const parts = law.find(law.book['M-17'], deathDate)?.value.m12_parts;
  if (parts !== 'LUMP_AND_FUNERAL') return [funeral];
  const burial = funeral.amountIdr / 5n;
  const part = (code: string, amountIdr: bigint): ExplainedLine => ({
    ...funeral,
    ...{ code, amountIdr: rupiah(amountIdr), formula: rp(amountIdr) },
  });
  return [part('JKM.LUMP', funeral.amountIdr - burial), part('JKM.FUNERAL', burial)];
};

/** M-12: the burial cost alone, by the article that withholds the rest. */
export const jkmLines = (
  facts: WaitingFacts,
  waiting: Waiting,
  law: LawReader,
): readonly ExplainedLine[] => {
  const { deathDate } = facts;
  if (!waiting.within || waiting.source === null || waiting.fullFrom === null)
    return fullJkmLines(deathDate, law);
  const start = clockStart(facts, law);
  const { ruleId, article, law: lawVersion, confidence, value } = waiting.source;
  return withheldParts(funeralLine(deathDate, law), deathDate, law).map((line) => ({
    ...line,
    formula: `${line.formula}; ${deathDate} < ${start} + ${value.months} bulan = ${waiting.fullFrom}`,
    because: 'FUNERAL_ONLY',
    facts: { deathDate, membershipStart: start, fullFrom: waiting.fullFrom ?? '' },
    ruleId,
    article,
    lawVersion,
    confidence,
  }));
};

const benefitLine = (line: ExplainedLine, facts: JkmFacts): BenefitLine => ({
  code: line.code,
  amountIdr: rupiahText(line.amountIdr),
  payee: facts.noHeir && line.code !== 'JKM.FUNERAL' ? FUND_PAYEE : facts.payee,
  formula: line.formula,
  ruleId: line.ruleId,
  article: line.article,
});

const noCoverFlag = (facts: JkmFacts): JkmFlag | null => {
  if (facts.coverage === 'LAPSED') return 'LAPSED';
  if (facts.deathDate < facts.membershipStart) return 'DEATH_BEFORE_MEMBERSHIP';
  return facts.coverage === 'NOT_STARTED' ? 'COVER_NOT_STARTED' : null;
};

const nothing = (lawVersion: string, rulesetId: string, flag: JkmFlag): BenefitResult => ({
  lawVersion,
  rulesetId,
  lines: [],
  totalIdr: 0n,
  flags: [flag],
  arrearsDueIdr: 0n,
  paymentBlocked: false,
});

/** Total over every input: a case without cover answers zero and a flag, never an exception. */
export const calculateJkm = (
  facts: JkmFacts,
  book: RuleBook = RULE_BOOK,
  rulesetId: string = RULESET_ID,
): BenefitResult => {
  const law = readLaw(book);
  if (law.find(book['M-01'], facts.deathDate) === null)
    return nothing('NONE', rulesetId, 'LAW_VERSION_UNKNOWN');
  const waiting = waitingOf(facts, law);
  const lawVersion = decidingVersion(law.used(), facts.deathDate);
  const noCover = noCoverFlag(facts);
  if (noCover !== null) return nothing(lawVersion, rulesetId, noCover);
  const lines = jkmLines(facts, waiting, law);
  const inArrears = facts.coverage === 'GRACE';
  return {
    lawVersion,
    rulesetId,
    lines: lines.map((line) => benefitLine(line, facts)),
    totalIdr: rupiah(totalOf(lines)),
    flags: [
      ...waiting.flags,
      ...(inArrears ? (['ARREARS_DUE'] as const) : []),
      ...(facts.noHeir ? (['NO_HEIR'] as const) : []),
    ],
    arrearsDueIdr: inArrears ? arrearsOwed(facts.unpaidMonths, facts.monthlyContributionIdr) : 0n,
    paymentBlocked: inArrears && arrearsBlock(facts.deathDate, law),
  };
};
