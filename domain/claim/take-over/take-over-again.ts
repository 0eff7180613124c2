// A claim that is known here is taken over again: the same row changes nothing, another is refused.

import { sameFacts } from '../assessment/same-facts.ts';
import type { ClaimRefusal, ClaimWish } from '../refusals.ts';
import { claimStage, isOpenStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';
import type { ClaimTakenOver } from './take-over-events.ts';

type Wish = ClaimWish<'TakeOverClaim'>;

/** UNCHANGED: entered before, word for word. PAID_ELSEWHERE: an open claim that its payment closes. */
export type Again =
  | 'UNCHANGED'
  | 'PAID_ELSEWHERE'
  | Extract<
      ClaimRefusal,
      | 'ClaimAlreadyRunning'
      | 'PaidHereAlready'
      | 'PaidWhileClosed'
      | 'PaidWhileDecided'
      | 'TakenOverOtherwise'
    >;

type File = Omit<ClaimTakenOver['data'], 'claimId'>;

const file = ({ agendaNumber, stage, papers, completeOn }: File): File => {
  const inOrder = [...papers].sort((a, b) => (a.documentId < b.documentId ? -1 : 1));
  return { agendaNumber, stage, papers: inOrder, completeOn };
};

const isSameFile = (wish: Wish, { takenOver, takenOverAs, reports }: ClaimState): boolean =>
  takenOverAs !== null &&
  takenOver === wish.report.reportId &&
  reports[0]?.deathDate === wish.report.deathDate &&
  sameFacts(file(takenOverAs), file(wish));

const isSamePayment = ({ payment }: Wish, { paidBefore }: ClaimState): boolean =>
  payment !== null &&
  paidBefore?.paymentId === payment.paymentId &&
  paidBefore.paidIdr === payment.paidIdr &&
  paidBefore.paidOn === payment.paidOn &&
  paidBefore.paymentReference === payment.reference;

/** Money went out elsewhere: whatever this claim says of it, it is never passed over in silence. */
const paidAgain = (wish: Wish, state: ClaimState): Again => {
  const stage = claimStage(state);
  if (isSamePayment(wish, state)) return 'UNCHANGED';
  if (isOpenStage(stage)) return 'PAID_ELSEWHERE';
  if (state.paidBefore !== null) return 'TakenOverOtherwise';
  // A payable is owed, or on its way: a person must hold it before the next run takes it.
  const isDecided = stage === 'APPROVED' || stage === 'DETERMINED_BY_BRANCH';
  if (isDecided) return 'PaidWhileDecided';
  const isUnpaid = stage === 'REJECTED' || stage === 'WITHDRAWN';
  return isUnpaid ? 'PaidWhileClosed' : 'PaidHereAlready';
};

export const takenOverAgain = (wish: Wish, state: ClaimState): Again => {
  if (wish.stage === 'PAID') return paidAgain(wish, state);
  if (isSameFile(wish, state)) return 'UNCHANGED';
  return state.takenOver === wish.report.reportId ? 'TakenOverOtherwise' : 'ClaimAlreadyRunning';
};
