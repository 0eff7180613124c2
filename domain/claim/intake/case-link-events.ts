// What is recorded when claims of one person are found to belong together: an accident and a death.
import type { LocalDate } from '../../calendar.ts';
import type { RulesInForce } from '../assessment/rule-version-events.ts';

/** Another claim of the same person, and the day that it speaks of. */
export type LinkedCase = {
  readonly claimId: string;
  readonly kind: 'DEATH' | 'INCIDENT';
  readonly day: LocalDate;
};

/** All other claims of the person, as they are known now; the last list counts. */
export type CasesLinked = {
  readonly type: 'CasesLinked';
  readonly data: { readonly claimId: string; readonly cases: readonly LinkedCase[] };
};

export type LinkCases = {
  readonly type: 'LinkCases';
  /** Read from the stream of the person. */
  readonly data: {
    readonly cases: readonly LinkedCase[];
    /** To a death: an accident that nobody found to be none of work was still being treated. */
    readonly suspects: boolean;
    readonly rules?: RulesInForce;
  };
};
