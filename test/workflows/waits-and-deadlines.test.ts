// Waits of days and months, on a server that skips time: nothing here sleeps for real.
import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation, WorkflowUpdateFailedError } from '@temporalio/client';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Activities } from '../../activities/activities.ts';
import type { BatchControl, BatchPlace } from '../../domain/batch.ts';
import type { CommandEnvelope } from '../../domain/command.ts';
import { bundleWorkflows } from '../../infra/temporal/bundle-workflows.ts';
import { ensureSearchAttributes } from '../../infra/temporal/search-attributes.ts';
import {
  claimCommand,
  factsChanged,
  progress,
  runCommand,
  waiting,
  workerCommand,
} from '../../workflows/messages.ts';
import './quiet-temporal.ts';
import { startTimeSkippingServer } from '../support/temporal-test-server.ts';
import {
  type Asked,
  claimFacts,
  fakeActivities,
  recorded,
  runFacts,
  workerFacts,
} from './fake-activities.ts';

let server: TestWorkflowEnvironment;
let bundle: { readonly code: string };

beforeAll(async () => {
  bundle = await bundleWorkflows();
});
// One server for each test: what one leaves behind may keep the clock of the next from skipping.
beforeEach(async () => {
  server = await startTimeSkippingServer();
  await ensureSearchAttributes(server.client, server.namespace ?? 'default');
});
afterEach(() => server?.teardown());

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Runs the workflows over these activities while `story` is told. */
const withWorker = async (
  own: Partial<Activities>,
  story: (place: { taskQueue: string; asked: Asked[] }) => Promise<void>,
): Promise<void> => {
  const { activities, asked } = fakeActivities(own);
  const taskQueue = randomUUID();
  const worker = await Worker.create({
    connection: server.nativeConnection,
    taskQueue,
    workflowBundle: bundle,
    activities,
  });
  await worker.runUntil(story({ taskQueue, asked }));
};

const names = (asked: readonly Asked[]): readonly string[] => asked.map(({ activity }) => activity);
const times = (asked: readonly Asked[], activity: string): number =>
  names(asked).filter((name) => name === activity).length;

const start = (taskQueue: string, type: string, input: object) =>
  server.client.workflow.start(type, { taskQueue, workflowId: randomUUID(), args: [input] });

const claimWish = (
  streamId: string,
  command: Extract<CommandEnvelope, { category: 'claim' }>['command'],
): CommandEnvelope => ({
  ...{ commandId: randomUUID(), category: 'claim', streamId, command },
  ...{ actorId: 'ani', correlationId: randomUUID() },
});

const withdraw = { type: 'WithdrawClaim', data: { reason: 'salah lapor' } } as const;

test('a due day of the law is asked for when it comes, 400 days later, and not before', async () => {
  const look = { at: 0, passedAt: 0 };
  const dueMs = 400 * DAY_MS;
  await withWorker(
    {
      async hydrateClaim() {
        const now = await server.currentTimeMs();
        if (look.at === 0) look.at = now;
        if (look.passedAt > 0) return claimFacts({ ended: true, stage: 'SETTLED' });
        return claimFacts({ deadline: { code: 'PAY', waitMs: look.at + dueMs - now } });
      },
      async passDeadline() {
        look.passedAt = await server.currentTimeMs();
      },
    },
    async ({ taskQueue }) => {
      const handle = await start(taskQueue, 'claim', { claimId: 'c-1' });
      await handle.result();
    },
  );
  expect(look.passedAt - look.at).toBeGreaterThanOrEqual(dueMs);
  expect(look.passedAt - look.at).toBeLessThan(dueMs + HOUR_MS);
});

