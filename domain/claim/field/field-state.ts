// The visits of a claim, folded: at most one is open at a time, and the last word of each counts.
import { assertNever } from '../../decider.ts';
import type { ClaimState } from '../state.ts';
import type { FieldEvent, FieldVisit } from './field-events.ts';

const TYPES: Readonly<Record<FieldEvent['type'], true>> = {
  FieldVisitOpened: true,
  FieldVisitAssigned: true,
  FieldVisitDone: true,
  FieldVisitWaived: true,
};

export const isFieldEvent = <E extends { readonly type: string }>(
  event: E,
): event is Extract<E, { readonly type: FieldEvent['type'] }> => Object.hasOwn(TYPES, event.type);

type Visited = Pick<ClaimState, 'visits'>;

/** The visits that wait, oldest first. */
export const openVisits = ({ visits }: Visited): readonly FieldVisit[] =>
  visits.filter(({ result, waived }) => result === null && waived === undefined);

const changed = (
  { visits }: Visited,
  which: number,
  change: Partial<FieldVisit>,
): readonly FieldVisit[] =>
  visits.map((one) => (one.visit === which ? { ...one, ...change } : one));

export const onField = (state: ClaimState, event: FieldEvent): ClaimState => {
  switch (event.type) {
    case 'FieldVisitOpened': {
      const { visit, ground } = event.data;
      const opened = { visit, ground, officer: null, result: null, evidenceSha256: null };
      return { ...state, visits: [...state.visits, opened] };
    }
    case 'FieldVisitAssigned': {
      const { visit, officer } = event.data;
      return { ...state, visits: changed(state, visit, { officer }) };
    }
    case 'FieldVisitDone': {
      const { visit, officer, result, evidenceSha256, recordedBy } = event.data;
      return {
        ...state,
        visits: changed(state, visit, { officer, result, evidenceSha256 }),
        // The checks rest on what was found.
        checksCurrent: false,
        // Whoever says what is so decides nothing upon it.
        recommenders: [...new Set([...state.recommenders, officer, ...recordedBy])],
      };
    }
    case 'FieldVisitWaived': {
      const { visit, reason, waivedBy } = event.data;
      return {
        ...state,
        visits: changed(state, visit, { waived: { reason, waivedBy } }),
        checksCurrent: false,
        // Whoever lets a control be does not decide upon it.
        recommenders: [...new Set([...state.recommenders, ...waivedBy])],
      };
    }
    default:
      return assertNever(event, 'event of a visit');
  }
};
