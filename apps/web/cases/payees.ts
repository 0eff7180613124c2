// Who is paid, as far as the office of whoever looks may see: names, bank, the end of the account.
import { maskedNumber, nameFor, sightOf } from '../../../domain/office/visibility.ts';
import type { Sealed } from '../../../domain/sealed.ts';
import type { PayableRow } from '../../../projections/payout-ledger/payable-row.ts';
import type { Desk, Visit } from '../house.ts';

export type PayeeShown = {
  readonly name: string | null;
  readonly bank: string | null;
  readonly account: string | null;
};

const NOBODY_SHOWN: PayeeShown = { name: null, bank: null, account: null };

/** Null where the key of the person was destroyed. */
export const openAll = async (
  { keys }: Pick<Desk, 'keys'>,
  sealed: readonly Sealed[],
): Promise<readonly (string | null)[]> =>
  (await keys.openMany(sealed)).map((one) => (one.status === 'opened' ? one.value : null));

/** By payable; what stays in the fund has no payee. */
export const payeesOf = async (
  { desk, visitor: { office } }: Visit,
  rows: readonly Pick<PayableRow, 'payableId' | 'payee'>[],
): Promise<(payableId: string) => PayeeShown> => {
  const paid = rows.flatMap(({ payableId, payee }) =>
    payee === null ? [] : [{ payableId, payee }],
  );
  const isAccountSeen = sightOf(office, 'ACCOUNT') !== 'NONE';
  const isNameSeen = sightOf(office, 'IDENTITY') !== 'NONE';
  const names = isNameSeen
    ? await openAll(
        desk,
        paid.map(({ payee }) => payee.name),
      )
    : [];
  const accounts = isAccountSeen
    ? await openAll(
        desk,
        paid.map(({ payee }) => payee.account),
      )
    : [];
  const shown = new Map(
    paid.map(({ payableId, payee }, at): [string, PayeeShown] => {
      const [name, account] = [names[at] ?? null, accounts[at] ?? null];
      return [
        payableId,
        {
          name: name === null ? null : nameFor(office, name),
          bank: isAccountSeen ? payee.bic : null,
          account: account === null ? null : maskedNumber(account),
        },
      ];
    }),
  );
  return (payableId) => shown.get(payableId) ?? NOBODY_SHOWN;
};