test('news that leaves the due day where it is makes no timer anew; another due day does', async () => {
  let looks = 0;
  let dueAt = 0;
  let passedAt = 0;
  await withWorker(
    {
      async hydrateClaim() {
        looks += 1;
        const now = await server.currentTimeMs();
        if (looks === 1) dueAt = now + 20 * DAY_MS;
        if (looks === 3) dueAt = now + 10 * DAY_MS;
        const deadline = { code: 'PAY', waitMs: dueAt - now };
        return claimFacts({ version: looks, ...(looks > 3 ? { ended: true } : { deadline }) });
      },
      // Not after its result: once it has ended, the server's time runs on by itself.
      async passDeadline() {
        passedAt = await server.currentTimeMs();
      },
    },
    async ({ taskQueue }) => {
      const startedAt = await server.currentTimeMs();
      const handle = await start(taskQueue, 'claim', { claimId: 'c-1' });
      for (const version of [2, 3]) {
        while (looks < version - 1) await server.sleep(100);
        await handle.signal(factsChanged, { streamId: 'c-1', version });
      }
      await handle.result();
      expect(passedAt - startedAt).toBeLessThan(11 * DAY_MS);
      expect(passedAt).toBeGreaterThanOrEqual(dueAt);
      const { events } = await handle.fetchHistory();
      const count = (kind: 'timerStarted' | 'timerCanceled'): number =>
        events?.filter((event) => event[`${kind}EventAttributes`] != null).length ?? 0;
      expect([count('timerStarted'), count('timerCanceled')]).toEqual([2, 1]);
    },
  );
});

test('news of a version that the claim knows already wakes nothing', async () => {
  await withWorker(
    { hydrateClaim: async () => claimFacts({ version: 7 }) },
    async ({ taskQueue, asked }) => {
      const handle = await start(taskQueue, 'claim', { claimId: 'c-1' });
      while ((await handle.query(waiting)).stage === 'UNKNOWN') await server.sleep(100);
      const before = times(asked, 'hydrateClaim');
      await handle.signal(factsChanged, { streamId: 'c-1', version: 7 });
      await server.sleep('1 hour');
      expect(times(asked, 'hydrateClaim')).toBe(before);
      await handle.signal(factsChanged, { streamId: 'c-1', version: 8 });
      await server.sleep('1 hour');
      expect(times(asked, 'hydrateClaim')).toBeGreaterThan(before);
      // After a restore the stream may be shorter than what was known: everything is read anew.
      const known = times(asked, 'hydrateClaim');
      await handle.signal(factsChanged, { streamId: 'c-1', version: null });
      await server.sleep('1 hour');
      expect(times(asked, 'hydrateClaim')).toBeGreaterThan(known);
      await handle.terminate();
    },
  );
});

test('payables follow from an approval and settlement from them, each step once', async () => {
  const done: string[] = [];
  const follows = () => {
    if (!done.includes('payables')) return ['CREATE_PAYABLES'] as const;
    if (!done.includes('settled')) return ['SETTLE'] as const;
    return done.includes('outcome') ? ([] as const) : (['NOTE_OUTCOME'] as const);
  };
  await withWorker(
    {
      hydrateClaim: async () =>
        claimFacts({ version: done.length + 1, follows: follows(), ended: done.length === 3 }),
      createPayables: async () => void done.push('payables'),
      settleClaim: async () => void done.push('settled'),
      noteOutcome: async () => void done.push('outcome'),
    },
    async ({ taskQueue, asked }) => {
      await (await start(taskQueue, 'claim', { claimId: 'c-1' })).result();
      expect(asked.at(-1)?.activity).toBe('leaveStream');
    },
  );
  expect(done).toEqual(['payables', 'settled', 'outcome']);
});

test('a command is decided once and answered with stage and position; a stranger is turned away', async () => {
  let ended = false;
  await withWorker(
    {
      hydrateClaim: async () => claimFacts({ ended, version: ended ? 3 : 1 }),
      async recordDecision(envelope) {
        ended = true;
        return recorded(envelope.streamId, 3, 'WITHDRAWN');
      },
    },
    async ({ taskQueue, asked }) => {
      const handle = await start(taskQueue, 'claim', { claimId: 'c-1' });
      const stranger = claimWish('another', withdraw);
      await expect(
        handle.executeUpdate(claimCommand, { args: [stranger, 'a'], updateId: stranger.commandId }),
      ).rejects.toBeInstanceOf(WorkflowUpdateFailedError);
      const wish = claimWish('c-1', withdraw);
      const reply = await handle.executeUpdate(claimCommand, {
        args: [wish, 'a-1'],
        updateId: wish.commandId,
      });
      expect(reply).toEqual({ answer: recorded('c-1', 3, 'WITHDRAWN'), attempt: 'a-1' });
      await handle.result();
      expect(times(asked, 'decideClaim')).toBe(1);
    },
  );
});

