// The file of one claim, whole: contents, missing papers, payables with every step of their money.
import { sql } from 'kysely';
import type { DocumentKind } from '../domain/claim/documents/document-events.ts';
import { missingPapers } from '../domain/claim/documents/papers.ts';
import type { EventStore } from '../infra/event-store/event-store.ts';
import {
  type ClaimFileRow,
  claimFileFold,
  claimFileTable,
  filePayableTable,
} from './claim-file/file-row.ts';
import { type ReadModels, rowsByKey, selectRows } from './keyed-table.ts';
import type { PayableRow } from './payout-ledger/payable-row.ts';
import { recordedEvent } from './recorded-event.ts';

export type ClaimFile = ClaimFileRow & {
  readonly missingDocuments: readonly DocumentKind[];
  readonly payables: readonly PayableRow[];
};

const missingIn = ({ contents, facts }: ClaimFileRow): readonly DocumentKind[] => {
  const present = contents.documents
    .filter((document) => document.state === 'RECEIVED')
    .map((document) => document.kind);
  return missingPapers(facts, present);
};

/** Personal fields come back sealed; opening them is the caller's, with a reason that is recorded. */
export const claimFile = async (
  db: ReadModels,
  claimId: string,
): Promise<ClaimFile | undefined> => {
  const row = (await rowsByKey(db, claimFileTable, [claimId])).get(claimId);
  if (row === undefined) return undefined;
  const payables = await selectRows(
    db,
    filePayableTable,
    sql`where t.claim_id = ${claimId} order by t.decision, t.created_at, t.payable_id`,
  );
  return { ...row, missingDocuments: missingIn(row), payables };
};

/** The file as it stood after a version of its stream: what a letter of that moment says. */
export const claimFileAt = async (
  store: Pick<EventStore, 'loadStream'>,
  claimId: string,
  version: number,
): Promise<ClaimFile | undefined> => {
  let row: ClaimFileRow | undefined;
  for (const event of await store.loadStream(claimId))
    if (event.version <= version) row = claimFileFold.fold(row, recordedEvent(event), claimId);
  return row && { ...row, missingDocuments: missingIn(row), payables: [] };
};

/** The same row from the log itself, for whoever has just written and waits for no projector. */
export const claimFileInLog = async (
  store: Pick<EventStore, 'loadStream'>,
  claimId: string,
): Promise<ClaimFileRow | undefined> => {
  let row: ClaimFileRow | undefined;
  for (const event of await store.loadStream(claimId))
    row = claimFileFold.fold(row, recordedEvent(event), claimId);
  return row;
};
