// A family objects to a decision, or a doubtful case goes up: others decide it then.
import { personsBehind, sharesPerson } from '../../actor.ts';
import { officeDay } from '../../calendar.ts';
import { accept, assertNever, type Context, refuse } from '../../decider.ts';
import type { RupiahText } from '../../money.ts';
import { limitFault } from '../../office/limits.ts';
import { NATIONAL_HOLIDAYS } from '../../rules/holidays.ts';
import { objectionAnswerDue, objectionBar } from '../../rules/objection-terms.ts';
import { totalOf } from '../adjustment/adjustment-state.ts';
import { lawOf } from '../assessment/law-of-claim.ts';
import { sameFacts } from '../assessment/same-facts.ts';
import type { ClaimEvent, ClaimStage } from '../events.ts';
import { reopenedIncident } from '../incident/incident.ts';
import type { ClaimDecision, ClaimRefusal, ClaimWish } from '../refusals.ts';
import { claimStage, isOpenStage } from '../stage.ts';
import type { ClaimState } from '../state.ts';
import type {
  AnswerObjection,
  DecisionObjected,
  EscalateClaim,
  ObjectToDecision,
} from './objection-events.ts';

type Wish = ClaimWish<'ObjectToDecision'>;

/** What a family may object to: refused, sent to another house, or granted otherwise than it asks. */
const objectableIn = (
  stage: ClaimStage,
  { verdict, settledOnce, granted }: ClaimState,
): DecisionObjected['data']['against'] | null => {
  if (stage === 'REJECTED' || stage === 'ROUTED_TO_JKN') return stage;
  return granted.length > 0 && (verdict !== null || settledOnce) ? 'GRANTED' : null;
};

/** The open objection to what was granted; a decision that fell meanwhile is judged anew anyway. */
export const openObjection = ({ objected, verdict, settledOnce }: ClaimState) =>
  verdict !== null || settledOnce ? objected : null;

const objectToDecision = (wish: Wish, state: ClaimState, { now }: Context): ClaimDecision => {
  const stage = claimStage(state);
  if (stage === 'UNKNOWN') return refuse('ClaimUnknown');
  if (state.objections.includes(wish.objectionId)) return accept();
  const against = objectableIn(stage, state);
  if (against === null) return refuse('NothingToObjectTo', { stage });
  if (openObjection(state) !== null) return refuse('ObjectionOpen');
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
      against,
      barOn: bar,
      ...(bar !== null && objectedOn > bar && { late: true }),
      answerDueOn: answer.dueOn,
      calendarVersion: NATIONAL_HOLIDAYS.version,
      ruleId: answer.ruleId,
      decidedBy: state.deciders,
    },
  };
  // What was granted stands until the answer: the undisputed part is paid meanwhile.
  if (against === 'GRANTED') return accept(objected);
  return accept<ClaimEvent>(objected, ...reopenedIncident(state, { now, rules }));
};

const answerFault = (
  { outcome, reason, article }: ClaimWish<'AnswerObjection'>,
  state: ClaimState,
): ClaimRefusal | null => {
  const open = openObjection(state);
  if (open === null) return 'NoObjectionOpen';
  if (reason.trim() === '') return 'ReasonMissing';
  if (article.trim() === '') return 'ArticleMissing';
  // Paid: whoever upholds it says which fact was wrong, and that fact proposes the difference.
  const isProposed = state.proposals > open.proposals;
  return outcome === 'UPHELD' && state.settledOnce && !isProposed ? 'NothingDiffers' : null;
};

/** Upheld before anything was paid, the decision falls; after it, what differs is decided by others. */
const answerObjection = (
  { outcome, reason, article }: ClaimWish<'AnswerObjection'>,
  state: ClaimState,
  { by, now }: Context,
): ClaimDecision => {
  if (claimStage(state) === 'UNKNOWN') return refuse('ClaimUnknown');
  const said = { outcome, reason, article, answeredBy: personsBehind(by) };
  if (openObjection(state) === null && sameFacts(state.answered, said)) return accept();
  const fault = answerFault({ outcome, reason, article }, state);
  if (fault !== null) return refuse(fault);
  if (sharesPerson(by, state.recommenders)) return refuse('RecommenderCannotApprove');
  const obstacle = deciderObstacle(state, by);
  if (obstacle !== null) return refuse(obstacle);
  // Whoever may not decide the sum neither lets the decision on it stand nor fells it.
  const granted = { amountIdr: totalOf(state.granted), benefit: state.benefits?.benefit ?? '' };
  const tier = tierObstacle(by, granted);
  if (tier !== null) return refuse(tier.code, tier.facts);
  return accept({
    type: 'ObjectionAnswered',
    data: {
      ...{ claimId: state.claimId, objectionId: openObjection(state)?.objectionId ?? '' },
      ...{ ...said, answeredOn: officeDay(now) },
      decisionFell: outcome === 'UPHELD' && !state.settledOnce,
    },
  });
};

const escalateClaim = (
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

type DisputeCommand = ObjectToDecision | AnswerObjection | EscalateClaim;
const COMMANDS: Readonly<Record<DisputeCommand['type'], true>> = {
  ObjectToDecision: true,
  AnswerObjection: true,
  EscalateClaim: true,
};

export const isDisputeCommand = <C extends { readonly type: string }>(
  command: C,
): command is Extract<C, { readonly type: DisputeCommand['type'] }> =>
  Object.hasOwn(COMMANDS, command.type);

export const decideDispute = (
  command: DisputeCommand,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  switch (command.type) {
    case 'ObjectToDecision':
      return objectToDecision(command.data, state, context);
    case 'AnswerObjection':
      return answerObjection(command.data, state, context);
    case 'EscalateClaim':
      return escalateClaim(command.data, state, context);
    default:
      return assertNever(command, 'command of a dispute');
  }
};
