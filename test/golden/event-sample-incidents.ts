// Samples of what is reported of an accident or an illness of a living member.
import type { IncidentReport } from '../../domain/claim/incident-events.ts';
import { day, ids, sealed } from './event-sample-parts.ts';

const { claim: claimId, worker: workerId, person } = ids;

export const incident: IncidentReport = {
  ...{ claimId, workerId, reportId: ids.report },
  ...{ kind: 'ILLNESS', eventDate: day('2026-05-18'), ordinal: 1 },
  ...{ channel: 'KELURAHAN', relation: 'OFFICER' },
  reporterName: sealed('report.name', person),
  reporterContact: sealed('report.contact', person),
  circumstances: sealed('report.circumstances', person),
};
