// Facts of other streams for a conclusion on a death: cover on the day that counts, the accident's claim.
import type { LocalDate } from '../domain/calendar.ts';
import type { CoverFacts } from '../domain/claim/assessment/assessment-events.ts';
import type { RulesInForce } from '../domain/claim/assessment/rule-version-events.ts';
import type { AccidentClaim } from '../domain/claim/death/death-events.ts';
import { claimDecider } from '../domain/claim/decider.ts';
import type { ClaimCommand } from '../domain/claim/events.ts';
import { sumTexts } from '../domain/money.ts';
import { coverFacts } from './cover-facts.ts';
import { stateOf } from './deciders.ts';
import type { DecisionPorts } from './ports.ts';
import { coverRulesBy, type RuleSet } from './rules-of-claim.ts';

/** Of the accident, or of the death itself where it does not come from work. */
const coverAfterConclusion = async (
  ports: DecisionPorts,
  claimId: string,
  { rules, accidentDate }: { readonly rules: RuleSet; readonly accidentDate: LocalDate | null },
): Promise<CoverFacts | null> => {
  const { workerId, deathDate } = stateOf(claimDecider, await ports.store.loadStream(claimId));
  const on = accidentDate ?? deathDate;
  return on === null ? null : coverFacts(ports, workerId, on, { rules: coverRulesBy(rules, on) });
};

const DISABILITY = 'JKK.DISABILITY_';

/** The claim of the accident, of the same person; null where there is none such. */
const accidentOf = async (
  ports: DecisionPorts,
  claimId: string,
  accidentClaimId: string | null,
): Promise<AccidentClaim | null> => {
  if (accidentClaimId === null) return null;
  const { workerId } = stateOf(claimDecider, await ports.store.loadStream(claimId));
  const accident = stateOf(claimDecider, await ports.store.loadStream(accidentClaimId));
  if (accident.incident === null || accident.workerId !== workerId) return null;
  const lines = accident.granted.length === 0 ? [] : (accident.benefits?.lines ?? []);
  const disability = lines.filter(({ code }) => code.startsWith(DISABILITY));
  return {
    claimId: accidentClaimId,
    eventDate: accident.incident.eventDate,
    disabilityIdr: sumTexts(disability.map(({ amountIdr }) => amountIdr)),
  };
};

type ConcludeDeath = Extract<ClaimCommand, { type: 'ConcludeDeath' }>;

export const forConclusion = async (
  ports: DecisionPorts,
  claimId: string,
  { data, rules }: { readonly data: ConcludeDeath['data']; readonly rules: RulesInForce },
): Promise<ConcludeDeath> => {
  const { accidentDate, accidentClaimId } = data;
  const cover = await coverAfterConclusion(ports, claimId, { rules, accidentDate });
  const accident = await accidentOf(ports, claimId, accidentClaimId);
  return { type: 'ConcludeDeath', data: { ...data, accident, cover, rules } };
};
