// One narrow row per worker: whether a card was made for this person and how it reached the hand.
import { assertNever } from '../../domain/decider.ts';
import type { KeyedTable } from '../keyed-table.ts';
import { orphaned, type RecordedIn } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';

export type CardRow = {
  readonly workerId: string;
  readonly kelurahan: string;
  readonly trancheId: string;
  readonly enrolled: boolean;
  readonly issuedAt: string | null;
  readonly handedOverAt: string | null;
  readonly method: 'LIST' | 'SCAN' | null;
  readonly receivedBy: 'WORKER' | 'FAMILY' | null;
  readonly position: string;
};

export const cardTable: KeyedTable<CardRow> = {
  name: 'rm.card_board_v1',
  key: 'workerId',
  columns: {
    workerId: 'text not null',
    kelurahan: 'text not null',
    trancheId: 'text not null',
    enrolled: 'boolean not null',
    issuedAt: 'timestamptz',
    handedOverAt: 'timestamptz',
    method: 'text',
    receivedBy: 'text',
    position: 'bigint not null',
  },
  indexes: ['(tranche_id, kelurahan)'],
};

type WorkerRecorded = RecordedIn<'worker'>;

const changes = (
  row: CardRow,
  event: Exclude<WorkerRecorded, { type: 'WorkerNominated' }>,
): CardRow => {
  switch (event.type) {
    case 'WorkerEnrolled':
      return { ...row, enrolled: true };
    case 'CardIssued':
      return { ...row, issuedAt: event.effectiveAt };
    case 'CardHandedOver': {
      const { method, receivedBy } = event.data;
      // A card that was handed over was issued, also where a take-over list says only that.
      const issuedAt = row.issuedAt ?? event.effectiveAt;
      return { ...row, issuedAt, handedOverAt: event.effectiveAt, method, receivedBy };
    }
    case 'WorkerNamedInDecree':
    case 'WorkerRegistrationRefused':
    case 'PaidThroughReported':
    case 'WorkerFound':
    case 'WorkerFieldsRevealed':
    case 'WorkerReportedDead':
    case 'WorkerIncidentReported':
    case 'WorkerDeathDateCorrected':
    case 'DeathReportWithdrawn':
    case 'WorkerClaimSettled':
    case 'WorkerNamedInDeathList':
    case 'DeathDoubtRaised':
    case 'DeathDoubtDecided':
    case 'BereavedFamilyVisited':
    case 'KnownDeathClosed':
      return row;
    default:
      return assertNever(event, 'worker event');
  }
};

const noCard = {
  enrolled: false,
  issuedAt: null,
  handedOverAt: null,
  method: null,
  receivedBy: null,
} as const;

export const cardFold: RowFold<CardRow> = {
  table: cardTable,
  keysOf: (event) => (event.category === 'worker' ? [event.data.workerId] : []),
  fold(row, event) {
    if (event.category !== 'worker') return row;
    if (event.type === 'WorkerNominated') {
      const { workerId, kelurahan, trancheId } = event.data;
      const known = row ?? { ...noCard, position: event.position };
      return { ...known, workerId, kelurahan, trancheId };
    }
    return row === undefined ? orphaned(event) : changes(row, event);
  },
};
