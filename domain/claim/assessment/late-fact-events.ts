// A fact of cover that became known after a claim was checked.
import type { CoverFacts } from './assessment-events.ts';

type CoverSeen = Pick<CoverFacts, 'state' | 'unpaidMonths' | 'membershipStart' | 'paidThrough'>;

/** A payment or decision that became known after the checks changes the cover they rested on. */
export type LateFactFound = {
  readonly type: 'LateFactFound';
  readonly data: {
    readonly claimId: string;
    /** The event that brought the fact. */
    readonly cause: { readonly streamId: string; readonly position: string };
    readonly before: CoverSeen;
    readonly now: CoverSeen;
    /** Safe position at which the cover was read again. */
    readonly position: string;
    readonly effect: 'CHECK_AGAIN' | 'REOPENED';
  };
};
