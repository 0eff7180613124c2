// Every decision on a claim taken again from the facts that were on record, by the rules it used.
import { officeDay } from '../../calendar.ts';
import type { Context } from '../../decider.ts';
import type { EventMeta } from '../../envelope.ts';
import type { RowChange } from '../../rule-book/row-change.ts';
import { approveClaim, recommendClaim, rejectClaim } from '../decision/verdict.ts';
import type { ClaimEvent } from '../events.ts';
import { evolveClaim } from '../evolve.ts';
import { incidentBenefits, incidentChecksOver } from '../incident/incident-assessment.ts';
import type { ClaimDecision } from '../refusals.ts';
import { type ClaimState, initialClaim } from '../state.ts';
import { benefitsFor, checksOver } from './assessment.ts';
import type { BenefitsDetermined } from './assessment-events.ts';
import type { RulesInForce } from './rule-version-events.ts';
import { sameFacts } from './same-facts.ts';

export const REDECIDED = [
  'ChecksRecorded',
  'BenefitsDetermined',
  'ClaimRecommended',
  'ClaimApproved',
  'DeterminationReported',
  'ClaimRejected',
] as const;
export type RedecidedType = (typeof REDECIDED)[number];

export type PastEvent = {
  readonly event: ClaimEvent;
  readonly position: string;
  readonly effectiveAt: string;
  readonly meta: EventMeta;
};

export type Redecided = {
  readonly position: string;
  readonly type: RedecidedType;
  /** The rules by which it was decided. */
  readonly rulesetId: string | null;
  readonly outcome:
    | { readonly status: 'SAME' }
    | { readonly status: 'DIFFERS'; readonly recorded: unknown; readonly now: unknown }
    /** By these rules it would not have been allowed at all. */
    | { readonly status: 'REFUSED'; readonly code: string; readonly recorded: unknown }
    /** Rules of another release, which this program does not hold. */
    | { readonly status: 'RULES_UNKNOWN' }
    /** Decided in another house before the take-over: by whom is only told. */
    | { readonly status: 'TAKEN_OVER' };
};

/** The rows of a rule set; null for one that this release does not hold. */
export type RowsOf = (rulesetId: string) => readonly RowChange[] | null;

type Outcome = Redecided['outcome'];

const compared = (recorded: unknown, now: unknown): Outcome =>
  sameFacts(recorded, now) ? { status: 'SAME' } : { status: 'DIFFERS', recorded, now };

const decided = (decision: ClaimDecision, { event }: PastEvent): Outcome => {
  if ('refused' in decision)
    return { status: 'REFUSED', code: decision.refused.code, recorded: event.data };
  const again = decision.accepted.find(({ type }) => type === event.type);
  return compared(event.data, again?.data ?? null);
};

const contextOf = ({ meta, effectiveAt }: PastEvent): Context => ({
  by: meta.actor,
  now: effectiveAt,
  origin: meta.origin,
});

const benefitsBy = (state: ClaimState, rules: RulesInForce): BenefitsDetermined['data'] | null => {
  const { cover, heirs, incident } = state;
  return (
    benefitsFor(state, { cover, heirs, rules }) ??
    incidentBenefits(state, { cover, payee: incident?.payee ?? null, rules })
  );
};

const checksAgain = (
  state: ClaimState,
  data: Extract<ClaimEvent, { type: 'ChecksRecorded' }>['data'],
  effectiveAt: string,
): Outcome => {
  const over = { cover: data.cover, today: officeDay(effectiveAt) };
  const { incident, deathDate } = state;
  if (deathDate !== null) return compared(data.checks, checksOver(state, deathDate, over));
  return incident === null
    ? { status: 'SAME' }
    : compared(data.checks, incidentChecksOver(state, incident, over));
};

const verdictAgain = (
  state: ClaimState,
  past: PastEvent & { readonly event: { readonly type: RedecidedType } },
  rules: RulesInForce | undefined,
): Outcome => {
  const context = contextOf(past);
  const { event } = past;
  const withRules = rules === undefined ? {} : { rules };
  const { cover } = state;
  switch (event.type) {
    case 'ClaimRecommended': {
      const { mandate, reason } = event.data;
      const wish = { mandate, ...(reason !== undefined && { reason }), ...withRules };
      return decided(recommendClaim(wish, state, context), past);
    }
    case 'ClaimApproved': {
      const wish = { totalIdr: event.data.totalIdr, cover, ...withRules };
      return decided(approveClaim(wish, state, context), past);
    }
    case 'DeterminationReported': {
      const { determinedIdr, reference, determinedOn, computedIdr } = event.data;
      const determination = { determinedIdr, reference, determinedOn };
      const wish = { totalIdr: computedIdr, cover, determination, ...withRules };
      return decided(approveClaim(wish, state, context), past);
    }
    case 'ClaimRejected': {
      const { reason, article, cure, code } = event.data;
      const wish = { reason, article, cure, ...(code !== undefined && { code }), ...withRules };
      return decided(rejectClaim(wish, state, context), past);
    }
    default:
      return { status: 'SAME' };
  }
};

const isRedecided = (
  past: PastEvent,
): past is PastEvent & { readonly event: { readonly type: RedecidedType } } =>
  REDECIDED.some((type) => type === past.event.type);

const rulesetOf = (past: PastEvent, state: ClaimState): string | null =>
  past.event.type === 'BenefitsDetermined'
    ? past.event.data.rulesetId
    : (state.benefits?.rulesetId ?? null);

const again = (
  state: ClaimState,
  past: PastEvent & { readonly event: { readonly type: RedecidedType } },
  rowsOf: RowsOf,
): Outcome => {
  const { event, meta, effectiveAt } = past;
  if (event.type === 'ChecksRecorded') return checksAgain(state, event.data, effectiveAt);
  const rulesetId = rulesetOf(past, state);
  const rows = rulesetId === null ? [] : rowsOf(rulesetId);
  if (rows === null) return { status: 'RULES_UNKNOWN' };
  const rules = rulesetId === null ? undefined : { rulesetId, rows, review: null };
  if (event.type === 'BenefitsDetermined')
    return compared(event.data, rules === undefined ? null : benefitsBy(state, rules));
  if (meta.origin === 'historic') return { status: 'TAKEN_OVER' };
  return verdictAgain(state, past, rules);
};

/** In the order of the log; every other event is a fact, and is taken as it stands. */
export const redecided = (history: readonly PastEvent[], rowsOf: RowsOf): readonly Redecided[] => {
  const found: Redecided[] = [];
  let state = initialClaim;
  for (const past of history) {
    if (isRedecided(past)) {
      const { position, event } = past;
      const rulesetId = rulesetOf(past, state);
      found.push({ position, type: event.type, rulesetId, outcome: again(state, past, rowsOf) });
    }
    state = evolveClaim(state, past.event);
  }
  return found;
};
