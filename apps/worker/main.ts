// The program `worker`: Temporal worker and obligations consumer in one process, until SIGTERM.
import { heartbeat } from '@temporalio/activity';
import { Worker } from '@temporalio/worker';
import { createActivities } from '../../activities/create-activities.ts';
import type { Ports } from '../../activities/ports.ts';
import { officeDay } from '../../domain/calendar.ts';
import { systemClock } from '../../infra/clock.ts';
import { readSettings, type Settings } from '../../infra/config/settings.ts';
import { kyselyOver, openPools } from '../../infra/database/connect.ts';
import { databaseIdentity } from '../../infra/database/identity.ts';
import { restorePending } from '../../infra/database/store-failure.ts';
import { openDocumentStore } from '../../infra/documents/open-document-store.ts';
import { createPostgresEventStore } from '../../infra/event-store/postgres-event-store.ts';
import { failure } from '../../infra/failure.ts';
import { openLocalKeyService } from '../../infra/keys/local-key-service.ts';
import { loadMasterKey } from '../../infra/keys/master-key.ts';
import { writeCompiled } from '../../infra/local/compile-cache.ts';
import { openProgramHealth } from '../../infra/local/program-health.ts';
import { openJetStreamBus } from '../../infra/nats/jetstream-event-bus.ts';
import { createLog, errorFacts, type Log } from '../../infra/telemetry/log.ts';
import { bundleWorkflows } from '../../infra/temporal/bundle-workflows.ts';
import { openWorkerConnection } from '../../infra/temporal/connection.ts';
import { createDataConverter } from '../../infra/temporal/data-converter.ts';
import { installTemporalRuntime } from '../../infra/temporal/logger.ts';
import { putNightly } from '../../infra/temporal/nightly-schedule.ts';
import { ensureSearchAttributes } from '../../infra/temporal/search-attributes.ts';
import { ownTaskQueue, temporalSettings } from '../../infra/temporal/settings.ts';
import { watchedActivities, watchedTasks } from '../../infra/temporal/watch-failures.ts';
import { workerOptions } from '../../infra/temporal/worker-options.ts';
import type { ReadModels } from '../../projections/keyed-table.ts';
import { duePayables, listPayables } from '../../projections/payout-ledger.ts';
import { claimsOfTranche, trancheMembers } from '../../projections/tranche-board.ts';
import { trancheRoll } from '../../projections/tranche-roll.ts';
import { watchLog } from '../relay/set-back.ts';
import { auditHouse } from '../self-audit/self-audit.ts';
import { openEngine } from './engine-ports.ts';
import { followObligations } from './follow-obligations.ts';
import { createWorkflowSignals } from './workflow-signals.ts';

const missing = (name: string): Error =>
  failure({
    code: 'Config.Missing',
    retryable: false,
    sentence: {
      id: `Variabel ${name} belum diatur; worker tidak tahu ke mana harus menyambung.`,
      en: `The variable ${name} is not set; the worker does not know where to connect.`,
    },
  });

const addresses = ({ databaseUrl, natsUrl, temporalAddress }: Settings) => {
  if (databaseUrl === undefined) throw missing('DATABASE_URL');
  if (natsUrl === undefined) throw missing('NATS_URL');
  if (temporalAddress === undefined) throw missing('TEMPORAL_ADDRESS');
  return { databaseUrl, natsUrl, temporalAddress };
};

/** Every payable is asked again on its own stream, so a day far away only means "all of them". */
const FAR_DAY = '9999-12-31';

/**
 * Where nothing is due because the purse is only tracked, what is tracked is named: the run is then
 * refused for that reason and not as an empty one.
 */
const payablesFor = async (
  db: ReadModels,
  of: Parameters<Ports['duePayables']>[0],
): Promise<readonly string[]> => {
  const due = await duePayables(db, { ...of, dueBy: FAR_DAY });
  const tracked = { ...of, stages: ['TRACKED'], limit: 1 } as const;
  const rows = due.length > 0 ? due : (await listPayables(db, tracked)).rows;
  return rows.map(({ payableId }) => payableId);
};

