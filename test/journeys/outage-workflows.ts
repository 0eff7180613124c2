// What the workflows believe, asked of Temporal itself, beside what the log says.
import type { Client } from '@temporalio/client';
import { stageOf } from '../../activities/deciders.ts';
import { openClient } from '../../infra/temporal/connection.ts';
import { createDataConverter } from '../../infra/temporal/data-converter.ts';
import { temporalSettings } from '../../infra/temporal/settings.ts';
import { waiting } from '../../workflows/messages.ts';
import type { Caller } from './outage-caller.ts';
import { type OutageStack, until } from './outage-stack.ts';

export type Looker = {
  /** Undefined while nobody answers. */
  believedStage(workflowId: string): Promise<string | undefined>;
  /** The update that carried a command, if the history kept it. */
  remembers(workflowId: string, commandId: string): Promise<boolean>;
  isOpen(workflowId: string): Promise<boolean>;
  /** Until the workflow believes what its stream says; answers that stage. */
  agreed(category: 'claim' | 'payout_run', id: string): Promise<string>;
};

const ASK_LIMIT_MS = 3_000;

const withClient = async <Answer>(
  stack: OutageStack,
  caller: Caller,
  look: (client: Client) => Promise<Answer>,
): Promise<Answer> => {
  const { temporalAddress, namespace: temporalNamespace } = stack.connection();
  const settings = { temporalNamespace, temporalTls: false };
  const { keys } = await caller.session();
  const { client, close } = openClient(
    temporalSettings(settings, temporalAddress),
    createDataConverter(keys),
  );
  try {
    return await client.withDeadline(Date.now() + ASK_LIMIT_MS, () => look(client));
  } finally {
    await close();
  }
};

export const createLooker = (stack: OutageStack, caller: Caller): Looker => {
  const believedStage: Looker['believedStage'] = async (workflowId) => {
    try {
      return await withClient(stack, caller, async ({ workflow }) => {
        const { stage } = await workflow.getHandle(workflowId).query(waiting);
        return stage;
      });
    } catch {
      return undefined; // away, not started yet, or its worker is away
    }
  };
  return {
    believedStage,
    remembers: (workflowId, commandId) =>
      withClient(stack, caller, async ({ workflow }) => {
        const { events = [] } = await workflow.getHandle(workflowId).fetchHistory();
        return (events ?? []).some((event) => {
          const accepted = event.workflowExecutionUpdateAcceptedEventAttributes;
          return accepted?.acceptedRequest?.meta?.updateId === commandId;
        });
      }),
    isOpen: (workflowId) =>
      withClient(stack, caller, async ({ workflow }) => {
        const { status } = await workflow.getHandle(workflowId).describe();
        return status.name === 'RUNNING';
      }),
    async agreed(category, id) {
      const workflowId = `${category === 'claim' ? 'claim' : 'payout-run'}/${id}`;
      const { store } = await caller.session();
      const said = stageOf(category, await store.loadStream(id));
      await until(
        `${workflowId} believes ${said}`,
        async () => (await believedStage(workflowId)) === said,
      );
      return said;
    },
  };
};
