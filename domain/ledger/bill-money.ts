// Where the money of one contribution bill stands after each of its events.
import { assertNever } from '../decider.ts';
import type { RupiahText } from '../money.ts';
import type { ContributionBillEvent, MandateMode } from '../programme/events.ts';
import { type Balances, moved } from './accounts.ts';

export type BillMoney = {
  readonly payerId: string | null;
  readonly mode: MandateMode | null;
  readonly amountIdr: RupiahText;
  readonly at: 'OWED' | 'PAID';
};

export const billMoneyAfter = (
  money: BillMoney | undefined,
  event: ContributionBillEvent,
): BillMoney | undefined => {
  if (event.type === 'ContributionBilled') {
    const { amountIdr, payer = null } = event.data;
    const { payerId = null, mode = null } = payer ?? {};
    return { payerId, mode, amountIdr, at: 'OWED' };
  }
  if (money === undefined) return undefined;
  switch (event.type) {
    case 'ContributionConfirmed':
      return { ...money, at: 'PAID' };
    default:
      return assertNever(event, 'contribution bill event');
  }
};

/** A bill that nobody was named to pay is noted beside the books: it left no account of ours. */
export const billBalances = (money: BillMoney | undefined): Balances => {
  if (money === undefined) return {};
  const { mode, amountIdr, at } = money;
  return mode === 'DISBURSES'
    ? moved('EXPENSE', at === 'PAID' ? 'BANK' : 'PAYABLE', amountIdr)
    : moved('TRACKED', at === 'PAID' ? 'TRACKED_REPORTED' : 'TRACKED_OWED', amountIdr);
};
