// Rebuilds every open workflow from the events alone: Temporal may have forgotten all of them.
import { WorkflowNotFoundError } from '@temporalio/client';
import { readSettings } from '../../infra/config/settings.ts';
import type { EventStore, Position } from '../../infra/event-store/event-store.ts';
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
import { emptyLedger, type Ledger, type Needed, note, openIn } from './open-workflows.ts';
import { repairSchedules } from './payout-schedules.ts';
import { temporalAway } from './update-workflow.ts';
import { type WorkflowPlace, wake, workflowIdOf } from './workflow-starts.ts';

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
export const neededWorkflows = async (store: EventStore): Promise<readonly Needed[]> =>
  openIn(await readOpen(store));

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
  const ledger = await readOpen(store);
  const { examined, schedules } = ledger;
  const open = openIn(ledger);
  const done = { started: 0, signalled: 0, restarted: 0 };
  for (const needed of open) {
    done[await revive(place, needed)] += 1;
    const count = done.started + done.signalled + done.restarted;
    if (count % SAY_EVERY === 0) say(`${count}/${open.length}`);
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
