// What fails in the worker is told to `lindung status`: at once where no retry can mend it.
import { ApplicationFailure } from '@temporalio/common';
import { expect, test } from 'vitest';
import { failure } from '../../../infra/failure.ts';
import { watchedActivities, watchedTasks } from '../../../infra/temporal/watch-failures.ts';

const openHealth = () => {
  const told: string[] = [];
  const health = {
    trouble: (one: { readonly kind: string; readonly subject: string; readonly reason: string }) =>
      void told.push(`${one.kind} ${one.subject}: ${one.reason}`),
    wentWell: (kind: string, subject: string) => void told.push(`well ${kind} ${subject}`),
  };
  return { told, health };
};

const toldOf = async (work: () => Promise<unknown>, attempt = 1): Promise<readonly string[]> => {
  const { told, health } = openHealth();
  const info = { attempt, activityType: 'dropFile', workflowExecution: { workflowId: 'run/1' } };
  const { inbound } = watchedActivities(health)({ info } as never);
  await inbound?.execute?.({ args: [], headers: {} }, work).catch(() => undefined);
  return told;
};

const failing = (error: unknown) => () => Promise.reject(error);
const ofActivity = (nonRetryable: boolean) =>
  failing(ApplicationFailure.create({ type: 'Refused.RunUnknown', nonRetryable }));
const ofOurs = (retryable: boolean) => {
  const sentence = { id: 'x', en: 'the key is gone' };
  return failing(failure({ code: 'Pii.KeyShredded', retryable, sentence }));
};

test('what no retry can mend is told at its first try, with its code', async () => {
  const subject = 'ActivityFails run/1 dropFile';
  expect(await toldOf(ofActivity(true))).toEqual([`${subject}: Refused.RunUnknown`]);
  expect(await toldOf(ofOurs(false))).toEqual([`${subject}: Pii.KeyShredded: the key is gone`]);
});

test('what may pass is told at the third try, and forgotten when it went well', async () => {
  expect(await toldOf(ofActivity(false), 2)).toEqual([]);
  expect(await toldOf(ofOurs(true), 2)).toEqual([]);
  expect(await toldOf(failing(new Error('values of a row')), 3)).toEqual([
    'ActivityFails run/1 dropFile: Error',
  ]);
  expect(await toldOf(async () => 'done')).toEqual(['well ActivityFails run/1 dropFile']);
});

test('a workflow task that fails is told by its run, without the words of the error', () => {
  const { told, health } = openHealth();
  const log = watchedTasks(health);
  log('Failing workflow task', { runId: 'run-7', error: new TypeError('values of a row') });
  log('Workflow completed', { runId: 'run-8' });
  expect(told).toEqual(['WorkflowTaskFails run-7: TypeError']);
});
