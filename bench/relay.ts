// Benchmark `relay`: the relay program carries a log into JetStream, beside bare fenced publishes.
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'nats';
import pg from 'pg';
import { natsConnection } from '../infra/config/nats-url.ts';
import { openPools } from '../infra/database/connect.ts';
import type { EventStore } from '../infra/event-store/event-store.ts';
import { createPostgresEventStore } from '../infra/event-store/postgres-event-store.ts';
import type { EventBus } from '../infra/nats/event-bus.ts';
import { EVENT_STREAM } from '../infra/nats/event-stream.ts';
import { openJetStreamBus } from '../infra/nats/jetstream-event-bus.ts';
import { asRequest, oneEvent } from './one-event.ts';
import type { Plan } from './plan.ts';
import { asRatio, noiseDoubt, perSecond, ratioVerdict, type Section, spread } from './report.ts';
import { alternate, type Contestant, compare, median } from './rounds.ts';
import type { Database, Program, Services } from './services.ts';

const TARGET = 0.7;
const BATCH = 1_000;
const POLL_MS = 10;
const LIMIT_MS = 30_000;
/** The first part of each round warms the program up and is not counted. */
const WARM_SHARE = 0.2;

const WIRE = 'bare fenced publishes, one inbox';
const CLIENT = "bare fenced publishes, the client's own publish()";
const OURS = 'relay';

const quiet = (): void => undefined;

const fillLog = async (store: EventStore, events: number): Promise<void> => {
  for (let done = 0; done < events; done += BATCH) {
    const size = Math.min(BATCH, events - done);
    const { status } = await store.appendMany(
      Array.from({ length: size }, () => asRequest(oneEvent())),
    );
    if (status !== 'ok') throw new Error('the log could not be filled');
  }
};

type Course = {
  readonly services: Services;
  readonly database: Database;
  readonly natsUrl: string;
  readonly bus: EventBus;
  readonly epoch: string;
  readonly events: number;
};

const arrived = async (
  course: Course,
): Promise<{ readonly first: number; readonly last: number }> => {
  const until = performance.now() + LIMIT_MS;
  while (performance.now() < until) {
    const facts = await course.bus.streamFacts();
    const count = facts === undefined ? 0 : facts.lastSequence - facts.firstSequence + 1;
    if (facts !== undefined && course.events <= count)
      return { first: facts.firstSequence, last: facts.lastSequence };
    await sleep(POLL_MS);
  }
  throw new Error(`the stream did not hold ${course.events} messages within ${LIMIT_MS} ms`);
};

/** By the broker's own clock: when it stored the first message that counts, and the last. */
const rateIn = async (course: Course): Promise<number> => {
  const { first, last } = await arrived(course);
  const from = first + Math.floor(course.events * WARM_SHARE);
  const connection = await connect(natsConnection(course.natsUrl));
  try {
    const manager = await connection.jetstreamManager();
    const [start, end] = await Promise.all(
      [from, last].map((seq) => manager.streams.getMessage(EVENT_STREAM, { seq })),
    );
    const tookMs = (end?.time.getTime() ?? 0) - (start?.time.getTime() ?? 0);
    return (last - from) / (tookMs / 1000);
  } finally {
    await connection.close();
  }
};

const measureProgram = async (course: Course, program: Program): Promise<number> => {
  try {
    return await rateIn(course);
  } finally {
    await program.stop();
  }
};

const contestantsOf = (course: Course): readonly Contestant[] => {
  const { services, database, natsUrl, bus, epoch } = course;
  const env = { DATABASE_URL: database.appUrl, NATS_URL: natsUrl };
  const bare = (name: string, way: 'wire' | 'client'): Contestant => ({
    name,
    async measure() {
      const { firstSequence } = await bus.recreateStream(epoch);
      return measureProgram(
        course,
        services.program('bench/raw/fenced-publishes.ts', {
          ...env,
          BENCH_WAY: way,
          BENCH_EPOCH: epoch,
          BENCH_FIRST: String(firstSequence),
        }),
      );
    },
  });
  const ours: Contestant = {
    name: OURS,
    async measure() {
      // No record of a stream: the relay makes one anew and carries the whole log.
      await forgetStream(course);
      return measureProgram(course, services.program('apps/relay/main.ts', env));
    },
  };
  return [bare(WIRE, 'wire'), bare(CLIENT, 'client'), ours];
};

const forgetStream = async ({ database, bus, epoch }: Course): Promise<void> => {
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await owner.query('delete from es.relay_state');
  await owner.end();
  await bus.recreateStream(epoch);
};

export const relay = async (services: Services, plan: Plan): Promise<Section> => {
  const { events } = plan.relay;
  const database = await services.database('bench_relay');
  const natsUrl = (await services.nats()).url;
  const store = createPostgresEventStore({
    pools: openPools({ url: database.appUrl, applicationName: 'bench', log: quiet }),
  });
  const bus = await openJetStreamBus({ url: natsUrl, name: 'bench' });
  try {
    await fillLog(store, events);
    const epoch = await store.epoch();
    const course = { services, database, natsUrl, bus, epoch, events };
    const rounds = await alternate(contestantsOf(course), plan.relay);
    const compared = compare(rounds, { of: OURS, to: WIRE });
    return {
      name: 'relay',
      title: `a log of ${perSecond(events)} events carried into JetStream`,
      how: [
        'Bare: messages built beforehand and held in memory, 512 in flight, each with its predicted',
        '`Nats-Expected-Last-Sequence`; only header encoding, sending and counting answers is timed. The relay reads',
        'the log by the safe read, decodes, upcasts, makes each message and records its place in PostgreSQL. Each',
        'round is a new process on a new stream, timed by the times at which the broker stored the messages; the first',
        'fifth is warm-up. The promise is judged against the faster bare form.',
      ],
      tables: [
        {
          head: ['', 'events/s, median', 'slowest – fastest round', 'relay ÷ this'],
          rows: Object.entries(rounds).map(([name, values]) => [
            name,
            perSecond(median(values)),
            spread(values, perSecond),
            name === OURS ? '' : asRatio(compare(rounds, { of: OURS, to: name }).paired),
          ]),
        },
      ],
      verdicts: [
        ratioVerdict(compared, {
          promise: 'relay',
          of: 'bare fenced publishes',
          atLeast: TARGET,
        }),
      ],
      rounds: { 'events/s': rounds },
      doubts: noiseDoubt(OURS, compared),
    };
  } finally {
    await bus.close();
    await store.close();
  }
};