test('facts that came with an answer are followed without another look', async () => {
  await withWorker(
    {
      hydrateClaim: async () => claimFacts({ version: 1 }),
      decideClaim: async (envelope) => ({
        answer: recorded(envelope.streamId, 2, 'WITHDRAWN'),
        facts: claimFacts({ version: 2, stage: 'WITHDRAWN', ended: true }),
      }),
    },
    async ({ taskQueue, asked }) => {
      const handle = await start(taskQueue, 'claim', { claimId: 'c-1' });
      const wish = claimWish('c-1', withdraw);
      await handle.executeUpdate(claimCommand, {
        args: [wish, 'a-1'],
        updateId: wish.commandId,
      });
      await handle.result();
      expect(times(asked, 'hydrateClaim')).toBe(1);
      expect(asked.at(-1)?.activity).toBe('leaveStream');
    },
  );
});

test('facts of an answer that are no newer than what is known are not believed: the claim is read', async () => {
  let looks = 0;
  await withWorker(
    {
      // A restored log is shorter than what the workflow knew before.
      hydrateClaim: async () => claimFacts(++looks === 1 ? { version: 9 } : { ended: true }),
      decideClaim: async (envelope) => ({
        answer: recorded(envelope.streamId, 4, 'REPORTED'),
        facts: claimFacts({ version: 4 }),
      }),
    },
    async ({ taskQueue }) => {
      const handle = await start(taskQueue, 'claim', { claimId: 'c-1' });
      const wish = claimWish('c-1', withdraw);
      await handle.executeUpdate(claimCommand, {
        args: [wish, 'a-1'],
        updateId: wish.commandId,
      });
      await handle.result();
      expect(looks).toBe(2);
    },
  );
});

test('a command to a claim that nobody reported is refused, and leaves no workflow behind', async () => {
  await withWorker(
    {
      hydrateClaim: async () => claimFacts({ exists: false, version: 0, stage: 'UNKNOWN' }),
      recordDecision: async () => ({ status: 'refused', code: 'ClaimUnknown', facts: {} }),
    },
    async ({ taskQueue, asked }) => {
      const wish = claimWish('c-9', withdraw);
      const startWorkflowOperation = new WithStartWorkflowOperation('claim', {
        ...{ taskQueue, workflowId: randomUUID(), args: [{ claimId: 'c-9' }] },
        workflowIdConflictPolicy: 'USE_EXISTING',
      });
      const reply = await server.client.workflow.executeUpdateWithStart(claimCommand, {
        ...{ updateId: wish.commandId, args: [wish, 'a'], startWorkflowOperation },
      });
      expect(reply.answer).toMatchObject({ status: 'refused', code: 'ClaimUnknown' });
      await (await startWorkflowOperation.workflowHandle()).result();
      expect(asked.at(-1)).toEqual({ activity: 'leaveStream', args: ['c-9'] });
    },
  );
});

test('a lifecycle waits months for the report, opens the claim, and ends with its outcome', async () => {
  let facts = workerFacts({ card: 'ISSUED' });
  let claimEnded = false;
  await withWorker(
    {
      hydrateWorker: async () => facts,
      async recordDecision(envelope) {
        if (envelope.category === 'worker') facts = { ...facts, version: 6, card: 'HANDED_OVER' };
        return recorded(envelope.streamId, 6, 'x');
      },
      async noteDeath(claimId) {
        facts = { ...facts, version: 7, claimId, claimStage: 'REPORTED' };
      },
      hydrateClaim: async () => claimFacts({ ended: claimEnded, version: claimEnded ? 2 : 1 }),
    },
    async ({ taskQueue }) => {
      const workerId = randomUUID();
      const claimId = randomUUID();
      const handle = await server.client.workflow.start('workerLifecycle', {
        ...{ taskQueue, workflowId: `worker/${workerId}`, args: [{ workerId }] },
      });
      const card: CommandEnvelope = {
        ...{ commandId: randomUUID(), category: 'worker', streamId: workerId },
        command: {
          type: 'HandOverCard',
          data: { workerId, cardId: 'k', method: 'SCAN', receivedBy: 'WORKER', place: '64' },
        },
        ...{ actorId: 'ani', correlationId: randomUUID() },
      };
      await handle.executeUpdate(workerCommand, { args: [card, 'a'], updateId: card.commandId });
      await server.sleep('200 days');
      expect((await handle.query(waiting)).waitingFor).toBe('REPORT');
      const report = claimWish(claimId, {
        type: 'ReportDeath',
        data: { workerId } as never,
      });
      await handle.executeUpdate(workerCommand, {
        args: [report, 'a'],
        updateId: report.commandId,
      });
      await server.sleep('10 days');
      expect((await handle.query(waiting)).waitingFor).toBe('DECISION');
      const claim = server.client.workflow.getHandle(`claim/${claimId}`);
      expect((await claim.query(waiting)).waitingFor).toBe('DOCUMENTS');
      facts = { ...facts, version: 8, ended: true };
      claimEnded = true;
      await claim.signal(factsChanged, { streamId: claimId, version: 2 });
      await handle.signal(factsChanged, { streamId: workerId, version: 8 });
      // One after the other: the server counts who waits, and skips time once for each.
      await claim.result();
      await handle.result();
    },
  );
});

