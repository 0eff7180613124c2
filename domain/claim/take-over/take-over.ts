// A running claim enters the log: its own decisions one after the other, each on the day it was taken.
import type { ActedBy } from '../../actor.ts';
import { type LocalDate, officeDay, startOfOfficeDay } from '../../calendar.ts';
import { accept, type Context, type Dated, refuse } from '../../decider.ts';
import { parseRupiah } from '../../money.ts';
import { missingDocuments } from '../../rules/document-list.ts';
import { dueAt } from '../../rules/due-dates.ts';
import { passDeadline } from '../adjustment/settlement.ts';
import { checkClaim, determineHeirs } from '../assessment/assessment.ts';
import { approveClaim, recommendClaim, rejectClaim } from '../decision/verdict.ts';
import { withdrawClaim } from '../decision/way-back.ts';
import { payBy } from '../documents/papers.ts';
import type { ClaimEvent } from '../events.ts';
import { evolveClaim } from '../evolve.ts';
import { reportDeath } from '../intake/intake.ts';
import type { ClaimDecision, ClaimWish } from '../refusals.ts';
import { claimStage } from '../stage.ts';
import { type ClaimState, initialClaim } from '../state.ts';
import { takenOverAgain } from './take-over-again.ts';
import type { TakenOverStage, TakeOverFacts } from './take-over-events.ts';
import { stampFault } from './take-over-stamps.ts';

type Wish = ClaimWish<'TakeOverClaim'>;
type Known = { readonly wish: Wish; readonly facts: TakeOverFacts };

/** One decision of the past: on its day, by whoever took it. */
type Step = {
  readonly on: LocalDate;
  readonly by?: ActedBy | null;
  readonly take: (state: ClaimState, context: Context) => ClaimDecision;
};

/** Each stage holds everything that stands before it in its own way of the claim. */
const ASSESSED: readonly TakenOverStage[] = [
  'CHECKED',
  'READY_TO_RECOMMEND',
  'RECOMMENDED',
  'DECIDED',
];
const atLeast = (stage: TakenOverStage, first: TakenOverStage): boolean =>
  ASSESSED.includes(stage) && ASSESSED.indexOf(stage) >= ASSESSED.indexOf(first);

const rulesIn = ({ rules }: TakeOverFacts): Pick<TakeOverFacts, 'rules'> =>
  rules === undefined ? {} : { rules };

const reported = ({ wish }: Known): Step => ({
  on: wish.reportedOn,
  take: (state, context) => reportDeath(wish.report, state, context),
});

const takenOver = ({ wish }: Known): Step => {
  const { agendaNumber, stage, papers, completeOn, report } = wish;
  const data = { claimId: report.claimId, agendaNumber, stage, papers, completeOn };
  return {
    on: wish.receivedOn ?? wish.reportedOn,
    take: () => accept({ type: 'ClaimTakenOver', data }),
  };
};

const mustBeComplete = (stage: TakenOverStage): boolean =>
  stage === 'DOCUMENTS_COMPLETE' || ASSESSED.includes(stage);

/** What was paid or closed may stand on papers that nobody listed; an open claim may not. */
const completed = ({ wish, facts }: Known): readonly Step[] => {
  const { stage, completeOn, report, papers } = wish;
  const kinds = papers.map(({ kind }) => kind);
  const missing = missingDocuments(report.deathDate, kinds);
  if (missing.length > 0 && mustBeComplete(stage))
    return [
      { on: wish.reportedOn, take: () => refuse('PapersMissing', { missing: missing.join(' ') }) },
    ];
  if (completeOn === null || missing.length > 0) return [];
  const data = {
    ...{ claimId: report.claimId, kinds: missingDocuments(report.deathDate, []) },
    due: payBy(initialClaim, { today: completeOn, ...rulesIn(facts) }),
  };
  return [{ on: completeOn, take: () => accept({ type: 'DocumentsCompleted', data }) }];
};

const assessed = ({ wish, facts }: Known): readonly Step[] => {
  const { stage, heirs } = wish;
  const on = wish.checkedOn ?? wish.completeOn ?? wish.reportedOn;
  if (!ASSESSED.includes(stage)) return [];
  const checks: Step = {
    on,
    take: (state, context) => checkClaim({ cover: facts.cover, ...rulesIn(facts) }, state, context),
  };
  if (!atLeast(stage, 'READY_TO_RECOMMEND')) return [checks];
  return [
    checks,
    {
      on,
      take: (state) =>
        heirs === null
          ? refuse('HeirMissing')
          : determineHeirs({ ...heirs, ...rulesIn(facts) }, state, null),
    },
  ];
};

const recommended = ({ wish, facts }: Known): readonly Step[] => {
  const { recommendedOn, recommendedBy, reason } = wish;
  if (!atLeast(wish.stage, 'RECOMMENDED') || recommendedOn === null) return [];
  const by = facts.recommender;
  return [
    {
      on: recommendedOn,
      by,
      take: (state, context) =>
        by === null
          ? refuse('PastActNotHeld', { actor: recommendedBy ?? '', act: 'recommend-claim' })
          : recommendClaim(
              { mandate: facts.mandate, ...(reason !== null && { reason }) },
              state,
              context,
            ),
    },
  ];
};

