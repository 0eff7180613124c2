// Cover as a benefit sees it: state at the event, arrears that block the payment (C-08 … C-23).
import { endOfMonth, type LocalDate, type Month, monthOf } from '../calendar.ts';
import type { CoverageState } from '../claim/assessment/assessment-events.ts';
import { COVER_RULES, coverOn } from './cover.ts';
import type { LawReader } from './read-law.ts';

export type MembershipFacts = {
  readonly membershipStart: LocalDate | null;
  /** Null: no month was ever paid (C-20). */
  readonly paidThrough: Month | null;
  readonly eventDate: LocalDate;
};

export type BenefitCover = { readonly state: CoverageState; readonly unpaidMonths: number };

/** C-23: by default the first day of the fourth unpaid month ends cover. */
const graceByLastDay = (
  facts: MembershipFacts,
  [unpaid, graceMonths]: readonly [number, number],
  law: LawReader,
): boolean => {
  if (unpaid !== graceMonths + 1) return false;
  const { lapse_on_day_of_fourth_month: day } = law.must(law.book['C-23'], facts.eventDate).value;
  return day === 'LAST' && facts.eventDate < endOfMonth(monthOf(facts.eventDate));
};

export const benefitCover = (facts: MembershipFacts, law: LawReader): BenefitCover => {
  const { eventDate, paidThrough } = facts;
  // A published case names no membership: it was paid.
  const membershipStart = facts.membershipStart ?? eventDate;
  const { graceMonths } = law.must(law.book['C-09'], eventDate).value;
  const cover = coverOn(
    { membershipStart, paidThrough, on: eventDate },
    { ...COVER_RULES, graceMonths },
  );
  if (cover.state === 'NOT_STARTED') {
    law.find(law.book['C-20'], eventDate);
    law.review(
      eventDate < membershipStart ? 'EVENT_BEFORE_MEMBERSHIP' : 'COVER_NOT_STARTED',
      'C-20',
    );
  }
  if (cover.state !== 'LAPSED') return cover;
  law.find(law.book['C-17'], eventDate);
  if (!graceByLastDay(facts, [cover.unpaidMonths, graceMonths], law)) return cover;
  return { state: 'GRACE', unpaidMonths: cover.unpaidMonths };
};

export type Arrears = { readonly dueIdr: bigint; readonly blocked: boolean };

/** C-10, C-16: arrears first, unless the book lets the sponsor settle them after the payment. */
export const arrearsBlock = (eventDate: LocalDate, law: LawReader): boolean =>
  law.find(law.book['C-10'], eventDate)?.value.sponsor_delay !== 'PAY_AND_TASK';

export const arrearsOf = (
  cover: BenefitCover,
  owedIdr: bigint,
  eventDate: LocalDate,
  law: LawReader,
): Arrears => {
  if (cover.state !== 'GRACE') return { dueIdr: 0n, blocked: false };
  law.find(law.book['C-16'], eventDate);
  return { dueIdr: owedIdr, blocked: arrearsBlock(eventDate, law) };
};
