// Decisions on visits: opened by rule or by doubt, given to somebody, done with signed minutes.
import { personsBehind, sharesPerson } from '../../actor.ts';
import { officeDay } from '../../calendar.ts';
import { accept, assertNever, type Context, refuse } from '../../decider.ts';
import { visitsAskedFor } from '../../rules/field-visit.ts';
import type { CheckResult, CoverFacts } from '../assessment/assessment-events.ts';
import { lawOf } from '../assessment/law-of-claim.ts';
import type { RulesInForce } from '../assessment/rule-version-events.ts';
import { sameFacts } from '../assessment/same-facts.ts';
import { deciderObstacle } from '../decision/objection.ts';
import type { ClaimEvent } from '../events.ts';
import { eventDateOf } from '../kind.ts';
import type { ClaimDecision, ClaimRefusal, ClaimWish } from '../refusals.ts';
import { claimStage, isOpenStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';
import type { FieldCommand, FieldVisitOpened } from './field-events.ts';
import { openVisits } from './field-state.ts';

type Over = {
  readonly cover: CoverFacts;
  readonly rules?: RulesInForce | undefined;
  readonly origin?: Context['origin'] | undefined;
};

/** Each ground asks once; a past that is entered was seen to by whoever decided then. */
export const visitsToOpen = (
  state: ClaimState,
  { cover, rules, origin }: Over,
): readonly FieldVisitOpened[] => {
  const { deathDate, visits, claimId, settledOnce, binding } = state;
  // An authority's word binds, whatever is seen in the field.
  if (deathDate === null || settledOnce || binding !== null || origin === 'historic') return [];
  if (state.takenOver !== null) return [];
  const { membershipStart } = cover;
  const isSudden = state.origin.conclusion?.conclusion === 'SUDDEN_DEATH';
  return visitsAskedFor({ deathDate, membershipStart, isSudden }, lawOf(rules))
    .filter(({ ground }) => visits.every((known) => known.ground !== ground))
    .map((asked, place) => ({
      type: 'FieldVisitOpened',
      data: { claimId, visit: visits.length + place + 1, ...asked, reason: null },
    }));
};

/** Done and in agreement, every visit together makes one check; the last doubt has the say. */
export const fieldChecks = ({ visits }: Pick<ClaimState, 'visits'>): readonly CheckResult[] => {
  if (visits.length === 0) return [];
  const open = openVisits({ visits }).length;
  const waived = visits.filter((visit) => visit.waived !== undefined).length;
  const against = visits.filter(({ result }) => result === 'REFUTED').length;
  const doubtful = visits.filter(({ result }) => result === 'DOUBTFUL').length;
  const verdict = against > 0 ? 'FAILS' : doubtful + open + waived > 0 ? 'REVIEW' : 'HOLDS';
  return [
    {
      ...{ code: 'FIELD_VERIFIED', verdict, legalBasis: 'F-01: praktik BPJS Ketenagakerjaan' },
      facts: {
        ...{ visits: visits.length, open, doubtful, against },
        ...(waived > 0 && { waived }),
      },
    },
  ];
};

/** The claim moves on through checks and heirs meanwhile; what was recommended goes back first. */
const closedTo = (state: ClaimState): ClaimDecision | null => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  if (!isOpenStage(stage)) return refuse('ClaimNotOpen', { stage });
  return stage === 'RECOMMENDED' ? refuse('ClaimAlreadyRecommended') : null;
};

const openVisit = ({ reason }: ClaimWish<'OpenFieldVisit'>, state: ClaimState): ClaimDecision => {
  const closed = closedTo(state);
  if (closed !== null) return closed;
  if (openVisits(state).some(({ ground }) => ground === 'DOUBT')) return accept();
  if (reason.trim() === '') return refuse('ReasonMissing');
  const { claimId, visits } = state;
  const visit = visits.length + 1;
  const basis = { ground: 'DOUBT', ruleId: null, article: null } as const;
  return accept({ type: 'FieldVisitOpened', data: { claimId, visit, ...basis, reason } });
};

