// Decisions on the way from a matched bill to its money: vouchers, proof, refunds, minutes.
import { officeDay } from '../calendar.ts';
import { accept, type Context, refuse } from '../decider.ts';
import { parseRupiah } from '../money.ts';
import {
  type BillPaymentDecision,
  type BillPaymentRefusal,
  type BillWish,
  isBlank,
} from './bill-refusals.ts';
import {
  type ContributionBillState,
  codeExpired,
  deductedIdr,
  disputedIdr,
  openDifferences,
  payableOf,
  refundedIdr,
} from './bill-state.ts';
import { routeOn } from './treasury-steps.ts';

type Voucher = BillWish<'RecordVoucher'>;
type Fault = {
  readonly code: BillPaymentRefusal;
  readonly facts?: Record<string, string | number>;
};

/** Before the first paper is written: what must be clear about the bill itself. */
const orderFault = (wish: Voucher, state: ContributionBillState): Fault | null => {
  if (state.bill === null) return { code: 'BillUnknown' };
  if (state.confirmation !== null) return { code: 'BillAlreadyConfirmed' };
  if (state.match === null) return { code: 'BillNotMatched' };
  const open = openDifferences(state);
  if (open > 0) return { code: 'DifferencesOpen', facts: { open } };
  if (wish.gateClosed === true) return { code: 'GateClosed' };
  const { budgetDocuments = [] } = wish;
  const [document] = budgetDocuments;
  if (document === undefined)
    return { code: 'MonthNotBudgeted', facts: { month: state.bill.month } };
  return budgetDocuments.includes(wish.budgetDocument)
    ? null
    : { code: 'BudgetDocumentDiffers', facts: { document } };
};

const routeFault = (wish: Voucher, { vouchers }: ContributionBillState): Fault | null => {
  const route = routeOn(wish.on);
  const next = route?.steps[vouchers.length];
  if (next === undefined || next.step !== wish.step)
    return { code: 'VoucherOutOfOrder', facts: { expected: next?.step ?? '-' } };
  if (!next.signers.includes(wish.signer))
    return { code: 'SignerNotOfStep', facts: { signers: next.signers.join(', ') } };
  const before = vouchers.at(-1);
  if (before === undefined) return null;
  if (wish.on < before.on) return { code: 'VoucherDateInvalid', facts: { on: before.on } };
  const same =
    before.accountCode === wish.accountCode &&
    before.budgetDocument === wish.budgetDocument &&
    before.fundSource === wish.fundSource;
  return same ? null : { code: 'VoucherDiffers', facts: { step: before.step } };
};

export const recordVoucher = (
  wish: Voucher,
  state: ContributionBillState,
  { now }: Context,
): BillPaymentDecision => {
  const { gateClosed: _, budgetDocuments: __, ...voucher } = wish;
  const known = state.vouchers.find(({ step }) => step === wish.step);
  if (known?.number === wish.number && known.on === wish.on) return accept();
  if (state.returnedOrders.some(({ number }) => number === wish.number))
    return refuse('OrderReturned', { number: wish.number });
  const order = orderFault(wish, state);
  if (order !== null) return refuse(order.code, order.facts);
  const { bill } = state;
  if (bill === null) return refuse('BillUnknown');
  const { number, accountCode, fundSource, on, amountIdr } = voucher;
  if ([number, accountCode, fundSource].some(isBlank)) return refuse('VoucherIncomplete');
  const today = officeDay(now);
  if (on > today) return refuse('VoucherDateInvalid', { on: today });
  const route = routeFault(wish, state);
  if (route !== null) return refuse(route.code, route.facts);
  const expectedIdr = payableOf(bill, deductedIdr(state));
  if (parseRupiah(amountIdr) !== parseRupiah(expectedIdr))
    return refuse('AmountDiffers', { amountIdr, expectedIdr });
  if (codeExpired(state, on)) return refuse('PaymentCodeExpired', { on: bill.codeExpiresOn ?? '' });
  return accept({ type: 'TreasuryVoucherRecorded', data: { billId: bill.billId, ...voucher } });
};

export const provePayment = (
  wish: BillWish<'ProvePayment'>,
  state: ContributionBillState,
  { now }: Context,
): BillPaymentDecision => {
  const { bill, proof, vouchers } = state;
  if (bill === null) return refuse('BillUnknown');
  if (proof !== null)
    return proof.reference === wish.reference && proof.paidOn === wish.paidOn
      ? accept()
      : refuse('PaymentAlreadyProved', { reference: proof.reference });
  const order = vouchers.find(({ step }) => step === 'SP2D');
  if (order === undefined) return refuse('PaymentNotOrdered');
  if (isBlank(wish.reference)) return refuse('ReferenceMissing');
  if (wish.paidOn > officeDay(now)) return refuse('PaymentInFuture', { on: wish.paidOn });
  if (wish.paidOn < order.on) return refuse('VoucherDateInvalid', { on: order.on });
  const { amountIdr: expectedIdr } = order;
  if (parseRupiah(wish.amountIdr) !== parseRupiah(expectedIdr))
    return refuse('AmountDiffers', { amountIdr: wish.amountIdr, expectedIdr });
  return accept({
    type: 'ContributionPaymentProved',
    data: { billId: bill.billId, ...wish },
  });
};

