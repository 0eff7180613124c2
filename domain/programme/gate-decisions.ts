// Decisions on the premium gate and the lapse clock of a tranche; the switch stands in its decider.
import { personsBehind } from '../actor.ts';
import { type LocalDate, monthOf, officeDay } from '../calendar.ts';
import { accept, type Context, type Decision, refuse } from '../decider.ts';
import { budgetDayOn, budgetGap, budgetKey } from './budget-gap.ts';
import type { TrancheOpened } from './events.ts';
import type {
  ArrearsAccepted,
  GateCommand,
  GateEvent,
  LapseWarned,
  TrancheFacts,
} from './gate-events.ts';
import {
  acceptedMonths,
  cardsReceived,
  type GateFacts,
  gateStanding,
  isQuorumReached,
  monthsFromTo,
  passedKey,
} from './gate-state.ts';
import { type LapseClock, lapseClock } from './lapse-clock.ts';

export type GateRefusal =
  | 'TrancheUnknown'
  | 'ShareInvalid'
  | 'GateNotSet'
  | 'GateAlreadyOpen'
  | 'CardsInvalid'
  | 'DeliveryNoteMissing'
  | 'DeliveryAlreadyRecorded'
  | 'DeliveryInFuture'
  | 'MoreCardsThanQuota'
  | 'ReasonMissing'
  | 'LetterMissing'
  | 'PeriodInvalid'
  | 'LetterInFuture'
  | 'BudgetDocumentMissing'
  | 'TrancheFactsMissing';

type GateDecision = Decision<GateEvent, GateRefusal>;
type DataOf<T extends GateCommand['type']> = Extract<GateCommand, { type: T }>['data'];

/** The open tranche and its gate: nothing here is decided on an unknown one. */
export type OpenTranche = {
  readonly tranche: TrancheOpened['data'];
  readonly gate: GateFacts;
};

export const setGate = (rule: DataOf<'SetGate'>, { tranche, gate }: OpenTranche): GateDecision => {
  const { basis, of, sharePercent } = rule;
  const known = gate.rule;
  if (known?.basis === basis && known.of === of && known.sharePercent === sharePercent)
    return accept();
  if (!Number.isSafeInteger(sharePercent) || sharePercent < 1 || sharePercent > 100)
    return refuse('ShareInvalid', { sharePercent });
  if (gate.opened !== null) return refuse('GateAlreadyOpen');
  const { trancheId } = tranche;
  return accept({ type: 'PremiumGateSet', data: { trancheId, basis, of, sharePercent } });
};

export const receiveCards = (
  { deliveryNote, cards, receivedOn }: DataOf<'ReceiveCards'>,
  { tranche, gate }: OpenTranche,
  { now }: Context,
): GateDecision => {
  if (deliveryNote.trim() === '') return refuse('DeliveryNoteMissing');
  const known = gate.deliveries.find((delivery) => delivery.deliveryNote === deliveryNote);
  if (known !== undefined)
    return known.cards === cards && known.receivedOn === receivedOn
      ? accept()
      : refuse('DeliveryAlreadyRecorded', { deliveryNote, cards: known.cards });
  if (!Number.isSafeInteger(cards) || cards < 1) return refuse('CardsInvalid', { cards });
  if (receivedOn > officeDay(now)) return refuse('DeliveryInFuture', { receivedOn });
  const before = cardsReceived(gate);
  const { trancheId, quota } = tranche;
  if (before + cards > quota) return refuse('MoreCardsThanQuota', { quota, before, cards });
  return accept({
    type: 'SponsorCardsReceived',
    data: { trancheId, deliveryNote, cards, receivedOn },
  });
};

const clockOf = (
  { tranche, gate }: OpenTranche,
  { paid }: TrancheFacts,
  today: LocalDate,
): LapseClock =>
  lapseClock({ coverStart: tranche.coverFrom, paid, acceptedArrears: acceptedMonths(gate) }, today);

const standingOf = ({ tranche, gate }: OpenTranche, { members }: TrancheFacts) =>
  gateStanding(gate, tranche.quota, members);

export const assessGate = ({ facts }: DataOf<'AssessGate'>, open: OpenTranche): GateDecision => {
  if (facts === null) return refuse('TrancheFactsMissing');
  const { rule, opened } = open.gate;
  if (rule === null || opened !== null) return accept();
  const standing = standingOf(open, facts);
  if (!isQuorumReached(standing)) return accept();
  const { cards, quorum } = standing;
  const { registered, position } = facts.members;
  const { trancheId } = open.tranche;
  return accept({
    type: 'PremiumGateOpened',
    data: { trancheId, ...rule, cards, quorum, registered, position },
  });
};

