// What a suspicion, a conclusion and a conversion change of a claim.
import { NOTHING_GRANTED } from '../adjustment/adjustment-state.ts';
import { united } from '../decision/decision-state.ts';
import type { ClaimState } from '../state.ts';
import type { BenefitConverted, DeathConcluded } from './death-events.ts';

/** A suspicion that opens takes a recommendation with it: what it recommended may not be owed. */
export const onSuspected = (state: ClaimState): ClaimState =>
  state.origin.suspected || state.origin.conclusion !== null
    ? state
    : {
        ...state,
        origin: { ...state.origin, suspected: true },
        recommendation: state.verdict === null ? null : state.recommendation,
      };

/** Whoever concluded stands behind the sum: they approve nothing on this case. */
export const onDeathConcluded = (state: ClaimState, data: DeathConcluded['data']): ClaimState => {
  const concluded = {
    ...state,
    origin: { ...state.origin, conclusion: data },
    recommenders: united(state.recommenders, data.concludedBy),
  };
  // Paid already: what differs is proposed beside it.
  if (state.settledOnce) return concluded;
  return {
    ...concluded,
    ...{ documentsComplete: false, neededKinds: [], checksCurrent: false },
    ...{ benefits: null, recommendation: null, verdict: null },
    ...NOTHING_GRANTED,
  };
};

export const onConverted = (state: ClaimState, data: BenefitConverted['data']): ClaimState => {
  const { from: _, to, reversed: _r, cause: _c, ...stands } = data;
  return { ...state, benefits: { ...stands, benefit: to } };
};
