// How a tranche's workflow waits: woken by days and news, asking each time, begun anew when long.
import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Activities } from '../../activities/activities.ts';
import { bundleWorkflows } from '../../infra/temporal/bundle-workflows.ts';
import { ensureSearchAttributes } from '../../infra/temporal/search-attributes.ts';
import { factsChanged, trancheCommand } from '../../workflows/messages.ts';
import './quiet-temporal.ts';
import { trancheWish } from '../activities/regency-story.ts';
import { startTimeSkippingServer } from '../support/temporal-test-server.ts';
import { type Asked, fakeActivities, trancheLook } from './fake-activities.ts';

const DAY_MS = 86_400_000;
let server: TestWorkflowEnvironment;
let bundle: { readonly code: string };

beforeAll(async () => {
  bundle = await bundleWorkflows();
});
beforeEach(async () => {
  server = await startTimeSkippingServer();
  await ensureSearchAttributes(server.client, server.namespace ?? 'default');
});
afterEach(() => server?.teardown());

const withWorker = async (
  own: Partial<Activities>,
  story: (place: { taskQueue: string; asked: Asked[] }) => Promise<void>,
): Promise<void> => {
  const { activities, asked } = fakeActivities(own);
  const taskQueue = randomUUID();
  const { nativeConnection: connection } = server;
  const parts = { connection, taskQueue, workflowBundle: bundle, activities };
  const worker = await Worker.create(parts);
  await worker.runUntil(story({ taskQueue, asked }));
};

const start = (taskQueue: string, input: object) =>
  server.client.workflow.start('coverageTranche', {
    ...{ taskQueue, workflowId: randomUUID(), args: [input] },
  });
const times = (asked: readonly Asked[], name: string): number =>
  asked.filter(({ activity }) => activity === name).length;

test('a due day is asked for when it comes, and asked again for the next one', async () => {
  const looks: number[] = [];
  await withWorker(
    {
      async lookAtTranche() {
        looks.push(await server.currentTimeMs());
        return trancheLook({ next: { code: 'WARNING_30', waitMs: 30 * DAY_MS } });
      },
    },
    async ({ taskQueue }) => {
      const handle = await start(taskQueue, { trancheId: 't-1' });
      await server.sleep('95 days');
      await handle.terminate();
    },
  );
  expect(looks.length).toBe(4);
  expect((looks[3] ?? 0) - (looks[0] ?? 0)).toBeGreaterThanOrEqual(90 * DAY_MS);
});

test('claims are looked at again only when payments moved, also in a new history', async () => {
  let payments = '7';
  await withWorker(
    {
      lookAtTranche: async () => trancheLook({ payments, next: { code: 'GATE', waitMs: DAY_MS } }),
    },
    async ({ taskQueue, asked }) => {
      const handle = await start(taskQueue, { trancheId: 't-2', historyEventsMax: 20 });
      const { runId } = await handle.describe();
      await server.sleep('30 days');
      expect((await handle.describe()).runId).not.toBe(runId);
      expect(times(asked, 'recheckCover')).toBe(1);
      payments = '7,12';
      await handle.signal(factsChanged, { streamId: 'bill', version: 2 });
      await server.sleep('2 days');
      expect(times(asked, 'recheckCover')).toBe(2);
      await handle.terminate();
    },
  );
});

test('facts that come in a crowd cause few looks, and the last of them is seen', async () => {
  const looks: number[] = [];
  let toldAt = 0;
  await withWorker(
    {
      async lookAtTranche() {
        looks.push(await server.currentTimeMs());
        return trancheLook({ payments: '7', next: { code: 'GATE', waitMs: DAY_MS } });
      },
    },
    async ({ taskQueue, asked }) => {
      const handle = await start(taskQueue, { trancheId: 't-6' });
      const startedAt = await server.currentTimeMs();
      const tell = () => handle.signal(factsChanged, { streamId: 'bill', version: 2 });
      for (let bill = 0; bill < 60; bill += 1) await tell();
      toldAt = await server.currentTimeMs();
      await server.sleep('10 seconds');
      // A few at once, then one every two seconds, however long the crowd takes.
      expect(looks.length).toBeLessThanOrEqual(6 + (toldAt - startedAt) / 2_000);
      expect(looks.at(-1)).toBeGreaterThanOrEqual(toldAt);
      expect(times(asked, 'recheckCover')).toBe(1);
      // Alone again: nobody waits for a crowd.
      const before = looks.length;
      await tell();
      await server.sleep('1 second');
      expect(looks.length).toBe(before + 1);
      await handle.terminate();
    },
  );
});

test('a tranche that nobody opened is left at once', async () => {
  await withWorker(
    { lookAtTranche: async () => trancheLook({ exists: false }) },
    async ({ taskQueue, asked }) => {
      await (await start(taskQueue, { trancheId: 't-3' })).result();
      expect(times(asked, 'leaveStream')).toBe(1);
    },
  );
});

test('a command of another tranche, or of the engine’s own hand, is refused by its form', async () => {
  await withWorker({}, async ({ taskQueue, asked }) => {
    const handle = await start(taskQueue, { trancheId: 't-4' });
    const update = (trancheId: string, type: 'BudgetMonths' | 'AssessLapse') =>
      handle.executeUpdate(trancheCommand, {
        args: [
          trancheWish({ trancheId, programmeId: 'p' }, { type, data: {} } as never),
          randomUUID(),
        ],
      });
    await expect(update('t-5', 'BudgetMonths')).rejects.toThrow();
    await expect(update('t-4', 'AssessLapse')).rejects.toThrow();
    expect(times(asked, 'recordDecision')).toBe(0);
    await update('t-4', 'BudgetMonths');
    expect(times(asked, 'recordDecision')).toBe(1);
    await handle.terminate();
  });
});
