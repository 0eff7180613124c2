// The ordinary wishes about an accident or an illness, shared by the specifications.
import { localDate, monthOf } from '../../../domain/calendar.ts';
import type { ClaimCommand } from '../../../domain/claim/events.ts';
import type {
  Conclusion,
  IncidentReport,
  MedicalOutcome,
  MedicalStatement,
  StatedLoss,
} from '../../../domain/claim/incident/incident-events.ts';
import type { LinkedCase } from '../../../domain/claim/intake/case-link-events.ts';
import type { BillCode } from '../../../domain/rules/reimbursement.ts';
import { CLAIM_ID, coverFacts, idr, payeeOf, sealed } from './claim-facts.ts';

type Wish<T extends ClaimCommand['type']> = Extract<ClaimCommand, { type: T }>['data'];

export const EVENT_DATE = localDate('2024-07-06');

export const reportIncident = (change: Partial<IncidentReport> = {}): ClaimCommand => ({
  type: 'ReportIncident',
  data: {
    claimId: CLAIM_ID,
    workerId: 'worker-1',
    reportId: 'report-1',
    kind: 'ILLNESS',
    eventDate: EVENT_DATE,
    ordinal: 1,
    channel: 'KELURAHAN',
    relation: 'OFFICER',
    reporterName: sealed('report.name'),
    reporterContact: sealed('report.contact'),
    circumstances: sealed('report.circumstances'),
    ...change,
  },
});

/** The day before yesterday at noon of the cast: reported in time. */
export const reportAccident = (change: Partial<IncidentReport> = {}): ClaimCommand =>
  reportIncident({ kind: 'ACCIDENT', ...change });

export const conclude = (
  conclusion: Conclusion = 'AT_WORK',
  change: Partial<Wish<'ConcludeIncident'>> = {},
): ClaimCommand => ({
  type: 'ConcludeIncident',
  data: {
    ...{ conclusion, evidenceSha256: 'sha-saksi', reason: 'dua saksi', traffic: false },
    ...change,
  },
});

export const secondStage = (
  outcome: MedicalOutcome = 'HEALED',
  declaredOn = localDate('2024-07-08'),
): ClaimCommand => ({ type: 'ReportSecondStage', data: { outcome, declaredOn } });

export const loss = (code: string, change: Partial<StatedLoss> = {}): StatedLoss => ({
  ...{ code, count: 1, functionLost: null, measure: null },
  ...change,
});

export const statement = (change: Partial<MedicalStatement> = {}): ClaimCommand => ({
  type: 'RecordMedicalStatement',
  data: {
    ...{ daysOff: 3, handedness: 'RIGHT', losses: [], evidenceSha256: 'sha-kk3' },
    ...change,
  },
});

export const claimCosts = (
  ...bills: readonly (readonly [code: BillCode, amount: string])[]
): ClaimCommand => ({
  type: 'ClaimCosts',
  data: {
    bills: bills.map(([code, amount]) => ({
      ...{ code, amountIdr: idr(amount), referencePriceIdr: null },
    })),
  },
});

/** With the payee of the claim of the death, where there is one. */
export const determinePayee = (ref = 'worker', heir: string | null = null): ClaimCommand => ({
  type: 'DeterminePayee',
  data: {
    payee: payeeOf(ref),
    heir: heir === null ? null : { accountIndex: payeeOf(heir).accountIndex },
  },
});

export const linkCases = (cases: readonly LinkedCase[], suspects = false): ClaimCommand => ({
  type: 'LinkCases',
  data: { cases, suspects },
});

export const accidentCover = coverFacts({ paidThrough: monthOf(EVENT_DATE) });

export const concludeDeadline: ClaimCommand = {
  type: 'PassDeadline',
  data: {
    ...{ code: 'CONCLUDE_WITHIN_30_DAYS', dueOn: localDate('2024-07-05') },
    ...{ calendarVersion: 'calendar-days', ruleId: 'T-04' },
  },
};
