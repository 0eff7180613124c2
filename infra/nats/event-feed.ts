// The bus as projections see it: events with their marks, opened only by those who fold them.
import type { Position, StoredEvent } from '../event-store/event-store.ts';
import { busFailure } from './bus-failure.ts';
import { type DeliveredMessage, type EventBus, HINT, type StreamFacts } from './event-bus.ts';
import { type EventMark, eventOf, markOf } from './event-message.ts';

export type FedEvent = EventMark & {
  readonly sequence: number;
  /** Parses the body, once for all who ask; throws if body and headers disagree. */
  open(): StoredEvent;
};

export type EventFeed = {
  facts(): Promise<StreamFacts | undefined>;
  /** Throws when the connection is lost, the stream is replaced, or a message has another epoch. */
  follow(from: FeedStart, signal: AbortSignal): AsyncIterable<readonly FedEvent[]>;
  /** After a commit: screens that show this view may be stale up to here. */
  changed(view: string, position: Position): void;
  onChanged(view: string, listener: () => void): () => void;
};

export type FeedStart = { readonly sequence: number; readonly epoch: string };

const toFed = (message: DeliveredMessage, epoch: string): FedEvent => {
  const mark = markOf(message);
  if (mark.epoch !== epoch) {
    throw busFailure('Infra.ForeignEpoch', `message ${message.sequence} is of epoch ${mark.epoch}`);
  }
  let opened: StoredEvent | undefined;
  const open = (): StoredEvent => {
    opened ??= eventOf(message);
    return opened;
  };
  return { ...mark, sequence: message.sequence, open };
};

const follow = async function* (
  bus: EventBus,
  from: FeedStart,
  signal: AbortSignal,
): AsyncGenerator<readonly FedEvent[]> {
  for await (const batch of bus.consumeOrdered(from.sequence, signal)) {
    yield batch.map((message) => toFed(message, from.epoch));
  }
};

export const createEventFeed = (bus: EventBus): EventFeed => ({
  facts: () => bus.streamFacts(),
  follow: (from, signal) => follow(bus, from, signal),
  changed: (view, position) => bus.hint(HINT.changed(view), position),
  onChanged: (view, listener) => bus.onHint(HINT.changed(view), listener),
});
