// One tranche, `tranche/<id>`: its premium gate and its lapse clock, side by side for as long as it lives.
import {
  condition,
  continueAsNew,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
} from '@temporalio/workflow';
import type { Activities, TrancheLook } from '../activities/activities.ts';
import { chunky, patient, quick } from './activity-options.ts';
import { openDesk } from './command-desk.ts';
import { trancheCommand, validatorFor, waiting } from './messages.ts';
import { insist, isHistoryLong, leave, listenFor, read } from './news.ts';

const local = proxyLocalActivities<Activities>(quick);
const following = proxyActivities<Activities>(patient);
const long = proxyActivities<Activities>(chunky);

export type TrancheInput = {
  readonly trancheId: string;
  /** Carried over: the payments up to which the claims of the tranche were looked at. */
  readonly payments?: string;
  readonly historyEventsMax?: number;
};

/** It lives for years and wakes some times a month: each replay must be short. */
const HISTORY_EVENTS_MAX = 400;

const PERSONS_COMMANDS = [
  'OpenTranche',
  'SetGate',
  'ReceiveCards',
  'OverrideGate',
  'AcceptArrears',
  'BudgetMonths',
  'ProposeHistoryClosure',
  'ConfirmHistoryClosure',
];

export const coverageTranche = async (input: TrancheInput): Promise<void> => {
  const { trancheId, historyEventsMax = HISTORY_EVENTS_MAX } = input;
  let seen: TrancheLook | undefined;
  let payments = input.payments ?? '';
  const news = listenFor<TrancheLook>(trancheId);
  const desk = openDesk({
    update: trancheCommand,
    validator: validatorFor({ tranche: PERSONS_COMMANDS }, (e) => e.streamId === trancheId),
    isOpen: () => seen !== undefined,
    decide: async (envelope) => ({
      answer: await local.recordDecision(envelope),
      facts: null,
    }),
    recorded: news.told,
  });
  setHandler(waiting, () => ({
    stage: seen?.stage ?? 'UNKNOWN',
    waitingFor: seen?.waitingFor ?? 'NOTHING',
  }));

  /** A timer never decides: every look reads again and asks the decider what holds now. */
  const catchUp = async (): Promise<TrancheLook> => {
    const now = await read(
      news,
      () => local.lookAtTranche(trancheId),
      () => following.lookAtTranche(trancheId),
    );
    seen = now;
    news.learned(now.version);
    if (now.payments !== '' && now.payments !== payments) {
      await long.recheckCover(trancheId);
      payments = now.payments;
    }
    return now;
  };

  const waitForNews = async ({ next }: TrancheLook): Promise<void> => {
    if (next === null) return condition(news.isStale);
    if (!(await condition(news.isStale, next.waitMs))) news.mark();
  };

  for (;;) {
    const now = await insist(news, catchUp);
    await condition(desk.isIdle);
    if (news.isStale()) continue;
    if (!now.exists && (await leave(news, () => following.leaveStream(trancheId), desk.isIdle)))
      return;
    if (isHistoryLong(historyEventsMax))
      return continueAsNew<typeof coverageTranche>({ ...input, payments });
    await waitForNews(now);
  }
};
