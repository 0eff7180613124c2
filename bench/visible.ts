// Benchmark `visible`: from the append of an event until a reader finds it in the row of its screen.
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openPools } from '../infra/database/connect.ts';
import type { EventStore } from '../infra/event-store/event-store.ts';
import { createPostgresEventStore } from '../infra/event-store/postgres-event-store.ts';
import { type EventBus, HINT } from '../infra/nats/event-bus.ts';
import { openJetStreamBus } from '../infra/nats/jetstream-event-bus.ts';
import { ensureReadModelTables } from '../projections/read-model-tables.ts';
import { projections } from '../projections/registry.ts';
import { type LifeEvent, lifeOf, type Office, openOffice } from './ours/lives.ts';
import type { Plan } from './plan.ts';
import { asMs, type Section } from './report.ts';
import { median, quantile } from './rounds.ts';
import type { Services } from './services.ts';

const TARGET_MS = 100;
const LIMIT_MS = 15_000;

const TABLES = {
  'member-roster': { table: 'rm.member_roster_v1', key: 'worker_id' },
  'claim-queue': { table: 'rm.claim_queue_v6', key: 'claim_id' },
} as const;

type Screen = keyof typeof TABLES;
const SCREENS: readonly Screen[] = ['member-roster', 'claim-queue'];

type Awaited = { readonly key: string; readonly position: bigint; readonly since: number };

type Reader = {
  await(screen: Screen, wanted: Awaited): void;
  left(): number;
  /** Without waiting for a change: the last rows may have come before they were waited for. */
  look(): Promise<void>;
  /** Milliseconds from append to row since the last call. */
  taken(): readonly number[];
  close(): Promise<void>;
};

/** Reads the rows it waits for whenever their screen says that it changed: a person's open page. */
const openReader = async (databaseUrl: string, bus: EventBus): Promise<Reader> => {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const waiting = { 'member-roster': new Set<Awaited>(), 'claim-queue': new Set<Awaited>() };
  let took: number[] = [];
  const look = async (screen: Screen): Promise<void> => {
    const { table, key } = TABLES[screen];
    const { rows } = await client.query<{ key: string; position: string }>({
      name: screen,
      text: `select ${key} as key, position from ${table} where ${key} = any($1)`,
      values: [[...waiting[screen]].map((wanted) => wanted.key)],
    });
    const now = performance.now();
    const seen = new Map(rows.map((row) => [row.key, BigInt(row.position)]));
    for (const wanted of [...waiting[screen]]) {
      if ((seen.get(wanted.key) ?? -1n) < wanted.position) continue;
      waiting[screen].delete(wanted);
      took.push(now - wanted.since);
    }
  };
  const follow = (screen: Screen): (() => void) => {
    let looking = false;
    let again = false;
    const run = async (): Promise<void> => {
      if (looking) {
        again = true;
        return;
      }
      looking = true;
      do {
        again = false;
        await look(screen);
      } while (again);
      looking = false;
    };
    return bus.onHint(HINT.changed(screen), () => void run());
  };
  const forget = SCREENS.map(follow);
  return {
    await: (screen, wanted) => void waiting[screen].add(wanted),
    look: async () => {
      for (const screen of SCREENS) await look(screen);
    },
    left: () => waiting['member-roster'].size + waiting['claim-queue'].size,
    taken: () => {
      const taken = took;
      took = [];
      return taken;
    },
    async close() {
      for (const each of forget) each();
      await client.end();
    },
  };
};

type Feed = { readonly store: EventStore; readonly reader: Reader; readonly office: Office };

const send = async ({ store, reader }: Feed, event: LifeEvent): Promise<void> => {
  const since = performance.now();
  const result = await store.append(event.request);
  if (result.status !== 'ok') throw new Error(`append: ${result.status}`);
  reader.await(event.screen, { key: event.key, position: BigInt(result.position), since });
};

/** Many lives side by side, so that the next event of a stream comes long after the one before. */
const eventsOf = (office: Office, count: number, firstRow: number): readonly LifeEvent[] => {
  const lives = Array.from({ length: Math.ceil(count / 6) }, (_, index) =>
    lifeOf(firstRow + index, office),
  );
  return Array.from({ length: 6 }, (_, step) => lives.flatMap((life) => life.slice(step, step + 1)))
    .flat()
    .slice(0, count);
};

