// What a worker's lifecycle asks for: where the life stands, and to be forgotten when it ends.
import { claimDecider } from '../domain/claim/decider.ts';
import { claimStage } from '../domain/claim/stage.ts';
import type { CommandEnvelope } from '../domain/command.ts';
import { workerDecider } from '../domain/worker/decider.ts';
import { type WorkerState, workerStage } from '../domain/worker/stage.ts';
import type { Activities, Decided, WorkerFacts } from './activities.ts';
import { refused, versionOf } from './append-decision.ts';
import { stateOf } from './deciders.ts';
import type { DecisionPorts } from './ports.ts';
import type { ListPorts } from './received-list.ts';
import { createDecideWithFacts } from './record-decision.ts';

type WorkerSteps = Pick<
  Activities,
  'decideWorker' | 'beginWorker' | 'hydrateWorker' | 'leaveStream'
>;

const cardOf = (state: WorkerState): WorkerFacts['card'] => {
  if (state.card === null) return 'NONE';
  return state.card.isHandedOver ? 'HANDED_OVER' : 'ISSUED';
};

const factsOf = async (ports: DecisionPorts, workerId: string): Promise<WorkerFacts> => {
  const history = await ports.store.loadStream(workerId);
  const state = stateOf(workerDecider, history);
  const stage = workerStage(state);
  const claimId = state.death?.claimId ?? null;
  const claim = claimId === null ? null : await ports.store.loadStream(claimId);
  return {
    exists: history.length > 0,
    version: versionOf(history),
    stage,
    card: cardOf(state),
    claimId,
    claimStage: claim === null ? null : claimStage(stateOf(claimDecider, claim)),
    ended: stage === 'ENDED',
  };
};

const hydrate = async (ports: DecisionPorts, workerId: string): Promise<WorkerFacts> => {
  // The flag first, the stream second: a batch that appends in between will signal us.
  await ports.store.setWorkflowFlag(workerId, true);
  return factsOf(ports, workerId);
};

/** A card scanned at its first touch: the decision reads the stream anyway, so nobody reads it before. */
const begin = async (
  ports: DecisionPorts,
  decide: Activities['decideWorker'],
  envelope: CommandEnvelope,
): Promise<Decided<WorkerFacts>> => {
  const workerId = envelope.streamId;
  await ports.store.setWorkflowFlag(workerId, true);
  const decided = await decide(envelope);
  if (decided.answer.status === 'recorded') return decided;
  const isKnown = (await ports.store.loadStream(workerId)).length > 0;
  return isKnown ? decided : { answer: refused('WorkerUnknown'), facts: null };
};

const workerSteps = (
  ports: DecisionPorts & ListPorts,
  decideWorker: Activities['decideWorker'],
): WorkerSteps => ({
  decideWorker,
  beginWorker: (envelope) => begin(ports, decideWorker, envelope),
  hydrateWorker: (workerId) => hydrate(ports, workerId),
  leaveStream: (streamId) => ports.store.setWorkflowFlag(streamId, false),
});

export const createWorkerSteps = (ports: DecisionPorts & ListPorts): WorkerSteps =>
  workerSteps(ports, createDecideWithFacts(ports, factsOf));
