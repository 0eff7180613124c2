// One row per batch: where a list stands in its work, who stopped it, and what it had not reached.
import type { BatchPlace } from '../../domain/batch.ts';
import {
  type HandOverState,
  handOverDecider,
  handOverStage,
} from '../../domain/hand-over/decider.ts';
import {
  evolveRoster,
  initialRoster,
  type RosterState,
  rosterStage,
} from '../../domain/roster/state.ts';
import type { KeyedTable } from '../keyed-table.ts';
import { orphaned, type RecordedIn } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

/** `WAITING`: for a person or the branch, with no step to take. */
export type BatchState = 'RUNNING' | 'WAITING' | 'PAUSED' | 'CANCELLED' | 'COMPLETED';

/** The last word of a person about the batch. */
export type BatchNote = BatchPlace & {
  readonly by: string;
  readonly reason: string;
  readonly at: string;
};

type BatchFacts = { readonly roster?: RosterState; readonly handOver?: HandOverState };

export type BatchRow = {
  readonly batchId: string;
  readonly kind: 'roster' | 'cards';
  readonly state: BatchState;
  /** Rows accepted, or cards listed. */
  readonly total: number;
  readonly place: string | null;
  readonly receivedBy: string;
  readonly receivedAt: string;
  readonly changedAt: string;
  readonly note: BatchNote | null;
  /** The domain's own fold: the board names no other state than the decider. */
  readonly facts: BatchFacts;
  readonly version: number;
  readonly position: string;
};

export const batchTable: KeyedTable<BatchRow> = {
  name: 'rm.batch_board_v1',
  key: 'batchId',
  columns: {
    batchId: 'text not null',
    kind: 'text not null',
    state: 'text not null',
    total: 'integer not null',
    place: 'text',
    receivedBy: 'text not null',
    receivedAt: 'timestamptz not null',
    changedAt: 'timestamptz not null',
    note: 'jsonb',
    facts: 'jsonb not null',
    version: 'integer not null',
    position: 'bigint not null',
  },
  indexes: ['(state, received_at)'],
};

type Recorded = RecordedIn<'roster' | 'hand_over'>;

const rosterState = (state: RosterState): BatchState => {
  if (state.control !== 'RUNNING') return state.control;
  if (state.due.length > 0) return 'RUNNING';
  const stage = rosterStage(state);
  return stage === 'ANSWERED' || stage === 'TAKEN_OVER' ? 'COMPLETED' : 'WAITING';
};

const handOverState = (facts: HandOverState): BatchState => {
  const stage = handOverStage(facts);
  return stage === 'UNKNOWN' ? 'RUNNING' : stage;
};

const noteOf = ({ data, meta, effectiveAt }: Recorded): BatchNote | undefined => {
  if (!('left' in data)) return undefined;
  const { step, done, skipped, left, reason } = data;
  return { step, done, skipped, left, reason, by: meta.actor.id, at: effectiveAt };
};

const readings = (before: BatchFacts, event: Recorded): Pick<BatchRow, 'facts' | 'state'> => {
  if (event.category === 'roster') {
    const roster = evolveRoster(before.roster ?? initialRoster, event);
    return { facts: { roster }, state: rosterState(roster) };
  }
  const handOver = handOverDecider.evolve(before.handOver ?? handOverDecider.initial, event);
  return { facts: { handOver }, state: handOverState(handOver) };
};

const begun = (event: Recorded, batchId: string): BatchRow | undefined => {
  const { effectiveAt, version, position, meta } = event;
  const isRoster = event.type === 'RosterReceived';
  if (!isRoster && event.type !== 'HandOverReceived') return undefined;
  return {
    batchId,
    kind: isRoster ? 'roster' : 'cards',
    total: isRoster ? event.data.accepted : event.data.cards,
    place: isRoster ? null : event.data.place,
    receivedBy: meta.actor.id,
    receivedAt: effectiveAt,
    changedAt: effectiveAt,
    note: null,
    ...readings({}, event),
    version,
    position,
  };
};

export const batchFold: RowFold<BatchRow> = {
  table: batchTable,
  keysOf(event) {
    if (event.category !== 'roster' && event.category !== 'hand_over') return [];
    // The pieces of a list come before the whole that begins the batch.
    return event.type === 'HandOverListed' ? [] : [event.streamId];
  },
  fold(row, event, batchId) {
    if (event.category !== 'roster' && event.category !== 'hand_over') return row;
    const first = begun(event, batchId);
    if (first !== undefined) return first;
    if (row === undefined) return orphaned(event);
    const changed = { changedAt: event.effectiveAt, version: event.version };
    return { ...row, ...changed, ...readings(row.facts, event), note: noteOf(event) ?? row.note };
  },
};
