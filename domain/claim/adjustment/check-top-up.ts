// The checks of a paid claim with a difference: papers that came since, cover that moved since.
import { officeDay } from '../../calendar.ts';
import { accept, type Context, refuse } from '../../decider.ts';
import { checksOver, saysNothingNew } from '../assessment/assessment.ts';
import type { CheckResult, CoverFacts } from '../assessment/assessment-events.ts';
import type { ClaimEvent, ClaimStage } from '../events.ts';
import { incidentChecksOver } from '../incident/incident-assessment.ts';
import type { ClaimDecision, ClaimWish } from '../refusals.ts';
import { claimStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';
import { adjusted } from './adjustment.ts';
import type { AdjustmentCause } from './adjustment-events.ts';

/** Nothing else than cover can have moved without a word of its own on the claim. */
const causeOf = ({ position, sources }: CoverFacts): AdjustmentCause => ({
  ...{ kind: 'CONTRIBUTION', streamId: sources.at(-1)?.streamId ?? '', position },
});

const STAGES: readonly ClaimStage[] = ['TOP_UP_PROPOSED', 'RECOVERY_PROPOSED'];

/** The checks of a decided claim over the cover that is known now. */
export const checksNow = (
  state: ClaimState,
  { cover, now }: { readonly cover: CoverFacts; readonly now: string },
): readonly CheckResult[] => {
  const { deathDate, incident } = state;
  const over = { cover, today: officeDay(now) };
  if (incident !== null) return incidentChecksOver(state, incident, over);
  return deathDate === null ? [] : checksOver(state, deathDate, over);
};

/** A converted benefit asks for papers of its own: nothing more is paid before they are there. */
export const checkTopUp = (
  { cover, rules }: ClaimWish<'CheckClaim'>,
  state: ClaimState,
  { now }: Context,
): ClaimDecision => {
  const { claimId } = state;
  const stage = claimStage(state);
  if (cover === null) return refuse('CoverUnknown');
  const checks = checksNow(state, { cover, now });
  const proposed = adjusted(state, { cover, rules }, causeOf(cover));
  if (proposed.length === 0 && saysNothingNew(state, checks, cover)) return accept();
  if (!STAGES.includes(stage)) return refuse('ClaimNotOpen', { stage });
  return accept<ClaimEvent>(
    { type: 'ChecksRecorded', data: { claimId, checks, cover } },
    ...proposed,
  );
};
