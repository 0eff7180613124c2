// Decisions of the assessment: checks, heirs, and the benefits that follow as soon as both are known.
import { type LocalDate, officeDay } from '../../calendar.ts';
import { accept, type Context, refuse } from '../../decider.ts';
import { rupiah, rupiahText } from '../../money.ts';
import { missingDocuments } from '../../rules/document-list.ts';
import { lawVersionOn, RULESET_ID } from '../../rules/law-versions.ts';
import type { BindingDeterminationRecorded } from '../adjustment/adjustment-events.ts';
import { jkkOver, jkmOver } from '../death/death-benefit.ts';
import { runDeathFromWorkChecks } from '../death/death-checks.ts';
import { fromWork } from '../death/death-state.ts';
import { missingPapers, ofCourt, presentKinds } from '../documents/papers.ts';
import type { ClaimEvent } from '../events.ts';
import { onField } from '../field/field-state.ts';
import { fieldChecks, visitsToOpen } from '../field/field-visit.ts';
import type { ClaimDecision, ClaimWish } from '../refusals.ts';
import { claimStage, isOpenStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';
import type {
  BenefitsDetermined,
  CheckResult,
  CoverFacts,
  Heir,
  HeirsDetermined,
} from './assessment-events.ts';
import { runChecks } from './checks.ts';
import { accountNameChecks, heirPapers, heirsOfRank, RANK_OF, restOnProof } from './heir-papers.ts';
import type { RulesInForce } from './rule-version-events.ts';
import { sameFacts } from './same-facts.ts';

type Rank = HeirsDetermined['data']['rank'];
type Heirs = HeirsDetermined['data'];

/** an authority's word carries its own amount, and is not computed again. */
export const boundBenefits = (
  { claimId, entitledIdr, reference, basis, determinedOn }: BindingDeterminationRecorded['data'],
  payee: string,
  { benefit, day }: { benefit: BenefitsDetermined['data']['benefit']; day: LocalDate },
): BenefitsDetermined['data'] => ({
  claimId,
  benefit,
  lawVersion: lawVersionOn(day)?.code ?? 'L0',
  rulesetId: RULESET_ID,
  lines: [
    {
      code: 'DETERMINED',
      amountIdr: entitledIdr,
      payee,
      formula: `${reference}, ${determinedOn}`,
      ruleId: 'X-02',
      article: basis,
    },
  ],
  totalIdr: entitledIdr,
  flags: [],
  paymentBlocked: false,
});

/** What a benefit is made of; the rules are those of this release where nobody changed them. */
type Assessed = {
  readonly cover: CoverFacts | null;
  readonly heirs: Heirs | null;
  readonly rules?: RulesInForce | undefined;
};

export const benefitsFor = (
  state: ClaimState,
  { cover, heirs, rules }: Assessed,
): BenefitsDetermined['data'] | null => {
  if (cover === null || heirs === null || state.deathDate === null) return null;
  // Nobody died: nothing is owed, whatever was determined before.
  if (state.noDeath !== null) return null;
  // It binds whether or not we find a membership: that may be what it determined.
  const concluded = fromWork(state);
  const benefit = concluded === null ? 'JKM' : 'JKK';
  if (state.binding !== null)
    return boundBenefits(state.binding, heirs.payee.ref, {
      ...{ benefit, day: concluded?.accidentDate ?? state.deathDate },
    });
  if (!cover.enrolled || cover.membershipStart === null) return null;
  const { membershipStart } = cover;
  const over = { cover: { ...cover, membershipStart }, heirs, rules, deathDate: state.deathDate };
  const result = concluded === null ? jkmOver(over) : jkkOver(over, concluded);
  return {
    claimId: state.claimId,
    benefit,
    lawVersion: result.lawVersion,
    rulesetId: result.rulesetId,
    lines: result.lines,
    totalIdr: rupiahText(rupiah(result.totalIdr)),
    flags: result.flags,
    paymentBlocked: result.paymentBlocked,
  };
};

/** Emitted by whichever command makes both known, and again only when it says something new. */
export const determination = (state: ClaimState, assessed: Assessed): readonly ClaimEvent[] => {
  const benefits = benefitsFor(state, assessed);
  if (benefits === null || sameFacts(benefits, state.benefits)) return [];
  return [{ type: 'BenefitsDetermined', data: benefits }];
};

const withoutPosition = ({ position: _, ...facts }: CoverFacts) => facts;

export const saysNothingNew = (
  state: ClaimState,
  checks: readonly CheckResult[],
  cover: CoverFacts,
): boolean =>
  state.checksCurrent &&
  state.cover !== null &&
  sameFacts(state.checks, checks) &&
  sameFacts(withoutPosition(state.cover), withoutPosition(cover));

/** The checks of a claim over this cover, as they stand today. */
export const checksOver = (
  state: ClaimState,
  deathDate: LocalDate,
  { cover, today }: { readonly cover: CoverFacts; readonly today: LocalDate },
): readonly CheckResult[] => {
  const { reports, documents, heirs, origin } = state;
  const present = presentKinds(documents);
  const documentsAdvised = missingDocuments(deathDate, present, heirPapers(heirs));
  const facts = { deathDate, reports, cover, today, documentsAdvised };
  const concluded = fromWork(state);
  // A full list whose paper went back is not full, whatever else lies in the file.
  const checks =
    concluded === null
      ? runChecks({
          ...{ ...facts, conclusion: origin.conclusion },
          documentsMissing: [
            ...new Set([...missingDocuments(deathDate, present), ...ofCourt(state, present)]),
          ],
        })
      : runDeathFromWorkChecks({
          ...{ ...facts, conclusion: concluded },
          documentsMissing: missingPapers(state, present),
        });
  return [...checks, ...accountNameChecks(heirs, present), ...fieldChecks(state)];
};

export const checkClaim = (
  { cover, rules }: ClaimWish<'CheckClaim'>,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  if (!isOpenStage(stage) || state.deathDate === null) return refuse('ClaimNotOpen', { stage });
  if (cover === null) return refuse('CoverUnknown');
  const { claimId } = state;
  const visits = visitsToOpen(state, { cover, rules, origin: context.origin });
  const seen = visits.reduce(onField, state);
  const checks = checksOver(seen, state.deathDate, { cover, today: officeDay(context.now) });
  const determined = determination(state, { cover, heirs: state.heirs, rules });
  if (determined.length === 0 && saysNothingNew(state, checks, cover)) return accept();
  return accept<ClaimEvent>(
    ...visits,
    { type: 'ChecksRecorded', data: { claimId, checks, cover } },
    ...determined,
  );
};

/** The first class with a person in it; `null` when nobody at all is named. */
const firstRank = (heirs: readonly Heir[]): Rank | null =>
  heirs.map((heir) => RANK_OF[heir.relation]).sort()[0] ?? null;

type PayeeFault = 'GuardianMissing' | 'PayeeNotEntitled';

/** H-02, H-03: one payee of the entitled class, or the guardian of a minor in it. */
const payeeFault = (wish: ClaimWish<'DetermineHeirs'>, rank: Rank): PayeeFault | null => {
  const entitled = heirsOfRank(wish.heirs, rank);
  const payee = entitled.find((heir) => heir.ref === wish.payee.ref);
  if (payee !== undefined) {
    return payee.minor && payee.guardianName === undefined ? 'GuardianMissing' : null;
  }
  const listed = wish.heirs.some((heir) => heir.ref === wish.payee.ref);
  const guarded = entitled.some((heir) => heir.minor && heir.guardianName !== undefined);
  return !listed && guarded ? null : 'PayeeNotEntitled';
};

/** Heirs who rest on a paper of their own: the checks are said again, over the same cover. */
const checksWith = (state: ClaimState, context: Context | null): readonly ClaimEvent[] => {
  const { claimId, cover, deathDate, heirs } = state;
  if (context === null || cover === null || deathDate === null || !state.checksCurrent) return [];
  if (heirs === null || !restOnProof(heirs)) return [];
  const checks = checksOver(state, deathDate, { cover, today: officeDay(context.now) });
  if (sameFacts(state.checks, checks)) return [];
  return [{ type: 'ChecksRecorded', data: { claimId, checks, cover } }];
};

export const determineHeirs = (
  wish: ClaimWish<'DetermineHeirs'>,
  state: ClaimState,
  /** Null for heirs of an old file: its papers were weighed by whoever decided then. */
  context: Context | null,
): ClaimDecision => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  if (!isOpenStage(stage)) return refuse('ClaimNotOpen', { stage });
  if (state.incident !== null) return refuse('NotADeath');
  if (state.checks === null) return refuse('ChecksMissing');
  const rank = firstRank(wish.heirs);
  if (rank === null) return refuse('HeirMissing');
  if (new Set(wish.heirs.map((heir) => heir.ref)).size < wish.heirs.length) {
    return refuse('HeirNamedTwice');
  }
  const fault = payeeFault(wish, rank);
  if (fault !== null) return refuse(fault, { rank });
  const { nameDiffers } = wish;
  const heirs: Heirs = {
    ...{ claimId: state.claimId, heirs: wish.heirs, rank, payee: wish.payee },
    ...(nameDiffers === true && { nameDiffers }),
  };
  if (sameFacts(heirs, state.heirs)) return accept();
  if (stage === 'RECOMMENDED') return refuse('ClaimAlreadyRecommended');
  return accept<ClaimEvent>(
    { type: 'HeirsDetermined', data: heirs },
    ...checksWith({ ...state, heirs }, context),
    ...determination(state, { cover: state.cover, heirs, rules: wish.rules }),
  );
};
