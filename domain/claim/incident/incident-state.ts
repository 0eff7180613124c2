// The part of a claim that tells of an accident or an illness, folded from its own events.
import type { LocalDate } from '../../calendar.ts';
import { assertNever } from '../../decider.ts';
import type { Payee } from '../assessment/assessment-events.ts';
import type {
  CareGuaranteed,
  ClaimedBill,
  ClaimRouted,
  IncidentConcluded,
  IncidentEvent,
  IncidentKind,
  IncidentReport,
  LatenessExplained,
  MedicalStatementRecorded,
  SecondStageReported,
} from './incident-events.ts';

export type IncidentNote = {
  readonly reportId: string;
  readonly kind: IncidentKind;
  readonly eventDate: LocalDate;
};

export type IncidentState = {
  readonly kind: IncidentKind;
  readonly eventDate: LocalDate;
  /** T-01: the first report came late. */
  readonly late: boolean;
  readonly reports: readonly IncidentNote[];
  /** Why it is no matter of JKK; null while it may be one. */
  readonly routed: ClaimRouted['data'] | null;
  readonly guarantee: CareGuaranteed['data'] | null;
  readonly conclusion: IncidentConcluded['data'] | null;
  readonly secondStage: SecondStageReported['data'] | null;
  readonly medical: MedicalStatementRecorded['data'] | null;
  readonly bills: readonly ClaimedBill[];
  readonly payee: Payee | null;
  /** Why a report came late, as far as it was said; the last word on each counts. */
  readonly explained: readonly Omit<LatenessExplained['data'], 'claimId'>[];
};

const TYPES: Readonly<Record<IncidentEvent['type'], true>> = {
  IncidentReported: true,
  IncidentReportLinked: true,
  ClaimRouted: true,
  CareGuaranteed: true,
  IncidentConcluded: true,
  SecondStageReported: true,
  MedicalStatementRecorded: true,
  CostsClaimed: true,
  LatenessExplained: true,
  PayeeDetermined: true,
};

export const isIncidentEvent = <E extends { readonly type: string }>(
  event: E,
): event is Extract<E, { readonly type: IncidentEvent['type'] }> =>
  Object.hasOwn(TYPES, event.type);

const noteOf = ({ reportId, kind, eventDate }: IncidentReport): IncidentNote => ({
  ...{ reportId, kind, eventDate },
});

export const evolveIncident = (
  state: IncidentState | null,
  event: IncidentEvent,
): IncidentState | null => {
  if (event.type === 'IncidentReported') {
    const { kind, eventDate, late } = event.data;
    return {
      ...{ kind, eventDate, late, reports: [noteOf(event.data)], routed: null, guarantee: null },
      ...{ conclusion: null, secondStage: null, medical: null, bills: [], payee: null },
      explained: [],
    };
  }
  if (state === null) return null;
  switch (event.type) {
    case 'IncidentReportLinked':
      return { ...state, reports: [...state.reports, noteOf(event.data)] };
    case 'ClaimRouted':
      return { ...state, routed: event.data };
    case 'CareGuaranteed':
      return { ...state, guarantee: event.data };
    case 'IncidentConcluded':
      return { ...state, conclusion: event.data };
    case 'SecondStageReported':
      // Another word of the doctor needs another statement.
      return { ...state, secondStage: event.data, medical: null };
    case 'MedicalStatementRecorded':
      return { ...state, medical: event.data };
    case 'CostsClaimed':
      return { ...state, bills: event.data.bills };
    case 'LatenessExplained': {
      const { claimId: _, ...said } = event.data;
      const others = state.explained.filter(({ stage }) => stage !== said.stage);
      return { ...state, explained: [...others, said] };
    }
    case 'PayeeDetermined':
      return { ...state, payee: event.data.payee };
    default:
      return assertNever(event, 'incident event');
  }
};

/** Opened again, the suspicion is judged anew; what was told and brought stays. */
export const reopenIncident = (state: IncidentState | null): IncidentState | null =>
  state?.routed == null ? state : { ...state, routed: null, conclusion: null };
