// Decisions on the claim itself: recommended, approved or determined, returned, rejected, and back.
import { personsBehind, sharesPerson } from '../../actor.ts';
import { officeDay } from '../../calendar.ts';
import { accept, type Context, refuse } from '../../decider.ts';
import { parseRupiah, type RupiahText, sumTexts } from '../../money.ts';
import type { DueDate } from '../../rules/due-dates.ts';
import { NATIONAL_HOLIDAYS } from '../../rules/holidays.ts';
import { objectionBar } from '../../rules/objection-terms.ts';
import { type Recommendation, totalOf } from '../adjustment/adjustment-state.ts';
import { recommendTopUp } from '../adjustment/top-up.ts';
import { benefitsFor } from '../assessment/assessment.ts';
import { materialCover } from '../assessment/assessment-state.ts';
import { checkObstacle } from '../assessment/check-obstacle.ts';
import { lawOf } from '../assessment/law-of-claim.ts';
import type { RulesInForce } from '../assessment/rule-version-events.ts';
import { sameFacts } from '../assessment/same-facts.ts';
import type { ClaimStage } from '../events.ts';
import { heirFault, incidentBenefits } from '../incident/incident-assessment.ts';
import { isJkk } from '../kind.ts';
import type { ClaimDecision, ClaimRefusal, ClaimWish } from '../refusals.ts';
import { claimStage, isOpenStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';
import { deciderObstacle, tierObstacle } from './objection.ts';

const isBlank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/** A choice that waits, or rules by which the sum that was computed would be another. */
const rulesObstacle = (
  { rules }: Pick<ClaimWish<'RecommendClaim'>, 'rules'>,
  state: ClaimState,
): ClaimDecision | null => {
  const review = rules?.review ?? state.rulesReview;
  if (review !== null) return refuse('RulesUnderReview', { ruleset: review.to });
  if (rules === undefined) return null;
  const { cover, heirs, incident } = state;
  const payee = incident?.payee ?? null;
  const now =
    benefitsFor(state, { cover, heirs, rules }) ?? incidentBenefits(state, { cover, payee, rules });
  return now === null || sameFacts(now.lines, state.benefits?.lines)
    ? null
    : refuse('RulesChanged', { ruleset: rules.rulesetId });
};

/** The heirs of the death may have been determined anew since the payee of the accident was. */
const heirObstacle = (
  { heir }: Pick<ClaimWish<'RecommendClaim'>, 'heir'>,
  state: ClaimState,
): ClaimDecision | null => {
  const payee = state.incident?.payee ?? null;
  if (heir === undefined || payee === null) return null;
  const fault = heirFault({ payee, heir }, state);
  return fault === null ? null : refuse(fault);
};

const recommendationObstacle = (
  wish: ClaimWish<'RecommendClaim'>,
  state: ClaimState,
): ClaimDecision | null =>
  checkObstacle(state, wish.reason) ?? heirObstacle(wish, state) ?? rulesObstacle(wish, state);

const TOP_UP: readonly ClaimStage[] = ['TOP_UP_PROPOSED', 'TOP_UP_RECOMMENDED'];
const READY: readonly ClaimStage[] = ['READY_TO_RECOMMEND', 'RETURNED_TO_VERIFIER'];

const recommendWhole = (
  wish: ClaimWish<'RecommendClaim'>,
  state: ClaimState,
  { by }: Context,
): ClaimDecision => {
  const { mandate, reason } = wish;
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  if (stage === 'RECOMMENDED' && state.recommendation !== null) {
    const again = sameFacts(state.recommendation.by, personsBehind(by));
    return again ? accept() : refuse('ClaimAlreadyRecommended');
  }
  if (!isOpenStage(stage)) return refuse('ClaimNotOpen', { stage });
  if (!READY.includes(stage) || state.benefits === null) {
    return refuse('ClaimNotReady', { stage });
  }
  // Who decided what is objected to prepares no other decision on it either.
  if (sharesPerson(by, state.excluded)) return refuse('DeciderCannotDecideAgain');
  const obstacle = recommendationObstacle(wish, state);
  if (obstacle !== null) return obstacle;
  if (mandate === null) return refuse('MandateMissing');
  return accept({
    type: 'ClaimRecommended',
    data: {
      claimId: state.claimId,
      decision: state.decisions + 1,
      totalIdr: state.benefits.totalIdr,
      mandate,
      precheck: mandate.mode === 'TRACKS',
      recommendedBy: personsBehind(by),
      ...(reason !== undefined && !isBlank(reason) && { reason }),
    },
  });
};

export const recommendClaim = (
  wish: ClaimWish<'RecommendClaim'>,
  state: ClaimState,
  context: Context,
): ClaimDecision =>
  TOP_UP.includes(claimStage(state))
    ? recommendTopUp(wish, state, context)
    : recommendWhole(wish, state, context);

/** Facts that moved since the recommendation; the first one found stops the approval. */
const lateFact = (wish: ClaimWish<'ApproveClaim'>, state: ClaimState): ClaimRefusal | null => {
  if (!state.checksCurrent) return 'ChecksOutdated';
  if (wish.cover === null || state.cover === null) return 'CoverUnknown';
  if (!sameFacts(materialCover(wish.cover), materialCover(state.cover))) return 'CoverChanged';
  if (state.benefits?.paymentBlocked !== false) return 'ArrearsDue';
  return null;
};

/** The cover that a difference was computed from must still stand. */
const coverMoved = (wish: ClaimWish<'ApproveClaim'>, state: ClaimState): ClaimRefusal | null => {
  if (wish.cover === null || state.cover === null) return 'CoverUnknown';
  if (!sameFacts(materialCover(wish.cover), materialCover(state.cover))) return 'CoverChanged';
  // C-16: arrears come first for every payment of a claim, the later ones too.
  const { heirs, incident } = state;
  const over = { cover: wish.cover, rules: wish.rules };
  const benefits =
    benefitsFor(state, { ...over, heirs }) ??
    incidentBenefits(state, { ...over, payee: incident?.payee ?? null });
  return benefits?.paymentBlocked === false ? null : 'ArrearsDue';
};

const whatMoved = (wish: ClaimWish<'ApproveClaim'>, state: ClaimState): ClaimDecision | null => {
  // A top-up is the difference of a decision that keeps its rules.
  const isWhole = claimStage(state) === 'RECOMMENDED';
  const late = isWhole ? lateFact(wish, state) : coverMoved(wish, state);
  if (late !== null) return refuse(late);
  return isWhole ? (heirObstacle(wish, state) ?? rulesObstacle(wish, state)) : null;
};

/** from the day of the decision on a family may object to it. */
const objectBy = ({ now }: Pick<Context, 'now'>, rules: RulesInForce | undefined): DueDate =>
  objectionBar(officeDay(now), NATIONAL_HOLIDAYS, lawOf(rules));

/** TRACKS: the branch's verdict is recorded, never replaced by ours. */
const reportDetermination = (
  { determination, rules }: ClaimWish<'ApproveClaim'>,
  state: ClaimState,
  { recommendation, context }: { recommendation: Recommendation; context: Context },
): ClaimDecision => {
  if (determination === undefined || isBlank(determination.reference)) {
    return refuse('DeterminationMissing');
  }
  const { determinedIdr, reference, determinedOn } = determination;
  if (parseRupiah(determinedIdr) <= 0n) return refuse('AmountNotPositive');
  if (determinedOn > officeDay(context.now)) return refuse('DeterminationInFuture');
  const differs = determinedIdr !== recommendation.totalIdr;
  // Of one sum for several payees nobody could say what was granted to whom.
  if (differs && (state.topUp?.shares ?? []).length > 1) return refuse('DeterminationNotSplit');
  return accept({
    type: 'DeterminationReported',
    data: {
      claimId: state.claimId,
      decision: recommendation.decision,
      determinedIdr,
      computedIdr: recommendation.totalIdr,
      differs,
      reference,
      determinedOn,
      recommendedBy: state.recommenders,
      approvedBy: personsBehind(context.by),
      objectBy: objectBy(context, rules),
    },
  });
};

/** What waits for an approval: the claim, or the top-up of a paid one. */
const recommendedNow = (stage: ClaimStage, state: ClaimState): Recommendation | null => {
  if (stage === 'RECOMMENDED') return state.recommendation;
  return stage === 'TOP_UP_RECOMMENDED' ? (state.topUp?.recommended ?? null) : null;
};

/** The same officer's same wish; anybody else's comes too late. */
const alreadyDecided = (
  { totalIdr, determination }: ClaimWish<'ApproveClaim'>,
  state: ClaimState,
  { by }: Context,
): boolean => {
  const { verdict } = state;
  const isWaiting = recommendedNow(claimStage(state), state) !== null;
  if (verdict === null || isWaiting || !sameFacts(verdict.by, personsBehind(by))) return false;
  if (verdict.kind === 'APPROVED') return verdict.totalIdr === totalIdr;
  return (
    verdict.totalIdr === determination?.determinedIdr &&
    verdict.reference === determination.reference
  );
};

/** A letter's limit is the limit of the case: what was granted before a top-up counts. */
const sumOfCase = (stage: ClaimStage, { granted, benefits }: ClaimState, totalIdr: RupiahText) => {
  const before = stage === 'TOP_UP_RECOMMENDED' ? [totalOf(granted)] : [];
  return { amountIdr: sumTexts([...before, totalIdr]), benefit: benefits?.benefit ?? '' };
};

export const approveClaim = (
  wish: ClaimWish<'ApproveClaim'>,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  if (alreadyDecided(wish, state, context)) return accept();
  const recommendation = recommendedNow(stage, state);
  if (recommendation === null) return refuse('ClaimNotRecommended', { stage });
  const { claimId } = state;
  // Also somebody whose recommendation was returned: four different persons on one case.
  if (sharesPerson(context.by, state.recommenders)) return refuse('RecommenderCannotApprove');
  const obstacle = deciderObstacle(state, context.by);
  if (obstacle !== null) return refuse(obstacle);
  const { totalIdr } = recommendation;
  if (wish.totalIdr !== totalIdr) return refuse('TotalChanged', { totalIdr, seen: wish.totalIdr });
  const moved = whatMoved(wish, state);
  if (moved !== null) return moved;
  if (recommendation.mandate.mode === 'TRACKS') {
    return reportDetermination(wish, state, { recommendation, context });
  }
  if (wish.determination !== undefined) return refuse('DeterminationNotExpected');
  const tier = tierObstacle(context.by, sumOfCase(stage, state, totalIdr));
  if (tier !== null) return refuse(tier.code, tier.facts);
  return accept({
    type: 'ClaimApproved',
    data: {
      claimId,
      decision: recommendation.decision,
      totalIdr,
      recommendedBy: state.recommenders,
      approvedBy: personsBehind(context.by),
      decidedOn: officeDay(context.now),
      objectBy: objectBy(context, wish.rules),
    },
  });
};

export const returnClaim = (
  { reason }: ClaimWish<'ReturnClaim'>,
  state: ClaimState,
): ClaimDecision => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  if (recommendedNow(stage, state) !== null) {
    if (isBlank(reason)) return refuse('ReasonMissing');
    return accept({ type: 'ClaimReturned', data: { claimId: state.claimId, reason } });
  }
  const alreadySo =
    stage === 'TOP_UP_PROPOSED'
      ? state.topUp?.returned === true
      : isOpenStage(stage) && state.steppedBack === 'RETURNED';
  return alreadySo ? accept() : refuse('ClaimNotRecommended', { stage });
};

