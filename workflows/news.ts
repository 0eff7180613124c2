// What a workflow has heard about its stream since it last read it.
import { condition, setHandler, workflowInfo } from '@temporalio/workflow';
import { failureCode } from './command-desk.ts';
import { factsChanged } from './messages.ts';

export type News = {
  /** Something may follow that was not read yet. */
  isStale(): boolean;
  mark(): void;
  /** Before a look at the stream: what is heard from now on is news again. */
  startReading(): void;
  learned(version: number): void;
};

/** Registers its handler at once. A version known already is no news. */
export const listenFor = (streamId: string): News => {
  let known = -1;
  let stale = true;
  setHandler(factsChanged, (heard) => {
    const isNews = heard.version === null || heard.version > known;
    if (heard.streamId !== streamId || isNews) stale = true;
  });
  return {
    isStale: () => stale,
    mark() {
      stale = true;
    },
    startReading() {
      stale = false;
    },
    learned(version) {
      known = version;
    },
  };
};

/**
 * The last step of a workflow. False when something came in while it was leaving its stream: it was
 * told to nobody else, so it must be read here.
 */
export const leave = async (
  news: News,
  leaveStream: () => Promise<void>,
  isIdle: () => boolean,
): Promise<boolean> => {
  await leaveStream();
  await condition(isIdle);
  return !news.isStale();
};

/** A long history makes every waking slow: then the workflow begins a new one. */
export const isHistoryLong = (eventsMax: number): boolean =>
  workflowInfo().continueAsNewSuggested || workflowInfo().historyLength > eventsMax;

/** A step that only a person can mend (a destroyed key, a lost document) is tried again this often. */
const STUCK_RETRY = '1 hour';

/** Tried until it succeeds: what no retry can mend waits, visibly, for news or the next hour. */
export const insist = async <T>(
  news: News,
  work: () => Promise<T>,
  stuck: (code: string) => void = () => undefined,
): Promise<T> => {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const code = failureCode(error);
      if (code === undefined) throw error;
      stuck(code);
      news.startReading();
      await condition(news.isStale, STUCK_RETRY);
    }
  }
};

/**
 * A look at a stream is first taken as a local activity: one event of history instead of six. When
 * the store is away that ends after seconds, and the patient one waits until it is back.
 */
export const look = async <T>(
  quickly: () => Promise<T>,
  patiently: () => Promise<T>,
): Promise<T> => {
  try {
    return await quickly();
  } catch (error) {
    if (failureCode(error) === undefined) throw error;
    return patiently();
  }
};
