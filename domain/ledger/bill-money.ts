// Where the money of one contribution bill stands after each of its events.
import { assertNever } from '../decider.ts';
import { type RupiahText, rupiah, rupiahText, sumTexts } from '../money.ts';
import type { ContributionBillEvent, MandateMode } from '../programme/events.ts';
import { added, type Balances, moved } from './accounts.ts';

export type BillMoney = {
  readonly payerId: string | null;
  readonly mode: MandateMode | null;
  /** What is still billed: a deduction takes its part of the expense back. */
  readonly amountIdr: RupiahText;
  readonly billedIdr: RupiahText;
  /** Paid and claimed back, and what of it came back. */
  readonly disputedIdr: RupiahText;
  readonly refundedIdr: RupiahText;
  readonly at: 'OWED' | 'ORDERED' | 'PAID';
};

export const billMoneyAfter = (
  money: BillMoney | undefined,
  event: ContributionBillEvent,
): BillMoney | undefined => {
  if (event.type === 'ContributionBilled') {
    const { amountIdr, payer = null } = event.data;
    const { payerId = null, mode = null } = payer ?? {};
    const sums = { amountIdr, billedIdr: amountIdr, disputedIdr: NOTHING, refundedIdr: NOTHING };
    return { payerId, mode, ...sums, at: 'OWED' };
  }
  if (money === undefined) return undefined;
  switch (event.type) {
    case 'BillMatched':
      // A new match begins without deductions.
      return { ...money, amountIdr: money.billedIdr, disputedIdr: NOTHING };
    case 'BillDifferencesDecided':
      return {
        ...money,
        amountIdr: event.data.payableIdr,
        disputedIdr: event.data.disputedIdr ?? NOTHING,
      };
    case 'ContributionRefunded': {
      const { amountIdr } = event.data;
      return { ...money, refundedIdr: sumTexts([money.refundedIdr, amountIdr]) };
    }
    case 'TreasuryVoucherRecorded':
      return event.data.step === 'SP2D' ? { ...money, at: 'ORDERED' } : money;
    // Nothing left after all: it is owed until the next order is written.
    case 'TreasuryPaymentReturned':
      return { ...money, at: 'OWED' };
    case 'ContributionPaymentProved':
    case 'ContributionConfirmed':
      return { ...money, at: 'PAID' };
    case 'BillDifferenceFound':
    case 'ReconciliationSigned':
      return money;
    default:
      return assertNever(event, 'contribution bill event');
  }
};

const NOTHING = rupiahText(rupiah(0n));

const OWN_PLACE = { OWED: 'PAYABLE', ORDERED: 'IN_TRANSIT', PAID: 'BANK' } as const;

/** Nothing can be claimed back before it was paid. */
const claimedBack = ({ mode, disputedIdr, refundedIdr, at }: BillMoney): Balances => {
  if (at !== 'PAID') return {};
  return mode === 'DISBURSES'
    ? added(moved('RECEIVABLE', 'EXPENSE', disputedIdr), moved('BANK', 'RECEIVABLE', refundedIdr))
    : added(
        moved('TRACKED_RECEIVABLE', 'TRACKED', disputedIdr),
        moved('TRACKED_REPORTED', 'TRACKED_RECEIVABLE', refundedIdr),
      );
};

/** A bill that nobody was named to pay is noted beside the books: it left no account of ours. */
export const billBalances = (money: BillMoney | undefined): Balances => {
  if (money === undefined) return {};
  const { mode, amountIdr, at } = money;
  const paid =
    mode === 'DISBURSES'
      ? moved('EXPENSE', OWN_PLACE[at], amountIdr)
      : moved('TRACKED', at === 'PAID' ? 'TRACKED_REPORTED' : 'TRACKED_OWED', amountIdr);
  return added(paid, claimedBack(money));
};
