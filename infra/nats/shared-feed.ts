// One reading of the stream for all projections of a process: fetched, unpacked and opened once.
import type { EventFeed, FedEvent, FeedStart } from './event-feed.ts';

export type SharedFeedLimits = {
  /** Kept for those who are behind; whoever falls further back reads by a source of their own. */
  readonly eventsKept: number;
  /** At most this many at once: one transaction of whoever takes them. */
  readonly eventsAtOnce: number;
};

/** About 20 MB of messages; a full batch is one round of two statements per table. */
const LIMITS: SharedFeedLimits = { eventsKept: 8_192, eventsAtOnce: 2_000 };

/** A stretch of the stream that grows at one end as fast as its fastest reader, and ends with its last. */
type Source = {
  readonly epoch: string;
  /** Whether this place is still kept, or will be passed soon. */
  holds(sequence: number): boolean;
  join(): void;
  leave(): void;
  /** From this sequence on; waits for more at the end. Throws what ended the stream. */
  take(sequence: number, signal: AbortSignal): Promise<readonly FedEvent[] | 'over' | 'too late'>;
};

const openSource = (
  feed: EventFeed,
  start: FeedStart,
  parts: { readonly limits: SharedFeedLimits; ended(): void },
): Source => {
  const { eventsKept, eventsAtOnce } = parts.limits;
  const stop = new AbortController();
  let kept: FedEvent[] = [];
  let first = start.sequence;
  let readers = 0;
  let over: { readonly error?: unknown } | undefined;
  const waiting = new Set<() => void>();
  let wanted: () => void = () => undefined;

  const wakeAll = (): void => {
    for (const wake of [...waiting]) wake();
  };
  const end = (how: { readonly error?: unknown }): void => {
    if (over !== undefined) return;
    over = how;
    stop.abort();
    parts.ended();
    wakeAll();
    wanted();
  };
  const keep = (batch: readonly FedEvent[]): void => {
    kept.push(...batch);
    const surplus = kept.length - eventsKept;
    if (surplus <= 0) return;
    kept = kept.slice(surplus);
    first += surplus;
  };
  /** Reads on only when somebody has everything: the broker is not drained into memory. */
  const demand = async (): Promise<void> => {
    while (waiting.size === 0 && over === undefined)
      await new Promise<void>((resolve) => {
        wanted = resolve;
      });
  };
  const run = async (): Promise<void> => {
    for await (const batch of feed.follow(start, stop.signal)) {
      keep(batch);
      wakeAll();
      await demand();
      if (over !== undefined) return;
    }
  };
  run().then(
    () => end({}),
    (error: unknown) => end({ error }),
  );
  const more = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      waiting.add(wake);
      signal.addEventListener('abort', wake, { once: true });
      wanted();
    });
  return {
    epoch: start.epoch,
    holds: (sequence) => over === undefined && first <= sequence && sequence <= first + kept.length,
    join: () => {
      readers += 1;
    },
    leave: () => {
      readers -= 1;
      if (readers === 0) end({});
    },
    async take(sequence, signal) {
      while (!signal.aborted && over === undefined && first + kept.length <= sequence)
        await more(signal);
      if (over !== undefined && 'error' in over) throw over.error;
      if (signal.aborted || over !== undefined) return 'over';
      if (sequence < first) return 'too late';
      return kept.slice(sequence - first, sequence - first + eventsAtOnce);
    },
  };
};

/**
 * Each reader keeps its own place and pace: one that stops or lags holds back no other, it only falls
 * out of what is kept and then reads by another source, which those share who are as far behind. An
 * error of a source is everybody's, as a lost connection is.
 */
export const shareFeed = (feed: EventFeed, limits: SharedFeedLimits = LIMITS): EventFeed => {
  const sources = new Set<Source>();
  /** The oldest one first: whoever has caught up comes back to it, and the others end. */
  const holderOf = ({ epoch, sequence }: FeedStart): Source | undefined =>
    [...sources].find((source) => source.epoch === epoch && source.holds(sequence));
  const sourceAt = (start: FeedStart): Source => {
    const holder = holderOf(start);
    if (holder !== undefined) return holder;
    const opened: Source = openSource(feed, start, {
      limits,
      ended: () => void sources.delete(opened),
    });
    sources.add(opened);
    return opened;
  };
  /** To where another source goes on for it, or to the end: `undefined`. */
  const readFrom = async function* (
    start: FeedStart,
    signal: AbortSignal,
  ): AsyncGenerator<readonly FedEvent[], number | undefined> {
    const source = sourceAt(start);
    let { sequence } = start;
    source.join();
    try {
      for (;;) {
        const events = await source.take(sequence, signal);
        if (events === 'over') return undefined;
        if (events === 'too late') return sequence;
        yield events;
        sequence += events.length;
        if (holderOf({ ...start, sequence }) !== source) return sequence;
      }
    } finally {
      source.leave();
    }
  };
  const follow = async function* (
    from: FeedStart,
    signal: AbortSignal,
  ): AsyncGenerator<readonly FedEvent[]> {
    let sequence: number | undefined = from.sequence;
    while (sequence !== undefined) sequence = yield* readFrom({ ...from, sequence }, signal);
  };
  return { ...feed, follow };
};
