// What stands between a checked claim and its recommendation.
import { refuse } from '../../decider.ts';
import type { ClaimDecision } from '../refusals.ts';
import type { ClaimState } from '../state.ts';

/** Every check holds, or a person says why a doubtful one may pass. */
export const checkObstacle = (
  { checks: made, binding }: ClaimState,
  reason: string | undefined,
): ClaimDecision | null => {
  // An authority's word binds, whatever our own checks say.
  const checks = binding === null ? (made ?? []) : [];
  const failing = checks.find((check) => check.verdict === 'FAILS');
  if (failing !== undefined) return refuse('CheckFails', { check: failing.code });
  const doubtful = checks.find((check) => check.verdict === 'REVIEW');
  if (doubtful === undefined || (reason ?? '').trim() !== '') return null;
  return refuse('ReviewNeedsReason', { check: doubtful.code });
};
