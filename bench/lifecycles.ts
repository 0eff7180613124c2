// Benchmark `lifecycles`: how fast lives begin in Temporal, and how large a worker is on the disk.
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { SCANNED_KELURAHAN } from '../apps/demo/bontang/scenario.ts';
import { createWorkflowSignals } from '../apps/worker/workflow-signals.ts';
import { streamIds } from '../infra/ids/stream-ids.ts';
import { openClient } from '../infra/temporal/connection.ts';
import { DEFAULT_TASK_QUEUE } from '../infra/temporal/settings.ts';
import { envelope, must } from '../test/activities/office-story.ts';
import { scannedKelurahan } from './ours/day-one-list.ts';
import { openTown, shown, type Town, takeOverFile, writeList } from './ours/town.ts';
import type { Plan } from './plan.ts';
import { progress } from './progress.ts';
import { openBareLives } from './raw/bare-lives.ts';
import { BARE_WORKER_READY } from './raw/bare-worker.ts';
import {
  asRatio,
  noiseDoubt,
  perSecond,
  ratioVerdict,
  type Section,
  spread,
  type Table,
  type Verdict,
} from './report.ts';
import { alternate, type Compared, compare, median, type Rounds } from './rounds.ts';
import { openServices, type Services } from './services.ts';

const TARGET = 0.8;
const OURS = 'worker lifecycles';
const BARE = 'bare workflows';
const SETTINGS = ['on-first-touch', 'at-enrolment'] as const;
type Setting = (typeof SETTINGS)[number];

/** As many as a batch tells at once. */
const AT_ONCE = 8;
const LOOK_MS = 10;
const LIMIT_MS = 120_000;

