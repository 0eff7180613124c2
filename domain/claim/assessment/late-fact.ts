// A fact of cover that came after the checks: the claim that rested on another one is judged anew.
import { accept, type Context, refuse } from '../../decider.ts';
import { adjusted } from '../adjustment/adjustment.ts';
import { checksNow } from '../adjustment/check-top-up.ts';
import type { ClaimEvent } from '../events.ts';
import type { ClaimDecision, ClaimWish } from '../refusals.ts';
import { claimStage, isOpenStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';
import type { CoverageState, CoverFacts } from './assessment-events.ts';
import { materialCover } from './assessment-state.ts';
import type { LateFactFound } from './late-fact-events.ts';
import type { RulesInForce } from './rule-version-events.ts';
import { sameFacts } from './same-facts.ts';

/** C-16: cover in arrears is cover; the payment waits for them. */
const isCovered = (state: CoverageState): boolean => state === 'ACTIVE' || state === 'GRACE';

const coverOfEvent = ({ state, unpaidMonths, membershipStart, paidThrough }: CoverFacts) => ({
  ...{ state, unpaidMonths, membershipStart, paidThrough },
});

/** Open claims are checked anew; one rejected without cover is opened again when there is cover. */
const effectOn = (
  state: ClaimState,
  before: CoverFacts,
  now: CoverFacts,
): LateFactFound['data']['effect'] | null => {
  const stage = claimStage(state);
  if (isOpenStage(stage)) return state.checksCurrent ? 'CHECK_AGAIN' : null;
  const isRegained = !isCovered(before.state) && isCovered(now.state);
  return stage === 'REJECTED' && isRegained ? 'REOPENED' : null;
};

type Found = {
  readonly cover: CoverFacts;
  readonly rules: RulesInForce | undefined;
  readonly cause: LateFactFound['data']['cause'];
};

/** What was decided stands: only what differs is proposed, on checks made over the new cover. */
const differing = (
  state: ClaimState,
  { cover, rules, cause }: Found,
  { now }: Context,
): readonly ClaimEvent[] => {
  const { claimId } = state;
  const proposed = adjusted(state, { cover, rules }, { kind: 'CONTRIBUTION', ...cause });
  // What waits for an approval is computed over this cover, even where it changes no sum.
  const isWaiting = state.topUp !== null;
  if (proposed.length === 0 && !isWaiting) return [];
  const checks = checksNow(state, { cover, now });
  return [{ type: 'ChecksRecorded', data: { claimId, checks, cover } }, ...proposed];
};

export const noteLateFact = (
  { cover, rules, cause }: ClaimWish<'NoteLateFact'>,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  if (claimStage(state) === 'UNKNOWN') return refuse('ClaimUnknown');
  if (cover === null) return refuse('CoverUnknown');
  // Never checked yet: whoever checks it will find the fact.
  if (state.cover === null) return accept();
  if (sameFacts(materialCover(state.cover), materialCover(cover))) return accept();
  const effect = effectOn(state, state.cover, cover);
  if (effect === null) return accept(...differing(state, { cover, rules, cause }, context));
  return accept({
    type: 'LateFactFound',
    data: {
      claimId: state.claimId,
      cause,
      before: coverOfEvent(state.cover),
      now: coverOfEvent(cover),
      position: cover.position,
      effect,
    },
  });
};
