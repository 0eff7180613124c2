// The money of one death and the runs that carry it, step by step.
import type { Payee } from '../../domain/claim/assessment/assessment-events.ts';
import type { PayableEvent } from '../../domain/payout/events.ts';
import type { MandateMode } from '../../domain/programme/events.ts';
import { BRANCH_PAYER, day, type Fact, idr, morning, sealed, system, type Who } from './history.ts';

export const payeeOf = (workerId: string): Payee => {
  const claimId = `claim-${workerId}`;
  return {
    ref: 'heir-1',
    name: sealed(claimId, 'payee.name'),
    account: sealed(claimId, 'payee.account'),
    accountIndex: `index-${workerId}`,
    bic: 'BANKIDJA',
  };
};

export const moneyOf = (workerId: string, mode: MandateMode) => {
  const claimId = `claim-${workerId}`;
  const payableId = `payable-${workerId}`;
  const payee = payeeOf(workerId);
  const recommended = ['ani'];
  const approved = ['budi'];
  const payable = (event: PayableEvent, at: string, who: Who = system): Fact => ({
    category: 'payable',
    streamId: payableId,
    event,
    at,
    ...who,
  });
  const attempt = (number: number) => ({
    endToEndId: `e2e-${workerId}-${number}`,
    runId: `run-${number}`,
  });
  return {
    payableId,
    payable: payable(
      {
        type: 'PayableCreated',
        data: {
          payableId,
          claimId,
          workerId,
          decision: 1,
          lineCodes: ['JKM.LUMP'],
          amountIdr: idr(42_000_000),
          payerId: BRANCH_PAYER,
          mandateId: 'mandate-1',
          mode,
          flow: 'BENEFIT',
          payee,
          dueOn: day('2024-06-06'),
          recommendedBy: recommended,
          approvedBy: approved,
        },
      },
      morning('2024-06-05'),
    ),
    held: [
      payable(
        { type: 'PayableHeld', data: { payableId, reason: 'account name' } },
        morning('2024-06-05'),
      ),
      payable(
        { type: 'PayableReleased', data: { payableId, reason: 'cleared' } },
        morning('2024-06-05'),
      ),
    ],
    sent: (number: number, on: string): readonly Fact[] => {
      const { runId, endToEndId } = attempt(number);
      return [
        payable(
          { type: 'PayableSelected', data: { payableId, runId, attempt: number } },
          morning(on),
        ),
        payable(
          {
            type: 'PaymentIntended',
            data: {
              payableId,
              runId,
              attempt: number,
              endToEndId,
              amountIdr: idr(42_000_000),
            },
          },
          morning(on),
        ),
        payable(
          { type: 'PaymentSent', data: { payableId, endToEndId, fileSha256: `file-${number}` } },
          morning(on),
        ),
      ];
    },
    unknown: (number: number): Fact =>
      payable(
        {
          type: 'PaymentUnknown',
          data: { payableId, endToEndId: attempt(number).endToEndId, reason: 'no answer' },
        },
        morning('2024-06-06'),
      ),
    moneyBack: (number: number): Fact =>
      payable(
        {
          type: 'PaymentReturned',
          data: {
            payableId,
            endToEndId: attempt(number).endToEndId,
            amountIdr: idr(42_000_000),
            bankReference: `back-${number}`,
            reasonCode: 'AC04',
          },
        },
        morning('2024-06-07'),
      ),
    letGo: (): Fact =>
      payable(
        { type: 'PayableReleased', data: { payableId, reason: 'rekening sudah benar' } },
        morning('2024-06-08'),
      ),
    voided: (number: number): Fact =>
      payable(
        { type: 'PaymentVoided', data: { payableId, ...attempt(number) } },
        morning('2024-06-08'),
      ),
    resolved: (number: number | null): Fact =>
      payable(
        {
          type: 'PaymentResolved',
          data: {
            payableId,
            outcome: number === null ? 'NOT_PAID' : 'PAID',
            endToEndId: number === null ? null : attempt(number).endToEndId,
            reason: 'surat bank',
            resolvedBy: ['gita'],
          },
        },
        morning('2024-06-09'),
      ),
    paid: (number: number, on: string, readOn = on): Fact =>
      payable(
        {
          type: 'PaymentSettled',
          data: {
            payableId,
            endToEndId: attempt(number).endToEndId,
            amountIdr: idr(42_000_000),
            bankReference: `bank-${number}`,
            bookedOn: day(on),
          },
        },
        morning(readOn),
      ),
    reportedPaid: [
      payable(
        {
          type: 'PaymentReported',
          data: {
            payableId,
            reporter: 'BPJS Ketenagakerjaan Bontang',
            amountIdr: idr(42_000_000),
            paidOn: day('2024-06-06'),
            reference: 'TRF-1',
            evidenceSha256: null,
            differs: false,
          },
        },
        morning('2024-06-07'),
      ),
      payable(
        { type: 'ReceiptConfirmed', data: { payableId, confirmedOn: day('2024-06-08') } },
        morning('2024-06-08'),
      ),
    ],
  };
};

type RunFate = {
  readonly number: number;
  readonly workers: readonly string[];
  readonly on: string;
};

/** A run of one payer with the payables of these workers, as its own stream tells it. */
export const runFacts = ({ number, workers, on }: RunFate): readonly Fact[] => {
  const runId = `run-${number}`;
  const sumIdr = idr(42_000_000 * workers.length);
  const base = { category: 'payout_run', streamId: runId, at: morning(on) } as const;
  const treasurer = { by: 'sari', office: 'BPJS_BRANCH', act: 'assemble-run' } as const;
  const releaser = { by: 'tono', office: 'BPJS_BRANCH', act: 'release-run' } as const;
  return [
    ...workers.map(
      (workerId): Fact => ({
        ...base,
        ...treasurer,
        event: {
          type: 'RunMemberAdded',
          data: {
            runId,
            payableId: `payable-${workerId}`,
            claimId: `claim-${workerId}`,
            amountIdr: idr(42_000_000),
          },
        },
      }),
    ),
    {
      ...base,
      ...treasurer,
      event: {
        type: 'RunAssembled',
        data: {
          runId,
          payerId: BRANCH_PAYER,
          flow: 'BENEFIT',
          count: workers.length,
          sumIdr,
          membersSha256: 'members',
          assembledBy: ['sari'],
          decidedBy: ['ani', 'budi'],
        },
      },
    },
    {
      ...base,
      ...releaser,
      event: { type: 'RunReleased', data: { runId, sumIdr, releasedBy: ['tono'] } },
    },
    {
      ...base,
      ...system,
      event: {
        type: 'PaymentFilePrepared',
        data: {
          runId,
          name: `${runId}.xml`,
          sha256: `file-${number}`,
          messageId: `message-${number}`,
          createdAt: morning(on),
        },
      },
    },
    {
      ...base,
      ...system,
      event: { type: 'PaymentFileDropped', data: { runId, sha256: `file-${number}` } },
    },
  ];
};
