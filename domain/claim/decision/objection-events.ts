// What is recorded when a family objects to a decision, and when a doubtful case goes up.
import type { LocalDate } from '../../calendar.ts';
import type { Sealed } from '../../sealed.ts';
import type { RulesInForce } from '../assessment/rule-version-events.ts';
import type { ReporterRelation } from '../intake/report-events.ts';

/** The decision is taken again, by persons who had no part in it. */
export type DecisionObjected = {
  readonly type: 'DecisionObjected';
  readonly data: {
    readonly claimId: string;
    readonly objectionId: string;
    /** What is objected to: a rejection, being led to JKN, or what a decision granted. */
    readonly against: 'REJECTED' | 'ROUTED_TO_JKN' | 'GRANTED';
    readonly relation: ReporterRelation;
    readonly objector: Sealed;
    readonly grounds: Sealed;
    /** Hex SHA-256 of the kept letter or proof; null for an objection told at the counter. */
    readonly evidenceSha256: string | null;
    readonly objectedOn: LocalDate;
    /** Last day of the time bar; null where the day of the decision is not known. */
    readonly barOn: LocalDate | null;
    /** It came after that day. Whether the bar holds here is doubtful: persons weigh it. */
    readonly late?: true;
    readonly answerDueOn: LocalDate;
    readonly calendarVersion: string;
    readonly ruleId: string;
    /** Who decided before: none of them decides again. */
    readonly decidedBy: readonly string[];
  };
};

export const OBJECTION_OUTCOMES = ['UPHELD', 'DISMISSED'] as const;

/** The answer to an objection to what was granted; one to a rejection is answered by deciding anew. */
export type ObjectionAnswered = {
  readonly type: 'ObjectionAnswered';
  readonly data: {
    readonly claimId: string;
    readonly objectionId: string;
    readonly outcome: (typeof OBJECTION_OUTCOMES)[number];
    readonly reason: string;
    readonly article: string;
    readonly answeredBy: readonly string[];
    readonly answeredOn: LocalDate;
    /** Nothing was paid yet: the decision and its payables are gone, and the claim is judged anew. */
    readonly decisionFell: boolean;
  };
};

/** A doubtful case goes up: only somebody whose letter sets no limit decides it now. */
export type ClaimEscalated = {
  readonly type: 'ClaimEscalated';
  readonly data: {
    readonly claimId: string;
    readonly reason: string;
    readonly escalatedBy: readonly string[];
  };
};

export type ObjectToDecision = {
  readonly type: 'ObjectToDecision';
  readonly data: Pick<
    DecisionObjected['data'],
    'objectionId' | 'relation' | 'objector' | 'grounds' | 'evidenceSha256' | 'objectedOn'
  > & {
    /** Collected. */
    readonly rules?: RulesInForce;
  };
};

export type AnswerObjection = {
  readonly type: 'AnswerObjection';
  readonly data: Pick<ObjectionAnswered['data'], 'outcome' | 'reason' | 'article'>;
};

export type EscalateClaim = {
  readonly type: 'EscalateClaim';
  readonly data: { readonly reason: string };
};
