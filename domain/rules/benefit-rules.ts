// What every rule calculation answers: explained lines, flags, the law version that set the figures.
import type { LocalDate } from '../calendar.ts';
import type { BenefitLine, CoverageState } from '../claim/assessment/assessment-events.ts';

export type JkmFacts = {
  readonly membershipStart: LocalDate;
  readonly deathDate: LocalDate;
  readonly coverage: CoverageState;
  readonly unpaidMonths: number;
  readonly monthlyContributionIdr: bigint;
  /** True when no heir of any rank exists: funeral to its organiser, the rest stays in the fund. */
  readonly noHeir: boolean;
  readonly payee: string;
};

export type BenefitResult = {
  readonly lawVersion: string;
  readonly rulesetId: string;
  readonly lines: readonly BenefitLine[];
  readonly totalIdr: bigint;
  readonly flags: readonly string[];
  readonly arrearsDueIdr: bigint;
  readonly paymentBlocked: boolean;
};
