// Bare lives: streams as long as a worker's, and workflows that only say that they carry one.
import { randomUUID } from 'node:crypto';
import { type Client, WithStartWorkflowOperation } from '@temporalio/client';
import pg from 'pg';
import { openPools } from '../../infra/database/connect.ts';
import { createPostgresEventStore } from '../../infra/event-store/postgres-event-store.ts';
import { asRequest, oneEvent } from '../one-event.ts';
import { BARE_TASK_QUEUE } from './bare-worker.ts';
import { type bareLife, byTouch } from './bare-workflow.ts';

/** As many as a worker has who was taken over. */
const EVENTS = 5;

export type BareLives = {
  readonly watch: pg.Client;
  prepare(ids: readonly string[]): Promise<void>;
  start(id: string): Promise<void>;
  /** Update-with-start, the call that the product makes. */
  touch(id: string): Promise<void>;
  close(): Promise<void>;
};

const optionsOf = (id: string) => ({
  workflowId: `bare-life/${id}`,
  taskQueue: BARE_TASK_QUEUE,
  workflowTaskTimeout: '5 seconds' as const,
});

export const openBareLives = async (client: Client, ownerUrl: string): Promise<BareLives> => {
  const watch = new pg.Client(ownerUrl);
  await watch.connect();
  const sizes = { hot: 2, app: 1, bg: 1 };
  const pools = openPools({
    ...{ url: ownerUrl, applicationName: 'bench-bare', log: () => undefined, sizes },
  });
  const store = createPostgresEventStore({ pools });
  return {
    watch,
    async prepare(ids) {
      const requests = ids.map((id) => {
        const request = asRequest(oneEvent(id));
        const [event] = request.events;
        return event === undefined
          ? request
          : { ...request, events: Array.from({ length: EVENTS }, () => event) };
      });
      const { status } = await store.appendMany(requests);
      if (status !== 'ok') throw new Error(`append: ${status}`);
    },
    async start(streamId) {
      const options = { ...optionsOf(streamId), args: [{ streamId }] as [{ streamId: string }] };
      await client.workflow.start<typeof bareLife>('bareLife', options);
    },
    async touch(streamId) {
      await client.workflow.executeUpdateWithStart(byTouch, {
        args: [{ caseId: streamId }],
        updateId: randomUUID(),
        startWorkflowOperation: new WithStartWorkflowOperation('bareLife', {
          ...optionsOf(streamId),
          args: [{ streamId }],
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      });
    },
    async close() {
      await watch.end();
      await store.close();
    },
  };
};
