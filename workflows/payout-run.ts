// One run, `payout-run/<id>`: assembled, released by a second person, one file, every end followed.
import {
  condition,
  continueAsNew,
  proxyActivities,
  setHandler,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import type { Activities, Decided, RunFacts } from '../activities/activities.ts';
import type { Answer, CommandEnvelope } from '../domain/command.ts';
import { chunky, durable, patient } from './activity-options.ts';
import { openDesk } from './command-desk.ts';
import { phaseAttribute, runCommand, validatorFor, waiting } from './messages.ts';
import { insist, isHistoryLong, leave, listenFor } from './news.ts';

// Every command here freezes or releases money: none may be a local activity (B3).
const careful = proxyActivities<Activities>(durable);
const following = proxyActivities<Activities>(patient);
const long = proxyActivities<Activities>(chunky);

export type RunInput = { readonly runId: string; readonly historyEventsMax?: number };

const HISTORY_EVENTS_MAX = 900;

const answerTo = (envelope: CommandEnvelope): Promise<Answer> => {
  const { type } = envelope.command;
  if (type === 'AssembleRun') return careful.assembleRun(envelope);
  return type === 'CancelRun' ? careful.cancelRun(envelope) : careful.recordDecision(envelope);
};

/** Every look at a run is a normal activity: none holds an answer back. */
const decide = async (envelope: CommandEnvelope): Promise<Decided<RunFacts>> => ({
  answer: await answerTo(envelope),
  facts: null,
});

/** A run that was paid and reconciled at this very version has nothing new to do before news. */
const nextOf = (run: RunFacts, paidVersion: number): 'LEAVE' | 'PAY' | 'WAIT' => {
  if (!run.exists || run.ended) return 'LEAVE';
  return run.released && run.version !== paidVersion ? 'PAY' : 'WAIT';
};

export const payoutRun = async (input: RunInput): Promise<void> => {
  const { runId, historyEventsMax = HISTORY_EVENTS_MAX } = input;
  let facts: RunFacts | undefined;
  let phase = 'ASSEMBLY';
  /** Version of the run that was paid last: the same one again waits for news. */
  let paidVersion = -1;
  const news = listenFor<RunFacts>(runId);
  const desk = openDesk({
    update: runCommand,
    validator: validatorFor(
      { payout_run: ['AssembleRun', 'ReleaseRun', 'CancelRun', 'IngestAnswer'] },
      (envelope) => envelope.streamId === runId,
    ),
    isOpen: () => facts !== undefined,
    decide,
    recorded: news.told,
  });
  setHandler(waiting, () => ({ stage: facts?.stage ?? 'UNKNOWN', waitingFor: phase }));

  const enter = (name: string): void => {
    if (name !== phase) upsertSearchAttributes([{ key: phaseAttribute, value: name }]);
    phase = name;
  };

  const step = (name: string, work: () => Promise<void>): Promise<void> =>
    insist(
      news,
      () => {
        enter(name);
        return work();
      },
      (code) => enter(`STUCK:${code}`),
    );

  /** True once released; false when there is nothing (more) to do. */
  const untilReleased = async (): Promise<boolean> => {
    for (;;) {
      news.startReading();
      const now = await insist(news, () => following.hydrateRun(runId));
      facts = now;
      news.learned(now.version);
      await condition(desk.isIdle);
      if (news.isStale()) continue;
      const todo = nextOf(now, paidVersion);
      if (todo !== 'WAIT') return todo === 'PAY';
      enter('RELEASE');
      await condition(news.isStale);
    }
  };

  /** True when every payment has an end; false when the history should begin anew first. */
  const untilEveryEnd = async (): Promise<boolean> => {
    for (;;) {
      news.startReading();
      const now = await insist(news, () => following.followRun(runId));
      if (now.open === 0) return true;
      if (isHistoryLong(historyEventsMax)) return false;
      enter('BANK_ANSWERS');
      // Never a second send: from UNKNOWN only an enquiry or a person moves a payment on.
      if (now.overdue) await step('UNKNOWN', () => long.recordUnknown(runId));
      else await condition(news.isStale, now.waitMs);
    }
  };

  /** From the release to the reconciliation; false when the history should begin anew first. */
  const pay = async (): Promise<boolean> => {
    paidVersion = facts?.version ?? paidVersion;
    await step('INTENTS', () => long.intendPayments(runId));
    await step('FILE', () => long.prepareFile(runId));
    await step('DROP', () => long.dropFile(runId));
    await step('SENT', () => long.recordSent(runId));
    if (!(await untilEveryEnd())) return false;
    await step('RECONCILIATION', () => long.reconcileRun(runId));
    return true;
  };

  for (;;) {
    if (await untilReleased()) {
      if (await pay()) continue;
      await condition(desk.isIdle);
      return continueAsNew<typeof payoutRun>(input);
    }
    if (await leave(news, () => following.leaveStream(runId), desk.isIdle)) return;
  }
};