/** The next one begins where one of them has ended. */
const inTurn = async <T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  let next = 0;
  const take = async (): Promise<void> => {
    for (let one = all[next]; one !== undefined; one = all[next]) {
      next += 1;
      await work(one);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
};

const carriedBy = async (
  { watch }: Pick<Town, 'watch'>,
  ids: readonly string[],
): Promise<number> => {
  const { rows } = await watch.query<{ carried: number }>({
    name: 'carried',
    text: `select count(*)::int as carried from es.streams
      where stream_id = any ($1::uuid[]) and has_workflow`,
    values: [ids],
  });
  return rows[0]?.carried ?? 0;
};

/** The first activity of each has said that a workflow carries the stream. */
const allCarried = async (place: Pick<Town, 'watch'>, ids: readonly string[]): Promise<void> => {
  const until = performance.now() + LIMIT_MS;
  while ((await carriedBy(place, ids)) < ids.length) {
    if (until < performance.now()) throw new Error('the lifecycles did not begin');
    await sleep(LOOK_MS);
  }
};

type Bytes = { readonly postgres: number; readonly temporal: number };

const bytesNow = async ({ watch }: Town, services: Services): Promise<Bytes> => {
  const { rows } = await watch.query<{ size: string }>(
    'select pg_database_size(current_database()) as size',
  );
  const sqlite = new DatabaseSync(join(services.folder, 'temporal', 'temporal.db'), {
    readOnly: true,
  });
  const pragma = (name: string): number =>
    Number(sqlite.prepare(`pragma ${name}`).get()?.[name] ?? Number.NaN);
  const temporal = (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
  sqlite.close();
  return { postgres: Number(rows[0]?.size), temporal };
};

type Enrolled = {
  readonly setting: Setting;
  readonly people: number;
  readonly seconds: number;
  /** Per worker. */
  readonly bytes: Bytes;
  readonly workerIds: readonly string[];
};

/** A list taken over under the setting, to its last row and its last lifecycle. */
const enrol = async (
  services: Services,
  town: Town,
  wish: { readonly setting: Setting; readonly people: number },
): Promise<Enrolled> => {
  const { setting, people } = wish;
  const list = scannedKelurahan(people);
  const file = writeList(services, `${setting}.csv`, list.csv);
  const before = await bytesNow(town, services);
  const startedAt = performance.now();
  const { rosterId } = await takeOverFile(town, file);
  await shown(town, rosterId);
  const { rows } = await town.watch.query<{ id: string }>(
    'select worker_id as id from rm.member_roster_v1 order by roster_row',
  );
  const workerIds = rows.map(({ id }) => id);
  if (setting === 'at-enrolment') await allCarried(town, workerIds);
  const seconds = (performance.now() - startedAt) / 1000;
  progress(`lifecycles, ${setting}: ${workerIds.length} people in ${seconds.toFixed(1)} s`);
  const after = await bytesNow(town, services);
  const perWorker = (of: keyof Bytes): number => (after[of] - before[of]) / workerIds.length;
  const bytes = { postgres: perWorker('postgres'), temporal: perWorker('temporal') };
  return { setting, people: workerIds.length, seconds, bytes, workerIds };
};

type Race = { readonly name: string; readonly what: string; readonly rounds: Rounds };

type Starter = (ids: readonly string[]) => Promise<void>;

/** Starts a second, with workers that nothing has touched yet in every round. */
const race = async (
  plan: Plan['lifecycles'],
  each: number,
  starters: { readonly ours: Starter; readonly bare: Starter; fresh(): readonly string[] },
): Promise<Rounds> => {
  const timed = async (start: Starter, ids: readonly string[]): Promise<number> => {
    const startedAt = performance.now();
    await start(ids);
    const perSecondNow = each / ((performance.now() - startedAt) / 1000);
    progress(`lifecycles, a round of ${each}: ${perSecondNow.toFixed(0)} starts/s`);
    return perSecondNow;
  };
  const bareIds = (): readonly string[] => Array.from({ length: each }, () => randomUUID());
  return alternate(
    [
      { name: BARE, measure: () => timed(starters.bare, bareIds()) },
      { name: OURS, measure: () => timed(starters.ours, starters.fresh()) },
    ],
    plan,
  );
};

const handOver = async ({ session }: Town, workerId: string): Promise<void> => {
  const cardId = streamIds.card(workerId, 1);
  const place = SCANNED_KELURAHAN;
  const command = {
    type: 'HandOverCard' as const,
    data: { workerId, cardId, method: 'SCAN' as const, receivedBy: 'WORKER' as const, place },
  };
  const { gateway } = session;
  const own = { commandId: gateway.newCommandId() };
  const wish = { command, as: 'kelurahan-eko' };
  await must(gateway.send(envelope('worker', workerId, wish, own)));
};

const races = async (
  services: Services,
  town: Town,
  of: { readonly plan: Plan['lifecycles']; readonly workerIds: readonly string[] },
): Promise<readonly Race[]> => {
  const { plan, workerIds } = of;
  const database = await services.database('bench_bare');
  const address = (await services.temporal()).address;
  const env = {
    DATABASE_URL: database.appUrl,
    TEMPORAL_ADDRESS: address,
    LINDUNG_DATA: services.folder,
  };
  await services.program('bench/raw/bare-worker.ts', env).said(BARE_WORKER_READY);
  const settings = { address, namespace: 'default', taskQueue: DEFAULT_TASK_QUEUE, tls: false };
  const { client, close } = openClient(settings, {});
  const bare = await openBareLives(client, database.ownerUrl);
  const signals = createWorkflowSignals(town.place);
  let used = 0;
  const fresh = (count: number) => (): readonly string[] => {
    used += count;
    return workerIds.slice(used - count, used);
  };
  try {
    const started = await race(plan, plan.starts, {
      fresh: fresh(plan.starts),
      async ours(ids) {
        await signals.workersChanged(ids.map((streamId) => ({ streamId, version: 1 })));
        await allCarried(town, ids);
      },
      async bare(ids) {
        await bare.prepare(ids);
        await inTurn(ids, bare.start);
        await allCarried(bare, ids);
      },
    });
    const touched = await race(plan, plan.touches, {
      fresh: fresh(plan.touches),
      ours: (ids) => inTurn(ids, (id) => handOver(town, id)),
      async bare(ids) {
        await bare.prepare(ids);
        await inTurn(ids, bare.touch);
      },
    });
    return [
      { name: 'at-enrolment', what: 'started by a batch', rounds: started },
      { name: 'on-first-touch', what: 'started by a scanned card', rounds: touched },
    ];
  } finally {
    await bare.close();
    await close();
  }
};

const comparedOf = ({ rounds }: Race): Compared => compare(rounds, { of: OURS, to: BARE });

const tableOf = (one: Race): Table => ({
  head: [`${one.name}: ${one.what}`, 'starts/s, median', 'slowest – fastest round', 'ours ÷ this'],
  rows: [BARE, OURS].map((name) => {
    const values = one.rounds[name] ?? [];
    const ratio = name === OURS ? '' : asRatio(comparedOf(one).paired);
    return [name, perSecond(median(values)), spread(values, perSecond), ratio];
  }),
});

const kb = (bytes: number): string => (bytes / 1024).toFixed(1);

const sizeTable = (all: readonly Enrolled[]): Table => ({
  head: [
    'LIFECYCLE_START',
    'people taken over',
    'seconds to the last row and lifecycle',
    'KiB per worker in PostgreSQL',
    'KiB per worker in Temporal',
  ],
  rows: all.map(({ setting, people, seconds, bytes }) => [
    setting,
    String(people),
    seconds.toFixed(1),
    kb(bytes.postgres),
    kb(bytes.temporal),
  ]),
});

const verdictOf = (one: Race): Verdict =>
  ratioVerdict(comparedOf(one), {
    promise: `lifecycles, ${one.name}`,
    of: 'bare Temporal starts',
    atLeast: TARGET,
  });

const enrolElsewhere = async (setting: Setting, people: number): Promise<Enrolled> => {
  const own = openServices();
  try {
    const town = await openTown(own, { name: 'town', lifecycleStart: setting });
    const enrolled = await enrol(own, town, { setting, people });
    await town.close();
    return enrolled;
  } finally {
    await own.close();
  }
};

export const lifecycles = async (services: Services, plan: Plan): Promise<Section> => {
  const { rounds, warmUps, starts, touches } = plan.lifecycles;
  const people = (rounds + warmUps) * (starts + touches);
  const begun = await enrolElsewhere('at-enrolment', people);
  const town = await openTown(services, { name: 'town', lifecycleStart: 'on-first-touch' });
  try {
    const enrolled = await enrol(services, town, { setting: 'on-first-touch', people });
    const { workerIds } = enrolled;
    const measured = await races(services, town, { plan: plan.lifecycles, workerIds });
    return {
      name: 'lifecycles',
      title:
        'lives begun in Temporal, and the size of a worker, for both settings of LIFECYCLE_START',
      how: [
        'Bare: a workflow with plain payloads whose first local activity does the same two calls of the store (it sets',
        'the flag, it reads a stream of as many events) and that then waits; for the touch also an update with one',
        'append. Ours: the programs of the product on a list taken over. `at-enrolment`: by what a batch does for the',
        `workers of a chunk, ${AT_ONCE} at a time, until every first activity is done. \`on-first-touch\`: ` +
          `${AT_ONCE} people at`,
        'once hand over a card by scanning; each scan begins a life, is decided and recorded, and gets its answer.',
        'Sizes: the growth of the database and of the used pages of Temporal’s SQLite file while a list is taken over',
        'under each setting, divided by its people (events, streams, keys, read models, indexes included).',
      ],
      tables: [...measured.map(tableOf), sizeTable([enrolled, begun])],
      verdicts: measured.map(verdictOf),
      rounds: Object.fromEntries(measured.map((one) => [`${one.name}, starts/s`, one.rounds])),
      doubts: measured.flatMap((one) => noiseDoubt(one.name, comparedOf(one))),
    };
  } finally {
    await town.close();
  }
};
