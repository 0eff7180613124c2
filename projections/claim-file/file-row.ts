// One row per claim: the file as `claim show` reads it, and beside it one row per payable.
import type { ClaimStage } from '../../domain/claim/events.ts';
import { evolveClaim } from '../../domain/claim/evolve.ts';
import { claimStage } from '../../domain/claim/stage.ts';
import { type ClaimState, initialClaim } from '../../domain/claim/state.ts';
import type { KeyedTable } from '../keyed-table.ts';
import { type PayableRow, payableFoldInto, payableTable } from '../payout-ledger/payable-row.ts';
import { orphaned } from '../recorded-event.ts';
import type { RowFold } from '../row-fold.ts';
import { type ClaimContents, emptyFile, fileAfter } from './file-contents.ts';

export type ClaimFileRow = {
  readonly claimId: string;
  readonly workerId: string;
  readonly stage: ClaimStage;
  readonly contents: ClaimContents;
  /** The domain's own fold; gives the stage and, with a command, what may be done now. */
  readonly facts: ClaimState;
  readonly version: number;
  readonly position: string;
};

export const claimFileTable: KeyedTable<ClaimFileRow> = {
  name: 'rm.claim_file_v15',
  key: 'claimId',
  columns: {
    claimId: 'text not null',
    workerId: 'text not null',
    stage: 'text not null',
    contents: 'jsonb not null',
    facts: 'jsonb not null',
    version: 'integer not null',
    position: 'bigint not null',
  },
  indexes: ['(worker_id)'],
};

export const claimFileFold: RowFold<ClaimFileRow> = {
  table: claimFileTable,
  keysOf: (event) => (event.category === 'claim' ? [event.data.claimId] : []),
  fold(row, event) {
    if (event.category !== 'claim') return row;
    const { version, position } = event;
    const facts = evolveClaim(row?.facts ?? initialClaim, event);
    const contents = fileAfter(row?.contents ?? emptyFile, event);
    const after = { facts, contents, stage: claimStage(facts), version, position };
    if (
      event.type === 'DeathReported' ||
      event.type === 'IncidentReported' ||
      event.type === 'PersonMissing'
    ) {
      const { claimId, workerId } = event.data;
      return { claimId, workerId, ...after };
    }
    return row === undefined ? orphaned(event) : { ...row, ...after };
  },
};

export const filePayableTable: KeyedTable<PayableRow> = {
  ...payableTable,
  name: 'rm.claim_file_v15_payables',
  indexes: ['(claim_id, payable_id)'],
};

export const filePayableFold: RowFold<PayableRow> = payableFoldInto(filePayableTable);