const openStores = async (settings: Settings, databaseUrl: string, log: Log) => {
  const pools = openPools({
    url: databaseUrl,
    applicationName: 'lindung-worker',
    log: ({ en }) => log.warn(en),
    identity: settings.databaseIdentity,
    sizes: { hot: 12, app: 4, bg: 1 },
  });
  const master = loadMasterKey({ dataDir: settings.dataDir, given: settings.keys });
  const keys = await openLocalKeyService({ pool: pools.app, master });
  const store = createPostgresEventStore({ pools });
  const documents = openDocumentStore({ dataDir: settings.dataDir, s3: settings.s3, keys });
  return { pools, keys, store, documents };
};

const stopOnSignal = (): AbortController => {
  const stop = new AbortController();
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop.abort());
  return stop;
};

const main = async (): Promise<void> => {
  const log = createLog('worker');
  const settings = readSettings();
  const { databaseUrl, natsUrl, temporalAddress } = addresses(settings);
  const stop = stopOnSignal();
  const health = openProgramHealth(settings.dataDir, 'worker');
  installTemporalRuntime(log, watchedTasks(health));
  const { pools, keys, store, documents } = await openStores(settings, databaseUrl, log);
  // The supervisor names the queue; started by hand, it follows from the log.
  const taskQueue = settings.supervised
    ? undefined
    : ownTaskQueue(await databaseIdentity(pools.app));
  const temporal = temporalSettings({ ...settings, taskQueue }, temporalAddress);
  const dataConverter = createDataConverter(keys);
  const { connection, client, close } = await openWorkerConnection(temporal, dataConverter);
  await ensureSearchAttributes(client, temporal.namespace);
  const place = { client, taskQueue: temporal.taskQueue };
  const db = kyselyOver(pools.app);
  const { ports } = await openEngine({
    ...{ store, keys, documents, heartbeat },
    dataDir: settings.dataDir,
    signals: createWorkflowSignals(place),
    lifecycleStart: settings.lifecycleStart,
    duePayables: (of) => payablesFor(db, of),
    async examineHouse() {
      const house = { db, store, documents, place, now: systemClock, heard: () => heartbeat() };
      return (await auditHouse(house)).divergences;
    },
    tranches: {
      members: (trancheId) => trancheMembers(db, trancheId, officeDay(systemClock())),
      claims: (trancheId) => claimsOfTranche(db, trancheId),
      roll: (trancheId) => trancheRoll(db, trancheId),
    },
  });
  const worker = await Worker.create(
    workerOptions({
      ...{ settings: temporal, connection, dataConverter },
      workflowBundle: await bundleWorkflows(),
      activities: createActivities(ports),
      activityInterceptors: [watchedActivities(health)],
    }),
  );
  await putNightly(client, {
    ...{ id: `self-audit/${temporal.taskQueue}`, workflowType: 'selfAudit' },
    ...{ taskQueue: temporal.taskQueue, hour: 1, minute: 30 },
  });
  const bus = await openJetStreamBus({ url: natsUrl, name: 'lindung-worker', waitForServer: true });
  const state = await watchLog({ database: pools.app, dataDir: settings.dataDir, bus });
  if (state !== 'as known') log.error(errorFacts(restorePending(true)), 'nothing is recorded');
  const parts = { bus, store, db, place, log, health };
  const following = followObligations(parts, stop.signal);
  log.info({ taskQueue: temporal.taskQueue }, 'ready');
  writeCompiled();
  // A stop may have been asked for while all this was being opened; a worker only stops once it runs.
  const running = worker.run();
  if (stop.signal.aborted) worker.shutdown();
  else stop.signal.addEventListener('abort', () => worker.shutdown());
  try {
    await running;
  } finally {
    stop.abort();
    await following;
    await bus.close();
    await close();
    await store.close();
  }
  log.info('stopped');
};

main().catch((error: unknown) => {
  createLog('worker').fatal(errorFacts(error), 'the worker ended');
  process.exit(1);
});
