// What came in at the same moment is lived through again in the same order, by another worker.
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Activities } from '../../activities/activities.ts';
import type { CommandEnvelope } from '../../domain/command.ts';
import { bundleWorkflows } from '../../infra/temporal/bundle-workflows.ts';
import { ensureSearchAttributes } from '../../infra/temporal/search-attributes.ts';
import { claimCommand, factsChanged, waiting } from '../../workflows/messages.ts';
import './quiet-temporal.ts';
import { startTimeSkippingServer } from '../support/temporal-test-server.ts';
import { claimFacts, fakeActivities, recorded } from './fake-activities.ts';

let server: TestWorkflowEnvironment;
let bundle: { readonly code: string };

beforeAll(async () => {
  bundle = await bundleWorkflows();
  server = await startTimeSkippingServer();
  await ensureSearchAttributes(server.client, server.namespace ?? 'default');
});
afterAll(() => server?.teardown());

const workerFor = (taskQueue: string, own: Partial<Activities>): Promise<Worker> =>
  Worker.create({
    connection: server.nativeConnection,
    // No workflow stays in memory: none of its tasks waits for the worker that is gone.
    maxCachedWorkflows: 0,
    ...{ taskQueue, workflowBundle: bundle, activities: fakeActivities(own).activities },
  });

const check = (claimId: string): CommandEnvelope => ({
  ...{ commandId: randomUUID(), category: 'claim', streamId: claimId },
  command: { type: 'CheckClaim', data: { cover: null } },
  ...{ actorId: 'ani', correlationId: randomUUID() },
});

test('news and a command in one workflow task replay as they were lived through', async () => {
  const [taskQueue, claimId] = [randomUUID(), randomUUID()];
  let version = 1;
  const own: Partial<Activities> = {
    async hydrateClaim() {
      await sleep(40); // ends after the decision, where the two run side by side
      const stages = ['REPORTED', 'DOCUMENTS_COMPLETE', 'CHECKED'] as const;
      return claimFacts({ version, stage: stages[version - 1] ?? 'CHECKED' });
    },
    async decideClaim({ streamId }) {
      version += 1;
      return { answer: recorded(streamId, version, 'CHECKED'), facts: null };
    },
  };
  const handle = await server.client.workflow.start('claim', {
    ...{ taskQueue, workflowId: `claim/${claimId}`, args: [{ claimId }] },
  });
  const first = await workerFor(taskQueue, own);
  await first.runUntil(async () => {
    while ((await handle.query(waiting)).stage === 'UNKNOWN') await sleep(50);
  });

  // Nobody is at work: the news and the command wait for the same workflow task.
  version += 1;
  await handle.signal(factsChanged, { streamId: claimId, version });
  const wish = check(claimId);
  const answered = handle.executeUpdate(claimCommand, {
    args: [wish, 'a'],
    updateId: wish.commandId,
  });
  await sleep(500);
  const second = await workerFor(taskQueue, own);
  await second.runUntil(async () => {
    expect((await answered).answer.status).toBe('recorded');
    while ((await handle.query(waiting)).stage !== 'CHECKED') await sleep(50);
  });

  const history = await handle.fetchHistory();
  await handle.terminate();
  await Worker.runReplayHistory({ workflowBundle: bundle }, history, `claim/${claimId}`);
});
