// The running engine for tests: real PostgreSQL, Temporal and NATS, worker and relay in this process.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleWorkflowCode, DefaultLogger, Worker } from '@temporalio/worker';
import { inject } from 'vitest';
import type { Activities } from '../../activities/activities.ts';
import type { Ports } from '../../activities/ports.ts';
import { createGateway } from '../../apps/gateway/gateway.ts';
import type { Gateway } from '../../apps/gateway/gateway-contract.ts';
import type { WorkflowPlace } from '../../apps/gateway/workflow-starts.ts';
import { runRelay } from '../../apps/relay/relay.ts';
import { followObligations } from '../../apps/worker/follow-obligations.ts';
import { createWorkflowSignals } from '../../apps/worker/workflow-signals.ts';
import { kyselyOver } from '../../infra/database/connect.ts';
import { resolveBinary } from '../../infra/local/binaries.ts';
import { startNatsServer } from '../../infra/local/nats-server.ts';
import { openJetStreamBus } from '../../infra/nats/jetstream-event-bus.ts';
import { createLog } from '../../infra/telemetry/log.ts';
import { bundleWorkflows } from '../../infra/temporal/bundle-workflows.ts';
import { openWorkerConnection } from '../../infra/temporal/connection.ts';
import { createDataConverter } from '../../infra/temporal/data-converter.ts';
import { ensureSearchAttributes } from '../../infra/temporal/search-attributes.ts';
import type { TemporalSettings } from '../../infra/temporal/settings.ts';
import { workerOptions } from '../../infra/temporal/worker-options.ts';
import { type EngineFixture, openEngineFixture } from '../activities/engine-fixture.ts';

export type RunningEngine = EngineFixture & {
  readonly gateway: Gateway;
  readonly place: WorkflowPlace;
  readonly settings: TemporalSettings;
  /** From now on nobody works; answers with how to start another worker. */
  stopWorker(): Promise<() => Promise<void>>;
  /** A worker with other workflow code on the same queue; answers with how to stop it. */
  startOther(workflowsPath: string): Promise<() => Promise<void>>;
  stop(): Promise<void>;
};

const quiet = (): void => undefined;

const startNats = async (folder: string) =>
  startNatsServer({
    binary: await resolveBinary('nats-server', { log: quiet }),
    dataDir: folder,
    port: 0,
    monitorPort: 0,
  });

type Own = {
  /** Stands between the workflows and the real activities, e.g. to hold one for a while. */
  readonly between?: (real: Activities) => Activities;
  readonly lifecycleStart?: Ports['lifecycleStart'];
  readonly duePayables?: Ports['duePayables'];
};

export const startEngine = async (own: Own = {}): Promise<RunningEngine> => {
  const folder = mkdtempSync(join(tmpdir(), 'lindung-nats-'));
  const nats = await startNats(folder);
  const settings: TemporalSettings = {
    ...{ address: inject('temporalAddress'), namespace: 'default', tls: false },
    taskQueue: randomUUID(),
  };
  // The signals need the client, the client the keys, the keys the fixture: bound at first use.
  let place: WorkflowPlace | undefined;
  const fixture = await openEngineFixture({
    ...own,
    signals: {
      async workersChanged(changes) {
        if (place !== undefined) await createWorkflowSignals(place).workersChanged(changes);
      },
    },
    ...(own.lifecycleStart !== undefined && { lifecycleStart: own.lifecycleStart }),
  });
  const dataConverter = createDataConverter(fixture.ports.keys);
  const { connection, client, close } = await openWorkerConnection(settings, dataConverter);
  place = { client, taskQueue: settings.taskQueue };
  await ensureSearchAttributes(client, settings.namespace);
  const workflowBundle = await bundleWorkflows();
  const startWorker = async () => {
    const activities = own.between?.(fixture.activities) ?? fixture.activities;
    const parts = { settings, connection, dataConverter, activities, workflowBundle };
    const worker = await Worker.create(workerOptions(parts));
    return { worker, running: worker.run() };
  };
  let working = await startWorker();
  const stopping = new AbortController();
  const bus = await openJetStreamBus({ url: nats.url, name: 'test', waitForServer: true });
  const { store } = fixture.ports;
  const databaseUrl = fixture.fixture.appUrl;
  const relay = runRelay({ store, bus, databaseUrl, report: quiet }, stopping.signal);
  const db = kyselyOver(fixture.fixture.pools.app);
  const log = createLog('test', { level: 'silent' });
  const obligations = followObligations({ bus, store, db, place, log }, stopping.signal);
  const gateway = createGateway({ place, engine: fixture.engine, close: async () => undefined });
  return {
    ...{ ...fixture, gateway, place, settings },
    async stopWorker() {
      working.worker.shutdown();
      await working.running;
      return async () => {
        working = await startWorker();
      };
    },
    async startOther(workflowsPath) {
      const other = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') });
      const { activities } = fixture;
      const parts = { settings, connection, dataConverter, activities, workflowBundle: other };
      const worker = await Worker.create(workerOptions(parts));
      const running = worker.run();
      return async () => {
        worker.shutdown();
        await running;
      };
    },
    async stop() {
      working.worker.shutdown();
      await working.running;
      stopping.abort();
      await Promise.allSettled([relay, obligations]);
      await bus.close();
      await nats.stop();
      await close();
      await fixture.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
