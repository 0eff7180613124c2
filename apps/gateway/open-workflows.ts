// Which workflows the events of the log leave open, and which streams ever needed one.
import { lastOf } from '../../activities/stored-events.ts';
import type { StoredEvent } from '../../infra/event-store/event-store.ts';
import type { WorkflowKind } from './workflow-starts.ts';

export type Needed = { readonly kind: WorkflowKind; readonly id: string };
type Effect = 'OPENS' | 'ENDS';

/** What an event means for the workflow of its stream; what is not listed opens and ends none. */
const EFFECTS: Readonly<Record<string, readonly [WorkflowKind, Effect]>> = {
  CardHandedOver: ['worker', 'OPENS'],
  WorkerReportedDead: ['worker', 'OPENS'],
  WorkerClaimSettled: ['worker', 'ENDS'],
  DeathReported: ['claim', 'OPENS'],
  IncidentReported: ['claim', 'OPENS'],
  ClaimRouted: ['claim', 'ENDS'],
  ClaimReopened: ['claim', 'OPENS'],
  DecisionObjected: ['claim', 'OPENS'],
  ObjectionAnswered: ['claim', 'OPENS'],
  TopUpProposed: ['claim', 'OPENS'],
  // Of a paid claim, too: its thirty days are waited for.
  CareGuaranteed: ['claim', 'OPENS'],
  // A top-up is decided on a claim whose worker has heard its end: its payable is to be created.
  ClaimApproved: ['claim', 'OPENS'],
  DeterminationReported: ['claim', 'OPENS'],
  LateFactFound: ['claim', 'OPENS'],
  ClaimWithdrawn: ['claim', 'ENDS'],
  // Withdrawn for this, the claim stays open until the membership has heard of it.
  DeathDisproved: ['claim', 'OPENS'],
  RosterReceived: ['roster', 'OPENS'],
  RosterCancelled: ['roster', 'ENDS'],
  RosterReopened: ['roster', 'OPENS'],
  HandOverReceived: ['cards', 'OPENS'],
  HandOverReopened: ['cards', 'OPENS'],
  HandOverCancelled: ['cards', 'ENDS'],
  HandOverCompleted: ['cards', 'ENDS'],
  // A clock has no end of its own: what lapsed may be paid again.
  TrancheOpened: ['tranche', 'OPENS'],
  RunAssembled: ['payout-run', 'OPENS'],
  RunCancelled: ['payout-run', 'ENDS'],
  RunReconciled: ['payout-run', 'ENDS'],
  RuleVersionActivated: ['rule-book', 'OPENS'],
  OpenClaimsMet: ['rule-book', 'ENDS'],
  // Answers that come later open again what had its end.
  RegistrationAnswered: ['roster', 'OPENS'],
  BankAnswerIngested: ['payout-run', 'OPENS'],
};

const effectOf = (event: StoredEvent): readonly [WorkflowKind, Effect] | undefined => {
  // A hand-over by list opened no lifecycle, so there is none to rebuild.
  if (lastOf([event], 'CardHandedOver')?.data.method === 'LIST') return undefined;
  // Cards are the last step of a list, and the only step of one that was taken over.
  const step = lastOf([event], 'RosterStepCompleted')?.data.step;
  if (step === 'CARDS' || step === 'TAKE_OVER') return ['roster', 'ENDS'];
  return EFFECTS[event.type];
};

export type Ledger = {
  /** Whatever was ever opened. */
  readonly opened: Map<string, Needed>;
  /** Of these: what came to its end, and was not opened again. */
  readonly over: Set<string>;
  /** Payable → the runs that sent it: a person's word about it moves their figures. */
  readonly runsOf: Map<string, readonly string[]>;
  readonly examined: Set<string>;
  readonly schedules: Set<string>;
  /** Claim → how its worker's stream heard that it ended. */
  readonly told: Map<string, string>;
  /** Claims of people who live: no worker's stream hears how these ended. */
  readonly incidents: Set<string>;
  /** Claim → what it waits for beside its own end, and after it. */
  readonly awaited: Map<string, Set<string>>;
};

const SUSPICION = 'SUSPICION';
const OBJECTION = 'OBJECTION';
const SUSPICION_ENDS = ['DeathConcluded', 'IncidentConcluded', 'ClaimRejected', 'ClaimWithdrawn'];

