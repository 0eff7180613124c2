// One chunk of a batch: appended at once, and told to the lifecycles that carry its workers.
import type { Batch, BatchOutcome, Step } from './follow-up.ts';
import { followUpMany } from './follow-up.ts';
import type { Ports } from './ports.ts';

/**
 * Exactly the workers that a lifecycle carries; all of them `at-enrolment`. Those of an earlier try,
 * too: it may have ended before it could tell them, and a version known already is no news.
 */
const tellLifecycles = async (
  ports: Ports,
  steps: readonly Step[],
  outcomes: readonly BatchOutcome[],
): Promise<void> => {
  const holding = outcomes.flatMap((outcome, index) => {
    const streamId = steps[index]?.streamId;
    return streamId === undefined || outcome.status === 'refused' ? [] : [{ streamId, outcome }];
  });
  const before = holding.filter(({ outcome }) => outcome.status === 'unchanged');
  const isAll = ports.lifecycleStart === 'at-enrolment';
  const carried = isAll
    ? new Set<string>()
    : await ports.store.carriedOf(before.map(({ streamId }) => streamId));
  const changes = holding.flatMap(({ streamId, outcome }) => {
    const isCarried = outcome.status === 'done' ? outcome.hasWorkflow : carried.has(streamId);
    return isAll || isCarried ? [{ streamId, version: outcome.version }] : [];
  });
  if (changes.length > 0) await ports.signals.workersChanged(changes);
};

/** How many steps hold now, whether by this run or an earlier one. */
export const runBatch = async (ports: Ports, batch: Batch): Promise<number> => {
  const outcomes = await followUpMany(ports, batch);
  ports.fault('worker.after-roster-chunk');
  await tellLifecycles(ports, batch.steps, outcomes);
  ports.heartbeat();
  return outcomes.filter((outcome) => outcome.status !== 'refused').length;
};
