// The steps of a list: nominate, name in the decree, record the branch's answers, issue cards.

import { rosterDecider } from '../domain/roster/decider.ts';
import type { RosterStepCompleted } from '../domain/roster/events.ts';
import { answeredLines, rosterStage, STEPS } from '../domain/roster/state.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import type {
  Activities,
  BatchStepCode,
  Chunk,
  ChunkDone,
  RosterFacts,
  StepDone,
} from './activities.ts';
import { versionOf } from './append-decision.ts';
import { stateOf } from './deciders.ts';
import { actingFor, becauseOf, mustFollow, type Step } from './follow-up.ts';
import { inSlices } from './in-slices.ts';
import type { DecisionPorts, Ports } from './ports.ts';
import { createDecideWithFacts } from './record-decision.ts';
import { createRosterReader, type RosterReader } from './roster-rows.ts';
import { stepsOf } from './roster-wishes.ts';
import { runBatch } from './run-batch.ts';
import { keepSeats } from './seats.ts';
import { lastOf } from './stored-events.ts';
import { createTakeOverReader, takeOverSteps } from './take-over-list.ts';

type RosterSteps = Pick<
  Activities,
  'decideRoster' | 'hydrateRoster' | 'runRosterChunk' | 'completeStep'
>;
type RosterStep = RosterStepCompleted['data']['step'];

const WAITING: Readonly<Record<string, string>> = {
  RECEIVED: 'DECREE',
  APPROVED: 'SUBMISSION',
  SUBMITTED: 'BRANCH_ANSWER',
};

const factsOf = async (ports: DecisionPorts, rosterId: string): Promise<RosterFacts> => {
  const history = await ports.store.loadStream(rosterId);
  const state = stateOf(rosterDecider, history);
  const stage = rosterStage(state);
  const next = STEPS.find((step) => state.due.includes(step)) ?? null;
  return {
    exists: history.length > 0,
    version: versionOf(history),
    stage,
    next,
    waitingFor: WAITING[stage] ?? 'NOTHING',
    control: state.control,
    total: next === 'REGISTRATION' ? answeredLines(state) : (state.received?.accepted ?? 0),
    ended: (stage === 'ANSWERED' || stage === 'TAKEN_OVER') && next === null,
  };
};

const hydrate = async (ports: Ports, rosterId: string): Promise<RosterFacts> => {
  await ports.store.setWorkflowFlag(rosterId, true);
  return factsOf(ports, rosterId);
};

const CAUSES: Readonly<
  Record<RosterStep, 'RosterReceived' | 'RosterApproved' | 'RegistrationAnswered'>
> = {
  NOMINATION: 'RosterReceived',
  DECREE: 'RosterApproved',
  REGISTRATION: 'RegistrationAnswered',
  CARDS: 'RegistrationAnswered',
  TAKE_OVER: 'RosterReceived',
};

const isRosterStep = (step: BatchStepCode): step is RosterStep => step !== 'HAND_OVER';

/** One stream once per transaction: a second line about the same person comes after the first. */
const roundsOf = (steps: readonly Step[]): readonly (readonly Step[])[] => {
  const rounds: Step[][] = [];
  const seen = new Map<string, number>();
  for (const step of steps) {
    const round = seen.get(step.streamId) ?? 0;
    seen.set(step.streamId, round + 1);
    const own = rounds[round];
    if (own === undefined) rounds[round] = [step];
    else own.push(step);
  }
  return rounds;
};

const filesOf = (history: readonly StoredEvent[]): number =>
  history.filter(({ type }) => type === 'RegistrationAnswered').length;

type Readers = {
  readonly list: RosterReader;
  readonly takenOver: ReturnType<typeof createTakeOverReader>;
};

