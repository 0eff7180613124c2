// Calls of the bare workflow: cases opened once, then one update after the other.
import { randomUUID } from 'node:crypto';
import { type Client, WithStartWorkflowOperation } from '@temporalio/client';
import { BARE_TASK_QUEUE } from './bare-worker.ts';
import { type bareCase, byActivity, byLocalActivity } from './bare-workflow.ts';

const WORKFLOW_TASK_TIMEOUT = '5 seconds';
const kinds = { local: byLocalActivity, normal: byActivity } as const;

export type BareUpdates = {
  /** A plain update of a running workflow. */
  update(kind: keyof typeof kinds): Promise<void>;
  /** The same by update-with-start, the call that the product makes. */
  updateWithStart(kind: keyof typeof kinds): Promise<void>;
};

type CaseOptions = { readonly workflowId: string; readonly taskQueue: string };

const optionsOf = (caseId: string): CaseOptions & { readonly workflowTaskTimeout: string } => ({
  workflowId: `bare/${caseId}`,
  taskQueue: BARE_TASK_QUEUE,
  workflowTaskTimeout: WORKFLOW_TASK_TIMEOUT,
});

export const openBareUpdates = async (client: Client, cases: number): Promise<BareUpdates> => {
  const caseIds = Array.from({ length: cases }, () => randomUUID());
  for (const caseId of caseIds)
    await client.workflow.start<typeof bareCase>('bareCase', optionsOf(caseId) as never);
  let turn = 0;
  const nextCase = (): string => {
    turn += 1;
    return caseIds[turn % caseIds.length] ?? '';
  };
  return {
    async update(kind) {
      const caseId = nextCase();
      const handle = client.workflow.getHandle(`bare/${caseId}`);
      await handle.executeUpdate(kinds[kind], { args: [{ caseId }], updateId: randomUUID() });
    },
    async updateWithStart(kind) {
      const caseId = nextCase();
      await client.workflow.executeUpdateWithStart(kinds[kind], {
        args: [{ caseId }],
        updateId: randomUUID(),
        startWorkflowOperation: new WithStartWorkflowOperation('bareCase', {
          ...optionsOf(caseId),
          args: [],
          workflowIdConflictPolicy: 'USE_EXISTING',
        }),
      });
    },
  };
};
