// What an event is in law, by which rule and article (K-01 … K-07); JKN pays for what JKK does not.
import type { LocalDate } from '../calendar.ts';
import type { DeathConclusion } from '../claim/death/death-events.ts';
import type { ClaimRouted, RoutingGround } from '../claim/incident/incident-events.ts';
import type { RuleBook } from './book/rule-book.ts';
import { lawVersionOn, RULESET_ID } from './law-versions.ts';
import { readLaw } from './read-law.ts';

type PracticeRule = Extract<keyof RuleBook, 'K-01' | 'K-02' | 'K-03' | 'K-04' | 'K-07'>;

const RULE_OF = {
  ILLNESS_NOT_FROM_WORK: 'K-02',
  NOT_FROM_WORK: 'K-07',
  NO_FORCE: 'K-01',
  AT_WORK: 'K-02',
  ON_THE_WAY: 'K-02',
  ON_DUTY: 'K-02',
  URGENT_ERRAND: 'K-02',
  OCCUPATIONAL_DISEASE: 'K-02',
  VIOLENCE_AT_WORK: 'K-03',
  SUDDEN_DEATH: 'K-04',
} as const satisfies Readonly<Record<RoutingGround | DeathConclusion, PracticeRule>>;

type Basis = { readonly ruleId: string; readonly article: string };

/** Null where the law of that day did not know the ground (K-03 before Permenaker 1/2025). */
export const conclusionRule = (
  conclusion: RoutingGround | DeathConclusion,
  eventDate: LocalDate,
  law = readLaw(),
): Basis | null => {
  const found = law.find(law.book[RULE_OF[conclusion]], eventDate);
  return found === null ? null : { ruleId: found.ruleId, article: found.article };
};

export const routingOf = (
  ground: RoutingGround,
  eventDate: LocalDate,
): Omit<ClaimRouted['data'], 'claimId'> => {
  const basis = conclusionRule(ground, eventDate);
  if (basis === null) throw new Error(`no rule of ${ground} on ${eventDate}`);
  const lawVersion = lawVersionOn(eventDate)?.code ?? 'NONE';
  return { to: 'JKN', ground, ...basis, lawVersion, rulesetId: RULESET_ID };
};
