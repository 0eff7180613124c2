// One sum that is owed, for whoever may look at its purse; for everybody else it is not there.
import type { Acts } from '../../../domain/office/reading-acts.ts';
import type { PayableRow } from '../../../projections/payout-ledger/payable-row.ts';
import { payableById } from '../../../projections/payout-ledger.ts';
import { listProgrammes } from '../../../projections/programme-summary.ts';
import { isIdKey } from '../../cli/option-values.ts';
import type { Desk } from '../house.ts';
import { mayRead } from './own-area.ts';

/** Whoever has a hand in the payment itself, and whoever audits it. */
export const PAYMENT_READERS: Acts = [
  'assemble-run',
  'release-run',
  'hold-payment',
  'report-payment',
  'ingest-bank-answer',
  'audit',
];

export const readablePayable = async (
  desk: Desk,
  payableId: string,
): Promise<PayableRow | undefined> => {
  if (!isIdKey(payableId)) return undefined;
  const row = await payableById(desk.db, payableId);
  if (row === undefined) return undefined;
  const programmes = await listProgrammes(desk.db);
  const programme = programmes.find(({ payers }) =>
    payers.some(({ payerId }) => payerId === row.payerId),
  );
  if (programme === undefined) return undefined;
  return (await mayRead(desk, PAYMENT_READERS, programme.region)) ? row : undefined;
};
