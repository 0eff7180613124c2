// A decided claim whose entitlement changed: a top-up or a recovery is proposed, with its cause.
import { personsBehind, sharesPerson } from '../../actor.ts';
import { officeDay } from '../../calendar.ts';
import { accept, type Context, refuse } from '../../decider.ts';
import { parseRupiah } from '../../money.ts';
import { benefitsFor, determination } from '../assessment/assessment.ts';
import type { CoverFacts } from '../assessment/assessment-events.ts';
import type { RulesInForce } from '../assessment/rule-version-events.ts';
import { sameFacts } from '../assessment/same-facts.ts';
import { deciderObstacle, tierObstacle } from '../decision/objection.ts';
import type { ClaimEvent } from '../events.ts';
import { incidentBenefits, incidentDetermination } from '../incident/incident-assessment.ts';
import type { ClaimDecision, ClaimWish } from '../refusals.ts';
import { claimStage, isOpenStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';
import type { AdjustmentCause, Difference, TopUpProposed } from './adjustment-events.ts';
import { byPayee, differences, totalOf } from './adjustment-state.ts';

/** Decided by us and not fallen: something was granted that a later fact may make wrong. */
export const isGranted = (state: ClaimState): boolean =>
  state.granted.length > 0 && (state.verdict !== null || state.settledOnce);

/** The facts of other streams that an entitlement rests on: cover, and the rules of the claim. */
type Over = { readonly cover: CoverFacts | null; readonly rules?: RulesInForce | undefined };

/** Who is paid, and what was applied for: without them nobody can say what is owed. */
const isApplied = ({ incident, heirs, binding }: ClaimState): boolean =>
  incident === null
    ? heirs !== null
    : incident.payee !== null && (binding !== null || incident.medical !== null);

/** What the claim would be entitled to over this cover; null where that cannot be said. */
const entitledOver = (state: ClaimState, { cover, rules }: Over) => {
  if (cover === null || !isApplied(state)) return null;
  const { heirs, incident } = state;
  const benefits =
    incident === null
      ? benefitsFor(state, { cover, heirs, rules })
      : incidentBenefits(state, { cover, payee: incident.payee, rules });
  const late = state.compensationProposed ? (state.compensation?.lines ?? []) : [];
  return benefits === null ? [] : byPayee([...benefits.lines, ...late]);
};

type Part = 'TOP_UP' | 'RECOVERY';

/** A recovery that was decided waits for nobody. */
const openRecovery = ({ recovery }: ClaimState) =>
  recovery === null || recovery.decided !== null ? null : recovery;

const openShares = (state: ClaimState, part: Part) =>
  (part === 'TOP_UP' ? state.topUp : openRecovery(state))?.shares ?? [];

type Sums = Pick<TopUpProposed['data'], 'entitledIdr' | 'grantedIdr' | 'cause'>;

/** One part of the difference: proposed anew, dropped, or as it was. */
const partOf = (
  state: ClaimState,
  { part, shares, proposal }: { part: Part; shares: readonly Difference[]; proposal: number },
  sums: Sums,
): readonly ClaimEvent[] => {
  if (sameFacts(shares, openShares(state, part))) return [];
  const { claimId, topUp, recovery } = state;
  if (shares.length === 0) {
    const open = part === 'TOP_UP' ? topUp : recovery;
    const { cause } = sums;
    const data = { claimId, dropped: part, proposal: open?.proposal ?? 0, cause };
    return [{ type: 'AdjustmentDropped', data }];
  }
  const data = { claimId, proposal, ...sums, amountIdr: totalOf(shares), shares };
  return [{ type: part === 'TOP_UP' ? 'TopUpProposed' : 'RecoveryProposed', data }];
};

/** Both kinds at once where one payee got too much and another too little. */
export const adjusted = (
  state: ClaimState,
  over: Over,
  cause: AdjustmentCause,
): readonly ClaimEvent[] => {
  const entitled = entitledOver(state, over);
  if (entitled === null || !isGranted(state)) return [];
  const { granted, proposals } = state;
  const { more, less } = differences(entitled, state);
  const sums = { entitledIdr: totalOf(entitled), grantedIdr: totalOf(granted), cause };
  const topUp = partOf(state, { part: 'TOP_UP', shares: more, proposal: proposals + 1 }, sums);
  const isNew = topUp.some(({ type }) => type === 'TopUpProposed');
  const proposal = proposals + (isNew ? 2 : 1);
  return [...topUp, ...partOf(state, { part: 'RECOVERY', shares: less, proposal }, sums)];
};

const determinationFault = (
  wish: ClaimWish<'RecordBindingDetermination'>,
  state: ClaimState,
  { now }: Context,
) => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return 'ClaimUnknown';
  if (!isOpenStage(stage) && !isGranted(state)) return 'ClaimNotOpen';
  if (wish.reference.trim() === '') return 'DeterminationMissing';
  if (wish.basis.trim() === '') return 'LegalBasisMissing';
  if (wish.evidenceSha256.trim() === '') return 'EvidenceMissing';
  if (wish.determinedOn > officeDay(now)) return 'DeterminationInFuture';
  const isZero = parseRupiah(wish.entitledIdr) <= 0n;
  // Nothing owed on a claim that is still open is a rejection, and its decider says so.
  return parseRupiah(wish.entitledIdr) < 0n || (isZero && !isGranted(state))
    ? 'AmountNotPositive'
    : null;
};

