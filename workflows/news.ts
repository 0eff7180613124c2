// What a workflow has heard about its stream since it last read it.
import { condition, setHandler, workflowInfo } from '@temporalio/workflow';
import { type Desk, failureCode } from './command-desk.ts';
import { factsChanged } from './messages.ts';

type Versioned = { readonly version: number };

export type News<Facts extends Versioned = Versioned> = {
  /** Something may follow that was not read yet. */
  isStale(): boolean;
  mark(): void;
  /** Before a look at the stream: what is heard from now on is news again. */
  startReading(): void;
  learned(version: number): void;
  /** What came along with an answer; null: nothing did, so the stream is to be looked at. */
  told(facts: Facts | null): void;
  /** The facts told last. Undefined when something else was heard too: only a look knows all. */
  takeTold(): Facts | undefined;
};

/** Registers its handler at once. A version known already is no news. */
export const listenFor = <Facts extends Versioned = Versioned>(streamId: string): News<Facts> => {
  let known = -1;
  let heardOf = -1;
  let unread = true;
  let marked = false;
  let told: Facts | undefined;
  const mark = (): void => {
    marked = true;
  };
  setHandler(factsChanged, (heard) => {
    if (heard.streamId !== streamId || heard.version === null) mark();
    else heardOf = Math.max(heardOf, heard.version);
  });
  return {
    isStale: () => unread || marked || told !== undefined || heardOf > known,
    mark,
    startReading() {
      unread = false;
      marked = false;
      heardOf = -1;
      told = undefined;
    },
    learned(version) {
      unread = false;
      known = version;
    },
    told(facts) {
      // No newer than what is known: after a restore that may be another history of the same length.
      if (facts === null || facts.version <= known) mark();
      else told = facts;
    },
    takeTold() {
      const facts = told;
      told = undefined;
      // A look that ended meanwhile has seen as much, and perhaps more.
      if (marked || facts === undefined || facts.version < Math.max(known + 1, heardOf)) return;
      return facts;
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
  if (!news.isStale()) return true;
  news.mark(); // by a look, which enters the stream again
  return false;
};

/** A long history makes every waking slow: then the workflow begins a new one. */
export const isHistoryLong = (eventsMax: number): boolean =>
  workflowInfo().continueAsNewSuggested || workflowInfo().historyLength > eventsMax;

/**
 * The pauses before the next tries of a step that only a person can mend (a destroyed key, a lost
 * document): short at first, since what looked like that may have been a server in its last second.
 */
const STUCK_RETRIES = ['30 seconds', '5 minutes', '1 hour'] as const;

/**
 * Tried until it succeeds: what no retry can mend waits, visibly, for news or the next turn. What was
 * heard while a try failed is news to the next one.
 */
export const insist = async <T>(
  news: News,
  work: () => Promise<T>,
  stuck: (code: string) => void = () => undefined,
): Promise<T> => {
  for (let failed = 0; ; failed += 1) {
    try {
      return await work();
    } catch (error) {
      const code = failureCode(error);
      if (code === undefined) throw error;
      stuck(code);
      await condition(news.isStale, STUCK_RETRIES[failed] ?? '1 hour');
      news.startReading();
    }
  }
};

/**
 * What an answer brought along is not looked up again: a look as a local activity belongs to the
 * workflow task that answers, and would hold the answer back. Else a look is first taken as a local
 * activity, between two commands: one event of history instead of six. When the store is away that
 * ends after seconds, and the patient one waits until it is back.
 */
export const read = async <Facts extends Versioned>(
  news: News<Facts>,
  desk: Desk,
  looks: { readonly quickly: () => Promise<Facts>; readonly patiently: () => Promise<Facts> },
): Promise<Facts> => {
  // Nobody is at the desk: what was told needs no turn there.
  const known = desk.isIdle() ? news.takeTold() : undefined;
  if (known !== undefined) return known;
  try {
    return await desk.alone(async () => {
      const told = news.takeTold();
      if (told !== undefined) return told;
      news.startReading();
      return looks.quickly();
    });
  } catch (error) {
    if (failureCode(error) === undefined) throw error;
    return looks.patiently();
  }
};
