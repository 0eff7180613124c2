// What the samples of claims are put together from: a report, checks, cover, heirs, benefit lines.
import type {
  BenefitLine,
  CheckResult,
  CoverFacts,
  Heir,
  Payee,
} from '../../domain/claim/assessment/assessment-events.ts';
import type { ClaimMandate } from '../../domain/claim/decision/decision-events.ts';
import type { DeathReport } from '../../domain/claim/intake/report-events.ts';
import { accountIndex, day, idr, ids, month, sealed } from './event-sample-parts.ts';

const { claim: claimId, worker: workerId, person } = ids;
const deathDate = day('2026-05-18');

export const report: DeathReport = {
  claimId,
  workerId,
  reportId: ids.report,
  deathDate,
  channel: 'KELURAHAN',
  relation: 'OFFICER',
  reporterName: sealed('report.name', person),
  reporterContact: sealed('report.contact', person),
  circumstances: sealed('report.circumstances', person),
  workAccidentSuspected: false,
};

export const checks: readonly CheckResult[] = [
  {
    code: 'WORKER_ENROLLED',
    verdict: 'HOLDS',
    legalBasis: 'C-11, C-19',
    facts: { enrolled: true },
  },
  {
    code: 'COVER_ACTIVE_AT_DEATH',
    verdict: 'HOLDS',
    legalBasis: 'M-10: PP 44/2015 Pasal 1',
    facts: { state: 'ACTIVE', unpaidMonths: 0 },
  },
  {
    code: 'NOT_A_WORK_ACCIDENT',
    verdict: 'REVIEW',
    legalBasis: 'M-16: PP 44/2015 Pasal 1',
    facts: { reports: 2, suspecting: 1 },
  },
  {
    code: 'DEATH_NOT_IN_FUTURE',
    verdict: 'HOLDS',
    legalBasis: 'M-10: PP 44/2015 Pasal 1',
    facts: { deathDate },
  },
  {
    code: 'DOCUMENTS_COMPLETE',
    verdict: 'FAILS',
    legalBasis: 'domain-rules §4.2',
    facts: { missing: 'FAMILY_CARD' },
  },
  {
    code: 'NO_OTHER_CLAIM_FOR_DEATH',
    verdict: 'HOLDS',
    legalBasis: 'M-16: PP 44/2015 Pasal 1',
    facts: { reports: 1, differing: 0 },
  },
];

export const cover: CoverFacts = {
  enrolled: true,
  membershipStart: day('2026-01-12'),
  paidThrough: month('2026-05'),
  unpaidMonths: 0,
  contributionMonths: 5,
  monthlyContributionIdr: idr(16_800n),
  state: 'ACTIVE',
  position: '120345',
  sources: [
    { streamId: workerId, version: 4 },
    { streamId: ids.bill, version: 2 },
  ],
};

export const uncovered: CoverFacts = {
  enrolled: false,
  membershipStart: null,
  paidThrough: null,
  unpaidMonths: 0,
  contributionMonths: 0,
  monthlyContributionIdr: idr(16_800n),
  state: 'NOT_STARTED',
  position: '120345',
  sources: [{ streamId: workerId, version: 1 }],
};

export const payee: Payee = {
  ref: 'istri',
  name: sealed('payee.name', person),
  account: sealed('payee.account', person),
  accountIndex,
  bic: 'BANKIDJA',
};

export const heir = (ref: string, relation: Heir['relation']): Heir => ({
  ref,
  relation,
  name: sealed('heir.name', person),
  minor: false,
});

export const lines: readonly BenefitLine[] = [
  {
    code: 'JKM.LUMP',
    amountIdr: idr(20_000_000n),
    payee: 'istri',
    formula: 'Rp20.000.000',
    ruleId: 'M-01',
    article: 'PP 82/2019 Pasal 34',
  },
  {
    code: 'JKM.PERIODIC',
    amountIdr: idr(12_000_000n),
    payee: 'istri',
    formula: '24 × Rp500.000 = Rp12.000.000',
    ruleId: 'M-02',
    article: 'PP 82/2019 Pasal 34',
  },
  {
    code: 'JKM.FUNERAL',
    amountIdr: idr(10_000_000n),
    payee: 'istri',
    formula: 'Rp10.000.000',
    ruleId: 'M-03',
    article: 'PP 82/2019 Pasal 34',
  },
];

export const mandate: ClaimMandate = {
  payerId: ids.payer,
  mandateId: ids.mandate,
  mode: 'TRACKS',
  programmeId: ids.programme,
};