test('a lifecycle begins a new history at its budget and forgets nothing', async () => {
  let version = 5;
  await withWorker(
    { hydrateWorker: async () => workerFacts({ version, ended: version > 40 }) },
    async ({ taskQueue }) => {
      const workerId = randomUUID();
      const handle = await server.client.workflow.start('workerLifecycle', {
        ...{ taskQueue, workflowId: `worker/${workerId}` },
        args: [{ workerId, historyEventsMax: 40 }],
      });
      const first = (await handle.describe()).runId;
      for (version = 6; version <= 41; version += 1) {
        await handle.signal(factsChanged, { streamId: workerId, version });
        await server.sleep(100);
      }
      version = 41;
      await handle.result();
      const last = await handle.describe();
      expect(last.runId).not.toBe(first);
      expect(last.historyLength).toBeLessThan(60);
    },
  );
});

const release = (runId: string): CommandEnvelope => ({
  ...{ commandId: randomUUID(), category: 'payout_run', streamId: runId },
  command: { type: 'ReleaseRun', data: { sumIdr: '1' as never } },
  ...{ actorId: 'budi', correlationId: randomUUID() },
});

test('a run waits for the second person, sends once, and calls a lost answer unknown', async () => {
  let facts = runFacts();
  let unknown = false;
  const limit = { at: 0 };
  await withWorker(
    {
      hydrateRun: async () => facts,
      async recordDecision(envelope) {
        facts = runFacts({ version: 2, released: true, stage: 'RELEASED' });
        return recorded(envelope.streamId, 2, 'RELEASED');
      },
      async followRun() {
        const now = await server.currentTimeMs();
        if (limit.at === 0) limit.at = now + 5 * DAY_MS;
        return {
          open: unknown ? 0 : 1,
          overdue: now >= limit.at,
          waitMs: Math.max(1_000, limit.at - now),
        };
      },
      async recordUnknown() {
        unknown = true;
      },
      async reconcileRun() {
        facts = runFacts({ version: 5, released: true, stage: 'RECONCILED', ended: true });
      },
    },
    async ({ taskQueue, asked }) => {
      const handle = await start(taskQueue, 'payoutRun', { runId: 'r-1' });
      await server.sleep('30 days');
      expect((await handle.query(waiting)).waitingFor).toBe('RELEASE');
      expect(names(asked)).not.toContain('dropFile');
      const wish = release('r-1');
      await handle.executeUpdate(runCommand, { args: [wish, 'a'], updateId: wish.commandId });
      await handle.result();
      expect(times(asked, 'dropFile')).toBe(1);
      const order = ['intendPayments', 'prepareFile', 'dropFile', 'recordSent', 'recordUnknown'];
      expect(names(asked).filter((name) => [...order, 'reconcileRun'].includes(name))).toEqual([
        ...order,
        'reconcileRun',
      ]);
    },
  );
});

test('a step that no retry can mend waits for a person instead of killing the run', async () => {
  let mended = false;
  let ended = false;
  await withWorker(
    {
      hydrateRun: async () => runFacts({ released: true, ended }),
      async reconcileRun() {
        ended = true;
      },
      async prepareFile() {
        const { ApplicationFailure } = await import('@temporalio/common');
        if (!mended)
          throw ApplicationFailure.create({ type: 'Pii.KeyShredded', nonRetryable: true });
      },
    },
    async ({ taskQueue, asked }) => {
      const handle = await start(taskQueue, 'payoutRun', { runId: 'r-2' });
      await server.sleep('10 minutes');
      expect((await handle.query(waiting)).waitingFor).toBe('STUCK:Pii.KeyShredded');
      expect(names(asked)).not.toContain('dropFile');
      mended = true;
      await handle.result();
      expect(times(asked, 'dropFile')).toBe(1);
    },
  );
});

