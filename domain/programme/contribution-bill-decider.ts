// Stream `contribution_bill-…`: one month of one tranche, billed by BPJS and seen paid there.
import { officeDay } from '../calendar.ts';
import {
  accept,
  assertNever,
  type Context,
  type Decider,
  type Decision,
  refuse,
} from '../decider.ts';
import { parseRupiah, type RupiahText, rupiah, rupiahText } from '../money.ts';
import { decideDifferences, matchReceivedBill } from './bill-differences.ts';
import {
  provePayment,
  recordRefund,
  recordVoucher,
  returnTreasuryPayment,
  signReconciliation,
} from './bill-payment.ts';
import type { BillPaymentRefusal } from './bill-refusals.ts';
import {
  type ContributionBillState,
  deductedIdr,
  evolveBill,
  initialBill,
  payableOf,
} from './bill-state.ts';
import type {
  ContributionBillCommand,
  ContributionBillEvent,
  ContributionBilled,
} from './events.ts';

export type ContributionBillRefusal =
  | BillPaymentRefusal
  | 'BillAlreadyReceived'
  | 'BillWithoutWorkers'
  | 'PaymentCodeMissing';

type BillDecision = Decision<ContributionBillEvent, ContributionBillRefusal>;
type DataOf<T extends ContributionBillCommand['type']> = Extract<
  ContributionBillCommand,
  { type: T }
>['data'];

/** Never the sum on the paper alone: it must follow from the workers and the rate (C-21). */
const owedFor = (workers: number, monthlyIdr: RupiahText): RupiahText =>
  rupiahText(rupiah(BigInt(workers) * parseRupiah(monthlyIdr)));

const isSameAmount = (a: RupiahText, b: RupiahText): boolean => parseRupiah(a) === parseRupiah(b);

const isSameBill = (a: ContributionBilled['data'], b: ContributionBilled['data']): boolean =>
  a.trancheId === b.trancheId &&
  a.month === b.month &&
  a.workers === b.workers &&
  isSameAmount(a.amountIdr, b.amountIdr) &&
  a.paymentCode === b.paymentCode &&
  a.codeExpiresOn === b.codeExpiresOn;

const receiveBill = (data: DataOf<'ReceiveBill'>, state: ContributionBillState): BillDecision => {
  const { monthlyContributionIdr, ...bill } = data;
  if (state.bill !== null)
    return isSameBill(state.bill, bill) ? accept() : refuse('BillAlreadyReceived');
  if (!Number.isSafeInteger(bill.workers) || bill.workers < 1) return refuse('BillWithoutWorkers');
  if (bill.paymentCode.trim() === '') return refuse('PaymentCodeMissing');
  const expectedIdr = owedFor(bill.workers, monthlyContributionIdr);
  if (!isSameAmount(bill.amountIdr, expectedIdr))
    return refuse('AmountDiffers', { amountIdr: bill.amountIdr, expectedIdr });
  return accept({ type: 'ContributionBilled', data: { ...bill, amountIdr: expectedIdr } });
};

const confirmContribution = (
  data: DataOf<'ConfirmContribution'>,
  state: ContributionBillState,
  context: Context,
): BillDecision => {
  const { bill, confirmation } = state;
  if (bill === null) return refuse('BillUnknown');
  if (confirmation !== null) {
    const same =
      isSameAmount(confirmation.amountIdr, data.amountIdr) &&
      confirmation.paidOn === data.paidOn &&
      confirmation.reference === data.reference;
    return same ? accept() : refuse('BillAlreadyConfirmed', { reference: confirmation.reference });
  }
  const amountIdr = payableOf(bill, deductedIdr(state));
  if (!isSameAmount(amountIdr, data.amountIdr))
    return refuse('AmountDiffers', { amountIdr: data.amountIdr, expectedIdr: amountIdr });
  if (data.reference.trim() === '') return refuse('ReferenceMissing');
  if (data.paidOn > officeDay(context.now)) return refuse('PaymentInFuture', { on: data.paidOn });
  const { billId, trancheId, month } = bill;
  const { paidOn, reference } = data;
  return accept({
    type: 'ContributionConfirmed',
    data: { billId, trancheId, month, amountIdr, paidOn, reference },
  });
};

const decide = (
  command: ContributionBillCommand,
  state: ContributionBillState,
  context: Context,
): BillDecision => {
  switch (command.type) {
    case 'ReceiveBill':
      return receiveBill(command.data, state);
    case 'ConfirmContribution':
      return confirmContribution(command.data, state, context);
    case 'MatchBill':
      return matchReceivedBill(command.data, state);
    case 'DecideDifferences':
      return decideDifferences(command.data, state, context);
    case 'RecordVoucher':
      return recordVoucher(command.data, state, context);
    case 'ProvePayment':
      return provePayment(command.data, state, context);
    case 'ReturnTreasuryPayment':
      return returnTreasuryPayment(command.data, state, context);
    case 'RecordRefund':
      return recordRefund(command.data, state, context);
    case 'SignReconciliation':
      return signReconciliation(command.data, state, context);
    default:
      return assertNever(command, 'contribution bill command');
  }
};

export const contributionBillDecider: Decider<
  ContributionBillState,
  ContributionBillCommand,
  ContributionBillEvent,
  ContributionBillRefusal
> = {
  initial: initialBill,
  decide,
  evolve: evolveBill,
};
