// Whether a workflow decided an event itself: then the answer of its update is on record in Temporal.
import type { Reply } from '../../workflows/messages.ts';
import { type WorkflowKind, type WorkflowPlace, workflowIdOf } from '../gateway/workflow-starts.ts';

/** The event mostly comes while the workflow still answers; past this it is told all the same. */
const ASK_LIMIT_MS = 1_000;

export type DecidedThere = (
  kind: WorkflowKind,
  of: { readonly id: string; readonly commandId: string; readonly position: string },
) => Promise<boolean>;

/**
 * A command that went through a workflow has its id as update id. Once that update is answered in the
 * workflow's own history, whoever replays it knows the event, and a signal would only cost three
 * writes and a task. The question writes nothing. No such update, or no answer: no. Nor does an answer
 * count that lies before the event: a refused command sent again keeps its id, and is decided under
 * another update.
 */
export const askingUpdates =
  ({ client }: WorkflowPlace): DecidedThere =>
  async (kind, { id, commandId, position }) => {
    const handle = client.workflow.getHandle(workflowIdOf(kind, id));
    const update = handle.getUpdateHandle<Reply>(commandId);
    try {
      const untilMs = Date.now() + ASK_LIMIT_MS;
      const { answer } = await client.withDeadline(untilMs, () => update.result());
      return answer.status === 'recorded' && BigInt(position) <= BigInt(answer.position);
    } catch {
      return false;
    }
  };
