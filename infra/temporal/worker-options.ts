// The worker's limits, each with its reason in one place.
import type { DataConverter } from '@temporalio/common';
import type {
  ActivityInterceptorsFactory,
  NativeConnection,
  WorkerOptions,
} from '@temporalio/worker';
import { mapFailures } from './activity-failures.ts';
import type { TemporalSettings } from './settings.ts';

/** A workflow task that a dead worker held is given to another one after this time. */
export const WORKFLOW_TASK_TIMEOUT = '5 seconds';

export type WorkerParts = {
  readonly settings: TemporalSettings;
  readonly connection: NativeConnection;
  readonly dataConverter: DataConverter;
  readonly workflowBundle: { readonly code: string };
  readonly activities: object;
  /** Inside of the one that gives failures their form for Temporal. */
  readonly activityInterceptors?: readonly ActivityInterceptorsFactory[];
};

const versioning = (settings: TemporalSettings): Partial<WorkerOptions> =>
  settings.deployment === undefined
    ? {}
    : {
        workerDeploymentOptions: {
          version: {
            deploymentName: settings.deployment.name,
            buildId: settings.deployment.buildId,
          },
          useWorkerVersioning: true,
          defaultVersioningBehavior: 'PINNED',
        },
      };

export const workerOptions = (parts: WorkerParts): WorkerOptions => ({
  connection: parts.connection,
  namespace: parts.settings.namespace,
  taskQueue: parts.settings.taskQueue,
  dataConverter: parts.dataConverter,
  workflowBundle: parts.workflowBundle,
  activities: parts.activities,
  interceptors: {
    activity: [() => ({ inbound: mapFailures }), ...(parts.activityInterceptors ?? [])],
  },
  // About 1 MB each: an idle workflow is replayed from its history when it wakes.
  maxCachedWorkflows: 200,
  workflowThreadPoolSize: 1,
  maxConcurrentWorkflowTaskExecutions: 100,
  maxConcurrentLocalActivityExecutions: 200,
  maxConcurrentActivityTaskExecutions: 40,
  workflowTaskPollerBehavior: { type: 'autoscaling', minimum: 2, maximum: 20 },
  activityTaskPollerBehavior: { type: 'autoscaling', minimum: 2, maximum: 20 },
  // Ten seconds by default: a command would wait that long after a crash of its worker.
  stickyQueueScheduleToStartTimeout: '2s',
  shutdownGraceTime: '15s',
  ...versioning(parts.settings),
});
