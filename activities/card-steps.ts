// A bulk hand-over by list: each listed card noted as handed over, vouched for by one person.
import { ApplicationFailure } from '@temporalio/activity';
import type { Activities, ChunkDone, HandOverBatch } from './activities.ts';
import { authoriseAct, isRefusedAuthority } from './authority.ts';
import type { Step } from './follow-up.ts';
import type { Ports } from './ports.ts';
import { documentBytes } from './roster-rows.ts';
import { runBatch } from './run-batch.ts';

type CardSteps = Pick<Activities, 'countHandOvers' | 'runHandOverChunk'>;

const cardsOf = async (ports: Ports, { fileSha256 }: HandOverBatch): Promise<readonly string[]> =>
  ports.lists.handOver(await documentBytes(ports, fileSha256));

const workerOfCard = (ports: Ports, cardId: string): Promise<string | undefined> =>
  ports.store.findIdentity({ kind: 'card', keyedHash: ports.keys.keyedHash('card', cardId) });

const runChunk = async (
  ports: Ports,
  batch: HandOverBatch,
  cardIds: readonly string[],
): Promise<ChunkDone> => {
  const { batchId, place, actorId, correlationId } = batch;
  const authority = await authoriseAct(ports, actorId, { act: 'hand-over-card', area: place });
  if (isRefusedAuthority(authority))
    throw ApplicationFailure.create({
      type: authority.code,
      message: `${actorId} may not hand over cards in ${place} any more`,
      nonRetryable: true,
      category: 'BENIGN',
    });
  const found = await Promise.all(cardIds.map((cardId) => workerOfCard(ports, cardId)));
  const steps = cardIds.flatMap((cardId, index): readonly Step[] => {
    const workerId = found[index];
    if (workerId === undefined) return [];
    const data = { workerId, cardId, method: 'LIST', receivedBy: 'WORKER', place } as const;
    const commandId = ports.ids.command('hand-over', batchId, cardId);
    return [
      {
        category: 'worker',
        streamId: workerId,
        command: { type: 'HandOverCard', data },
        commandId,
      },
    ];
  });
  const because = { correlationId, causationId: batchId };
  const done = await runBatch(ports, { steps, because, acting: authority.acting });
  return { done, skipped: cardIds.length - done };
};

export const createCardSteps = (ports: Ports): CardSteps => ({
  countHandOvers: async (batch) => (await cardsOf(ports, batch)).length,
  async runHandOverChunk(batch, from, count) {
    const cardIds = await cardsOf(ports, batch);
    return runChunk(ports, batch, cardIds.slice(from, from + count));
  },
});
