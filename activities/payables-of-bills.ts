// What approved bills owe to hospitals, read from the claim's own events: one payable per bill.
import { parseRupiah } from '../domain/money.ts';
import { HOSPITAL_ITEMS } from '../domain/rules/hospital-bill.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import type { StreamIds } from '../infra/ids/stream-ids.ts';
import type { OwedPayable } from './payables-of-claim.ts';
import { allOf, lastOf, workerOfClaim } from './stored-events.ts';

/** A bill is owed beside the decisions of the claim: it has no decision number of its own. */
const BESIDE = 0;

type BillPayable = { readonly payable: OwedPayable; readonly cause: StoredEvent };

const payableOf = (
  history: readonly StoredEvent[],
  approval: StoredEvent,
  ids: StreamIds,
): OwedPayable | null => {
  const approved = lastOf([approval], 'HospitalBillApproved')?.data;
  const workerId = workerOfClaim(history);
  if (approved === undefined || workerId === null) return null;
  const { billId, claimId, acceptedIdr, dueOn, approvedBy } = approved;
  const bill = allOf(history, 'HospitalBillReceived').find((one) => one.billId === billId);
  const verified = allOf(history, 'HospitalBillVerified').findLast((one) => one.billId === billId);
  const guarantee = allOf(history, 'HospitalGuaranteed').find(
    (one) => one.guarantee === bill?.guarantee,
  );
  if (verified === undefined || guarantee === undefined) return null;
  if (parseRupiah(acceptedIdr) <= 0n) return null;
  const paid = verified.lines.filter((line) => parseRupiah(line.acceptedIdr) > 0n);
  const { payerId, mandateId, mode } = verified.mandate;
  return {
    payableId: ids.payable(claimId, BESIDE, `bill-${billId}`),
    ...{ claimId, workerId, decision: BESIDE, billId },
    lineCodes: [...new Set(paid.map(({ item }) => HOSPITAL_ITEMS[item]))],
    ...{ amountIdr: acceptedIdr, payerId, mandateId, mode, flow: 'BENEFIT', dueOn },
    ...{ payee: guarantee.payee, recommendedBy: verified.verifiedBy, approvedBy },
  };
};

export const payablesOfBills = (
  history: readonly StoredEvent[],
  ids: StreamIds,
): readonly BillPayable[] =>
  history
    .filter(({ type }) => type === 'HospitalBillApproved')
    .flatMap((cause) => {
      const payable = payableOf(history, cause, ids);
      return payable === null ? [] : [{ payable, cause }];
    });
