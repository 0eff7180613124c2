// A person ends what no answer of the bank can end: a dispute, or an answer that was lost.
import { personsBehind, sharesPerson } from '../actor.ts';
import { accept, type Context, refuse } from '../decider.ts';
import type { PayableDecision, PayableWish } from './payable-refusals.ts';
import { findAttempt, type PayableState, payableStage } from './payable-state.ts';

type Wish = PayableWish<'ResolvePayment'>;

/** While a run holds the payable its file could still leave: the run is cancelled first. */
const isInRun = ({ selectedBy, attempts }: PayableState): boolean =>
  selectedBy !== null || attempts.some(({ status }) => status === 'INTENDED');

const namesAttempt = ({ outcome, endToEndId }: Wish, state: PayableState): boolean => {
  if (outcome === 'NOT_PAID') return endToEndId === null;
  return endToEndId !== null && findAttempt(state, endToEndId) !== undefined;
};

export const resolvePayment = (
  wish: Wish,
  state: PayableState,
  { by }: Context,
): PayableDecision => {
  const { created } = state;
  if (created === null) return refuse('PayableUnknown');
  const stage = payableStage(state);
  if (isInRun(state)) return refuse('PayableInRun');
  if (stage !== 'DISPUTED' && stage !== 'ANSWER_UNKNOWN')
    return refuse('NothingToResolve', { stage });
  const { outcome, endToEndId, reason, runPersons = [] } = wish;
  if (reason.trim() === '') return refuse('ReasonMissing');
  if (!namesAttempt(wish, state)) return refuse('EndToEndIdUnknown');
  if (sharesPerson(by, [...created.recommendedBy, ...created.approvedBy, ...runPersons]))
    return refuse('PartyCannotResolve');
  const { payableId } = created;
  const resolvedBy = personsBehind(by);
  return accept({
    type: 'PaymentResolved',
    data: { payableId, outcome, endToEndId, reason, resolvedBy },
  });
};
