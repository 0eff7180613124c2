// Samples of a hospital that treats on our guarantee, and of its bill.
import type { HospitalEvent } from '../../domain/claim/hospital/hospital-events.ts';
import { mandate, payee } from './event-sample-claim-facts.ts';
import { day, fileSha256, idr, ids, type SamplesOf } from './event-sample-parts.ts';

const { claim: claimId, document: billId } = ids;

export const hospitalSamples: SamplesOf<HospitalEvent> = {
  HospitalGuaranteed: [
    {
      ...{ claimId, guarantee: 1, from: day('2026-05-11'), payee, ruleId: 'K-10' },
      hospital: { code: 'RSUD-BTG', name: 'RSUD Taman Husada' },
      article: 'PP 82/2019 Pasal 25',
    },
  ],
  HospitalBillReceived: [
    {
      ...{ claimId, billId, guarantee: 1, number: 'INV-0912', billedOn: day('2026-05-20') },
      lines: [
        {
          ...{ line: 1, item: 'EMERGENCY', servedOn: day('2026-05-11') },
          ...{ amountIdr: idr(450_000n), tariffIdr: idr(400_000n), referencePriceIdr: null },
        },
        {
          ...{ line: 2, item: 'PROSTHESIS', servedOn: day('2026-05-19') },
          ...{ amountIdr: idr(4_500_000n), tariffIdr: null, referencePriceIdr: idr(3_000_000n) },
        },
      ],
      ...{ totalIdr: idr(4_950_000n), evidenceSha256: fileSha256 },
    },
  ],
  HospitalBillVerified: [
    {
      ...{ claimId, billId, acceptedIdr: idr(4_600_000n), disputedIdr: idr(350_000n), mandate },
      lines: [
        {
          ...{ line: 1, item: 'EMERGENCY', billedIdr: idr(450_000n), acceptedIdr: idr(400_000n) },
          ...{ ground: 'ABOVE_TARIFF', reason: null, ruleId: 'K-10' },
          article: 'PP 82/2019 Pasal 25',
        },
        {
          ...{ line: 2, item: 'PROSTHESIS', billedIdr: idr(4_500_000n) },
          ...{ acceptedIdr: idr(4_200_000n), ground: 'OVER_LIMIT', reason: 'harga acuan' },
          ...{ ruleId: 'K-23', article: 'PP 82/2019 Pasal 25' },
        },
      ],
      verifiedBy: ['verifikator-1'],
    },
  ],
  HospitalBillReturned: [{ claimId, billId, reason: 'periksa lagi butir 2' }],
  HospitalBillApproved: [
    {
      ...{ claimId, billId, acceptedIdr: idr(4_600_000n), dueOn: day('2026-06-02') },
      approvedBy: ['penetap-1'],
    },
  ],
};
