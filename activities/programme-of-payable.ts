// In whose programme a payable is owed: by its worker, or by the request for the sponsor's own aid.
import type { PayableCreated } from '../domain/payout/payable-events.ts';
import type { EventStore, StoredEvent } from '../infra/event-store/event-store.ts';
import { lastOf } from './stored-events.ts';

type Owed = Pick<PayableCreated['data'], 'claimId' | 'flow' | 'workerId'>;

/** The stream that says it. */
export const sourceOfPayable = ({ claimId, flow, workerId }: Owed): string =>
  flow === 'LOCAL_AID' ? claimId : workerId;

export const programmeIn = (source: readonly StoredEvent[]): string | undefined =>
  (lastOf(source, 'WorkerNominated') ?? lastOf(source, 'AidRequested'))?.data.programmeId;

export const programmeOfPayable = async (
  store: Pick<EventStore, 'loadStream'>,
  owed: Owed,
): Promise<string | undefined> => programmeIn(await store.loadStream(sourceOfPayable(owed)));
