// What a death gives over its cover, heirs and rules: by JKM, or by JKK where it comes from work.
import type { LocalDate } from '../../calendar.ts';
import { bookWith } from '../../rule-book/row-change.ts';
import { calculateJkkDeath } from '../../rules/jkk-death-benefit.ts';
import { calculateJkm } from '../../rules/jkm.ts';
import type { CoverFacts, HeirsDetermined } from '../assessment/assessment-events.ts';
import type { RulesInForce } from '../assessment/rule-version-events.ts';
import type { DeathConcluded } from './death-events.ts';

type Over = {
  readonly cover: CoverFacts & { readonly membershipStart: LocalDate };
  readonly heirs: HeirsDetermined['data'];
  readonly deathDate: LocalDate;
  /** Those of this release where nobody changed them. */
  readonly rules?: RulesInForce | undefined;
};

const factsOf = ({ cover, heirs }: Over) => ({
  membershipStart: cover.membershipStart,
  coverage: cover.state,
  monthlyContributionIdr: BigInt(cover.monthlyContributionIdr),
  noHeir: heirs.rank === '2.5',
  payee: heirs.payee.ref,
});

export const jkmOver = (over: Over) => {
  const { rules, deathDate, cover } = over;
  const facts = { ...factsOf(over), deathDate, unpaidMonths: cover.unpaidMonths };
  return rules === undefined
    ? calculateJkm(facts)
    : calculateJkm(facts, bookWith(rules.rows), rules.rulesetId);
};

export const jkkOver = (
  over: Over,
  concluded: DeathConcluded['data'] & { readonly accidentDate: LocalDate },
) => {
  const { rules } = over;
  const { accidentDate, claimedOn, accident } = concluded;
  const disabilityIdr = BigInt(accident?.disabilityIdr ?? 0);
  const facts = { ...factsOf(over), accidentDate, claimedOn, disabilityIdr };
  return rules === undefined
    ? calculateJkkDeath(facts)
    : calculateJkkDeath(facts, bookWith(rules.rows), rules.rulesetId);
};
