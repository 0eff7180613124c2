// How each workflow of the house is named and started: the same for programs, worker and repair.
import type { Client, WorkflowStartOptions } from '@temporalio/client';
import { WithStartWorkflowOperation } from '@temporalio/client';
import { WORKFLOW_TASK_TIMEOUT } from '../../infra/temporal/worker-options.ts';
import { type FactsChanged, factsChanged } from '../../workflows/messages.ts';

export type WorkflowKind =
  | 'worker'
  | 'claim'
  | 'roster'
  | 'tranche'
  | 'cards'
  | 'payout-run'
  | 'rule-book';

export type WorkflowPlace = { readonly client: Client; readonly taskQueue: string };

type Target = { readonly type: string; readonly workflowId: string; readonly input: object };

const targets: { readonly [K in WorkflowKind]: (id: string) => Target } = {
  worker: (workerId) => ({
    type: 'workerLifecycle',
    workflowId: `worker/${workerId}`,
    input: { workerId },
  }),
  claim: (claimId) => ({ type: 'claim', workflowId: `claim/${claimId}`, input: { claimId } }),
  roster: (rosterId) => ({
    type: 'rosterEnrolment',
    workflowId: `roster/${rosterId}`,
    input: { rosterId },
  }),
  cards: (handOverId) => ({
    type: 'cardDistribution',
    workflowId: `cards/${handOverId}`,
    input: { handOverId },
  }),
  tranche: (trancheId) => ({
    type: 'coverageTranche',
    workflowId: `tranche/${trancheId}`,
    input: { trancheId },
  }),
  'payout-run': (runId) => ({
    type: 'payoutRun',
    workflowId: `payout-run/${runId}`,
    input: { runId },
  }),
  'rule-book': (bookId) => ({
    type: 'ruleBook',
    workflowId: `rule-book/${bookId}`,
    input: { bookId },
  }),
};

type Options = WorkflowStartOptions & { readonly taskQueue: string };

const optionsFor = (place: WorkflowPlace, target: Target): Options => ({
  workflowId: target.workflowId,
  taskQueue: place.taskQueue,
  args: [target.input],
  workflowIdReusePolicy: 'ALLOW_DUPLICATE',
  workflowTaskTimeout: WORKFLOW_TASK_TIMEOUT,
});

export const workflowIdOf = (kind: WorkflowKind, id: string): string =>
  targets[kind](id).workflowId;

/** Usable once; every try of an update needs its own. */
export const startOperation = (place: WorkflowPlace, kind: WorkflowKind, id: string) => {
  const target = targets[kind](id);
  return new WithStartWorkflowOperation(target.type, {
    ...optionsFor(place, target),
    workflowIdConflictPolicy: 'USE_EXISTING',
  });
};

/** Wakes the workflow that carries a thing, or starts it: it reads its stream and goes on. */
export const wake = async (
  place: WorkflowPlace,
  kind: WorkflowKind,
  wish: { readonly id: string; readonly facts: FactsChanged },
): Promise<void> => {
  const target = targets[kind](wish.id);
  await place.client.workflow.signalWithStart(target.type, {
    ...optionsFor(place, target),
    signal: factsChanged,
    signalArgs: [wish.facts],
  });
};
