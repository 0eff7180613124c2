// Runs projections: each follows the stream by itself, exactly once, and stops alone at a poison event.
import { setTimeout as sleep } from 'node:timers/promises';
import { isOwnershipLost } from './apply-batch.ts';
import { type FollowerDeps, follow } from './follower.ts';
import { isPoison, type Poison } from './poison.ts';
import type { Projection } from './projection.ts';
import { isStopped, recordStop } from './projection-status.ts';

export type ProjectorDeps = FollowerDeps & {
  /** What may be said of an error in a status row that people read: no values of rows. */
  describe(error: unknown): string;
};

const RETRY_FIRST_MS = 100;
const RETRY_MAX_MS = 2_000;
const STOPPED_POLL_MS = 500;

const pause = async (ms: number, signal: AbortSignal): Promise<void> => {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
};

const stopAt = async (deps: ProjectorDeps, stop: Poison): Promise<void> => {
  const { poisonOf: projection, event } = stop;
  await recordStop(deps.db, { projection, event, reason: deps.describe(stop.cause) });
};

/** Nothing is skipped and nothing parked aside: later rows could be built on the missing one. */
const waitForRetry = async (
  deps: ProjectorDeps,
  projection: string,
  signal: AbortSignal,
): Promise<void> => {
  while (!signal.aborted) {
    await pause(STOPPED_POLL_MS, signal);
    const stopped = await isStopped(deps.db, projection).catch(() => true);
    if (!stopped) {
      deps.report({ kind: 'resumed', projection });
      return;
    }
  }
};

/** How long to wait before the next turn; grows while nothing but failures happen. */
const turn = async (
  deps: ProjectorDeps,
  projection: Projection,
  signal: AbortSignal,
): Promise<'went well' | 'failed'> => {
  try {
    await follow(deps, projection, signal);
    return 'went well';
  } catch (error) {
    if (isOwnershipLost(error)) return 'failed';
    if (!isPoison(error)) {
      if (!signal.aborted) deps.report({ kind: 'failed', projection: projection.name, error });
      return 'failed';
    }
    await stopAt(deps, error);
    deps.report({ kind: 'stopped', projection: projection.name, poison: error });
    await waitForRetry(deps, projection.name, signal);
    return 'went well';
  }
};

export const runProjection = async (
  deps: ProjectorDeps,
  projection: Projection,
  signal: AbortSignal,
): Promise<void> => {
  let delayMs = RETRY_FIRST_MS;
  while (!signal.aborted) {
    const went = await turn(deps, projection, signal).catch((error: unknown) => {
      deps.report({ kind: 'failed', projection: projection.name, error });
      return 'failed' as const;
    });
    delayMs = went === 'failed' ? Math.min(delayMs * 2, RETRY_MAX_MS) : RETRY_FIRST_MS;
    await pause(delayMs, signal);
  }
};

/** One process runs all; each has its own consumer, so that one that stops holds back no other. */
export const runProjector = async (
  deps: ProjectorDeps,
  projections: readonly Projection[],
  signal: AbortSignal,
): Promise<void> => {
  await Promise.all(projections.map((projection) => runProjection(deps, projection, signal)));
};
