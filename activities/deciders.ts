// Category → decider: the only list of who decides what, over stored histories.
import { bankExceptionDecider, bankExceptionStage } from '../domain/bank-exception/decider.ts';
import type { DomainEvent } from '../domain/catalogue.ts';
import { claimDecider } from '../domain/claim/decider.ts';
import { claimStage } from '../domain/claim/stage.ts';
import type { Category, CommandsByCategory } from '../domain/command.ts';
import { type Context, type Decision, fold, type Refusal } from '../domain/decider.ts';
import { examinationDecider } from '../domain/examination/decider.ts';
import { examinationStage } from '../domain/examination/state.ts';
import { handOverDecider, handOverStage } from '../domain/hand-over/decider.ts';
import { letterheadDecider, letterheadStage } from '../domain/letter/letterhead-decider.ts';
import { letterSeriesDecider, letterSeriesStage } from '../domain/letter/series-decider.ts';
import { aidFundDecider } from '../domain/local-aid/fund-decider.ts';
import { aidFundStage } from '../domain/local-aid/fund-state.ts';
import { aidRequestDecider, aidRequestStage } from '../domain/local-aid/request.ts';
import { actorDecider, actorStage } from '../domain/office/decider.ts';
import { deathListDecider, deathListStage } from '../domain/outreach/death-list.ts';
import { payableDecider } from '../domain/payout/payable-decider.ts';
import { payableStage } from '../domain/payout/payable-state.ts';
import { payoutRunDecider } from '../domain/payout/run-decider.ts';
import { payoutRunStage } from '../domain/payout/run-state.ts';
import { payoutScheduleDecider } from '../domain/payout/schedule-decider.ts';
import { payoutScheduleStage } from '../domain/payout/schedule-state.ts';
import { contributionBillStage } from '../domain/programme/bill-state.ts';
import { contributionBillDecider } from '../domain/programme/contribution-bill-decider.ts';
import { programmeDecider, programmeStage } from '../domain/programme/programme-decider.ts';
import { trancheDecider, trancheStage } from '../domain/programme/tranche-decider.ts';
import { rosterDecider } from '../domain/roster/decider.ts';
import { rosterStage } from '../domain/roster/state.ts';
import { ruleBookDecider, ruleBookStage } from '../domain/rule-book/decider.ts';
import { workerDecider } from '../domain/worker/decider.ts';
import { workerStage } from '../domain/worker/stage.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import { asDomainEvent } from './stored-events.ts';

export type Decided =
  | { readonly refused: Refusal }
  | { readonly accepted: readonly DomainEvent[]; readonly stage: string };

/** Decider and stage of one kind of stream, its state hidden: here only histories go in. */
type Desk<Command> = {
  state(history: readonly StoredEvent[]): unknown;
  stage(history: readonly StoredEvent[]): string;
  decide(command: Command, history: readonly StoredEvent[], context: Context): Decided;
};

type Evolving<State, Event> = {
  readonly initial: State;
  evolve(state: State, event: Event): State;
};

/** Folds a history; an event of another category in it would be a bug of the store. */
export const stateOf = <State, Event extends DomainEvent>(
  decider: Evolving<State, Event>,
  history: readonly StoredEvent[],
): State =>
  fold(
    decider,
    history.map((stored) => asDomainEvent(stored) as Event),
  );

const desk = <State, Command, Event extends DomainEvent>(
  decider: Evolving<State, Event> & {
    decide(command: Command, state: State, context: Context): Decision<Event>;
  },
  stageOf: (state: State) => string,
): Desk<Command> => ({
  state: (history) => stateOf(decider, history),
  stage: (history) => stageOf(stateOf(decider, history)),
  decide(command, history, context) {
    const state = stateOf(decider, history);
    const decision = decider.decide(command, state, context);
    if ('refused' in decision) return decision;
    const { accepted } = decision;
    return { accepted, stage: stageOf(accepted.reduce(decider.evolve, state)) };
  },
});

const desks: { readonly [C in Category]: Desk<CommandsByCategory[C]> } = {
  actor: desk(actorDecider, actorStage),
  programme: desk(programmeDecider, programmeStage),
  tranche: desk(trancheDecider, trancheStage),
  contribution_bill: desk(contributionBillDecider, contributionBillStage),
  roster: desk(rosterDecider, rosterStage),
  hand_over: desk(handOverDecider, handOverStage),
  worker: desk(workerDecider, workerStage),
  claim: desk(claimDecider, claimStage),
  payable: desk(payableDecider, payableStage),
  payout_run: desk(payoutRunDecider, payoutRunStage),
  payout_schedule: desk(payoutScheduleDecider, payoutScheduleStage),
  rule_book: desk(ruleBookDecider, ruleBookStage),
  letterhead: desk(letterheadDecider, letterheadStage),
  letter_series: desk(letterSeriesDecider, letterSeriesStage),
  aid_fund: desk(aidFundDecider, aidFundStage),
  aid_request: desk(aidRequestDecider, aidRequestStage),
  death_list: desk(deathListDecider, deathListStage),
  bank_exception: desk(bankExceptionDecider, bankExceptionStage),
  examination: desk(examinationDecider, examinationStage),
};

export const stageOf = (category: Category, history: readonly StoredEvent[]): string =>
  desks[category].stage(history);

/** What a stream's decider knows after a history: for whoever looks, not for whoever decides. */
export const foldedState = (category: Category, history: readonly StoredEvent[]): unknown =>
  desks[category].state(history);

export const decideOn = <C extends Category>(
  wish: { readonly category: C; readonly command: CommandsByCategory[C] },
  history: readonly StoredEvent[],
  context: Context,
): Decided => desks[wish.category].decide(wish.command, history, context);
