// Fields that several kinds of cases share: segment, wage, membership, arrears, family.
import {
  addMonthsTo,
  ageOn,
  type LocalDate,
  localDate,
  type Month,
  monthOf,
  monthsBetween,
} from '../../calendar.ts';
import { arrearsOf, type BenefitCover, benefitCover } from '../benefit-cover.ts';
import type { ContributionPayer, Sector } from '../book/contribution-rules.ts';
import { L0_FROM } from '../book/rule.ts';
import { bandOf, contributionOf } from '../contribution.ts';
import { type ExplainedLine, totalOf } from '../explained-line.ts';
import type { Flag } from '../flags.ts';
import { FUND_PAYEE } from '../jkm.ts';
import { LAW_VERSIONS } from '../law-versions.ts';
import type { FamilyFacts, NamedHeir, Will } from '../payees.ts';
import type { LawReader } from '../read-law.ts';
import { jkkTimeBar } from '../time-bar.ts';
import type { Fields } from './fields.ts';
import type { Figures } from './outcome.ts';

const LATEST_FROM =
  LAW_VERSIONS.findLast((version) => version.scope === 'BENEFITS')?.from ?? localDate(L0_FROM);

export const PAYERS = ['APBD', 'APBN', 'SELF'] as const satisfies readonly ContributionPayer[];

/** A day on which some version of the law was in force. */
export const lawfulDate = (fields: Fields, name: string): LocalDate => {
  const date = fields.date(name);
  if (date < L0_FROM) fields.refuse(name, 'ON_OR_AFTER', L0_FROM);
  return date;
};

/** A published figure without a day is held against the law in force now. */
export const lawfulDateOrLatest = (fields: Fields, name: string, law: LawReader): LocalDate => {
  if (fields.has(name)) return lawfulDate(fields, name);
  law.review('DATE_MISSING', 'M-04');
  return LATEST_FROM;
};

/** A date that cannot lie before another one. */
export const dateAfter = (
  fields: Fields,
  name: string,
  [other, otherName]: readonly [LocalDate, string],
): LocalDate => {
  const date = fields.date(name);
  if (date < other) fields.refuse(name, 'ON_OR_AFTER', `${otherName} ${other}`);
  return date;
};

export type Segment = 'BPU' | 'PU';
export const segmentOf = (fields: Fields): Segment =>
  fields.optionalOneOf('segment', ['BPU', 'PU'] as const) ?? 'BPU';

export type WageFacts = {
  readonly incomeIdr: bigint | null;
  /** A wage as published, which is no base of a band. */
  readonly publishedIdr: bigint | null;
};

export const wageFacts = (fields: Fields): WageFacts => {
  const incomeIdr = fields.optionalAmount('declared_monthly_income');
  const publishedIdr = fields.optionalAmount('reference_wage');
  fields.optionalText('reference_wage_source');
  if (incomeIdr === null && publishedIdr === null)
    fields.refuse('declared_monthly_income', 'AMOUNT');
  return { incomeIdr, publishedIdr };
};

/** K-31: the base of the band, unless a published wage is given. */
export const referenceWage = (
  { incomeIdr, publishedIdr }: WageFacts,
  date: LocalDate,
  law: LawReader,
): { readonly wageIdr: bigint; readonly figures: Figures } => {
  if (publishedIdr !== null)
    return { wageIdr: publishedIdr, figures: { reference_wage: publishedIdr } };
  law.find(law.book['K-31'], date);
  const { band, referenceIdr } = bandOf(incomeIdr ?? 0n, date, law);
  return { wageIdr: referenceIdr, figures: { band, reference_wage: referenceIdr } };
};

export type Membership = {
  readonly start: LocalDate | null;
  readonly earlierStart: LocalDate | null;
  readonly paidThrough: Month | null;
  readonly monthlyIdr: bigint | null;
  readonly incomeIdr: bigint;
  readonly payer: ContributionPayer;
  readonly sector: Sector;
};

/** Nothing said means paid through the month of the event; an explicit null means never paid. */
const paidThroughOf = (fields: Fields, eventDate: LocalDate): Month | null => {
  const unpaid = fields.optionalCount('unpaid_months', { max: 600 });
  const paidThrough = fields.optionalMonth('paid_through_month');
  const eventMonth = monthOf(eventDate);
  if (paidThrough !== null && unpaid !== null) {
    const counted = Math.max(0, monthsBetween(paidThrough, eventMonth));
    if (counted !== unpaid)
      fields.refuse('unpaid_months', 'CONSISTENT_WITH', `${counted} (paid_through_month)`);
  }
  if (paidThrough !== null) return paidThrough;
  if (unpaid !== null) return addMonthsTo(eventMonth, -unpaid);
  return fields.has('paid_through_month') ? null : eventMonth;
};

export const membershipFacts = (fields: Fields, eventDate: LocalDate): Membership => ({
  start: fields.optionalDate('membership_start'),
  earlierStart: fields.optionalDate('previous_membership_start'),
  paidThrough: paidThroughOf(fields, eventDate),
  monthlyIdr: fields.optionalAmount('monthly_contribution'),
  incomeIdr: fields.optionalAmount('declared_monthly_income') ?? 0n,
  payer: fields.optionalOneOf('payer', PAYERS) ?? 'APBD',
  sector: fields.flag('transport_sector') ? 'TRANSPORT' : 'OTHER',
});

/** A month before the law is owed at the law's first price. */
const pricedMonth = (from: Month, ahead: number): Month => {
  const month = addMonthsTo(from, ahead);
  const first = monthOf(localDate(L0_FROM));
  if (month < first) return first;
  return month;
};

