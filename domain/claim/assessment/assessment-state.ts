// What checks and the rules they go by change of a claim.
import { assertNever } from '../../decider.ts';
import type { ClaimState } from '../state.ts';
import type { CheckResult, ChecksRecorded, CoverFacts } from './assessment-events.ts';
import type { LateFactFound } from './late-fact-events.ts';
import type { RuleVersionApplied } from './rule-version-events.ts';
import { sameFacts } from './same-facts.ts';

/** The part of the cover facts on which the benefit rests; positions and versions are not in it. */
export const materialCover = (cover: CoverFacts) => ({
  enrolled: cover.enrolled,
  membershipStart: cover.membershipStart,
  state: cover.state,
  unpaidMonths: cover.unpaidMonths,
  arrearsPerMonthIdr: cover.unpaidMonths === 0 ? null : cover.monthlyContributionIdr,
});

export const verdictsOf = (checks: readonly CheckResult[]): readonly string[] =>
  checks.map((check) => `${check.code} ${check.verdict}`);

const isBound = ({ binding }: ClaimState): boolean => binding !== null;

const isMember = ({ enrolled, membershipStart }: CoverFacts): boolean =>
  enrolled && membershipStart !== null;

/** Checks that say something else than those recommended upon take the recommendation away. */
export const onChecks = (
  state: ClaimState,
  { checks, cover }: ChecksRecorded['data'],
): ClaimState => {
  // What was decided stands; a difference is proposed, decided and paid beside it.
  if (state.verdict !== null || state.settledOnce)
    return { ...state, checks, cover, checksCurrent: true };
  const same =
    state.checks !== null &&
    state.cover !== null &&
    sameFacts(verdictsOf(state.checks), verdictsOf(checks)) &&
    sameFacts(materialCover(state.cover), materialCover(cover));
  return {
    ...state,
    checks,
    cover,
    checksCurrent: true,
    // Without an enrolled member there is no benefit to speak of, but what an authority said.
    benefits: isBound(state) || isMember(cover) ? state.benefits : null,
    recommendation: same ? state.recommendation : null,
  };
};

/** By other rules everything is checked anew; one that keeps its rules goes on as it stands. */
export const onRules = (state: ClaimState, data: RuleVersionApplied['data']): ClaimState => {
  const { [data.to]: _, ...earlier } = state.ruleTreatments;
  const ruleTreatments = { ...earlier, [data.to]: data.treatment };
  switch (data.treatment) {
    case 'REVIEW':
      return { ...state, ruleTreatments, rulesReview: data };
    case 'PINNED': {
      // Pinned by another version, what waits for a choice goes on waiting.
      const isChosen = state.rulesReview?.to === data.to;
      return { ...state, ruleTreatments, rulesReview: isChosen ? null : state.rulesReview };
    }
    case 'MIGRATED':
      return {
        ...state,
        ...{ ruleTreatments, rulesReview: null },
        ...{ checksCurrent: false, recommendation: null },
      };
    default:
      return assertNever(data.treatment, 'treatment');
  }
};

export const onLateFact = (state: ClaimState, { effect }: LateFactFound['data']): ClaimState => {
  const { closed, steppedBack } = state;
  const isReopened = effect === 'REOPENED';
  return {
    ...state,
    closed: isReopened ? null : closed,
    steppedBack: isReopened ? 'REOPENED' : steppedBack,
    checksCurrent: false,
    recommendation: null,
  };
};