const awaits = ({ awaited }: Ledger, claimId: string, matter: string): void => {
  awaited.set(claimId, (awaited.get(claimId) ?? new Set()).add(matter));
};

/** A suspicion to conclude, an objection to answer, a payable to create of a hospital's bill; the first two
 * until their day. */
const noteMatters = (ledger: Ledger, event: StoredEvent): void => {
  const { type, streamId } = event;
  const own = ledger.awaited.get(streamId);
  if (type === 'CareGuaranteed') awaits(ledger, streamId, SUSPICION);
  if (SUSPICION_ENDS.includes(type)) own?.delete(SUSPICION);
  if (type === 'DecisionObjected') awaits(ledger, streamId, OBJECTION);
  if (type === 'ObjectionAnswered') own?.delete(OBJECTION);
  const passed = lastOf([event], 'DeadlinePassed')?.data.code;
  if (passed === 'CONCLUDE_WITHIN_30_DAYS') own?.delete(SUSPICION);
  if (passed === 'ANSWER_OBJECTION') own?.delete(OBJECTION);
  const bill = lastOf([event], 'HospitalBillApproved')?.data;
  if (bill !== undefined && BigInt(bill.acceptedIdr) > 0n) awaits(ledger, streamId, bill.billId);
  const created = lastOf([event], 'PayableCreated')?.data;
  if (created !== undefined && 'billId' in created && created.billId !== undefined)
    ledger.awaited.get(created.claimId)?.delete(created.billId);
};

/** A claim ends by itself where its worker's stream has nothing (more) to hear. */
const noteEnd = ({ over, told, incidents }: Ledger, event: StoredEvent): void => {
  if (event.type === 'IncidentReported') incidents.add(event.streamId);
  const settled = lastOf([event], 'ClaimSettled')?.data;
  const isEnd = settled !== undefined || event.type === 'ClaimRejected';
  const isHeard = settled !== undefined && told.get(event.streamId) === settled.outcome;
  if (isHeard || (isEnd && incidents.has(event.streamId))) over.add(event.streamId);
};

const opens = ({ opened, over }: Ledger, needed: Needed): void => {
  opened.set(needed.id, needed);
  over.delete(needed.id);
};

const noteMoney = (ledger: Ledger, event: StoredEvent): void => {
  const { runsOf } = ledger;
  const intended = lastOf([event], 'PaymentIntended')?.data;
  const runs = runsOf.get(event.streamId) ?? [];
  if (intended !== undefined) runsOf.set(event.streamId, [...runs, intended.runId]);
  if (lastOf([event], 'PaymentResolved') === null) return;
  for (const id of runs) opens(ledger, { kind: 'payout-run', id });
};

export const note = (ledger: Ledger, event: StoredEvent): void => {
  if (event.category === 'payable') noteMoney(ledger, event);
  if (event.category === 'payout_schedule') ledger.schedules.add(event.streamId);
  const effect = effectOf(event);
  // A claim stays open until its worker's stream has heard how it ended.
  const heard = lastOf([event], 'WorkerClaimSettled')?.data;
  if (heard !== undefined) ledger.told.set(heard.claimId, heard.outcome);
  const told = heard ?? lastOf([event], 'DeathReportWithdrawn')?.data;
  if (told !== undefined) ledger.over.add(told.claimId);
  noteMatters(ledger, event);
  noteEnd(ledger, event);
  if (effect === undefined) return;
  const [kind, change] = effect;
  ledger.examined.add(event.streamId);
  if (change === 'ENDS') ledger.over.add(event.streamId);
  else opens(ledger, { kind, id: event.streamId });
};

export const emptyLedger = (): Ledger => ({
  opened: new Map(),
  over: new Set(),
  runsOf: new Map(),
  examined: new Set(),
  schedules: new Set(),
  told: new Map(),
  incidents: new Set(),
  awaited: new Map(),
});

export const openIn = ({ opened, over, awaited }: Ledger): readonly Needed[] =>
  [...opened.values()].filter(({ id }) => !over.has(id) || (awaited.get(id)?.size ?? 0) > 0);

/** The workflows that the events leave open, by their streams. */
export const openAfter = (events: readonly StoredEvent[]): readonly string[] => {
  const ledger = emptyLedger();
  for (const event of events) note(ledger, event);
  return openIn(ledger).map(({ id }) => id);
};
