// One row per claim: its clocks of the law, and every change of whom its time is charged to.
import { foldLegalClocks } from '../../domain/claim/clock/clock-steps.ts';
import { type LegalClock, withPayableDue } from '../../domain/claim/clock/legal-clock.ts';
import {
  type ClaimMark,
  foldClaimTime,
  initialClaimTime,
} from '../../domain/claim/clock/standing.ts';
import { isClaimLook } from '../../domain/claim/desk/look-events.ts';
import type { ClaimState } from '../../domain/claim/state.ts';
import { NATIONAL_HOLIDAYS } from '../../domain/rules/holidays.ts';
import type { KeyedTable } from '../keyed-table.ts';
import { orphaned, type RecordedIn } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

export type DeadlineRow = {
  readonly claimId: string;
  readonly workerId: string;
  readonly ended: 'PAID' | 'REJECTED' | 'WITHDRAWN' | 'ROUTED' | null;
  readonly facts: ClaimState;
  /** When the running clock counts as missed, by the calendar of the day on which it started. */
  readonly lateFrom: string | null;
  readonly marks: readonly ClaimMark[];
  /** Every clock of the law that the claim ever started. */
  readonly clocks: readonly LegalClock[];
  readonly position: string;
};

export const deadlineTable: KeyedTable<DeadlineRow> = {
  name: 'rm.deadline_ledger_v14',
  key: 'claimId',
  columns: {
    claimId: 'text not null',
    workerId: 'text not null',
    ended: 'text',
    facts: 'jsonb not null',
    lateFrom: 'timestamptz',
    marks: 'jsonb not null',
    clocks: 'jsonb not null',
    position: 'bigint not null',
  },
  indexes: ['(ended)'],
};

type ClaimRecorded = RecordedIn<'claim'>;

const endAfter = (row: DeadlineRow, event: ClaimRecorded): DeadlineRow['ended'] => {
  switch (event.type) {
    case 'ClaimSettled':
    case 'ClaimPaidBefore':
      return 'PAID';
    case 'ClaimRejected':
      return 'REJECTED';
    case 'ClaimWithdrawn':
      return 'WITHDRAWN';
    case 'ClaimRouted':
      return 'ROUTED';
    case 'LateFactFound':
      return event.data.effect === 'REOPENED' ? null : row.ended;
    case 'ClaimReopened':
      return null;
    case 'DecisionObjected':
      return event.data.against === 'GRANTED' ? row.ended : null;
    default:
      return row.ended;
  }
};

const next = (row: DeadlineRow, event: ClaimRecorded): DeadlineRow => {
  const told = { event, at: event.effectiveAt, position: event.position };
  const { facts, lateFrom, marks } = foldClaimTime(row, told, NATIONAL_HOLIDAYS);
  const clocks = foldLegalClocks(row.clocks, told, {
    ...{ facts, calendar: NATIONAL_HOLIDAYS },
    party: marks.at(-1)?.standing.party ?? 'NOBODY',
  });
  return { ...row, ended: endAfter(row, event), facts, lateFrom, marks, clocks };
};

const started: Omit<DeadlineRow, 'claimId' | 'workerId' | 'position'> = {
  ended: null,
  clocks: [],
  ...initialClaimTime,
};

export const deadlineFold: RowFold<DeadlineRow> = {
  table: deadlineTable,
  keysOf: (event) =>
    event.category === 'claim' || event.type === 'PayableCreated' ? [event.data.claimId] : [],
  fold(row, event) {
    if (event.type === 'PayableCreated' && event.data.billId !== undefined) return row;
    if (event.type === 'PayableCreated')
      // No day of the law is set for a difference found later.
      return (
        row &&
        (row.facts.settledOnce
          ? row
          : { ...row, clocks: withPayableDue(row.clocks, event.data.dueOn, event.position) })
      );
    if (event.category !== 'claim' || isClaimLook(event)) return row;
    const { position } = event;
    const isFirst =
      event.type === 'DeathReported' ||
      event.type === 'IncidentReported' ||
      event.type === 'PersonMissing';
    if (isFirst && row === undefined) {
      const { claimId, workerId } = event.data;
      return next({ ...started, claimId, workerId, position }, event);
    }
    return row === undefined ? orphaned(event) : next(row, event);
  },
};
