// Why what is due of a decided claim waits: too much is known, or the death may be one of work.
import { isDecisionInDoubt } from '../death/death-state.ts';
import type { ClaimState } from '../state.ts';

export type Hold =
  | { readonly because: 'RECOVERY_PROPOSED'; readonly proposal: number }
  | { readonly because: 'SUSPECTED_FROM_WORK' };

/** Null: whatever is due may be paid. */
export const holdOf = (state: ClaimState): Hold | null => {
  const { recovery, closed } = state;
  // An overpayment that is known before the money goes out, and that nobody decided yet.
  if (closed === null && recovery !== null && recovery.decided === null)
    return { because: 'RECOVERY_PROPOSED', proposal: recovery.proposal };
  return isDecisionInDoubt(state) ? { because: 'SUSPECTED_FROM_WORK' } : null;
};
