// Beside the clocks of a claim: when its payables changed hands, and where its worker lives.
import {
  foldPayableTime,
  initialPayableTime,
  type PayableMark,
} from '../../domain/claim/clock/payable-time.ts';
import type { PayableState } from '../../domain/payout/payable-state.ts';
import { placeTableOf } from '../claim-queue/claim-row.ts';
import type { KeyedTable } from '../keyed-table.ts';
import { orphaned } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

export type PayableTimeRow = {
  readonly payableId: string;
  readonly claimId: string;
  readonly facts: PayableState;
  readonly marks: readonly PayableMark[];
  readonly position: string;
};

export const payableTimeTable: KeyedTable<PayableTimeRow> = {
  name: 'rm.deadline_ledger_v14_payables',
  key: 'payableId',
  columns: {
    payableId: 'text not null',
    claimId: 'text not null',
    facts: 'jsonb not null',
    marks: 'jsonb not null',
    position: 'bigint not null',
  },
  indexes: ['(claim_id)'],
};

/** The time of a claim is the family's: a hospital waits for its money beside it. */
const withoutBill = (row: PayableTimeRow): PayableTimeRow =>
  row.facts.created?.billId === undefined ? row : { ...row, marks: [] };

export const payableTimeFold: RowFold<PayableTimeRow> = {
  table: payableTimeTable,
  keysOf: (event) => (event.category === 'payable' ? [event.data.payableId] : []),
  fold(row, event) {
    if (event.category !== 'payable') return row;
    const { effectiveAt: at, position } = event;
    if (event.type === 'PayableCreated') {
      const { payableId, claimId } = event.data;
      const first = foldPayableTime(initialPayableTime, { event, at, position });
      return withoutBill({ payableId, claimId, ...first, position });
    }
    if (row === undefined) return orphaned(event);
    return withoutBill({ ...row, ...foldPayableTime(row, { event, at, position }) });
  },
};

export const timePlaceTable = placeTableOf('rm.deadline_ledger_v14_places');
