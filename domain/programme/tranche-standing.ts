// Gate and clock of a tranche side by side on a day: where they contradict each other, it shows.
import { type LocalDate, type Month, monthOf } from '../calendar.ts';
import type { CoverageState } from '../claim/assessment/assessment-events.ts';
import { type CoverFlag, coverAt } from '../rules/cover.ts';
import { type BudgetGap, budgetGap } from './budget-gap.ts';
import type { TrancheOpened } from './events.ts';
import type { TrancheMembers } from './gate-events.ts';
import {
  acceptedMonths,
  cardsReceived,
  type GateFacts,
  type GateStanding,
  gateStanding,
  monthsFromTo,
  monthsWithoutBudget,
} from './gate-state.ts';
import { type LapseClock, lapseClock } from './lapse-clock.ts';
import type { PaidMonth } from './paid-month.ts';

/** The gate waits for cards while unpaid months run towards the end of cover. */
export type GateConflict = {
  readonly cardsMissing: number;
  readonly daysToLapse: number;
  readonly hasLapsed: boolean;
  readonly isOutOfReach: boolean;
};

export type MonthPaid = { readonly month: Month; readonly paidOn: LocalDate | null };

export type TrancheStanding = {
  readonly trancheId: string;
  readonly programmeId: string;
  readonly name: string;
  readonly on: LocalDate;
  readonly coverFrom: LocalDate;
  readonly quota: number;
  readonly registered: number;
  readonly cover: {
    readonly state: CoverageState;
    readonly unpaidMonths: number;
    readonly paidThrough: Month | null;
    readonly membershipStart: LocalDate | null;
    readonly flags: readonly CoverFlag[];
  };
  /** From the first month of cover to the month of the day. */
  readonly months: readonly MonthPaid[];
  readonly cards: { readonly received: number; readonly handedOver: number };
  readonly gate: GateStanding;
  readonly override: GateFacts['override'];
  readonly clock: LapseClock;
  readonly conflict: GateConflict | null;
  /** Alive members who lose cover if nothing is paid; 0 before the first unpaid month. */
  readonly personsAtRisk: number;
  readonly monthsWithoutBudget: readonly Month[];
  /** Of the next fiscal year; null where each of its months has a document. */
  readonly budgetGap: BudgetGap | null;
  readonly acceptedArrears: readonly Month[];
};

const conflictOf = (gate: GateStanding, clock: LapseClock): GateConflict | null => {
  if (gate.state !== 'CLOSED' || clock.unpaidMonths === 0) return null;
  const { cardsMissing, isOutOfReach } = gate;
  const { daysToLapse, hasLapsed } = clock;
  return { cardsMissing, daysToLapse, hasLapsed, isOutOfReach };
};

export const trancheStanding = (
  { tranche, gate: facts }: { readonly tranche: TrancheOpened['data']; readonly gate: GateFacts },
  known: { readonly paid: readonly PaidMonth[]; readonly members: TrancheMembers },
  on: LocalDate,
): TrancheStanding => {
  const { trancheId, programmeId, name, coverFrom, quota } = tranche;
  const { paid, members } = known;
  const acceptedArrears = acceptedMonths(facts);
  const history = { coverStart: coverFrom, paid, acceptedArrears };
  const gate = gateStanding(facts, quota, members);
  const clock = lapseClock(history, on);
  const { state, unpaidMonths, paidThrough, membershipStart, flags } = coverAt(history, on);
  const first = monthOf(coverFrom);
  const paidOn = new Map(paid.map((payment) => [payment.month, payment.paidOn]));
  return {
    ...{ trancheId, programmeId, name, on, coverFrom, quota, gate, clock, acceptedArrears },
    registered: members.registered,
    cover: { state, unpaidMonths, paidThrough, membershipStart, flags },
    months: monthsFromTo(first, monthOf(on)).map((month) => ({
      month,
      paidOn: paidOn.get(month) ?? null,
    })),
    cards: { received: cardsReceived(facts), handedOver: members.handedOver },
    override: facts.override,
    conflict: conflictOf(gate, clock),
    personsAtRisk: clock.unpaidMonths === 0 ? 0 : members.alive,
    monthsWithoutBudget: monthsWithoutBudget(facts, first, monthOf(on)),
    budgetGap: budgetGap({ tranche, gate: facts, members }, on),
  };
};
