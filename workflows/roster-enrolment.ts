// One list, `roster/<id>`: nomination, decree, registration and cards, in bounded chunks.
import {
  condition,
  continueAsNew,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import type { Activities, BatchStepCode, Decided, RosterFacts } from '../activities/activities.ts';
import type { CommandEnvelope } from '../domain/command.ts';
import { chunky, durable, patient, quick } from './activity-options.ts';
import { type Batch, type BatchState, createBatch } from './batch-control.ts';
import { openDesk } from './command-desk.ts';
import { rosterCommand, STEERING, validatorFor, waiting } from './messages.ts';
import { insist, isHistoryLong, leave, listenFor, read } from './news.ts';
import { workOff } from './work-off.ts';

const local = proxyLocalActivities<Activities>(quick);
const careful = proxyActivities<Activities>(durable);
const following = proxyActivities<Activities>(patient);
const { runRosterChunk } = proxyActivities<Activities>(chunky);

/** Where a step stands when the history begins anew in the middle of it. */
type Cursor = {
  readonly step: BatchStepCode;
  readonly next: number;
  readonly done: number;
  readonly skipped: number;
};

export type RosterInput = {
  readonly rosterId: string;
  readonly rowsPerChunk?: number;
  readonly cursor?: Cursor;
  readonly batch?: BatchState;
  readonly historyEventsMax?: number;
};

const ROWS_PER_CHUNK = 1_000;
const HISTORY_EVENTS_MAX = 900;

/** The next history keeps the counts and the place inside a step. */
const inputWith = (
  { cursor: _past, ...rest }: RosterInput,
  batch: BatchState,
  cursor: Cursor | undefined,
): RosterInput => ({ ...rest, batch, ...(cursor === undefined ? {} : { cursor }) });

/** Receiving reads the whole list: 200,000 rows take longer than a local activity may. */
const decide = async (batch: Batch, envelope: CommandEnvelope): Promise<Decided<RosterFacts>> => {
  const { type } = envelope.command;
  if (STEERING.includes(type))
    return { answer: await batch.steer((at) => careful.steerBatch(envelope, at)), facts: null };
  return type === 'ReceiveRoster' || type === 'TakeOverRoster'
    ? careful.decideRoster(envelope)
    : local.decideRoster(envelope);
};

const waitingFor = (facts: RosterFacts | undefined): string =>
  facts?.control === 'PAUSED' ? 'RESUME' : (facts?.next ?? facts?.waitingFor ?? 'NOTHING');

export const rosterEnrolment = async (input: RosterInput): Promise<void> => {
  const { rosterId, rowsPerChunk = ROWS_PER_CHUNK, historyEventsMax = HISTORY_EVENTS_MAX } = input;
  let cursor = input.cursor;
  let facts: RosterFacts | undefined;
  let tried = '';
  const batch = createBatch('NOMINATION', input.batch);
  const news = listenFor<RosterFacts>(rosterId);
  const desk = openDesk({
    update: rosterCommand,
    validator: validatorFor(
      {
        roster: [
          ...['ReceiveRoster', 'TakeOverRoster', 'ApproveRoster'],
          ...['SubmitRoster', 'AnswerRegistration'],
          ...STEERING,
        ],
      },
      (envelope) => envelope.streamId === rosterId,
    ),
    isOpen: () => facts !== undefined,
    decide: (envelope) => decide(batch, envelope),
    recorded: news.told,
  });
  setHandler(waiting, () => ({
    stage: facts?.stage ?? 'UNKNOWN',
    waitingFor: waitingFor(facts),
  }));

  const runStep = async (step: BatchStepCode, total: number): Promise<boolean> => {
    const from = cursor?.step === step ? cursor : { next: 0, done: 0, skipped: 0 };
    batch.begin(step, total, from.done, from.skipped);
    const isCompleted = await workOff({
      ...{ batch, news, from: from.next, total, rowsPerChunk, historyEventsMax },
      run: (next, count) => runRosterChunk({ batchId: rosterId, step, from: next, count }),
      reached(next) {
        const { done, skipped } = batch.done();
        cursor = { step, next, done, skipped };
      },
      complete() {
        const { done, skipped } = batch.done();
        return following.completeStep({ rosterId, step, done, skipped });
      },
    });
    if (isCompleted) cursor = undefined;
    return isCompleted;
  };

  const goOn = async (): Promise<void> => {
    const now = await read(news, desk, {
      quickly: () => local.hydrateRoster(rosterId),
      patiently: () => following.hydrateRoster(rosterId),
    });
    facts = now;
    news.learned(now.version);
    // A step that was taken and changed nothing waits for new facts, not for another try.
    const wanted = `${now.version}:${now.next}`;
    batch.obey(now.control);
    if (now.next === null || now.control !== 'RUNNING' || wanted === tried) return;
    if (await runStep(now.next, now.total)) tried = wanted;
    news.mark(); // the step moved the list on
  };

  const isOver = (): boolean => batch.isCancelled() || facts?.ended === true;
  const hasLeft = (): Promise<boolean> =>
    leave(news, () => following.leaveStream(rosterId), desk.isIdle);

  for (;;) {
    await insist(news, goOn);
    await condition(desk.isIdle);
    if (isOver() && (await hasLeft())) return;
    if (isHistoryLong(historyEventsMax))
      return continueAsNew<typeof rosterEnrolment>(inputWith(input, batch.carry(), cursor));
    if (news.isStale()) continue;
    if (facts?.exists !== true && (await hasLeft())) return;
    await condition(news.isStale);
  }
};
