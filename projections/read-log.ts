// Reads the log in batches, the next one on its way while the last one is folded.
import type { EventStore, Position, StoredEvent } from '../infra/event-store/event-store.ts';

export type LogReader = Pick<EventStore, 'readAfter'>;

export const readLog = async function* (
  store: LogReader,
  from: Position,
  limit: number,
): AsyncGenerator<readonly StoredEvent[]> {
  let next = store.readAfter(from, limit);
  for (;;) {
    const events = await next;
    const last = events.at(-1);
    if (last === undefined) return;
    next = store.readAfter(last.position, limit);
    next.catch(() => undefined); // thrown where it is awaited; nobody awaits it after a return
    yield events;
  }
};