export const rejectClaim = (
  wish: ClaimWish<'RejectClaim'>,
  state: ClaimState,
  { by, now }: Context,
): ClaimDecision => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  if (stage === 'REJECTED') return accept();
  if (!isOpenStage(stage)) return refuse('ClaimNotOpen', { stage });
  const { reason, article, cure, code } = wish;
  if (isBlank(reason)) return refuse('ReasonMissing');
  if (isBlank(article)) return refuse('ArticleMissing');
  if (isBlank(cure)) return refuse('CureMissing');
  // T-09 bars the right to benefits of JKK; for a death of JKM no bar is known (T-10).
  if (code === 'TIME_BARRED' && !isJkk(state)) return refuse('GroundNotInForce');
  // Also somebody whose recommendation was returned: they have taken a side in this case.
  const recommendedBy = state.recommenders;
  if (sharesPerson(by, recommendedBy)) return refuse('RecommenderCannotReject');
  const obstacle = deciderObstacle(state, by);
  if (obstacle !== null) return refuse(obstacle);
  const { claimId } = state;
  const rejectedBy = personsBehind(by);
  return accept({
    type: 'ClaimRejected',
    data: {
      ...{ claimId, reason, article, cure, recommendedBy, rejectedBy },
      ...(code !== undefined && { code }),
      decidedOn: officeDay(now),
      objectBy: objectBy({ now }, wish.rules),
    },
  });
};
