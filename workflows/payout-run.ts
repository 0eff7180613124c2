// One run, `payout-run/<id>`: assembled, released by a second person, one file, every end followed.
import {
  condition,
  continueAsNew,
  proxyActivities,
  setHandler,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import type { Activities, RunFacts } from '../activities/activities.ts';
import type { Answer, CommandEnvelope } from '../domain/command.ts';
import { chunky, durable, patient } from './activity-options.ts';
import { openDesk } from './command-desk.ts';
import { phaseAttribute, runCommand, validatorFor, waiting } from './messages.ts';
import { insist, isHistoryLong, listenFor } from './news.ts';

// Every command here freezes or releases money: none may be a local activity (B3).
const careful = proxyActivities<Activities>(durable);
const following = proxyActivities<Activities>(patient);
const long = proxyActivities<Activities>(chunky);

export type RunInput = { readonly runId: string; readonly historyEventsMax?: number };

const HISTORY_EVENTS_MAX = 900;

const decide = (envelope: CommandEnvelope): Promise<Answer> => {
  const { type } = envelope.command;
  if (type === 'AssembleRun') return careful.assembleRun(envelope);
  return type === 'CancelRun' ? careful.cancelRun(envelope) : careful.recordDecision(envelope);
};

export const payoutRun = async (input: RunInput): Promise<void> => {
  const { runId, historyEventsMax = HISTORY_EVENTS_MAX } = input;
  let facts: RunFacts | undefined;
  let phase = 'ASSEMBLY';
  const news = listenFor(runId);
  const desk = openDesk({
    update: runCommand,
    validator: validatorFor(
      { payout_run: ['AssembleRun', 'ReleaseRun', 'CancelRun', 'IngestAnswer'] },
      (envelope) => envelope.streamId === runId,
    ),
    isOpen: () => facts !== undefined,
    decide,
    recorded: news.mark,
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
      if (!now.exists || now.ended) return false;
      if (now.released) return true;
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

  if (await untilReleased()) {
    await step('INTENTS', () => long.intendPayments(runId));
    await step('FILE', () => long.prepareFile(runId));
    await step('DROP', () => long.dropFile(runId));
    await step('SENT', () => long.recordSent(runId));
    const isComplete = await untilEveryEnd();
    await condition(desk.isIdle);
    if (!isComplete) return continueAsNew<typeof payoutRun>(input);
    await step('RECONCILIATION', () => long.reconcileRun(runId));
  }
  await condition(desk.isIdle);
  await following.leaveStream(runId);
};
