// One row per request for the sponsor's own aid: where it stands, what it gets, and from which decree.
import type { AidPaper } from '../../domain/local-aid/fund-events.ts';
import type { AidGround } from '../../domain/local-aid/request.ts';
import type { KeyedTable } from '../keyed-table.ts';
import { orphaned, type RecordedEvent, type RecordedIn } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

export type AidRow = {
  readonly requestId: string;
  readonly programmeId: string;
  readonly payerId: string;
  readonly kelurahan: string;
  readonly deathDate: string;
  readonly receivedAt: string;
  readonly papers: readonly AidPaper[];
  readonly standing: 'REQUESTED' | 'WAITING' | 'RESERVED' | 'NAMED' | 'REJECTED' | 'WITHDRAWN';
  readonly grounds: readonly AidGround[];
  readonly amountIdr: string | null;
  readonly year: number | null;
  readonly decreeNumber: string | null;
  readonly payableId: string | null;
  readonly position: string;
};

export const aidTable: KeyedTable<AidRow> = {
  name: 'rm.local_aid_v1',
  key: 'requestId',
  columns: {
    requestId: 'text not null',
    programmeId: 'text not null',
    payerId: 'text not null',
    kelurahan: 'text not null',
    deathDate: 'date not null',
    receivedAt: 'timestamptz not null',
    papers: 'text[] not null',
    standing: 'text not null',
    grounds: 'text[] not null',
    amountIdr: 'bigint',
    year: 'integer',
    decreeNumber: 'text',
    payableId: 'text',
    position: 'bigint not null',
  },
  indexes: ['(payer_id, received_at, request_id)'],
};

const keysOf = (event: RecordedEvent): readonly string[] => {
  if (event.category === 'aid_request') return [event.data.requestId];
  if (event.category !== 'aid_fund') return [];
  return 'requestId' in event.data ? [event.data.requestId] : [];
};

const requested = ({
  data,
  position,
}: Extract<RecordedEvent, { type: 'AidRequested' }>): AidRow => {
  const { requestId, programmeId, payerId, kelurahan, deathDate, receivedAt, papers } = data;
  return {
    ...{ requestId, programmeId, payerId, kelurahan, deathDate, receivedAt, papers, position },
    ...{ standing: 'REQUESTED', grounds: [], amountIdr: null, year: null },
    ...{ decreeNumber: null, payableId: null },
  };
};

const changes = (row: AidRow, event: RecordedIn<'aid_fund' | 'aid_request'>): Partial<AidRow> => {
  switch (event.type) {
    case 'AidPaperReceived':
      return { papers: [...new Set([...row.papers, event.data.paper])] };
    case 'AidVerified':
      return { amountIdr: event.data.amountIdr };
    case 'AidRejected':
      return { standing: 'REJECTED', grounds: event.data.grounds };
    case 'AidWithdrawn':
      return { standing: 'WITHDRAWN', year: null };
    case 'AidReserved':
      return { standing: 'RESERVED', year: event.data.year };
    case 'AidQueued':
      return { standing: 'WAITING', year: null };
    case 'AidNamedInDecree': {
      const { decreeNumber, payableId } = event.data;
      return { standing: 'NAMED', decreeNumber, payableId };
    }
    default:
      return {};
  }
};

export const aidFold: RowFold<AidRow> = {
  table: aidTable,
  keysOf,
  fold(row, event) {
    if (event.type === 'AidRequested') return requested(event);
    if (event.category !== 'aid_fund' && event.category !== 'aid_request') return row;
    return row === undefined ? orphaned(event) : { ...row, ...changes(row, event) };
  },
};