const withoutRecorder = (binding: ClaimState['binding']) => {
  if (binding === null) return null;
  const { recordedBy: _, ...said } = binding;
  return said;
};

/** It binds from now on: what is computed, proposed and decided later rests on its amount. */
export const recordBindingDetermination = (
  wish: ClaimWish<'RecordBindingDetermination'>,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  const fault = determinationFault(wish, state, context);
  const stage = claimStage(state);
  if (fault !== null) return refuse(fault, { stage });
  const said = { ...wish, claimId: state.claimId };
  if (sameFacts(said, withoutRecorder(state.binding))) return accept();
  const data = { ...said, recordedBy: personsBehind(context.by) };
  const bound: ClaimState = { ...state, binding: data };
  const recorded: ClaimEvent = { type: 'BindingDeterminationRecorded', data };
  const cause: AdjustmentCause = { kind: 'DETERMINATION', reference: wish.reference };
  const { cover, heirs, incident } = state;
  const determined =
    incident === null
      ? determination(bound, { cover, heirs })
      : incidentDetermination(bound, { cover, payee: incident.payee });
  const follows = isOpenStage(stage) ? determined : adjusted(bound, { cover: state.cover }, cause);
  return accept<ClaimEvent>(recorded, ...follows);
};

/** The decision whose money it is: the newest that was taken. */
const decidedLast = ({ recommendation, decisions }: ClaimState): number =>
  recommendation?.decision ?? decisions;

/** Only proposed by the engine; demanded or waived by a person, with a legal basis, for its sum. */
export const decideRecovery = (
  { outcome, amountIdr, legalBasis, reason }: ClaimWish<'DecideRecovery'>,
  state: ClaimState,
  { by }: Context,
): ClaimDecision => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  const { recovery, claimId } = state;
  if (recovery === null) return refuse('RecoveryNotProposed', { stage });
  if (recovery.decided !== null)
    return recovery.decided === outcome ? accept() : refuse('RecoveryAlreadyDecided');
  if (amountIdr !== recovery.amountIdr)
    return refuse('TotalChanged', { totalIdr: recovery.amountIdr, seen: amountIdr });
  if (legalBasis.trim() === '') return refuse('LegalBasisMissing');
  if (reason.trim() === '') return refuse('ReasonMissing');
  if (sharesPerson(by, state.recommenders)) return refuse('RecommenderCannotApprove');
  const obstacle = deciderObstacle(state, by);
  if (obstacle !== null) return refuse(obstacle);
  const tier = tierObstacle(by, { amountIdr, benefit: state.benefits?.benefit ?? '' });
  if (tier !== null) return refuse(tier.code, tier.facts);
  const { proposal } = recovery;
  const decidedBy = personsBehind(by);
  return accept({
    type: 'RecoveryDecided',
    data: {
      ...{ claimId, proposal, outcome, amountIdr, legalBasis, reason, decidedBy },
      decision: decidedLast(state),
    },
  });
};
