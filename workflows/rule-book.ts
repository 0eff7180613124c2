// The rule book, `rule-book/<id>`: after an activation every open claim that it concerns hears of it.
import { proxyActivities, setHandler } from '@temporalio/workflow';
import type { Activities } from '../activities/activities.ts';
import { chunky, patient } from './activity-options.ts';
import { waiting } from './messages.ts';
import { insist, leave, listenFor } from './news.ts';

const following = proxyActivities<Activities>(patient);
const long = proxyActivities<Activities>({ ...chunky, startToCloseTimeout: '2 hours' });

export type RuleBookInput = { readonly bookId: string };

export const ruleBook = async ({ bookId }: RuleBookInput): Promise<void> => {
  let stage = 'UNKNOWN';
  const news = listenFor(bookId);
  setHandler(waiting, () => ({ stage, waitingFor: 'NOTHING' }));

  const catchUp = async (): Promise<void> => {
    news.startReading();
    const look = await long.meetOpenClaims(bookId);
    stage = look.stage;
    news.learned(look.version);
  };

  do await insist(news, catchUp);
  while (
    !(await leave(
      news,
      () => following.leaveStream(bookId),
      () => true,
    ))
  );
};
