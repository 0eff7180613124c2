// The suspicion that a death comes from work, guaranteed once: by a report, or by its own accident.
import { officeDay } from '../../calendar.ts';
import { concludeBy } from '../../rules/incident-clocks.ts';
import { lawOf } from '../assessment/law-of-claim.ts';
import type { RulesInForce } from '../assessment/rule-version-events.ts';
import type { ClaimEvent } from '../events.ts';
import type { ClaimState } from '../state.ts';

type Suspecting = {
  readonly claimId: string;
  readonly now: string;
  readonly rules?: RulesInForce | undefined;
};

/** T-04: the first word that it comes from work is judged within thirty days. */
export const suspicion = (
  { origin }: ClaimState,
  { claimId, now, rules }: Suspecting,
): readonly ClaimEvent[] => {
  if (origin.suspected || origin.conclusion !== null) return [];
  const receivedOn = officeDay(now);
  const due = concludeBy(receivedOn, lawOf(rules));
  if (due === null) return [];
  return [{ type: 'CareGuaranteed', data: { claimId, ...due, receivedOn } }];
};
