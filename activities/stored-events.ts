// The codec between the log's events and the domain's: shape is guaranteed by decider and catalogue.
import { catalogue, type DomainEvent, type EventType, isEventType } from '../domain/catalogue.ts';
import type { Dated } from '../domain/decider.ts';
import type { EventMeta, Json } from '../domain/envelope.ts';
import type { NewEvent, StoredEvent } from '../infra/event-store/event-store.ts';

/** Throws on an event that this version of the house does not know: an old program must stop. */
export const asDomainEvent = (stored: StoredEvent): DomainEvent => {
  if (!isEventType(stored.type))
    throw new Error(`unknown event ${stored.type} at position ${stored.position}`);
  return { type: stored.type, data: stored.data } as unknown as DomainEvent;
};

/** Plain JSON by construction: deciders put nothing else into an event or command. */
export const asJson = (value: unknown): Json => value as Json;

/** Only an entered past has days of its own: a live event takes effect with its act. */
export const asNewEvent = (event: Dated<DomainEvent>, meta: EventMeta, actAt: string): NewEvent => {
  const { effectiveAt = actAt } = event;
  if (effectiveAt !== actAt && meta.origin !== 'historic')
    throw new Error(`a live ${event.type} cannot take effect at another time than its act`);
  return {
    type: event.type,
    schemaVersion: catalogue[event.type].schemaVersion,
    data: asJson(event.data),
    meta,
    effectiveAt,
  };
};

type EventData<T extends EventType> = Extract<DomainEvent, { readonly type: T }>['data'];

export type Found<T extends EventType> = {
  readonly stored: StoredEvent;
  readonly data: EventData<T>;
};

/** The last event of a type in a history, with its data. */
export const lastOf = <T extends EventType>(
  history: readonly StoredEvent[],
  type: T,
): Found<T> | null => {
  const stored = history.findLast((event) => event.type === type);
  return stored === undefined ? null : { stored, data: stored.data as unknown as EventData<T> };
};

export const allOf = <T extends EventType>(
  history: readonly StoredEvent[],
  type: T,
): readonly EventData<T>[] =>
  history
    .filter((event) => event.type === type)
    .map((event) => event.data as unknown as EventData<T>);

/** In the order of the log. */
export const isBefore = (one: StoredEvent, other: StoredEvent): boolean =>
  BigInt(one.position) < BigInt(other.position);

/** Whose claim it is, by its first report; null for a stream that nobody reported. */
export const workerOfClaim = (history: readonly StoredEvent[]): string | null =>
  (
    lastOf(history, 'DeathReported') ??
    lastOf(history, 'IncidentReported') ??
    lastOf(history, 'PersonMissing')
  )?.data.workerId ?? null;
