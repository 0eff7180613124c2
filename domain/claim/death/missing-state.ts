// Somebody who is missing, folded: the first report counts, until a death is determined.
import { NOTHING_GRANTED } from '../adjustment/adjustment-state.ts';
import type { ClaimState } from '../state.ts';
import type { MissingEvent } from './missing-events.ts';

const TYPES: Readonly<Record<MissingEvent['type'], true>> = {
  PersonMissing: true,
  MissingDetermined: true,
  PersonFound: true,
};

export const isMissingEvent = <E extends { readonly type: string }>(
  event: E,
): event is Extract<E, { readonly type: MissingEvent['type'] }> => Object.hasOwn(TYPES, event.type);

export const onMissing = (state: ClaimState, event: MissingEvent): ClaimState => {
  switch (event.type) {
    case 'PersonMissing': {
      const { claimId, workerId, reportId, missingSince } = event.data;
      const told = [...(state.missing?.told ?? []), { reportId, missingSince }];
      // Found, and missing once more: another time with a day of its own.
      const report = state.found === null ? (state.missing?.report ?? event.data) : event.data;
      const missing = { report, told, determined: null };
      return { ...state, claimId, workerId, missing, found: null };
    }
    case 'MissingDetermined': {
      const { missing } = state;
      return missing === null
        ? state
        : { ...state, court: null, missing: { ...missing, determined: event.data } };
    }
    case 'PersonFound': {
      const found = { ...state, found: event.data };
      // Paid already: what was paid is proposed to be recovered, beside it.
      return state.settledOnce
        ? found
        : {
            ...found,
            ...{ benefits: null, recommendation: null, verdict: null, checksCurrent: false },
            ...NOTHING_GRANTED,
          };
    }
  }
};
