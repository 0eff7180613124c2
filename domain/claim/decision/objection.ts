// A family objects to a decision, or a doubtful case goes up: others decide it then.
import { personsBehind, sharesPerson } from '../../actor.ts';
import { officeDay } from '../../calendar.ts';
import { accept, type Context, refuse } from '../../decider.ts';
import type { RupiahText } from '../../money.ts';
import { limitFault } from '../../office/limits.ts';
import { NATIONAL_HOLIDAYS } from '../../rules/holidays.ts';
import { objectionAnswerDue, objectionBar } from '../../rules/objection-terms.ts';
import { lawOf } from '../assessment/law-of-claim.ts';
import { sameFacts } from '../assessment/same-facts.ts';
import type { ClaimEvent, ClaimStage } from '../events.ts';
import { reopenedIncident } from '../incident/incident.ts';
import type { ClaimDecision, ClaimRefusal, ClaimWish } from '../refusals.ts';
import { claimStage, isOpenStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';
import type { DecisionObjected } from './objection-events.ts';

type Wish = ClaimWish<'ObjectToDecision'>;

/** What a family may object to: the claim was refused, or sent to another house. */
const isObjectable = (stage: ClaimStage): stage is DecisionObjected['data']['against'] =>
  stage === 'REJECTED' || stage === 'ROUTED_TO_JKN';

export const objectToDecision = (
  wish: Wish,
  state: ClaimState,
  { now }: Context,
): ClaimDecision => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  if (state.objections.includes(wish.objectionId)) return accept();
  if (!isObjectable(stage)) return refuse('NothingToObjectTo', { stage });
  const { decidedOn } = state;
  const { rules, ...said } = wish;
  const { objectedOn } = said;
  if (objectedOn > officeDay(now)) return refuse('ObjectionInFuture');
  if (decidedOn !== null && objectedOn < decidedOn)
    return refuse('ObjectionBeforeDecision', { decidedOn });
  const law = lawOf(rules);
  const bar = decidedOn === null ? null : objectionBar(decidedOn, NATIONAL_HOLIDAYS, law).dueOn;
  const answer = objectionAnswerDue(objectedOn, NATIONAL_HOLIDAYS, law);
  const objected: ClaimEvent = {
    type: 'DecisionObjected',
    data: {
      ...said,
      claimId: state.claimId,
      against: stage,
      barOn: bar,
      ...(bar !== null && objectedOn > bar && { late: true }),
      answerDueOn: answer.dueOn,
      calendarVersion: NATIONAL_HOLIDAYS.version,
      ruleId: answer.ruleId,
      decidedBy: state.deciders,
    },
  };
  return accept<ClaimEvent>(objected, ...reopenedIncident(state, { now, rules }));
};

export const escalateClaim = (
  { reason }: ClaimWish<'EscalateClaim'>,
  state: ClaimState,
  { by }: Context,
): ClaimDecision => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  if (!isOpenStage(stage)) return refuse('ClaimNotOpen', { stage });
  const persons = personsBehind(by);
  if (sameFacts(state.escalatedBy, persons)) return accept();
  if (state.escalatedBy.length > 0) return refuse('ClaimAlreadyEscalated');
  if (reason.trim() === '') return refuse('ReasonMissing');
  const { claimId } = state;
  return accept({ type: 'ClaimEscalated', data: { claimId, reason, escalatedBy: persons } });
};

/** Who decided what is objected to, or sent the case up, is not the one who decides now. */
export const deciderObstacle = (
  state: ClaimState,
  by: Context['by'],
): Extract<ClaimRefusal, 'DeciderCannotDecideAgain' | 'EscalatedToHigher'> | null => {
  if (sharesPerson(by, state.excluded)) return 'DeciderCannotDecideAgain';
  const isUp = state.escalatedBy.length > 0;
  const mayEnd = by.limits === undefined && !sharesPerson(by, state.escalatedBy);
  return isUp && !mayEnd ? 'EscalatedToHigher' : null;
};

/** The sum is within what a letter lets this person decide; else the tier above must. */
export const tierObstacle = (
  by: Context['by'],
  sum: { readonly amountIdr: RupiahText; readonly benefit: string },
) => limitFault(by, sum);
