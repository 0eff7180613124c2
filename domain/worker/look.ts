// A look at a person's data is recorded before anything is shown; it changes nothing else.
import { accept, type Context, type Decision, refuse } from '../decider.ts';
import type {
  NoteWorkerFound,
  NoteWorkerRevealed,
  WorkerFieldsRevealed,
  WorkerFound,
} from './look-events.ts';
import type { WorkerState } from './stage.ts';

type Look = Decision<
  WorkerFound | WorkerFieldsRevealed,
  'LookOnlyNow' | 'ReasonMissing' | 'WorkerNotNominated'
>;

export const noteWorkerLook = (
  { type, data }: NoteWorkerFound | NoteWorkerRevealed,
  { workerId }: WorkerState,
  { origin, by }: Context,
): Look => {
  if (workerId === null) return refuse('WorkerNotNominated');
  // Nobody has looked in the past: what is shown is shown now.
  if (origin === 'historic') return refuse('LookOnlyNow');
  // The card is in the hand of whoever asks; an auditor always says why.
  const isPlain = type === 'NoteWorkerFound' && data.by === 'CARD' && by.act !== 'audit';
  if (!isPlain && (data.reason ?? '').trim() === '') return refuse('ReasonMissing');
  if (type === 'NoteWorkerFound') return accept({ type: 'WorkerFound', data });
  if (data.fields.length === 0) return accept();
  return accept({ type: 'WorkerFieldsRevealed', data });
};
