// What is recorded when time or money ends a claim.
import type { LocalDate } from '../../calendar.ts';
import type { RupiahText } from '../../money.ts';
import type { DueDate } from '../../rules/due-dates.ts';

/** A due day of the law ran out while the claim still waited. */
export type DeadlinePassed = {
  readonly type: 'DeadlinePassed';
  readonly data: {
    readonly claimId: string;
    readonly code: DueDate['code'];
    readonly dueOn: LocalDate;
    readonly calendarVersion: string;
    readonly ruleId: string;
  };
};

/** Every payable of the decision has come to its end. */
export type ClaimSettled = {
  readonly type: 'ClaimSettled';
  readonly data: {
    readonly claimId: string;
    readonly decision: number;
    readonly paidIdr: RupiahText;
    readonly retainedIdr: RupiahText;
    readonly outcome: 'SETTLED' | 'REPORTED_PAID';
  };
};
