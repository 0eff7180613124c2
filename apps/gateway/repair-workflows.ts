// Rebuilds every open workflow from the events alone: Temporal may have forgotten all of them.
import { WorkflowNotFoundError } from '@temporalio/client';
import { lastOf } from '../../activities/stored-events.ts';
import { readSettings } from '../../infra/config/settings.ts';
import type { EventStore, Position, StoredEvent } from '../../infra/event-store/event-store.ts';
import type { KeyService } from '../../infra/keys/key-service.ts';
import type { ConnectionSettings } from '../../infra/local/runtime-file.ts';
import type { ObligationLedger } from '../../infra/nats/obligation-ledger.ts';
import { retryDeadLetter } from '../../infra/nats/obligations.ts';
import { openClient } from '../../infra/temporal/connection.ts';
import { createDataConverter } from '../../infra/temporal/data-converter.ts';
import { ensureSearchAttributes } from '../../infra/temporal/search-attributes.ts';
import { temporalSettings } from '../../infra/temporal/settings.ts';
import { factsChanged } from '../../workflows/messages.ts';
import { createDelivery } from '../worker/deliver-obligation.ts';
import { repairSchedules } from './payout-schedules.ts';
import { temporalAway } from './update-workflow.ts';
import { type WorkflowKind, type WorkflowPlace, wake, workflowIdOf } from './workflow-starts.ts';

export type RepairReport = {
  /** Streams that ever needed a workflow. */
  readonly examined: number;
  readonly started: number;
  readonly signalled: number;
  /** Stood still over a history that the code does not fit; begun anew from their streams. */
  readonly restarted: number;
  /** Payout schedules brought to what the log says. */
  readonly schedules: number;
};

const PAGE_EVENTS = 5_000;
const SAY_EVERY = 500;

type Needed = { readonly kind: WorkflowKind; readonly id: string };
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

type Ledger = {
  readonly open: Map<string, Needed>;
  /** Payable → the runs that sent it: a person's word about it moves their figures. */
  readonly runsOf: Map<string, readonly string[]>;
  readonly examined: Set<string>;
  readonly schedules: Set<string>;
  /** Claim → how its worker's stream heard that it ended. */
  readonly told: Map<string, string>;
  /** Claims of people who live: no worker's stream hears how these ended. */
  readonly incidents: Set<string>;
  /** Claims of a suspicion that nobody concluded: a payment does not end these. */
  readonly suspected: Set<string>;
};

const SUSPICION_ENDS = ['DeathConcluded', 'IncidentConcluded', 'ClaimRejected', 'ClaimWithdrawn'];

const noteSuspicion = ({ suspected }: Ledger, { type, streamId }: StoredEvent): void => {
  if (type === 'CareGuaranteed') suspected.add(streamId);
  if (SUSPICION_ENDS.includes(type)) suspected.delete(streamId);
};

/** A claim ends by itself where its worker's stream has nothing (more) to hear. */
const noteEnd = (ledger: Ledger, event: StoredEvent): void => {
  const { open, told, incidents, suspected } = ledger;
  noteSuspicion(ledger, event);
  if (event.type === 'IncidentReported') incidents.add(event.streamId);
  const settled = lastOf([event], 'ClaimSettled')?.data;
  const isEnd = settled !== undefined || event.type === 'ClaimRejected';
  const isHeard = settled !== undefined && told.get(event.streamId) === settled.outcome;
  if (suspected.has(event.streamId)) return;
  if (isHeard || (isEnd && incidents.has(event.streamId))) open.delete(event.streamId);
};

const noteMoney = ({ open, runsOf }: Ledger, event: StoredEvent): void => {
  const intended = lastOf([event], 'PaymentIntended')?.data;
  const runs = runsOf.get(event.streamId) ?? [];
  if (intended !== undefined) runsOf.set(event.streamId, [...runs, intended.runId]);
  if (lastOf([event], 'PaymentResolved') === null) return;
  for (const id of runs) open.set(id, { kind: 'payout-run', id });
};

const note = (ledger: Ledger, event: StoredEvent): void => {
  if (event.category === 'payable') noteMoney(ledger, event);
  if (event.category === 'payout_schedule') ledger.schedules.add(event.streamId);
  const effect = effectOf(event);
  // A claim stays open until its worker's stream has heard how it ended.
  const heard = lastOf([event], 'WorkerClaimSettled')?.data;
  if (heard !== undefined) ledger.told.set(heard.claimId, heard.outcome);
  const told = heard ?? lastOf([event], 'DeathReportWithdrawn')?.data;
  if (told !== undefined && !ledger.suspected.has(told.claimId)) ledger.open.delete(told.claimId);
  noteEnd(ledger, event);
  if (effect === undefined) return;
  const [kind, change] = effect;
  ledger.examined.add(event.streamId);
  if (change === 'ENDS') ledger.open.delete(event.streamId);
  else ledger.open.set(event.streamId, { kind, id: event.streamId });
};

const emptyLedger = (): Ledger => ({
  open: new Map(),
  runsOf: new Map(),
  examined: new Set(),
  schedules: new Set(),
  told: new Map(),
  incidents: new Set(),
  suspected: new Set(),
});

