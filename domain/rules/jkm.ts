// JKM: what a death that was no work accident pays in cash (domain-rules §2; never scholarships).
import { addMonths, daysBetween } from '../calendar.ts';
import type { BenefitLine } from '../claim/assessment-events.ts';
import { rupiah, rupiahText, sumRupiah } from '../money.ts';
import type { BenefitResult, JkmFacts } from './benefit-rules.ts';
import { arrearsOwed } from './cover.ts';
import type { JkmRow, JkmTable, WaitingPeriod } from './jkm-tables.ts';
import { jkmTableOn } from './jkm-tables.ts';
import { RULESET_ID } from './law-versions.ts';

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

type Waiting = {
  readonly within: boolean;
  readonly flags: readonly JkmFlag[];
  readonly formula: string;
};

const NO_WAITING: Waiting = { within: false, flags: [], formula: '' };

const text = (amount: bigint): string =>
  `Rp${amount.toString().replace(/\B(?=(\d{3})+(?!\d))/g, '.')}`;

const formulaOf = (row: JkmRow): string =>
  row.times === 1n
    ? text(row.eachIdr)
    : `${row.times} × ${text(row.eachIdr)} = ${text(row.times * row.eachIdr)}`;

/** M-12, M-14, M-15: full benefit only from `membership start + 3 calendar months`. */
const waitingOf = (facts: JkmFacts, rule: WaitingPeriod, since: JkmTable['from']): Waiting => {
  const boundary = addMonths(facts.membershipStart, rule.months);
  const earlier = facts.membershipStart < since;
  if (earlier && rule.exemptsEarlierMembers) return NO_WAITING;
  const within = facts.deathDate < boundary;
  const near = Math.abs(daysBetween(boundary, facts.deathDate)) <= rule.reviewDays;
  return {
    within,
    flags: [
      ...(within ? (['WITHIN_FIRST_THREE_MONTHS'] as const) : []),
      ...(near ? (['REVIEW_THREE_MONTH_BOUNDARY'] as const) : []),
      ...(within && earlier ? (['REVIEW_EARLIER_MEMBER'] as const) : []),
    ],
    formula: `${facts.deathDate} < ${facts.membershipStart} + ${rule.months} bulan = ${boundary}`,
  };
};

const lineOf = (row: JkmRow, facts: JkmFacts): BenefitLine => ({
  code: row.code,
  amountIdr: rupiahText(rupiah(row.times * row.eachIdr)),
  payee: facts.noHeir && row.code !== 'JKM.FUNERAL' ? FUND_PAYEE : facts.payee,
  formula: formulaOf(row),
  ruleId: row.ruleId,
  article: row.article,
});

const linesOf = (table: JkmTable, facts: JkmFacts, waiting: Waiting): readonly BenefitLine[] => {
  if (!waiting.within || table.waitingPeriod === null) {
    return table.rows.map((row) => lineOf(row, facts));
  }
  const { ruleId, article } = table.waitingPeriod;
  return table.rows
    .filter((row) => row.code === 'JKM.FUNERAL')
    .map((row) => ({
      ...lineOf(row, facts),
      formula: `${formulaOf(row)}; ${waiting.formula}`,
      ruleId,
      article,
    }));
};

const nothing = (lawVersion: string, flag: JkmFlag): BenefitResult => ({
  lawVersion,
  rulesetId: RULESET_ID,
  lines: [],
  totalIdr: 0n,
  flags: [flag],
  arrearsDueIdr: 0n,
  paymentBlocked: false,
});

/** Total over every input: a case without cover answers zero and a flag, never an exception. */
export const calculateJkm = (facts: JkmFacts): BenefitResult => {
  const table = jkmTableOn(facts.deathDate);
  if (table === null) return nothing('NONE', 'LAW_VERSION_UNKNOWN');
  if (facts.coverage === 'LAPSED') return nothing(table.lawVersion, 'LAPSED');
  if (facts.deathDate < facts.membershipStart) {
    return nothing(table.lawVersion, 'DEATH_BEFORE_MEMBERSHIP');
  }
  if (facts.coverage === 'NOT_STARTED') return nothing(table.lawVersion, 'COVER_NOT_STARTED');

  const waiting =
    table.waitingPeriod === null ? NO_WAITING : waitingOf(facts, table.waitingPeriod, table.from);
  const lines = linesOf(table, facts, waiting);
  const inArrears = facts.coverage === 'GRACE';
  const flags: readonly JkmFlag[] = [
    ...waiting.flags,
    ...(inArrears ? (['ARREARS_DUE'] as const) : []),
    ...(facts.noHeir ? (['NO_HEIR'] as const) : []),
  ];
  return {
    lawVersion: table.lawVersion,
    rulesetId: RULESET_ID,
    lines,
    totalIdr: sumRupiah(lines.map((line) => rupiah(BigInt(line.amountIdr)))),
    flags,
    arrearsDueIdr: inArrears ? arrearsOwed(facts.unpaidMonths, facts.monthlyContributionIdr) : 0n,
    // C-16: arrears first, then the benefit.
    paymentBlocked: inArrears,
  };
};
