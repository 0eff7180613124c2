// What stands between a checked claim and its recommendation.
import { refuse } from '../../decider.ts';
import { openVisits } from '../field/field-state.ts';
import type { ClaimDecision } from '../refusals.ts';
import type { ClaimState } from '../state.ts';

/** Every check holds, or a person says why a doubtful one may pass. */
export const checkObstacle = (
  state: ClaimState,
  reason: string | undefined,
): ClaimDecision | null => {
  const { checks: made, binding, settledOnce } = state;
  const [visit] = binding === null && !settledOnce ? openVisits(state) : [];
  if (visit !== undefined) return refuse('FieldVisitOpen', { visit: visit.visit });
  // An authority's word binds, whatever our own checks say.
  const checks = binding === null ? (made ?? []) : [];
  const failing = checks.find((check) => check.verdict === 'FAILS');
  if (failing !== undefined) return refuse('CheckFails', { check: failing.code });
  const doubtful = checks.find((check) => check.verdict === 'REVIEW');
  if (doubtful === undefined || (reason ?? '').trim() !== '') return null;
  return refuse('ReviewNeedsReason', { check: doubtful.code });
};
