// Decisions on a reported accident or illness: guaranteed first, concluded, applied for, or led to JKN.
import { personsBehind, sharesPerson } from '../../actor.ts';
import { officeDay } from '../../calendar.ts';
import { accept, type Context, refuse } from '../../decider.ts';
import { NATIONAL_HOLIDAYS } from '../../rules/holidays.ts';
import { claimDue, concludeBy, reportDue } from '../../rules/incident-clocks.ts';
import { lawVersionOn } from '../../rules/law-versions.ts';
import { objectionBar } from '../../rules/objection-terms.ts';
import { conclusionRule, routingOf } from '../../rules/routing.ts';
import { lawOf } from '../assessment/law-of-claim.ts';
import type { RulesInForce } from '../assessment/rule-version-events.ts';
import type { ClaimEvent } from '../events.ts';
import { deathAfter, isNear } from '../intake/link-cases.ts';
import type { ClaimDecision, ClaimRefusal, ClaimWish } from '../refusals.ts';
import { claimStage, isOpenStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';
import type { Conclusion, IncidentKind } from './incident-events.ts';
import type { IncidentState } from './incident-state.ts';

type Report = ClaimWish<'ReportIncident'>;
/** The instant of the act, and the rules that the claim is decided by. */
type Today = { readonly now: string; readonly rules?: RulesInForce | undefined };

/** T-04: whoever suspects is treated first; before PP 49/2023 nothing said so. */
const guaranteed = (claimId: string, { now, rules }: Today): readonly ClaimEvent[] => {
  const due = concludeBy(officeDay(now), lawOf(rules));
  return due === null ? [] : [{ type: 'CareGuaranteed', data: { claimId, ...due } }];
};

/** Led to JKN; a family may object to that. */
const routed = (
  claimId: string,
  routing: ReturnType<typeof routingOf>,
  { now, rules }: Today,
): ClaimEvent => ({
  type: 'ClaimRouted',
  data: {
    ...{ claimId, ...routing },
    objectBy: objectionBar(officeDay(now), NATIONAL_HOLIDAYS, lawOf(rules)),
  },
});

/** A second claim of one event would be paid beside the first: the reporter says which it is. */
const knownFault = ({ life, eventDate, ordinal, apart }: Report): ClaimDecision | null => {
  if (life === undefined) return null;
  const { deathDate, incidents } = life;
  if (deathDate !== null && eventDate > deathDate) return refuse('EventAfterDeath', { deathDate });
  if (apart === true || ordinal > 1) return null;
  const near = incidents.find((known) => isNear(known.eventDate, eventDate));
  return near === undefined
    ? null
    : refuse('IncidentMayBeKnown', { claim: near.claimId, eventDate: near.eventDate });
};

/** An illness that nobody says comes from work is told at once where help is to be had. */
const firstReport = (asked: Report, { now }: Context): ClaimDecision => {
  const { rules, apart: _, sameAs: _s, life: _l, ...wish } = asked;
  const known = knownFault(asked);
  if (known !== null) return known;
  const { claimId, kind, eventDate } = wish;
  if (kind === 'ILLNESS')
    return accept<ClaimEvent>(
      { type: 'IncidentReported', data: { ...wish, late: false } },
      routed(claimId, routingOf('ILLNESS_NOT_FROM_WORK', eventDate), { now, rules }),
    );
  const reportedOn = officeDay(now);
  const law = lawOf(rules);
  const report = reportDue('T-01', { from: eventDate, reportedOn }, law);
  const clocks = [report, claimDue(eventDate, law)].filter((due) => due !== null);
  const late = report !== null && reportedOn > report.dueOn;
  return accept<ClaimEvent>(
    { type: 'IncidentReported', data: { ...wish, late, clocks } },
    ...guaranteed(claimId, { now, rules }),
  );
};

/** Whoever says after all that it comes from work opens the suspicion, with its thirty days. */
const linkedReport = (
  { rules, apart: _, sameAs: _s, life: _l, ...wish }: Report,
  incident: IncidentState,
  { now }: Context,
): ClaimDecision => {
  const { claimId, kind } = wish;
  const linked: ClaimEvent = {
    type: 'IncidentReportLinked',
    data: { ...wish, kindDiffers: kind !== incident.kind },
  };
  const isNews = incident.routed?.ground === 'ILLNESS_NOT_FROM_WORK' && kind !== 'ILLNESS';
  if (!isNews) return accept(linked);
  return accept<ClaimEvent>(
    linked,
    { type: 'ClaimReopened', data: { claimId, reason: 'NEW_INCIDENT_REPORT' } },
    ...guaranteed(claimId, { now, rules }),
  );
};

/** The first of its event; a claim that is named as the same must exist. */
const unknownIncident = (wish: Report, state: ClaimState, context: Context): ClaimDecision => {
  if (claimStage(state) !== 'UNKNOWN') return refuse('ReportForAnotherWorker');
  return wish.sameAs === undefined ? firstReport(wish, context) : refuse('ClaimUnknown');
};

/** A report is linked at any stage, even after the end: nothing that people tell us is lost. */
export const reportIncident = (
  wish: Report,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  const { incident } = state;
  const known = incident?.reports.find((report) => report.reportId === wish.reportId);
  if (known !== undefined) return known.kind === wish.kind ? accept() : refuse('ReportIdTaken');
  const { eventDate } = wish;
  if (eventDate > officeDay(context.now)) return refuse('EventDateInFuture', { eventDate });
  if (lawVersionOn(eventDate) === null) return refuse('EventBeforeLaw', { eventDate });
  if (incident === null) return unknownIncident(wish, state, context);
  // Whoever tells of it days later may name another day: kept as told, for a person to weigh.
  if (wish.workerId !== state.workerId) return refuse('ReportForAnotherWorker');
  return linkedReport(wish, incident, context);
};

/** What every further step needs: a known incident, open, and not in an approver's hands. */
export const openIncident = (
  state: ClaimState,
): { readonly incident: IncidentState } | { readonly refused: ClaimDecision } => {
  const stage = claimStage(state);
  const { incident } = state;
  if (stage === 'UNKNOWN') return { refused: refuse('ClaimUnknown') };
  if (incident === null) return { refused: refuse('NotAnIncident') };
  if (!isOpenStage(stage)) return { refused: refuse('ClaimNotOpen', { stage }) };
  if (stage === 'RECOMMENDED') return { refused: refuse('ClaimAlreadyRecommended') };
  return { incident };
};

/** Also after it was paid: what a doctor says or a receipt shows later is owed all the same. */
export const factsOfIncident: typeof openIncident = (state) => {
  const { incident, settledOnce, verdict } = state;
  const isPaid = settledOnce && verdict !== null;
  if (isPaid && claimStage(state) === 'TOP_UP_RECOMMENDED')
    return { refused: refuse('ClaimAlreadyRecommended') };
  return incident !== null && isPaid ? { incident } : openIncident(state);
};

const isDisease = (kind: IncidentKind): boolean => kind !== 'ACCIDENT';

/** A disease is concluded of what was reported as one, an accident of an accident. */
const fits = (conclusion: Conclusion, { reports }: IncidentState): boolean => {
  if (conclusion === 'NOT_FROM_WORK') return true;
  const disease = conclusion === 'OCCUPATIONAL_DISEASE';
  return reports.some(({ kind }) => isDisease(kind) === disease);
};

const conclusionFault = (
  wish: ClaimWish<'ConcludeIncident'>,
  incident: IncidentState,
): ClaimRefusal | null => {
  if (!fits(wish.conclusion, incident)) return 'ConclusionDoesNotFit';
  if (conclusionRule(wish.conclusion, incident.eventDate) === null) return 'GroundNotInForce';
  if (wish.evidenceSha256.trim() === '') return 'EvidenceMissing';
  return wish.reason.trim() === '' ? 'ReasonMissing' : null;
};

export const concludeIncident = (
  wish: ClaimWish<'ConcludeIncident'>,
  state: ClaimState,
  { by, now }: Context,
): ClaimDecision => {
  const { conclusion, evidenceSha256, reason, traffic } = wish;
  const before = state.incident?.conclusion;
  if (before != null) {
    const same = before.conclusion === conclusion && before.evidenceSha256 === evidenceSha256;
    return same ? accept() : refuse('AlreadyConcluded', { conclusion: before.conclusion });
  }
  const open = openIncident(state);
  if ('refused' in open) return open.refused;
  const { incident } = open;
  if (sharesPerson(by, state.excluded)) return refuse('DeciderCannotDecideAgain');
  const fault = conclusionFault(wish, incident);
  if (fault !== null) return refuse(fault, { conclusion });
  const { claimId } = state;
  const rule = conclusionRule(conclusion, incident.eventDate) ?? { ruleId: '', article: '' };
  const due = incident.guarantee?.concludeBy;
  const concludedOn = officeDay(now);
  const late = due !== undefined && concludedOn > due;
  const who = { concludedBy: personsBehind(by), concludedOn };
  const concluded: ClaimEvent = {
    type: 'IncidentConcluded',
    data: { claimId, conclusion, ...rule, evidenceSha256, reason, traffic, late, ...who },
  };
  if (conclusion !== 'NOT_FROM_WORK' && conclusion !== 'NO_FORCE') return accept(concluded);
  const routing = routingOf(conclusion, incident.eventDate);
  return accept<ClaimEvent>(concluded, routed(claimId, routing, { now, rules: wish.rules }));
};

/** Who has died is neither healed nor disabled from then on; who has not did not die. */
const deathFault = (
  { outcome, declaredOn }: Pick<ClaimWish<'ReportSecondStage'>, 'outcome' | 'declaredOn'>,
  state: ClaimState,
): ClaimRefusal | null => {
  const death = deathAfter(state);
  if (outcome === 'DIED') return death === null ? 'DeathNotLinked' : null;
  return death !== null && declaredOn > death.day ? 'WorkerHasDied' : null;
};

export const reportSecondStage = (
  { outcome, declaredOn, rules }: ClaimWish<'ReportSecondStage'>,
  state: ClaimState,
  { now }: Context,
): ClaimDecision => {
  const open = factsOfIncident(state);
  if ('refused' in open) return open.refused;
  const { incident } = open;
  const today = officeDay(now);
  const before = incident.secondStage;
  if (before?.outcome === outcome && before.declaredOn === declaredOn) return accept();
  // K-34: what was paid for a disability is not netted by a rule; the death has a claim of its own.
  if (state.settledOnce && outcome === 'DIED')
    return refuse('ClaimNotOpen', { stage: claimStage(state) });
  if (declaredOn > today) return refuse('EventDateInFuture', { declaredOn });
  if (declaredOn < incident.eventDate)
    return refuse('DeclaredBeforeEvent', { declaredOn, eventDate: incident.eventDate });
  const died = deathFault({ outcome, declaredOn }, state);
  if (died !== null) return refuse(died);
  const due = reportDue('T-05', { from: declaredOn, reportedOn: today }, lawOf(rules));
  const late = due !== null && today > due.dueOn;
  const { claimId } = state;
  return accept({
    type: 'SecondStageReported',
    data: {
      ...{ claimId, outcome, declaredOn, late },
      ...(due !== null && { clocks: [due] }),
    },
  });
};

/** Opened again, a suspicion has thirty days anew. */
export const reopenedIncident = (state: ClaimState, today: Today): readonly ClaimEvent[] =>
  state.incident?.routed == null ? [] : guaranteed(state.claimId, today);
