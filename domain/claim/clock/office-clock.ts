// Whether a clock of the law still runs in a claim: what it waits for has not come.
import type { ClockCode } from '../../rules/due-dates.ts';
import { isOriginOpen } from '../death/death-state.ts';
import type { ClaimStage } from '../events.ts';
import { claimStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';

/** T-07 speaks of the day of payment, so an approved claim that is not paid yet can still be late. */
const PAYMENT_ENDS_AT: readonly ClaimStage[] = [
  'SETTLED',
  'REPORTED_PAID',
  'REJECTED',
  'WITHDRAWN',
  'ROUTED_TO_JKN',
];

/** Before a payment, or after one that may have been of the wrong benefit. */
const SUSPECTED: readonly ClaimStage[] = ['SUSPECTED', 'SUSPECTED_AFTER_PAYMENT'];

/** A decision that is on its way to be paid ends no suspicion. */
const isDecidedInDoubt = (state: ClaimState): boolean =>
  isOriginOpen(state) && state.verdict !== null && state.closed === null;

const isEnd = (state: ClaimState): boolean => PAYMENT_ENDS_AT.includes(claimStage(state));

export const isClockOpen = (code: ClockCode, state: ClaimState): boolean => {
  switch (code) {
    // Waited for while it is suspected.
    case 'CONCLUDE_WITHIN_30_DAYS':
      return SUSPECTED.includes(claimStage(state)) || isDecidedInDoubt(state);
    // From complete papers on, for the first payment: a difference has no day of the law.
    case 'PAY_WITHIN_3_WORKING_DAYS':
    case 'PAY_WITHIN_7_WORKING_DAYS':
      return !state.settledOnce && !isEnd(state) && state.documentsComplete;
    case 'ANSWER_OBJECTION':
      return state.answerDueOn !== null;
    // T-09: until the application; whoever never applies loses the right.
    case 'CLAIM_WITHIN_5_YEARS':
      return state.incident !== null && state.incident.secondStage === null && !isEnd(state);
    // Ended by the very report that tells of them, or by the family's objection to a closed claim.
    case 'REPORT_WITHIN_48_HOURS':
    case 'APPLY_WITHIN_48_HOURS':
    case 'OBJECT_TO_DECISION':
      return false;
    default:
      return code satisfies never;
  }
};
