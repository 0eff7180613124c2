// Hospitals and their bills, folded: each bill stands as received, verified or approved.
import { assertNever } from '../../decider.ts';
import { type AcceptedBefore, HOSPITAL_ITEMS } from '../../rules/hospital-bill.ts';
import type { Bill } from '../../rules/reimbursement.ts';
import type { ClaimState } from '../state.ts';
import type { HospitalBill, HospitalEvent, HospitalState } from './hospital-events.ts';

const TYPES: Readonly<Record<HospitalEvent['type'], true>> = {
  HospitalGuaranteed: true,
  HospitalBillReceived: true,
  HospitalBillVerified: true,
  HospitalBillReturned: true,
  HospitalBillApproved: true,
};

export const isHospitalEvent = <E extends { readonly type: string }>(
  event: E,
): event is Extract<E, { readonly type: HospitalEvent['type'] }> =>
  Object.hasOwn(TYPES, event.type);

const changed = (
  { bills }: HospitalState,
  billId: string,
  change: Partial<HospitalBill>,
): readonly HospitalBill[] =>
  bills.map((bill) => (bill.billId === billId ? { ...bill, ...change } : bill));

const hospitalAfter = (hospital: HospitalState, event: HospitalEvent): HospitalState => {
  switch (event.type) {
    case 'HospitalGuaranteed': {
      const { claimId: _, ...guarantee } = event.data;
      return { ...hospital, guarantees: [...hospital.guarantees, guarantee] };
    }
    case 'HospitalBillReceived': {
      const { claimId: _, ...bill } = event.data;
      const received: HospitalBill = { ...bill, status: 'RECEIVED', verified: null };
      return { ...hospital, bills: [...hospital.bills, received] };
    }
    case 'HospitalBillVerified': {
      const { claimId: _, billId, ...verified } = event.data;
      return { ...hospital, bills: changed(hospital, billId, { status: 'VERIFIED', verified }) };
    }
    case 'HospitalBillReturned': {
      const { billId } = event.data;
      const back = { status: 'RECEIVED', verified: null } as const;
      return { ...hospital, bills: changed(hospital, billId, back) };
    }
    case 'HospitalBillApproved':
      return {
        ...hospital,
        bills: changed(hospital, event.data.billId, { status: 'APPROVED' }),
      };
    default:
      return assertNever(event, 'event of a hospital');
  }
};

export const onHospital = (state: ClaimState, event: HospitalEvent): ClaimState => ({
  ...state,
  hospital: hospitalAfter(state.hospital, event),
  // One ceiling for the hospital and the worker: what one got, the other cannot get.
  checksCurrent:
    state.checksCurrent &&
    (event.type !== 'HospitalBillApproved' || state.incident?.bills.length === 0),
});

/** What was accepted on other bills of the case. */
export const acceptedBefore = (
  { bills }: HospitalState,
  except: string,
): readonly AcceptedBefore[] =>
  bills
    .filter(({ billId }) => billId !== except)
    .flatMap(({ lines, verified }) =>
      (verified?.lines ?? []).flatMap(({ line, acceptedIdr }) =>
        lines
          .filter((billed) => billed.line === line)
          .map(({ item, servedOn, amountIdr }) => ({ item, servedOn, amountIdr, acceptedIdr })),
      ),
    );

/** What approved bills took of the ceilings that the worker's own costs share. */
export const takenByHospitals = ({ hospital }: Pick<ClaimState, 'hospital'>): readonly Bill[] =>
  hospital.bills
    .filter(({ status }) => status === 'APPROVED')
    .flatMap(({ verified }) => verified?.lines ?? [])
    .map(({ item, acceptedIdr }) => ({
      ...{ code: HOSPITAL_ITEMS[item], amountIdr: BigInt(acceptedIdr) },
      ...{ referencePriceIdr: null, isTaken: true },
    }));
