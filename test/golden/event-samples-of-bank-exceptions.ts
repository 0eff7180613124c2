// Samples of what does not fit with the bank.
import type { BankExceptionEvent } from '../../domain/bank-exception/events.ts';
import { day, fileSha256, idr, ids, type SamplesOf } from './event-sample-parts.ts';

const exceptionId = '7d3cb148-c06e-5a0c-8f71-d9261b4fe876';

export const bankExceptionSamples: SamplesOf<BankExceptionEvent> = {
  BankExceptionOpened: [
    {
      ...{ exceptionId, kind: 'OTHER_AMOUNT', code: 'Disputed', payableId: ids.payable },
      ...{ payerId: ids.payer, runId: ids.run, lineReference: ids.endToEnd },
      ...{ bankReference: 'FT26145001', amountIdr: idr(41_999_999n) },
      ...{ expectedIdr: idr(42_000_000n), bookedOn: day('2026-06-08'), fileSha256 },
      ownerId: 'keuangan-1',
    },
    {
      ...{ exceptionId, kind: 'UNKNOWN_REFERENCE', code: 'UnknownPayment', payableId: null },
      ...{ payerId: null, runId: null, lineReference: 'sha256:0f1e2d3c4b5a69788796a5b4' },
      ...{ bankReference: '', amountIdr: null, expectedIdr: null, bookedOn: null, fileSha256 },
      ownerId: 'keuangan-1',
    },
  ],
  BankExceptionAssigned: [
    { exceptionId, from: 'keuangan-1', assignee: 'keuangan-2', reason: 'cuti' },
  ],
  BankExceptionResolved: [
    {
      ...{ exceptionId, result: 'PAYMENT_CLEARED', reason: 'surat bank 12/2026' },
      resolvedBy: ['keuangan-2'],
    },
  ],
};