/** At a steady pace whatever the answers do: a slow answer does not thin out the load. */
const roundOf = async (
  feed: Feed,
  load: { readonly eventsPerSecond: number; readonly seconds: number; readonly firstRow: number },
): Promise<readonly number[]> => {
  const { eventsPerSecond, seconds, firstRow } = load;
  const events = eventsOf(feed.office, eventsPerSecond * seconds, firstRow);
  const startedAt = performance.now();
  /** The events of one stream in their order, however long an append takes. */
  const sent = new Map<string, Promise<void>>();
  for (const [index, event] of events.entries()) {
    const waitMs = startedAt + (index * 1000) / eventsPerSecond - performance.now();
    if (1 < waitMs) await sleep(waitMs);
    const { streamId } = event.request;
    const before = sent.get(streamId) ?? Promise.resolve();
    sent.set(
      streamId,
      before.then(() => send(feed, event)),
    );
  }
  await Promise.all(sent.values());
  const until = performance.now() + LIMIT_MS;
  while (0 < feed.reader.left()) {
    if (until < performance.now()) throw new Error(`${feed.reader.left()} events never showed`);
    await sleep(20);
    await feed.reader.look();
  }
  return feed.reader.taken();
};

const sectionOf = (rounds: readonly (readonly number[])[], plan: Plan['visible']): Section => {
  const all = rounds.flat();
  const p99 = quantile(all, 0.99);
  const row = (name: string, values: readonly number[]): readonly string[] => [
    name,
    String(values.length),
    ...[0.5, 0.95, 0.99, 1].map((share) => asMs(quantile(values, share))),
  ];
  return {
    name: 'visible',
    title: `event to visible row at ${plan.eventsPerSecond} events/s`,
    how: [
      `The programs relay and projector, all ${projections.length} projections at work, fed at a steady ` +
        `${plan.eventsPerSecond} events/s`,
      'with lives of workers (nominated, in the decree, enrolled, carded, death reported, death noted). Timed from the',
      'call of `append` until a SELECT by key of `member-roster` or `claim-queue` returns the row as of that event;',
      'the reader looks when the screen says that it changed. Nothing pokes the relay: it polls, 5 to 50 ms.',
    ],
    tables: [
      {
        head: ['milliseconds', 'events', 'p50', 'p95', 'p99', 'slowest'],
        rows: [
          ...rounds.map((values, index) => row(`round ${index + 1}`, values)),
          row('all rounds', all),
        ],
      },
    ],
    verdicts: [
      {
        promise: `event to visible row, ${plan.eventsPerSecond} events/s`,
        measured:
          `p99 ${asMs(p99)} ms (median of the rounds ` +
          `${asMs(median(rounds.map((values) => quantile(values, 0.99))))} ms)`,
        target: `p99 < ${TARGET_MS} ms`,
        met: p99 < TARGET_MS,
      },
    ],
    rounds: {
      'p99 in ms': { visible: rounds.map((values) => quantile(values, 0.99)) },
    },
    doubts: [],
  };
};

export const visible = async (services: Services, plan: Plan): Promise<Section> => {
  const database = await services.database('bench_visible');
  await ensureReadModelTables(database.ownerUrl, projections);
  const natsUrl = (await services.nats()).url;
  const store = createPostgresEventStore({
    pools: openPools({
      url: database.appUrl,
      applicationName: 'bench',
      log: () => undefined,
      sizes: { hot: 8, app: 1, bg: 1 },
    }),
  });
  const bus = await openJetStreamBus({ url: natsUrl, name: 'bench' });
  const env = { DATABASE_URL: database.appUrl, NATS_URL: natsUrl };
  const programs = ['apps/relay/main.ts', 'apps/projector/main.ts'].map((path) =>
    services.program(path, env),
  );
  const reader = await openReader(database.appUrl, bus);
  try {
    const { office, requests } = openOffice();
    for (const request of requests) await store.append(request);
    const feed = { store, reader, office };
    const { warmUps, rounds: count, eventsPerSecond, seconds } = plan.visible;
    const rounds: (readonly number[])[] = [];
    for (let round = -warmUps - 1; round < count; round += 1) {
      const isFirst = round === -warmUps - 1; // the programs are still starting
      const load = {
        eventsPerSecond: isFirst ? 20 : eventsPerSecond,
        seconds: isFirst ? 1 : seconds,
      };
      const taken = await roundOf(feed, { ...load, firstRow: rounds.length * 100_000 });
      if (0 <= round) rounds.push(taken);
    }
    return sectionOf(rounds, plan.visible);
  } finally {
    await reader.close();
    for (const program of programs) await program.stop();
    await bus.close();
    await store.close();
  }
};
