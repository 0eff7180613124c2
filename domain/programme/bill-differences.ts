// Decisions on the match of a bill: what the lists say by person, and what becomes of each difference.
import { personsBehind } from '../actor.ts';
import { accept, type Context, refuse } from '../decider.ts';
import { parseRupiah, type RupiahText, sumTexts } from '../money.ts';
import type { DifferenceOutcome } from './bill-events.ts';
import {
  type BillPaymentDecision,
  type BillPaymentRefusal,
  type BillWish,
  isBlank,
} from './bill-refusals.ts';
import { type ContributionBillState, deductedIdr, payableOf, refundedIdr } from './bill-state.ts';
import type { ContributionBillEvent } from './events.ts';

/** Many numbers fit one event; 64 kB hold some thousands more than any list had. */
const DIFFERENCES_PER_EVENT = 5_000;

export const matchReceivedBill = (
  { fileSha256, reading }: BillWish<'MatchBill'>,
  state: ContributionBillState,
): BillPaymentDecision => {
  const { bill, match: before } = state;
  if (bill === null) return refuse('BillUnknown');
  if (reading === undefined) return refuse('BillListMissing');
  const { differences, differencesSha256, rollPosition, sumIdr, rows } = reading;
  const same = before?.fileSha256 === fileSha256 && before.differencesSha256 === differencesSha256;
  if (same) return accept();
  // Paid, it is matched to claim money back: what was paid, and what came back, stays as it was.
  const isSettled = parseRupiah(deductedIdr(state)) > 0n || state.refunds.length > 0;
  if (state.confirmation !== null && isSettled) return refuse('BillAlreadyConfirmed');
  if (state.vouchers.length > 0) return refuse('PaymentAlreadyOrdered');
  const { workers, amountIdr, billId } = bill;
  if (rows !== workers || parseRupiah(sumIdr) !== parseRupiah(amountIdr))
    return refuse('ListDiffersFromBill', { rows, sumIdr, workers, amountIdr });
  const match = (before?.match ?? 0) + 1;
  const { matched, active, decreed } = reading;
  const found = differences.map((one): ContributionBillEvent => {
    return { type: 'BillDifferenceFound', data: { billId, match, ...one } };
  });
  return accept<ContributionBillEvent>(...found, {
    type: 'BillMatched',
    data: {
      ...{ billId, match, fileSha256, rows, matched, active, decreed },
      ...{ differences: differences.length, differencesSha256, rollPosition },
    },
  });
};

const slices = (numbers: readonly number[]): readonly (readonly number[])[] =>
  numbers.length <= DIFFERENCES_PER_EVENT
    ? [numbers]
    : [numbers.slice(0, DIFFERENCES_PER_EVENT), ...slices(numbers.slice(DIFFERENCES_PER_EVENT))];

/** A dispute ends without money when the branch shows that it was right: that may come any day. */
const endsDisputes = (
  { differences, outcome }: Pick<BillWish<'DecideDifferences'>, 'differences' | 'outcome'>,
  state: ContributionBillState,
): boolean => {
  const named = state.differences.filter(({ difference }) => differences.includes(difference));
  return outcome === 'ACCEPT' && named.every((one) => one.outcome === 'DISPUTE');
};

/** Once ordered nothing changes the sum that is paid; once paid, what was paid may be claimed back. */
const moneyFault = (
  wish: Pick<BillWish<'DecideDifferences'>, 'differences' | 'outcome'>,
  state: ContributionBillState,
): BillPaymentRefusal | null => {
  if (endsDisputes(wish, state)) return null;
  const { vouchers, confirmation, proof } = state;
  const named = state.differences.filter(({ difference }) => wish.differences.includes(difference));
  const isPaid = confirmation !== null || proof !== null;
  const deducts = wish.outcome === 'DEDUCT' || named.some(({ outcome }) => outcome === 'DEDUCT');
  if (isPaid && !deducts) return null;
  if (vouchers.length > 0) return 'PaymentAlreadyOrdered';
  return confirmation === null ? null : 'BillAlreadyConfirmed';
};

const decisionFault = (
  { differences, outcome, reason }: BillWish<'DecideDifferences'>,
  state: ContributionBillState,
): BillPaymentRefusal | null => {
  if (state.bill === null) return 'BillUnknown';
  if (state.match === null) return 'BillNotMatched';
  const money = moneyFault({ differences, outcome }, state);
  if (money !== null) return money;
  if (isBlank(reason)) return 'ReasonMissing';
  const known = new Map(state.differences.map((one) => [one.difference, one]));
  if (differences.some((number) => !known.has(number))) return 'DifferenceUnknown';
  const isNothing = (number: number) => parseRupiah(known.get(number)?.amountIdr ?? '0') === 0n;
  return outcome === 'DEDUCT' && differences.some(isNothing) ? 'NothingToDeduct' : null;
};

/** By number, or every one of a kind that nobody has decided yet. */
export const decideDifferences = (
  wish: BillWish<'DecideDifferences'>,
  state: ContributionBillState,
  { by }: Context,
): BillPaymentDecision => {
  const { outcome, reason, kinds } = wish;
  const ofKind = state.differences
    .filter((one) => kinds.includes(one.kind) && one.outcome === null)
    .map(({ difference }) => difference);
  const named = [...new Set([...wish.differences, ...ofKind])].toSorted((a, b) => a - b);
  const fault = decisionFault({ ...wish, differences: named }, state);
  if (fault !== null) return refuse(fault);
  const { bill, match } = state;
  if (bill === null || match === null) return refuse('BillNotMatched');
  const isNew = (number: number): boolean =>
    state.differences.some(
      (one) => one.difference === number && (one.outcome !== outcome || one.reason !== reason),
    );
  const fresh = named.filter(isNew);
  if (fresh.length === 0) return named.length === 0 ? refuse('DifferenceUnknown') : accept();
  const chosen = new Set(fresh);
  const sumAs = (wanted: DifferenceOutcome): RupiahText =>
    sumTexts(
      state.differences
        .filter((one) => (chosen.has(one.difference) ? outcome : one.outcome) === wanted)
        .map(({ amountIdr }) => amountIdr),
    );
  const [deducted, disputed] = [sumAs('DEDUCT'), sumAs('DISPUTE')];
  const refunded = refundedIdr(state);
  if (parseRupiah(disputed) < parseRupiah(refunded))
    return refuse('RefundTooLarge', { amountIdr: refunded, expectedIdr: disputed });
  const { billId } = bill;
  return accept<ContributionBillEvent>(
    ...slices(fresh).map(
      (differences): ContributionBillEvent => ({
        type: 'BillDifferencesDecided',
        data: {
          ...{ billId, match: match.match, differences, outcome, reason, deductedIdr: deducted },
          ...{ payableIdr: payableOf(bill, deducted), disputedIdr: disputed },
          decidedBy: personsBehind(by),
        },
      }),
    ),
  );
};