test('news that comes while a step fails is not forgotten with the failure', async () => {
  const settling = { tries: 0, failedAt: 0, settledAt: 0 };
  await withWorker(
    {
      hydrateClaim: async () =>
        settling.settledAt > 0
          ? claimFacts({ stage: 'SETTLED', ended: true })
          : claimFacts({ stage: 'APPROVED', follows: ['SETTLE'] }),
      async settleClaim() {
        settling.tries += 1;
        if (settling.tries > 1) {
          settling.settledAt = await server.currentTimeMs();
          return;
        }
        const { Context } = await import('@temporalio/activity');
        const { ApplicationFailure } = await import('@temporalio/common');
        const { workflowId = '' } = Context.current().info.workflowExecution ?? {};
        // The bank's word on the payable, while this try is still under way.
        const news = { streamId: 'p-1', version: 5 };
        await server.client.workflow.getHandle(workflowId).signal(factsChanged, news);
        settling.failedAt = await server.currentTimeMs();
        throw ApplicationFailure.create({ type: 'Store.Refused', nonRetryable: true });
      },
    },
    async ({ taskQueue }) => {
      const handle = await start(taskQueue, 'claim', { claimId: 'c-1' });
      await handle.result();
    },
  );
  expect(settling.tries).toBe(2);
  // Before the first pause is over: the news, not the clock, has woken it.
  expect(settling.settledAt - settling.failedAt).toBeLessThan(29_000);
});

test('what looked like no retry could mend it is tried again soon, then ever more rarely', async () => {
  const tries: number[] = [];
  await withWorker(
    {
      hydrateClaim: async () =>
        tries.length === 5
          ? claimFacts({ stage: 'SETTLED', ended: true })
          : claimFacts({ stage: 'APPROVED', follows: ['SETTLE'] }),
      async settleClaim() {
        tries.push(await server.currentTimeMs());
        if (tries.length === 5) return;
        const { ApplicationFailure } = await import('@temporalio/common');
        throw ApplicationFailure.create({ type: 'Store.Refused', nonRetryable: true });
      },
    },
    async ({ taskQueue }) => {
      const handle = await start(taskQueue, 'claim', { claimId: 'c-1' });
      await handle.result();
    },
  );
  const pauses = tries.slice(1).map((at, index) => at - (tries[index] ?? 0));
  for (const [index, ms] of [30_000, 300_000, HOUR_MS, HOUR_MS].entries()) {
    expect(pauses[index]).toBeGreaterThanOrEqual(ms);
    expect(pauses[index]).toBeLessThan(ms * 2);
  }
});

test('an answer that comes in while a run closes is reconciled, not lost', async () => {
  let facts = runFacts({ version: 2, released: true });
  let answered = false;
  await withWorker(
    {
      hydrateRun: async () => facts,
      async reconcileRun() {
        const [version, ended] = [facts.version + 1, true];
        facts = runFacts({ version, released: true, stage: 'RECONCILED', ended });
      },
      async leaveStream(streamId) {
        if (answered) return;
        answered = true;
        facts = runFacts({ version: 4, released: true, stage: 'RECONCILED', ended: false });
        const { Context } = await import('@temporalio/activity');
        const { workflowId = '' } = Context.current().info.workflowExecution ?? {};
        const handle = server.client.workflow.getHandle(workflowId);
        await handle.signal(factsChanged, { streamId, version: 4 });
      },
    },
    async ({ taskQueue, asked }) => {
      const handle = await start(taskQueue, 'payoutRun', { runId: 'r-3' });
      await handle.result();
      expect(times(asked, 'reconcileRun')).toBe(2);
      expect(times(asked, 'dropFile')).toBe(2);
    },
  );
});

