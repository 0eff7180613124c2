// Tells the lifecycles of workers that a batch moved their streams on.
import type { WorkflowSignals } from '../../infra/temporal/workflow-signals.ts';
import { type WorkflowPlace, wake } from '../gateway/workflow-starts.ts';

/** Temporal is the scarce resource: a few at a time, in order. */
const SIGNALS_AT_ONCE = 8;

export const createWorkflowSignals = (place: WorkflowPlace): WorkflowSignals => ({
  async workersChanged(changes) {
    for (let from = 0; from < changes.length; from += SIGNALS_AT_ONCE) {
      const some = changes.slice(from, from + SIGNALS_AT_ONCE);
      await Promise.all(some.map((facts) => wake(place, 'worker', { id: facts.streamId, facts })));
    }
  },
});
