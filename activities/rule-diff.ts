// What a version of the rule book would change: its rows, and every open claim as the log stands.
import type { RuleOutcome } from '../domain/claim/assessment/rule-version-events.ts';
import { activeRows, activeRuleset, ruleBookDecider } from '../domain/rule-book/decider.ts';
import type { Position } from '../infra/event-store/event-store.ts';
import { stateOf } from './deciders.ts';
import {
  effectOnClaim,
  isOpenClaim,
  knownBefore,
  type RulePorts,
  type RuleSet,
  rulesOfClaim,
  SHIPPED_RULES,
} from './rules-of-claim.ts';

const CLAIMS_AT_ONCE = 200;

export type ClaimUnderRules = {
  readonly claimId: string;
  /** The rules that it is decided by today. */
  readonly from: string;
  readonly before: RuleOutcome | null;
  readonly after: RuleOutcome | null;
};

export type OpenClaimsUnderRules = {
  readonly position: Position;
  readonly open: number;
  readonly changed: readonly ClaimUnderRules[];
};

/** The rules in force, and a proposed version over them; null when it is not known. */
export const rulesToCompare = async (
  ports: RulePorts,
  rulesetId: string,
): Promise<{ readonly from: RuleSet; readonly to: RuleSet } | null> => {
  const state = stateOf(ruleBookDecider, await ports.store.loadStream(ports.ids.ruleBook()));
  const version = state.versions.find((each) => each.rulesetId === rulesetId);
  if (version === undefined) return null;
  const at = state.activated.indexOf(rulesetId);
  const until = at < 0 ? state.activated : state.activated.slice(0, at);
  const before = { ...state, activated: until };
  const rows = activeRows(before);
  const inForce = activeRuleset(before);
  const from = until.length === 0 ? SHIPPED_RULES : { rulesetId: inForce, rows };
  return { from, to: { rulesetId, rows: [...rows, ...version.rows] } };
};

/** Every claim that is open at one position of the log, each under its own rules and the others. */
export const openClaimsUnder = async (
  ports: RulePorts,
  to: RuleSet,
): Promise<OpenClaimsUnderRules> => {
  const position = await ports.store.safePosition();
  const after = (BigInt(position) + 1n).toString();
  const ids = await ports.store.streamsOf('claim');
  const changed: ClaimUnderRules[] = [];
  let open = 0;
  for (let at = 0; at < ids.length; at += CLAIMS_AT_ONCE) {
    const claims = await ports.store.loadStreams(ids.slice(at, at + CLAIMS_AT_ONCE));
    for (const [claimId, whole] of claims) {
      const claim = knownBefore(whole, after);
      if (!isOpenClaim(claim)) continue;
      open += 1;
      const from = await rulesOfClaim(ports, claim);
      const effect = await effectOnClaim(ports, claim, { from, to, position });
      const { before, after: then } = effect;
      if (effect.differs) changed.push({ claimId, from: from.rulesetId, before, after: then });
    }
  }
  return { position, open, changed };
};
