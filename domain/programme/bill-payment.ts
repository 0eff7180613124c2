// Decisions on a bill's way to its payment: match by person, differences, vouchers, proof, minutes.
import { personsBehind } from '../actor.ts';
import { officeDay } from '../calendar.ts';
import { accept, type Context, type Decision, refuse } from '../decider.ts';
import { parseRupiah, sumTexts } from '../money.ts';
import type { BillPaymentCommand } from './bill-events.ts';
import {
  type ContributionBillState,
  codeExpired,
  deductedIdr,
  disputedIdr,
  openDifferences,
  payableOf,
} from './bill-state.ts';
import type { ContributionBillEvent } from './events.ts';
import { routeOn } from './treasury-steps.ts';

export const BILL_PAYMENT_REFUSALS = [
  'BillUnknown',
  'BillListMissing',
  'ListDiffersFromBill',
  'PaymentAlreadyOrdered',
  'BillAlreadyConfirmed',
  'BillNotMatched',
  'DifferencesOpen',
  'DifferenceUnknown',
  'NothingToDeduct',
  'ReasonMissing',
  'GateClosed',
  'MonthNotBudgeted',
  'BudgetDocumentDiffers',
  'VoucherOutOfOrder',
  'VoucherIncomplete',
  'VoucherDiffers',
  'VoucherDateInvalid',
  'SignerNotOfStep',
  'AmountDiffers',
  'PaymentCodeExpired',
  'PaymentNotOrdered',
  'PaymentAlreadyProved',
  'PaymentInFuture',
  'ReferenceMissing',
  'SecondSignatureMissing',
  'MinutesAlreadySigned',
] as const;
export type BillPaymentRefusal = (typeof BILL_PAYMENT_REFUSALS)[number];

export type BillPaymentDecision = Decision<ContributionBillEvent, BillPaymentRefusal>;
type Wish<T extends BillPaymentCommand['type']> = Extract<BillPaymentCommand, { type: T }>['data'];

const isBlank = (text: string): boolean => text.trim() === '';

/** Many numbers fit one event; 64 kB hold some thousands more than any list had. */
const DIFFERENCES_PER_EVENT = 5_000;

export const matchReceivedBill = (
  { fileSha256, reading }: Wish<'MatchBill'>,
  state: ContributionBillState,
): BillPaymentDecision => {
  const { bill, match: before } = state;
  if (bill === null) return refuse('BillUnknown');
  if (reading === undefined) return refuse('BillListMissing');
  const { differences, differencesSha256, rollPosition, sumIdr, rows } = reading;
  const same = before?.fileSha256 === fileSha256 && before.differencesSha256 === differencesSha256;
  if (same) return accept();
  if (state.confirmation !== null) return refuse('BillAlreadyConfirmed');
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

const decisionFault = (
  { differences, outcome, reason }: Wish<'DecideDifferences'>,
  state: ContributionBillState,
): BillPaymentRefusal | null => {
  if (state.bill === null) return 'BillUnknown';
  if (state.match === null) return 'BillNotMatched';
  if (state.vouchers.length > 0) return 'PaymentAlreadyOrdered';
  if (state.confirmation !== null) return 'BillAlreadyConfirmed';
  if (isBlank(reason)) return 'ReasonMissing';
  const known = new Map(state.differences.map((one) => [one.difference, one]));
  if (differences.some((number) => !known.has(number))) return 'DifferenceUnknown';
  const isNothing = (number: number) => parseRupiah(known.get(number)?.amountIdr ?? '0') === 0n;
  return outcome === 'DEDUCT' && differences.some(isNothing) ? 'NothingToDeduct' : null;
};

/** By number, or every one of a kind that nobody has decided yet. */
export const decideDifferences = (
  wish: Wish<'DecideDifferences'>,
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
  const sums = state.differences
    .filter((one) => (chosen.has(one.difference) ? outcome : one.outcome) === 'DEDUCT')
    .map(({ amountIdr }) => amountIdr);
  const deducted = sumTexts(sums);
  const { billId } = bill;
  return accept<ContributionBillEvent>(
    ...slices(fresh).map(
      (differences): ContributionBillEvent => ({
        type: 'BillDifferencesDecided',
        data: {
          ...{ billId, match: match.match, differences, outcome, reason, deductedIdr: deducted },
          ...{ payableIdr: payableOf(bill, deducted), decidedBy: personsBehind(by) },
        },
      }),
    ),
  );
};

type Voucher = Wish<'RecordVoucher'>;
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
  wish: Wish<'ProvePayment'>,
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

/** The branch signs, and at least one office of the sponsor. */
export const signReconciliation = (
  { number, on, offices, evidenceSha256 }: Wish<'SignReconciliation'>,
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
