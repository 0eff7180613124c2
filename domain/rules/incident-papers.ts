// The papers of a work accident, by what happened and what is asked for (domain-rules §4.2).
import type { DocumentKind } from '../claim/documents/document-events.ts';
import type { IncidentState } from '../claim/incident/incident-state.ts';
import { L3_FROM } from './book/rule.ts';
import { type DatedPaper, datedPaper, papersFor } from './dated-papers.ts';

type Need =
  | 'ALWAYS'
  | 'ACCIDENT'
  | 'TRAFFIC'
  | 'VIOLENCE'
  | 'DAYS_OFF'
  | 'TRANSPORT_COSTS'
  | 'TREATMENT_COSTS';

/** Stage I, stage II, and what the costs rest on; a disease has no witnesses. */
const PAPERS: readonly DatedPaper<Need>[] = [
  datedPaper('KK1_FORM', 'ALWAYS'),
  datedPaper('MEMBER_CARD', 'ALWAYS'),
  datedPaper('WORKER_ID_CARD', 'ALWAYS'),
  datedPaper('WITNESS_STATEMENT', 'ACCIDENT'),
  datedPaper('POLICE_REPORT', 'TRAFFIC'),
  datedPaper('POLICE_REPORT', 'VIOLENCE', L3_FROM),
  datedPaper('MEDICAL_REPORT', 'VIOLENCE', L3_FROM),
  datedPaper('KK2_FORM', 'ALWAYS'),
  datedPaper('DOCTOR_STATEMENT', 'ALWAYS'),
  datedPaper('REST_LETTER', 'DAYS_OFF'),
  datedPaper('TRANSPORT_RECEIPT', 'TRANSPORT_COSTS'),
  datedPaper('TREATMENT_RECEIPT', 'TREATMENT_COSTS'),
  datedPaper('BANK_BOOK', 'ALWAYS'),
];

const isTransport = (code: string): boolean => code.startsWith('JKK.TRANSPORT');

const holds = (need: Need, { kind, conclusion, medical, bills }: IncidentState): boolean => {
  switch (need) {
    case 'ALWAYS':
      return true;
    case 'ACCIDENT':
      return kind === 'ACCIDENT';
    case 'TRAFFIC':
      return conclusion?.traffic === true;
    case 'VIOLENCE':
      return conclusion?.conclusion === 'VIOLENCE_AT_WORK';
    case 'DAYS_OFF':
      return medical !== null && medical.daysOff > 0;
    case 'TRANSPORT_COSTS':
      return bills.some(({ code }) => isTransport(code));
    case 'TREATMENT_COSTS':
      return bills.some(({ code }) => !isTransport(code));
    default:
      return need satisfies never;
  }
};

export const incidentPapers = (incident: IncidentState): readonly DocumentKind[] =>
  papersFor(PAPERS, incident.eventDate, (need) => holds(need, incident));