/** The workflows that the events leave open, by their streams. */
export const openAfter = (events: readonly StoredEvent[]): readonly string[] => {
  const ledger = emptyLedger();
  for (const event of events) note(ledger, event);
  return [...ledger.open.keys()];
};

const readOpen = async (store: EventStore): Promise<Ledger> => {
  const ledger = emptyLedger();
  for (let position = '0' as Position; ; ) {
    const events = await store.readAfter(position, PAGE_EVENTS);
    for (const event of events) note(ledger, event);
    const last = events.at(-1);
    if (last === undefined) return ledger;
    position = last.position;
  }
};

/** What has to be open now, as the log says. */
export const neededWorkflows = async (store: EventStore): Promise<readonly Needed[]> => [
  ...(await readOpen(store)).open.values(),
];

/** A task that failed more often than a worker dies in the middle of one. */
const WEDGED_TRIES = 3;
const WEDGED = 'repair: its history and the code differ; it begins anew from its stream';

/**
 * A workflow that is open reads its stream anew, whatever it believes to know: after a restore the
 * stream may be shorter than what it saw. One that is lost is started and reads its stream. So is
 * one whose task fails at every try: what it knew stands in the log, nothing is lost with it.
 */
const revive = async (
  place: WorkflowPlace,
  needed: Needed,
): Promise<'signalled' | 'started' | 'restarted'> => {
  const { kind, id } = needed;
  const facts = { streamId: id, version: null };
  try {
    const handle = place.client.workflow.getHandle(workflowIdOf(kind, id));
    const { raw } = await handle.describe();
    if ((raw.pendingWorkflowTask?.attempt ?? 0) > WEDGED_TRIES) {
      await handle.terminate(WEDGED);
      await wake(place, kind, { id, facts });
      return 'restarted';
    }
    await handle.signal(factsChanged, facts);
    return 'signalled';
  } catch (error) {
    if (!(error instanceof WorkflowNotFoundError)) throw temporalAway(error);
    await wake(place, kind, { id, facts });
    return 'started';
  }
};

export const reviveWorkflows = async (
  place: WorkflowPlace,
  store: EventStore,
  say: (line: string) => void,
): Promise<RepairReport> => {
  const { open, examined, schedules } = await readOpen(store);
  const done = { started: 0, signalled: 0, restarted: 0 };
  for (const needed of open.values()) {
    done[await revive(place, needed)] += 1;
    const count = done.started + done.signalled + done.restarted;
    if (count % SAY_EVERY === 0) say(`${count}/${open.size}`);
  }
  const repaired = await repairSchedules(place, store, schedules);
  return { examined: examined.size, ...done, schedules: repaired };
};

const ENDED_BY_RESTORE = 'restore: the log this stood on is gone';

/**
 * After a restore every open workflow stands in a log that is gone: what it waits for, the versions
 * it knows and the answers that Temporal remembers for its updates are all of a future that was lost.
 */
const endWorkflows = async ({ client, taskQueue }: WorkflowPlace): Promise<number> => {
  const query = `ExecutionStatus = 'Running' AND TaskQueue = '${taskQueue}'`;
  let ended = 0;
  try {
    for await (const { workflowId, runId } of client.workflow.list({ query })) {
      const handle = client.workflow.getHandle(workflowId, runId);
      await handle.terminate(ENDED_BY_RESTORE).catch((error: unknown) => {
        if (!(error instanceof WorkflowNotFoundError)) throw error;
      });
      ended += 1;
    }
    return ended;
  } catch (error) {
    throw temporalAway(error);
  }
};

/** What was given up is told again; a letter that still cannot be delivered stays open. */
const deliverDead = async (
  place: WorkflowPlace,
  store: EventStore,
  ledger: ObligationLedger,
): Promise<number> => {
  const deps = { store, ledger, deliver: createDelivery(place, store) };
  let delivered = 0;
  for (const { position } of await ledger.open())
    if ((await retryDeadLetter(deps, position)) === 'delivered') delivered += 1;
  return delivered;
};

export type WorkflowRepair = {
  end(): Promise<number>;
  deliverDead(ledger: ObligationLedger): Promise<number>;
  revive(say: (line: string) => void): Promise<RepairReport>;
};

/** Both halves over one client, for as long as `work` lasts. */
export const withWorkflowRepair = async <Outcome>(
  over: {
    readonly connection: ConnectionSettings;
    readonly store: EventStore;
    readonly keys: KeyService;
  },
  work: (repair: WorkflowRepair) => Promise<Outcome>,
): Promise<Outcome> => {
  const { connection, store, keys } = over;
  const { temporalAddress, namespace: temporalNamespace, taskQueue } = connection;
  const settings = { ...readSettings(), temporalNamespace, taskQueue };
  const temporal = temporalSettings(settings, temporalAddress);
  const { client, close } = openClient(temporal, createDataConverter(keys));
  const place = { client, taskQueue: temporal.taskQueue };
  try {
    await ensureSearchAttributes(client, temporal.namespace);
    return await work({
      end: () => endWorkflows(place),
      deliverDead: (ledger) => deliverDead(place, store, ledger),
      revive: (say) => reviveWorkflows(place, store, say),
    });
  } finally {
    await close();
  }
};
