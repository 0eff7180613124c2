// One row per bank exception: what does not fit, whose it is, since when, and how it ended.

import type { BankExceptionOpened, ExceptionResult } from '../../domain/bank-exception/events.ts';
import { assertNever } from '../../domain/decider.ts';
import type { KeyedTable } from '../keyed-table.ts';
import { orphaned, type RecordedIn } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

export type BankExceptionRow = BankExceptionOpened['data'] & {
  readonly openedAt: string;
  readonly stage: 'EXCEPTION_OPEN' | 'EXCEPTION_RESOLVED';
  readonly result: ExceptionResult | null;
  readonly reason: string | null;
  readonly resolvedBy: readonly string[];
  readonly resolvedAt: string | null;
  readonly version: number;
  readonly position: string;
};

export const bankExceptionTable: KeyedTable<BankExceptionRow> = {
  name: 'rm.bank_exceptions_v1',
  key: 'exceptionId',
  columns: {
    exceptionId: 'text not null',
    kind: 'text not null',
    code: 'text not null',
    payableId: 'text',
    payerId: 'text',
    runId: 'text',
    lineReference: 'text not null',
    bankReference: 'text not null',
    amountIdr: 'bigint',
    expectedIdr: 'bigint',
    bookedOn: 'date',
    fileSha256: 'text',
    ownerId: 'text not null',
    openedAt: 'timestamptz not null',
    stage: 'text not null',
    result: 'text',
    reason: 'text',
    resolvedBy: 'text[] not null',
    resolvedAt: 'timestamptz',
    version: 'integer not null',
    position: 'bigint not null',
  },
  indexes: ['(stage, opened_at, exception_id)', '(payable_id)'],
};

type Recorded = RecordedIn<'bank_exception'>;

const changes = (event: Exclude<Recorded, { type: 'BankExceptionOpened' }>) => {
  switch (event.type) {
    case 'BankExceptionAssigned':
      return { ownerId: event.data.assignee };
    case 'BankExceptionResolved': {
      const { result, reason, resolvedBy } = event.data;
      const stage = 'EXCEPTION_RESOLVED' as const;
      return { stage, result, reason, resolvedBy, resolvedAt: event.effectiveAt };
    }
    default:
      return assertNever(event, 'bank exception event');
  }
};

export const bankExceptionFold: RowFold<BankExceptionRow> = {
  table: bankExceptionTable,
  keysOf: (event) => (event.category === 'bank_exception' ? [event.data.exceptionId] : []),
  fold(row, event) {
    if (event.category !== 'bank_exception') return row;
    const { effectiveAt: openedAt, position, version } = event;
    if (event.type === 'BankExceptionOpened')
      return {
        ...{ ...event.data, openedAt, stage: 'EXCEPTION_OPEN', result: null, reason: null },
        ...{ resolvedBy: [], resolvedAt: null, version, position },
      };
    return row === undefined ? orphaned(event) : { ...row, ...changes(event), version };
  },
};