/** C-08: three months at most, each at the price of its own month. */
const arrearsSum = (
  membership: Membership,
  [cover, eventDate]: readonly [BenefitCover, LocalDate],
  law: LawReader,
): bigint => {
  const { paidThrough, monthlyIdr, incomeIdr, payer, sector } = membership;
  const { monthsMax } = law.must(law.book['C-08'], eventDate).value;
  const months = Math.min(cover.unpaidMonths, monthsMax);
  if (monthlyIdr !== null) return BigInt(months) * monthlyIdr;
  if (paidThrough === null) return 0n;
  const owed = Array.from({ length: months }, (_, index) => pricedMonth(paidThrough, index + 1));
  return owed.reduce(
    (sum, month) => sum + totalOf(contributionOf({ month, incomeIdr, payer, sector }, law).lines),
    0n,
  );
};

export type CoverResult = {
  readonly isCovered: boolean;
  readonly flags: readonly Flag[];
  figures(totalIdr: bigint): Figures;
};

const COVER_FLAGS: Readonly<Record<BenefitCover['state'], readonly Flag[]>> = {
  ACTIVE: [],
  GRACE: ['ARREARS_DUE'],
  LAPSED: ['LAPSED'],
  NOT_STARTED: [],
};

export const coverResult = (
  membership: Membership,
  eventDate: LocalDate,
  law: LawReader,
): CoverResult => {
  const { start, paidThrough } = membership;
  const cover = benefitCover({ membershipStart: start, paidThrough, eventDate }, law);
  const owed = cover.state === 'GRACE' ? arrearsSum(membership, [cover, eventDate], law) : 0n;
  const arrears = arrearsOf(cover, owed, eventDate, law);
  return {
    isCovered: cover.state === 'ACTIVE' || cover.state === 'GRACE',
    flags: COVER_FLAGS[cover.state],
    figures: (totalIdr) => ({
      coverage_state: cover.state,
      unpaid_months: cover.unpaidMonths,
      arrears_due: arrears.dueIdr,
      payment_blocked: arrears.blocked,
      payable_before_arrears_settled: arrears.blocked ? 0n : totalIdr,
      payable_after_arrears_settled: totalIdr,
    }),
  };
};

/** T-09: past the time bar nothing is left; inside it the day of the claim changes nothing. */
export const expiryOf = (
  claimDate: LocalDate | null,
  eventDate: LocalDate,
  law: LawReader,
): { readonly isExpired: boolean; readonly flags: readonly Flag[] } => {
  const isExpired = claimDate !== null && jkkTimeBar(eventDate, claimDate, law).expired;
  return { isExpired, flags: isExpired ? ['EXPIRED'] : [] };
};

/** H-06: above this sum some lists of papers name an NPWP. */
const NPWP_ABOVE = 50_000_000n;

/** §6.3: what one BI-FAST transaction cannot carry goes by RTGS; the fund's part is not sent. */
export const railOf = (
  lines: readonly ExplainedLine[],
  eventDate: LocalDate,
  law: LawReader,
): { readonly flags: readonly Flag[]; readonly figures: Figures } => {
  const sent = totalOf(lines.filter((line) => line.payee !== FUND_PAYEE));
  if (sent === 0n) return { flags: [], figures: {} };
  if (sent > NPWP_ABOVE && law.find(law.book['H-06'], eventDate)?.value.npwp_asked === true)
    law.review('NPWP_ASKED', 'H-06');
  const isAbove = sent > law.must(law.book['BI-FAST'], eventDate).value.maxIdr;
  return {
    flags: isAbove ? ['ABOVE_BIFAST_LIMIT'] : [],
    figures: { payment_rail: isAbove ? 'RTGS' : 'BI_FAST' },
  };
};

const ADULT_AGE = 18;

const heirFacts = (fields: Fields, index: number, deathDate: LocalDate): NamedHeir => {
  const birthDate = fields.optionalDate('birth_date');
  const isYoung = birthDate !== null && ageOn(birthDate, deathDate) < ADULT_AGE;
  const guardian = fields.raw('guardian');
  return {
    ref: fields.optionalText('ref') ?? `h${index + 1}`,
    relation: (fields.optionalText('relation') ?? 'OTHER').toUpperCase(),
    minor: fields.flag('minor', isYoung),
    guardianRef: refOf(guardian),
    courtDetermination: fields.flag('court_determination'),
  };
};

/** `"p1"` or `{"ref": "p1", …}`. */
const refOf = (value: unknown): string | null => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || !('ref' in value)) return null;
  return typeof value.ref === 'string' ? value.ref : null;
};

const willFacts = (fields: Fields): Will | null => {
  const will = fields.optionalObject('will');
  if (will === null) return null;
  const ref = will.optionalText('ref') ?? refOf(will.raw('beneficiary')) ?? 'w1';
  const form = will.optionalText('form') ?? '';
  const said = will.flag('notarial_deed') || will.flag('notarial');
  return { ref, notarialDeed: said || form.toUpperCase().includes('NOTAR') };
};

export const familyFacts = (fields: Fields, deathDate: LocalDate): FamilyFacts => ({
  heirs:
    fields.optionalList('heirs')?.map((heir, index) => heirFacts(heir, index, deathDate)) ?? null,
  will: willFacts(fields),
  funeralArrangedBy: refOf(fields.raw('funeral_arranged_by')),
  deathDate,
});

/** Sums per payee, once every line has one. */
export const byPayee = (lines: readonly ExplainedLine[]): Figures => {
  const sums: Record<string, bigint> = {};
  for (const { payee, amountIdr } of lines) {
    if (payee === null) return {};
    sums[payee] = (sums[payee] ?? 0n) + amountIdr;
  }
  return lines.length === 0 ? {} : { total_by_payee: sums };
};
