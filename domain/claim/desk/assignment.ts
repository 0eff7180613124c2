// Whose case it is: given to one verifier at a time, and given back; the last word is the log's.
import { accept, type Context, refuse } from '../../decider.ts';
import type { ClaimDecision, ClaimWish } from '../refusals.ts';
import { claimStage, isOpenStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';

const isBlank = (reason: string | null): boolean => (reason ?? '').trim() === '';

/** Two at once: one has it, the other hears who; taking it from somebody needs a reason. */
export const assignClaim = (
  { assignee, from, reason, isVerifier }: ClaimWish<'AssignClaim'>,
  state: ClaimState,
): ClaimDecision => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  if (!isOpenStage(stage)) return refuse('ClaimNotOpen', { stage });
  const { claimId, assignee: before } = state;
  if (before === assignee) return accept();
  if (before !== from) return refuse('ClaimAssignedToAnother', { assignee: before ?? '' });
  if (!isVerifier) return refuse('AssigneeNotVerifier', { assignee });
  if (before !== null && isBlank(reason)) return refuse('ReasonMissing');
  return accept({
    type: 'ClaimAssigned',
    data: { claimId, assignee, before, reason: isBlank(reason) ? null : reason },
  });
};

/** One's own case goes back without a word; another's only with a reason. */
export const releaseClaim = (
  { reason }: ClaimWish<'ReleaseClaim'>,
  { claimId, assignee, deathDate, incident }: ClaimState,
  { by }: Context,
): ClaimDecision => {
  if (deathDate === null && incident === null) return refuse('ClaimUnknown');
  if (assignee === null) return accept();
  if (assignee !== by.id && isBlank(reason)) return refuse('ReasonMissing');
  return accept({
    type: 'ClaimReleased',
    data: { claimId, assignee, reason: isBlank(reason) ? null : reason },
  });
};
