// Which version of the rule book a claim is decided by: read from the log alone, at any position.
import type { LocalDate } from '../domain/calendar.ts';
import { benefitsFor } from '../domain/claim/assessment/assessment.ts';
import type { BenefitsDetermined } from '../domain/claim/assessment/assessment-events.ts';
import type { RuleOutcome, RulesInForce } from '../domain/claim/assessment/rule-version-events.ts';
import { sameFacts } from '../domain/claim/assessment/same-facts.ts';
import { claimDecider } from '../domain/claim/decider.ts';
import { incidentBenefits } from '../domain/claim/incident/incident-assessment.ts';
import { eventDateOf } from '../domain/claim/kind.ts';
import { claimStage, isOpenStage } from '../domain/claim/stage.ts';
import type { ClaimState } from '../domain/claim/state.ts';
import { rowsThrough, ruleBookDecider } from '../domain/rule-book/decider.ts';
import { bookWith, type RowChange } from '../domain/rule-book/row-change.ts';
import type { CoverRules } from '../domain/rules/cover.ts';
import { coverRulesOf } from '../domain/rules/cover-rules.ts';
import { RULESET_ID } from '../domain/rules/law-versions.ts';
import type { Position, StoredEvent } from '../infra/event-store/event-store.ts';
import { coverFacts } from './cover-facts.ts';
import { stateOf } from './deciders.ts';
import type { DecisionPorts } from './ports.ts';
import { type Found, lastOf } from './stored-events.ts';

/** What it takes to read a claim's rules: the log, and the office's day. */
export type RulePorts = Pick<DecisionPorts, 'store' | 'ids' | 'clock'>;

export type RuleSet = { readonly rulesetId: string; readonly rows: readonly RowChange[] };

/** The rules of this release, as nobody has changed them. */
export const SHIPPED_RULES: RuleSet = { rulesetId: RULESET_ID, rows: [] };

export const coverRulesBy = ({ rows }: RuleSet, day: LocalDate): CoverRules =>
  coverRulesOf(day, bookWith(rows));

export const ruleSetCalled = (bookHistory: readonly StoredEvent[], rulesetId: string): RuleSet =>
  rulesetId === RULESET_ID
    ? SHIPPED_RULES
    : { rulesetId, rows: rowsThrough(stateOf(ruleBookDecider, bookHistory), rulesetId) };

type Activation = Found<'RuleVersionActivated'>;

export const activationsIn = (bookHistory: readonly StoredEvent[]): readonly Activation[] =>
  bookHistory.flatMap((event) => lastOf([event], 'RuleVersionActivated') ?? []);

const isBefore = (one: StoredEvent, position: string): boolean =>
  BigInt(one.position) < BigInt(position);

/** What the log knew of a claim before a position. */
export const knownBefore = (
  claim: readonly StoredEvent[],
  position: string,
): readonly StoredEvent[] => claim.filter((event) => isBefore(event, position));

export const isOpenClaim = (claim: readonly StoredEvent[]): boolean =>
  claim.length > 0 && isOpenStage(claimStage(stateOf(claimDecider, claim)));

const outcomeOf = (benefits: BenefitsDetermined['data'] | null): RuleOutcome | null =>
  benefits === null
    ? null
    : {
        totalIdr: benefits.totalIdr,
        flags: benefits.flags,
        lawVersion: benefits.lawVersion,
      };

/** Until the heirs are known the sum is what one payee would get. */
const SOMEBODY = { rank: '1', payee: { ref: '' } } as unknown as NonNullable<ClaimState['heirs']>;

const benefitsBy = async (
  ports: RulePorts,
  state: ClaimState,
  { rules, position }: { readonly rules: RuleSet; readonly position: Position },
): Promise<BenefitsDetermined['data'] | null> => {
  const day = eventDateOf(state);
  if (day === null) return null;
  const cover = await coverFacts(ports, state.workerId, day, {
    at: position,
    rules: coverRulesBy(rules, day),
  });
  const over = { cover, rules: { ...rules, review: null } };
  if (state.deathDate !== null)
    return benefitsFor(state, { ...over, heirs: state.heirs ?? SOMEBODY });
  return incidentBenefits(state, { ...over, payee: state.incident?.payee ?? SOMEBODY.payee });
};

export type RuleEffect = {
  readonly before: RuleOutcome | null;
  readonly after: RuleOutcome | null;
  readonly differs: boolean;
};

/** What a claim gives by one set of rules and by another, all facts as of one position. */
export const effectOnClaim = async (
  ports: RulePorts,
  claim: readonly StoredEvent[],
  over: { readonly from: RuleSet; readonly to: RuleSet; readonly position: Position },
): Promise<RuleEffect> => {
  const state = stateOf(claimDecider, claim);
  const { position } = over;
  const before = await benefitsBy(ports, state, { rules: over.from, position });
  const after = await benefitsBy(ports, state, { rules: over.to, position });
  const material = (benefits: BenefitsDetermined['data'] | null) =>
    benefits && {
      flags: benefits.flags,
      lines: benefits.lines.map(({ code, amountIdr, payee }) => ({ code, amountIdr, payee })),
      blocked: benefits.paymentBlocked,
    };
  return {
    before: outcomeOf(before),
    after: outcomeOf(after),
    differs: !sameFacts(material(before), material(after)),
  };
};

type Met = { readonly rulesetId: string; readonly review: RulesInForce['review'] };

/** An activation, as it concerns one claim that had other rules before. */
const meet = async (
  ports: RulePorts,
  claim: readonly StoredEvent[],
  { activation, until, book }: MeetOf,
): Promise<Met> => {
  const { stored, data } = activation;
  const { rulesetId: to, openClaims } = data;
  const { rulesetId } = until;
  // A choice that waits goes on waiting.
  const kept = until;
  const moved: Met = { rulesetId: to, review: null };
  const own = claim
    .flatMap((event) => lastOf([event], 'RuleVersionApplied') ?? [])
    .findLast((applied) => applied.data.to === to)?.data;
  if (own?.treatment === 'PINNED') return kept;
  if (own?.treatment === 'MIGRATED') return moved;
  const cause = { streamId: stored.streamId, position: stored.position };
  if (own !== undefined) {
    const { from, before, after } = own;
    return { rulesetId, review: { from, to, before, after, cause } };
  }
  const known = knownBefore(claim, stored.position);
  if (known.length === 0) return moved;
  if (!isOpenClaim(known) || openClaims === 'PIN') return kept;
  if (openClaims === 'MIGRATE') return moved;
  const { before, after, differs } = await effectOnClaim(ports, known, {
    from: ruleSetCalled(book, rulesetId),
    to: ruleSetCalled(book, to),
    position: stored.position,
  });
  if (!differs) return moved;
  return { rulesetId, review: { from: rulesetId, to, before, after, cause } };
};

type MeetOf = {
  readonly activation: Activation;
  /** How the claim stood until then. */
  readonly until: Met;
  readonly book: readonly StoredEvent[];
};

/** `until`: rules as they were before the activation at that position. */
export const rulesOfClaim = async (
  ports: RulePorts,
  claim: readonly StoredEvent[],
  until?: string,
): Promise<RulesInForce> => {
  const book = await ports.store.loadStream(ports.ids.ruleBook());
  let met: Met = { rulesetId: RULESET_ID, review: null };
  for (const activation of activationsIn(book)) {
    if (until !== undefined && !isBefore(activation.stored, until)) break;
    met = await meet(ports, claim, { activation, until: met, book });
  }
  return { ...ruleSetCalled(book, met.rulesetId), review: met.review };
};
