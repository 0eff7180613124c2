// A person pauses, resumes or cancels the work on a list; a list with nothing left has ended.
import { NOT_BEGUN, type SteerBatch, type SteeringRefusal, steer } from '../batch.ts';
import { accept, type Decision, refuse } from '../decider.ts';
import type { RosterEvent } from './events.ts';
import { type RosterState, rosterStage } from './state.ts';

export const steerRoster = (
  wish: SteerBatch,
  state: RosterState,
): Decision<RosterEvent, SteeringRefusal | 'RosterUnknown'> => {
  const { received, control, due } = state;
  if (received === null) return refuse('RosterUnknown');
  const isEnded = rosterStage(state) === 'ANSWERED' && due.length === 0;
  const next = steer(wish, control, isEnded);
  const { reason, at = NOT_BEGUN } = wish.data;
  const data = { rosterId: received.rosterId, reason, ...at };
  switch (next) {
    case 'NOTHING':
      return accept();
    case 'PAUSED':
      return accept({ type: 'RosterPaused', data });
    case 'RUNNING':
      return accept({ type: 'RosterResumed', data });
    case 'CANCELLED':
      return accept({ type: 'RosterCancelled', data });
    default:
      return refuse(next);
  }
};