export const overrideGate = (
  { reason, facts }: DataOf<'OverrideGate'>,
  open: OpenTranche,
  { by, now }: Context,
): GateDecision => {
  const { rule, opened, override } = open.gate;
  if (rule === null) return refuse('GateNotSet');
  if (opened === 'OPEN') return refuse('GateAlreadyOpen');
  if (override !== null) return override.reason === reason ? accept() : refuse('GateAlreadyOpen');
  if (reason.trim() === '') return refuse('ReasonMissing');
  if (facts === null) return refuse('TrancheFactsMissing');
  const { cards, quorum } = standingOf(open, facts);
  const { firstUnpaid, lapsesOn } = clockOf(open, facts, officeDay(now));
  const { registered, position } = facts.members;
  const { trancheId } = open.tranche;
  return accept({
    type: 'PremiumGateOverridden',
    data: {
      ...{ trancheId, reason, cards, quorum, registered, position, firstUnpaid, lapsesOn },
      overriddenBy: personsBehind(by),
    },
  });
};

/** C-23 as K and D in the rules: days of the clock are K, the day of the lapse is D. */
const RULE_ID = 'C-23';
const BUDGET_RULE_ID = 'C-24';

const later = (one: LocalDate, other: LocalDate): LocalDate => (one > other ? one : other);

type Passing = {
  readonly open: OpenTranche;
  readonly facts: TrancheFacts;
  readonly clock: LapseClock;
};

const passing = (
  { open, facts, clock }: Passing,
  { code, dueOn }: LapseClock['milestones'][number],
): GateEvent => {
  const { trancheId } = open.tranche;
  const { firstUnpaid, lapsesOn } = clock;
  const { state: gate, cardsMissing } = standingOf(open, facts);
  const { alive } = facts.members;
  // A payment that shortens the run brings days with it that were warned of before it came.
  const lastPaidOn = facts.paid.map(({ paidOn }) => paidOn).reduce(later, facts.carriedSince);
  const remind = dueOn >= lastPaidOn;
  if (code === 'LAPSE') {
    const lapsed = { trancheId, firstUnpaid, lapsedOn: dueOn, workers: alive, gate, remind };
    return { type: 'CoverLapsed', data: { ...lapsed, ruleId: RULE_ID } };
  }
  const { payBy, calendarVersion } = facts;
  const data: LapseWarned['data'] = {
    ...{ trancheId, milestone: code, firstUnpaid, dueOn, lapsesOn, payBy, calendarVersion },
    ...{ workersAtRisk: alive, gate, cardsMissing, remind, ruleId: RULE_ID },
  };
  return { type: 'LapseWarned', data };
};

/** An office that names no budget here keeps them elsewhere: it is shown the gap, and not warned. */
const budgetGoesUp = (
  { tranche, gate }: OpenTranche,
  { members }: TrancheFacts,
  today: LocalDate,
): readonly GateEvent[] => {
  const day = budgetDayOn(today);
  const gap = budgetGap({ tranche, gate, members }, today);
  if (day === undefined || gap === null || gap.persons === 0) return [];
  const { milestone, to: escalatedTo } = day;
  const isKnown = gate.budgetEscalated.includes(budgetKey(gap.fiscalYear, milestone));
  if (isKnown || gate.budgets.length === 0) return [];
  const { trancheId } = tranche;
  const data = { trancheId, milestone, escalatedTo, ...gap, ruleId: BUDGET_RULE_ID };
  return [{ type: 'BudgetGapEscalated', data }];
};

/** A timer never decides: whatever woke us, only a day that has come is recorded, and once. */
export const assessLapse = (
  { facts }: DataOf<'AssessLapse'>,
  open: OpenTranche,
  { now }: Context,
): GateDecision => {
  if (facts === null) return refuse('TrancheFactsMissing');
  const today = officeDay(now);
  const clock = clockOf(open, facts, today);
  const due = clock.milestones.filter(
    ({ code, dueOn }) =>
      dueOn <= today && !open.gate.passed.includes(passedKey(clock.firstUnpaid, code)),
  );
  return accept(
    ...due.map((milestone) => passing({ open, facts, clock }, milestone)),
    ...budgetGoesUp(open, facts, today),
  );
};

export const acceptArrears = (
  { from, through, letter, decidedOn }: DataOf<'AcceptArrears'>,
  { tranche, gate }: OpenTranche,
  { now }: Context,
): GateDecision => {
  if (letter.trim() === '') return refuse('LetterMissing');
  if (through < from || from < monthOf(tranche.coverFrom) || through > monthOf(officeDay(now)))
    return refuse('PeriodInvalid', { from, through });
  if (decidedOn > officeDay(now)) return refuse('LetterInFuture', { decidedOn });
  if (monthsFromTo(from, through).every((month) => acceptedMonths(gate).includes(month)))
    return accept();
  const data: ArrearsAccepted['data'] = {
    ...{ trancheId: tranche.trancheId, from, through, letter, decidedOn },
  };
  return accept({ type: 'ArrearsAccepted', data });
};

export const budgetMonths = (
  { from, through, document }: DataOf<'BudgetMonths'>,
  { tranche, gate }: OpenTranche,
): GateDecision => {
  if (document.trim() === '') return refuse('BudgetDocumentMissing');
  if (through < from || from < monthOf(tranche.coverFrom))
    return refuse('PeriodInvalid', { from, through });
  const isKnown = gate.budgets.some(
    (budget) => budget.from === from && budget.through === through && budget.document === document,
  );
  if (isKnown) return accept();
  const { trancheId } = tranche;
  return accept({ type: 'MonthsBudgeted', data: { trancheId, from, through, document } });
};
