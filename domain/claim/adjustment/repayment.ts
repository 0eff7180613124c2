// Demanded money that comes back, in parts: each with its day and proof, never more than is owed back.
import { personsBehind } from '../../actor.ts';
import { officeDay } from '../../calendar.ts';
import { accept, type Context, refuse } from '../../decider.ts';
import { parseRupiah, type RupiahText, rupiah, rupiahText } from '../../money.ts';
import type { ClaimDecision, ClaimWish } from '../refusals.ts';
import { claimStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';
import { type AdjustmentState, totalOf } from './adjustment-state.ts';

/** Demanded and not back yet. */
export const outstanding = ({
  demanded,
  repaid,
}: Pick<AdjustmentState, 'demanded' | 'repaid'>): RupiahText =>
  rupiahText(
    rupiah(
      parseRupiah(totalOf(demanded)) -
        repaid.reduce((sum, { amountIdr }) => sum + parseRupiah(amountIdr), 0n),
    ),
  );

export const recordRepayment = (
  { amountIdr, paidOn, reference, evidenceSha256 }: ClaimWish<'RecordRepayment'>,
  state: ClaimState,
  { by, now }: Context,
): ClaimDecision => {
  if (claimStage(state) === 'UNKNOWN') return refuse('ClaimUnknown');
  const known = state.repaid.find((one) => one.reference === reference);
  if (known !== undefined)
    return known.amountIdr === amountIdr && known.paidOn === paidOn
      ? accept()
      : refuse('RepaymentAlreadyRecorded', { reference });
  const left = parseRupiah(outstanding(state));
  if (left <= 0n) return refuse('NothingDemanded');
  const amount = parseRupiah(amountIdr);
  if (amount <= 0n) return refuse('AmountNotPositive');
  if (amount > left) return refuse('RepaidTooMuch', { leftIdr: rupiahText(rupiah(left)) });
  if (paidOn > officeDay(now)) return refuse('RepaidInFuture', { paidOn });
  if (reference.trim() === '') return refuse('RepaymentReferenceMissing');
  if (evidenceSha256.trim() === '') return refuse('EvidenceMissing');
  const { claimId } = state;
  const leftIdr = rupiahText(rupiah(left - amount));
  const recordedBy = personsBehind(by);
  return accept({
    type: 'RecoveryRepaid',
    data: { claimId, amountIdr, paidOn, reference, leftIdr, evidenceSha256, recordedBy },
  });
};
