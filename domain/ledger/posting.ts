// Double entry: which entry an event makes in whose book, given what its stream said before.
import { type LocalDate, officeDay } from '../calendar.ts';
import type { ClaimEvent } from '../claim/events.ts';
import type { PayableEvent } from '../payout/events.ts';
import type { ContributionBillEvent, Flow } from '../programme/events.ts';
import { type Entry, type PostingLine, postingsBetween } from './accounts.ts';
import { type BillMoney, billBalances, billMoneyAfter } from './bill-money.ts';
import { type ClaimMoney, claimMoneyAfter, claimPosting } from './claim-money.ts';
import { type PayableMoney, payableBalances, payableMoneyAfter } from './payable-money.ts';

/** An event of a stream that has money, with the instant at which it took effect. */
export type MoneyEvent = { readonly effectiveAt: string } & (
  | ({ readonly category: 'payable' } & PayableEvent)
  | ({ readonly category: 'contribution_bill' } & ContributionBillEvent)
  | ({ readonly category: 'claim' } & ClaimEvent)
);

export type Money =
  | ({ readonly of: 'payable' } & PayableMoney)
  | ({ readonly of: 'contribution_bill' } & BillMoney)
  | ({ readonly of: 'claim' } & ClaimMoney);

export type Posted = { readonly money: Money | undefined; readonly entry: Entry | null };

/** The bank's day, or the day on which somebody received it; else the office's day of the act. */
const dayOf = (event: MoneyEvent): LocalDate => {
  switch (event.type) {
    case 'PaymentSettled':
      return event.data.bookedOn;
    case 'PaymentReturned':
    case 'PaymentDisputed':
      return event.data.bookedOn ?? officeDay(event.effectiveAt);
    case 'PaymentReported':
    case 'ContributionConfirmed':
    case 'ContributionPaymentProved':
    case 'ClaimPaidBefore':
    case 'RecoveryRepaid':
      return event.data.paidOn;
    case 'ReceiptConfirmed':
      return event.data.confirmedOn;
    case 'ContributionRefunded':
      return event.data.receivedOn;
    case 'TreasuryPaymentReturned':
      return event.data.returnedOn;
    case 'TreasuryVoucherRecorded':
      return event.data.on;
    default:
      return officeDay(event.effectiveAt);
  }
};

type Book = { readonly payerId: string | null; readonly flow: Flow };

const entryOf = (
  event: MoneyEvent,
  { payerId, flow }: Book,
  lines: readonly PostingLine[],
): Entry | null => (lines.length === 0 ? null : { payerId, flow, on: dayOf(event), lines });

const payablePosted = (
  before: PayableMoney | undefined,
  event: Extract<MoneyEvent, { category: 'payable' }>,
): Posted => {
  const after = payableMoneyAfter(before, event);
  if (after === undefined) return { money: undefined, entry: null };
  const lines = postingsBetween(payableBalances(before), payableBalances(after));
  return { money: { of: 'payable', ...after }, entry: entryOf(event, after, lines) };
};

const billPosted = (
  before: BillMoney | undefined,
  event: Extract<MoneyEvent, { category: 'contribution_bill' }>,
): Posted => {
  const after = billMoneyAfter(before, event);
  if (after === undefined) return { money: undefined, entry: null };
  const lines = postingsBetween(billBalances(before), billBalances(after));
  const book: Book = { payerId: after.payerId, flow: 'CONTRIBUTION' };
  return { money: { of: 'contribution_bill', ...after }, entry: entryOf(event, book, lines) };
};

const claimPosted = (
  before: ClaimMoney | undefined,
  event: Extract<MoneyEvent, { category: 'claim' }>,
): Posted => {
  const after = claimMoneyAfter(before, event);
  if (after === undefined) return { money: undefined, entry: null };
  const money = { of: 'claim', ...after } as const;
  if (after.mandate === null) return { money, entry: null };
  const book: Book = { payerId: after.mandate.payerId, flow: 'BENEFIT' };
  const lines = postingsBetween({}, claimPosting(after.mandate, event));
  return { money, entry: entryOf(event, book, lines) };
};

/** A correction is never an edit: it is what leads from the old balances to the new ones. */
export const posted = (money: Money | undefined, event: MoneyEvent): Posted => {
  switch (event.category) {
    case 'payable':
      return payablePosted(money?.of === 'payable' ? money : undefined, event);
    case 'contribution_bill':
      return billPosted(money?.of === 'contribution_bill' ? money : undefined, event);
    case 'claim':
      return claimPosted(money?.of === 'claim' ? money : undefined, event);
  }
};
