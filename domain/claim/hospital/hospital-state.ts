// Hospitals and their bills, folded: each bill stands as received, verified or approved.
import { assertNever } from '../../decider.ts';
import { type AcceptedBefore, HOSPITAL_ITEMS } from '../../rules/hospital-bill.ts';
import { BILL_CODES, type Bill, type BillCode } from '../../rules/reimbursement.ts';
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

/** One ceiling for the hospital and the worker: what one holds, the other cannot get. */
const movesCeiling = ({ hospital, incident }: ClaimState, event: HospitalEvent): boolean => {
  if (event.type !== 'HospitalBillVerified' && event.type !== 'HospitalBillReturned') return false;
  const bill = hospital.bills.find(({ billId }) => billId === event.data.billId);
  const asked = incident?.bills ?? [];
  return (bill?.lines ?? []).some(({ item }) =>
    asked.some(({ code }) => code === HOSPITAL_ITEMS[item]),
  );
};

export const onHospital = (state: ClaimState, event: HospitalEvent): ClaimState => ({
  ...state,
  hospital: hospitalAfter(state.hospital, event),
  checksCurrent: state.checksCurrent && !movesCeiling(state, event),
});

/** However a clerk types it: `rsud-btg ` is RSUD-BTG. */
export const hospitalCode = (text: string): string => text.trim().toUpperCase();

/** One bill, whoever types its number. */
export const sameNumber = (one: string, other: string): boolean =>
  one.trim().toUpperCase() === other.trim().toUpperCase();

/** The hospital's own name of a bill: its code, and the number it gave. */
export const nameOfBill = ({ guarantees, bills }: HospitalState, billId: string): string | null => {
  const bill = bills.find((one) => one.billId === billId);
  const of = guarantees.find(({ guarantee }) => guarantee === bill?.guarantee);
  if (bill === undefined || of === undefined) return null;
  return `${hospitalCode(of.hospital.code)}|${bill.number.trim().toUpperCase()}`;
};

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

type Share = { readonly code: BillCode; readonly amountIdr: bigint };

/** What the worker was granted; a sum that must be checked again first will count the bills then. */
export const grantedToWorker = (state: ClaimState): readonly Share[] => {
  const isFinal = state.checksCurrent || state.verdict !== null || state.settledOnce;
  const lines = isFinal ? (state.benefits?.lines ?? []) : [];
  return BILL_CODES.map((code) => ({
    code,
    amountIdr: lines
      .filter((line) => line.code === code)
      .reduce((sum, { amountIdr }) => sum + BigInt(amountIdr), 0n),
  }));
};

/** What the worker asks back, or was granted where that is more. */
export const heldByWorker = (state: ClaimState): readonly Share[] =>
  grantedToWorker(state).map(({ code, amountIdr }) => {
    const asked = (state.incident?.bills ?? []).filter((bill) => bill.code === code);
    const sum = asked.reduce((all, bill) => all + BigInt(bill.amountIdr), 0n);
    const beyond = sum - amountIdr;
    return { code, amountIdr: beyond > 0n ? sum : amountIdr };
  });

/** What verified bills hold of the ceilings that the worker's own costs share. */
export const takenByHospitals = ({ hospital }: Pick<ClaimState, 'hospital'>): readonly Bill[] =>
  hospital.bills
    .filter(({ status }) => status !== 'RECEIVED')
    .flatMap(({ verified }) => verified?.lines ?? [])
    .map(({ item, acceptedIdr }) => ({
      ...{ code: HOSPITAL_ITEMS[item], amountIdr: BigInt(acceptedIdr) },
      ...{ referencePriceIdr: null, isTaken: true },
    }));
