// The same real cases under another law: what each would give, per case and payer; nothing is written.
import type { RuleOutcome } from '../domain/claim/assessment/rule-version-events.ts';
import { claimDecider } from '../domain/claim/decider.ts';
import { eventDateOf } from '../domain/claim/kind.ts';
import { claimStage } from '../domain/claim/stage.ts';
import type { Position, StoredEvent } from '../infra/event-store/event-store.ts';
import { mandateOfClaim } from './collect-facts.ts';
import { stateOf } from './deciders.ts';
import {
  effectOnClaim,
  knownBefore,
  type RulePorts,
  type RuleSet,
  rulesOfClaim,
} from './rules-of-claim.ts';
import { lastOf } from './stored-events.ts';

const CLAIMS_AT_ONCE = 200;

export type ClaimUnderLaw = {
  readonly claimId: string;
  readonly stage: string;
  readonly eventDate: string;
  readonly payerId: string | null;
  /** Rules by which it is decided. */
  readonly from: string;
  readonly before: RuleOutcome | null;
  readonly after: RuleOutcome | null;
  readonly differs: boolean;
};

const payerOf = async (
  ports: RulePorts,
  claimId: string,
  claim: readonly StoredEvent[],
): Promise<string | null> => {
  const recommended = lastOf(claim, 'ClaimRecommended')?.data.mandate.payerId;
  if (recommended !== undefined) return recommended;
  const now = ports.clock();
  return (await mandateOfClaim(ports, claimId, now))?.payerId ?? null;
};

/** Claims that nobody can say a day of, or that were withdrawn, have no sum by any law. */
export const claimsUnderLaw = async function* (
  ports: RulePorts,
  { to, position }: { readonly to: RuleSet; readonly position: Position },
): AsyncGenerator<ClaimUnderLaw> {
  const after = (BigInt(position) + 1n).toString();
  const ids = await ports.store.streamsOf('claim');
  for (let at = 0; at < ids.length; at += CLAIMS_AT_ONCE) {
    const claims = await ports.store.loadStreams(ids.slice(at, at + CLAIMS_AT_ONCE));
    for (const [claimId, whole] of claims) {
      const claim = knownBefore(whole, after);
      const state = stateOf(claimDecider, claim);
      const eventDate = eventDateOf(state);
      const stage = claimStage(state);
      if (eventDate === null || stage === 'WITHDRAWN') continue;
      const from = await rulesOfClaim(ports, claim, after);
      const effect = await effectOnClaim(ports, claim, { from, to, position });
      if (effect.before === null && effect.after === null) continue;
      const payerId = await payerOf(ports, claimId, claim);
      yield { claimId, stage, eventDate, payerId, from: from.rulesetId, ...effect };
    }
  }
};
