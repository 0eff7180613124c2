// Benchmark `update`: a command through gateway, workflow, decision and append, beside a bare update.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from '@temporalio/client';
import { createGateway } from '../apps/gateway/gateway.ts';
import type { Gateway } from '../apps/gateway/gateway-contract.ts';
import { type WorkflowPlace, wake } from '../apps/gateway/workflow-starts.ts';
import { openEngine } from '../apps/worker/engine-ports.ts';
import type { CommandEnvelope } from '../domain/command.ts';
import { openPools } from '../infra/database/connect.ts';
import { createFileDocumentStore } from '../infra/documents/file-document-store.ts';
import { createPostgresEventStore } from '../infra/event-store/postgres-event-store.ts';
import { openLocalKeyService } from '../infra/keys/local-key-service.ts';
import { loadMasterKey } from '../infra/keys/master-key.ts';
import { openClient } from '../infra/temporal/connection.ts';
import { createDataConverter } from '../infra/temporal/data-converter.ts';
import { ensureSearchAttributes } from '../infra/temporal/search-attributes.ts';
import { DEFAULT_TASK_QUEUE, type TemporalSettings } from '../infra/temporal/settings.ts';
import { ensureReadModelTables } from '../projections/read-model-tables.ts';
import { projections } from '../projections/registry.ts';
import { waiting } from '../workflows/messages.ts';
import { approvalOf, type Claims, paperFor, prepareClaims } from './ours/claims.ts';
import type { Plan } from './plan.ts';
import { type BareUpdates, openBareUpdates } from './raw/bare-updates.ts';
import { BARE_WORKER_READY } from './raw/bare-worker.ts';
import {
  asMs,
  asRatio,
  noiseDoubt,
  ratioVerdict,
  type Section,
  type Table,
  type Verdict,
} from './report.ts';
import {
  alternate,
  type Compared,
  type Contestant,
  compare,
  median,
  quantile,
  type Rounds,
} from './rounds.ts';
import type { Services } from './services.ts';

const TARGET = 1.3;
const CASES = 20;
const SETTLE_LIMIT_MS = 60_000;

const BARE = 'bare update';
const BARE_WITH_START = 'bare update-with-start';
const OURS = 'gateway.send';

type Kind = 'local' | 'normal';

type Stage = {
  readonly gateway: Gateway;
  readonly bare: BareUpdates;
  readonly claims: Claims;
  close(): Promise<void>;
};

const quiet = (): void => undefined;

/** The client's half of the product in this process: gateway, keys, papers, store. */
const openHouse = async (databaseUrl: string, dataDir: string) => {
  const pools = openPools({ url: databaseUrl, applicationName: 'bench', log: quiet });
  const master = loadMasterKey({ dataDir });
  const keys = await openLocalKeyService({ pool: pools.app, master });
  const store = createPostgresEventStore({ pools });
  const documents = createFileDocumentStore({ folder: join(dataDir, 'documents'), keys });
  const engine = await openEngine({
    ...{ store, keys, documents, dataDir },
    signals: { workersChanged: async () => undefined },
    lifecycleStart: 'on-first-touch',
    tranches: {
      members: () => Promise.reject(new Error('no tranche here')),
      claims: () => Promise.reject(new Error('no tranche here')),
      roll: () => Promise.reject(new Error('no tranche here')),
    },
    duePayables: async () => [],
  });
  return { keys, engine, close: () => store.close() };
};

/** Every claim's workflow open, its stream read and its first steps taken. */
const openAll = async (place: WorkflowPlace, claimIds: readonly string[]): Promise<void> => {
  const until = performance.now() + SETTLE_LIMIT_MS;
  for (const id of claimIds)
    await wake(place, 'claim', { id, facts: { streamId: id, version: Number.MAX_SAFE_INTEGER } });
  for (const id of claimIds) {
    const handle = place.client.workflow.getHandle(`claim/${id}`);
    while ((await handle.query(waiting)).stage === 'UNKNOWN') {
      if (until < performance.now()) throw new Error('the workflows did not settle');
      await sleep(100);
    }
  }
};

const openBareClient = (settings: TemporalSettings): { client: Client; close(): Promise<void> } =>
  openClient(settings, {});

const setStage = async (services: Services, plan: Plan['update']): Promise<Stage> => {
  const database = await services.database('bench_update');
  await ensureReadModelTables(database.ownerUrl, projections);
  const [natsUrl, address] = [(await services.nats()).url, (await services.temporal()).address];
  const dataDir = join(services.folder, 'data');
  const house = await openHouse(database.appUrl, dataDir);
  const settings: TemporalSettings = {
    ...{ address, namespace: 'default', taskQueue: DEFAULT_TASK_QUEUE, tls: false },
  };
  const ours = openClient(settings, createDataConverter(house.keys));
  const bare = openBareClient(settings);
  await ensureSearchAttributes(ours.client, settings.namespace);
  const perRun = (plan.rounds + plan.warmUps) * plan.approvals;
  const claims = await prepareClaims(house.engine.ports, { reported: CASES, recommended: perRun });
  const env = {
    DATABASE_URL: database.appUrl,
    NATS_URL: natsUrl,
    TEMPORAL_ADDRESS: address,
    LINDUNG_DATA: dataDir,
  };
  for (const name of ['relay', 'projector', 'worker'])
    services.program(`apps/${name}/main.ts`, env);
  // A database of its own: what the bare cases append must not reach our relay and projector.
  const bareEnv = { ...env, DATABASE_URL: (await services.database('bench_bare')).appUrl };
  await services.program('bench/raw/bare-worker.ts', bareEnv).said(BARE_WORKER_READY);
  const place = { client: ours.client, taskQueue: settings.taskQueue };
  await openAll(place, [...claims.reported, ...claims.recommended]);
  return {
    gateway: createGateway({ place, engine: house.engine, close: async () => undefined }),
    bare: await openBareUpdates(bare.client, CASES),
    claims,
    async close() {
      await ours.close();
      await bare.close();
      await house.close();
    },
  };
};

