// A due day that passed goes up by itself; the superior answers with what is done about it.
import type { Act } from '../../actor.ts';
import { personsBehind } from '../../actor.ts';
import { accept, type Context, refuse } from '../../decider.ts';
import type { DueDate } from '../../rules/due-dates.ts';
import type { ClaimEvent } from '../events.ts';
import type { ClaimDecision, ClaimWish } from '../refusals.ts';
import { claimStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';
import type { LateParty } from './escalation-events.ts';

/** The role above each party: whoever approves, releases, or speaks with the branch for the sponsor. */
const SUPERIOR: Readonly<Record<LateParty, Act>> = {
  VERIFIER: 'approve-claim',
  APPROVER: 'approve-claim',
  TREASURER: 'release-run',
  BPJS_BRANCH: 'manage-programme',
};

export const SUPERIOR_ACTS: readonly Act[] = [...new Set(Object.values(SUPERIOR))];

const lateParty = (state: ClaimState): LateParty => {
  switch (claimStage(state)) {
    case 'RECOMMENDED':
      return state.recommendation?.mandate.mode === 'TRACKS' ? 'BPJS_BRANCH' : 'APPROVER';
    case 'APPROVED':
      return 'TREASURER';
    case 'DETERMINED_BY_BRANCH':
      return 'BPJS_BRANCH';
    default:
      return 'VERIFIER';
  }
};

/** The family's own clocks run out without anybody above them; a past that is entered is over. */
export const escalated = (
  { code, dueOn }: Pick<DueDate, 'code' | 'dueOn'>,
  state: ClaimState,
  { origin }: Context,
): readonly ClaimEvent[] => {
  if (code === 'CLAIM_WITHIN_5_YEARS' || origin === 'historic') return [];
  const late = lateParty(state);
  const data = { claimId: state.claimId, code, dueOn, late, to: SUPERIOR[late] };
  return [{ type: 'DeadlineEscalated', data }];
};

export const answerEscalation = (
  { code, measure, holds }: ClaimWish<'AnswerEscalation'>,
  state: ClaimState,
  { by }: Context,
): ClaimDecision => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  const open = state.escalations.find((escalation) => escalation.code === code);
  if (open === undefined)
    return state.escalationsAnswered.includes(code) ? accept() : refuse('NothingEscalated');
  if (!holds.includes(open.to)) return refuse('EscalatedToAnotherRole', { act: open.to });
  // What an approver let pass is for somebody whose letter sets no limit.
  if (open.late === 'APPROVER' && by.limits !== undefined) return refuse('EscalatedToHigher');
  if (measure.trim() === '') return refuse('ReasonMissing');
  const { claimId } = state;
  const { dueOn } = open;
  const answeredBy = personsBehind(by);
  return accept({
    type: 'EscalationAnswered',
    data: { claimId, code, dueOn, measure, answeredBy },
  });
};