/** All that wait; whoever recommended, or sent the case up, does not take its control away. */
const waiveVisit = (
  { reason }: ClaimWish<'WaiveFieldVisit'>,
  state: ClaimState,
  { by }: Context,
): ClaimDecision => {
  const closed = closedTo(state);
  if (closed !== null) return closed;
  const open = openVisits(state);
  const waivedBy = personsBehind(by);
  const isSaid = state.visits.some(({ waived }) => sameFacts(waived, { reason, waivedBy }));
  if (open.length === 0) return isSaid ? accept() : refuse('NoFieldVisitOpen');
  if (reason.trim() === '') return refuse('ReasonMissing');
  if (sharesPerson(by, state.recommenders)) return refuse('RecommenderCannotApprove');
  const obstacle = deciderObstacle(state, by);
  if (obstacle !== null) return refuse(obstacle);
  const { claimId } = state;
  return accept<ClaimEvent>(
    ...open.map(({ visit }): ClaimEvent => {
      return { type: 'FieldVisitWaived', data: { claimId, visit, reason, waivedBy } };
    }),
  );
};

const assignVisit = (
  { officer, mayVisit }: ClaimWish<'AssignFieldVisit'>,
  state: ClaimState,
): ClaimDecision => {
  const [first] = openVisits(state);
  if (first === undefined)
    return claimStage(state) === 'UNKNOWN' ? refuse('ClaimUnknown') : refuse('NoFieldVisitOpen');
  if (first.officer === officer) return accept();
  if (!mayVisit) return refuse('OfficerCannotVisit', { assignee: officer });
  const { claimId } = state;
  const { visit, officer: before } = first;
  return accept({ type: 'FieldVisitAssigned', data: { claimId, visit, officer, before } });
};

const minutesFault = (
  { visitedOn, signers, evidenceSha256 }: ClaimWish<'RecordFieldVisit'>,
  state: ClaimState,
  { now }: Context,
): ClaimRefusal | null => {
  if (visitedOn > officeDay(now)) return 'VisitInFuture';
  const since = eventDateOf(state);
  if (since !== null && visitedOn < since) return 'VisitBeforeEvent';
  const signed = (part: string): boolean => signers.some((signer) => signer.part === part);
  if (!signed('OFFICER')) return 'OfficerSignatureMissing';
  if (!signed('WITNESS')) return 'WitnessMissing';
  return evidenceSha256.trim() === '' ? 'EvidenceMissing' : null;
};

const recordVisit = (
  wish: ClaimWish<'RecordFieldVisit'>,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  const { evidenceSha256, result } = wish;
  const known = state.visits.find((visit) => visit.evidenceSha256 === evidenceSha256);
  if (known !== undefined)
    return known.result === result ? accept() : refuse('MinutesAlreadyRecorded');
  const closed = closedTo(state);
  if (closed !== null) return closed;
  const [first] = openVisits(state);
  if (first === undefined) return refuse('NoFieldVisitOpen');
  const { visit, officer } = first;
  if (officer === null) return refuse('FieldVisitNotAssigned');
  const fault = minutesFault(wish, state, context);
  if (fault !== null) return refuse(fault, { visitedOn: wish.visitedOn });
  const { claimId } = state;
  const recordedBy = personsBehind(context.by);
  const done: ClaimEvent = {
    type: 'FieldVisitDone',
    data: { ...wish, claimId, visit, officer, recordedBy },
  };
  return accept(done);
};

const COMMANDS: Readonly<Record<FieldCommand['type'], true>> = {
  OpenFieldVisit: true,
  WaiveFieldVisit: true,
  AssignFieldVisit: true,
  RecordFieldVisit: true,
};

export const isFieldCommand = <C extends { readonly type: string }>(
  command: C,
): command is Extract<C, { readonly type: FieldCommand['type'] }> =>
  Object.hasOwn(COMMANDS, command.type);

export const decideOnField = (
  command: FieldCommand,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  switch (command.type) {
    case 'OpenFieldVisit':
      return openVisit(command.data, state);
    case 'WaiveFieldVisit':
      return waiveVisit(command.data, state, context);
    case 'AssignFieldVisit':
      return assignVisit(command.data, state);
    case 'RecordFieldVisit':
      return recordVisit(command.data, state, context);
    default:
      return assertNever(command, 'command about a visit');
  }
};
