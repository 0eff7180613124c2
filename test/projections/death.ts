// One death, step by step: facts from which a test tells the story it needs.
import type { ClaimEvent } from '../../domain/claim/events.ts';
import type { MandateMode } from '../../domain/programme/events.ts';
import {
  approver,
  BRANCH_PAYER,
  coverOf,
  DOCUMENTS,
  day,
  type Fact,
  idr,
  morning,
  PROGRAMME,
  sealed,
  system,
  verifier,
  type Who,
  workerFact,
} from './history.ts';
import { moneyOf, payeeOf } from './payment.ts';

/** One death on its way: every id follows from the worker, every day from the report. */
export const deathOf = (workerId: string, mode: MandateMode) => {
  const claimId = `claim-${workerId}`;
  const payee = payeeOf(workerId);
  const claim = (event: ClaimEvent, at: string, who: Who = verifier): Fact => ({
    category: 'claim',
    streamId: claimId,
    event,
    at,
    ...who,
  });
  const recommended = ['ani'];
  const approved = ['budi'];
  const mandate = { payerId: BRANCH_PAYER, mandateId: 'mandate-1', mode, programmeId: PROGRAMME };
  const report = (reportId: string, deathDate: string) => ({
    claimId,
    workerId,
    reportId,
    deathDate: day(deathDate),
    channel: 'KELURAHAN' as const,
    relation: 'SPOUSE' as const,
    reporterName: sealed(claimId, 'report.name'),
    reporterContact: sealed(claimId, 'report.contact'),
    circumstances: sealed(claimId, 'report.circumstances'),
    workAccidentSuspected: false,
  });
  return {
    claimId,
    reported: [
      claim(
        { type: 'DeathReported', data: report('report-1', '2024-05-20') },
        morning('2024-05-21'),
        {
          by: 'dewi',
          office: 'KELURAHAN',
          act: 'report-death',
        },
      ),
      workerFact(
        workerId,
        {
          type: 'WorkerReportedDead',
          data: { workerId, claimId, deathDate: day('2024-05-20') },
        },
        morning('2024-05-21'),
      ),
    ],
    linked: claim(
      {
        type: 'DeathReportLinked',
        data: { ...report('report-2', '2024-05-19'), deathDateDiffers: true },
      },
      morning('2024-05-22'),
    ),
    documents: [
      ...DOCUMENTS.map((kind) =>
        claim(
          {
            type: 'DocumentReceived',
            data: { claimId, documentId: `${kind}-1`, kind, sha256: `hash-${kind}`, form: 'COPY' },
          },
          morning('2024-05-27'),
        ),
      ),
      claim(
        { type: 'DocumentsCompleted', data: { claimId, kinds: DOCUMENTS } },
        morning('2024-05-27'),
      ),
    ],
    returnedPaper: claim(
      {
        type: 'DocumentReturned',
        data: { claimId, documentId: 'BANK_BOOK-1', kind: 'BANK_BOOK', reason: 'unreadable' },
      },
      morning('2024-05-28'),
    ),
    paperAgain: [
      claim(
        {
          type: 'DocumentReceived',
          data: {
            claimId,
            documentId: 'BANK_BOOK-2',
            kind: 'BANK_BOOK',
            sha256: 'hash-again',
            form: 'COPY',
          },
        },
        morning('2024-06-03'),
      ),
      claim(
        { type: 'DocumentsCompleted', data: { claimId, kinds: DOCUMENTS } },
        morning('2024-06-03'),
      ),
    ],
    assessed: [
      claim(
        {
          type: 'ChecksRecorded',
          data: {
            claimId,
            checks: [
              {
                code: 'COVER_ACTIVE_AT_DEATH',
                verdict: 'HOLDS',
                legalBasis: 'PP 44/2015',
                facts: { state: 'ACTIVE' },
              },
            ],
            cover: coverOf(workerId),
          },
        },
        morning('2024-06-04'),
      ),
      claim(
        {
          type: 'HeirsDetermined',
          data: {
            claimId,
            heirs: [
              {
                ref: 'heir-1',
                relation: 'SPOUSE',
                name: sealed(claimId, 'heir.name'),
                minor: false,
              },
            ],
            rank: '1',
            payee,
          },
        },
        morning('2024-06-04'),
      ),
      claim(
        {
          type: 'BenefitsDetermined',
          data: {
            claimId,
            benefit: 'JKM',
            lawVersion: 'L1',
            rulesetId: 'jkm-2019',
            lines: [
              {
                code: 'JKM.LUMP',
                amountIdr: idr(42_000_000),
                payee: 'heir-1',
                formula: '20.000.000 + 12.000.000 + 10.000.000',
                ruleId: 'M-01',
                article: 'PP 82/2019',
              },
            ],
            totalIdr: idr(42_000_000),
            flags: [],
            paymentBlocked: false,
          },
        },
        morning('2024-06-04'),
      ),
    ],
    recommended: (decision = 1): Fact =>
      claim(
        {
          type: 'ClaimRecommended',
          data: {
            claimId,
            decision,
            totalIdr: idr(42_000_000),
            mandate,
            precheck: mode === 'TRACKS',
            recommendedBy: recommended,
          },
        },
        morning('2024-06-04'),
      ),
    sentBack: claim(
      { type: 'ClaimReturned', data: { claimId, reason: 'who signed the letter?' } },
      morning('2024-06-04'),
      approver,
    ),
    approved: [
      claim(
        {
          type: 'ClaimApproved',
          data: {
            claimId,
            decision: 1,
            totalIdr: idr(42_000_000),
            recommendedBy: recommended,
            approvedBy: approved,
          },
        },
        morning('2024-06-05'),
        approver,
      ),
    ],
    determined: (determinedIdr: number): readonly Fact[] => [
      claim(
        {
          type: 'DeterminationReported',
          data: {
            claimId,
            decision: 1,
            determinedIdr: idr(determinedIdr),
            computedIdr: idr(42_000_000),
            differs: determinedIdr !== 42_000_000,
            reference: 'PEN-1',
            determinedOn: day('2024-06-05'),
            recommendedBy: recommended,
            approvedBy: approved,
          },
        },
        morning('2024-06-05'),
        approver,
      ),
    ],
    ...moneyOf(workerId, mode),
    late: claim(
      {
        type: 'DeadlinePassed',
        data: {
          claimId,
          code: 'PAY_WITHIN_3_WORKING_DAYS',
          dueOn: day('2024-06-06'),
          calendarVersion: 'test.1',
          ruleId: 'T-07',
        },
      },
      '2024-06-06T16:00:00.000Z',
      system,
    ),
    settled: (outcome: 'SETTLED' | 'REPORTED_PAID', on: string): readonly Fact[] => [
      claim(
        {
          type: 'ClaimSettled',
          data: {
            claimId,
            decision: 1,
            paidIdr: idr(42_000_000),
            retainedIdr: idr(0),
            outcome,
          },
        },
        morning(on),
        system,
      ),
      workerFact(
        workerId,
        { type: 'WorkerClaimSettled', data: { workerId, claimId, outcome } },
        morning(on),
      ),
    ],
    rejected: claim(
      {
        type: 'ClaimRejected',
        data: {
          claimId,
          reason: 'not a member on the day',
          article: 'PP 44/2015',
          cure: 'ask for another membership',
          recommendedBy: [],
          rejectedBy: approved,
        },
      },
      morning('2024-06-05'),
      approver,
    ),
    objected: claim(
      {
        type: 'DecisionObjected',
        data: {
          ...{ claimId, objectionId: 'objection-1', against: 'REJECTED', relation: 'SPOUSE' },
          ...{ objector: sealed(claimId, 'objection.name'), evidenceSha256: 'cd'.repeat(32) },
          ...{ grounds: sealed(claimId, 'objection.grounds'), objectedOn: day('2024-06-07') },
          ...{ barOn: null, answerDueOn: day('2024-06-24'), calendarVersion: 'test.1' },
          ...{ ruleId: 'X-04', decidedBy: approved },
        },
      },
      morning('2024-06-07'),
    ),
    withdrawn: claim(
      { type: 'ClaimWithdrawn', data: { claimId, reason: 'the person lives' } },
      morning('2024-06-05'),
    ),
    reopened: claim(
      { type: 'ClaimReopened', data: { claimId, reason: 'new paper' } },
      morning('2024-06-10'),
    ),
  };
};
