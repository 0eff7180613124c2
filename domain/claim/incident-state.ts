// The part of a claim that tells of an accident or an illness, folded from its own events.
import type { LocalDate } from '../calendar.ts';
import { assertNever } from '../decider.ts';
import type {
  ClaimRouted,
  IncidentEvent,
  IncidentKind,
  IncidentReport,
} from './incident-events.ts';

export type IncidentNote = { readonly reportId: string; readonly kind: IncidentKind };

export type IncidentState = {
  readonly kind: IncidentKind;
  readonly eventDate: LocalDate;
  readonly reports: readonly IncidentNote[];
  /** Why it is no matter of JKK; null while it may be one. */
  readonly routed: ClaimRouted['data'] | null;
};

const TYPES: Readonly<Record<IncidentEvent['type'], true>> = {
  IncidentReported: true,
  IncidentReportLinked: true,
  ClaimRouted: true,
};

export const isIncidentEvent = <E extends { readonly type: string }>(
  event: E,
): event is Extract<E, { readonly type: IncidentEvent['type'] }> =>
  Object.hasOwn(TYPES, event.type);

const noteOf = ({ reportId, kind }: IncidentReport): IncidentNote => ({ reportId, kind });

export const evolveIncident = (
  state: IncidentState | null,
  event: IncidentEvent,
): IncidentState | null => {
  if (event.type === 'IncidentReported') {
    const { kind, eventDate } = event.data;
    return { kind, eventDate, reports: [noteOf(event.data)], routed: null };
  }
  if (state === null) return null;
  switch (event.type) {
    case 'IncidentReportLinked':
      return { ...state, reports: [...state.reports, noteOf(event.data)] };
    case 'ClaimRouted':
      return { ...state, routed: event.data };
    default:
      return assertNever(event, 'incident event');
  }
};
