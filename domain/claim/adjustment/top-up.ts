// A proposed top-up is decided like a claim: one person recommends it, another approves it.
import { personsBehind, sharesPerson } from '../../actor.ts';
import { accept, type Context, refuse } from '../../decider.ts';
import { checkObstacle } from '../assessment/check-obstacle.ts';
import { sameFacts } from '../assessment/same-facts.ts';
import type { ClaimDecision, ClaimWish } from '../refusals.ts';
import { claimStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';

/** The doctor spoke again, and what is stated now decides what is owed; an authority's word binds anyway. */
export const isStatementAwaited = ({ incident, binding }: ClaimState): boolean =>
  binding === null && incident?.secondStage != null && incident.medical === null;

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
  // Four different persons on one case: who decided before is not the first of the next four.
  if (sharesPerson(by, state.everDecided)) return refuse('DeciderCannotRecommend');
  if (isStatementAwaited(state)) return refuse('ClaimNotReady', { stage: claimStage(state) });
  // Of an accident the later fact itself asks for papers: they are looked at first.
  if (state.incident !== null && !state.checksCurrent) return refuse('ChecksOutdated');
  const obstacle = checkObstacle(state, reason);
  if (obstacle !== null) return obstacle;
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
