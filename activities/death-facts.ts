// Facts of other streams for a conclusion on a death: cover on the day that counts, the accident's claim.
import type { LocalDate } from '../domain/calendar.ts';
import type { CoverFacts } from '../domain/claim/assessment/assessment-events.ts';
import type { RulesInForce } from '../domain/claim/assessment/rule-version-events.ts';
import type { AccidentClaim } from '../domain/claim/death/death-events.ts';
import { gravest, linkedAccidents } from '../domain/claim/death/linked-accident.ts';
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
const accidentBy = async (
  { store }: DecisionPorts,
  workerId: string,
  accidentClaimId: string,
): Promise<AccidentClaim | null> => {
  const accident = stateOf(claimDecider, await store.loadStream(accidentClaimId));
  if (accident.incident === null || accident.workerId !== workerId) return null;
  const lines = accident.granted.length === 0 ? [] : (accident.benefits?.lines ?? []);
  const disability = lines.filter(({ code }) => code.startsWith(DISABILITY));
  return {
    claimId: accidentClaimId,
    eventDate: accident.incident.eventDate,
    disabilityIdr: sumTexts(disability.map(({ amountIdr }) => amountIdr)),
  };
};

/** The one that was named; else the linked one of that day: what it paid counts either way (K-34). */
const accidentOf = async (
  ports: DecisionPorts,
  claimId: string,
  { accidentClaimId, accidentDate }: ConcludeDeath['data'],
): Promise<AccidentClaim | null> => {
  const { workerId, links } = stateOf(claimDecider, await ports.store.loadStream(claimId));
  if (accidentClaimId !== null) return accidentBy(ports, workerId, accidentClaimId);
  const linked = await Promise.all(
    linkedAccidents(links, accidentDate).map((one) => accidentBy(ports, workerId, one)),
  );
  return gravest(linked.filter((accident) => accident !== null));
};

type ConcludeDeath = Extract<ClaimCommand, { type: 'ConcludeDeath' }>;

export const forConclusion = async (
  ports: DecisionPorts,
  claimId: string,
  { data, rules }: { readonly data: ConcludeDeath['data']; readonly rules: RulesInForce },
): Promise<ConcludeDeath> => {
  const { accidentDate } = data;
  const cover = await coverAfterConclusion(ports, claimId, { rules, accidentDate });
  const accident = await accidentOf(ports, claimId, data);
  return { type: 'ConcludeDeath', data: { ...data, accident, cover, rules } };
};
