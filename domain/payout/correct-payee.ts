// Two persons put the account of a payee right, while no payment to the old one can be under way.
import { personsBehind, sharesPerson } from '../actor.ts';
import { accept, type Context, refuse } from '../decider.ts';
import type { PayableStage } from './events.ts';
import type { PayableDecision, PayableRefusal, PayableWish } from './payable-refusals.ts';
import { type PayableState, payableStage } from './payable-state.ts';

/** Nothing is with the bank, nothing in a run: the next payment will be a new attempt. */
const AT_REST: readonly PayableStage[] = ['DUE', 'HELD', 'RETURNED'];

const notCorrectable = (state: PayableState): PayableRefusal | null => {
  if (state.created === null) return 'PayableUnknown';
  if (state.payee === null) return 'PayableIsRetained';
  if (state.created.mode === 'TRACKS') return 'PayerNotOurs';
  const stage = payableStage(state);
  // Held or not: the run froze this payable with the account that it has.
  if (state.selectedBy !== null || stage === 'INTENDED') return 'PayableInRun';
  if (stage === 'ANSWER_UNKNOWN') return 'AnswerIsUnknown';
  return AT_REST.includes(stage) ? null : 'PayableNotAtRest';
};

const hasAccount = (
  { accountIndex, bic }: { readonly accountIndex: string; readonly bic: string },
  other: { readonly accountIndex: string; readonly bic: string } | null,
): boolean => other?.accountIndex === accountIndex && other.bic === bic;

export const proposePayeeCorrection = (
  wish: PayableWish<'ProposePayeeCorrection'>,
  state: PayableState,
  { by }: Context,
): PayableDecision => {
  const obstacle = notCorrectable(state);
  if (obstacle !== null || state.created === null)
    return refuse(obstacle ?? 'PayableUnknown', { stage: payableStage(state) });
  const { account, accountIndex, bic, evidenceSha256, reason, runPersons = [] } = wish;
  const same = hasAccount(wish, state.correction);
  if (same && state.correction?.evidenceSha256 === evidenceSha256) return accept();
  if (hasAccount(wish, state.payee)) return refuse('AccountUnchanged');
  if (evidenceSha256.trim() === '') return refuse('EvidenceMissing');
  if (reason.trim() === '') return refuse('ReasonMissing');
  if (sharesPerson(by, runPersons)) return refuse('PartyCannotCorrectPayee');
  const { payableId } = state.created;
  const proposedBy = personsBehind(by);
  return accept({
    type: 'PayeeCorrectionProposed',
    data: { payableId, account, accountIndex, bic, evidenceSha256, reason, proposedBy },
  });
};

/** Who confirms had no part in the case: neither in its decision, nor its payment, nor this wish. */
export const confirmPayeeCorrection = (
  wish: PayableWish<'ConfirmPayeeCorrection'>,
  state: PayableState,
  { by }: Context,
): PayableDecision => {
  const obstacle = notCorrectable(state);
  if (obstacle !== null || state.created === null)
    return refuse(obstacle ?? 'PayableUnknown', { stage: payableStage(state) });
  const { correction, created } = state;
  if (correction === null)
    return hasAccount(wish, state.payee) && state.corrected
      ? accept()
      : refuse('CorrectionNotProposed');
  if (sharesPerson(by, correction.proposedBy)) return refuse('ProposerCannotConfirm');
  const party = [...created.recommendedBy, ...created.approvedBy, ...(wish.runPersons ?? [])];
  if (sharesPerson(by, party)) return refuse('PartyCannotCorrectPayee');
  if (!hasAccount(wish, correction)) return refuse('AccountDiffers');
  const confirmedBy = personsBehind(by);
  return accept({ type: 'PayeeAccountCorrected', data: { ...correction, confirmedBy } });
};

/**
 * Of another payable of the same claim and payee: what was put right for one is right for all. What is
 * out of our hands already (sent, settled, cancelled) stays as it is.
 */
export const followPayeeCorrection = (
  wish: PayableWish<'FollowPayeeCorrection'>,
  state: PayableState,
): PayableDecision => {
  const { created, payee } = state;
  if (created === null) return refuse('PayableUnknown');
  if (payee === null || hasAccount(wish, payee)) return accept();
  const obstacle = notCorrectable(state);
  if (obstacle === 'PayableInRun') return refuse(obstacle);
  if (obstacle !== null) return accept();
  return accept({ type: 'PayeeAccountCorrected', data: { ...wish, payableId: created.payableId } });
};
