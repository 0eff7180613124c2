// Where the money of one contribution bill stands after each of its events.
import { assertNever } from '../decider.ts';
import type { RupiahText } from '../money.ts';
import type { ContributionBillEvent, MandateMode } from '../programme/events.ts';
import { type Balances, moved } from './accounts.ts';

export type BillMoney = {
  readonly payerId: string | null;
  readonly mode: MandateMode | null;
  /** What is still billed: a deduction takes its part of the expense back. */
  readonly amountIdr: RupiahText;
  readonly billedIdr: RupiahText;
  readonly at: 'OWED' | 'ORDERED' | 'PAID';
};

export const billMoneyAfter = (
  money: BillMoney | undefined,
  event: ContributionBillEvent,
): BillMoney | undefined => {
  if (event.type === 'ContributionBilled') {
    const { amountIdr, payer = null } = event.data;
    const { payerId = null, mode = null } = payer ?? {};
    return { payerId, mode, amountIdr, billedIdr: amountIdr, at: 'OWED' };
  }
  if (money === undefined) return undefined;
  switch (event.type) {
    case 'BillMatched':
      // A new match begins without deductions.
      return { ...money, amountIdr: money.billedIdr };
    case 'BillDifferencesDecided':
      return { ...money, amountIdr: event.data.payableIdr };
    case 'TreasuryVoucherRecorded':
      return event.data.step === 'SP2D' ? { ...money, at: 'ORDERED' } : money;
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

const OWN_PLACE = { OWED: 'PAYABLE', ORDERED: 'IN_TRANSIT', PAID: 'BANK' } as const;

/** A bill that nobody was named to pay is noted beside the books: it left no account of ours. */
export const billBalances = (money: BillMoney | undefined): Balances => {
  if (money === undefined) return {};
  const { mode, amountIdr, at } = money;
  return mode === 'DISBURSES'
    ? moved('EXPENSE', OWN_PLACE[at], amountIdr)
    : moved('TRACKED', at === 'PAID' ? 'TRACKED_REPORTED' : 'TRACKED_OWED', amountIdr);
};