const approve = (
  { wish, facts }: Known,
  { state, context }: { readonly state: ClaimState; readonly context: Context },
): ClaimDecision => {
  const { decidedIdr, decidedOn, decisionReference } = wish;
  if (decidedIdr === null || decidedOn === null) return refuse('DeterminationMissing');
  const { cover } = facts;
  if (state.recommendation?.mandate.mode !== 'TRACKS')
    return approveClaim({ totalIdr: decidedIdr, cover }, state, context);
  const determination = {
    determinedIdr: decidedIdr,
    reference: decisionReference ?? '',
    determinedOn: decidedOn,
  };
  const { totalIdr } = state.recommendation;
  return approveClaim({ totalIdr, cover, determination }, state, context);
};

const ended = (known: Known): readonly Step[] => {
  const { wish, facts } = known;
  const { stage, decidedOn, reason, article, cure, decidedBy } = wish;
  const by = facts.decider;
  const notHeld = () => refuse('PastActNotHeld', { actor: decidedBy ?? '', act: 'approve-claim' });
  const on = decidedOn ?? wish.reportedOn;
  switch (stage) {
    case 'DECIDED':
      return [
        {
          ...{ on, by },
          take: (state, context) => (by === null ? notHeld() : approve(known, { state, context })),
        },
      ];
    case 'REJECTED': {
      const why = { reason: reason ?? '', article: article ?? '', cure: cure ?? '' };
      return [
        {
          ...{ on, by },
          take: (state, context) => (by === null ? notHeld() : rejectClaim(why, state, context)),
        },
      ];
    }
    case 'WITHDRAWN':
      return [{ on, take: (state) => withdrawClaim({ reason: reason ?? '' }, state) }];
    default:
      return [];
  }
};

const paidBefore = ({ wish, facts }: Known): readonly Step[] => {
  const { payment, decidedIdr, decidedOn, decisionReference } = wish;
  if (wish.stage !== 'PAID' || payment === null) return [];
  const { mandate } = facts;
  const { paymentId, paidIdr, paidOn, reference: paymentReference } = payment;
  const take = ({ claimId, workerId }: ClaimState): ClaimDecision => {
    if (mandate === null) return refuse('MandateMissing');
    if (parseRupiah(paidIdr) <= 0n) return refuse('AmountNotPositive');
    const decided = { decidedIdr: decidedIdr ?? paidIdr, decidedOn, decisionReference };
    const paid = { paymentId, paidIdr, paidOn, paymentReference };
    const outcome = mandate.mode === 'DISBURSES' ? 'SETTLED' : 'REPORTED_PAID';
    return accept({
      type: 'ClaimPaidBefore',
      data: { claimId, workerId, ...decided, ...paid, mandate, outcome },
    });
  };
  return [{ on: paidOn, take }];
};

/** A due day that ran out before the entry is entered as passed; a later one is the workflow's. */
const deadline = ({ wish, facts }: Known, asOf: string): readonly Step[] => {
  const { completeOn, stage, payment } = wish;
  if (completeOn === null || stage === 'REJECTED' || stage === 'WITHDRAWN') return [];
  const due = payBy(initialClaim, { today: completeOn, ...rulesIn(facts) });
  const until = stage === 'PAID' ? (payment?.paidOn ?? completeOn) : officeDay(asOf);
  if (until <= due.dueOn) return [];
  const { code, dueOn, calendarVersion, ruleId } = due;
  const wishes = { code, dueOn, calendarVersion, ruleId };
  return [
    {
      on: officeDay(dueAt(due)),
      take: (state, context) => passDeadline(wishes, state, context),
    },
  ];
};

const stepsOf = (known: Known, asOf: string): readonly Step[] => {
  const late = deadline(known, asOf);
  const isPaid = known.wish.stage === 'PAID';
  return [
    reported(known),
    takenOver(known),
    ...completed(known),
    ...(isPaid ? late : []),
    ...assessed(known),
    ...recommended(known),
    ...ended(known),
    ...paidBefore(known),
    ...(isPaid ? [] : late),
  ];
};

/** Every rule that holds for a claim of today holds for one that is entered. */
const walk = (steps: readonly Step[], from: ClaimState, context: Context): ClaimDecision => {
  const facts: Dated<ClaimEvent>[] = [];
  let state = from;
  for (const { on, by, take } of steps) {
    const effectiveAt = startOfOfficeDay(on);
    const acting = by ?? context.by;
    const decision = take(state, { ...context, by: acting, now: effectiveAt });
    if ('refused' in decision) return decision;
    facts.push(...decision.accepted.map((event) => ({ ...event, effectiveAt })));
    state = decision.accepted.reduce(evolveClaim, state);
  }
  return accept<ClaimEvent>(...facts);
};

export const takeOverClaim = (
  wish: ClaimWish<'TakeOverClaim'>,
  state: ClaimState,
  context: Context,
): ClaimDecision => {
  const { facts } = wish;
  const stage = claimStage(state);
  const isRunning = stage !== 'UNKNOWN';
  if (isRunning) {
    const again = takenOverAgain(wish, state);
    if (again === 'UNCHANGED') return accept();
    if (again !== 'PAID_ELSEWHERE') return refuse(again, { stage });
  }
  if (facts === undefined || !facts.workerKnown) return refuse('WorkerUnknown');
  if (isRunning && wish.report.workerId !== state.workerId) return refuse('ReportForAnotherWorker');
  const fault = stampFault(wish, officeDay(context.now));
  if (fault !== null) return refuse(fault.code, fault.facts);
  const known = { wish, facts };
  const steps = isRunning ? paidBefore(known) : stepsOf(known, context.now);
  return walk(steps, state, context);
};
