// Why an event is no matter of JKK, by which rule and article (K-01, K-02, K-07); JKN pays for care.
import type { LocalDate } from '../calendar.ts';
import type { ClaimRouted, RoutingGround } from '../claim/incident-events.ts';
import type { RuleBook } from './book/rule-book.ts';
import { lawVersionOn, RULESET_ID } from './law-versions.ts';
import { readLaw } from './read-law.ts';

const RULE_OF = {
  ILLNESS_NOT_FROM_WORK: 'K-02',
} as const satisfies Readonly<Record<RoutingGround, keyof RuleBook>>;

export const routingOf = (
  ground: RoutingGround,
  eventDate: LocalDate,
  law = readLaw(),
): Omit<ClaimRouted['data'], 'claimId'> => {
  const { ruleId, article } = law.must(law.book[RULE_OF[ground]], eventDate);
  return {
    to: 'JKN',
    ground,
    ruleId,
    article,
    lawVersion: lawVersionOn(eventDate)?.code ?? 'NONE',
    rulesetId: RULESET_ID,
  };
};
