// Benchmark `appends`: es.append beside bare INSERTs into the same tables, one writer and sixteen.
import pg from 'pg';
import { openPools } from '../infra/database/connect.ts';
import { createPostgresEventStore } from '../infra/event-store/postgres-event-store.ts';
import { asRequest, oneEvent } from './one-event.ts';
import { openEmmettAppends } from './peers/emmett-append.ts';
import type { Plan } from './plan.ts';
import { bareInserts } from './raw/bare-inserts.ts';
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
import { alternate, type Contestant, compare, median, type Rounds, rateOf } from './rounds.ts';
import type { Database, Services } from './services.ts';

const WRITERS = [1, 16] as const;
const TARGET = 0.8;
/** Bare INSERTs on the reference machine (2 cores); a baseline under 70 % of it is no baseline. */
const REFERENCE: Readonly<Record<number, number>> = { 1: 2_400, 16: 11_500 };
const REFERENCE_SHARE = 0.7;

const THREE = 'bare INSERTs, the same three tables';
const ONE = 'bare INSERT, es.events alone';
const OURS = 'es.append';
const EMMETT = 'emmett-postgresql 0.42.0';

const quiet = (): void => undefined;

type Opened = { readonly contestants: readonly Contestant[]; close(): Promise<void> };

const openContestants = async (
  database: Database,
  load: { readonly writers: number; readonly forMs: number },
): Promise<Opened> => {
  const { writers } = load;
  const sizes = { hot: writers, app: 1, bg: 1 };
  const url = database.appUrl;
  const store = createPostgresEventStore({
    pools: openPools({ url, applicationName: 'bench', log: quiet, sizes }),
  });
  const owner = new pg.Pool({ connectionString: database.ownerUrl, max: writers });
  owner.on('error', quiet); // lost while idle: the next statement says so
  const bare = bareInserts(owner);
  const emmett = await openEmmettAppends(database.ownerUrl, owner);
  const append = async (): Promise<void> => {
    const { status } = await store.append(asRequest(oneEvent()));
    if (status !== 'ok') throw new Error(`append: ${status}`);
  };
  const contestant = (name: string, operation: () => Promise<void>): Contestant => ({
    name,
    measure: () => rateOf(load, operation),
  });
  return {
    contestants: [
      contestant(ONE, bare.intoOneTable),
      contestant(THREE, bare.intoThreeTables),
      contestant(OURS, append),
      ...(emmett === undefined ? [] : [contestant(EMMETT, emmett.append)]),
    ],
    async close() {
      await store.close();
      await emmett?.close();
      await owner.end();
    },
  };
};

const nameOf = (writers: number): string => (writers === 1 ? 'one writer' : `${writers} writers`);

const tableOf = (writers: number, rounds: Rounds): Table => ({
  head: [nameOf(writers), 'appends/s, median', 'slowest – fastest round', 'es.append ÷ this'],
  rows: Object.entries(rounds).map(([name, values]) => [
    name,
    perSecond(median(values)),
    spread(values, perSecond),
    name === OURS ? '' : asRatio(compare(rounds, { of: OURS, to: name }).paired),
  ]),
});

const verdictOf = (writers: number, rounds: Rounds): Verdict =>
  ratioVerdict(compare(rounds, { of: OURS, to: THREE }), {
    promise: `append, ${nameOf(writers)}`,
    of: 'bare INSERTs',
    atLeast: TARGET,
  });

const doubtsOf = (writers: number, rounds: Rounds): readonly string[] => {
  const share = median(rounds[ONE] ?? []) / (REFERENCE[writers] ?? Number.NaN);
  const noise = noiseDoubt(nameOf(writers), compare(rounds, { of: OURS, to: THREE }));
  if (REFERENCE_SHARE <= share) return noise;
  return [
    ...noise,
    `${nameOf(writers)}: the bare INSERT reached ${Math.round(share * 100)} % of the reference machine's ` +
      `${perSecond(REFERENCE[writers] ?? 0)}/s; below 70 % a run is void as a statement of speed.`,
  ];
};

export const appends = async (services: Services, plan: Plan): Promise<Section> => {
  const database = await services.database('bench_appends');
  const measured: { readonly writers: number; readonly rounds: Rounds }[] = [];
  for (const writers of WRITERS) {
    const opened = await openContestants(database, { writers, forMs: plan.append.forMs });
    try {
      measured.push({ writers, rounds: await alternate(opened.contestants, plan.append) });
    } finally {
      await opened.close();
    }
  }
  const peerThere = measured.some(({ rounds }) => rounds[EMMETT] !== undefined);
  return {
    name: 'appends',
    title: 'one event on a stream of its own, one commit each',
    how: [
      'Bare: one prepared INSERT statement in one round trip, through pg, as the owner. With three tables it leaves',
      'behind exactly the rows of an append (event, stream, command) in the same leaf, indexes and triggers, with',
      'the same fsync; `es.append` also checks command id, expected version, category and size, makes the bytes',
      'canonical and takes the lock of the safe read. The promise is judged against the three tables.',
      ...(peerThere ? [] : ['emmett-postgresql was not measured: `npm ci` in bench/ installs it.']),
    ],
    tables: measured.map(({ writers, rounds }) => tableOf(writers, rounds)),
    verdicts: measured.map(({ writers, rounds }) => verdictOf(writers, rounds)),
    rounds: Object.fromEntries(
      measured.map(({ writers, rounds }) => [`${nameOf(writers)}, appends/s`, rounds]),
    ),
    doubts: measured.flatMap(({ writers, rounds }) => doubtsOf(writers, rounds)),
  };
};
