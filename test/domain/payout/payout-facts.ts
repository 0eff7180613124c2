// The ordinary wishes about payables and runs, shared by the specifications.
import { localDate } from '../../../domain/calendar.ts';
import type { PayableCommand } from '../../../domain/payout/events.ts';
import { payableDecider } from '../../../domain/payout/payable-decider.ts';
import type { PayableCreated } from '../../../domain/payout/payable-events.ts';
import type { BankAnswerKind } from '../../../domain/payout/payment-events.ts';
import { payoutRunDecider } from '../../../domain/payout/run-decider.ts';
import type { PayoutRunCommand, RunMember } from '../../../domain/payout/run-events.ts';
import { idr, payeeOf } from '../claim/claim-facts.ts';
import { at, person, specify } from '../specification.ts';

type Wish<T extends PayableCommand['type']> = Extract<PayableCommand, { type: T }>['data'];
type RunWish<T extends PayoutRunCommand['type']> = Extract<PayoutRunCommand, { type: T }>['data'];

export const payable = specify(payableDecider);
export const run = specify(payoutRunDecider);

export const system = at(person('system', 'follow-up'));
export const cashier = at(person('citra', 'assemble-run'));
export const treasurer = at(person('dewi', 'release-run'));

export const createPayable = (change: Partial<PayableCreated['data']> = {}): PayableCommand => ({
  type: 'CreatePayable',
  data: {
    payableId: 'payable-1',
    claimId: 'claim-1',
    workerId: 'worker-1',
    decision: 1,
    lineCodes: ['JKM.LUMP', 'JKM.PERIODIC', 'JKM.FUNERAL'],
    amountIdr: idr('42000000'),
    payerId: 'payer-1',
    mandateId: 'mandate-1',
    mode: 'DISBURSES',
    flow: 'BENEFIT',
    payee: payeeOf('h1'),
    dueOn: localDate('2024-07-11'),
    recommendedBy: ['ani'],
    approvedBy: ['budi'],
    ...change,
  },
});

export const hold = (reason = 'rekening diragukan'): PayableCommand => ({
  type: 'HoldPayable',
  data: { reason },
});
export const release = (reason = 'rekening benar'): PayableCommand => ({
  type: 'ReleasePayable',
  data: { reason },
});
export const select = (runId = 'run-1'): PayableCommand => ({
  type: 'SelectPayable',
  data: { runId },
});
export const deselect = (runId = 'run-1'): PayableCommand => ({
  type: 'DeselectPayable',
  data: { runId },
});
export const intend = (runId = 'run-1', endToEndId = 'LD-1'): PayableCommand => ({
  type: 'IntendPayment',
  data: { runId, endToEndId },
});
export const sent = (endToEndId = 'LD-1', fileSha256 = 'sha-1'): PayableCommand => ({
  type: 'RecordSent',
  data: { endToEndId, fileSha256 },
});
export const unknown = (endToEndId = 'LD-1'): PayableCommand => ({
  type: 'RecordUnknown',
  data: { endToEndId, reason: 'tidak ada jawaban' },
});
export const answer = (
  kind: BankAnswerKind,
  change: Partial<Wish<'RecordBankAnswer'>> = {},
): PayableCommand => ({
  type: 'RecordBankAnswer',
  data: {
    endToEndId: 'LD-1',
    kind,
    amountIdr: idr('42000000'),
    bankReference: `ref-${kind}`,
    reasonCode: kind === 'returned' || kind === 'rejected' ? 'AC04' : null,
    bookedOn: kind === 'settled' ? localDate('2024-07-09') : null,
    ...change,
  },
});
export const resolve = (
  endToEndId: string | null = 'LD-1',
  change: Partial<Wish<'ResolvePayment'>> = {},
): PayableCommand => ({
  type: 'ResolvePayment',
  data: {
    outcome: endToEndId === null ? 'NOT_PAID' : 'PAID',
    endToEndId,
    reason: 'rekening koran kertas dari bank',
    ...change,
  },
});
export const NEW_ACCOUNT = {
  account: { ...payeeOf('h1').account, commitment: 'new-account' },
  accountIndex: 'index-new',
  bic: 'CENAIDJA',
};
export const proposeCorrection = (
  change: Partial<Wish<'ProposePayeeCorrection'>> = {},
): PayableCommand => ({
  type: 'ProposePayeeCorrection',
  data: { ...NEW_ACCOUNT, evidenceSha256: 'paper', reason: 'rekening ditutup', ...change },
});
export const confirmCorrection = (
  change: Partial<Wish<'ConfirmPayeeCorrection'>> = {},
): PayableCommand => {
  const { accountIndex, bic } = NEW_ACCOUNT;
  return { type: 'ConfirmPayeeCorrection', data: { accountIndex, bic, ...change } };
};
export const reportPayment = (change: Partial<Wish<'ReportPayment'>> = {}): PayableCommand => ({
  type: 'ReportPayment',
  data: {
    reporter: 'KCP Bontang',
    amountIdr: idr('42000000'),
    paidOn: localDate('2024-07-05'),
    reference: 'BPJS/77',
    evidenceSha256: null,
    ...change,
  },
});
export const confirmReceipt = (day = '2024-07-06'): PayableCommand => ({
  type: 'ConfirmReceipt',
  data: { confirmedOn: localDate(day) },
});

/** The past that follows when the system carries out these wishes about one payable. */
export const payableAfter = (...commands: readonly PayableCommand[]) =>
  payable.after(...commands.map((command) => [command, system] as const));

export const member = (payableId: string, change: Partial<RunMember> = {}): RunMember => ({
  payableId,
  claimId: `claim-of-${payableId}`,
  amountIdr: idr('42000000'),
  mode: 'DISBURSES',
  payerId: 'payer-1',
  decidedBy: ['ani', 'budi'],
  ...change,
});

export const assemble = (change: Partial<RunWish<'AssembleRun'>> = {}): PayoutRunCommand => ({
  type: 'AssembleRun',
  data: {
    runId: 'run-1',
    payerId: 'payer-1',
    flow: 'BENEFIT',
    mode: 'DISBURSES',
    members: [member('payable-1'), member('payable-2', { amountIdr: idr('10000000') })],
    membersSha256: 'members-1',
    ...change,
  },
});
export const releaseRun = (
  sum = '52000000',
  change: Partial<RunWish<'ReleaseRun'>> = {},
): PayoutRunCommand => ({
  type: 'ReleaseRun',
  data: { sumIdr: idr(sum), ...change },
});
export const cancelRun = (reason = 'salah pilih'): PayoutRunCommand => ({
  type: 'CancelRun',
  data: { reason },
});
export const prepareFile = (sha256 = 'file-1'): PayoutRunCommand => ({
  type: 'PrepareFile',
  data: {
    name: 'run-1.xml',
    sha256,
    messageId: 'MSG-1',
    createdAt: '2024-07-08T04:00:00.000Z',
  },
});
export const dropFile = (sha256 = 'file-1'): PayoutRunCommand => ({
  type: 'DropFile',
  data: { sha256 },
});
export const ingest = (fileSha256 = 'answer-1'): PayoutRunCommand => ({
  type: 'IngestAnswer',
  data: { fileSha256, lines: 2, problems: 0 },
});
export const reconcile = (change: Partial<RunWish<'ReconcileRun'>> = {}): PayoutRunCommand => ({
  type: 'ReconcileRun',
  data: {
    settled: 1,
    settledIdr: idr('42000000'),
    returned: 0,
    returnedIdr: idr('0'),
    unknown: 1,
    unknownIdr: idr('10000000'),
    ...change,
  },
});