/** An order of the treasury that its bank sent back: nothing was paid, and the next order is another one. */
export const returnTreasuryPayment = (
  wish: BillWish<'ReturnTreasuryPayment'>,
  state: ContributionBillState,
  { now }: Context,
): BillPaymentDecision => {
  const { bill, confirmation, vouchers, returnedOrders } = state;
  const { number, returnedOn, amountIdr, reason } = wish;
  if (bill === null) return refuse('BillUnknown');
  const known = returnedOrders.find((one) => one.number === number);
  if (known?.returnedOn === returnedOn) return accept();
  if (confirmation !== null) return refuse('BillAlreadyConfirmed');
  const order = vouchers.find((one) => one.step === 'SP2D' && one.number === number);
  if (order === undefined) return refuse('OrderUnknown', { number });
  if (returnedOn > officeDay(now)) return refuse('PaymentInFuture', { on: returnedOn });
  if (returnedOn < order.on) return refuse('VoucherDateInvalid', { on: order.on });
  const { amountIdr: expectedIdr } = order;
  if (parseRupiah(amountIdr) !== parseRupiah(expectedIdr))
    return refuse('AmountDiffers', { amountIdr, expectedIdr });
  if (isBlank(reason)) return refuse('ReasonMissing');
  return accept({ type: 'TreasuryPaymentReturned', data: { billId: bill.billId, ...wish } });
};

/** Only what was paid and disputed can come back, and never more than that. */
export const recordRefund = (
  wish: BillWish<'RecordRefund'>,
  state: ContributionBillState,
  { now }: Context,
): BillPaymentDecision => {
  const { bill, confirmation, proof, refunds } = state;
  if (bill === null) return refuse('BillUnknown');
  const known = refunds.find(({ reference }) => reference === wish.reference);
  if (known !== undefined && parseRupiah(known.amountIdr) === parseRupiah(wish.amountIdr))
    return accept();
  const paidOn = proof?.paidOn ?? confirmation?.paidOn;
  if (paidOn === undefined) return refuse('PaymentNotMade');
  if (isBlank(wish.reference)) return refuse('ReferenceMissing');
  if (wish.receivedOn > officeDay(now)) return refuse('PaymentInFuture', { on: wish.receivedOn });
  if (wish.receivedOn < paidOn) return refuse('VoucherDateInvalid', { on: paidOn });
  const left = parseRupiah(disputedIdr(state)) - parseRupiah(refundedIdr(state));
  const amount = parseRupiah(wish.amountIdr);
  if (amount <= 0n || amount > left)
    return refuse('RefundTooLarge', { amountIdr: wish.amountIdr, expectedIdr: left.toString() });
  return accept({ type: 'ContributionRefunded', data: { billId: bill.billId, ...wish } });
};

/** The branch signs, and at least one office of the sponsor. */
export const signReconciliation = (
  { number, on, offices, evidenceSha256 }: BillWish<'SignReconciliation'>,
  state: ContributionBillState,
  { now }: Context,
): BillPaymentDecision => {
  const { bill, match, minutes } = state;
  if (bill === null) return refuse('BillUnknown');
  if (match === null) return refuse('BillNotMatched');
  if (minutes !== null && minutes.match === match.match)
    return minutes.number === number
      ? accept()
      : refuse('MinutesAlreadySigned', { number: minutes.number });
  const open = openDifferences(state);
  if (open > 0) return refuse('DifferencesOpen', { open });
  if (isBlank(number)) return refuse('ReferenceMissing');
  if (on > officeDay(now)) return refuse('VoucherDateInvalid', { on: officeDay(now) });
  const signing = [...new Set(offices)].toSorted();
  if (!signing.includes('BPJS_BRANCH') || signing.length < 2)
    return refuse('SecondSignatureMissing');
  const deducted = deductedIdr(state);
  return accept({
    type: 'ReconciliationSigned',
    data: {
      ...{ billId: bill.billId, match: match.match, number, on, offices: signing },
      ...{ billedIdr: bill.amountIdr, deductedIdr: deducted, disputedIdr: disputedIdr(state) },
      ...{ payableIdr: payableOf(bill, deducted), differences: match.differences, evidenceSha256 },
    },
  });
};
