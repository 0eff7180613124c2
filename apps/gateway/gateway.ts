// The gateway: programs hand in commands here and get the recorded answer or a refusal back.

import { earlierAnswer, refused } from '../../activities/append-decision.ts';
import { batchRest } from '../../activities/batch-rest.ts';
import { decideAid, isAidWish } from '../../activities/local-aid.ts';
import type { Ports } from '../../activities/ports.ts';
import { previewRun } from '../../activities/preview-run.ts';
import { createRecordDecision } from '../../activities/record-decision.ts';
import { countAnswers, registrationLines } from '../../activities/registration-file.ts';
import { followLine } from '../../activities/statement-line.ts';
import type { Answer, CommandEnvelope } from '../../domain/command.ts';
import type { RupiahText } from '../../domain/money.ts';
import type { RunMember } from '../../domain/payout/run-events.ts';
import type { Settings } from '../../infra/config/settings.ts';
import type { DocumentStore } from '../../infra/documents/document-store.ts';
import type { EventStore } from '../../infra/event-store/event-store.ts';
import type { KeyService } from '../../infra/keys/key-service.ts';
import type { ConnectionSettings } from '../../infra/local/runtime-file.ts';
import { registrationCsv } from '../../infra/rosters/registration-csv.ts';
import { openClient } from '../../infra/temporal/connection.ts';
import { createDataConverter } from '../../infra/temporal/data-converter.ts';
import { temporalSettings } from '../../infra/temporal/settings.ts';
import { type Engine, openEngine } from '../worker/engine-ports.ts';
import { createWorkflowSignals } from '../worker/workflow-signals.ts';
import { batchProgress, controlBatch, startHandOver } from './batches.ts';
import { type FreeTextGuard, freeTextOf, openFreeTextGuard } from './free-text-guard.ts';
import type { Gateway } from './gateway-contract.ts';
import { type KindCheck, openKindCheck } from './ids-of-other-kinds.ts';
import { ingestAnswers } from './ingest-answers.ts';
import { type OwnIds, openOwnIds } from './own-ids.ts';
import { scheduleInTemporal } from './payout-schedules.ts';
import { routeOf } from './route-command.ts';
import { askWorkflow, temporalAway } from './update-workflow.ts';
import { type WorkflowPlace, wake } from './workflow-starts.ts';

export type GatewayParts = {
  readonly place: WorkflowPlace;
  readonly engine: Engine;
  close(): Promise<void>;
};

type AssembleRequest = Parameters<Gateway['assembleRun']>[0];

type Sending = GatewayParts & {
  readonly ids: OwnIds;
  readonly otherKindIn: KindCheck;
  readonly personIn: FreeTextGuard;
};

const sender = ({ place, engine, ids, otherKindIn, personIn }: Sending): Gateway['send'] => {
  const recordDecision = createRecordDecision(engine.ports);
  const decideHere: Gateway['send'] = (envelope) =>
    isAidWish(envelope)
      ? decideAid(engine.ports, envelope)
      : followLine(engine.ports, envelope, recordDecision);
  return async (envelope) => {
    const destination = routeOf(envelope);
    // An id made here and never sent cannot be on record; the decision itself looks once more. And
    // where no workflow waits, the decision is made here, and obligations tell whoever follows.
    const isSurelyNew = destination === undefined || ids.isFirst(envelope.commandId);
    const [otherKind, named, earlier] = await Promise.all([
      otherKindIn(envelope),
      personIn(freeTextOf(envelope)),
      isSurelyNew ? undefined : earlierAnswer(engine.ports, envelope),
    ]);
    if (otherKind !== undefined) return otherKind;
    // What was recorded keeps its answer, also when a name became known only later.
    if (named !== undefined) return (await earlierAnswer(engine.ports, envelope)) ?? named;
    if (destination === undefined) return decideHere(envelope);
    // A command answered before needs no workflow: the one it spoke to may have ended long ago.
    return earlier ?? askWorkflow(place, destination, envelope);
  };
};

/** Without named members the worker takes everything due, so that a repeated command stays the same. */
const assemble = async (parts: Sending, request: AssembleRequest): Promise<Answer> => {
  const { commandId, runId, payerId, flow, payables = [], actorId, correlationId } = request;
  const { reason, agenda } = request;
  const { keys, store } = parts.engine.ports;
  const keyedHash = keys.keyedHash('payer', payerId);
  if ((await store.findIdentity({ kind: 'payer', keyedHash })) === undefined)
    return refused('PayerUnknown');
  // Only the name counts: the facts of each are read from its own stream where the run is decided.
  const members = payables.map((payableId): RunMember => {
    const unread = { claimId: '', amountIdr: '0' as RupiahText, decidedBy: [] };
    return { payableId, payerId, mode: 'DISBURSES', ...unread };
  });
  return sender(parts)({
    ...{ commandId, category: 'payout_run', streamId: runId, actorId, correlationId },
    ...(reason !== undefined && { reason }),
    ...(agenda !== undefined && { agenda }),
    command: {
      type: 'AssembleRun',
      data: { runId, payerId, flow, mode: 'DISBURSES', members, membersSha256: '' },
    },
  });
};

