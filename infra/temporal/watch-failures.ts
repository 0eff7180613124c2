// Which workflows and activities fail again and again, told to whoever shows the state of the house.
import { ApplicationFailure } from '@temporalio/common';
import type { ActivityExecuteInput, ActivityInterceptorsFactory } from '@temporalio/worker';
import { isFailure } from '../failure.ts';
import type { ProgramHealth } from '../local/program-health.ts';

/** One failed try is what retries are for. */
const TRIES_BEFORE_TELLING = 3;
const ACTIVITY = 'ActivityFails';
const WORKFLOW_TASK = 'WorkflowTaskFails';

/** A code of ours, else the kind of error: messages of others may repeat values. */
const reasonOf = (error: unknown): string => {
  if (isFailure(error)) return `${error.code}: ${error.sentence.en}`;
  if (error instanceof ApplicationFailure) return error.type ?? error.name;
  if (!(error instanceof Error)) return typeof error;
  const { code } = error as { readonly code?: unknown };
  return typeof code === 'string' ? `${error.name} ${code}` : error.name;
};

/** What no retry can mend: a workflow begins it anew as another activity, each time a first try. */
const isFinal = (error: unknown): boolean =>
  error instanceof ApplicationFailure
    ? error.nonRetryable === true
    : isFailure(error) && !error.retryable;

type Execute = (input: ActivityExecuteInput) => Promise<unknown>;

/** The innermost: sees the failure as it was thrown, before it takes Temporal's form. */
export const watchedActivities =
  (health: ProgramHealth): ActivityInterceptorsFactory =>
  ({ info }) => {
    const workflowId = info.workflowExecution?.workflowId ?? '';
    const subject = `${workflowId} ${info.activityType}`;
    const watch = async (input: ActivityExecuteInput, next: Execute): Promise<unknown> => {
      try {
        const answer = await next(input);
        health.wentWell(ACTIVITY, subject);
        return answer;
      } catch (error) {
        if (isFinal(error) || TRIES_BEFORE_TELLING <= info.attempt)
          health.trouble({ kind: ACTIVITY, subject, reason: reasonOf(error) });
        throw error;
      }
    };
    return { inbound: { execute: watch } };
  };

/** The worker's own words for a workflow task that it could not do, as its runtime logs them. */
const FAILED_TASKS: readonly string[] = [
  'Failed to process Workflow Activation',
  // Its history tells another story than this code.
  'Failing workflow task',
];

/** For the runtime's log: a workflow that does not fit this code fails at every try of its task. */
export const watchedTasks =
  (health: ProgramHealth) =>
  (message: string, meta: Readonly<Record<string, unknown>>): void => {
    const { runId } = meta;
    if (!FAILED_TASKS.includes(message) || typeof runId !== 'string') return;
    const { error } = meta;
    const reason = error instanceof Error ? error.name : 'see the log of the worker';
    health.trouble({ kind: WORKFLOW_TASK, subject: runId, reason });
  };
