// Carries an event that obliges a next step to the workflow that must take it.
import { lastOf } from '../../activities/stored-events.ts';
import { catalogue, isEventType, type ObligedWorkflow } from '../../domain/catalogue.ts';
import type { EventStore, StoredEvent } from '../../infra/event-store/event-store.ts';
import { type WorkflowPlace, wake } from '../gateway/workflow-starts.ts';

export const obligedBy = (type: string): ObligedWorkflow | null =>
  isEventType(type) ? catalogue[type].obliges : null;

/** A payable concerns its claim, a bill its tranche; everything else its own stream. */
const idOf = async (
  store: Pick<EventStore, 'loadStream'>,
  event: StoredEvent,
): Promise<string | undefined> => {
  const confirmed = lastOf([event], 'ContributionConfirmed');
  if (confirmed !== null) return confirmed.data.trancheId;
  if (event.category !== 'payable') return event.streamId;
  const created =
    lastOf([event], 'PayableCreated') ??
    lastOf(await store.loadStream(event.streamId), 'PayableCreated');
  return created?.data.claimId;
};

/**
 * A hand-over by list was vouched for by its batch, which tells the lifecycles that are open; it
 * starts none, or 150,000 of them would open in one afternoon.
 */
const isForTheBatch = (event: StoredEvent): boolean =>
  lastOf([event], 'CardHandedOver')?.data.method === 'LIST';

/** Idempotent: a workflow that knows the version already ignores the news. */
export const createDelivery =
  (place: WorkflowPlace, store: Pick<EventStore, 'loadStream'>) =>
  async (event: StoredEvent): Promise<void> => {
    const kind = obligedBy(event.type);
    if (kind === null || isForTheBatch(event)) return;
    const id = await idOf(store, event);
    if (id === undefined) return;
    const { streamId, version } = event;
    await wake(place, kind, { id, facts: { streamId, version } });
  };
