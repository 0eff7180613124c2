// Where gate, clock and late months of a tranche stand, folded from its events.
import { addMonthsTo, type LocalDate, type Month, monthsBetween } from '../calendar.ts';
import { assertNever } from '../decider.ts';
import type { GateEvent, GateRule, GateState, TrancheMembers } from './gate-events.ts';
import type { LapseMilestone } from './paid-month.ts';

export type Delivery = {
  readonly deliveryNote: string;
  readonly cards: number;
  readonly receivedOn: LocalDate;
};

export type Override = {
  readonly reason: string;
  readonly by: readonly string[];
  readonly cards: number;
  readonly quorum: number;
};

export type GateFacts = {
  readonly rule: GateRule | null;
  readonly deliveries: readonly Delivery[];
  readonly opened: 'OPEN' | 'OVERRIDDEN' | null;
  readonly override: Override | null;
  /** `firstUnpaid/milestone`: recorded once per run of unpaid months. */
  readonly passed: readonly string[];
  /** C-10: each letter of the branch. */
  readonly acceptances: readonly {
    readonly from: Month;
    readonly through: Month;
    readonly decidedOn: LocalDate;
  }[];
  readonly budgets: readonly {
    readonly from: Month;
    readonly through: Month;
    readonly document: string;
  }[];
  /** `fiscalYear/milestone`: each gap goes up once a day of the calendar. */
  readonly budgetEscalated: readonly string[];
};

export const noGate: GateFacts = {
  rule: null,
  deliveries: [],
  opened: null,
  override: null,
  passed: [],
  acceptances: [],
  budgets: [],
  budgetEscalated: [],
};

export const passedKey = (firstUnpaid: Month, milestone: LapseMilestone): string =>
  `${firstUnpaid}/${milestone}`;

export const monthsFromTo = (from: Month, through: Month): readonly Month[] =>
  Array.from({ length: Math.max(0, monthsBetween(from, through) + 1) }, (_, index) =>
    addMonthsTo(from, index),
  );

export const evolveGate = (gate: GateFacts, event: GateEvent): GateFacts => {
  switch (event.type) {
    case 'PremiumGateSet': {
      const { basis, of, sharePercent } = event.data;
      return { ...gate, rule: { basis, of, sharePercent } };
    }
    case 'SponsorCardsReceived': {
      const { deliveryNote, cards, receivedOn } = event.data;
      return { ...gate, deliveries: [...gate.deliveries, { deliveryNote, cards, receivedOn }] };
    }
    case 'PremiumGateOpened':
      return { ...gate, opened: 'OPEN' };
    case 'PremiumGateOverridden': {
      const { reason, overriddenBy: by, cards, quorum } = event.data;
      return { ...gate, opened: 'OVERRIDDEN', override: { reason, by, cards, quorum } };
    }
    case 'LapseWarned': {
      const { firstUnpaid, milestone } = event.data;
      return { ...gate, passed: [...gate.passed, passedKey(firstUnpaid, milestone)] };
    }
    case 'CoverLapsed':
      return { ...gate, passed: [...gate.passed, passedKey(event.data.firstUnpaid, 'LAPSE')] };
    case 'ArrearsAccepted': {
      const { from, through, decidedOn } = event.data;
      return { ...gate, acceptances: [...gate.acceptances, { from, through, decidedOn }] };
    }
    case 'MonthsBudgeted': {
      const { from, through, document } = event.data;
      return { ...gate, budgets: [...gate.budgets, { from, through, document }] };
    }
    case 'BudgetGapEscalated': {
      const { fiscalYear, milestone } = event.data;
      const budgetEscalated = [...gate.budgetEscalated, `${fiscalYear}/${milestone}`];
      return { ...gate, budgetEscalated };
    }
    default:
      return assertNever(event, 'gate event');
  }
};

/** Months of arrears that the branch let count; those decided by a day, where one is named. */
export const acceptedMonths = (
  { acceptances }: Pick<GateFacts, 'acceptances'>,
  knownOn?: LocalDate,
): readonly Month[] => [
  ...new Set(
    acceptances
      .filter(({ decidedOn }) => knownOn === undefined || decidedOn <= knownOn)
      .flatMap(({ from, through }) => monthsFromTo(from, through)),
  ),
];

export const cardsReceived = ({ deliveries }: Pick<GateFacts, 'deliveries'>): number =>
  deliveries.reduce((sum, { cards }) => sum + cards, 0);

export type GateStanding = {
  readonly state: GateState;
  readonly rule: GateRule | null;
  /** Cards that count for the rule. */
  readonly cards: number;
  readonly quorum: number;
  readonly cardsMissing: number;
  /** The quorum is more than the cards that can ever be made for those registered. */
  readonly isOutOfReach: boolean;
};

type Counts = Pick<TrancheMembers, 'registered' | 'handedOver'>;

export const gateStanding = (
  gate: GateFacts,
  quota: number,
  { registered, handedOver }: Counts,
): GateStanding => {
  const { rule } = gate;
  if (rule === null)
    return {
      ...{ state: 'NONE', rule, cards: 0, quorum: 0, cardsMissing: 0, isOutOfReach: false },
    };
  const whole = rule.of === 'QUOTA' ? quota : registered;
  const quorum = Math.ceil((whole * rule.sharePercent) / 100);
  const cards = rule.basis === 'RECEIVED' ? cardsReceived(gate) : handedOver;
  const state = gate.opened ?? 'CLOSED';
  return {
    ...{ state, rule, cards, quorum },
    cardsMissing: state === 'CLOSED' ? Math.max(0, quorum - cards) : 0,
    isOutOfReach: state === 'CLOSED' && quorum > Math.max(registered, cards),
  };
};

/** Nobody registered yet is no quorum reached. */
export const isQuorumReached = ({ rule, cards, quorum }: GateStanding): boolean =>
  rule !== null && quorum > 0 && cards >= quorum;

/** C-24: covered months, from the first up to a month, that no budget document pays. */
export const monthsWithoutBudget = (
  { budgets }: Pick<GateFacts, 'budgets'>,
  first: Month,
  through: Month,
): readonly Month[] =>
  monthsFromTo(first, through).filter(
    (month) => !budgets.some((budget) => budget.from <= month && month <= budget.through),
  );
