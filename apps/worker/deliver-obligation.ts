// Carries an event that obliges a next step to the workflow that must take it.
import { allOf, lastOf } from '../../activities/stored-events.ts';
import { catalogue, isEventType, type ObligedWorkflow } from '../../domain/catalogue.ts';
import type { EventStore, StoredEvent } from '../../infra/event-store/event-store.ts';
import { syncSchedule } from '../gateway/payout-schedules.ts';
import { type WorkflowKind, type WorkflowPlace, wake } from '../gateway/workflow-starts.ts';
import { askingUpdates } from './own-decisions.ts';

export const obligedBy = (type: string): ObligedWorkflow | null =>
  isEventType(type) ? catalogue[type].obliges : null;

type Concerned = { readonly kind: WorkflowKind; readonly id: string };

/** A person's word about a payment moves the figures of every run that sent it, closed or not. */
const runsMoved = (event: StoredEvent, payable: readonly StoredEvent[]): readonly Concerned[] => {
  if (lastOf([event], 'PaymentResolved') === null) return [];
  const runs = new Set(allOf(payable, 'PaymentIntended').map(({ runId }) => runId));
  return [...runs].map((id) => ({ kind: 'payout-run', id }));
};

/** A payable concerns its claim, a bill its tranche; everything else its own stream. */
const concernedBy = async (
  store: Pick<EventStore, 'loadStream'>,
  kind: WorkflowKind,
  event: StoredEvent,
): Promise<readonly Concerned[]> => {
  const confirmed = lastOf([event], 'ContributionConfirmed');
  if (confirmed !== null) return [{ kind, id: confirmed.data.trancheId }];
  if (event.category !== 'payable') return [{ kind, id: event.streamId }];
  const payable = await store.loadStream(event.streamId);
  const created = lastOf([event], 'PayableCreated') ?? lastOf(payable, 'PayableCreated');
  if (created === null) return [];
  // The sponsor's own aid is owed by a decree: no claim waits for it.
  const claims = created.data.flow === 'LOCAL_AID' ? [] : [{ kind, id: created.data.claimId }];
  return [...claims, ...runsMoved(event, payable)];
};

/** Seldom handed in at all (see due-events.ts): as the last of a window, or read from the log. */
const isForTheBatch = (event: StoredEvent): boolean =>
  lastOf([event], 'CardHandedOver')?.data.method === 'LIST';

/** Idempotent: a workflow that knows the version already ignores the news. */
export const createDelivery = (place: WorkflowPlace, store: Pick<EventStore, 'loadStream'>) => {
  const decidedThere = askingUpdates(place);
  return async (event: StoredEvent): Promise<void> => {
    const kind = obligedBy(event.type);
    if (kind === null || isForTheBatch(event)) return;
    if (kind === 'payout-schedule') return syncSchedule(place, store, event.streamId);
    const { streamId, version, position, meta } = event;
    const { commandId } = meta;
    for (const { kind: one, id } of await concernedBy(store, kind, event)) {
      if (id === streamId && (await decidedThere(one, { id, commandId, position }))) continue;
      await wake(place, one, { id, facts: { streamId, version } });
    }
  };
};