/** A roster as its log says it: what people wished of it decides whether it goes on. */
const rosterLog = (total: number) => {
  let next: 'NOMINATION' | null = 'NOMINATION';
  let control: BatchControl = 'PAUSED';
  let version = 1;
  return {
    set(now: BatchControl) {
      control = now;
      version += 1;
      return { streamId: 'l-1', version };
    },
    activities: {
      hydrateRoster: async () => ({
        ...{ exists: true, version, stage: 'RECEIVED', next, waitingFor: 'DECREE' },
        ...{ total, ended: next === null, control },
      }),
      async completeStep() {
        next = null;
      },
    },
  };
};

test('a batch is paused, resumed and finished without losing a member', async () => {
  const seen: number[] = [];
  const log = rosterLog(25);
  await withWorker(
    {
      ...log.activities,
      async runRosterChunk({ from, count }) {
        for (let member = from; member < from + count; member += 1) seen.push(member);
        return { done: count, skipped: 0 };
      },
    },
    async ({ taskQueue }) => {
      const handle = await server.client.workflow.start('rosterEnrolment', {
        ...{ taskQueue, workflowId: randomUUID() },
        args: [{ rosterId: 'l-1', rowsPerChunk: 10, historyEventsMax: 30 }],
      });
      await server.sleep('2 days');
      expect(await handle.query(progress, undefined)).toMatchObject({ state: 'PAUSED', done: 0 });
      await handle.signal(factsChanged, log.set('RUNNING'));
      await handle.result();
      expect(await handle.query(progress, 'NOMINATION')).toMatchObject({
        ...{ state: 'COMPLETED', done: 25, total: 25 },
      });
    },
  );
  expect(seen).toEqual(Array.from({ length: 25 }, (_, member) => member));
});

test('a batch is paused between two chunks, and says how far it had come', async () => {
  const log = rosterLog(25);
  log.set('RUNNING');
  const places: BatchPlace[] = [];
  let wish: Promise<unknown> | undefined;
  const workflowId = randomUUID();
  const command = { type: 'PauseBatch', data: { reason: 'x' } } as const;
  const envelope = {
    ...{ commandId: randomUUID(), category: 'roster', streamId: 'l-1', command },
    ...{ actorId: 'a', correlationId: 'c' },
  };
  await withWorker(
    {
      ...log.activities,
      async runRosterChunk({ from, count }) {
        const handle = server.client.workflow.getHandle(workflowId);
        // In the middle of the second chunk a person pauses the batch.
        if (from === 10) {
          wish = handle.executeUpdate('rosterCommand', { args: [envelope, 't'] });
          await new Promise((resolve) => setTimeout(resolve, 500));
        }
        return { done: count, skipped: 0 };
      },
      async steerBatch({ streamId }, at) {
        places.push(at);
        const { version } = log.set(places.length === 1 ? 'PAUSED' : 'RUNNING');
        return recorded(streamId, version, 'PAUSED');
      },
    },
    async ({ taskQueue, asked }) => {
      const handle = await server.client.workflow.start('rosterEnrolment', {
        ...{ taskQueue, workflowId },
        args: [{ rosterId: 'l-1', rowsPerChunk: 10 }],
      });
      while (wish === undefined) await new Promise((resolve) => setTimeout(resolve, 50));
      await wish;
      expect(places).toEqual([{ step: 'NOMINATION', done: 20, skipped: 0, left: 5 }]);
      expect(await handle.query(progress, undefined)).toMatchObject({ state: 'PAUSED', done: 20 });
      expect(times(asked, 'runRosterChunk')).toBe(2);
      const resume = { ...envelope, command: { ...command, type: 'ResumeBatch' } };
      await handle.executeUpdate('rosterCommand', { args: [resume, 't'] });
      await handle.result();
      expect(times(asked, 'runRosterChunk')).toBe(3);
    },
  );
});

test('a cancelled batch stops between chunks', async () => {
  const log = rosterLog(25);
  await withWorker(log.activities, async ({ taskQueue, asked }) => {
    const handle = await server.client.workflow.start('rosterEnrolment', {
      ...{ taskQueue, workflowId: randomUUID() },
      args: [{ rosterId: 'l-1', rowsPerChunk: 10 }],
    });
    await handle.signal(factsChanged, log.set('CANCELLED'));
    await handle.result();
    expect(await handle.query(progress, undefined)).toMatchObject({ state: 'CANCELLED' });
    expect(names(asked)).not.toContain('completeStep');
  });
});
