// Samples of what a payable and its payout run record.
import type { PayableEvent } from '../../domain/payout/events.ts';
import type { PayoutRunEvent } from '../../domain/payout/run-events.ts';
import {
  accountIndex,
  day,
  fileSha256,
  idr,
  ids,
  type SamplesOf,
  sealed,
} from './event-sample-parts.ts';

const { payable: payableId, run: runId, endToEnd: endToEndId, claim: claimId } = ids;
const amountIdr = idr(42_000_000n);

const correction = {
  payableId,
  account: sealed('payee.account', ids.person),
  accountIndex,
  bic: 'BANKIDJA',
  evidenceSha256: fileSha256,
  reason: 'rekening lama sudah ditutup',
  proposedBy: ['verifikator-1'],
};

export const payableSamples: SamplesOf<PayableEvent> = {
  PayableCreated: [
    {
      payableId,
      claimId,
      workerId: ids.worker,
      decision: 1,
      lineCodes: ['JKM.LUMP', 'JKM.PERIODIC', 'JKM.FUNERAL'],
      amountIdr,
      payerId: ids.payer,
      mandateId: ids.mandate,
      mode: 'DISBURSES',
      flow: 'BENEFIT',
      payee: {
        ref: 'istri',
        name: sealed('payee.name', ids.person),
        account: sealed('payee.account', ids.person),
        accountIndex,
        bic: 'BANKIDJA',
      },
      dueOn: day('2026-06-05'),
      recommendedBy: ['verifikator-1'],
      approvedBy: ['kepala-1'],
      correctedBy: ['dinas-1'],
      billId: ids.document,
    },
    {
      payableId,
      claimId,
      workerId: ids.worker,
      decision: 1,
      lineCodes: ['JKM.LUMP', 'JKM.PERIODIC'],
      amountIdr: idr(32_000_000n),
      payerId: ids.payer,
      mandateId: ids.mandate,
      mode: 'DISBURSES',
      flow: 'BENEFIT',
      payee: null,
      dueOn: day('2026-06-05'),
      recommendedBy: ['verifikator-1'],
      approvedBy: ['kepala-1'],
    },
  ],
  PayableHeld: [{ payableId, reason: 'rekening sedang diperiksa' }],
  PayableCancelled: [{ payableId, reason: 'DEATH_DATE_CORRECTED' }],
  PayableReleased: [{ payableId, reason: 'rekening sudah benar' }],
  PayableSelected: [{ payableId, runId, attempt: 1 }],
  PayableDeselected: [{ payableId, runId }],
  PayeeCorrectionProposed: [correction],
  PayeeAccountCorrected: [{ ...correction, confirmedBy: ['pengawas-1'] }],
  PaymentIntended: [
    { payableId, runId, attempt: 2, endToEndId, amountIdr, replaces: ids.formerEndToEnd },
    { payableId, runId, attempt: 1, endToEndId, amountIdr },
  ],
  PaymentSent: [{ payableId, endToEndId, fileSha256 }],
  PaymentAccepted: [{ payableId, endToEndId, bankReference: 'BANK-0001' }],
  PaymentUnknown: [{ payableId, endToEndId, reason: 'tidak ada jawaban bank' }],
  PaymentRejected: [{ payableId, endToEndId, reasonCode: 'AC01' }],
  PaymentSettled: [
    {
      payableId,
      endToEndId,
      amountIdr,
      bankReference: 'BANK-0001',
      bookedOn: day('2026-06-04'),
    },
  ],
  PaymentReturned: [
    {
      ...{ payableId, endToEndId, amountIdr, bankReference: 'BANK-0002', reasonCode: 'AC04' },
      bookedOn: day('2026-03-05'),
    },
    { payableId, endToEndId, amountIdr, bankReference: 'BANK-0002', reasonCode: 'AC04' },
  ],
  PaymentDisputed: [
    {
      ...{ payableId, endToEndId, reason: 'SECOND_BOOKING', answer: 'settled', amountIdr },
      ...{ bankReference: 'BANK-0005', bookedOn: day('2026-03-05') },
    },
    {
      payableId,
      endToEndId,
      reason: 'OTHER_AMOUNT',
      answer: 'settled',
      amountIdr: idr(4_200_000n),
      bankReference: 'BANK-0003',
    },
  ],
  PaymentVoided: [{ payableId, runId, endToEndId }],
  StatementLineRead: [
    {
      ...{ payableId, endToEndId, kind: 'settled', amountIdr, bankReference: 'FT26145001' },
      ...{ bookedOn: day('2026-06-08'), evidenceSha256: fileSha256, readBy: ['keuangan-1'] },
    },
  ],
  StatementLineConfirmed: [{ payableId, endToEndId, confirmedBy: ['keuangan-2'] }],
  PaymentResolved: [
    {
      payableId,
      outcome: 'PAID',
      endToEndId,
      reason: 'rekening koran kertas dari bank',
      resolvedBy: ['pengawas-1'],
    },
    {
      payableId,
      outcome: 'NOT_PAID',
      endToEndId: null,
      reason: 'bank menyatakan tidak ada',
      resolvedBy: ['pengawas-1', 'pengawas-2'],
    },
  ],
  PaymentReported: [
    {
      payableId,
      reporter: 'BPJS cabang',
      amountIdr,
      paidOn: day('2026-06-04'),
      reference: 'BYR-0001/2026',
      evidenceSha256: fileSha256,
      differs: false,
    },
    {
      payableId,
      reporter: 'BPJS cabang',
      amountIdr: idr(10_000_000n),
      paidOn: day('2026-06-04'),
      reference: 'BYR-0001/2026',
      evidenceSha256: null,
      differs: true,
    },
  ],
  ReceiptConfirmed: [{ payableId, confirmedOn: day('2026-06-08') }],
};

export const payoutRunSamples: SamplesOf<PayoutRunEvent> = {
  RunMemberAdded: [{ runId, payableId, claimId, amountIdr }],
  RunAssembled: [
    {
      runId,
      payerId: ids.payer,
      flow: 'BENEFIT',
      count: 1,
      sumIdr: amountIdr,
      membersSha256: fileSha256,
      assembledBy: ['bendahara-1'],
      decidedBy: ['kepala-1', 'verifikator-1'],
    },
  ],
  RunReleased: [{ runId, sumIdr: amountIdr, releasedBy: ['bendahara-2'] }],
  RunCancelled: [{ runId, reason: 'payer keliru' }],
  PaymentFilePrepared: [
    {
      runId,
      name: 'LD-C3E479600A81.pain.001.xml',
      sha256: fileSha256,
      messageId: 'LD-C3E479600A81',
      createdAt: '2026-06-03T02:00:00.000Z',
    },
  ],
  PaymentFileDropped: [{ runId, sha256: fileSha256 }],
  BankAnswerIngested: [{ runId, fileSha256, lines: 1, problems: 0 }],
  RunNamesOpened: [
    { runId, count: 2, reason: 'daftar nominatif untuk BPK', openedBy: ['keuangan-1'] },
  ],
  RunReconciled: [
    {
      runId,
      settled: 1,
      settledIdr: amountIdr,
      returned: 1,
      returnedIdr: idr(10_000_000n),
      unknown: 0,
      unknownIdr: idr(0n),
    },
  ],
};
