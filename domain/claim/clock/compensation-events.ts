// What is recorded when a benefit of BPJS was paid after the day of the law: 1 % a day (T-08).
import type { LocalDate } from '../../calendar.ts';
import type { LateDayUnit } from '../../rules/book/deadline-rules.ts';
import type { BenefitLine } from '../assessment/assessment-events.ts';

/** Counted, not owed by a word yet: two persons decide it like any difference. */
export type LateCompensationFound = {
  readonly type: 'LateCompensationFound';
  readonly data: {
    readonly claimId: string;
    /** Last day of the clock that ran when it was paid: papers with the family made nobody late. */
    readonly dueOn: LocalDate;
    readonly paidOn: LocalDate;
    readonly lateDays: number;
    readonly unit: LateDayUnit;
    readonly calendarVersion: string;
    readonly rulesetId: string;
    /** One line for each payee, with its formula and article; what the fund keeps is paid to nobody. */
    readonly lines: readonly BenefitLine[];
  };
};

/** A verifier brings it before the next two persons. */
export type ProposeCompensation = {
  readonly type: 'ProposeCompensation';
  readonly data: { readonly reason: string };
};
