// A proposed top-up is decided like a claim: one person recommends it, another approves it.
import { personsBehind } from '../actor.ts';
import { accept, type Context, refuse } from '../decider.ts';
import type { ClaimDecision, ClaimWish } from './refusals.ts';
import { sameFacts } from './same-facts.ts';
import { claimStage } from './stage.ts';
import type { ClaimState } from './state.ts';

export const recommendTopUp = (
  { mandate, reason = '' }: ClaimWish<'RecommendClaim'>,
  state: ClaimState,
  { by }: Context,
): ClaimDecision => {
  const { topUp, claimId } = state;
  if (topUp === null) return refuse('ClaimNotReady', { stage: claimStage(state) });
  if (topUp.recommended !== null) {
    const again = sameFacts(topUp.recommended.by, personsBehind(by));
    return again ? accept() : refuse('ClaimAlreadyRecommended');
  }
  if (mandate === null) return refuse('MandateMissing');
  return accept({
    type: 'ClaimRecommended',
    data: {
      claimId,
      decision: state.decisions + 1,
      totalIdr: topUp.amountIdr,
      mandate,
      precheck: mandate.mode === 'TRACKS',
      recommendedBy: personsBehind(by),
      ...(reason.trim() !== '' && { reason }),
      topUp: topUp.proposal,
    },
  });
};
