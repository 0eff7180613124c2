// What a claim itself says about money: a sum demanded back, and what was paid before it was ours.
import type { ClaimMandate } from '../claim/decision/decision-events.ts';
import type { ClaimEvent } from '../claim/events.ts';
import { type Balances, moved } from './accounts.ts';

export type ClaimMoney = {
  /** The purse of the newest recommendation: nothing was paid from it until somebody decides. */
  readonly recommended: ClaimMandate | null;
  /** The purse of the newest decision: what is demanded back goes there. */
  readonly mandate: ClaimMandate | null;
};

/** A top-up needs no posting of its own: approved, it is a payable like any other. */
export const claimMoneyAfter = (
  money: ClaimMoney | undefined,
  event: ClaimEvent,
): ClaimMoney | undefined => {
  switch (event.type) {
    case 'ClaimRecommended':
      return { mandate: money?.mandate ?? null, recommended: event.data.mandate };
    case 'ClaimApproved':
    case 'DeterminationReported':
      return money && { ...money, mandate: money.recommended ?? money.mandate };
    case 'ClaimPaidBefore':
      return { mandate: event.data.mandate, recommended: null };
    default:
      return money;
  }
};

/** What this one event moves; a sum that is waived stays the expense it was. */
export const claimPosting = (mandate: ClaimMandate, event: ClaimEvent): Balances => {
  const isOurs = mandate.mode === 'DISBURSES';
  if (event.type === 'ClaimPaidBefore') {
    const { paidIdr } = event.data;
    return isOurs
      ? moved('EXPENSE', 'TAKEN_OVER', paidIdr)
      : moved('TRACKED', 'TRACKED_TAKEN_OVER', paidIdr);
  }
  if (event.type === 'RecoveryRepaid')
    return isOurs
      ? moved('BANK', 'RECEIVABLE', event.data.amountIdr)
      : moved('TRACKED_REPORTED', 'TRACKED_RECEIVABLE', event.data.amountIdr);
  if (event.type !== 'RecoveryDecided' || event.data.outcome !== 'DEMAND') return {};
  const { amountIdr } = event.data;
  return isOurs
    ? moved('RECEIVABLE', 'EXPENSE', amountIdr)
    : moved('TRACKED_RECEIVABLE', 'TRACKED', amountIdr);
};