const exportRegistration = async (
  parts: Sending,
  envelope: CommandEnvelope<'roster'>,
): ReturnType<Gateway['exportRegistration']> => {
  const { ports } = parts.engine;
  const otherKind = await parts.otherKindIn(envelope);
  if (otherKind !== undefined) return { answer: otherKind, bytes: new Uint8Array(), workers: 0 };
  const lines = await registrationLines(ports, envelope.streamId);
  const bytes = new TextEncoder().encode([...registrationCsv(lines)].join(''));
  const { sha256: fileSha256 } = await ports.documents.put(bytes);
  const workers = lines.length;
  const answer = await sender(parts)({
    ...envelope,
    command: { type: 'SubmitRoster', data: { workers, fileSha256 } },
  });
  return { answer, bytes, workers };
};

const answerRegistration = async (
  parts: Sending,
  envelope: CommandEnvelope<'roster'>,
): Promise<Answer> => {
  const { command } = envelope;
  if (command.type !== 'AnswerRegistration')
    return { status: 'refused', code: 'CommandMalformed', facts: {} };
  const counts = await countAnswers(parts.engine.ports, command.data.fileSha256);
  if ('status' in counts) return counts;
  const data = { ...command.data, ...counts };
  return sender(parts)({ ...envelope, command: { type: 'AnswerRegistration', data } });
};

/** Its workflow reads and asks again now, instead of at its next due instant. */
const lookAtTranche = async ({ place }: GatewayParts, trancheId: string): Promise<void> => {
  try {
    await wake(place, 'tranche', { id: trancheId, facts: { streamId: trancheId, version: null } });
  } catch (error) {
    throw temporalAway(error);
  }
};

export const createGateway = (opened: GatewayParts): Gateway => {
  const ids = openOwnIds();
  const { place, engine } = opened;
  const { store } = engine.ports;
  const personIn = openFreeTextGuard(engine.ports);
  const parts = { ...opened, ids, otherKindIn: openKindCheck(store), personIn };
  const send = sender(parts);
  return {
    newCommandId: ids.give,
    personIn,
    send,
    startRoster: send,
    exportRegistration: (envelope) => exportRegistration(parts, envelope),
    answerRegistration: (envelope) => answerRegistration(parts, envelope),
    handOverCards: (request) => startHandOver(send, engine.ports, request),
    batchProgress: (kind, id, step) => batchProgress(place, engine.ports, { kind, id, step }),
    controlBatch: (steering) => controlBatch(send, steering),
    batchRest: (kind, id, at) => batchRest(engine.ports, { kind, id, ...at }),
    lookAtTranche: (trancheId) => lookAtTranche(parts, trancheId),
    assembleRun: (request) => assemble(parts, request),
    previewRun: (request) => previewRun(engine.ports, request),
    payoutScheduleInTemporal: (scheduleId) => scheduleInTemporal(place, scheduleId),
    ingestAnswers: (request) => ingestAnswers(engine, request),
    close: () => parts.close(),
  };
};

/** Over a running installation. The caller keeps its store; Temporal is reached at first use. */
export const openGateway = async (options: {
  readonly connection: ConnectionSettings;
  readonly settings: Settings;
  readonly store: EventStore;
  readonly keys: KeyService;
  readonly documents: DocumentStore;
  /** Bills are compared with the roll of their tranche here: no workflow waits for that. */
  readonly roll: Ports['tranches']['roll'];
}): Promise<Gateway> => {
  const { connection, settings, store, keys, documents } = options;
  const { temporalAddress, namespace: temporalNamespace, taskQueue, dataDir } = connection;
  const temporal = temporalSettings({ ...settings, temporalNamespace, taskQueue }, temporalAddress);
  const { client, close: closeClient } = openClient(temporal, createDataConverter(keys));
  const place = { client, taskQueue: temporal.taskQueue };
  const engine = await openEngine({
    ...{ store, keys, documents, dataDir },
    signals: createWorkflowSignals(place),
    lifecycleStart: settings.lifecycleStart,
    duePayables: () => Promise.reject(new Error('runs are assembled by the worker')),
    tranches: {
      members: () => Promise.reject(new Error('tranches are judged by the worker')),
      claims: () => Promise.reject(new Error('tranches are judged by the worker')),
      roll: options.roll,
    },
  });
  return createGateway({ place, engine, close: closeClient });
};
