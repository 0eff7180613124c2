// Assessment of a work accident: its checks, its payee, and the benefit once both are known.
import { daysBetween, type LocalDate, officeDay } from '../../calendar.ts';
import { accept, type Context, refuse } from '../../decider.ts';
import { rupiah, rupiahText } from '../../money.ts';
import { bookWith } from '../../rule-book/row-change.ts';
import { calculateIncident } from '../../rules/incident-benefit.ts';
import { boundBenefits, saysNothingNew } from '../assessment/assessment.ts';
import type {
  BenefitsDetermined,
  CheckResult,
  CoverFacts,
  Payee,
} from '../assessment/assessment-events.ts';
import type { RulesInForce } from '../assessment/rule-version-events.ts';
import { sameFacts } from '../assessment/same-facts.ts';
import { missingPapers, presentKinds } from '../documents/papers.ts';
import type { ClaimEvent } from '../events.ts';
import { fieldChecks } from '../field/field-visit.ts';
import { takenByHospitals } from '../hospital/hospital-state.ts';
import { deathAfter } from '../intake/link-cases.ts';
import type { ClaimDecision, ClaimRefusal, ClaimWish } from '../refusals.ts';
import { claimStage, isOpenStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';
import { openIncident } from './incident.ts';
import { runIncidentChecks } from './incident-checks.ts';
import type { Heir, MedicalStatement } from './incident-events.ts';

/** The rules are those of this release where nobody changed them. */
type Assessed = {
  readonly cover: CoverFacts | null;
  readonly payee: Pick<Payee, 'ref'> | null;
  readonly rules?: RulesInForce | undefined;
};

/** STMB ends with the day of death, whatever was stated before anybody knew of it. */
const statedInLife = (medical: MedicalStatement, state: ClaimState): MedicalStatement => {
  const death = deathAfter(state);
  if (death === null || state.incident === null) return medical;
  const days = daysBetween(state.incident.eventDate, death.day) + 1;
  return { ...medical, daysOff: Math.min(medical.daysOff, days) };
};

export const incidentBenefits = (
  state: ClaimState,
  { cover, payee, rules }: Assessed,
): BenefitsDetermined['data'] | null => {
  const { claimId, incident } = state;
  if (cover === null || payee === null) return null;
  if (incident === null) return null;
  // it binds whatever we find of the membership or the disability.
  if (state.binding !== null)
    return boundBenefits(state.binding, payee.ref, { benefit: 'JKK', day: incident.eventDate });
  if (!cover.enrolled || cover.membershipStart === null) return null;
  const { secondStage, medical, eventDate, late, bills } = incident;
  if (secondStage === null || medical === null) return null;
  const facts = {
    ...{ eventDate, claimedOn: secondStage.declaredOn, membershipStart: cover.membershipStart },
    coverage: cover.state,
    monthlyContributionIdr: BigInt(cover.monthlyContributionIdr),
    ...{ outcome: secondStage.outcome, statement: statedInLife(medical, state), bills },
    taken: takenByHospitals(state),
    reportedLate: late || secondStage.late,
    payee: payee.ref,
  };
  const result =
    rules === undefined
      ? calculateIncident(facts)
      : calculateIncident(facts, bookWith(rules.rows), rules.rulesetId);
  return {
    ...{ claimId, benefit: 'JKK' },
    ...result,
    totalIdr: rupiahText(rupiah(result.totalIdr)),
  };
};

/** Emitted by whichever command makes both known, and again only when it says something new. */
export const incidentDetermination = (
  state: ClaimState,
  assessed: Assessed,
): readonly ClaimEvent[] => {
  const benefits = incidentBenefits(state, assessed);
  if (benefits === null || sameFacts(benefits, state.benefits)) return [];
  return [{ type: 'BenefitsDetermined', data: benefits }];
};

/** The checks of an accident over this cover, as they stand on the day. */
export const incidentChecksOver = (
  state: ClaimState,
  incident: NonNullable<ClaimState['incident']>,
  { cover, today }: { readonly cover: CoverFacts; readonly today: LocalDate },
): readonly CheckResult[] => [
  ...runIncidentChecks({
    links: state.links,
    ...{ incident, cover, today },
    documentsMissing: missingPapers(state, presentKinds(state.documents)),
  }),
  ...fieldChecks(state),
];

export const checkIncident = (
  { cover, rules }: ClaimWish<'CheckClaim'>,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  const stage = claimStage(state);
  const { incident, claimId } = state;
  if (!isOpenStage(stage) || incident === null) return refuse('ClaimNotOpen', { stage });
  if (cover === null) return refuse('CoverUnknown');
  const checks = incidentChecksOver(state, incident, { cover, today: officeDay(context.now) });
  const determined = incidentDetermination(state, { cover, payee: incident.payee, rules });
  if (determined.length === 0 && saysNothingNew(state, checks, cover)) return accept();
  return accept<ClaimEvent>(
    { type: 'ChecksRecorded', data: { claimId, checks, cover } },
    ...determined,
  );
};

/** What was due in life goes to the heir of the legal order, as the claim of the death found them. */
export const heirFault = (
  { payee, heir }: { readonly payee: Heir; readonly heir: Heir | null },
  state: ClaimState,
): Extract<ClaimRefusal, 'HeirsNotKnown' | 'PayeeNotTheHeir'> | null => {
  if (deathAfter(state) === null) return null;
  if (heir === null) return 'HeirsNotKnown';
  return heir.accountIndex === payee.accountIndex ? null : 'PayeeNotTheHeir';
};

export const determinePayee = (
  { payee, rules, heir = null }: ClaimWish<'DeterminePayee'>,
  state: ClaimState,
): ClaimDecision => {
  if (sameFacts(state.incident?.payee, payee)) return accept();
  const open = openIncident(state);
  if ('refused' in open) return open.refused;
  if (state.checks === null) return refuse('ChecksMissing');
  const notHeir = heirFault({ payee, heir }, state);
  if (notHeir !== null) return refuse(notHeir);
  const { claimId, cover } = state;
  return accept<ClaimEvent>(
    { type: 'PayeeDetermined', data: { claimId, payee } },
    ...incidentDetermination(state, { cover, payee, rules }),
  );
};
