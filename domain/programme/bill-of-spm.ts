// Which bill an order of the treasury belongs to: the list names the SPM alone, and sponsors number theirs alike.
import type { ContributionBillState } from './bill-state.ts';

export type NumberedBill = { readonly billId: string; readonly state: ContributionBillState };

/** One number on two bills belongs to neither of them: money is not carried by a guess. */
export const billsBySpm = (bills: Iterable<NumberedBill>) => {
  const byNumber = new Map<string, NumberedBill | 'SpmAmbiguous'>();
  for (const bill of bills) {
    const spm = bill.state.vouchers.find(({ step }) => step === 'SPM_LS');
    if (spm !== undefined)
      byNumber.set(spm.number, byNumber.has(spm.number) ? 'SpmAmbiguous' : bill);
  }
  return (number: string): NumberedBill | 'SpmAmbiguous' | 'SpmUnknown' =>
    byNumber.get(number) ?? 'SpmUnknown';
};
