// The accounts of a payer's book, and an entry: lines of one payer and one flow that add up to zero.
import type { LocalDate } from '../calendar.ts';
import { parseRupiah, type RupiahText, rupiah, rupiahText } from '../money.ts';
import type { Flow } from '../programme/events.ts';

/** Money that this house pays. */
const OWN_ACCOUNTS = [
  'EXPENSE',
  'PAYABLE',
  'RETAINED',
  'IN_TRANSIT',
  'UNANSWERED',
  'BANK',
  'CONTESTED',
  'RECEIVABLE',
  'TAKEN_OVER',
] as const;

/** Money that another house pays: noted beside the books, in no sum with ours. */
const TRACKED_ACCOUNTS = [
  'TRACKED',
  'TRACKED_OWED',
  'TRACKED_RETAINED',
  'TRACKED_REPORTED',
  'TRACKED_RECEIVED',
  'TRACKED_RECEIVABLE',
  'TRACKED_TAKEN_OVER',
] as const;

export const ACCOUNTS = [...OWN_ACCOUNTS, ...TRACKED_ACCOUNTS] as const;
export type Account = (typeof ACCOUNTS)[number];

/** Debit is positive, credit negative. */
export type PostingLine = { readonly account: Account; readonly amountIdr: RupiahText };

export type Entry = {
  /** Null: the bill of a programme in which nobody was named yet to pay the contributions. */
  readonly payerId: string | null;
  readonly flow: Flow;
  /** The bank's day where there is one, else the office's day of the act. */
  readonly on: LocalDate;
  readonly lines: readonly PostingLine[];
};

/** What stands on the accounts of one sum: an amount is somewhere, and adds up to nothing. */
export type Balances = Readonly<Partial<Record<Account, bigint>>>;

/** From one account to another: debited here, credited there. */
export const moved = (debit: Account, credit: Account, amountIdr: RupiahText): Balances => {
  const amount = parseRupiah(amountIdr);
  return { [debit]: amount, [credit]: -amount };
};

export const added = (...parts: readonly Balances[]): Balances => {
  const sums: Partial<Record<Account, bigint>> = {};
  for (const part of parts)
    for (const account of ACCOUNTS)
      if (part[account] !== undefined) sums[account] = (sums[account] ?? 0n) + part[account];
  return sums;
};

/** The postings that lead from what stood to what stands; an unbalanced one is a bug. */
export const postingsBetween = (before: Balances, after: Balances): readonly PostingLine[] => {
  const lines = ACCOUNTS.flatMap((account) => {
    const amount = (after[account] ?? 0n) - (before[account] ?? 0n);
    return amount === 0n ? [] : [{ account, amount }];
  });
  const total = lines.reduce((sum, { amount }) => sum + amount, 0n);
  if (total !== 0n) throw new Error(`an entry that is ${total} rupiah out of balance`);
  return lines
    .toSorted((a, b) => Number(b.amount > 0n) - Number(a.amount > 0n))
    .map(({ account, amount }) => ({ account, amountIdr: rupiahText(rupiah(amount)) }));
};
