// The day of death was wrong: the checks and the benefit are made again, and a decision on it falls.
import { officeDay } from '../../calendar.ts';
import { accept, type Context, refuse } from '../../decider.ts';
import { lawVersionOn } from '../../rules/law-versions.ts';
import { adjusted, isGranted } from '../adjustment/adjustment.ts';
import { checkClaim, checksOver } from '../assessment/assessment.ts';
import { fromWork, isTooLateForSudden } from '../death/death-state.ts';
import type { ClaimEvent } from '../events.ts';
import { evolveClaim } from '../evolve.ts';
import type { ClaimDecision, ClaimRefusal, ClaimWish } from '../refusals.ts';
import { claimStage, isOpenStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';

type Wish = ClaimWish<'CorrectDeathDate'>;

const dayFault = ({ deathDate }: Wish, state: ClaimState): ClaimRefusal | null => {
  if (lawVersionOn(deathDate) === null) return 'DeathBeforeLaw';
  const concluded = fromWork(state);
  if (concluded === null) return null;
  if (deathDate < concluded.accidentDate) return 'DeathBeforeAccident';
  return isTooLateForSudden(concluded, deathDate) ? 'NoLongerSudden' : null;
};

const fault = (wish: Wish, state: ClaimState, { now }: Context): ClaimRefusal | null => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return 'ClaimUnknown';
  if (state.incident !== null || state.deathDate === null) return 'NotADeath';
  const isDecided = stage === 'APPROVED' || stage === 'DETERMINED_BY_BRANCH';
  // A top-up that is being paid comes to its end first: two decisions cannot fall at once.
  if (isDecided && state.settledOnce) return 'PaymentUnderWay';
  if (!isOpenStage(stage) && !isDecided && !isGranted(state)) return 'ClaimNotOpen';
  if (wish.deathDate > officeDay(now)) return 'DeathDateInFuture';
  const wrong = dayFault(wish, state);
  if (wrong !== null) return wrong;
  if (wish.evidenceSha256.trim() === '') return 'EvidenceMissing';
  return wish.reason.trim() === '' ? 'ReasonMissing' : null;
};

/** Paid on the wrong day: what differs is proposed, with the correction as its cause. */
const differing = (
  { cover, rules, evidenceSha256 }: Wish,
  state: ClaimState,
  { now }: Context,
): readonly ClaimEvent[] => {
  const { claimId, deathDate } = state;
  if (cover === null || deathDate === null) return [];
  const checks = checksOver(state, deathDate, { cover, today: officeDay(now) });
  const cause = { kind: 'DEATH_DATE', reference: evidenceSha256 } as const;
  return [
    { type: 'ChecksRecorded', data: { claimId, checks, cover } },
    ...adjusted(state, { cover, rules }, cause),
  ];
};

/** Whoever decided on it decides again: nothing of the old day is carried into a payment. */
export const correctDeathDate = (
  wish: Wish,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  const problem = fault(wish, state, context);
  if (problem !== null || state.deathDate === null)
    return refuse(problem ?? 'ClaimUnknown', { stage: claimStage(state) });
  if (wish.deathDate === state.deathDate) return accept();
  const { claimId, workerId, deathDate: before, checks } = state;
  const { deathDate, evidenceSha256, reason, cover } = wish;
  const isPaid = state.settledOnce;
  const decisionFell = state.verdict !== null && !isPaid;
  const corrected: ClaimEvent = {
    type: 'DeathDateCorrected',
    data: { claimId, workerId, before, deathDate, evidenceSha256, reason, decisionFell },
  };
  if (isPaid)
    return accept<ClaimEvent>(
      corrected,
      ...differing(wish, evolveClaim(state, corrected), context),
    );
  // Nobody had checked it yet: the first check will be made on the right day anyway.
  if (checks === null || cover === null) return accept(corrected);
  const again = checkClaim(
    { cover, ...(wish.rules !== undefined && { rules: wish.rules }) },
    evolveClaim(state, corrected),
    context,
  );
  return 'refused' in again ? again : accept<ClaimEvent>(corrected, ...again.accepted);
};
