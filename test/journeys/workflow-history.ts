// Reads a workflow's history as Temporal keeps it, and what it tells once its payloads are opened.
import { defaultPayloadConverter, type Payload } from '@temporalio/common';
import { readSettings } from '../../infra/config/settings.ts';
import { type ClientConnection, openClient } from '../../infra/temporal/connection.ts';
import { createDataConverter, PAYLOAD_KEY_ID } from '../../infra/temporal/data-converter.ts';
import { createPayloadCodec } from '../../infra/temporal/payload-codec.ts';
import { temporalSettings } from '../../infra/temporal/settings.ts';
import type { Town } from './town.ts';

export const openTemporal = ({ session, stack }: Town): ClientConnection =>
  openClient(
    temporalSettings(
      { ...readSettings({}), temporalNamespace: stack.connection.namespace },
      stack.connection.temporalAddress,
    ),
    createDataConverter(session.keys),
  );

type HistoryEvent = NonNullable<
  Awaited<
    ReturnType<ReturnType<ClientConnection['client']['workflow']['getHandle']>['fetchHistory']>
  >['events']
>[number];

/** The workflow as its steps of business: commands accepted, news heard, children, the end. */
export const storyOf = async (
  town: Town,
  { client }: ClientConnection,
  workflowId: string,
): Promise<readonly string[]> => {
  const codec = createPayloadCodec(town.session.keys, PAYLOAD_KEY_ID);
  const opened = async (payload: Payload | null | undefined): Promise<unknown> => {
    const [plain] = await codec.decode([payload ?? {}]);
    return plain === undefined ? undefined : defaultPayloadConverter.fromPayload(plain);
  };
  const lineOf = async (event: HistoryEvent): Promise<string | undefined> => {
    const update = event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input;
    if (update != null) {
      const envelope = (await opened(update.args?.payloads?.[0])) as { command: { type: string } };
      return `command ${envelope.command.type}`;
    }
    const signal = event.workflowExecutionSignaledEventAttributes;
    if (signal?.signalName === 'claimMoved') {
      const news = (await opened(signal.input?.payloads?.[0])) as { stage: string };
      return `claim ${news.stage}`;
    }
    const child = event.childWorkflowExecutionStartedEventAttributes;
    if (child != null) return `started ${child.workflowExecution?.workflowId}`;
    if (event.workflowExecutionContinuedAsNewEventAttributes != null) return 'continued';
    return event.workflowExecutionCompletedEventAttributes == null ? undefined : 'completed';
  };
  const { events } = await client.workflow.getHandle(workflowId).fetchHistory();
  const lines = await Promise.all((events ?? []).map(lineOf));
  return lines.filter((line) => line !== undefined);
};
