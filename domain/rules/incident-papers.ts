// The papers of a work accident, by what happened and what is asked for (domain-rules §4.2).
import type { LocalDate } from '../calendar.ts';
import { localDate } from '../calendar.ts';
import type { DocumentKind } from '../claim/documents/document-events.ts';
import type { IncidentState } from '../claim/incident/incident-state.ts';
import { L3_FROM } from './book/rule.ts';

type Need =
  | 'ALWAYS'
  | 'ACCIDENT'
  | 'TRAFFIC'
  | 'VIOLENCE'
  | 'DAYS_OFF'
  | 'TRANSPORT_COSTS'
  | 'TREATMENT_COSTS';

type IncidentPaper = {
  readonly kind: DocumentKind;
  readonly need: Need;
  /** First day of the law that asks for it; null: always. */
  readonly from: LocalDate | null;
};

const paper = (kind: DocumentKind, need: Need, from: string | null = null): IncidentPaper => ({
  kind,
  need,
  from: from === null ? null : localDate(from),
});

/** Stage I, stage II, and what the costs rest on; a disease has no witnesses. */
const PAPERS: readonly IncidentPaper[] = [
  paper('KK1_FORM', 'ALWAYS'),
  paper('MEMBER_CARD', 'ALWAYS'),
  paper('WORKER_ID_CARD', 'ALWAYS'),
  paper('WITNESS_STATEMENT', 'ACCIDENT'),
  paper('POLICE_REPORT', 'TRAFFIC'),
  paper('POLICE_REPORT', 'VIOLENCE', L3_FROM),
  paper('MEDICAL_REPORT', 'VIOLENCE', L3_FROM),
  paper('KK2_FORM', 'ALWAYS'),
  paper('DOCTOR_STATEMENT', 'ALWAYS'),
  paper('REST_LETTER', 'DAYS_OFF'),
  paper('TRANSPORT_RECEIPT', 'TRANSPORT_COSTS'),
  paper('TREATMENT_RECEIPT', 'TREATMENT_COSTS'),
  paper('BANK_BOOK', 'ALWAYS'),
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

export const incidentPapers = (incident: IncidentState): readonly DocumentKind[] => [
  ...new Set(
    PAPERS.filter(
      ({ need, from }) => holds(need, incident) && (from === null || from <= incident.eventDate),
    ).map(({ kind }) => kind),
  ),
];
