// One hand-over list, `cards/<id>`: each card noted as handed over, in bounded chunks.
import { condition, continueAsNew, proxyActivities, setHandler } from '@temporalio/workflow';
import type { Activities, HandOverFacts } from '../activities/activities.ts';
import type { Answer, CommandEnvelope } from '../domain/command.ts';
import { chunky, durable, patient } from './activity-options.ts';
import { type BatchState, createBatch } from './batch-control.ts';
import { openDesk } from './command-desk.ts';
import { handOverCommand, STEERING, validatorFor, waiting } from './messages.ts';
import { insist, isHistoryLong, leave, listenFor } from './news.ts';
import { workOff } from './work-off.ts';

const careful = proxyActivities<Activities>(durable);
const following = proxyActivities<Activities>(patient);
const { runHandOverChunk } = proxyActivities<Activities>(chunky);

export type DistributionInput = {
  readonly handOverId: string;
  readonly rowsPerChunk?: number;
  readonly cursor?: { readonly next: number; readonly done: number; readonly skipped: number };
  readonly state?: BatchState;
  readonly historyEventsMax?: number;
};

const ROWS_PER_CHUNK = 1_000;
const HISTORY_EVENTS_MAX = 900;
const START = { next: 0, done: 0, skipped: 0 } as const;

export const cardDistribution = async (input: DistributionInput): Promise<void> => {
  const { handOverId, rowsPerChunk = ROWS_PER_CHUNK } = input;
  const { historyEventsMax = HISTORY_EVENTS_MAX } = input;
  let facts: HandOverFacts | undefined;
  let cursor: NonNullable<DistributionInput['cursor']> = input.cursor ?? START;
  const batch = createBatch('HAND_OVER', input.state);
  const news = listenFor(handOverId);
  const answerOf = (envelope: CommandEnvelope): Promise<Answer> =>
    STEERING.includes(envelope.command.type)
      ? batch.steer((at) => careful.steerBatch(envelope, at))
      : careful.recordDecision(envelope);
  const desk = openDesk({
    update: handOverCommand,
    validator: validatorFor(
      { hand_over: ['ReceiveHandOver', ...STEERING] },
      (envelope) => envelope.streamId === handOverId,
    ),
    isOpen: () => facts !== undefined,
    decide: async (envelope) => ({ answer: await answerOf(envelope), facts: null }),
    recorded: news.told,
  });
  setHandler(waiting, () => ({
    stage: facts?.stage ?? 'UNKNOWN',
    waitingFor: facts?.control === 'PAUSED' ? 'RESUME' : 'NOTHING',
  }));

  const noteAll = async (total: number): Promise<void> => {
    batch.begin('HAND_OVER', total, cursor.done, cursor.skipped);
    const isCompleted = await workOff({
      ...{ batch, news, from: cursor.next, total, rowsPerChunk, historyEventsMax },
      run: (from, count) => runHandOverChunk(handOverId, from, count),
      reached(next) {
        const { done, skipped } = batch.done();
        cursor = { next, done, skipped };
      },
      complete: () => following.completeHandOver({ handOverId, ...batch.done() }),
    });
    if (isCompleted) news.mark();
  };

  const goOn = async (): Promise<void> => {
    news.startReading();
    const now = await following.hydrateHandOver(handOverId);
    // Received again after its end: it begins at its first card, and what is noted stays so.
    if (facts?.ended === true && !now.ended) cursor = START;
    facts = now;
    news.learned(now.version);
    batch.obey(now.control);
    if (now.exists && !now.ended && now.control === 'RUNNING') await noteAll(now.total);
  };

  for (;;) {
    await insist(news, goOn);
    await condition(desk.isIdle);
    const isOver = facts?.exists !== true || facts.ended || batch.isCancelled();
    if (isOver && (await leave(news, () => following.leaveStream(handOverId), desk.isIdle))) return;
    if (isHistoryLong(historyEventsMax))
      return continueAsNew<typeof cardDistribution>({ ...input, cursor, state: batch.carry() });
    if (!news.isStale()) await condition(news.isStale);
  }
};
