// The streams of one decision, each read once: authority, facts and decider look at the same lines.
import type { EventStore, RecordedCommand, StoredEvent } from '../infra/event-store/event-store.ts';
import type { DecisionPorts } from './ports.ts';

/** Which streams were asked for besides, the last time that something was decided on a stream. */
export type Companions = {
  of(streamId: string): readonly string[];
  learn(streamId: string, asked: Iterable<string>): void;
};

const KEPT = 2_000;
const COMPANIONS_MAX = 8;

/** Ids only, and only a guess at what will be read: the events themselves are read every time. */
export const openCompanions = (): Companions => {
  const kept = new Map<string, readonly string[]>();
  return {
    of: (streamId) => kept.get(streamId) ?? [],
    learn(streamId, asked) {
      kept.delete(streamId);
      kept.set(streamId, [...asked].slice(0, COMPANIONS_MAX));
      if (kept.size <= KEPT) return;
      for (const oldest of kept.keys()) {
        kept.delete(oldest);
        return;
      }
    },
  };
};

type History = readonly StoredEvent[];

type Remembered = {
  readonly store: EventStore;
  readonly asked: ReadonlySet<string>;
  forget(): void;
};

/**
 * No stale decision can come of it: the append expects the version that was read, so a stream that
 * moved since is a conflict, and then all is forgotten and read again. Only the single stream is kept:
 * who asks for many wants them as of now, or of one position.
 */
const remember = (
  ports: Pick<DecisionPorts, 'store' | 'clock'>,
  streams: ReadonlyMap<string, History>,
): Remembered => {
  const known = new Map([...streams].map(([id, history]) => [id, Promise.resolve(history)]));
  const asked = new Set<string>();
  const loadStream = (streamId: string): Promise<History> => {
    asked.add(streamId);
    const before = known.get(streamId);
    if (before !== undefined) return before;
    const loading = ports.store.loadStream(streamId);
    known.set(streamId, loading);
    return loading;
  };
  const append: EventStore['append'] = async (request) => {
    const before = known.get(request.streamId);
    const result = await ports.store.append(request);
    if (result.status === 'ok' && before !== undefined) {
      const more = ports.store.appended(request, { ...result, now: ports.clock() });
      known.set(request.streamId, Promise.resolve([...(await before), ...more]));
    }
    return result;
  };
  return {
    store: { ...ports.store, loadStream, append },
    asked,
    forget: () => known.clear(),
  };
};

export type Reading<P extends DecisionPorts> = {
  readonly recorded: RecordedCommand | undefined;
  readonly ports: P;
  /** Somebody was faster, or an answer rests on this very moment: everything is read anew. */
  forget(): void;
  /** What was read in the end is what the next decision here will want at once. */
  close(): void;
};

/** One round trip for the recorded answer and the streams that will surely be asked for. */
export const openReading = async <P extends DecisionPorts>(
  ports: P,
  companions: Companions,
  of: { readonly commandId: string; readonly streamId: string; readonly actorId: string },
): Promise<Reading<P>> => {
  const sure = [of.streamId, ports.ids.actor(of.actorId)];
  const wanted = [...sure, ...companions.of(of.streamId)];
  const { recorded, streams } = await ports.store.loadForCommand(of.commandId, wanted);
  const { store, asked, forget } = remember(ports, streams);
  return {
    ...{ recorded, forget, ports: { ...ports, store } },
    close: () =>
      companions.learn(
        of.streamId,
        [...asked].filter((id) => !sure.includes(id)),
      ),
  };
};
