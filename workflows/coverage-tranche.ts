// One tranche, `tranche/<id>`: its premium gate and its lapse clock, side by side for as long as it lives.
import {
  condition,
  continueAsNew,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  sleep,
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

/**
 * A clerk who enters the payments of years brings a fact every few milliseconds: after a few looks in
 * a row they are gathered, and looked at together. Whoever comes alone is looked at at once.
 */
const LOOKS_IN_A_ROW = 3;
const GATHER_MS = 2_000;

/** A distance between looks, not a date: in a workflow Temporal's own clock, the same on replay. */
// eslint-disable-next-line no-restricted-globals -- a distance between two looks, never a date
const elapsedMs = (): number => Date.now();

const createGathering = () => {
  let lookedAt = 0;
  let inARow = 0;
  return {
    looked(): void {
      lookedAt = elapsedMs();
    },
    async rest(): Promise<void> {
      const leftMs = lookedAt + GATHER_MS - elapsedMs();
      inARow = leftMs > 0 ? inARow + 1 : 0;
      if (leftMs > 0 && inARow >= LOOKS_IN_A_ROW) await sleep(leftMs);
    },
  };
};

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
  const gathering = createGathering();
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
    const now = await read(news, desk, {
      quickly: () => local.lookAtTranche(trancheId),
      patiently: () => following.lookAtTranche(trancheId),
    });
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
    await gathering.rest();
    const now = await insist(news, catchUp);
    gathering.looked();
    await desk.whenIdle();
    if (news.isStale()) continue;
    if (!now.exists && (await leave(news, () => following.leaveStream(trancheId), desk.isIdle)))
      return;
    if (isHistoryLong(historyEventsMax))
      return continueAsNew<typeof coverageTranche>({ ...input, payments });
    await waitForNews(now);
  }
};
