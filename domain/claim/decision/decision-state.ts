// What a decision, and a step back from it, changes of a claim.
import type { LocalDate } from '../../calendar.ts';
import { assertNever } from '../../decider.ts';
import type { RupiahText } from '../../money.ts';
import { byPayee, grantedBy, NOTHING_GRANTED } from '../adjustment/adjustment-state.ts';
import type { ClaimEvent } from '../events.ts';
import { reopenIncident } from '../incident/incident-state.ts';
import { deathAfter } from '../intake/link-cases.ts';
import type { ClaimState } from '../state.ts';
import type { ClaimRecommended } from './decision-events.ts';
import { type DisputeState, disputeAfter, disputeDecided, openedAgain } from './dispute-state.ts';
import type { ClaimEscalated, DecisionObjected, ObjectionAnswered } from './objection-events.ts';

export const united = (
  some: readonly string[],
  others: readonly string[] = [],
): readonly string[] => [...new Set([...some, ...others])];

const onRecommended = (state: ClaimState, data: ClaimRecommended['data']): ClaimState => {
  const { decision, totalIdr, mandate, recommendedBy } = data;
  const recommendation = { decision, totalIdr, mandate, by: recommendedBy };
  const { topUp } = state;
  return {
    ...state,
    ...(data.topUp === undefined || topUp === null
      ? { recommendation }
      : { topUp: { ...topUp, recommended: recommendation, returned: false } }),
    recommenders: united(state.recommenders, recommendedBy),
    decisions: decision,
    steppedBack: null,
  };
};

/** The worker may have died while it was closed: who is paid is asked again. */
const withoutDeadPayee = (state: ClaimState): ClaimState => {
  const incident = reopenIncident(state.incident);
  if (incident === null || deathAfter(state) === null) return { ...state, incident };
  return { ...state, incident: { ...incident, payee: null }, benefits: null };
};

/** Open again, to be judged anew. */
export const opened = (state: ClaimState): ClaimState => ({
  ...withoutDeadPayee(state),
  ...openedAgain(state, state.closed === 'REJECTED' || state.incident?.routed != null),
  closed: null,
  noDeath: null,
  recommendation: null,
  checksCurrent: false,
  steppedBack: 'REOPENED',
});

/** What an approval adds to what was granted; a top-up opens the paid claim until it is paid. */
const granting = (state: ClaimState, determinedIdr?: RupiahText): ClaimState => {
  const { topUp, benefits } = state;
  const isTopUp = topUp !== null && topUp.recommended !== null;
  if (!isTopUp) return { ...state, granted: grantedBy(benefits?.lines ?? [], determinedIdr) };
  return {
    ...state,
    closed: null,
    recommendation: topUp.recommended,
    granted: byPayee([...state.granted, ...grantedBy(topUp.shares, determinedIdr)]),
    topUp: null,
  };
};

/** A top-up is no answer to an objection to what was granted before: that is answered in words. */
const grantedAgain = (
  { topUp, answerDueOn, objected }: ClaimState,
  by: readonly string[],
  on?: LocalDate,
): Partial<DisputeState> => ({
  ...disputeDecided(by, on),
  ...(topUp?.recommended != null && { answerDueOn, objected }),
});

/** What was not paid yet falls with the answer; what was paid stands, and differences are proposed. */
const onAnswered = (
  state: ClaimState,
  { outcome, reason, article, answeredBy, answeredOn, decisionFell }: ObjectionAnswered['data'],
): ClaimState => ({
  ...{ ...state, ...disputeDecided(answeredBy, answeredOn) },
  answered: { outcome, reason, article, answeredBy },
  everDecided: united(state.everDecided, answeredBy),
  ...(decisionFell && {
    ...{ checksCurrent: false, benefits: null, recommendation: null, verdict: null },
    ...NOTHING_GRANTED,
    steppedBack: 'REOPENED',
  }),
});

export const onDispute = (
  state: ClaimState,
  event: DecisionObjected | ObjectionAnswered | ClaimEscalated,
): ClaimState => {
  if (event.type === 'ObjectionAnswered') return onAnswered(state, event.data);
  const isStanding = event.type === 'ClaimEscalated' || event.data.against === 'GRANTED';
  return { ...(isStanding ? state : opened(state)), ...disputeAfter(state, event) };
};

const returned = (state: ClaimState): ClaimState =>
  state.topUp?.recommended == null
    ? { ...state, recommendation: null, steppedBack: 'RETURNED' }
    : { ...state, topUp: { ...state.topUp, recommended: null, returned: true } };

type OutcomeEvent = Extract<
  ClaimEvent,
  {
    type:
      | 'ClaimRecommended'
      | 'ClaimApproved'
      | 'DeterminationReported'
      | 'ClaimReturned'
      | 'ClaimRejected'
      | 'ClaimWithdrawn'
      | 'ClaimReopened'
      | 'ClaimSettled'
      | 'ClaimPaidBefore';
  }
>;

export const onOutcome = (state: ClaimState, event: OutcomeEvent): ClaimState => {
  switch (event.type) {
    case 'ClaimRecommended':
      return onRecommended(state, event.data);
    case 'ClaimApproved': {
      const { approvedBy: by, totalIdr } = event.data;
      const verdict = { kind: 'APPROVED', by, totalIdr, reference: null } as const;
      const everDecided = united(state.everDecided, by);
      const decided = grantedAgain(state, by, event.data.decidedOn);
      return { ...granting(state), ...decided, verdict, everDecided };
    }
    case 'DeterminationReported': {
      const { approvedBy: by, determinedIdr: totalIdr, reference } = event.data;
      const verdict = { kind: 'DETERMINED_BY_BRANCH', by, totalIdr, reference } as const;
      const everDecided = united(state.everDecided, by);
      return { ...granting(state, totalIdr), ...grantedAgain(state, by), verdict, everDecided };
    }
    case 'ClaimReturned':
      return returned(state);
    case 'ClaimRejected':
      return {
        ...{ ...state, ...disputeDecided(event.data.rejectedBy, event.data.decidedOn) },
        ...{ closed: 'REJECTED', steppedBack: null },
        everDecided: united(state.everDecided, event.data.rejectedBy),
      };
    case 'ClaimWithdrawn':
      return {
        ...{ ...state, closed: 'WITHDRAWN', steppedBack: null },
        ...{ answerDueOn: null, objected: null },
      };
    case 'ClaimReopened':
      return opened(state);
    case 'ClaimSettled':
      return { ...state, closed: event.data.outcome, settledOnce: true };
    case 'ClaimPaidBefore':
      return { ...state, closed: event.data.outcome, paidBefore: event.data };
    default:
      return assertNever(event, 'claim outcome');
  }
};
