// A bulk hand-over by list: each listed card noted as handed over, vouched for by one person.
import { ApplicationFailure } from '@temporalio/activity';
import type { Activities, ChunkDone, HandOverBatch } from './activities.ts';
import type { Acting } from './append-decision.ts';
import { authoriseAct, isRefusedAuthority } from './authority.ts';
import type { Step } from './follow-up.ts';
import type { Ports } from './ports.ts';
import { documentBytes } from './roster-rows.ts';
import { runBatch } from './run-batch.ts';
import { lastOf } from './stored-events.ts';

type CardSteps = Pick<Activities, 'countHandOvers' | 'runHandOverChunk'>;

const cardsOf = async (ports: Ports, { fileSha256 }: HandOverBatch): Promise<readonly string[]> =>
  ports.lists.handOver(await documentBytes(ports, fileSha256));

const workerOfCard = (ports: Ports, cardId: string): Promise<string | undefined> =>
  ports.store.findIdentity({ kind: 'card', keyedHash: ports.keys.keyedHash('card', cardId) });

type Held = { readonly cardId: string; readonly workerId: string };

/** The known cards of a list, by where their workers live. */
const byKelurahan = async (
  ports: Ports,
  cardIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Held[]>> => {
  const found = await Promise.all(cardIds.map((cardId) => workerOfCard(ports, cardId)));
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
  { batchId, place, correlationId }: HandOverBatch,
  over: { readonly cards: readonly Held[]; readonly acting: Acting },
): Promise<number> => {
  const steps = over.cards.map(({ cardId, workerId }): Step => {
    const data = { workerId, cardId, method: 'LIST', receivedBy: 'WORKER', place } as const;
    return {
      category: 'worker',
      streamId: workerId,
      command: { type: 'HandOverCard', data },
      commandId: ports.ids.command('hand-over', batchId, cardId),
    };
  });
  const because = { correlationId, causationId: batchId };
  return runBatch(ports, { steps, because, acting: over.acting });
};

const runChunk = async (
  ports: Ports,
  batch: HandOverBatch,
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

export const createCardSteps = (ports: Ports): CardSteps => ({
  countHandOvers: async (batch) => (await cardsOf(ports, batch)).length,
  async runHandOverChunk(batch, from, count) {
    const cardIds = await cardsOf(ports, batch);
    return runChunk(ports, batch, cardIds.slice(from, from + count));
  },
});
