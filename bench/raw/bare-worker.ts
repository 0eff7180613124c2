// A program: the worker of the bare workflow, with the product's limits and its store, nothing else.
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { openPools } from '../../infra/database/connect.ts';
import { createPostgresEventStore } from '../../infra/event-store/postgres-event-store.ts';
import { openWorkerConnection } from '../../infra/temporal/connection.ts';
import type { TemporalSettings } from '../../infra/temporal/settings.ts';
import { workerOptions } from '../../infra/temporal/worker-options.ts';
import { asRequest, oneEvent } from '../one-event.ts';

/** What a caller hands in: as little as names the paper. */
export type Paper = { readonly caseId: string };

export type Life = { readonly streamId: string };

export type BareActivities = {
  appendPaper(paper: Paper): Promise<string>;
  /** Says that a workflow carries the stream, and reads it. */
  carry(life: Life): Promise<number>;
};

export const BARE_TASK_QUEUE = 'bench-bare';
export const BARE_WORKER_READY = 'bare worker ready';

const main = async (): Promise<void> => {
  const { DATABASE_URL, TEMPORAL_ADDRESS } = process.env;
  const logger = new DefaultLogger('ERROR');
  Runtime.install({ logger, shutdownSignals: [] });
  const pools = openPools({
    url: DATABASE_URL ?? '',
    applicationName: 'bench-bare',
    log: () => undefined,
    sizes: { hot: 4, app: 1, bg: 1 },
  });
  const store = createPostgresEventStore({ pools });
  const activities: BareActivities = {
    async appendPaper({ caseId }) {
      const result = await store.append(asRequest(oneEvent(caseId), 'any'));
      if (result.status !== 'ok') throw new Error(`append: ${result.status}`);
      return result.position;
    },
    async carry({ streamId }) {
      await store.setWorkflowFlag(streamId, true);
      return (await store.loadStream(streamId)).length;
    },
  };
  const settings: TemporalSettings = {
    address: TEMPORAL_ADDRESS ?? '',
    namespace: 'default',
    taskQueue: BARE_TASK_QUEUE,
    tls: false,
  };
  const { connection, close } = await openWorkerConnection(settings, {});
  const workflowBundle = await bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('./bare-workflow.ts', import.meta.url)),
    logger,
  });
  const worker = await Worker.create(
    workerOptions({ settings, connection, dataConverter: {}, workflowBundle, activities }),
  );
  process.once('SIGTERM', () => worker.shutdown());
  process.stdout.write(`${BARE_WORKER_READY}\n`);
  await worker.run();
  await close();
  await store.close();
};

if (import.meta.main) await main();