type Paced = { readonly commands: number; readonly everyMs: number };

/** One command at a time at a steady pace, so that each meets an idle machine as a person's does. */
const paced = async (load: Paced, work: () => Promise<void>): Promise<readonly number[]> => {
  const took: number[] = [];
  for (let index = 0; index < load.commands; index += 1) {
    const startedAt = performance.now();
    await work();
    const ms = performance.now() - startedAt;
    took.push(ms);
    await sleep(Math.max(0, load.everyMs - ms));
  }
  return took;
};

const sendOne = async (gateway: Gateway, envelope: CommandEnvelope): Promise<void> => {
  const answer = await gateway.send(envelope);
  if (answer.status !== 'recorded') throw new Error(`refused: ${answer.code}`);
};

const oursFor = (stage: Stage, kind: Kind): (() => Promise<void>) => {
  const { gateway, claims } = stage;
  let turn = 0;
  return async () => {
    const ids = kind === 'local' ? claims.reported : claims.recommended;
    const id = ids[turn % ids.length] ?? '';
    turn += 1;
    const wish = kind === 'local' ? paperFor(id) : approvalOf(id);
    await sendOne(gateway, { ...wish, commandId: gateway.newCommandId() });
  };
};

type Measured = {
  readonly kind: Kind;
  readonly medians: Rounds;
  readonly all: Readonly<Record<string, readonly number[]>>;
};

const measureKind = async (stage: Stage, kind: Kind, plan: Plan['update']): Promise<Measured> => {
  const load =
    kind === 'local'
      ? { commands: plan.commands, everyMs: plan.everyMs }
      : { commands: plan.approvals, everyMs: plan.approveEveryMs };
  const all: Record<string, number[]> = {};
  const contestant = (name: string, work: () => Promise<void>): Contestant => {
    let round = 0;
    return {
      name,
      async measure() {
        const took = await paced(load, work);
        round += 1;
        if (plan.warmUps < round) all[name] = [...(all[name] ?? []), ...took];
        return median(took);
      },
    };
  };
  const contestants = [
    contestant(BARE, () => stage.bare.update(kind)),
    ...(kind === 'local'
      ? [contestant(BARE_WITH_START, () => stage.bare.updateWithStart(kind))]
      : []),
    contestant(OURS, oursFor(stage, kind)),
  ];
  return { kind, medians: await alternate(contestants, plan), all };
};

const NAMES: Readonly<Record<Kind, string>> = {
  local: 'local activity (a paper received)',
  normal: 'normal activity (a claim approved)',
};

const tableOf = ({ kind, medians, all }: Measured): Table => ({
  head: [`ms, ${NAMES[kind]}`, 'commands', 'p50', 'p95', 'p99', 'gateway.send ÷ this'],
  rows: Object.entries(all).map(([name, values]) => [
    name,
    String(values.length),
    ...[0.5, 0.95, 0.99].map((share) => asMs(quantile(values, share))),
    name === OURS ? '' : asRatio(compare(medians, { of: OURS, to: name }).paired),
  ]),
});

const comparedOf = ({ medians }: Measured): Compared => compare(medians, { of: OURS, to: BARE });

const verdictOf = (measured: Measured): Verdict =>
  ratioVerdict(comparedOf(measured), {
    promise: `update, ${measured.kind} activity`,
    of: 'a bare Temporal update',
    atMost: TARGET,
  });

export const update = async (services: Services, plan: Plan): Promise<Section> => {
  const stage = await setStage(services, plan.update);
  try {
    const measured = [
      await measureKind(stage, 'local', plan.update),
      await measureKind(stage, 'normal', plan.update),
    ];
    return {
      name: 'update',
      title: 'a command answered, beside a bare Temporal update with the same kind of activity',
      how: [
        'Bare: a workflow whose update handler calls one activity that does one `es.append`, with the worker limits,',
        'time-outs and retries of the product, plain payloads, nothing else. Ours: `gateway.send` with worker, relay and',
        'projector running: encrypted payloads, recorded answer looked up, authority and facts read from their',
        `streams, decided, appended. One command at a time, one every ${plan.update.everyMs} ms ` +
          `(approvals: ${plan.update.approveEveryMs} ms), on`,
        'workflows that are open already. The promise is judged against the plain update.',
      ],
      tables: measured.map(tableOf),
      verdicts: measured.map(verdictOf),
      rounds: Object.fromEntries(
        measured.map(({ kind, medians }) => [`${NAMES[kind]}, ms`, medians]),
      ),
      doubts: measured.flatMap((each) => noiseDoubt(NAMES[each.kind], comparedOf(each))),
    };
  } finally {
    await stage.close();
  }
};