const runTakeOver = async (ports: Ports, read: Readers, chunk: Chunk): Promise<ChunkDone> => {
  const history = await ports.store.loadStream(chunk.batchId);
  const list = await read.takenOver(chunk.batchId, history);
  ports.heartbeat();
  const because = becauseOf(list.received);
  const acting = actingFor(ports, list.received);
  return inSlices(chunk, async (slice) => {
    const steps = await takeOverSteps(ports, list, slice);
    ports.heartbeat();
    const done = await runBatch(ports, { steps, because, acting });
    return { done, skipped: slice.count - done };
  });
};

const runChunk = async (ports: Ports, readers: Readers, chunk: Chunk): Promise<ChunkDone> => {
  if (!isRosterStep(chunk.step)) return { done: 0, skipped: 0 };
  if (chunk.step === 'TAKE_OVER') return runTakeOver(ports, readers, chunk);
  const read = readers.list;
  const history = await ports.store.loadStream(chunk.batchId);
  const list = await read.rows(chunk.batchId, history);
  ports.heartbeat();
  const cause = lastOf(history, CAUSES[chunk.step])?.stored ?? list.received;
  const because = becauseOf(cause);
  const acting = actingFor(ports, cause);
  const take = async (slice: Pick<Chunk, 'from' | 'count'>): Promise<ChunkDone> => {
    const over = { chunk: { ...chunk, ...slice }, history, read };
    const taken = await stepsOf(ports, list, over);
    ports.heartbeat();
    let done = 0;
    for (const steps of roundsOf(taken)) done += await runBatch(ports, { steps, because, acting });
    // Not yet enrolled people get no card: they are waited for, not skipped.
    const meant = chunk.step === 'CARDS' ? taken.length : slice.count;
    return { done, skipped: meant - done };
  };
  // Two files may speak of one person: what the branch said first is recorded first.
  const isInOrder = chunk.step === 'REGISTRATION' && 1 < filesOf(history);
  return isInOrder ? inSlices(chunk, take, 1) : inSlices(chunk, take);
};

/** After the nomination the list keeps only the seats of people who were not members already. */
const settleSeats = async (
  ports: Ports,
  history: readonly StoredEvent[],
  done: StepDone,
): Promise<void> => {
  const received = lastOf(history, 'RosterReceived');
  const isFirst = done.step === 'NOMINATION' || done.step === 'TAKE_OVER';
  if (!isFirst || received === null) return;
  const { trancheId, rosterId } = received.data;
  const acting = actingFor(ports, received.stored);
  const because = {
    actorId: acting.by.id,
    correlationId: received.stored.meta.correlationId,
  };
  await keepSeats(ports, { trancheId, rosterId, workers: done.done }, { acting, because });
};

const completeStep = async (ports: Ports, done: StepDone): Promise<void> => {
  const { rosterId, step, ...counts } = done;
  if (!isRosterStep(step)) return;
  const history = await ports.store.loadStream(rosterId);
  const cause = lastOf(history, CAUSES[step])?.stored;
  if (cause === undefined) return;
  const state = stateOf(rosterDecider, history);
  // Another answer came while the lines of the earlier ones were taken: the step goes on with it.
  if (step === 'REGISTRATION' && counts.done + counts.skipped < answeredLines(state)) return;
  await settleSeats(ports, history, done);
  await mustFollow(
    ports,
    {
      category: 'roster',
      streamId: rosterId,
      command: { type: 'CompleteStep', data: { step, ...counts } },
      // Over the list as it stands: completed again after a later answer, it is another command.
      commandId: ports.ids.command('complete-step', rosterId, step, versionOf(history)),
    },
    { cause },
  );
};

export const createRosterSteps = (ports: Ports): RosterSteps => {
  const read = { list: createRosterReader(ports), takenOver: createTakeOverReader(ports) };
  return {
    decideRoster: createDecideWithFacts(ports, factsOf),
    hydrateRoster: (rosterId) => hydrate(ports, rosterId),
    runRosterChunk: (chunk) => runChunk(ports, read, chunk),
    completeStep: (done) => completeStep(ports, done),
  };
};
