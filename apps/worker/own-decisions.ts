// Whether a workflow decided an event itself: then the answer of its update is on record in Temporal.
import { type WorkflowKind, type WorkflowPlace, workflowIdOf } from '../gateway/workflow-starts.ts';

/** The event mostly comes while the workflow still answers; past this it is told all the same. */
const ASK_LIMIT_MS = 1_000;

export type DecidedThere = (
  kind: WorkflowKind,
  of: { readonly id: string; readonly commandId: string },
) => Promise<boolean>;

/**
 * A command that went through a workflow has its id as update id. Once that update is answered in the
 * workflow's own history, whoever replays it knows the event, and a signal would only cost three
 * writes and a task. The question writes nothing. No such update, or no answer: no.
 */
export const askingUpdates =
  ({ client }: WorkflowPlace): DecidedThere =>
  async (kind, { id, commandId }) => {
    const update = client.workflow.getHandle(workflowIdOf(kind, id)).getUpdateHandle(commandId);
    try {
      await client.withDeadline(Date.now() + ASK_LIMIT_MS, () => update.result());
      return true;
    } catch {
      return false;
    }
  };
