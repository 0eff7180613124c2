// A claim leaves the desk by its family's wish, and comes back: withdrawn, opened again.
import { accept, type Context, refuse } from '../../decider.ts';
import type { ClaimEvent } from '../events.ts';
import { reopenedIncident } from '../incident/incident.ts';
import type { ClaimDecision, ClaimWish } from '../refusals.ts';
import { claimStage, isOpenStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';

const isBlank = (text: string): boolean => text.trim() === '';

export const withdrawClaim = (
  { reason, ground }: ClaimWish<'WithdrawClaim'>,
  state: ClaimState,
): ClaimDecision => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  if (stage === 'WITHDRAWN') return accept();
  if (!isOpenStage(stage)) return refuse('ClaimNotOpen', { stage });
  if (isBlank(reason)) return refuse('ReasonMissing');
  if (ground !== undefined && state.incident !== null) return refuse('NotADeath');
  const { claimId, workerId } = state;
  const withdrawn: ClaimEvent = { type: 'ClaimWithdrawn', data: { claimId, reason } };
  if (ground === undefined) return accept(withdrawn);
  return accept<ClaimEvent>(withdrawn, {
    type: 'DeathDisproved',
    data: { claimId, workerId, ground },
  });
};

/** Only a refused or withdrawn claim comes back: after a verdict there may be payables. */
export const reopenClaim = (
  { reason, rules }: ClaimWish<'ReopenClaim'>,
  state: ClaimState,
  { now }: Context,
): ClaimDecision => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  if (stage === 'REJECTED' || stage === 'WITHDRAWN' || stage === 'ROUTED_TO_JKN') {
    if (isBlank(reason)) return refuse('ReasonMissing');
    const { claimId } = state;
    const reopened: ClaimEvent = { type: 'ClaimReopened', data: { claimId, reason } };
    return accept<ClaimEvent>(reopened, ...reopenedIncident(state, { now, rules }));
  }
  const alreadySo = isOpenStage(stage) && state.steppedBack === 'REOPENED';
  return alreadySo ? accept() : refuse('ClaimNotClosed', { stage });
};
