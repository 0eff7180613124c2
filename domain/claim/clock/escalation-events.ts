// What is recorded when a due day passed: the case goes to a named superior, who says what is done.
import type { Act } from '../../actor.ts';
import type { LocalDate } from '../../calendar.ts';
import type { ClockCode } from '../../rules/due-dates.ts';

/** Whoever let an office's clock run out. */
export const LATE_PARTIES = ['VERIFIER', 'APPROVER', 'TREASURER', 'BPJS_BRANCH'] as const;
export type LateParty = (typeof LATE_PARTIES)[number];

type Escalation = {
  readonly claimId: string;
  readonly code: ClockCode;
  readonly dueOn: LocalDate;
};

/** Sent up by the engine itself; nobody loses the case by it, somebody above must look. */
export type DeadlineEscalated = {
  readonly type: 'DeadlineEscalated';
  readonly data: Escalation & {
    readonly late: LateParty;
    /** The role above whoever is late. */
    readonly to: Act;
  };
};

export type EscalationAnswered = {
  readonly type: 'EscalationAnswered';
  readonly data: Escalation & {
    readonly measure: string;
    readonly answeredBy: readonly string[];
  };
};

export type AnswerEscalation = {
  readonly type: 'AnswerEscalation';
  readonly data: {
    readonly code: ClockCode;
    /** What is done so that the case goes on. */
    readonly measure: string;
    /** Collected: which of the superior roles this person holds here today. */
    readonly holds: readonly Act[];
  };
};
