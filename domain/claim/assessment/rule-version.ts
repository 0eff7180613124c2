// A claim meets a new version of the rule book: noted, or chosen by a person with a reason.
import { accept, refuse } from '../../decider.ts';
import type { ClaimDecision, ClaimWish } from '../refusals.ts';
import { claimStage, isOpenStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';
import type { RuleVersionCommand } from './rule-version-events.ts';

/** Noted once per version; a person's choice is never overwritten. */
const noteRuleVersion = (wish: ClaimWish<'NoteRuleVersion'>, state: ClaimState): ClaimDecision => {
  if (state.deathDate === null) return refuse('ClaimUnknown');
  if (state.ruleTreatments[wish.to] !== undefined) return accept();
  const { claimId } = state;
  return accept({ type: 'RuleVersionApplied', data: { claimId, ...wish } });
};

const chooseRuleVersion = (
  { choice, reason, rules }: ClaimWish<'ChooseRuleVersion'>,
  state: ClaimState,
): ClaimDecision => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  if (!isOpenStage(stage)) return refuse('ClaimNotOpen', { stage });
  const treatment = choice === 'PIN' ? 'PINNED' : 'MIGRATED';
  const review = rules?.review ?? state.rulesReview;
  if (review === null) {
    const last = Object.values(state.ruleTreatments).at(-1);
    return last === treatment ? accept() : refuse('NoRulesToChoose', { stage });
  }
  if (reason.trim() === '') return refuse('ReasonMissing');
  const { claimId } = state;
  const { from, to, before, after, cause } = review;
  return accept({
    type: 'RuleVersionApplied',
    data: { claimId, treatment, from, to, before, after, cause, reason },
  });
};

export const meetRules = (command: RuleVersionCommand, state: ClaimState): ClaimDecision =>
  command.type === 'NoteRuleVersion'
    ? noteRuleVersion(command.data, state)
    : chooseRuleVersion(command.data, state);
