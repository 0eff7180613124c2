// Log, broker and relay of one test file on real services, and appends to feed them.
import { randomUUID } from 'node:crypto';
import { type RelayNews, runRelay } from '../../../apps/relay/relay.ts';
import type { EventStore, Position, StoredEvent } from '../../../infra/event-store/event-store.ts';
import { type EventBus, HINT } from '../../../infra/nats/event-bus.ts';
import { eventOf as eventOfMessage, markOf } from '../../../infra/nats/event-message.ts';
import { openJetStreamBus } from '../../../infra/nats/jetstream-event-bus.ts';
import {
  eventOf,
  openStoreFixture,
  requestOf,
  type StoreFixture,
} from '../../infra/event-store/store-fixture.ts';
import { eventually, startTestNats, type TestNats } from '../../infra/nats/test-nats.ts';

export type RunningRelay = {
  readonly news: RelayNews[];
  stop(): Promise<void>;
};

export type Carriage = StoreFixture & {
  readonly nats: TestNats;
  readonly bus: EventBus;
  openBus(): Promise<EventBus>;
  startRelay(options?: { readonly bus: EventBus }): RunningRelay;
  /** Appends streams of `perStream` events each until `count` events are in. */
  append(count: number, options?: { readonly perStream?: number }): Promise<Position>;
  end(): Promise<Position>;
  /** All messages the stream holds, in order. */
  messages(): Promise<readonly StreamedEvent[]>;
  /** Waits until the stream holds the last event of the log. */
  carried(): Promise<void>;
};

export type StreamedEvent = {
  readonly sequence: number;
  readonly position: Position;
  readonly previousPosition: Position;
  readonly epoch: string;
  readonly event: StoredEvent;
};

const appendTo = async (
  store: EventStore,
  bus: EventBus,
  wanted: { readonly count: number; readonly perStream: number },
): Promise<Position> => {
  let last = '0' as Position;
  for (let done = 0; done < wanted.count; done += wanted.perStream) {
    const size = Math.min(wanted.perStream, wanted.count - done);
    const commandId = randomUUID();
    const events = Array.from({ length: size }, (_, index) =>
      eventOf({ amountIdr: String(index + 1) }, commandId),
    );
    const result = await store.append(requestOf({ commandId, events }));
    if (result.status !== 'ok') throw new Error(`append: ${result.status}`);
    last = result.position;
    bus.hint(HINT.appended);
  }
  return last;
};

const readStream = async (bus: EventBus): Promise<readonly StreamedEvent[]> => {
  const facts = await bus.streamFacts();
  if (facts === undefined || facts.lastSequence < facts.firstSequence) return [];
  const found: StreamedEvent[] = [];
  const stop = new AbortController();
  for await (const batch of bus.consumeOrdered(facts.firstSequence, stop.signal)) {
    for (const message of batch) {
      const { position, previousPosition, epoch } = markOf(message);
      const event = eventOfMessage(message);
      found.push({ sequence: message.sequence, position, previousPosition, epoch, event });
    }
    if (facts.lastSequence <= (found.at(-1)?.sequence ?? 0)) break;
  }
  return found;
};

const endOf = async (fixture: StoreFixture): Promise<Position> => {
  const { rows } = await fixture.owner.query<{ position: Position }>(
    'select coalesce(max(position), 0)::text as position from es.events',
  );
  return rows[0]?.position ?? ('0' as Position);
};

export const openCarriage = async (): Promise<Carriage> => {
  const [fixture, nats] = await Promise.all([openStoreFixture(), startTestNats()]);
  const buses: EventBus[] = [];
  const openBus = async (): Promise<EventBus> => {
    const durable = { ackWaitsMs: [400] };
    const bus = await openJetStreamBus({ url: nats.url, name: 'test', durable });
    buses.push(bus);
    return bus;
  };
  const bus = await openBus();
  const startRelay: Carriage['startRelay'] = (options) => {
    const stop = new AbortController();
    const news: RelayNews[] = [];
    const deps = {
      store: fixture.store,
      bus: options?.bus ?? bus,
      databaseUrl: fixture.appUrl,
      report: (each: RelayNews) => void news.push(each),
    };
    const running = runRelay(deps, stop.signal);
    return {
      news,
      stop: async () => {
        stop.abort();
        await running;
      },
    };
  };
  return {
    ...fixture,
    nats,
    bus,
    openBus,
    startRelay,
    append: (count, options) =>
      appendTo(fixture.store, bus, { count, perStream: options?.perStream ?? 5 }),
    end: () => endOf(fixture),
    messages: () => readStream(bus),
    carried: async () => {
      const end = await endOf(fixture);
      await eventually(`the stream reaches position ${end}`, async () => {
        const facts = await bus.streamFacts().catch(() => undefined);
        if (facts === undefined) return false;
        const last = await bus.messageAt(facts.lastSequence).catch(() => undefined);
        return last !== undefined && markOf(last).position === end;
      });
    },
    close: async () => {
      await Promise.all(buses.map((each) => each.close()));
      await nats.stop();
      await fixture.close();
    },
  };
};
