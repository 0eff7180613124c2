// A bulk hand-over by list: each listed card noted as handed over, vouched for by one person.
import { ApplicationFailure } from '@temporalio/activity';
import { handOverDecider, handOverStage } from '../domain/hand-over/decider.ts';
import type { StoredEvent } from '../infra/event-store/event-store.ts';
import type { Activities, ChunkDone, HandOverDone, HandOverFacts } from './activities.ts';
import { type Acting, versionOf } from './append-decision.ts';
import { authoriseAct, isRefusedAuthority } from './authority.ts';
import { stateOf } from './deciders.ts';
import { becauseOf, mustFollow, type Step } from './follow-up.ts';
import { inSlices } from './in-slices.ts';
import { keepLast } from './keep-last.ts';
import type { Ports } from './ports.ts';
import { runBatch } from './run-batch.ts';
import { allOf, lastOf } from './stored-events.ts';

type CardSteps = Pick<Activities, 'hydrateHandOver' | 'runHandOverChunk' | 'completeHandOver'>;

/** What the log says of one list: its cards, the place, and who vouches for it. */
type HandOver = {
  readonly handOverId: string;
  readonly received: StoredEvent;
  readonly place: string;
  readonly actorId: string;
  readonly cardIds: readonly string[];
};

const readHandOver = async (ports: Ports, handOverId: string): Promise<HandOver> => {
  const history = await ports.store.loadStream(handOverId);
  const received = lastOf(history, 'HandOverReceived');
  const cardIds = allOf(history, 'HandOverListed').flatMap((piece) => piece.cardIds);
  if (received === null || cardIds.length !== received.data.cards)
    throw new Error(`hand-over ${handOverId} does not stand whole in the log`);
  const { stored, data } = received;
  const { place } = data;
  return { handOverId, received: stored, place, actorId: stored.meta.actor.id, cardIds };
};

const hydrate = async (ports: Ports, handOverId: string): Promise<HandOverFacts> => {
  await ports.store.setWorkflowFlag(handOverId, true);
  const history = await ports.store.loadStream(handOverId);
  const state = stateOf(handOverDecider, history);
  return {
    exists: state.received !== null,
    version: versionOf(history),
    stage: handOverStage(state),
    control: state.control,
    total: state.received?.cards ?? 0,
    ended: state.completed !== null,
  };
};

const complete = async (
  ports: Ports,
  { handOverId, done, skipped, notInArea }: HandOverDone,
): Promise<void> => {
  const history = await ports.store.loadStream(handOverId);
  const cause = lastOf(history, 'HandOverReceived')?.stored;
  if (cause === undefined) return;
  await mustFollow(
    ports,
    {
      category: 'hand_over',
      streamId: handOverId,
      command: { type: 'CompleteHandOver', data: { done, skipped, notInArea } },
      commandId: ports.ids.command('complete-hand-over', handOverId, versionOf(history)),
    },
    { cause },
  );
};

type Held = { readonly cardId: string; readonly workerId: string };

/** The known cards of a list, by where their workers live. */
const byKelurahan = async (
  ports: Ports,
  cardIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Held[]>> => {
  const hashes = cardIds.map((cardId) => ports.keys.keyedHash('card', cardId));
  const found = await ports.store.findIdentities('card', hashes);
  const held = cardIds.flatMap((cardId, index): readonly Held[] => {
    const workerId = found[index];
    return workerId === undefined ? [] : [{ cardId, workerId }];
  });
  const histories = await ports.store.loadStreams(held.map(({ workerId }) => workerId));
  const places = new Map<string, readonly Held[]>();
  for (const card of held) {
    const nominated = lastOf(histories.get(card.workerId) ?? [], 'WorkerNominated');
    const kelurahan = nominated?.data.kelurahan ?? '';
    places.set(kelurahan, [...(places.get(kelurahan) ?? []), card]);
  }
  return places;
};

const handOver = (
  ports: Ports,
  { handOverId, received, place }: HandOver,
  over: { readonly cards: readonly Held[]; readonly acting: Acting },
): Promise<number> => {
  const steps = over.cards.map(({ cardId, workerId }): Step => {
    const data = { workerId, cardId, method: 'LIST', receivedBy: 'WORKER', place } as const;
    return {
      category: 'worker',
      streamId: workerId,
      command: { type: 'HandOverCard', data },
      commandId: ports.ids.command('hand-over', handOverId, cardId),
    };
  });
  return runBatch(ports, { steps, because: becauseOf(received), acting: over.acting });
};

const runChunk = async (
  ports: Ports,
  batch: HandOver,
  cardIds: readonly string[],
): Promise<ChunkDone> => {
  const { place, actorId } = batch;
  const authority = await authoriseAct(ports, actorId, { act: 'hand-over-card', area: place });
  if (isRefusedAuthority(authority))
    throw ApplicationFailure.create({
      type: authority.code,
      message: `${actorId} may not hand over cards in ${place} any more`,
      nonRetryable: true,
      category: 'BENIGN',
    });
  let done = 0;
  let notInArea = 0;
  for (const [kelurahan, cards] of await byKelurahan(ports, cardIds)) {
    // The place that was typed proves nothing about the people on the list.
    const there = await authoriseAct(ports, actorId, { act: 'hand-over-card', area: kelurahan });
    if (isRefusedAuthority(there)) notInArea += cards.length;
    else done += await handOver(ports, batch, { cards, acting: there.acting });
  }
  return { done, skipped: cardIds.length - done, notInArea };
};

export const createCardSteps = (ports: Ports): CardSteps => {
  const lists = keepLast<HandOver>();
  return {
    hydrateHandOver: (handOverId) => hydrate(ports, handOverId),
    async runHandOverChunk(handOverId, from, count) {
      const list = await lists(handOverId, () => readHandOver(ports, handOverId));
      return inSlices({ from, count }, (slice) =>
        runChunk(ports, list, list.cardIds.slice(slice.from, slice.from + slice.count)),
      );
    },
    completeHandOver: (done) => complete(ports, done),
  };
};
