// A death is concluded to come from work or not; after a payment what differs is proposed beside it.
import { personsBehind, sharesPerson } from '../../actor.ts';
import { officeDay } from '../../calendar.ts';
import { accept, type Context, refuse } from '../../decider.ts';
import { lawVersionOn } from '../../rules/law-versions.ts';
import { conclusionRule } from '../../rules/routing.ts';
import { adjusted, isGranted } from '../adjustment/adjustment.ts';
import type { AdjustmentCause } from '../adjustment/adjustment-events.ts';
import { benefitsFor, checkClaim, checksOver } from '../assessment/assessment.ts';
import { sameFacts } from '../assessment/same-facts.ts';
import { completion, presentKinds } from '../documents/papers.ts';
import type { ClaimEvent } from '../events.ts';
import { evolveClaim } from '../evolve.ts';
import type { ClaimDecision, ClaimRefusal, ClaimWish } from '../refusals.ts';
import { claimStage, isOpenStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';
import type { DeathConcluded } from './death-events.ts';
import { isTooLateForSudden } from './death-state.ts';

type Wish = ClaimWish<'ConcludeDeath'>;

const isFromWork = ({ conclusion }: Pick<Wish, 'conclusion'>): boolean =>
  conclusion !== 'NOT_FROM_WORK' && conclusion !== 'NO_FORCE';

const accidentClaimFault = ({ accidentClaimId, accident, accidentDate }: Wish) => {
  if (accidentClaimId === null) return null;
  if (accident == null) return 'AccidentClaimUnknown';
  return accident.eventDate === accidentDate ? null : 'AccidentDateDiffers';
};

const accidentFault = (wish: Wish, { deathDate }: ClaimState): ClaimRefusal | null => {
  const { accidentDate, conclusion } = wish;
  if (!isFromWork(wish)) return accidentDate === null ? null : 'ConclusionDoesNotFit';
  if (accidentDate === null || deathDate === null) return 'AccidentDateMissing';
  if (accidentDate > deathDate) return 'DeathBeforeAccident';
  if (lawVersionOn(accidentDate) === null) return 'EventBeforeLaw';
  if (isTooLateForSudden({ conclusion, accidentDate }, deathDate)) return 'ConclusionDoesNotFit';
  return accidentClaimFault(wish);
};

const stageFault = (state: ClaimState): ClaimRefusal | null => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return 'ClaimUnknown';
  if (state.incident !== null) return 'NotADeath';
  const isDecided = stage === 'APPROVED' || stage === 'DETERMINED_BY_BRANCH';
  // A top-up that is being paid comes to its end first: two decisions cannot fall at once.
  if (isDecided && state.settledOnce) return 'PaymentUnderWay';
  return isOpenStage(stage) || isDecided || isGranted(state) ? null : 'ClaimNotOpen';
};

const fault = (wish: Wish, state: ClaimState): ClaimRefusal | null => {
  const wrong = stageFault(state) ?? accidentFault(wish, state);
  if (wrong !== null) return wrong;
  const day = wish.accidentDate ?? state.deathDate;
  if (day === null || conclusionRule(wish.conclusion, day) === null) return 'GroundNotInForce';
  if (wish.evidenceSha256.trim() === '') return 'EvidenceMissing';
  return wish.reason.trim() === '' ? 'ReasonMissing' : null;
};

/** The same word on the same proof says nothing new. */
const saysTheSame = (wish: Wish, { origin: { conclusion: before } }: ClaimState): boolean =>
  before !== null &&
  before.conclusion === wish.conclusion &&
  before.accidentDate === wish.accidentDate &&
  before.evidenceSha256 === wish.evidenceSha256 &&
  before.traffic === wish.traffic &&
  sameFacts(before.accident, wish.accident ?? null);

const concludedBy = (wish: Wish, state: ClaimState, { by, now }: Context): DeathConcluded => {
  const { conclusion, accidentDate, accident = null, evidenceSha256, reason, traffic } = wish;
  const concludedOn = officeDay(now);
  const { guarantee } = state.origin;
  const day = accidentDate ?? state.deathDate ?? concludedOn;
  const rule = conclusionRule(conclusion, day) ?? { ruleId: '', article: '' };
  return {
    type: 'DeathConcluded',
    data: {
      ...{ claimId: state.claimId, conclusion, fromWork: isFromWork(wish), accidentDate, accident },
      claimedOn: guarantee?.receivedOn ?? concludedOn,
      ...rule,
      ...{ evidenceSha256, reason, traffic },
      late: guarantee !== null && concludedOn > guarantee.concludeBy,
      decisionFell: state.verdict !== null && !state.settledOnce,
      ...{ concludedBy: personsBehind(by), concludedOn },
    },
  };
};

/** what stood is reversed line by line, what stands now is named, the difference proposed. */
const converted = (
  wish: Wish,
  { before, after }: { readonly before: ClaimState; readonly after: ClaimState },
  { now }: Context,
): readonly ClaimEvent[] => {
  const { cover, rules, evidenceSha256 } = wish;
  const { claimId, deathDate, heirs } = after;
  if (cover === null || deathDate === null) return [];
  const checks = checksOver(after, deathDate, { cover, today: officeDay(now) });
  const cause: AdjustmentCause = { kind: 'ORIGIN', reference: evidenceSha256 };
  const checked: ClaimEvent = { type: 'ChecksRecorded', data: { claimId, checks, cover } };
  const stands = benefitsFor(after, { cover, heirs, rules });
  const from = before.benefits;
  const conversion: readonly ClaimEvent[] =
    stands === null || from === null || stands.benefit === from.benefit
      ? []
      : [conversionOf(from, stands, cause)];
  return [checked, ...conversion, ...adjusted(after, { cover, rules }, cause)];
};

type Benefits = NonNullable<ClaimState['benefits']>;

const conversionOf = (before: Benefits, now: Benefits, cause: AdjustmentCause): ClaimEvent => {
  const { benefit: to, ...stands } = now;
  return {
    type: 'BenefitConverted',
    data: { ...stands, from: before.benefit, to, reversed: before.lines, cause },
  };
};

/** The file may be full for the benefit that is owed now; and what was checked is checked anew. */
const assessedAnew = (wish: Wish, after: ClaimState, context: Context): ClaimDecision => {
  const { cover, rules } = wish;
  const on = { today: officeDay(context.now), rules };
  const full = completion(after, presentKinds(after.documents), on);
  const state = full.reduce(evolveClaim, after);
  // Nobody had checked it yet: the first check will be made on what is known now anyway.
  if (after.checks === null || cover === null) return accept(...full);
  const again = checkClaim({ cover, ...(rules !== undefined && { rules }) }, state, context);
  return 'refused' in again ? again : accept<ClaimEvent>(...full, ...again.accepted);
};

export const concludeDeath = (wish: Wish, state: ClaimState, context: Context): ClaimDecision => {
  if (saysTheSame(wish, state)) return accept();
  if (sharesPerson(context.by, state.excluded)) return refuse('DeciderCannotDecideAgain');
  const wrong = fault(wish, state);
  if (wrong !== null)
    return refuse(wrong, { stage: claimStage(state), conclusion: wish.conclusion });
  const event = concludedBy(wish, state, context);
  const after = evolveClaim(state, event);
  if (state.settledOnce)
    return accept<ClaimEvent>(event, ...converted(wish, { before: state, after }, context));
  const anew = assessedAnew(wish, after, context);
  return 'refused' in anew ? anew : accept<ClaimEvent>(event, ...anew.accepted);
};
