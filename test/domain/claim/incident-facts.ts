// The ordinary wishes about an accident or an illness, shared by the specifications.
import { localDate } from '../../../domain/calendar.ts';
import type { ClaimCommand } from '../../../domain/claim/events.ts';
import type { IncidentReport } from '../../../domain/claim/incident-events.ts';
import { CLAIM_ID, sealed } from './claim-facts.ts';

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
