// An event that a projection cannot fold, with everything needed to find and mend it.
import type { StoredEvent } from '../infra/event-store/event-store.ts';

export type Poison = Error & {
  readonly poisonOf: string;
  readonly event: Pick<StoredEvent, 'position' | 'eventId' | 'type'>;
};

export const poison = (projection: string, event: StoredEvent, cause: unknown): Poison =>
  Object.assign(
    new Error(`${projection} cannot fold ${event.type} at position ${event.position}`, { cause }),
    { poisonOf: projection, event },
  );

export const isPoison = (error: unknown): error is Poison =>
  error instanceof Error && 'poisonOf' in error;
