// One row per claim: the clock of T-07, and every change of whom its time is charged to.
import type { LocalDate } from '../../domain/calendar.ts';
import {
  type ClaimMark,
  foldClaimTime,
  initialClaimTime,
} from '../../domain/claim/clock/standing.ts';
import { isClaimLook } from '../../domain/claim/desk/look-events.ts';
import { claimStage } from '../../domain/claim/stage.ts';
import type { ClaimState } from '../../domain/claim/state.ts';
import { NATIONAL_HOLIDAYS } from '../../domain/rules/holidays.ts';
import type { KeyedTable } from '../keyed-table.ts';
import { orphaned, type RecordedIn } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

export type PassedDeadline = {
  readonly dueOn: LocalDate;
  readonly calendarVersion: string;
  readonly ruleId: string;
  readonly passedAt: string;
};

export type DeadlineRow = {
  readonly claimId: string;
  readonly workerId: string;
  /** Papers complete; null while the clock does not run. */
  readonly startedAt: string | null;
  /** The due day an event recorded; else it is counted with the calendar of the day. */
  readonly recordedDueOn: LocalDate | null;
  readonly passed: readonly PassedDeadline[];
  readonly endedAt: string | null;
  readonly ended: 'PAID' | 'REJECTED' | 'WITHDRAWN' | 'ROUTED' | null;
  readonly facts: ClaimState;
  /** When the running clock counts as missed, by the calendar of the day on which it started. */
  readonly lateFrom: string | null;
  readonly marks: readonly ClaimMark[];
  readonly position: string;
};

export const deadlineTable: KeyedTable<DeadlineRow> = {
  name: 'rm.deadline_ledger_v8',
  key: 'claimId',
  columns: {
    claimId: 'text not null',
    workerId: 'text not null',
    startedAt: 'timestamptz',
    recordedDueOn: 'date',
    passed: 'jsonb not null',
    endedAt: 'timestamptz',
    ended: 'text',
    facts: 'jsonb not null',
    lateFrom: 'timestamptz',
    marks: 'jsonb not null',
    position: 'bigint not null',
  },
  indexes: ['(ended, started_at)'],
};

type ClaimRecorded = RecordedIn<'claim'>;

const changes = (row: DeadlineRow, event: ClaimRecorded): Partial<DeadlineRow> => {
  const at = event.effectiveAt;
  switch (event.type) {
    case 'CareGuaranteed':
      return { startedAt: at, recordedDueOn: event.data.concludeBy };
    case 'DocumentsCompleted':
      return { startedAt: at, recordedDueOn: event.data.due?.dueOn ?? null };
    case 'DeadlinePassed': {
      const { dueOn, calendarVersion, ruleId } = event.data;
      const passed = { dueOn, calendarVersion, ruleId, passedAt: at };
      return { recordedDueOn: dueOn, passed: [...row.passed, passed] };
    }
    case 'ClaimSettled':
      // A top-up is paid beside it: the clock ended with the first payment.
      return row.facts.settledOnce ? {} : { ended: 'PAID', endedAt: at };
    case 'ClaimPaidBefore':
      return { ended: 'PAID', endedAt: at };
    case 'ClaimRejected':
      return { ended: 'REJECTED', endedAt: at };
    case 'ClaimWithdrawn':
      return { ended: 'WITHDRAWN', endedAt: at };
    case 'ClaimRouted':
      return { ended: 'ROUTED', endedAt: at };
    case 'LateFactFound':
      return event.data.effect === 'REOPENED' ? { ended: null, endedAt: null } : {};
    case 'ClaimReopened':
    case 'DecisionObjected':
      return { ended: null, endedAt: null };
    default:
      return {};
  }
};

const next = (row: DeadlineRow, event: ClaimRecorded): DeadlineRow => {
  const told = { event, at: event.effectiveAt, position: event.position };
  const { facts, lateFrom, marks } = foldClaimTime(row, told, NATIONAL_HOLIDAYS);
  const isRunning = facts.documentsComplete || claimStage(facts) === 'SUSPECTED';
  const stopped = isRunning ? {} : { startedAt: null, recordedDueOn: null };
  return { ...row, ...changes(row, event), ...stopped, facts, lateFrom, marks };
};

const started: Omit<DeadlineRow, 'claimId' | 'workerId' | 'position'> = {
  startedAt: null,
  recordedDueOn: null,
  passed: [],
  endedAt: null,
  ended: null,
  ...initialClaimTime,
};

export const deadlineFold: RowFold<DeadlineRow> = {
  table: deadlineTable,
  keysOf: (event) =>
    event.category === 'claim' || event.type === 'PayableCreated' ? [event.data.claimId] : [],
  fold(row, event) {
    if (event.type === 'PayableCreated')
      // No day of the law is set for a difference found later.
      return row && (row.facts.settledOnce ? row : { ...row, recordedDueOn: event.data.dueOn });
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
