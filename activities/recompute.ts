// Every decision on every claim taken again from the log; what differs is named, nothing is written.
import type { CoverFacts } from '../domain/claim/assessment/assessment-events.ts';
import {
  type PastEvent,
  type Redecided,
  type RowsOf,
  redecided,
} from '../domain/claim/assessment/redecide.ts';
import { sameFacts } from '../domain/claim/assessment/same-facts.ts';
import { claimDecider } from '../domain/claim/decider.ts';
import type { ClaimEvent } from '../domain/claim/events.ts';
import { eventDateOf } from '../domain/claim/kind.ts';
import { rowsThrough, ruleBookDecider } from '../domain/rule-book/decider.ts';
import type { RowChange } from '../domain/rule-book/row-change.ts';
import { RULESET_ID } from '../domain/rules/law-versions.ts';
import type { Position, StoredEvent } from '../infra/event-store/event-store.ts';
import { coverFacts } from './cover-facts.ts';
import { stateOf } from './deciders.ts';
import { coverRulesBy, knownBefore, type RulePorts, rulesOfClaim } from './rules-of-claim.ts';
import { asDomainEvent } from './stored-events.ts';

const CLAIMS_AT_ONCE = 100;

export type Recomputed = Omit<Redecided, 'type'> & {
  /** `CoverFacts`: what the checks found in other streams, found again at the same position. */
  readonly type: Redecided['type'] | 'CoverFacts';
  readonly effectiveAt: string;
  readonly actorId: string;
};

export type RecomputedClaim = {
  readonly claimId: string;
  readonly decisions: readonly Recomputed[];
};

/** One row of the law as it might have been, laid over every set of rules. */
export type Altered = RowChange;

const asPast = (stored: StoredEvent): PastEvent => ({
  event: asDomainEvent(stored) as ClaimEvent,
  position: stored.position,
  effectiveAt: stored.effectiveAt,
  meta: stored.meta,
});

const rowsKnown = async (ports: RulePorts, altered?: Altered): Promise<RowsOf> => {
  const book = await ports.store.loadStream(ports.ids.ruleBook());
  const state = stateOf(ruleBookDecider, book);
  const also = altered === undefined ? [] : [altered];
  return (rulesetId) => {
    if (rulesetId === RULESET_ID) return also;
    const known = state.versions.some((version) => version.rulesetId === rulesetId);
    return known ? [...rowsThrough(state, rulesetId), ...also] : null;
  };
};

const withoutPosition = ({ position: _, ...facts }: CoverFacts) => facts;

/** The cover at the very position at which it was read then. */
const coverAgain = async (
  ports: RulePorts,
  claim: readonly StoredEvent[],
  { stored, altered }: { readonly stored: StoredEvent; readonly altered: Altered | undefined },
): Promise<Redecided['outcome']> => {
  const recorded = (stored.data as unknown as { readonly cover: CoverFacts }).cover;
  const before = knownBefore(claim, stored.position);
  const state = stateOf(claimDecider, before);
  const day = eventDateOf(state);
  if (day === null) return { status: 'SAME' };
  const { rows, rulesetId } = await rulesOfClaim(ports, before, stored.position);
  const rules = { rulesetId, rows: altered === undefined ? rows : [...rows, altered] };
  const then = { ...ports, clock: () => stored.effectiveAt };
  const now = await coverFacts(then, state.workerId, day, {
    at: recorded.position as Position,
    rules: coverRulesBy(rules, day),
  });
  return sameFacts(withoutPosition(now), withoutPosition(recorded))
    ? { status: 'SAME' }
    : { status: 'DIFFERS', recorded, now };
};

const coversAgain = async (
  ports: RulePorts,
  claim: readonly StoredEvent[],
  altered: Altered | undefined,
): Promise<readonly Recomputed[]> => {
  const found: Recomputed[] = [];
  for (const stored of claim.filter(({ type }) => type === 'ChecksRecorded')) {
    const { position, effectiveAt, meta } = stored;
    const isOfAnotherHouse = meta.origin === 'historic';
    const outcome: Redecided['outcome'] = isOfAnotherHouse
      ? { status: 'TAKEN_OVER' }
      : await coverAgain(ports, claim, { stored, altered });
    const own = { position, effectiveAt, actorId: meta.actor.id };
    found.push({ ...own, type: 'CoverFacts', rulesetId: null, outcome });
  }
  return found;
};

export const recomputedClaim = async (
  ports: RulePorts,
  claim: readonly StoredEvent[],
  over: { readonly rowsOf: RowsOf; readonly altered?: Altered | undefined },
): Promise<readonly Recomputed[]> => {
  const byPosition = new Map(claim.map((stored) => [String(stored.position), stored]));
  const own = redecided(claim.map(asPast), over.rowsOf).map((one): Recomputed => {
    const stored = byPosition.get(one.position);
    const effectiveAt = stored?.effectiveAt ?? '';
    return { ...one, effectiveAt, actorId: stored?.meta.actor.id ?? '' };
  });
  const covers = await coversAgain(ports, claim, over.altered);
  return [...own, ...covers].toSorted((a, b) => Number(BigInt(a.position) - BigInt(b.position)));
};

/** Claim by claim; `only`: one of them. */
export const recomputeClaims = async function* (
  ports: RulePorts,
  wish: { readonly altered?: Altered | undefined; readonly only?: string | undefined } = {},
): AsyncGenerator<RecomputedClaim> {
  const { altered, only } = wish;
  const rowsOf = await rowsKnown(ports, altered);
  const ids = only === undefined ? await ports.store.streamsOf('claim') : [only];
  for (let at = 0; at < ids.length; at += CLAIMS_AT_ONCE) {
    const claims = await ports.store.loadStreams(ids.slice(at, at + CLAIMS_AT_ONCE));
    for (const [claimId, claim] of claims)
      yield { claimId, decisions: await recomputedClaim(ports, claim, { rowsOf, altered }) };
  }
};

const isSame = ({ outcome }: Recomputed): boolean =>
  outcome.status === 'SAME' || outcome.status === 'TAKEN_OVER';

/** What says something else than it did: without a change of law this is a finding. */
export const differing = ({ decisions }: RecomputedClaim): readonly Recomputed[] =>
  decisions.filter((one) => !isSame(one));
