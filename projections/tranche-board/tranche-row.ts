// One row per tranche: its state as its decider folds it, and the days of its clock that came.
import type { LocalDate, Month } from '../../domain/calendar.ts';
import type { TrancheEvent } from '../../domain/programme/events.ts';
import type { LapseMilestone } from '../../domain/programme/paid-month.ts';
import { trancheDecider } from '../../domain/programme/tranche-decider.ts';
import type { TrancheState } from '../../domain/programme/tranche-state.ts';
import type { KeyedTable } from '../keyed-table.ts';
import { orphaned, type RecordedIn } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

/** A day of the lapse clock as it was recorded. */
export type PassedMilestone = {
  readonly milestone: LapseMilestone;
  readonly firstUnpaid: Month;
  readonly dueOn: LocalDate;
  readonly remind: boolean;
  readonly at: string;
};

export type TrancheBoardRow = {
  readonly trancheId: string;
  readonly programmeId: string;
  readonly facts: TrancheState;
  readonly passed: readonly PassedMilestone[];
  readonly historic: boolean;
  readonly position: string;
};

export const trancheBoardTable: KeyedTable<TrancheBoardRow> = {
  name: 'rm.tranche_board_v2',
  key: 'trancheId',
  columns: {
    trancheId: 'text not null',
    programmeId: 'text not null',
    facts: 'jsonb not null',
    passed: 'jsonb not null',
    historic: 'boolean not null',
    position: 'bigint not null',
  },
  indexes: ['(programme_id)'],
};

type TrancheRecorded = RecordedIn<'tranche'>;

const passedBy = (event: TrancheRecorded): readonly PassedMilestone[] => {
  const at = event.effectiveAt;
  if (event.type === 'LapseWarned') {
    const { milestone, firstUnpaid, dueOn, remind } = event.data;
    return [{ milestone, firstUnpaid, dueOn, remind, at }];
  }
  if (event.type === 'CoverLapsed') {
    const { firstUnpaid, lapsedOn: dueOn, remind } = event.data;
    return [{ milestone: 'LAPSE', firstUnpaid, dueOn, remind, at }];
  }
  return [];
};

/** Type and data of a recorded event are those of the domain; the rest is its envelope. */
const asTrancheEvent = ({ type, data }: TrancheRecorded): TrancheEvent =>
  ({ type, data }) as TrancheEvent;

export const trancheBoardFold: RowFold<TrancheBoardRow> = {
  table: trancheBoardTable,
  keysOf: (event) => (event.category === 'tranche' ? [event.streamId] : []),
  fold(row, event, trancheId) {
    if (event.category !== 'tranche') return row;
    const facts = trancheDecider.evolve(
      row?.facts ?? trancheDecider.initial,
      asTrancheEvent(event),
    );
    const { position } = event;
    if (event.type === 'TrancheOpened') {
      const { programmeId } = event.data;
      const historic = event.meta.origin === 'historic';
      return { trancheId, programmeId, facts, passed: [], historic, position };
    }
    if (row === undefined) return orphaned(event);
    return { ...row, facts, passed: [...row.passed, ...passedBy(event)] };
  },
};
