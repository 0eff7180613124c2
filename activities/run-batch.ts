// One chunk of a batch: appended at once, and told to the lifecycles that carry its workers.
import type { Batch, BatchOutcome, Step } from './follow-up.ts';
import { followUpMany } from './follow-up.ts';
import type { Ports } from './ports.ts';

/** Exactly the workers whose append said that a lifecycle is open; all of them `at-enrolment`. */
const tellLifecycles = async (
  ports: Ports,
  steps: readonly Step[],
  outcomes: readonly BatchOutcome[],
): Promise<void> => {
  const changes = outcomes.flatMap((outcome, index) => {
    const step = steps[index];
    if (step === undefined || outcome.status !== 'done') return [];
    const isOpen = outcome.hasWorkflow || ports.lifecycleStart === 'at-enrolment';
    return isOpen ? [{ streamId: step.streamId, version: outcome.version }] : [];
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
