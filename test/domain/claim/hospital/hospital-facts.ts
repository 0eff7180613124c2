// Wishes about a hospital that treats on our guarantee, shared by the specifications.
import type { ClaimCommand } from '../../../../domain/claim/events.ts';
import type { LineDispute } from '../../../../domain/claim/hospital/hospital-events.ts';
import type { BilledLine, HospitalItem } from '../../../../domain/rules/hospital-bill.ts';
import { idr, mandate, payeeOf } from '../claim-facts.ts';
import { EVENT_DATE } from '../incident-facts.ts';

export const guaranteeCare: ClaimCommand = {
  type: 'GuaranteeCare',
  data: {
    hospital: { code: 'RSUD-BTG', name: 'RSUD Taman Husada' },
    ...{ from: EVENT_DATE, payee: payeeOf('plkk') },
  },
};

export const billed = (
  line: number,
  item: HospitalItem,
  amount: string,
  change: Partial<BilledLine> = {},
): BilledLine => ({
  ...{ line, item, servedOn: EVENT_DATE, amountIdr: idr(amount) },
  ...{ tariffIdr: null, referencePriceIdr: null, ...change },
});

export const LINES: readonly BilledLine[] = [
  billed(1, 'EMERGENCY', '450000'),
  billed(2, 'AMBULANCE_LAND', '550000'),
];

export const receiveBill = (
  lines: readonly BilledLine[] = LINES,
  { billId = 'bill-1', number = 'INV-1' }: { billId?: string; number?: string } = {},
): ClaimCommand => ({
  type: 'ReceiveHospitalBill',
  data: {
    ...{ billId, guarantee: 1, number, billedOn: EVENT_DATE, lines },
    evidenceSha256: `sha-${billId}`,
  },
});

export const dispute = (line: number, accepted: string): LineDispute => ({
  ...{ line, acceptedIdr: idr(accepted), ground: 'NOT_FROM_ACCIDENT', reason: 'obat rutin' },
});

export const verifyBill = (
  disputes: readonly LineDispute[] = [],
  billId = 'bill-1',
): ClaimCommand => ({
  type: 'VerifyHospitalBill',
  data: { billId, disputes, mandate: mandate() },
});

export const returnBill: ClaimCommand = {
  type: 'ReturnHospitalBill',
  data: { billId: 'bill-1', reason: 'periksa lagi' },
};

export const approveBill = (accepted: string, billId = 'bill-1'): ClaimCommand => ({
  type: 'ApproveHospitalBill',
  data: { billId, acceptedIdr: idr(accepted) },
});
